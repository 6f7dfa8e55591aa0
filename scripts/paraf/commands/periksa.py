"""``paraf periksa``: check the SOP and what stands beside it, and the reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import load_report, load_repository, report_years
from paraf.commands.console import echo, narrate, program, result
from paraf.errors import DataError, UsageError
from paraf.finding import Finding, Severity
from paraf.rules import REPORT_RULES, RULES
from paraf.rules.base import Facts, run
from paraf.rules.report_base import facts_of, run_report
from paraf.sop.repository import Repository
from paraf.views import report
from paraf.views.call_words import as_called, closing

_YEAR = re.compile(r"lakip/(20[0-9]{2})(?:/(.*))?")
_MANY = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """What is checked: the SOP or not, and of each year everything (``None``) or some files."""

    sop: bool
    years: dict[int, frozenset[str] | None]


def periksa(
    root: Path, form: str, everything: bool, today: date | None, paths: Sequence[str] = (), step: str | None = None
) -> int:
    """Print the findings as ``teks``, ``json`` or ``github``; 1 when something must be repaired."""
    try:
        repo = load_repository(root)
    except DataError as error:
        if form == "json":
            result(report.as_json([], error.faults))
        elif form == "github":
            result(report.as_github([], error.faults))
        raise
    if step is not None:
        step = step.upper().replace(".", "")
        if step not in repo.sop.steps:
            codes = list(repo.sop.steps)
            raise UsageError(f"Langkah '{echo(step)}' tidak ada di SOP. Yang ada: {codes[0]} sampai {codes[-1]}.")
    scope, day = _scope(root, paths), today or now().date()
    findings = run(RULES, Facts(repo, day)) if scope.sop else []
    findings += list(_reports(root, repo, scope, day, step))
    if form == "json":
        result(report.as_json(findings, []))
    elif form == "github":
        result(report.as_github(findings, []))
    else:
        subject = "SOP ini" if not scope.years else "SOP dan laporan ini" if scope.sop else "Laporan ini"
        result(as_called(f"{report.as_text(findings, everything)}\n{closing(findings, subject)}".rstrip(), program()))
    return int(any(finding.severity is Severity.WAJIB for finding in findings))


def _reports(root: Path, repo: Repository, scope: Scope, day: date, step: str | None) -> Iterator[Finding]:
    """The findings of every year asked for; a year before is read once, for the years that look back at it."""
    loaded = None
    for number, (year, files) in enumerate(sorted(scope.years.items()), start=1):
        if len(scope.years) > _MANY:
            narrate(f"  {number}/{len(scope.years)}  lakip/{year}")
        before = year - 1
        if loaded is None or loaded.year != before:
            loaded = load_report(root, before) if before in report_years(root) else None
        previous, loaded = loaded, load_report(root, year)
        for finding in run_report(REPORT_RULES, facts_of(repo, loaded, previous, day), step):
            if files is None or finding.place.file in files:
                yield finding


def _scope(root: Path, paths: Sequence[str]) -> Scope:
    """Everything, or what the given addresses name."""
    years = report_years(root)
    if not paths:
        return Scope(sop=True, years=dict.fromkeys(years))
    sop, chosen = False, dict[int, frozenset[str] | None]()
    for path in paths:
        name = _below(root, path)
        found = _YEAR.fullmatch(name)
        if name == "sop" or name.startswith("sop/"):
            sop = True
        elif name == "lakip":
            chosen |= dict.fromkeys(years)
        elif found:
            year = int(found[1])
            before = chosen.get(year, frozenset())
            chosen[year] = None if not found[2] or before is None else before | {name}
        else:
            raise UsageError(
                f"{echo(path)} bukan bagian SOP atau laporan. Tulis misalnya sop, lakip/2026, atau satu bab."
            )
    return Scope(sop, chosen)


def _below(root: Path, path: str) -> str:
    """A path as the caller wrote it, relative to the root, with slashes."""
    try:
        return (root / path).resolve().relative_to(root).as_posix()
    except (ValueError, OSError, RuntimeError):
        raise UsageError(f"{echo(path)} di luar folder repositori. Tulis misalnya sop atau lakip/2026.") from None
