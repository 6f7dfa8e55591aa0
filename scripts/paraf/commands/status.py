"""``paraf status``: how far a report year is, in its steps and in its text; with ``lembar`` the working sheet as Markdown."""

from datetime import date
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import own_folder, write_if_changed
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.years import load_report
from paraf.commands.console import result
from paraf.commands.flow import demand_flow, load_flow
from paraf.errors import UsageError
from paraf.finding import Finding
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportFacts, facts_of, run_report
from paraf.views.beyond import beyond_text
from paraf.views.flow_words import states_text
from paraf.views.words import SAMPLE
from paraf.views.worksheet import summary, worksheet


def status(root: Path, year: int | None, sheet: bool, named: str | None, form: str, today: date | None) -> int:
    """Print the states of the steps where there are facts, then a summary of the text; JSON is the states alone.

    With ``sheet`` write ``build/lembar-kerja/<year>.md`` and print where it lies. Without a year the newest one is meant.
    """
    opened = report_years(root)
    if year is None and named is None:
        if not opened:
            raise UsageError("Belum ada tahun yang dibuka. Mulai dengan: paraf buka-tahun TAHUN.")
        year = opened[-1]
    if form == "json":
        from paraf.alur.answer import write_cycle

        result(write_cycle(demand_flow(root, year, named, today).cycle).decode().rstrip())
        return 0
    if sheet:
        return _sheet(root, year or opened[-1], today)
    flow = load_flow(root, year, named, today)
    if flow:
        year = flow.facts.year
        result("\n".join([*([SAMPLE] if flow.sample else []), states_text(flow.cycle, flow.policy, flow.when), ""]))
        if after := beyond_text(flow.repo, flow.cycle):
            result(after)
    if year in opened or not flow:
        facts, findings = _text(root, year or opened[-1], today)
        result(summary(facts.report, findings))
    return 0


def _text(root: Path, year: int, today: date | None) -> tuple[ReportFacts, list[Finding]]:
    """The report of a year and what its checks find."""
    repo = load_repository(root)
    report = load_report(root, year)
    previous = load_report(root, year - 1) if year - 1 in report_years(root) else None
    facts = facts_of(repo, report, previous, today or now().date())
    return facts, run_report(REPORT_RULES, facts)


def _sheet(root: Path, year: int, today: date | None) -> int:
    facts, findings = _text(root, year, today)
    path = own_folder(root, "build/lembar-kerja") / f"{year}.md"
    write_if_changed(path, worksheet(facts, findings).encode())
    result(str(path))
    return 0
