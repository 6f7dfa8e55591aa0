"""Reports checked year by year; many years on all cores, each core with a stretch of years of its own."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from paraf.adapters.dictionary import load_dictionary
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.years import load_report
from paraf.commands.console import echo, narrate, program
from paraf.commands.scope import Ask, Scope
from paraf.door.text import any_text
from paraf.errors import UsageError
from paraf.finding import Finding
from paraf.laporan.report import Report, is_text
from paraf.rules.changed import only_changed
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import Known, facts_of, run_report
from paraf.sop.repository import Repository
from paraf.views.call_words import as_called

_MANY = 3
_STRETCH = 10
"""Years from which on progress is told, and years that are worth a process of their own."""


def check_years(
    root: Path, repo: Repository, scope: Scope, ask: Ask, *, repair: bool = False, trial: bool = False
) -> list[Finding]:
    """Every finding of the years asked for; ``repair`` first makes the repairs that are safe, on ``trial`` it shows them."""
    known = load_dictionary() if scope.years else None
    if scope.years and known is None:
        narrate(as_called("Ejaan tidak diperiksa: kamusnya belum terpasang. Caranya: paraf jelaskan BHS106", program()))
    if repair:
        from paraf.commands.perbaiki import perbaiki

        if perbaiki(root, list(reports(root, repo, scope, ask, known)), trial=trial):
            narrate("Diperiksa sekali lagi …")  # the rest is told as it now stands
    return findings_of(root, repo, scope, ask, known)


def findings_of(root: Path, repo: Repository, scope: Scope, ask: Ask, known: Known | None) -> list[Finding]:
    """Every finding of every year asked for, in the order of the years."""
    if len(scope.years) < 2 * _STRETCH:
        return [finding for _, found in reports(root, repo, scope, ask, known) for finding in found]
    from concurrent.futures import ProcessPoolExecutor, as_completed

    stretches = list(_stretches(sorted(scope.years)))
    found: dict[int, list[Finding]] = {}
    done = 0
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(stretches))) as pool:
        tasks = {pool.submit(_stretch, root, scope, ask, years): years for years in stretches}
        for task in as_completed(tasks):
            found[tasks[task][0]] = task.result()
            done += len(tasks[task])
            narrate(f"  {done}/{len(scope.years)} laporan")
    return [finding for first in sorted(found) for finding in found[first]]


def _stretches(years: Sequence[int]) -> Iterator[Sequence[int]]:
    return (years[at : at + _STRETCH] for at in range(0, len(years), _STRETCH))


def _stretch(root: Path, scope: Scope, ask: Ask, years: Sequence[int]) -> list[Finding]:
    """What one process finds; it reads the office for itself, which is little beside ten reports."""
    part = Scope(sop=False, years={year: scope.years[year] for year in years})
    found = reports(root, load_repository(root), part, ask, load_dictionary(), told=False)
    return [finding for _, findings in found for finding in findings]


def reports(
    root: Path, repo: Repository, scope: Scope, ask: Ask, known: Known | None, *, told: bool = True
) -> Iterator[tuple[Report, list[Finding]]]:
    """Every year asked for with its findings; a year before is read once, for the years that look back at it."""
    loaded = None
    for number, (year, files) in enumerate(sorted(scope.years.items()), start=1):
        if told and len(scope.years) > _MANY:
            narrate(f"  {number}/{len(scope.years)}  lakip/{year}")
        before = year - 1
        if loaded is None or loaded.year != before:
            loaded = load_report(root, before) if before in report_years(root) else None
        previous, loaded = loaded, load_report(root, year)
        cycle = ask.cycle if ask.cycle and ask.cycle.year == year else None
        found = run_report(REPORT_RULES, facts_of(repo, loaded, previous, ask.day, known, cycle), ask.step)
        if ask.since is not None:
            found = list(only_changed(found, loaded.folder, _texts_at(root, loaded.folder, ask.since), loaded.texts))
        yield loaded, [finding for finding in found if files is None or finding.place.file in files]


def _texts_at(root: Path, folder: str, since: str) -> dict[str, str]:
    """The texts of a year as they stood at a revision."""
    from paraf.adapters.git import files_at

    files = files_at(root, since, folder)
    if files is None:
        raise UsageError(
            f"Revisi '{echo(since)}' tidak ada di sini, atau folder ini bukan repositori Git."
            " Sebut cabang, tag, atau nomor commit."
        )
    return {name: any_text(data) for name, data in files.items() if is_text(name)}
