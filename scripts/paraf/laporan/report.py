"""A report year as one value: what was read, and what could not be read (which becomes findings, never a crash)."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from paraf.door.decode import Source, load
from paraf.door.markup import Markup, read_markup
from paraf.door.regex import regex
from paraf.door.text import any_text, sized
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.budget import Budget, build_budget
from paraf.laporan.chapter import NAME, Chapter, read_chapters
from paraf.laporan.forms.performance import PerformanceFile
from paraf.laporan.forms.report import AnnexFile, Exemption, ExemptionFile, ReportFile
from paraf.laporan.forms.small import AnswersFile, IndividualFile, PlanFile
from paraf.laporan.performance import Performance, build_performance
from paraf.laporan.records.names import FILES as SCANS
from paraf.laporan.records.names import FOLDER as EVIDENCE
from paraf.laporan.sheet import Row, read_sheet
from paraf.sop.repository import first_faults

T = TypeVar("T")

IDENTITY = "laporan.yml"
PERFORMANCE = "data/kinerja.yml"
ANNEXES = "lampiran/daftar.yml"
EXEMPTIONS = "data/pengecualian.yml"
PLAN = "rencana-kerja.yml"
INDIVIDUAL = "individu.yml"
ANSWERS = "tanggapan.yml"
FORMATS: Mapping[str, type] = {
    "laporan": ReportFile,
    "kinerja": PerformanceFile,
    "lampiran": AnnexFile,
    "pengecualian": ExemptionFile,
    "rencana-kerja": PlanFile,
    "individu": IndividualFile,
    "tanggapan": AnswersFile,
}
"""Every file format of a year by the name of its schema."""
FORMED = (IDENTITY, PERFORMANCE, ANNEXES, EXEMPTIONS, PLAN, INDIVIDUAL, ANSWERS)
"""Where the files of those formats lie."""
LISTS = regex(r"data/daftar-[a-z0-9-]+\.csv")
"""A list that proves a count: any columns, the first of them names the thing."""
_SHEET = regex(r"\.(?:ya?ml|csv|tsv|txt|xlsx?|ods)$", re.IGNORECASE)


class Report(Struct, frozen=True, kw_only=True, dict=True):
    """``folder`` is ``lakip/<tahun>``; ``files`` every path below it; ``None``: absent or unreadable.

    ``sizes`` are the bytes of every file, ``texts`` those of which a person reads the text, as far as it was read.
    ``evidence`` are the bytes of every file in ``bukti/``; only the SOP knows what they must hold. ``seals`` are the SHA-256 of
    the scans there, whose bytes nobody reads. ``faults`` are what kept a part from being read.
    """

    year: int
    folder: str
    files: frozenset[str]
    sizes: Mapping[str, int]
    texts: Mapping[str, str]
    identity: Source[ReportFile] | None
    performance: Performance | None
    budget: Budget | None
    annexes: Source[AnnexFile] | None
    exemptions: Source[ExemptionFile] | None
    plan: Source[PlanFile] | None
    individual: Source[IndividualFile] | None
    answers: Source[AnswersFile] | None
    evidence: Mapping[str, bytes]
    seals: Mapping[str, str]
    lists: Mapping[str, list[Row]]
    chapters: tuple[Chapter, ...]
    faults: tuple[Fault, ...]

    @cached_property
    def by_id(self) -> Mapping[tuple[str, str | None], Chapter]:
        """Chapters by what they are: a part of the outline, and the goal where it has one per goal."""
        return {(chapter.id, chapter.goal): chapter for chapter in reversed(self.chapters)}

    @cached_property
    def markup(self) -> Mapping[str, Markup]:
        """Links, pictures and what does not belong, of every Markdown file of the year, chapters or not."""
        return {name: read_markup(text) for name, text in self.texts.items() if name.endswith(".md")}

    @property
    def exempted(self) -> tuple[Exemption, ...]:
        """What the office keeps on purpose."""
        return self.exemptions.value.pengecualian if self.exemptions else ()

    def place(self, name: str = "") -> Place:
        """The beginning of a file of this year, present or not; the folder itself for ``""``."""
        return Place(f"{self.folder}/{name}" if name else self.folder, 1, 1)


def read_report(
    year: int,
    files: Mapping[str, bytes],
    sizes: Mapping[str, int] | None = None,
    seals: Mapping[str, str] | None = None,
) -> Report:
    """Read the files of ``lakip/<year>/`` by their path below it; total: an answer for any bytes.

    ``sizes`` tells how large the files are that were not read whole, ``seals`` the SHA-256 of scans that were not read.
    """
    folder = f"lakip/{year}"
    faults: list[Fault] = []

    def read(type_: type[T], name: str) -> Source[T] | None:
        if name not in files:
            return None
        source, found = load(type_, f"{folder}/{name}", files[name])
        faults.extend(found)
        return source

    identity, annexes = read(ReportFile, IDENTITY), read(AnnexFile, ANNEXES)
    exemptions, form = read(ExemptionFile, EXEMPTIONS), read(PerformanceFile, PERFORMANCE)
    plan, individual, answers = read(PlanFile, PLAN), read(IndividualFile, INDIVIDUAL), read(AnswersFile, ANSWERS)
    performance, found = build_performance(form) if form else (None, [])
    faults += found
    for source in (identity, form):
        if source and source.value.tahun != year:
            message = f"tahunnya {source.value.tahun}, padahal foldernya {year}"
            faults.append(Fault(source.place("tahun"), message, f"tulis {year}, atau pindahkan berkasnya"))
    budget = None
    if BUDGET in files:
        edition = performance.edition if performance else "perubahan"
        budget, found = build_budget(f"{folder}/{BUDGET}", files[BUDGET], edition)
        faults += found
    chapters = []
    for chapter, found in read_chapters(folder, files):
        chapters += [chapter] if chapter else []
        faults += found
    lists = {}
    for name in sorted(filter(LISTS.fullmatch, files)):
        lists[name], found = read_sheet(f"{folder}/{name}", files[name], None)
        faults += found
    faults += _misnamed(folder, files)
    true_sizes = {name: len(data) for name, data in files.items()} | dict(sizes or {})
    return Report(
        year=year,
        folder=folder,
        files=frozenset(files),
        sizes=true_sizes,
        texts={name: any_text(data) for name, data in files.items() if is_text(name)},
        identity=identity,
        performance=performance,
        budget=budget,
        annexes=annexes,
        exemptions=exemptions,
        plan=plan,
        individual=individual,
        answers=answers,
        evidence={name: data for name, data in files.items() if name.startswith(EVIDENCE)},
        seals=_seals(files) if seals is None else seals,
        lists=lists,
        chapters=tuple(chapters),
        faults=tuple(first_faults(sized(faults, folder, true_sizes))),
    )


def _seals(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if is_scan(name)}


def is_scan(name: str) -> bool:
    """Whether a file below the year may be a scan that is filed with evidence."""
    return name.startswith(EVIDENCE) and name.lower().endswith(SCANS)


def _misnamed(folder: str, names: Collection[str]) -> Iterator[Fault]:
    """Data under a name that nobody reads, while the right name is absent: another ending, a capital letter, no folder."""
    known = (BUDGET, *(name for name in FORMED if name != ANNEXES))
    wanted = {name.rpartition("/")[2].partition(".")[0]: name for name in known}
    for name in sorted(names):
        if "/" in name.removeprefix("data/") or not _SHEET.search(name):
            continue
        stem = unicodedata.normalize("NFKC", name.rpartition("/")[2].partition(".")[0]).casefold()
        right = wanted.get(stem)
        if stem.startswith("daftar") and name.startswith("data/"):
            slug = "-".join(re.findall(r"[a-z0-9]+", stem.removeprefix("daftar")))
            right = f"data/daftar-{slug or 'nama'}.csv"
        if right and right != name and right not in names:
            repair = f"simpan sebagai {right}" + (" (CSV UTF-8)" if right.endswith(".csv") else "")
            yield Fault(
                Place(f"{folder}/{name}", 1, 1), "nama berkas ini tidak dikenal, jadi isinya tidak dibaca", repair
            )


def is_text(name: str) -> bool:
    """Whether a file below the year is read here; of the others only the name is looked at."""
    return name.lower().endswith((".md", ".yml", ".yaml", ".csv", ".txt", ".json", ".jsonl"))


def chapter_like(name: str) -> bool:
    """Whether a file below the year is a Markdown file that ought to be a chapter."""
    return name.endswith(".md") and "/" not in name and not NAME.fullmatch(name)
