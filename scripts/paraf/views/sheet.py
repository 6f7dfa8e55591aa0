"""The SOP form: the identity block and the procedures, every word as printed, in the order of the sheet."""

from paraf.sop.forms.sop import Box, Identity
from paraf.sop.model import Origin, Section, Sop, Step
from paraf.sop.repository import Repository
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
        if all(step.symbols.origin is not Origin.PRINTED for step in section.steps):
            parts.append(
                "Kolom pelaksana pada lembar yang kami terima tidak bersimbol. Bacaan kami ada di halaman setiap langkah."
            )
    return Page(path="lembar-sop.md", title="Lembar SOP", doors=("Panduan SOP",), body="\n\n".join(parts))


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
    """One procedure with its two header rows."""
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
    body = [procedure_row(section, step) for step in section.steps]
    table = el(
        "table",
        el("thead", el("tr", joined(first)), el("tr", joined(second))),
        el("tbody", joined(body)),
        class_="sop-prosedur",
    )
    return scroll(table, f"Prosedur bagian {section.code}")


def procedure_row(section: Section, step: Step) -> Html:
    """One row: printed cells only; performer cells hold the printed symbols."""
    performers = [el("td", performer_cell(step, role)) for role in section.columns]
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


def performer_cell(step: Step, role: str) -> str | None:
    """The symbols printed in a performer's column; nothing where the print has none."""
    if step.symbols.origin is not Origin.PRINTED:
        return None
    return ", ".join(symbol.bentuk.replace("-", " ") for column, symbol in step.placed if column == role)


def stacked(lines: list[Html]) -> Html:
    """Lines below each other, each its own element."""
    return joined(lines, "<br>")
