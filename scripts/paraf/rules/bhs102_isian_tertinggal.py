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
from functools import lru_cache

from paraf.finding import Place, Severity
from paraf.laporan.chapter import Chapter, bare
from paraf.rules.prose import before, own_words, row_cells
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

# Four dots end a quotation that was cut, so they count only outside one (EYD V); five never do.
_ALWAYS = re.compile(r"[.…]{5,}|…{3,}|(?<!\w)_{4,}(?!\w)|\?{3,}|(?<!\w)20[xX]{2}(?!\w)")
_OWN = re.compile(
    r"(?<![.…])(?:\.{4}|…{2}|…\.|\.…)(?![.…])|\[\s*(?:\.{3}|…)\s*\]"
    r"|\[(?:isi|diisi|tulis|sebutkan|nama|tanggal|nomor|jumlah)\b[^\[\]\n]{0,60}\]"
    r"|(?:nomor|tanggal|sebesar|sebanyak|Rp|:)\.?\s?(?:\.{3}|…)(?![.…])",
    re.IGNORECASE,
)
_EMPTY_CELL = re.compile(r"[.…_]{2,3}")
_SIGNS = (
    "..",
    "…",
    "___",
    "???",
    "20xx",
    "[isi",
    "[diisi",
    "[tulis",
    "[sebut",
    "[nama",
    "[tanggal",
    "[nomor",
    "[jumlah",
)
_ROMAN = re.compile(r"(?:bab|pasal|bagian|lampiran|angkatan|abad|edisi|ke-?)\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)#.*")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the placeholders in chapters and data; letters keep theirs until they are signed."""
    words = tuple(word.lower() for word in facts.style.isian if re.search(r"\w", word))
    for chapter in facts.report.chapters:
        if _suspicious(chapter.text, words):
            yield from _chapter(chapter, words)
    for name, text in facts.report.texts.items():
        if not name.endswith((".yml", ".csv")) or name.startswith("bukti/") or not _suspicious(text, words):
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            for found in _found(_COMMENT.sub("", line) if name.endswith(".yml") else line, words):
                yield _seen(Place(f"{facts.report.folder}/{name}", number, found.start() + 1), found[0])


def _suspicious(text: str, words: tuple[str, ...]) -> bool:
    low = text.lower()
    return any(sign in low for sign in _SIGNS) or any(word in low for word in words)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of the office; those that consist of marks alone are looked for in any length."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed or '(?!)'})(?!\w)", re.IGNORECASE)


def _chapter(chapter: Chapter, words: tuple[str, ...]) -> Iterator[Observed]:
    for block in chapter.blocks:
        for number, line in enumerate(block.lines, start=block.line) if block.kind != "kode" else ():
            # A quoted block is somebody else's text, or guidance that another rule looks for.
            found = _ALWAYS.finditer(bare(line)) if block.kind == "kutipan" else _found(line, words)
            yield from (_seen(chapter.place(number, one.start() + 1), one[0]) for one in found)
            for cell in row_cells(number, line) if block.kind == "tabel" else ():
                if _EMPTY_CELL.fullmatch(cell.text):
                    yield _seen(chapter.place(number, cell.start + 1), cell.text)


def _found(line: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    if not _suspicious(line, words):
        return
    text = bare(line)
    yield from _ALWAYS.finditer(text)
    # What stands in brackets before an address is a link.
    yield from (one for one in _OWN.finditer(own_words(text)) if line[one.end() : one.end() + 1] not in ("(", "[", ":"))
    for found in _pattern(words).finditer(text):
        # XXX may be the number thirty.
        if not (found[0].isupper() and set(found[0]) == {"X"} and _ROMAN.search(before(text, found.start()))):
            yield found


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
