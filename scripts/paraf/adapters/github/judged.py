"""A year as the forge tells it, with the engine's answer; pages are looked through for sentences of unapproved chapters."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from paraf.adapters.github.gathering import Forge, Gathered
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Pull
from paraf.alur.leaks import leaks
from paraf.alur.states import Cycle

PAGES = "docs/"


def judged_year(forge: Forge, year: int) -> tuple[Gathered, Cycle]:
    """The facts of a year and what follows from them; pages are judged when it is known what is approved."""
    gathered, cycle = _plain(forge, year)
    pages = [pull for pull in gathered.facts.pulls if pull.open and any(path.startswith(PAGES) for path in pull.paths)]
    if not pages:
        return gathered, cycle
    # A page belongs to no year: it may take a sentence from the draft of any.
    told = [(gathered, cycle), *(_plain(forge, other) for other in forge.years() if other != year)]
    found = {pull.number: tuple(_leaks(forge, told, pull)) for pull in pages}
    pulls = tuple(replace(pull, leaks=found.get(pull.number, ())) for pull in gathered.facts.pulls)
    gathered = replace(gathered, facts=replace(gathered.facts, pulls=pulls))
    return gathered, evaluate_cycle(gathered.policy, gathered.facts, forge.now.astimezone(forge.zone))


def _plain(forge: Forge, year: int) -> tuple[Gathered, Cycle]:
    gathered = forge.year(year)
    return gathered, evaluate_cycle(gathered.policy, gathered.facts, forge.now.astimezone(forge.zone))


def _leaks(forge: Forge, told: Sequence[tuple[Gathered, Cycle]], page: Pull) -> Iterator[str]:
    """The sentences that the pages of a pull request take from chapters that are drafts."""
    drafts: list[str] = []
    public: list[str] = []
    for gathered, cycle in told:
        year = gathered.facts.year
        approved = any(step == gathered.policy.papers.disetujui for one in cycle.closings for step, _ in one.deeds)
        (public if approved else drafts).extend(forge.chapters(None, year))
        for pull in gathered.facts.pulls:
            if pull.open and pull.number != page.number and pull.versions and forge.concerns(pull.number, year):
                drafts += forge.chapters(pull.number, year)
    for path in sorted(path for path in page.paths if path.startswith(PAGES)):
        now, then = forge.page(page.number, path)
        yield from leaks(now, "\n".join([then, *public]), drafts)
