"""The form as printed sheets, one page of the site per paper: cover, then every procedure with its page connectors."""

from collections.abc import Iterator

from paraf.sop.model import Origin, Section, Sop
from paraf.sop.repository import Repository
from paraf.views.flow.draw import page_drawings
from paraf.views.flow.layout import lay_out
from paraf.views.flow.pieces import FOOT_ROW, HEAD_ROW
from paraf.views.html import Html, el, md, scroll
from paraf.views.page import Page
from paraf.views.procedure import procedure_row, procedure_table
from paraf.views.sheet import boxes_table, identity_table, undrawn_words
from paraf.views.sheet_pages import CONNECTOR_ROW, MM, PAPERS, SYMBOL_ROW, Columns, Paper, columns, cut, print_style


def print_pages(repo: Repository) -> Iterator[Page]:
    """One page for every paper, at ``/lembar-sop/a4/`` and the like."""
    for paper in PAPERS:
        path = f"lembar-sop/{paper.id}.md"
        parts = [
            f"Lembar di bawah ini sudah dibagi menurut {md(paper.name)} lanskap. Cetak dari peramban Anda; "
            "segi lima berhuruf menyambung anak panah antarlembar.",
            *_sheets(repo, paper, path),
        ]
        yield Page(
            path=path,
            title=f"Lembar SOP untuk {paper.name}",
            wide=True,
            kind="lembar",
            paper=paper.sheet,
            searchable=False,
            body="\n\n".join(parts),
        )


def _sheets(repo: Repository, paper: Paper, page: str) -> Iterator[Html]:
    sop = repo.sop
    kind = f"lembar lembar-{paper.id}"
    cover = el("div", identity_table(repo, page=page), boxes_table(sop.identity), class_=kind)
    yield scroll(cover, "Sampul SOP")
    for section in sop.sections:
        tables = list(_tables(sop, section, paper, page))
        for number, table in enumerate(tables, start=1):
            label = f"Bagian {section.code}, lembar {number} dari {len(tables)}"
            title = f"{section.code}. {section.title}" if section.title else f"Bagian {section.code}"
            head = el(
                "p", el("strong", title), el("span", f"lembar {number} dari {len(tables)}"), class_="lembar-judul"
            )
            yield scroll(el("div", head, table, _key(section), class_=kind), label)


def _key(section: Section) -> Html:
    """What the symbols mean, and that they are not the print's: the sheet may be read without this site."""
    words = (
        "Kapsul: mulai atau selesai. Kotak: kegiatan. Belah ketupat: keputusan. Segi lima: sambungan ke lembar lain."
    )
    if any(step.symbols.origin is Origin.READ for step in section.steps):
        words += " Simbol kelabu bergaris putus-putus: tafsir, belum ditegaskan kantor; lembar asli tidak bersimbol."
    return el("p", words + undrawn_words(section), class_="lembar-kunci")


def _tables(sop: Sop, section: Section, paper: Paper, page: str) -> Iterator[Html]:
    layout, style = lay_out(section), print_style(paper, section)
    wide = columns(paper, section, layout, style)
    sheets = cut(paper, section, layout, wide)
    steps = {step.code: step for step in section.steps}
    for number, (codes, drawings) in enumerate(zip(sheets, page_drawings(layout, style, sheets), strict=True)):
        rows = [
            procedure_row(section, steps[code], drawings[code], height=SYMBOL_ROW * MM * layout.levels(code), page=page)
            for code in codes
        ]
        if number:
            rows.insert(0, _connector_row(section, drawings[HEAD_ROW], wide))
        if number < len(sheets) - 1:
            rows.append(_connector_row(section, drawings[FOOT_ROW], wide))
        yield procedure_table(sop, section, [width * MM for width in wide.all], rows)


def _connector_row(section: Section, drawing: Html, wide: Columns) -> Html:
    """A row without words, tall enough for the pentagons."""
    first, rest = el("td", drawing, class_="lajur", height=f"{CONNECTOR_ROW * MM:g}"), el("td", class_="lajur")
    lanes = [first] + [rest] * (len(section.columns) - 1)
    after = len(wide.all) - 2 - len(lanes)
    return el("tr", el("td"), el("td"), *lanes, *([el("td")] * after), class_="sambung", aria_hidden="true")
