"""A year as the forge tells it, with the engine's answer; pages are looked through for sentences of unapproved chapters."""

from collections.abc import Iterator

from msgspec.structs import replace

from paraf.adapters.github.gathering import Forge, Gathered
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Pull
from paraf.alur.states import Cycle
from paraf.gerbang.leaks import leaks

PAGES = "docs/"


def judged_year(forge: Forge, year: int) -> tuple[Gathered, Cycle]:
    """The facts of a year and what follows from them; pages are judged when it is known what is approved."""
    gathered = forge.year(year)
    now = forge.now.astimezone(forge.zone)
    cycle = evaluate_cycle(gathered.policy, gathered.facts, now)
    pages = [pull for pull in gathered.facts.pulls if pull.open and any(path.startswith(PAGES) for path in pull.paths)]
    if not pages:
        return gathered, cycle
    found = {pull.number: tuple(_leaks(forge, gathered, cycle, pull)) for pull in pages}
    pulls = tuple(replace(pull, leaks=found.get(pull.number, ())) for pull in gathered.facts.pulls)
    gathered = replace(gathered, facts=replace(gathered.facts, pulls=pulls))
    return gathered, evaluate_cycle(gathered.policy, gathered.facts, now)


def _leaks(forge: Forge, gathered: Gathered, cycle: Cycle, page: Pull) -> Iterator[str]:
    """The sentences that the pages of a pull request take from chapters that are drafts."""
    year = gathered.facts.year
    approved = any(step == gathered.policy.papers.disetujui for one in cycle.closings for step, _ in one.deeds)
    on_main = list(forge.chapters(None, year))
    drafts = [] if approved else list(on_main)
    for pull in gathered.facts.pulls:
        if pull.open and pull.number != page.number and pull.versions:
            drafts += forge.chapters(pull.number, year)
    for path in sorted(path for path in page.paths if path.startswith(PAGES)):
        now, then = forge.page(page.number, path)
        yield from leaks(now, "\n".join([then, *(on_main if approved else [])]), drafts)
