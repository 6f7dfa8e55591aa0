"""``paraf status``: how far a report year is; with ``lembar`` the working sheet as Markdown."""

from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import own_folder, write_if_changed
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.years import load_report
from paraf.commands.console import result
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import facts_of, run_report
from paraf.views.worksheet import summary, worksheet


def status(root: Path, year: int, sheet: bool, today: date | None) -> int:
    """Print a summary; with ``sheet`` write ``build/lembar-kerja/<year>.md`` and print where it lies."""
    repo = load_repository(root)
    report = load_report(root, year)
    previous = load_report(root, year - 1) if year - 1 in report_years(root) else None
    facts = facts_of(repo, report, previous, today or now().date())
    findings = run_report(REPORT_RULES, facts)
    if not sheet:
        result(summary(report, findings))
        return 0
    path = own_folder(root, "build/lembar-kerja") / f"{year}.md"
    write_if_changed(path, worksheet(facts, findings).encode())
    result(str(path))
    return 0
