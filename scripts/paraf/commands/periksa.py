"""``paraf periksa``: check the SOP and what stands beside it, and the reports."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from paraf.adapters.clock import now
from paraf.adapters.files import append
from paraf.adapters.git import changed_since
from paraf.adapters.office import load_repository
from paraf.commands.console import echo, order, program, result
from paraf.commands.scope import Ask, Scope, changed_years, scope_of, step_of_branch
from paraf.errors import DataError, Fault, UsageError
from paraf.finding import Finding, Severity
from paraf.rules.base import Facts, run
from paraf.sop.repository import Repository
from paraf.views import report
from paraf.views.call_words import as_called, closing

if TYPE_CHECKING:
    from paraf.alur.states import Cycle


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
    named: str | None = None,
    branch: str | None = None,
    summary: str | None = None,
) -> int:
    """Print the findings as ``teks``, ``json`` or ``github``; 1 when something must be repaired.

    ``named`` are the facts of a year; only then the flow is judged, too. ``branch`` is that of a pull request: only what
    it changed is looked at, for the step of its paper. The findings are added to the file ``summary``, too.
    ``repair`` first makes the repairs that are safe and shows the difference; on ``trial`` it only shows it.
    """
    _fitting(form, repair=repair, trial=trial, single=branch is None or (since is not None and not paths))
    try:
        repo = load_repository(root)
    except DataError as error:
        if summary:
            _summarize(summary, [], error.faults)
        if form == "json":
            result(report.as_json([], error.faults))
        elif form == "github":
            order(report.as_github([], error.faults))
        raise
    scope, step = scope_of(root, paths), _step(repo, step)
    if branch is not None and since is not None:
        scope, step = _brought(root, since), step or step_of_branch(repo, branch)
    cycle = _cycle(root, scope, named, today) if named is not None else None
    ask = Ask(today or now().date(), step, since, cycle)
    findings: list[Finding] = []
    # Imported late: a command pays only for the family that it asks.
    if scope.sop:
        from paraf.rules.of_sop import RULES

        findings += run(RULES, Facts(repo, ask.day))
    if scope.years or repair:
        from paraf.commands.checking import check_years

        findings += check_years(root, repo, scope, ask, repair=repair, trial=trial)
    if summary:
        _summarize(summary, findings, [])
    if form == "json":
        result(report.as_json(findings, []))
    elif form == "github":
        order(report.as_github(findings, []))
    else:
        result(_text(findings, scope, everything))
    return int(any(finding.severity is Severity.WAJIB for finding in findings))


def _summarize(file: str, findings: Sequence[Finding], faults: Sequence[Fault]) -> None:
    """Add what was found to a file, as GitHub shows it."""
    from paraf.views.summary import findings_summary

    append(Path(file), findings_summary(findings, faults))


def _fitting(form: str, *, repair: bool, trial: bool, single: bool) -> None:
    """Refuse what does not go together."""
    if trial and not repair:
        raise UsageError("--coba dipakai bersama --perbaiki.")
    if repair and form != "teks":
        raise UsageError("--perbaiki menampilkan teks; jangan disertai --format.")
    if not single:
        raise UsageError("--cabang dipakai bersama --sejak, tanpa alamat.")


def _text(findings: list[Finding], scope: Scope, everything: bool) -> str:
    single = scope.years and all(files is not None for files in scope.years.values())
    about = "Berkas ini" if single else "Laporan ini"
    subject = "SOP ini" if not scope.years else "SOP dan laporan ini" if scope.sop else about
    return as_called(f"{report.as_text(findings, everything)}\n{closing(findings, subject)}".rstrip(), program())


def _brought(root: Path, since: str) -> Scope:
    """What changed since a revision: years as a whole, and the SOP where something beside them changed."""
    years = changed_years(root, since)
    return Scope(sop=not years or bool(changed_since(root, since, "sop")), years=dict.fromkeys(years))


def _cycle(root: Path, scope: Scope, named: str, today: date | None) -> "Cycle":
    """The flow of the year that the facts are of, if it is one of those that are checked."""
    from paraf.commands.flow import demand_flow

    cycle = demand_flow(root, None, named, today).cycle
    if cycle.year not in scope.years:
        raise UsageError(
            f"{echo(named)} memuat fakta tahun {cycle.year}; lakip/{cycle.year} tidak termasuk yang diperiksa."
        )
    return cycle


def _step(repo: Repository, step: str | None) -> str | None:
    """A step as the caller wrote it, if the SOP has it."""
    code = step.upper().replace(".", "") if step is not None else None
    if code is not None and code not in repo.sop.steps:
        codes = list(repo.sop.steps)
        raise UsageError(f"Langkah '{echo(code)}' tidak ada di SOP. Yang ada: {codes[0]} sampai {codes[-1]}.")
    return code
