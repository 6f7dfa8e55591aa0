"""The *lembar perubahan* as the body of a page: numbers first as Semula | Menjadi, then chapter by chapter.

What went is struck through, what came is underlined, and both are said in words to who does not see it; nothing is told by
colour alone. Every word of a report is escaped; a line of a report is never Markdown here.
"""

from collections.abc import Iterator, Sequence

from paraf.door.text import visible
from paraf.laporan.perubahan.excerpt import excerpt
from paraf.laporan.perubahan.records import Angka, Cell, Change, Part, Perubahan, Piece
from paraf.views import perubahan_words as words
from paraf.views.html import Html, el, joined, scroll, stacked
from paraf.views.page import Page

LEGEND = "Yang dicoret dihapus, yang bergaris bawah ditambahkan. Nomor paragraf menurut naskah baca."
_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
_STYLE = """\
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; }
body { background: light-dark(#fbfaf6, #12161d); color: light-dark(#1b2433, #e6e9ee); }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.1rem; margin-top: 2rem; border-top: 1px solid; padding-top: .7rem; }
.gulir { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid light-dark(#d9d5ca, #39414e); padding: .4em .6em; text-align: left; vertical-align: top; }
small, .lirih, .kepala { color: light-dark(#525c6b, #b3bac6); }
ul.perubahan { list-style: none; padding: 0; }
ul.perubahan > li { margin: 0 0 1rem; padding-left: .8rem; border-left: 3px solid light-dark(#d9d5ca, #39414e); }
ul.perubahan p { margin: .2rem 0; overflow-wrap: anywhere; }
ins { font-weight: 600; text-decoration: underline; text-underline-offset: .2em; }
.terdengar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 37em) {
  .susun thead, .susun .kosong { display: none; }
  .susun, .susun tbody, .susun tr, .susun th, .susun td { display: block; border: 0; }
  .susun tr { border: 1px solid light-dark(#d9d5ca, #39414e); border-radius: 4px; margin: 0 0 .6rem; padding: .3rem .4rem; }
  .susun th, .susun td { padding: .1rem .3rem; }
  .susun td::before { content: attr(data-kepala) ": "; color: light-dark(#525c6b, #b3bac6); }
  .susun td div { display: inline; }
}
@media print { :root { color-scheme: light; } li, tr { break-inside: avoid; } h2 { break-after: avoid; } }
"""
_HEADS = ("Angka", "Semula", "Menjadi", "Dibaca di")
_SPOKEN = {"dihapus": ("del", "dihapus: "), "ditambah": ("ins", "ditambah: ")}


def perubahan_page(perubahan: Perubahan, path: str, name: str, before: str, after: str) -> Page:
    """The sheet as a page of the site; ``name`` is what the office calls its report."""
    title = words.title(perubahan, name)
    return Page(path=path, title=title, body=perubahan_body(perubahan, before, after))


def perubahan_body(perubahan: Perubahan, before: str, after: str) -> str:
    """The body below the heading of a page; ``before`` and ``after`` are what the two states are called."""
    return "\n\n".join(_parts(perubahan, before, after))


def as_document(perubahan: Perubahan, name: str, before: str, after: str, banner: str) -> str:
    """The sheet as a file of its own, to be sent and opened in any browser."""
    title = words.title(perubahan, name)
    head = joined([Html('<meta charset="utf-8">'), Html(_VIEWPORT), el("title", title), el("style", Html(_STYLE))])
    body = Html(perubahan_body(perubahan, before, after))
    told = el("p", el("b", banner)) if banner else None
    main = el("main", told, el("h1", title), body)
    return f'<!doctype html>\n<html lang="id"><head>{head}</head>\n<body>{main}</body></html>\n'


def _parts(perubahan: Perubahan, before: str, after: str) -> Iterator[Html]:
    told = words.summary(perubahan)
    yield el("p", "Semula: ", el("b", before), ". Menjadi: ", el("b", after), f". {told}")
    if perubahan.nothing:
        return
    yield el("p", LEGEND, class_="lirih")
    for heading, origin in words.HEADINGS:
        if found := words.figures(perubahan, origin):
            yield el("h2", heading, id=f"angka-{origin}")
            yield _figures(found, heading)
    for number, part in enumerate(perubahan.parts, start=1):
        yield el("h2", visible(part.title), id=f"bagian-{number}")
        yield from _part(part)


def _figures(found: Sequence[Angka], label: str) -> Html:
    rows = [
        (
            joined([el("b", visible(one.subject)), el("small", visible(one.what))], "<br>"),
            el("span", visible(one.before) or words.ABSENT),
            el("b", visible(one.after) or words.GONE),
            visible(words.chapters(one.shown)) or None,
        )
        for one in found[: words.MOST_FIGURES]
    ]
    rest = len(found) - len(rows)
    table = scroll(stacked(_HEADS, rows, "tabel angka-berubah"), label)
    return joined([table, el("p", f"Dan {rest} lagi.")]) if rest > 0 else table


def _part(part: Part) -> Iterator[Html]:
    if said := words.state(part):
        yield el("p", visible(said))
    own = words.own(part)
    shown = own[: words.MOST_CHANGES]
    if shown:
        yield el("ul", joined([el("li", _place(one), *_told(one)) for one in shown]), class_="perubahan")
    if rest := words.left_out(part, len(shown)):
        yield el("p", rest)
    if places := words.derived(part):
        yield el("p", f"{words.DERIVED}: {places}.", class_="lirih")


def _place(change: Change) -> Html:
    return el("b", visible(words.place(change)))


def _told(change: Change) -> Iterator[Html]:
    for cell in words.told_cells(change):
        head = el("span", visible(f"{cell.head}: "), class_="kepala") if cell.head else None
        yield el("p", head, _cell(cell))


def _cell(cell: Cell) -> Html:
    return joined([_piece(one) for one in excerpt(cell.pieces, words.CONTEXT, words.MOST_WORDS)], " ")


def _piece(piece: Piece) -> Html:
    if piece.tag == "sama":
        return el("span", visible(piece.text))
    tag, said = _SPOKEN[piece.tag]
    return el(tag, el("span", said, class_="terdengar"), visible(piece.text))
