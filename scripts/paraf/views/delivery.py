"""What is said of a publication: the summary of its run, and the words beside the site in a ZIP; pure."""

from collections.abc import Mapping, Sequence

from paraf.sop.forms.office import Publishing
from paraf.views.html import md

README = "LEKAS-BACA.txt"
DIGESTS = "sidik-berkas.txt"
INSIDE = "situs/"
"""The folder of a ZIP that is copied to the server."""
LINES_SHOWN = 60


def goes_to(target: Publishing) -> str:
    """The target in words."""
    return {
        "tidak": "tidak ke mana pun",
        "pages": "GitHub Pages",
        "repositori": f"repositori {target.repositori}, cabang {target.cabang}",
        "zip": "berkas ZIP untuk server kantor",
    }[target.tujuan]


def readme(office: str, source: str, day: str) -> str:
    """The text that lies first in the ZIP; lines end as Windows wants them."""
    lines = [
        f"Situs LAKIP {office}",
        f"Keadaan per {day}, dibangun dari {source}.",
        "",
        "Cara memasang:",
        "1. Cocokkan sidik ZIP ini dengan yang tertulis di ringkasan penerbitannya.",
        "   Windows: certutil -hashfile NAMA.zip SHA256",
        "   Linux  : sha256sum NAMA.zip",
        f"2. Buka ZIP-nya. Salin seluruh isi folder {INSIDE} ke folder web server, menggantikan isinya yang lama.",
        "   Kosongkan folder itu dulu, supaya halaman yang dicabut tidak tertinggal.",
        "3. Jangan menyunting berkasnya. Perbaikan dilakukan di naskahnya, lalu diterbitkan lagi.",
        "",
        "Situs ini hanya berkas biasa: tidak memerlukan basis data, PHP, atau akses internet.",
        "Server cukup menyajikan index.html untuk setiap folder, dan 404.html bila halaman tidak ada.",
        f"Untuk memeriksa berkas di server: sha256sum -c {DIGESTS}, dari folder yang memuat {INSIDE}",
    ]
    return "\r\n".join(lines) + "\r\n"


def digests(of: Mapping[str, str]) -> str:
    """SHA-256 of every file, as ``sha256sum -c`` reads it."""
    return "".join(f"{digest}  {INSIDE}{name}\n" for name, digest in sorted(of.items()))


def stopped(sentence: str) -> str:
    """The summary of a run that publishes nothing."""
    return f"## Tidak diterbitkan\n\n{sentence}\n"


def published(target: Publishing, said: Sequence[str], code: int, digest: str | None, recorded: bool) -> str:
    """The summary of a run that built. ``said`` are the lines of the build, ``code`` how it ended.

    ``digest`` is that of what is delivered; ``None``: there is no site.
    """
    if digest is None:
        head = ["## Tidak diterbitkan", "Situs tidak jadi dibangun, jadi yang sudah terbit tetap seperti semula."]
    elif code:
        head = [
            "## Diterbitkan tanpa sebagian",
            f"Yang disebut di bawah tidak ikut terbit; sisanya diantar ke {goes_to(target)}. "
            "Jalan ini sengaja berakhir merah sampai sebabnya dibetulkan.",
        ]
    else:
        head = ["## Diterbitkan", f"Semua lulus pembuktian, dan diantar ke {goes_to(target)}."]
    lines = [*head, *_listed(said)] if code else head
    if digest:
        lines += [f"Sidik (SHA-256): `{digest}`", _ASAL[recorded]]
    if digest and target.tujuan == "zip":
        lines.append(f"ZIP-nya di bagian **Artifacts** di bawah, selama sehari. Buka {README} di dalamnya.")
    return "\n\n".join(lines) + "\n"


_ASAL = {
    True: "Asalnya dicatat oleh GitHub (attestation) dengan sidik itu.",
    False: "Asalnya tidak dicatat oleh GitHub: pada repositori tertutup hal itu memerlukan paket Enterprise.",
}


def _listed(said: Sequence[str]) -> list[str]:
    """What was said, one point a line; what only tells of the progress, or names a folder, is left out."""
    kept = [line for line in said if " " in line.strip() and not line.endswith("…")]
    shown = [f"- {md(line)}" for line in kept[:LINES_SHOWN]]
    if len(kept) > LINES_SHOWN:
        shown.append(f"- dan {len(kept) - LINES_SHOWN} baris lagi di catatan jalan ini")
    return ["\n".join(shown)] if shown else []
