"""Rules about a report year: what they may look at, what they say, and how strict they are at which step.

A rule only observes. Severity by step, exemptions and the order of findings are decided here, outside the rules.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from paraf.finding import Finding, Fix, Place, Severity
from paraf.laporan.anatomy import Slot, slots_of
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.forms.report import Exemption
from paraf.laporan.records.year import YearEvidence, read_year
from paraf.laporan.report import Report
from paraf.rules.base import Rule
from paraf.rules.capaian import capaian_doubts
from paraf.rules.figures import Value, values_of
from paraf.rules.judging import Judge, Judged
from paraf.rules.lines import Sentence, sentences_of
from paraf.rules.numerals import holds_digit
from paraf.rules.reckoning import Doubt
from paraf.rules.serapan import serapan_doubts
from paraf.rules.tables import HandTable, find_tables
from paraf.sop.evidence import evidence_forms, on_paper
from paraf.sop.forms.outline import OutlineFile
from paraf.sop.forms.papers import PapersFile
from paraf.sop.forms.style import StyleFile
from paraf.sop.model import Sop
from paraf.sop.repository import Repository

if TYPE_CHECKING:  # most checks do not ask for the flow
    from paraf.alur.states import Cycle

Known = Callable[[frozenset[str]], frozenset[str]]
"""Which of these words a dictionary knows; the dictionary itself lies outside."""
_ORDER = (Severity.CATATAN, Severity.SEBAIKNYA, Severity.WAJIB)


class ReportFacts(Struct, frozen=True, dict=True):
    """A report with its calls answered, the year before where it is at hand, what the office decided, and today.

    Where only some chapters are asked for, ``report`` has no others; a rule that compares chapters looks at ``whole``.
    ``ran`` and ``found`` are for the rules that look at the others (``last``): their codes, and what they found.
    ``known`` asks the dictionary; ``None`` where none is installed. ``cycle`` is what the flow answers; ``None``: not asked.
    """

    repo: Repository
    report: Report
    previous: Report | None
    today: date
    ran: frozenset[str] = frozenset()
    found: tuple[Finding, ...] = ()
    known: Known | None = None
    cycle: "Cycle | None" = None
    beyond: "ReportFacts | None" = None

    @property
    def whole(self) -> "ReportFacts":
        """The facts of the whole year."""
        return self.beyond or self

    def only(self, files: Collection[str]) -> "ReportFacts":
        """The facts of these chapters; whatever is found in another file is for nobody to see."""
        report, names = self.report, {file.removeprefix(f"{self.report.folder}/") for file in files}
        part = replace(
            report,
            chapters=tuple(chapter for chapter in report.chapters if chapter.file in files),
            texts={name: text for name, text in report.texts.items() if name in names},
            evidence={},
        )
        return replace(self, report=part, beyond=self)

    @cached_property
    def expansion(self) -> Expansion:
        """The chapters with their calls answered."""
        return expand_report(self.whole.report, self.previous, self.report.chapters)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The report laid beside the outline; nothing where the office has none."""
        if self.beyond:
            files = {chapter.file for chapter in self.report.chapters}
            return tuple(slot for slot in self.beyond.slots if slot.chapter and slot.chapter.file in files)
        return slots_of(self.outline, self.report) if self.outline else ()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every chapter, in order."""
        return sentences_of(self.report)

    @cached_property
    def numbered(self) -> tuple[Sentence, ...]:
        """The sentences with a number."""
        return tuple(sentence for sentence in self.sentences if holds_digit(sentence.bare))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every figure of the data."""
        return values_of(self.expansion.context)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The figures in sentences that contradict the data or are not bound to them."""
        figures = [sentence for sentence in self.numbered if any(number.figure for number in sentence.numbers)]
        judge = Judge(self.report, self.values if figures else ())
        return tuple(judged for sentence in figures for judged in judge(sentence))

    @cached_property
    def evidence(self) -> YearEvidence:
        """The records of the year, read against what the office asks for."""
        forms = evidence_forms(self.repo) if self.report.evidence else {}
        return read_year(forms, on_paper(self.repo), self.report, self.today)

    @property
    def outline(self) -> OutlineFile | None:
        """The outline, where the office has one."""
        return self.repo.outline.value if self.repo.outline else None

    @property
    def style(self) -> StyleFile:
        """The words of the house; none where the office has no list."""
        return self.repo.style.value if self.repo.style else StyleFile(skema=1)

    @cached_property
    def tables(self) -> tuple[HandTable, ...]:
        """The tables written by hand; found once for all rules."""
        return find_tables(self.report, self.expansion)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The percentages in those tables that do not fit, each with one verdict."""
        return tuple(
            doubt
            for table in self.tables
            for doubt in (
                *capaian_doubts(self.report.year, table),
                *serapan_doubts(self.report.budget, table),
            )
        )


