"""What people see of a pull request besides its verdict: where it can be read, and what is new since they last looked."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from paraf.adapters.github.gathering import Forge, Gathered
from paraf.adapters.github.transport import ForgeError
from paraf.adapters.github.writing import asked_by_gate, label_names
from paraf.alur.facts import Pull
from paraf.alur.roster import Roster
from paraf.alur.states import Cycle, Outcome, Verdict
from paraf.gerbang.changes import changed
from paraf.gerbang.effects import ChangedText, Meta
from paraf.gerbang.judging import readable
from paraf.gerbang.news import bearable, is_report, news
from paraf.laporan.expand import expand_report
from paraf.sop.forms.papers import Paper

_READING = "actions/workflows/baca.yml/runs"
_READ = (Outcome.LULUS, Outcome.MENUNGGU)
"""What is still to be read by somebody; whatever is refused is not."""
MOST_CHANGES = 60


def metas_of(forge: Forge, gathered: Gathered, cycle: Cycle) -> Iterator[Meta]:
    """One for every pull request of the year; of one that is over nothing is left to be read or compared."""
    pulls = {pull.number: pull for pull in gathered.facts.pulls}
    for verdict in cycle.verdicts:
        if pull := pulls.get(verdict.pull):
            record = gathered.records[pull.number]
            said = record.pull
            yield Meta(
                number=pull.number,
                head=said.head.sha,
                branch=said.head.ref,
                title=said.title,
                labels=label_names(said.labels),
                asked=frozenset(one.id for one in said.requested_reviewers),
                by_gate=asked_by_gate(record),
                reading=_reading(forge, said.head.sha) if verdict.outcome in _READ else None,
                changes=tuple(islice(_changes(forge, gathered, pull, verdict), MOST_CHANGES)) if pull.open else (),
            )


def _reading(forge: Forge, head: str) -> str | None:
    """The address of the run that made the naskah baca of a commit; ``None`` where there is none to be seen.

    What is read there is the branch's own run (level 1 of the threat model): the digest in the comment is the gate's.
    """
    try:
        said: Any = forge.client.ask(_READING, head_sha=head, event="pull_request", per_page=1)
    except ForgeError:
        return None  # a link; no verdict waits for it
    runs = said.get("workflow_runs") if isinstance(said, dict) else None
    return runs[0].get("html_url") if runs else None


def _changes(forge: Forge, gathered: Gathered, pull: Pull, verdict: Verdict) -> Iterator[ChangedText]:
    """What became other than it was when somebody of the next role last reviewed; nothing for a first look."""
    paper = next((one for one in gathered.policy.papers.naskah if one.id == verdict.carries), None)
    role, roster = verdict.next.role, Roster(gathered.policy.officials)
    looked = max((one.at for one in pull.reviews if role and roster.holds(one.by, role, one.at)), default=None)
    if paper is None or looked is None:
        return
    trees = forge.contents[pull.number].trees
    stood = [tree for version, tree in zip(pull.versions, trees, strict=True) if version.at and version.at <= looked]
    if stood and stood[-1] != trees[-1]:
        yield from _between(forge, gathered, paper, (stood[-1], trees[-1]))


def _between(forge: Forge, gathered: Gathered, paper: Paper, trees: tuple[str, str]) -> Iterator[ChangedText]:
    """What became different in a paper between two trees: a report by its words, a letter by its lines."""
    year, outline = gathered.facts.year, gathered.repo.outline
    (then, past), (now, before) = (
        (forge.trees.report(tree, year), forge.trees.report(tree, year - 1)) for tree in trees
    )
    if then and now and is_report(paper.mencakup, now) and bearable(then, now):
        states = expand_report(then, past), expand_report(now, before)
        yield from news(*states, outline.value if outline else None, paper.mencakup)
    else:
        was = readable(then, past, paper.mencakup) if then else {}
        yield from changed(was, readable(now, before, paper.mencakup) if now else {})
