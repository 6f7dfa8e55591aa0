"""``paraf periksa``: check the SOP and what stands beside it, and the reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.dictionary import load_dictionary
from paraf.adapters.files import load_report, load_repository, report_years
from paraf.adapters.git import files_at
from paraf.commands.console import echo, narrate, program, result
from paraf.commands.perbaiki import perbaiki
from paraf.door.text import any_text
from paraf.errors import DataError, UsageError
from paraf.finding import Finding, Severity
from paraf.laporan.report import Report, is_text
from paraf.rules import REPORT_RULES, RULES
from paraf.rules.base import Facts, run
from paraf.rules.changed import only_changed
from paraf.rules.report_base import Known, facts_of, run_report
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


@dataclass(frozen=True, slots=True)
class Ask:
    """How the reports are looked at: on which day, for which step, since which revision."""

    day: date
    step: str | None
    since: str | None


def periksa(
    root: Path,
    form: str,
    everything: bool,
    today: date | None,
    paths: Sequence[str] = (),
    step: str | None = None,
    since: str | None = None,
    repair: bool = False,
    trial: bool = False,
) -> int:
    """Print the findings as ``teks``, ``json`` or ``github``; 1 when something must be repaired.

    ``repair`` first makes the repairs that are safe and shows the difference; on ``trial`` it only shows it.
    """
    if trial and not repair:
        raise UsageError("--coba dipakai bersama --perbaiki.")
    if repair and form != "teks":
        raise UsageError("--perbaiki menampilkan teks; jangan disertai --format.")
    try:
        repo = load_repository(root)
    except DataError as error:
        if form == "json":
            result(report.as_json([], error.faults))
        elif form == "github":
            result(report.as_github([], error.faults))
        raise
    scope, ask = _scope(root, paths), Ask(today or now().date(), _step(repo, step), since)
    known = load_dictionary() if scope.years else None
    if scope.years and known is None:
        narrate(as_called("Ejaan tidak diperiksa: kamusnya belum terpasang. Caranya: paraf jelaskan BHS106", program()))
    checked = _reports(root, repo, scope, ask, known)
    if repair:
        kept = list(checked)
        # After repairs everything is looked at once more: the rest is told as it now stands.
        checked = _reports(root, repo, scope, ask, known) if perbaiki(root, kept, trial=trial) else iter(kept)
    findings = run(RULES, Facts(repo, ask.day)) if scope.sop else []
    findings += [finding for _, found in checked for finding in found]
    if form == "json":
        result(report.as_json(findings, []))
    elif form == "github":
        result(report.as_github(findings, []))
    else:
        subject = "SOP ini" if not scope.years else "SOP dan laporan ini" if scope.sop else "Laporan ini"
        result(as_called(f"{report.as_text(findings, everything)}\n{closing(findings, subject)}".rstrip(), program()))
    return int(any(finding.severity is Severity.WAJIB for finding in findings))


def _step(repo: Repository, step: str | None) -> str | None:
    """A step as the caller wrote it, if the SOP has it."""
    code = step.upper().replace(".", "") if step is not None else None
    if code is not None and code not in repo.sop.steps:
        codes = list(repo.sop.steps)
        raise UsageError(f"Langkah '{echo(code)}' tidak ada di SOP. Yang ada: {codes[0]} sampai {codes[-1]}.")
    return code


def _reports(
    root: Path, repo: Repository, scope: Scope, ask: Ask, known: Known | None
) -> Iterator[tuple[Report, list[Finding]]]:
    """Every year asked for with its findings; a year before is read once, for the years that look back at it."""
    loaded = None
    for number, (year, files) in enumerate(sorted(scope.years.items()), start=1):
        if len(scope.years) > _MANY:
            narrate(f"  {number}/{len(scope.years)}  lakip/{year}")
        before = year - 1
        if loaded is None or loaded.year != before:
            loaded = load_report(root, before) if before in report_years(root) else None
        previous, loaded = loaded, load_report(root, year)
        found = run_report(REPORT_RULES, facts_of(repo, loaded, previous, ask.day, known), ask.step)
        if ask.since is not None:
            found = list(only_changed(found, loaded.folder, _texts_at(root, loaded.folder, ask.since), loaded.texts))
        yield loaded, [finding for finding in found if files is None or finding.place.file in files]


def _texts_at(root: Path, folder: str, since: str) -> dict[str, str]:
    """The texts of a year as they stood at a revision."""
    files = files_at(root, since, folder)
    if files is None:
        raise UsageError(
            f"Revisi '{echo(since)}' tidak ada di sini, atau folder ini bukan repositori Git."
            " Sebut cabang, tag, atau nomor commit."
        )
    return {name: any_text(data) for name, data in files.items() if is_text(name)}


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
