"""The approved report before it is printed: the expanded report as one document, and the words of the sheet of approvals.

It depends on the content, the approvals up to the step that approves a report, and the office's own data: so the same document
comes out of it on any later day.
"""

from msgspec import json
from msgspec.structs import replace

from paraf.laporan.binding import digest
from paraf.laporan.expand import Expansion
from paraf.laporan.svg import without_rim
from paraf.sop.dates import write_date
from paraf.sop.repository import Repository
from paraf.views.approval import Approval, Pengesahan
from paraf.views.book_words import Clock
from paraf.views.reading import Reading, reading
from paraf.views.words import listed

EMBLEM = "lambang"
"""What the office's emblem is called beside the document, without its ending."""


def final(repo: Repository, expansion: Expansion, found: Pengesahan, clock: Clock) -> Reading:
    """The approved report as one document for the printer."""
    made = reading(repo, expansion, None, None)
    report, office = expansion.context.report, repo.office
    title = report.identity.value.judul if report.identity else "Laporan"
    words = {
        "nama-laporan": title,
        "tahun": str(found.year),
        "terbitan": f"Terbitan {found.edition}" if found.edition > 1 else "",
        "tempat": office.tempat,
        "lambang": emblem(office.lambang),
        "lembar": json.encode(sheet(found, digest(made.text), title, clock)).decode(),
    }
    pictures = {name: without_rim(svg) for name, svg in made.pictures.items()}
    return replace(made, words=made.words | words, pictures=pictures)


def emblem(picture: str | None) -> str:
    """What the office's emblem is called beside the document; nothing where there is none."""
    return f"{EMBLEM}.{picture.rpartition('.')[2]}" if picture else ""


def sheet(found: Pengesahan, text: str, title: str, clock: Clock) -> dict[str, object]:
    """What the sheet of approvals says; ``text`` is the digest of the expanded text."""
    last = found.approvals[-1]
    day = found.at.astimezone(clock.zone).date()
    edition = f", terbitan {found.edition}," if found.edition > 1 else ""
    return {
        "kalimat": (
            f"{title} Tahun {found.year}{edition} disetujui menurut langkah SOP di bawah ini."
            " Yang disetujui adalah isi dan bunyi naskah dengan sidik jari digital yang tercetak di lembar ini."
        ),
        "tanggal": write_date(day),
        "tahun_disetujui": str(day.year),
        "persetujuan": [_row(one, clock) for one in found.approvals],
        "isi": _groups(found.content),
        "bunyi": _groups(text),
        "intern": (
            "Persetujuan di GitHub adalah pengendalian intern kantor, bukan tanda tangan menurut hukum."
            " Yang mengikat keluar adalah tanda tangan basah atau tanda tangan elektronik tersertifikasi (BSrE) di bawah ini."
        ),
        "kotak": (
            "Tanda tangan basah dan cap kantor, atau tanda tangan elektronik tersertifikasi (BSrE)."
            " Selama kotak ini kosong, lembar ini menunggu tanda tangan."
        ),
        "penanda": {"jabatan": last.post, "nama": last.name},
    }


def _row(one: Approval, clock: Clock) -> dict[str, str]:
    notes = []
    if one.confirmed:
        notes.append(f"disetujui di atas kertas, ditegaskan {one.confirmed}")
    if one.also:
        notes.append(f"rangkap: menyetujui langkah {listed(list(one.also))} juga")
    number = f", tinjauan {one.review}" if one.review is not None else ""
    return {
        "langkah": one.step,
        "jabatan": one.post,
        "nama": one.name,
        "waktu": clock.words(one.at),
        "tinjauan": f"PR #{one.pull}{number}",
        "catatan": "; ".join(notes),
    }


def _groups(hexadecimal: str) -> list[str]:
    return [hexadecimal[at : at + 4] for at in range(0, len(hexadecimal), 4)]
