"""What the office's own rules say about the content of a pull request: checks, digests, the scaffold of a new year."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from paraf.alur.content import below
from paraf.gerbang.checks import checks_of
from paraf.laporan.binding import digest, expanded_text
from paraf.laporan.expand import expand_report
from paraf.laporan.report import Report
from paraf.laporan.scaffold import scaffold
from paraf.rules.report_base import ReportFacts, facts_of
from paraf.sop.covering import covers
from paraf.sop.forms.papers import PapersFile
from paraf.sop.repository import Repository


class Text(Struct, frozen=True):
    """What the checks and a reader see of a year: see ``Pull``."""

    checks: Mapping[str, tuple[str, ...]]
    sheets: Mapping[str, str]
    expanded: str | None


def text_of(repo: Repository, papers: PapersFile, report: Report, previous: Report | None, today: date) -> Text:
    """Judge a year as it would stand; ``previous`` is the year before it, where there is one."""
    facts = facts_of(repo, report, previous, today)
    outline = repo.outline.value if repo.outline else None
    expanded = digest(expanded_text(facts.expansion, outline)) if report.chapters else None
    return Text(checks_of(facts, papers), _sheets(facts), expanded)


def _sheets(facts: ReportFacts) -> dict[str, str]:
    """The digest that each signed sheet names, by the name of its record."""
    return {name: record.sheet.digest for name, record in facts.evidence.records.items() if record.sheet}


def readable(report: Report, previous: Report | None, patterns: Sequence[str]) -> dict[str, str]:
    """The text of a paper as its reader sees it: chapters with their calls answered by their titles, other files by name."""
    chapters = {
        one.chapter.file.removeprefix(below(report.year)): one for one in expand_report(report, previous).chapters
    }
    found = {}
    for name, text in sorted(report.texts.items()):
        if covers(patterns, name):
            chapter = chapters.get(name)
            found[chapter.chapter.front.value.judul if chapter else name] = chapter.markdown if chapter else text
    return found


def unlike_scaffold(repo: Repository, report: Report, previous: Report | None, files: Mapping[str, bytes]) -> list[str]:
    """Where a new year differs from the scaffold that ``paraf buka-tahun`` writes on the day that it names itself."""
    if repo.outline is None or report.identity is None:
        return [f"{below(report.year)}laporan.yml"]
    day = report.identity.value.keadaan
    made = scaffold(repo.outline.value, report.year, repo.sop.identity.nomor, day, previous)
    names = made.keys() | files.keys()
    return sorted(name for name in names if files.get(name) != made.get(name, "").encode() or name not in made)
