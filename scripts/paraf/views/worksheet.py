"""The *lembar kerja* of a year: what is there, what is missing, and a link to each file; for the private repository.

Markdown that a forge shows; never part of the public site, because it speaks of a draft.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from paraf.finding import Finding, Severity
from paraf.laporan.calls.cells import NO_CEILING, silence
from paraf.laporan.calls.figures import percent
from paraf.laporan.chapter import NAME, Chapter
from paraf.laporan.formulas import Target
from paraf.laporan.numbers import write_rupiah
from paraf.laporan.panels import plain
from paraf.laporan.performance import Aim, Measure
from paraf.laporan.report import PERFORMANCE, Report
from paraf.rules.report_base import ReportFacts
from paraf.sop.dates import write_date
from paraf.views.words import counts

_NOTHING = "–"


def worksheet(facts: ReportFacts, findings: Sequence[Finding]) -> str:
    """The whole sheet; ``findings`` as ``periksa`` gives them."""
    return "\n\n".join(_parts(facts, findings)) + "\n"


def _parts(facts: ReportFacts, findings: Sequence[Finding]) -> Iterator[str]:
    report = facts.report
    name = report.identity.value.singkatan if report.identity else "laporan"
    yield f"# Lembar kerja {plain(name)} {report.year}"
    yield f"Keadaan per {write_date(facts.today)}: {counts(list(findings))}."
    per_file = Counter(finding.place.file for finding in findings if finding.severity is not Severity.CATATAN)
    yield "## Bab"
    yield "\n".join(["| Bab | Keadaan | Perlu diperbaiki | Buka |", "|---|---|---:|---|", *_chapters(facts, per_file)])
    for aim in report.performance.aims if report.performance else ():
        yield f"## {aim.id} {plain(aim.name)}"
        yield "\n".join(_aim(aim))
    if report.performance is None:
        yield f"Data kinerja belum ada atau belum terbaca: {_link(facts, PERFORMANCE)}."
    if report.budget:
        money = report.budget.money
        yield "## Anggaran"
        yield (
            f"Pagu {write_rupiah(report.budget.pagu())}, realisasi {write_rupiah(money.realisasi)}, "
            f"serapan {percent(report.budget.absorbed(), '', NO_CEILING)}."
        )
    yield "## Yang perlu diperbaiki"
    listed = [_finding(finding) for finding in findings if finding.severity is not Severity.CATATAN]
    yield "\n".join(listed) if listed else "Tidak ada."


def _chapters(facts: ReportFacts, per_file: Counter[str]) -> Iterator[str]:
    """Every chapter that the outline asks for, then those it does not know."""
    report = facts.report
    known: set[str] = set()
    for slot in facts.slots:
        known.add(slot.file)
        if slot.chapter:
            yield _chapter(facts, slot.chapter, slot.label, per_file)
        elif slot.required:
            yield f"| {plain(slot.label)} | belum ada | {_NOTHING} | {_new(facts, slot.file.rpartition('/')[2])} |"
    for chapter in report.chapters:
        if chapter.file not in known:
            yield _chapter(facts, chapter, chapter.front.value.judul, per_file)
    read = {chapter.file for chapter in report.chapters}
    for name in sorted(filter(NAME.fullmatch, report.files)):
        if (file := f"{report.folder}/{name}") not in read:
            yield f"| {name} | belum terbaca | {per_file[file]} | {_link(facts, name)} |"


def _chapter(facts: ReportFacts, chapter: Chapter, label: str, per_file: Counter[str]) -> str:
    words = sum(len(line.bare.split()) for line in chapter.prose)
    name = chapter.file.removeprefix(f"{facts.report.folder}/")
    return f"| {plain(label)} | {words} kata | {per_file[chapter.file]} | {_link(facts, name)} |"


def _link(facts: ReportFacts, name: str) -> str:
    """Where a file is edited; without a repository's address the file itself, as seen from the root."""
    base = facts.repo.office.repositori
    target = f"{facts.report.folder}/{name}"
    return f"[{name}]({f'{base}/edit/main/{target}' if base else target})"


def _new(facts: ReportFacts, name: str) -> str:
    """Where a file that is missing is begun."""
    base = facts.repo.office.repositori
    return f"[tulis {name}]({base}/new/main/{facts.report.folder}?filename={name})" if base else name


def _aim(aim: Aim) -> Iterator[str]:
    yield "| Kode | Indikator | Target | TW1 | TW2 | TW3 | TW4 | Realisasi | Capaian |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    for measure in aim.measures:
        quarters = " | ".join(_NOTHING if cell is None else measure.unit.write(cell) for cell in measure.quarters)
        value = _NOTHING if measure.value is None else measure.unit.write(measure.value)
        cells = [measure.id, plain(measure.form.nama), _target(measure, measure.target), quarters, value]
        reached = percent(measure.capaian, "", silence(measure, measure.value, measure.target))
        yield f"| {' | '.join([*cells, str(reached)])} |"


def _target(measure: Measure, target: Target) -> str:
    written = measure.unit.write_target(target)
    return f"{written} (belum ditegaskan)" if measure.form.ditegaskan == "tidak" else written


def _finding(finding: Finding) -> str:
    place = f"{finding.place.file}:{finding.place.line}"
    return f"- `{place}` {finding.code} {plain(finding.subject)}: {plain(finding.message)} {plain(finding.repair)}"


def summary(report: Report, findings: Sequence[Finding]) -> str:
    """The year in three lines, for the terminal."""
    words = sum(len(line.bare.split()) for chapter in report.chapters for line in chapter.prose)
    measures = report.performance.measures.values() if report.performance else ()
    filled = sum(measure.value is not None for measure in measures)
    return "\n".join(
        [
            f"Laporan tahun {report.year}: {len(report.chapters)} bab, {words} kata.",
            f"Indikator yang sudah terisi: {filled} dari {len(measures)}.",
            f"Pemeriksaan: {counts(list(findings))}.",
        ]
    )
