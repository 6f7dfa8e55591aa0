"""Where the newest report year is, for everybody: from the forge, from facts that are shipped, or from its book."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from paraf.adapters.clock import office_zone
from paraf.errors import DataError, UsageError
from paraf.sop.repository import Repository
from paraf.views.book_words import Clock

if TYPE_CHECKING:
    from paraf.adapters.github.gathering import Forge
    from paraf.views.position import Position

FACTS = "sop/contoh/fakta-{}.json"


def position_here(root: Path, repo: Repository, years: list[int], forge: "Forge | None") -> "Position | None":
    """The position of the newest year; ``None`` where nothing tells it, or the office does not show it.

    A fault in the year itself is for ``periksa`` and ``verifikasi`` to tell.
    """
    if not repo.papers or not years or repo.office.posisi_publik == "tidak":
        return None
    year, sample = years[-1], str(years[-1]) in repo.office.tahun_contoh
    try:
        if forge is not None and not sample:
            return _of_forge(repo, forge, year)
        shipped = os.path.lexists(root / FACTS.format(year))
        return _of_facts(root, repo, year) if shipped else _of_book(root, repo, year, sample=sample)
    except (DataError, UsageError):
        return None


def _clock(repo: Repository) -> Clock:
    return Clock(office_zone(repo.office.zona_waktu.nama), repo.office.zona_waktu.singkatan)


def _of_forge(repo: Repository, forge: "Forge", year: int) -> "Position":
    from paraf.adapters.github.judged import judged_year
    from paraf.views.position import position_of

    gathered, cycle = judged_year(forge, year)
    return position_of(cycle, gathered.policy, _clock(repo).words(forge.now), sample=False)


def _of_facts(root: Path, repo: Repository, year: int) -> "Position | None":
    from paraf.commands.flow import load_flow  # the flow is loaded only where it may have something to say
    from paraf.views.position import position_of

    flow = load_flow(root, year, None, None, repo)
    return position_of(flow.cycle, flow.policy, flow.when, flow.sample) if flow else None


def _of_book(root: Path, repo: Repository, year: int, *, sample: bool) -> "Position | None":
    """As of the last thing that the book records; an empty or a faulty one tells nothing."""
    from paraf.adapters.flow_year import load_book, load_policy
    from paraf.adapters.published import EVER
    from paraf.alur.book.noting import facts_of
    from paraf.alur.cycle import evaluate_cycle
    from paraf.views.position import position_of

    books = load_book(root, year)
    if not books:
        return None
    clock = _clock(repo)
    _, policy = load_policy(root, year, repo)
    cycle = evaluate_cycle(policy, facts_of(books, year), EVER.astimezone(clock.zone))
    moment = max((closing.at for closing in cycle.closings), default=None)
    return position_of(cycle, policy, clock.words(moment), sample) if moment else None