class Observed(Struct, frozen=True, kw_only=True):
    """An observation at a place; ``severity`` where it departs from the rule's own."""

    place: Place
    subject: str
    message: str
    repair: str
    severity: Severity | None = None
    fix: Fix | None = None


ReportRule = Rule[ReportFacts, Observed]


def facts_of(
    repo: Repository,
    report: Report,
    previous: Report | None,
    today: date,
    known: Known | None = None,
    cycle: "Cycle | None" = None,
) -> ReportFacts:
    """What the rules look at."""
    return ReportFacts(repo, report, previous, today, known=known, cycle=cycle)


def run_report(
    rules: Sequence[ReportRule], facts: ReportFacts, step: str | None = None, files: Collection[str] | None = None
) -> list[Finding]:
    """Every finding of the rules, ordered by rule, then by place, weighed for a step; exempted ones are left out.

    With ``files`` only what lies in these; where all of them are chapters, the others are not read through.
    """
    weigh = Scale(facts.repo, step)
    return [weigh(finding) for finding in all_findings(rules, facts, files)]


def all_findings(
    rules: Sequence[ReportRule], facts: ReportFacts, files: Collection[str] | None = None
) -> Iterator[Finding]:
    """The same as each rule weighs it, whatever the step."""
    if files is not None and {chapter.file for chapter in facts.report.chapters}.issuperset(files):
        facts = facts.only(files)
    found: dict[str, list[Finding]] = {rule.code: [] for rule in rules}
    for rule in sorted(rules, key=lambda rule: rule.last):
        if rule.last:
            earlier = tuple(finding for findings in found.values() for finding in findings)
            facts = replace(facts, ran=frozenset(found), found=earlier)
        found[rule.code] = sorted(_findings(rule, facts), key=lambda f: f.place)
    for finding in (finding for findings in found.values() for finding in findings):
        asked = files is None or finding.place.file in files
        if asked and not any(exempts(one, finding, facts.report) for one in facts.report.exempted):
            yield finding


def _findings(rule: ReportRule, facts: ReportFacts) -> Iterator[Finding]:
    for seen in rule.check(facts):
        yield Finding(
            code=rule.code,
            severity=seen.severity or rule.severity,
            place=seen.place,
            subject=seen.subject,
            message=seen.message,
            repair=seen.repair,
            fix=seen.fix,
        )


def exempts(one: Exemption, finding: Finding, report: Report) -> bool:
    """Whether the office keeps this finding on purpose: same rule, same file, its words on that line.

    What a whole chapter lacks stands on no line: there the words are those of the finding. In a data file either will do.
    """
    if one.kode != finding.code or finding.place.file != f"{report.folder}/{one.berkas}":
        return False
    in_chapter = any(chapter.file == finding.place.file for chapter in report.chapters)
    lines = report.texts.get(one.berkas, "").split("\n")[finding.place.line - 1 :]
    if in_chapter and finding.place.line > 1:
        return one.memuat in lines[0]
    said = one.memuat in f"{finding.subject} {finding.message}"
    return said or (not in_chapter and bool(lines) and one.memuat in lines[0])


class Scale:
    """How much the findings of a rule weigh at a step; without a step as much as they ever will."""

    def __init__(self, repo: Repository, step: str | None) -> None:
        self.levels = strictness(repo.sop, repo.papers.value if repo.papers else None, step)

    def __call__(self, finding: Finding) -> Finding:
        level = self.heaviest(finding.code)
        if level is None or _ORDER.index(level) >= _ORDER.index(finding.severity):
            return finding
        return Finding(
            code=finding.code,
            severity=level,
            place=finding.place,
            subject=finding.subject,
            message=finding.message,
            repair=finding.repair,
            fix=finding.fix,
        )

    def heaviest(self, code: str) -> Severity | None:
        """As much as a rule may weigh, by its own code before its family's; ``None``: as much as it says itself."""
        return self.levels.get(code, self.levels.get(code[:3]))


def strictness(sop: Sop, papers: PapersFile | None, step: str | None) -> dict[str, Severity]:
    """The heaviest weight of every family and rule that is named, at a step; before its first step a note."""
    levels: dict[str, Severity] = {}
    for rule in papers.ketegasan if papers else ():
        begun = step is None or sop.order[rule.sejak] <= sop.order[step]
        level = Severity(rule.tingkat) if begun else Severity.CATATAN
        known = levels.get(rule.aturan, Severity.CATATAN)
        levels[rule.aturan] = max(known, level, key=_ORDER.index) if step is None or not begun else level
    return levels


def sentence(message: str) -> str:
    """A fault's words as a whole sentence."""
    return f"{message[:1].upper()}{message[1:]}." if message else message


def shown(names: Sequence[str]) -> str:
    """A list for a sentence: ``x, y, dan z``."""
    return f"{', '.join(names[:-1])}, dan {names[-1]}" if len(names) > 2 else " dan ".join(names)
