"""Tidak ada isian yang tertinggal: titik-titik, “xxx”, “[...]”, atau pesan untuk diri sendiri.

## Mengapa
Isian yang tertinggal tercetak apa adanya dan menunjukkan bahwa laporan belum selesai dibaca.

## Buruk
```markdown
Keputusan itu bernomor .......... dan disahkan oleh xxx.
```

## Baik
```markdown
Keputusan itu bernomor 188.45/12/2025 dan disahkan oleh kepala dinas.
```

## Memperbaiki
Isi dengan keterangan yang sebenarnya, atau hapus kalimatnya. Kata isian yang dikenali ada di `sop/gaya-selingkung.yml`.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Place, Severity
from paraf.laporan.chapter import Chapter, bare
from paraf.rules.placeholders import ALWAYS, placeholders, suspicious
from paraf.rules.prose import row_cells
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_EMPTY_CELL = regex(r"[.…_]{2,3}")
_COMMENT = regex(r"(?:^|\s)#.*")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the placeholders in chapters and data; letters keep theirs until they are signed."""
    words = tuple(word.lower() for word in facts.style.isian if re.search(r"\w", word))
    for chapter in facts.report.chapters:
        if suspicious(chapter.text, words):
            yield from _chapter(chapter, words)
    for name, text in facts.report.texts.items():
        if not name.endswith((".yml", ".csv")) or name.startswith("bukti/") or not suspicious(text, words):
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            for found in placeholders(_COMMENT.sub("", line) if name.endswith(".yml") else line, words):
                yield _seen(Place(f"{facts.report.folder}/{name}", number, found.start() + 1), found[0])


def _chapter(chapter: Chapter, words: tuple[str, ...]) -> Iterator[Observed]:
    for block in chapter.blocks:
        for number, line in enumerate(block.lines, start=block.line) if block.kind not in ("kode", "catatan") else ():
            # A quoted block is somebody else's text, or guidance that another rule looks for.
            found = ALWAYS.finditer(bare(line)) if block.kind == "kutipan" else placeholders(line, words)
            yield from (_seen(chapter.place(number, one.start() + 1), one[0]) for one in found)
            for cell in row_cells(number, line) if block.kind == "tabel" else ():
                if _EMPTY_CELL.fullmatch(cell.text):
                    yield _seen(chapter.place(number, cell.start + 1), cell.text)


def _seen(place: Place, text: str) -> Observed:
    return Observed(
        place=place,
        subject=f"“{text[:40]}”",
        message="Isian ini tertinggal.",
        repair="Isi dengan keterangan yang sebenarnya, atau hapus kalimatnya.",
    )


RULE = ReportRule(
    code="BHS102",
    name="Isian tertinggal",
    severity=Severity.WAJIB,
    basis="kebiasaan laporan terbitan: titik-titik yang lupa diisi",
    check=check,
)
