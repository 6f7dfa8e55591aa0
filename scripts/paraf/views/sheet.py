"""The SOP form: the identity block and the procedures, every word as printed, in the order of the sheet."""

from paraf.sop.forms.sop import Box, Identity
from paraf.sop.model import Origin, Section, Sop
from paraf.sop.repository import Repository
from paraf.views.flow.draw import flow_words, row_drawings, undrawn_returns
from paraf.views.flow.layout import lay_out
from paraf.views.flow.pieces import SHEET
from paraf.views.flow.route import gutter_width
from paraf.views.html import Html, el, joined, link, md, scroll
from paraf.views.page import Page, up
from paraf.views.procedure import procedure_row, procedure_table
from paraf.views.sheet_pages import PAPERS
from paraf.views.words import listed

PATH = "lembar-sop.md"


def sheet_page(repo: Repository) -> Page:
    """The whole form on one page."""
    sop = repo.sop
    to_print = [f"{paper.name} (/lembar-sop/{paper.id}/)" for paper in PAPERS]
    sections = [link(section.code, f"{section.code.lower()}.md") for section in sop.sections]
    parts = [
        f"Salinan apa adanya dari {md(sop.short_title)} nomor {md(sop.identity.nomor)}, termasuk salah tulisnya"
        f"{', kecuali NIP yang disamarkan' if 'nip' in repo.office.samarkan else ''}. "
        f"Di ponsel, alurnya lebih mudah dibaca per bagian: {listed(sections)}. "
        f"Untuk dicetak: {listed([link(paper.name, f'lembar-sop/{paper.id}.md') for paper in PAPERS], 'atau')}.",
        # On paper this is all there is: the table is as wide as a screen, and its arrows do not know where a page ends.
        el("p", f"Halaman ini untuk layar. Lembar untuk dicetak: {listed(to_print, 'atau')}.", class_="cetak-saja"),
        identity_table(repo, page=PATH),
        boxes_table(sop.identity),
    ]
    if sop.procedure_title:
        parts.append(f"## {md(sop.procedure_title)}")
    for section in sop.sections:
        if section.title:
            parts.append(f"### {md(f'{section.code}. {section.title}')}")
        parts.append(screen_table(sop, section))
        parts.append(legend(section))
        parts.append(flow_in_words(sop, section))
    return Page(
        path=PATH,
        title="Lembar SOP resmi",
        short="Lembar SOP resmi",
        doors=("Panduan SOP",),
        wide=True,
        kind="sop",
        paper="a4",
        words=("lembar SOP", "SOP resmi", "bagan alir", "flowchart", sop.identity.nomor),
        body="\n\n".join(parts),
    )


def legend(section: Section) -> str:
    """What the symbols mean, and whose they are."""
    meaning = "Kapsul: mulai atau selesai. Kotak: kegiatan. Belah ketupat: keputusan."
    if any(step.symbols.origin is Origin.READ for step in section.steps):
        meaning += (
            " Simbol kelabu bergaris putus-putus adalah tafsir kami: lembar yang kami terima tidak bersimbol."
            " Alasannya ada di [Catatan atas SOP](catatan-sop.md)."
        )
    meaning += undrawn_words(section)
    missing = lay_out(section).missing
    if missing:
        meaning += f" Belum dapat digambar karena pelaksananya tidak berkolom: {', '.join(missing)}."
    return meaning


def undrawn_words(section: Section) -> str:
    """Returns that the drawing leaves out, as a sentence to add; nothing where there are none."""
    back = [f"{step.code} ke {step.on_refusal.value}" for step in undrawn_returns(section)]
    return f" Pengembalian tanpa belah ketupat tidak digambar: {listed(back)}." if back else ""


def flow_in_words(sop: Sop, section: Section) -> Html:
    """The text alternative of the drawing."""
    lines = [el("li", el("b", step.code), f" {flow_words(sop, step)}") for step in section.steps]
    summary = el("summary", f"Alur bagian {section.code} dalam kata-kata")
    return el("details", summary, el("ul", joined(lines)), data_search_exclude="")


def identity_table(repo: Repository, *, page: str) -> Html:
    """Letterhead with its emblem on the left, labelled rows on the right; an empty frame waits for the emblem."""
    identity, office = repo.sop.identity, repo.office
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
    emblem = el("span", class_="lambang", aria_hidden="true")
    if office.lambang:
        # A page's address is one folder deeper than its file.
        source = f"../{up(page)}{office.lambang}"
        emblem = el("img", src=source, alt=f"Lambang {office.pemerintah}", class_="lambang", width="58", height="69")
    head = el("div", emblem, stacked(kop), class_="sop-kop")
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


def screen_table(sop: Sop, section: Section) -> Html:
    """One procedure on screen: as long as it needs to be."""
    layout, drawings = row_drawings(section, SHEET)
    lanes: list[float] = [SHEET.lane] * len(section.columns)
    lanes[-1] += gutter_width(layout, SHEET)
    widths = [46, 250, *lanes, 150, 80, 150, *([90] * len(section.extra)), 100]
    rows = [
        procedure_row(section, step, drawings[step.code], height=56 * layout.levels(step.code), page=PATH)
        for step in section.steps
    ]
    return scroll(procedure_table(sop, section, widths, rows), f"Prosedur bagian {section.code}")


def stacked(lines: list[Html]) -> Html:
    """Lines below each other, each its own element."""
    return joined(lines, "<br>")
