"""Where an edition begins: three figures, what there is to read and to take along, who approved it, its versions."""

from collections.abc import Iterator

from msgspec.structs import replace

from paraf.laporan.binding import grouped
from paraf.laporan.panels import FOLDER as CHARTS_FOLDER
from paraf.sop.dates import write_date
from paraf.sop.repository import Repository
from paraf.views.approval import of_closing
from paraf.views.html import Html, el, joined, scroll, stacked
from paraf.views.page import Page
from paraf.views.terbit.downloads import FOLDER as DOWNLOADS
from paraf.views.terbit.downloads import Stored, size_words, stored
from paraf.views.terbit.figures_csv import NAMES as SHEETS
from paraf.views.terbit.figures_csv import figures_csv
from paraf.views.terbit.frame import CHANGES, CHARTS, SHEET, banner, framed, to, withdrawn_words
from paraf.views.terbit.parts import Part
from paraf.views.terbit.reading_pages import headings_of
from paraf.views.terbit.shelf import Shelf, Volume, sheet_path
from paraf.views.terbit.telling import telling_cards

DOOR = "LAKIP terbit"
NO_PDF = "PDF laporan ini tidak disimpan di repositori. Yang resmi adalah eksemplar bertanda tangan di arsip kantor."
NO_PDF_PPID = "PDF laporan ini memuat bagian yang tidak diterbitkan di sini. Mintalah kepada PPID kantor."
SIGNED = "Yang sah ialah naskah yang ditandatangani; halaman-halaman ini tampilan bacanya."
_WEIGHT = 4
"""Who searches for the report by its name finds its entrance before the steps that name it."""
AUTHENTIC = "keaslian.md"
"""The page on which anybody checks a PDF or a figure."""


def entrance(repo: Repository, shelf: Shelf) -> Page:
    """The year's entrance, which always shows the version to be read, or that none is."""
    volume = shelf.shown or shelf.newest
    page = _begin(repo, shelf, volume, shelf.entrance) if shelf.shown else _withdrawn(shelf, volume, shelf.entrance)
    return _in_navigation(replace(page, words=(volume.short,)), shelf)


def _in_navigation(page: Page, shelf: Shelf) -> Page:
    return replace(page, doors=(DOOR,), short=str(shelf.year), order=10_000 - shelf.year, weight=_WEIGHT)


def version_page(repo: Repository, shelf: Shelf, volume: Volume) -> Page:
    """The permanent beginning of one version."""
    path = f"{volume.folder}index.md"
    return _withdrawn(shelf, volume, path) if volume.withdrawn else _begin(repo, shelf, volume, path)


def _withdrawn(shelf: Shelf, volume: Volume, path: str) -> Page:
    """All that is left of a withdrawn version."""
    assert volume.withdrawn
    other = next((one for one in shelf.volumes if one.edition.number == volume.withdrawn.pengganti), None)
    instead = shelf.shown if other is None else other
    where = (
        el("a", f"Baca versi {instead.edition.number}", href=to(path, f"{instead.folder}index.md")) if instead else None
    )
    notice = el("p", withdrawn_words(volume), class_="maklumat")
    parts = (banner(sample=volume.edition.sample), notice, el("p", where, ".") if where else None)
    return Page(
        path=path,
        title=volume.title,
        body="\n\n".join([*filter(None, parts), *_versions(shelf, path)]),
        kind="laporan",
        paper="a4",
        wide=True,
        searchable=path == shelf.entrance,
    )


def _begin(repo: Repository, shelf: Shelf, volume: Volume, path: str) -> Page:
    """The beginning of a version that may be read."""
    pdfs = () if shelf.ppid else stored(repo, volume)
    cards = telling_cards(volume.edition.expansion.context)
    body = [
        el("p", *_approved(shelf, volume), class_="keterangan"),
        cards,
        "## Baca",
        _reading(volume, path),
        _every_heading(volume, path),
        *_first_chart(volume, path),
        "## Unduh",
        *_downloads(shelf, volume, path, pdfs),
        "## Pengesahan",
        _proofs(shelf, volume, path),
        *_versions(shelf, path),
    ]
    return framed(shelf, volume, path, volume.title, body)


def _approved(shelf: Shelf, volume: Volume) -> Iterator[str]:
    """One sentence: the office, the version, by whom and when it was approved and published."""
    edition = volume.edition
    yield f"Versi {edition.number}"
    found = of_closing(edition.closing, edition.policy, edition.year)
    if found:
        last = max(found.approvals, key=lambda one: one.at)
        yield f", disetujui {last.post} pada {shelf.clock.words(last.at)}"
    yield f", terbit {shelf.day(edition)}."


def _first_chart(volume: Volume, path: str) -> Iterator[str]:
    """The first chart of the report with its words, as the way to all of them."""
    charts = [
        picture for one in volume.edition.expansion.chapters for chart in one.charts for picture in chart.pictures
    ]
    if charts:
        first = charts[0]
        shown = el("img", alt=first.words, src=_file(path, f"{volume.folder}{CHARTS_FOLDER}/{first.name}.svg"))
        more = el("a", f"Semua {len(volume.parts.charts)} grafik", href=to(path, f"{volume.folder}{CHARTS}"))
        yield "## Grafik"
        yield el("figure", shown, el("figcaption", more), class_="grafik")


