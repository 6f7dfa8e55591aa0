"""The *naskah baca*: the expanded report as one document of pandoc's Markdown, and the words that the template prints."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from paraf.laporan.binding import PICTURES, annexes, bound, digest, expanded_text, grouped
from paraf.laporan.chapter import NAME
from paraf.laporan.expand import Expansion, Piece
from paraf.laporan.markdown import blocks
from paraf.laporan.numbers import write_number
from paraf.laporan.report import Report
from paraf.sop.dates import write_date
from paraf.sop.repository import Repository
from paraf.views.changed_lines import MARK, gone, keys
from paraf.views.reading_lines import block, body_lines, heading_line, one_line
from paraf.views.standing import layout
from paraf.views.words import SAMPLE

MAX_GONE = 300
"""Earlier lines that are printed at most."""
MAX_PARTS, MAX_LETTERS = 30_000, 2_000_000
"""Lines and cells, and letters, of the longest document that is printed; the printer needs a gigabyte for so many."""


class Reading(Struct, frozen=True, kw_only=True):
    """A document ready for the printer: ``source`` is pandoc's Markdown, ``text`` the plain expanded report,
    ``pictures`` the charts by name, ``photos`` the year's own pictures it shows, ``words`` what the template prints."""

    source: str
    text: str
    pictures: dict[str, str]
    photos: tuple[str, ...]
    words: dict[str, str]


def reading(repo: Repository, expansion: Expansion, before: Expansion | None, since: str | None) -> Reading:
    """The report as one document; passages that ``before`` does not have are marked as changed ``since``."""
    outline = repo.outline.value if repo.outline else None
    report = expansion.context.report
    text = expanded_text(expansion, outline)
    earlier = expanded_text(before, outline) if before else None
    old = keys(earlier) if earlier is not None else None
    parts = []
    notes = 1
    for one in bound(expansion, outline):
        parts.append(heading_line(one.level, one.heading, old))
        standing = layout(one.chapter.chapter.blocks, notes)
        notes += len(standing.notes)
        parts.append(body_lines(one.chapter.pieces, standing, one.sink, old))
    for annex in annexes(report):
        heading = heading_line(1, annex.heading, old)
        # What only says where it is needs no page of its own.
        parts.append(f"{block('sambung', '')}\n\n{heading}" if annex.elsewhere else heading)
        pieces = [Piece(f"{line}\n", number, 1) for number, line in enumerate(annex.lines, start=1)]
        standing = layout(blocks(annex.lines, 1), notes)
        notes += len(standing.notes)
        parts.append(body_lines(pieces, standing, 0, old))
    lost = gone(earlier, text) if earlier is not None else {}
    source = "\n".join([*parts, *_lost(lost)])
    return Reading(
        source=source,
        text=text,
        pictures={
            f"{picture.name}.svg": picture.svg
            for one in expansion.chapters
            for chart in one.charts
            for picture in chart.pictures
        },
        photos=tuple(name for name in sorted(report.files) if name.endswith(PICTURES) and _shown(name, text)),
        words=_words(repo, report, text) | {"sejak": _since(since, source.count(MARK), lost) if since else ""},
    )


def too_long(made: Reading, expansion: Expansion) -> str:
    """Why a document cannot be printed, in a sentence that names its longest part; nothing where it can."""
    found, letters = _rows(made.source), len(made.source)
    if found <= MAX_PARTS and letters <= MAX_LETTERS:
        return ""
    # The longest by what there is too much of.
    measure = _rows if found > MAX_PARTS else len
    parts = [(measure(one.markdown), one.chapter.file) for one in expansion.chapters]
    parts += [(measure("\n".join(one.lines)), one.heading) for one in annexes(expansion.context.report)]
    return (
        f"Naskah ini terlalu panjang untuk dicetak: {write_number(Decimal(found), 0)} baris dan sel,"
        f" {write_number(Decimal(letters), 0)} huruf; paling banyak {write_number(Decimal(MAX_PARTS), 0)} baris dan sel,"
        f" {write_number(Decimal(MAX_LETTERS), 0)} huruf. Ringkas dulu bagian terpanjangnya: {max(parts)[1]}."
    )


def _rows(text: str) -> int:
    """Lines and cells."""
    return text.count("\n") + text.count("|")


def _words(repo: Repository, report: Report, text: str) -> dict[str, str]:
    form = report.identity.value if report.identity else None
    read = {chapter.file.rpartition("/")[2] for chapter in report.chapters}
    unread = [name for name in sorted(report.files) if NAME.fullmatch(name) and name not in read]
    sample = str(report.year) in repo.office.tahun_contoh
    return {
        "judul": f"{form.judul if form else 'Laporan'} Tahun {report.year}",
        "kantor": repo.office.nama,
        "pemerintah": repo.office.pemerintah,
        "keadaan": f"Keadaan data {write_date(form.keadaan)}" if form else "",
        "luput": f"Belum dapat dibaca, jadi tidak tercetak: {', '.join(unread)}." if unread else "",
        "contoh": SAMPLE if sample else "",
        "sidik": grouped(digest(text)),
        "lebar": str(repo.office.kertas.lebar),
        "tinggi": str(repo.office.kertas.tinggi),
    }


def _since(since: str, marks: int, lost: Mapping[str, list[str]]) -> str:
    """What the cover says about the changes."""
    if not marks and not lost:
        return f"Tidak ada yang berubah sejak {since}."
    end = " Bunyi semula ada pada bagian terakhir." if lost else ""
    return f"Bagian yang berubah sejak {since} bergaris di tepi kiri dan berlatar kuning.{end}"


def _lost(lost: Mapping[str, list[str]]) -> Iterator[str]:
    """The last part: what stood there before, under the headings of then."""
    if not lost:
        return
    yield "# Bunyi Semula\n"
    yield (
        block("catatan-panel", "Bagian ini bukan isi laporan. Yang diganti atau dihapus tersalin menurut urutannya.")
        + "\n"
    )
    room = MAX_GONE
    for heading, lines in lost.items():
        if room > 0:
            yield f"#### {one_line(heading)}\n"
            yield "".join(f"- {one_line(line)}\n" for line in lines[:room])
        room -= len(lines)
    if room < 0:
        yield block("catatan-panel", f"Masih ada {-room} baris lagi.") + "\n"


def _shown(name: str, text: str) -> bool:
    """Whether an address in the text leads to a file, in one of the three ways to write a space in it."""
    return f"({name}" in text or f"(<{name}>" in text or f"({name.replace(' ', '%20')}" in text
