"""*Lembar pengesahan* of an edition: by whom, when and on which content; with the stamp, and what still waits for a pen."""

from collections.abc import Iterator

from paraf.laporan.binding import grouped
from paraf.sop.repository import Repository
from paraf.views.approval import Approval, Pengesahan, of_closing
from paraf.views.html import Html, el, joined, scroll, stacked
from paraf.views.page import Page
from paraf.views.terbit.downloads import signature
from paraf.views.terbit.frame import SHEET, framed, to
from paraf.views.terbit.shelf import Shelf, Volume
from paraf.views.words import listed

TITLE = "Lembar pengesahan"
NOT_SIGNED = "Menunggu tanda tangan."
MEANING = (
    "Persetujuan yang tercatat di sini adalah pengendalian intern kantor. Ia bukan tanda tangan menurut hukum; yang itu"
    " dibubuhkan pada naskah cetaknya, dengan tinta atau tanda tangan elektronik bersertifikat."
)
UNREADABLE = "Rincian persetujuannya tidak dapat disusun dari catatan naskah ini."


def approval_page(repo: Repository, shelf: Shelf, volume: Volume) -> Page:
    """The sheet; the violet of the stamp stands nowhere else."""
    path = f"{volume.folder}{SHEET}"
    edition = volume.edition
    found = of_closing(edition.closing, edition.policy, edition.year)
    body = [
        *(_stamped(shelf, volume, found) if found else (UNREADABLE,)),
        "## Tanda tangan",
        _signed(repo, volume),
        MEANING,
        "## Sidik jari digital",
        "Satu huruf saja pada isi laporan berubah, sidiknya menjadi lain. Sidik jari digital yang disetujui:",
        _digests(volume),
        el(
            "p",
            "Cocokkan di ",
            el("a", "Periksa keaslian", href=to(path, "keaslian.md")),
            ". Sidik aturan tidak ada di daftar halaman itu; gunanya bagi petugas TI.",
        ),
    ]
    return framed(shelf, volume, path, TITLE, body)


def _stamped(shelf: Shelf, volume: Volume, found: Pengesahan) -> Iterator[str]:
    last = max(found.approvals, key=lambda one: one.at)
    yield el(
        "div",
        el("p", "Disetujui" if not volume.edition.sample else "Disetujui (contoh)", class_="stempel-kata"),
        el("p", el("b", last.name), el("br"), last.post),
        el("p", shelf.clock.words(last.at)),
        el("p", f"{volume.short}, versi {volume.edition.number}"),
        class_="stempel",
    )
    yield "## Persetujuan"
    rows = [_row(shelf, one) for one in found.approvals]
    yield scroll(stacked(("Langkah", "Nama", "Jabatan", "Waktu", "Naskah", "Tinjauan"), rows), "Persetujuan")
    yield from _remarks(found)


def _row(shelf: Shelf, one: Approval) -> tuple[str | None, ...]:
    review = f"nomor {one.review}" if one.review is not None else None
    return one.step, one.name, one.post, shelf.clock.words(one.at), f"PR #{one.pull}", review


def _remarks(found: Pengesahan) -> Iterator[str]:
    """What a reader has to know of an approval beside its row."""
    for one in found.approvals:
        if one.confirmed:
            yield f"Langkah {one.step} disetujui di atas kertas; lembarnya ditegaskan {one.confirmed}."
        if one.also:
            same = listed(list(one.also))
            yield f"Langkah {one.step} disetujui orang yang sama dengan langkah {same}, karena perangkapan jabatan."


def _signed(repo: Repository, volume: Volume) -> Html:
    """Whether the paper bears a signature, as far as the evidence says."""
    found = signature(repo, volume)
    if found is None:
        return el("p", el("strong", NOT_SIGNED))
    known = volume.edition.policy.sop.role.get(found.role or "")
    who = known.jabatan or known.sebutan if known else None
    return el("p", f"Ditandatangani {who + ', ' if who else ''}{found.words()}.")


def _digests(volume: Volume) -> Html:
    closing = volume.edition.closing
    rows = (
        ("Isi berkas", closing.content),
        ("Teks yang dibaca", closing.expanded),
        ("Aturan yang berlaku", closing.rules),
        ("Baris terakhir buku kendali", volume.edition.seal),
    )
    parts = [el("div", el("dt", name), el("dd", el("code", grouped(value)))) for name, value in rows if value]
    return el("dl", joined(parts), class_="sidik-daftar")
