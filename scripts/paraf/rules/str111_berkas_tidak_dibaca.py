"""Setiap berkas di folder tahun dibaca sesuatu: bab, data, lampiran, naskah, atau gambar yang dipakai.

## Mengapa
Bab dengan nama yang salah tidak ikut laporan, dan data dengan nama yang salah tidak dihitung, tanpa terlihat.

## Buruk
```yaml
# data/kinerja-lama.yml
tahun: 2025
```

## Baik
```yaml
# data/kinerja.yml
tahun: 2025
```

## Memperbaiki
Betulkan nama berkasnya, atau pindahkan ke luar folder tahun. Nama bab diawali dua angka dan tanda hubung.
"""

import difflib
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.chapter import NAME
from paraf.laporan.report import FORMED, LISTS, chapter_like
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.covering import covers

FOLDERS = ("lampiran/", "bukti/", "buku/", "putaran/")
"""What lies below is named by the annex list and by the records, not by us."""
_FIXED = (*FORMED, BUDGET)
_TARGET = regex(r"\]\(\s*(?:\./)?([^)\s]+)")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the files that no format, no paper and no chapter names; hidden files are nobody's text."""
    papers = facts.repo.papers.value.naskah if facts.repo.papers else ()
    named = [pattern for paper in papers for pattern in paper.mencakup if not pattern.endswith("/")]
    unread = [name for name in sorted(facts.report.files) if not _known(name) and not covers(named, name)]
    if not unread:
        return
    shown = {target for chapter in facts.report.chapters for target in _TARGET.findall(chapter.text)}
    for name in unread:
        if name in shown:
            continue
        if chapter_like(name):
            message = "Berkas ini tidak ikut laporan, karena namanya bukan nama bab."
            repair = "Awali namanya dengan dua angka dan tanda hubung, huruf kecil semua, misalnya 40-nama-bab.md."
        else:
            near = difflib.get_close_matches(name, _FIXED, n=1, cutoff=0.75)
            message = "Berkas ini tidak dibaca oleh bab atau data mana pun."
            repair = (
                f"Mungkin maksudnya {near[0]}." if near else "Betulkan namanya, atau pindahkan dari folder tahun ini."
            )
        yield Observed(
            place=facts.report.place(name),
            subject=name,
            message=message,
            repair=repair,
            severity=Severity.WAJIB if chapter_like(name) else None,
        )


def _known(name: str) -> bool:
    hidden = any(part.startswith(".") for part in name.split("/"))
    return hidden or name in _FIXED or name.startswith(FOLDERS) or bool(NAME.fullmatch(name) or LISTS.fullmatch(name))


RULE = ReportRule(
    code="STR111",
    name="Berkas tidak dibaca",
    severity=Severity.SEBAIKNYA,
    basis="susunan folder tahun laporan",
    check=check,
)
