"""The table of a procedure, on screen and on paper: two header rows, printed cells, the drawing in the performer columns."""

from collections.abc import Iterable

from paraf.sop.model import Origin, Section, Sop, Step
from paraf.views.html import Html, el, joined
from paraf.views.page import up


def procedure_table(sop: Sop, section: Section, widths: Iterable[float], rows: list[Html]) -> Html:
    """The table with its columns in pixels."""
    listed = list(widths)
    return el(
        "table",
        el("colgroup", joined([el("col", width=f"{width:g}") for width in listed])),
        procedure_heads(sop, section),
        el("tbody", joined(rows)),
        class_="sop-prosedur",
        data_search_exclude="",
        width=f"{sum(listed):g}",
    )


def procedure_heads(sop: Sop, section: Section) -> Html:
    """The two header rows; performers and standards span their columns."""
    heads, columns = sop.heads, [sop.role[role].sebutan for role in section.columns]
    first = [
        el("th", heads.no, rowspan="2", scope="col"),
        el("th", heads.kegiatan, rowspan="2", scope="col"),
        el("th", heads.pelaksana, colspan=str(len(columns)), scope="colgroup"),
        el("th", heads.mutu_baku, colspan="3", scope="colgroup"),
        *(el("th", column.judul, rowspan="2", scope="col") for column in section.extra),
        el("th", heads.ket, rowspan="2", scope="col"),
    ]
    second = [el("th", name, scope="col") for name in (*columns, heads.kelengkapan, heads.waktu, heads.output)]
    return el("thead", el("tr", joined(first)), el("tr", joined(second)))


def procedure_row(section: Section, step: Step, drawing: Html, *, height: float, page: str) -> Html:
    """One row on ``page``: printed cells only; the drawing of the whole row hangs in the first performer's cell.

    ``height`` in pixels is the least it takes.
    """
    words = [performer_cell(step, role) for role in section.columns]
    performers = [el("td", drawing, _spoken(words[0]), class_="lajur", height=f"{height:g}")]
    performers += [el("td", _spoken(word), class_="lajur") for word in words[1:]]
    extra = [el("td", step.tambahan.get(column.id)) for column in section.extra]
    return el(
        "tr",
        el("td", el("a", step.printed_number, href=f"{up(page)}{step.slug}.md")),
        el("td", step.kegiatan),
        *performers,
        el("td", step.kelengkapan),
        el("td", step.waktu.text),
        el("td", step.output),
        *extra,
        el("td", step.ket),
    )


def _spoken(words: str | None) -> Html | None:
    """What the drawing shows, for those who listen."""
    return el("span", words, class_="terdengar") if words else None


def performer_cell(step: Step, role: str) -> str | None:
    """The symbols printed in a performer's column; nothing where the print has none."""
    if step.symbols.origin is not Origin.PRINTED:
        return None
    return ", ".join(symbol.bentuk.replace("-", " ") for column, symbol in step.placed if column == role)
