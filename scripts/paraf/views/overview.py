"""Sekilas: every step of every procedure on one page, with the flowchart as narrow as a phone; and one role's steps in it."""

from collections.abc import Mapping

from paraf.sop.model import Section, Sop, Step
from paraf.sop.repository import Repository
from paraf.views.flow.draw import row_drawings
from paraf.views.flow.layout import Layout
from paraf.views.flow.route import PHONE, gutter_width
from paraf.views.html import Html, el, joined, md
from paraf.views.page import Page, up
from paraf.views.words import BLANK, duration_words, role_names

Drawn = Mapping[str, tuple[Layout, Mapping[str, Html]]]


def phone_drawings(sop: Sop) -> Drawn:
    """Every procedure's narrow drawing by its letter; made once, shown on several pages."""
    return {section.code: row_drawings(section, PHONE) for section in sop.sections}


def overview_page(repo: Repository, drawn: Drawn) -> Page:
    """The whole SOP at a glance."""
    parts = [
        "Simbol kelabu bergaris putus-putus adalah tafsir kami. Ketuk “Mutu baku” untuk kelengkapan, waktu, dan output."
    ]
    for section in repo.sop.sections:
        title = f"{section.code}. {section.title}" if section.title else f"Bagian {section.code}"
        parts += [f"## {md(title)}", narrow_flow(repo.sop, section, drawn, page="sekilas.md")]
    return Page(path="sekilas.md", title="Sekilas", doors=("Panduan SOP",), body="\n\n".join(parts))


def narrow_flow(sop: Sop, section: Section, drawn: Drawn, *, page: str, mine: str | None = None) -> Html:
    """One procedure on ``page`` as a table of two columns: lanes, and text beside; rows of the role ``mine`` stand out."""
    layout, drawings = drawn[section.code]
    heads = [el("th", el("span", sop.role[role].sebutan), scope="col") for role in section.columns]
    rows = [_row(sop, step, drawings[step.code], layout, page=page, mine=mine) for step in section.steps]
    widths = [PHONE.lane] * (layout.lanes - 1) + [PHONE.lane + gutter_width(layout, PHONE)]
    columns = joined([Html(f'<col width="{pixels}">') for pixels in widths] + [Html("<col>")])
    return el(
        "table",
        el("colgroup", columns),
        el("thead", el("tr", joined(heads), el("th", "Langkah", scope="col"))),
        el("tbody", joined(rows)),
        class_="alur-sempit",
    )


def _row(sop: Sop, step: Step, drawing: Html, layout: Layout, *, page: str, mine: str | None) -> Html:
    own = mine is not None and mine in step.acting
    standard = [
        el("div", el("dt", name), el("dd", value))
        for name, value in (
            (sop.heads.kelengkapan, step.kelengkapan or BLANK),
            (sop.heads.waktu, duration_words(step.waktu)),
            (sop.heads.output, step.output or BLANK),
        )
    ]
    return el(
        "tr",
        el("td", drawing, class_="lajur", colspan=str(layout.lanes), height=str(48 * layout.levels(step.code))),
        el(
            "td",
            el("a", el("b", step.code), f" {step.kegiatan}", href=f"{up(page)}{step.slug}.md"),
            el("small", role_names(sop, step)),
            el("details", el("summary", sop.heads.mutu_baku), el("dl", joined(standard))),
        ),
        class_="milik" if own else None,
    )
