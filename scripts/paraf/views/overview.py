"""Every step at a glance: as a list, as the flowchart as narrow as a phone, and both procedures on one poster."""

from collections.abc import Iterator, Mapping

from paraf.sop.model import Section, Sop, Step
from paraf.sop.repository import Repository
from paraf.views.flow.draw import row_drawings, undrawn_returns
from paraf.views.flow.layout import Layout
from paraf.views.flow.pieces import PHONE
from paraf.views.flow.route import gutter_width
from paraf.views.html import Html, el, joined, link
from paraf.views.page import Page, up
from paraf.views.words import BLANK, duration_words, role_names

Drawn = Mapping[str, tuple[Layout, Mapping[str, Html]]]
GUIDE = ("Panduan SOP",)
LEGEND = (
    "Kapsul berarti mulai atau selesai, kotak berarti kegiatan, belah ketupat berarti keputusan. "
    "Simbol kelabu bergaris putus-putus adalah tafsir kami; alasannya ada di [Catatan atas SOP](catatan-sop.md)."
)
_ROOMY = 13
"""So many steps leave room for larger letters on the poster."""
_IN_WORDS = (
    " Anak panah Tidak keluar dari belah ketupat saja; bila langkah lain dapat dikembalikan, "
    "jalan kembalinya ditulis dengan kata di bawah langkahnya."
)


def phone_drawings(sop: Sop) -> Drawn:
    """Every procedure's narrow drawing by its letter; made once, shown on several pages."""
    return {section.code: row_drawings(section, PHONE) for section in sop.sections}


def _legend(sections: tuple[Section, ...]) -> str:
    """What the drawing means; and that it leaves returns out where no diamond stands, if there are such."""
    return LEGEND + (_IN_WORDS if any(undrawn_returns(section) for section in sections) else "")


def section_title(section: Section) -> str:
    """``B. PENYUSUNAN``, or the letter alone where the print has no title."""
    return f"{section.code}. {section.title}" if section.title else f"Bagian {section.code}"


def overview_page(repo: Repository) -> Page:
    """Sekilas: all procedures as short lists beside each other."""
    columns = []
    for section in repo.sop.sections:
        title = el("h2", el("a", section_title(section), href=f"{section.code.lower()}.md"))
        items = joined([_item(repo.sop, step) for step in section.steps])
        # A list of every step would answer every question; the search leads to the steps themselves.
        columns.append(el("section", title, el("ol", items, class_="daftar"), data_search_exclude=""))
    parts = [
        f"{len(repo.sop.steps)} langkah, menurut urutan SOP. Pilih langkahnya untuk membaca cara mengerjakannya; "
        f"pilih judul bagian untuk melihat alurnya. Untuk ditempel di dinding: {link('poster A3', 'poster.md')}.",
        el("div", joined(columns), class_="sekilas"),
    ]
    return Page(path="sekilas.md", title="Sekilas", doors=GUIDE, wide=True, body="\n\n".join(parts))


def _item(sop: Sop, step: Step) -> Html:
    words = f"{role_names(sop, step)} · {duration_words(step.waktu)}"
    address = f"{step.slug}.md"
    return el(
        "li",
        el("span", step.code, class_="kode"),
        el("div", el("a", step.kegiatan, href=address), el("small", words)),
    )


def section_pages(repo: Repository, drawn: Drawn) -> Iterator[Page]:
    """One page for every procedure with its flowchart, at ``/a/``, ``/b/``."""
    for section in repo.sop.sections:
        path = f"{section.code.lower()}.md"
        first_word = section.title.split()[0].capitalize() if section.title else ""
        yield Page(
            path=path,
            title=section_title(section),
            short=f"{section.code} {first_word}".strip(),
            doors=GUIDE,
            kind="alur",
            paper="a4",
            body=f"{_legend((section,))}\n\n{narrow_flow(repo.sop, section, drawn, page=path)}",
        )


def poster_page(repo: Repository, drawn: Drawn) -> Page:
    """The whole flow on one A3 sheet for the wall."""
    path = "poster.md"
    columns = [
        el(
            "section",
            el("h2", section_title(section)),
            narrow_flow(repo.sop, section, drawn, page=path),
            class_="lega" if len(section.steps) <= _ROOMY else None,
        )
        for section in repo.sop.sections
    ]
    body = f"{_legend(repo.sop.sections)}\n\n{el('div', joined(columns), class_='poster')}"
    title = f"Alur {repo.sop.short_title}"
    return Page(path=path, title=title, body=body, wide=True, kind="poster", paper="a3-lanskap", searchable=False)


def narrow_flow(sop: Sop, section: Section, drawn: Drawn, *, page: str, mine: str | None = None) -> Html:
    """One procedure on ``page`` as a table of two columns: lanes, and text beside; rows of the role ``mine`` stand out."""
    layout, drawings = drawn[section.code]
    heads = [el("th", el("span", sop.role[role].sebutan), scope="col") for role in section.columns]
    rows = [_row(sop, step, drawings[step.code], layout, page=page, mine=mine) for step in section.steps]
    widths = [PHONE.lane] * (layout.lanes - 1) + [PHONE.lane + gutter_width(layout, PHONE)]
    columns = joined([el("col", width=f"{pixels:g}") for pixels in widths] + [el("col")])
    return el(
        "table",
        el("colgroup", columns),
        el("thead", el("tr", joined(heads), el("th", "Langkah", scope="col"))),
        el("tbody", joined(rows)),
        class_="alur-sempit",
        data_search_exclude="",
    )


def _undrawn(sop: Sop, step: Step) -> Iterator[Html]:
    """What no symbol of the row shows: an approval inside the step, a return without a diamond."""
    approver, back = step.approval.value, step.on_refusal.value
    said = []
    if approver:
        said.append(f"perlu persetujuan {sop.role[approver].sebutan}")
    if back and not step.decides:
        said.append(f"bila dikembalikan, ke {back}")
    if said:
        words = "; ".join(said)
        yield el("small", f"{words[0].upper()}{words[1:]} (tafsir kami).")


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
            el("small", f"{role_names(sop, step)} · {duration_words(step.waktu)}"),
            *_undrawn(sop, step),
            el("details", el("summary", sop.heads.mutu_baku), el("dl", joined(standard))),
        ),
        class_="milik" if own else None,
    )
