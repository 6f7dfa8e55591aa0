"""The required outline as a page: what each part holds, what it must carry, and where the demand comes from."""

from collections.abc import Iterator

from paraf.sop.forms.outline import AnnexPlan, ChapterPlan, Minimum, OutlineFile, Part
from paraf.views.html import Html, el, joined, md, scroll, table
from paraf.views.page import Page

PATH = "menulis/sistematika.md"


def outline_page(outline: OutlineFile) -> Page:
    """Chapters in order, each with its parts; then the annexes. The same file scaffolds and checks a report."""
    body = "\n\n".join(_parts(outline))
    return Page(path=PATH, title="Sistematika", doors=("Menulis",), order=20, body=body)


def _parts(outline: OutlineFile) -> Iterator[str]:
    required = sum(plan.wajib == "ya" for plan in outline.bab)
    yield (
        f"Dasar: {md(outline.dasar)}. Laporan terdiri atas {required} bab atau bagian wajib. "
        "Kerangkanya dibuat oleh `paraf buka-tahun`, dan pemeriksaan memakai daftar yang sama."
    )
    for plan in outline.bab:
        heading = f"{plan.bab} {plan.judul}" if plan.bab else plan.judul
        yield f"{'##' if plan.tingkat == 1 else '###'} {md(heading)}"
        yield f"{md(plan.panduan)} Berkasnya {_file(plan)}.{_demands(plan.wajib, plan.memuat, plan.minimum)}"
        note = " (belum diverifikasi)" if plan.keyakinan == "belum diverifikasi" else ""
        yield f"Dasar: {md(plan.dasar)}{note}."
        if plan.isi:
            rows = [_row(number, part) for number, part in enumerate(plan.isi, start=1)]
            yield scroll(table(("No", "Bagian", "Isi", "Harus memuat"), rows), heading)
    if outline.lampiran:
        yield "## Lampiran"
        yield "Daftarnya ditulis di `lampiran/daftar.yml`, menurut urutan penjilidan."
        yield scroll(table(("Lampiran", "Isi", "Wajib"), [_annex(plan) for plan in outline.lampiran]), "Lampiran")


def _file(plan: ChapterPlan) -> str:
    name = f"`{plan.nomor}-….md`"
    return f"{name}, satu untuk setiap sasaran" if plan.per_sasaran == "ya" else name


def _demands(required: str, calls: tuple[str, ...], minimum: Minimum) -> str:
    words = [*(["Boleh tidak ada."] if required == "tidak" else []), *_least(calls, minimum)]
    return "".join(f" {word}" for word in words)


def _least(calls: tuple[str, ...], minimum: Minimum) -> Iterator[str]:
    if calls:
        yield f"Harus memuat {', '.join(f'`{call}`' for call in calls)}."
    least = [f"{minimum.kata} kata"] if minimum.kata else []
    least += [f"{minimum.tabel} tabel"] if minimum.tabel else []
    if least:
        yield f"Paling sedikit {' dan '.join(least)}."


def _row(number: int, part: Part) -> Html:
    needs = [el("code", call) for call in part.memuat]
    least = " ".join(_least((), part.minimum))
    return el(
        "tr",
        el("td", str(number)),
        el("th", part.judul, *([el("small", " boleh tidak ada")] if part.wajib == "tidak" else []), scope="row"),
        el("td", part.panduan),
        el("td", joined(needs, " "), el("small", f" {least}") if least else None),
    )


def _annex(plan: AnnexPlan) -> Html:
    return el("tr", el("th", plan.judul, scope="row"), el("td", plan.panduan), el("td", plan.wajib))
