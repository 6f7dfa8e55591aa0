"""The SOP form: the identity block and the procedures, every word as printed, in the order of the sheet."""

from paraf.sop.forms.sop import Box, Identity
from paraf.sop.model import Origin, Section, Sop, Step
from paraf.sop.repository import Repository
from paraf.views.flow.draw import flow_words, row_drawings
from paraf.views.flow.layout import Layout, lay_out
from paraf.views.flow.route import SHEET, gutter_width
from paraf.views.html import Html, el, joined, md, scroll
from paraf.views.page import Page


def sheet_page(repo: Repository) -> Page:
    """The whole form on one page."""
    sop = repo.sop
    parts = [
        f"Salinan apa adanya dari {md(sop.short_title)} nomor {md(sop.identity.nomor)}, termasuk salah tulisnya.",
        identity_table(sop.identity),
        boxes_table(sop.identity),
    ]
    if sop.procedure_title:
        parts.append(f"## {md(sop.procedure_title)}")
    for section in sop.sections:
        if section.title:
            parts.append(f"### {md(f'{section.code}. {section.title}')}")
        parts.append(procedure_table(sop, section))
        parts.append(legend(section))
        parts.append(flow_in_words(sop, section))
    return Page(path="lembar-sop.md", title="Lembar SOP", doors=("Panduan SOP",), wide=True, body="\n\n".join(parts))


def legend(section: Section) -> str:
    """What the symbols mean, and whose they are."""
    meaning = "Kapsul: mulai atau selesai. Kotak: kegiatan. Belah ketupat: keputusan."
    if any(step.symbols.origin is Origin.READ for step in section.steps):
        meaning += (
            " Simbol kelabu bergaris putus-putus adalah tafsir kami: lembar yang kami terima tidak bersimbol."
            " Alasannya ada di [Catatan atas SOP](catatan-sop.md)."
        )
    missing = lay_out(section).missing
    if missing:
        meaning += f" Belum dapat digambar karena pelaksananya tidak berkolom: {', '.join(missing)}."
    return meaning


def flow_in_words(sop: Sop, section: Section) -> Html:
    """The text alternative of the drawing."""
    lines = [el("li", el("b", step.code), f" {flow_words(sop, step)}") for step in section.steps]
    return el("details", el("summary", f"Alur bagian {section.code} dalam kata-kata"), el("ul", joined(lines)))


def identity_table(identity: Identity) -> Html:
    """Letterhead on the left, labelled rows on the right."""
    label, enacted = identity.label, identity.disahkan_oleh
    dates = [
        (label.nomor, identity.nomor),
        (label.tanggal_pembuatan, identity.tanggal_pembuatan),
        (label.tanggal_revisi, identity.tanggal_revisi),
        (label.tanggal_efektif, identity.tanggal_efektif),
    ]
    signature = [el("strong", enacted.jabatan), el("strong", enacted.nama)]
    signature += [el("span", line) for line in (enacted.pangkat, enacted.nip) if line]
    kop = [el("strong" if line.tebal == "ya" else "span", line.teks) for line in identity.kop]
    rows = [
        *(el("tr", el("th", name, scope="row"), el("td", value)) for name, value in dates),
        el("tr", el("th", label.disahkan_oleh, scope="row"), el("td", stacked(signature))),
        el("tr", el("th", label.nama, scope="row"), el("td", el("strong", identity.nama))),
    ]
    head = el("div", stacked(kop), class_="sop-kop")
    table = el("table", el("tbody", joined(rows)), class_="sop-identitas")
    return el("div", head, scroll(table, "Identitas SOP"), class_="sop-kepala")


def boxes_table(identity: Identity) -> Html:
    """The six titled boxes, in pairs as printed."""
    pairs = [
        (identity.dasar_hukum, identity.kualifikasi_pelaksana),
        (identity.keterkaitan, identity.peralatan),
        (identity.peringatan, identity.pencatatan),
    ]
    return el("div", joined([box(item) for pair in pairs for item in pair]), class_="sop-kotak")


def box(item: Box) -> Html:
    """One box: its title, then numbered items or a paragraph."""
    lines = [el("li", f"{number}. {text}") for number, text in enumerate(item.butir, start=1)]
    body = [el("ol", joined(lines))] if lines else []
    body += [el("p", item.paragraf)] if item.paragraf else []
    return el("section", el("h2", item.judul), joined(body))


def procedure_table(sop: Sop, section: Section) -> Html:
    """One procedure with its two header rows and its flowchart in the performer columns."""
    layout, drawings = row_drawings(section, SHEET)
    widths = _column_widths(section, layout)
    table = el(
        "table",
        el("colgroup", joined([Html(f'<col width="{width}">') for width in widths])),
        _procedure_heads(sop, section),
        el("tbody", joined([procedure_row(section, step, drawings[step.code], layout) for step in section.steps])),
        class_="sop-prosedur",
        width=str(sum(widths)),
    )
    return scroll(table, f"Prosedur bagian {section.code}")


def _column_widths(section: Section, layout: Layout) -> list[int]:
    """Pixels; the gutter for arrows that go back is part of the last performer's column."""
    lanes = [SHEET.lane] * len(section.columns)
    lanes[-1] += gutter_width(layout, SHEET)
    return [46, 250, *lanes, 150, 80, 150, *([90] * len(section.extra)), 100]


def _procedure_heads(sop: Sop, section: Section) -> Html:
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


def procedure_row(section: Section, step: Step, drawing: Html, layout: Layout) -> Html:
    """One row: printed cells only; the drawing of the whole row hangs in the first performer's cell."""
    words = [performer_cell(step, role) for role in section.columns]
    height = str(56 * layout.levels(step.code))
    performers = [el("td", drawing, _spoken(words[0]), class_="lajur", height=height)]
    performers += [el("td", _spoken(word), class_="lajur") for word in words[1:]]
    extra = [el("td", step.tambahan.get(column.id)) for column in section.extra]
    return el(
        "tr",
        el("td", el("a", step.printed_number, href=f"{step.slug}.md")),
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


def stacked(lines: list[Html]) -> Html:
    """Lines below each other, each its own element."""
    return joined(lines, "<br>")