def _file(path: str, target: str) -> str:
    """The address of a file from a page; a page that is no index is a folder of its own."""
    return to(path if path.endswith("index.md") else f"{path.removesuffix('.md')}/index.md", target)


def _reading(volume: Volume, path: str) -> Html:
    """Chapters and annexes as two lists."""
    parts = volume.parts.parts
    return el(
        "div",
        _list(path, [part for part in parts if not part.annex]),
        _list(path, [part for part in parts if part.annex]),
        class_="daftar-isi",
    )


def _every_heading(volume: Volume, path: str) -> Html | None:
    """The headings of every chapter, folded: for who looks for a matter and not for a chapter, and for the search."""
    items = []
    for part in volume.parts.parts:
        inner = [
            el("li", el("a", words, href=f"{_file(path, part.path.removesuffix('.md'))}/#{name}"))
            for _, words, name in ([] if part.annex else headings_of(volume, part))
        ]
        if inner:
            items.append(el("li", el("b", part.heading), el("ul", joined(inner))))
    return el("details", el("summary", "Isi setiap bab"), el("ul", joined(items)), class_="isi-bab") if items else None


def _list(path: str, parts: list[Part]) -> Html | None:
    items = [
        el("li", el("a", part.heading, href=to(path, part.path)), class_="dalam" if part.level > 1 else None)
        for part in parts
    ]
    return el("ul", joined(items)) if items else None


def _downloads(shelf: Shelf, volume: Volume, path: str, pdfs: tuple[Stored, ...]) -> Iterator[Html]:
    """The PDFs with their digests, then the figures."""
    for one in pdfs:
        name = (
            f"{volume.short.replace(' ', '-')}-v{volume.edition.number}{'-bertanda-tangan' if one.signed else ''}.pdf"
        )
        link = el("a", one.called, href=_file(path, f"{volume.folder}{DOWNLOADS}/{one.name}"), download=name)
        said = f" {SIGNED}" if one.signed else ""
        print_ = el("span", "Sidik jari digital (SHA-256): ", el("code", grouped(one.digest)), class_="sidik")
        yield el("p", link, f" ({one.size}).{said}", el("br"), print_)
    if not pdfs:
        yield el("p", NO_PDF_PPID if shelf.ppid else NO_PDF)
    sheets = figures_csv(volume.edition.source.report)
    items = [
        el(
            "li",
            el("a", SHEETS[name], href=_file(path, sheet_path(volume, name)), download=""),
            f" (CSV, {size_words(len(text.encode()))})",
        )
        for name, text in sheets.items()
    ]
    if items:
        yield el("p", "Angka laporan ini untuk Excel, dihitung dari data yang sama dengan tabelnya:")
        yield el("ul", joined(items))


def _proofs(shelf: Shelf, volume: Volume, path: str) -> Html:
    """The pages that prove it."""
    edition = volume.edition
    changes = []
    if before := shelf.compared(volume):
        words = f"semula dan menjadi, dibanding versi {before.edition.number}"
        changes.append(("Lembar perubahan", words, f"{volume.folder}{CHANGES}"))
    rows = [
        ("Lembar pengesahan", "siapa menyetujui, kapan, dan isi yang mana", f"{volume.folder}{SHEET}"),
        ("Riwayat persetujuan", "setiap naskah dan langkahnya sepanjang tahun", shelf.course),
        *changes,
        ("Periksa keaslian", "cocokkan PDF atau sidik jari digital dengan yang disetujui", AUTHENTIC),
    ]
    items = [el("li", el("a", name, href=to(path, target)), f": {words}") for name, words, target in rows]
    print_ = el(
        "p",
        "Sidik jari digital isinya (SHA-256):",
        el("br"),
        el("code", grouped(edition.closing.content)),
        class_="sidik",
    )
    return el("div", el("ul", joined(items)), print_)


def _versions(shelf: Shelf, path: str) -> Iterator[str]:
    """Every version with its day and address."""
    yield "## Versi"
    rows = []
    for volume in reversed(shelf.volumes):
        number = volume.edition.number
        said = f"ditarik pada {write_date(volume.withdrawn.tanggal)}" if volume.withdrawn else "berlaku"
        if volume.after and not volume.withdrawn and volume is not shelf.shown:
            said = f"digantikan versi {volume.after.number} sejak {shelf.day(volume.after)}"
        address = el("a", f"lakip/{shelf.year}/v{number}/", href=to(path, f"{volume.folder}index.md"))
        rows.append((f"Versi {number}", shelf.day(volume.edition), said, address))
    yield scroll(stacked(("Versi", "Terbit", "Keadaan", "Alamat tetap"), rows), "Versi")
