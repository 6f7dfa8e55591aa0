"""The complete sample year as publication sees it, made of bytes, so that a test can change any of them.

It is the year as if nobody had filed the printed document: a test files one of a few bytes where it needs it.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from alur.book.handmade import chained, lines
from alur.sample import POLICY, files_of
from alur.world import WIB
from helpers import ROOT, load_case
from paraf.adapters.published import EVER
from paraf.alur.book.line import Line, seal, written
from paraf.alur.book.reading import read_books
from paraf.alur.content import REGULAR, Covered, digest
from paraf.alur.facts import Tree
from paraf.alur.slots import proof_of
from paraf.alur.states import Closing, Cycle, Deed
from paraf.laporan.binding import digest as text_digest
from paraf.laporan.binding import expanded_text
from paraf.laporan.expand import expand_report
from paraf.sop.forms.papers import Approve, Paper, Stage
from paraf.terbit.edition import Source, YearHere
from paraf.terbit.judging import publishing
from paraf.terbit.states import source_of

YEAR = 2025
RECORD = "bukti/b12.yml"
REPO = load_case(ROOT)
NOW = EVER.astimezone(WIB)
PAPER = publishing(POLICY.papers)


@cache
def files() -> Mapping[str, bytes]:
    """The files of the sample year without its book, and without the document that its evidence names."""
    found = {path: data for path, data in files_of(YEAR).items() if not path.endswith(".pdf")}
    record, many = re.subn(rb"  naskah: .*\n", b"", found[RECORD])
    assert many == 1
    return found | {RECORD: record}


@cache
def books() -> Mapping[str, bytes]:
    """The files of its book by name, with the evidence bound as it is here."""
    folder = ROOT / "lakip" / str(YEAR) / "buku"
    found = {path.name: lines(path.read_bytes()) for path in sorted(folder.iterdir())}
    step = POLICY.papers.terbit
    proof = digest(proof_of(YEAR, step), state().tree)
    return chained({name: [_bound(line, step, proof) for line in rows] for name, rows in found.items()})


def _bound(line: Line, step: str, proof: str) -> Line:
    if line.langkah != step:
        return line
    deeds = tuple(replace(deed, sidik=proof) if deed.jenis == "bukti" else deed for deed in line.tindakan)
    return replace(line, tindakan=deeds)


def state(changed: Mapping[str, bytes] | None = None, named: str = "folder ini") -> Source:
    """The year with some files changed."""
    entries = {path: (REGULAR, data) for path, data in {**files(), **(changed or {})}.items()}
    return source_of(YEAR, named, entries)


def here(**changes: object) -> YearHere:
    """The sample year, or another in its place."""
    year = YearHere(year=YEAR, sample=True, repo=REPO, policy=POLICY, books=books(), here=state())
    return replace(year, **changes)


def closing_of(source: Source, edition: int = 1, pull: int = 6) -> Closing:
    """The publishing paper done on a state, as the forge's facts would come to."""
    assert PAPER is not None
    outline = REPO.outline.value if REPO.outline else None
    text = expanded_text(expand_report(source.report), outline)
    noted = recorded()[PAPER.id]
    content = digest(Covered(YEAR, PAPER.mencakup), source.tree)
    deeds = tuple((step, tuple(_filed(deed, step, source, edition) for deed in deeds)) for step, deeds in noted.deeds)
    return replace(noted, edition=edition, pull=pull, content=content, expanded=text_digest(text), deeds=deeds)


def _filed(deed: Deed, step: str, source: Source, edition: int) -> Deed:
    """A deed of evidence as the edition's own record makes it."""
    if deed.content != digest(proof_of(YEAR, step), state().tree):
        return deed
    return replace(deed, content=digest(proof_of(YEAR, step, edition), source.tree))


@cache
def recorded() -> dict[str, Closing]:
    """What the sample's book records, by paper."""
    return {volume.first.naskah: volume.closing() for volume in read_books(books(), YEAR)[0]}


def cycle(*closings: Closing) -> Cycle:
    """What a forge's facts come to when these papers are done."""
    return Cycle(year=YEAR, steps=(), verdicts=(), closings=closings)


def rehashed(change: Mapping[str, object], book: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The book as somebody would forge it who knows how: the report's lines with a change, and the chain made anew."""
    assert PAPER is not None
    before, found = f"tahun-{YEAR}", {}
    for volume in read_books(book or books(), YEAR)[0]:
        rows = []
        for entry in volume.entries:
            mine = change if volume.first.naskah == PAPER.id else {}
            old, new = entry.line.sidik_isi, mine.get("sidik_isi")
            deeds = tuple(
                replace(deed, sidik=new) if new and deed.sidik == old else deed for deed in entry.line.tindakan
            )
            line: Line = replace(entry.line, **mine, tindakan=deeds, sebelum=before)
            rows.append(written(line))
            before = seal(rows[-1])
        found[volume.file.rpartition("/")[2]] = b"".join(rows)
    return found


def rewrite_book(root: Path) -> None:
    """Forge the book of a folder so that it fits the files that lie there now."""
    year = root / "lakip" / str(YEAR)
    paths = [path for path in year.rglob("*") if path.is_file() and path.parent.name != "buku"]
    source = source_of(
        YEAR, "palsu", {path.relative_to(year).as_posix(): (REGULAR, path.read_bytes()) for path in paths}
    )
    closing = closing_of(source)
    book = {path.name: path.read_bytes() for path in (year / "buku").iterdir()}
    for name, data in rehashed({"sidik_isi": closing.content, "sidik_teks": closing.expanded}, book).items():
        (year / "buku" / name).write_bytes(data)


def rewrite_whole_book(root: Path) -> None:
    """Forge every line of the book of a folder so that it fits the files, evidence too, that lie there now."""
    year = root / "lakip" / str(YEAR)
    paths = [path for path in year.rglob("*") if path.is_file() and path.parent.name != "buku"]
    source = source_of(
        YEAR, "palsu", {path.relative_to(year).as_posix(): (REGULAR, path.read_bytes()) for path in paths}
    )
    text = closing_of(source).expanded
    papers = {paper.id: paper for paper in POLICY.papers.naskah}
    book = {path.name: path.read_bytes() for path in (year / "buku").iterdir()}
    found = {}
    for name, data in book.items():
        paper = papers[name[4:].removesuffix(".jsonl")]
        stages = zip(paper.langkah, lines(data), strict=True)
        found[name] = [_fitting(line, stage, paper, source.tree, text) for stage, line in stages]
    for name, data in chained(found).items():
        (year / "buku" / name).write_bytes(data)


def _fitting(line: Line, stage: Stage, paper: Paper, tree: Tree, text: str | None) -> Line:
    content = digest(Covered(YEAR, paper.mencakup), tree)
    seals = {
        "bukti": digest(proof_of(YEAR, stage.kode), tree),
        "ajukan": content,
    }
    deeds = tuple(
        replace(
            deed,
            sidik=digest(Covered(YEAR, one.atas), tree)
            if isinstance(one, Approve) and one.atas
            else content
            if isinstance(one, Approve)
            else seals.get(deed.jenis),
        )
        for one, deed in zip(stage.syarat, line.tindakan, strict=True)
    )
    return replace(line, sidik_isi=content, sidik_teks=line.sidik_teks and text, tindakan=deeds)
