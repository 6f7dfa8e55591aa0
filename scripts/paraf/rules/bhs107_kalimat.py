"""Satu kalimat satu baris, dan paling banyak 45 kata.

## Mengapa
Bila setiap kalimat berdiri di barisnya sendiri, koreksi tampak per kalimat dan dua orang jarang mengubah baris yang sama.
Kalimat yang sangat panjang sulit dipahami pada bacaan pertama.

## Buruk
```markdown
Layanan dibuka setiap hari kerja. Pengaduan dijawab paling lama dua hari.
```

## Baik
```markdown
Layanan dibuka setiap hari kerja.
Pengaduan dijawab paling lama dua hari.
```

## Memperbaiki
Pindahkan kalimat kedua ke baris baru, atau pecah kalimat yang panjang. Hasil cetaknya tetap satu paragraf.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.chapter import CALL, Chapter, bare
from paraf.laporan.markdown import Block
from paraf.laporan.numbering import CAPTION
from paraf.rules.prose import own_words
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

MOST = 45
_END = regex(
    r"(?P<last>(?<![\w.-])(?:[a-z][a-z-]{1,30}|[A-Z][a-z]{4,30}|[A-Z]{3,12})|\d{2}|%|\)|”|\")"
    r"[.!?][”\")]{0,2} +(?=[“\"(]?[A-Z][a-z])"
)
_SHORT = """
hlm dll dst dsb dkk yth tgl jln kab kec kel prov no nomor jl tel telp ttd cap gbr vol ed cet ybs sda cq up an dr drs
"""
_ABBREVIATIONS = frozenset(_SHORT.split())
_MARKER = regex(r"^\s*(?:[-*+]|\d{1,3}[.)])?\s*")
_LAW = regex(r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat Edaran)\b")
_FINAL = regex(r"[.!?:;][”\")*_]*\s*$")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report sentences that share a line, and long ones; the names of laws are as long as they are."""
    for chapter in facts.report.chapters:
        for block in chapter.blocks:
            if block.kind in ("paragraf", "butir"):
                yield from _shared(chapter, block)
                yield from _long(chapter, block)


def _shared(chapter: Chapter, block: Block) -> Iterator[Observed]:
    for number, text in enumerate(block.lines, start=block.line):
        if ". " in text or "! " in text or "? " in text:
            for found in _END.finditer(own_words(bare(text)), _after_marker(text)):
                if found["last"] not in _ABBREVIATIONS:
                    yield Observed(
                        place=chapter.place(number, found.end() + 1),
                        subject="Dua kalimat",
                        message="Baris ini memuat lebih dari satu kalimat.",
                        repair="Pindahkan kalimat ini ke baris baru.",
                    )
                    break


def _long(chapter: Chapter, block: Block) -> Iterator[Observed]:
    words, first = 0, block.line
    for number, text in enumerate(block.lines, start=block.line):
        if not words:
            first = number
        # A call is one word, whatever stands in its brackets; where sentences share a line the other half tells.
        said = text[_after_marker(text) :]
        words += len(CALL.sub("x", said).split())
        if _FINAL.search(text) or number == block.line + len(block.lines) - 1:
            if words > MOST and not _LAW.match(said) and not CAPTION.match(text) and not _END.search(text):
                yield Observed(
                    place=chapter.place(first),
                    subject="Kalimat panjang",
                    message=f"Kalimat ini {words} kata; paling banyak {MOST}.",
                    repair="Pecah menjadi dua kalimat.",
                )
            words = 0


def _after_marker(text: str) -> int:
    """Where a line's words begin, behind the mark or the number of a list."""
    return len(text) - len(_MARKER.sub("", text, count=1))


RULE = ReportRule(
    code="BHS107",
    name="Kalimat per baris",
    severity=Severity.CATATAN,
    basis="kebiasaan menulis di repositori ini",
    check=check,
)
