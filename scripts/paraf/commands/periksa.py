"""``paraf periksa``: check the SOP and what stands beside it."""

from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import load_repository
from paraf.commands.console import program, result
from paraf.errors import DataError
from paraf.finding import Severity
from paraf.rules import RULES
from paraf.rules.base import Facts, run
from paraf.views import report
from paraf.views.call_words import as_called, closing


def periksa(root: Path, form: str, everything: bool, today: date | None) -> int:
    """Print the findings as ``teks``, ``json`` or ``github``; 1 when something must be repaired."""
    try:
        repo = load_repository(root)
    except DataError as error:
        if form == "json":
            result(report.as_json([], error.faults))
        elif form == "github":
            result(report.as_github([], error.faults))
        raise
    findings = run(RULES, Facts(repo, today or now().date()))
    if form == "json":
        result(report.as_json(findings, []))
    elif form == "github":
        result(report.as_github(findings, []))
    else:
        result(as_called(f"{report.as_text(findings, everything)}\n{closing(findings)}".rstrip(), program()))
    return int(any(finding.severity is Severity.WAJIB for finding in findings))
