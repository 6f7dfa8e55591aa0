"""``BACA-SAYA.txt``: what an examiner does with a package, and what it cannot prove."""

from collections.abc import Iterable

from paraf.laporan.binding import grouped
from paraf.terbit.edition import Edition
from paraf.views.book_words import Clock
from paraf.views.words import SAMPLE

README = "BACA-SAYA.txt"


def readme(edition: Edition, office: str, clock: Clock, documents: Iterable[str]) -> str:
    """The text, with line ends of Windows; ``documents`` are the PDFs in the package by their path."""
    name = f"LAKIP {edition.year} versi {edition.number}"
    found = list(documents)
    sample = [SAMPLE, ""] if edition.sample else []
    lines = [
        f"Paket pemeriksaan {name}",
        office,
        "",
        *sample,
        f"Selesai {clock.words(edition.closing.at)}, PR #{edition.closing.pull}.",
        "",
        "MEMERIKSA SEMUANYA",
        "Perlu Python 3.8 atau yang lebih baru; tidak ada lagi yang dipasang, dan tidak perlu jaringan.",
        "1. Ekstrak ZIP ini.",
        "2. Buka Command Prompt di foldernya (ketik cmd di bilah alamat, lalu Enter).",
        "3. Ketik:  python verifikasi.py   (di macOS dan Linux: python3 verifikasi.py)",
        '4. Cocokkan sidik yang tercetak di lembar pengesahan:  python verifikasi.py --sidik "sidik yang tercetak"',
        "",
        "MEMERIKSA PDF SAJA, TANPA PYTHON",
        "Windows:  certutil -hashfile NAMA.pdf SHA256",
        "macOS:    shasum -a 256 NAMA.pdf",
        "Linux:    sha256sum NAMA.pdf",
        "Bandingkan hasilnya dengan sidik pada bukti di folder bukti, dan dengan yang tercetak.",
        f"PDF di paket ini: {', '.join(found) or 'belum ada; belum ada yang disimpan bersama bukti'}.",
        "",
        "ISINYA",
        "lakip/        berkas yang disetujui, buktinya, dan buku kendali seluruh tahun itu",
        "teks-yang-disetujui.md   naskah seperti dibaca pemberi persetujuan",
        "sop/          aturan dan petugas, untuk dibaca; tidak terikat sidik di paket ini",
        "",
        "SIDIK UNTUK DICOCOKKAN",
        f"Isi naskah:   {grouped(edition.closing.content)}",
        *([f"Teksnya:      {grouped(edition.closing.expanded)}"] if edition.closing.expanded else []),
        *([f"Buku kendali: {grouped(edition.seal)}"] if edition.seal else []),
        "",
        "YANG TIDAK DAPAT DIBUKTIKAN DARI PAKET INI SAJA",
        "Siapa pun yang menguasai repositori dapat menulis ulang seluruh buku, lengkap dengan rantainya. Pembandingnya ada di",
        "luar: sidik yang tercetak di lembar pengesahan yang dikirim bersama surat pengantar, dan riwayat di GitHub",
        f"(perintah: paraf verifikasi {edition.year} --forge).",
        "Persetujuan ini pengendalian intern, bukan tanda tangan elektronik tersertifikasi.",
        "",
        "PAKET INI MEMUAT NAMA PEJABAT. Serahkan hanya kepada yang berwenang memeriksa; jangan diunggah ke situs.",
        "",
    ]
    return "\r\n".join(lines)
