"""Tautan dan gambar menuju berkas yang ada di folder tahunnya, dan jangkarnya ada.

## Mengapa
Tautan yang putus membuat pembaca berhenti, dan gambar yang tidak ditemukan menjadi kotak kosong di cetakan.

## Buruk
```markdown
Rinciannya di [daftar aplikasi](data/daftar-aplikasi-lama.csv) dan [bagian akhir](#langkah-berikut).
```

## Baik
```markdown
Rinciannya di [daftar aplikasi](data/daftar-aplikasi.csv) dan [bagian akhir](#langkah-perbaikan).
```

## Memperbaiki
Betulkan alamatnya, atau taruh berkasnya di folder tahun itu. Jangkar ditulis dari judulnya: huruf kecil, spasi menjadi tanda
hubung.
"""

import difflib
from collections.abc import Iterable, Iterator

from paraf.door.text import echo
from paraf.finding import Place, Severity
from paraf.laporan.report import Report
from paraf.rules.anchors import anchors, decoded, resolved
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_GUESSES = 20
"""Only so many broken addresses of a file are answered with a guess; looking for likenesses takes time."""


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the addresses inside the year that lead nowhere."""
    report = facts.whole.report
    for name, markup in facts.report.markup.items():
        found = 0
        for link in markup.links:
            inside = link.scheme is None and not link.target.startswith("//")
            wrong = _wrong(report, name, link.target, guess=found < _GUESSES) if inside else None
            if wrong:
                found += 1
                place = Place(f"{report.folder}/{name}", link.line, link.column)
                yield Observed(place=place, subject=f"“{echo(link.target)}”", message=wrong[0], repair=wrong[1])


def _wrong(report: Report, source: str, target: str, *, guess: bool) -> tuple[str, str] | None:
    """What is wrong with a relative address and how to repair it."""
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    if not path and not anchor:
        return "Alamat ini kosong.", "Tulis berkas yang dituju, atau hapus tautannya."
    file = resolved(source, path) if path else source
    if file is None:
        return "Alamat ini keluar dari folder tahun laporan.", f"Taruh berkasnya di {report.folder}/, lalu tautkan."
    if file not in report.files:
        if any(other.startswith(f"{file}/") for other in report.files):
            return "Alamat ini menuju folder, bukan berkas.", "Tautkan berkasnya."
        hint = _near(file, report.files) if guess else None
        return (
            f"Berkas {echo(file)} tidak ada di folder {report.folder}/.",
            f"Mungkin maksudnya {hint}." if hint else f"Betulkan alamatnya, atau taruh berkasnya di {report.folder}/.",
        )
    known = anchors(report.texts[file]) if anchor and file.endswith(".md") else None
    if known is None or decoded(anchor) in known:
        return None
    hint = _near(decoded(anchor), known) if guess else None
    return (
        f"Tidak ada judul berjangkar “#{echo(anchor)}” di {file}.",
        f"Mungkin maksudnya #{hint}." if hint else "Betulkan jangkarnya, atau tautkan berkasnya saja.",
    )


def _near(word: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.75)), None)


RULE = ReportRule(
    code="TAU101",
    name="Tautan putus",
    severity=Severity.WAJIB,
    basis="laporan terbit utuh bersama lampirannya",
    check=check,
)
