"""Nomor tabel dan gambar, serta daftar isi, dibuat saat laporan dicetak, bukan diketik.

## Mengapa
Nomor yang diketik salah begitu satu tabel ditambah. Baris `Tabel: judul` di atas tabel memberinya nomor, dan
`lihat` menyebut nomor itu di kalimat.

## Buruk
```markdown
Perbandingannya ada pada Tabel 3.1 dan Gambar 2.
```

## Baik
```markdown
Perbandingannya ada pada {{ lihat("tabel_pk") }} dan Tabel 3.1 Renstra 2021-2026.
```

## Memperbaiki
Ganti nomor yang diketik dengan `lihat`, beri tabel tulisan tangan satu baris `Tabel: judul` tepat di atasnya, dan hapus
daftar isi yang diketik.
"""

from collections.abc import Iterator
from itertools import pairwise

from paraf.finding import Severity
from paraf.laporan.chapter import Chapter, bare
from paraf.laporan.headings import title_key
from paraf.laporan.markdown import Block
from paraf.laporan.numbering import CAPTION
from paraf.rules.numbering import DOTS, is_contents, typed_numbers
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_CONTENTS = frozenset({"daftar isi", "daftar tabel", "daftar gambar", "daftar grafik", "daftar bagan"})


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report typed numbers, tables without a caption, captions without a table, typed contents."""
    plans = facts.outline.bab if facts.outline else ()
    asked = {title_key(title) for plan in plans for title in (plan.judul, *(part.judul for part in plan.isi))}
    for chapter in facts.report.chapters:
        yield from _numbers(chapter)
        for above, block in pairwise((None, *chapter.blocks, None)):
            yield from _caption(chapter, above, block)
        yield from _contents(chapter, asked)


def _numbers(chapter: Chapter) -> Iterator[Observed]:
    dotted = any(sign in chapter.text for sign in DOTS)
    pictures = ((b.line, bare(b.lines[0])) for b in chapter.blocks if b.kind == "gambar")
    for number, text in (*((line.number, line.bare) for line in chapter.prose), *pictures):
        for found in () if dotted and is_contents(text) else typed_numbers(text):
            yield Observed(
                place=chapter.place(number, found.start() + 1),
                subject=f"“{found[0]}”",
                message="Nomor ini diketik; nomornya dibuat saat laporan dicetak.",
                repair='Tulis {{ lihat("…") }} di kalimat, atau “Tabel: judul” di atas tabelnya.',
            )


def _caption(chapter: Chapter, above: Block | None, block: Block | None) -> Iterator[Observed]:
    last = above.lines[-1] if above and above.kind == "paragraf" else ""
    captioned = CAPTION.match(last)
    if block and block.kind == "tabel" and not captioned and not any(typed_numbers(last)):
        yield Observed(
            place=chapter.place(block.line),
            subject="tabel tanpa judul",
            message="Tabel ini belum bernomor, karena baris judulnya tidak ada di atasnya.",
            repair="Tulis “Tabel: ” dan judulnya pada baris tepat di atas tabel.",
            severity=Severity.SEBAIKNYA,
        )
    if above and captioned and not (block and block.kind in ("tabel", "gambar")):
        yield Observed(
            place=chapter.place(above.line + len(above.lines) - 1),
            subject=f"“{captioned['title']}”",
            message="Judul tabel ini mendapat nomor, tetapi tabelnya tidak ada tepat di bawahnya.",
            repair="Pindahkan judulnya ke atas tabelnya. Tabel dari panggilan sudah berjudul sendiri.",
        )


def _contents(chapter: Chapter, asked: set[str]) -> Iterator[Observed]:
    titles = ((b.line, b.text) for b in chapter.blocks if len(b.lines) == 1 and "daftar" in b.lines[0].lower())
    typed = next((line for line, text in titles if (key := title_key(text)) in _CONTENTS and key not in asked), None)
    if typed is None and any(sign in chapter.text for sign in DOTS):
        typed = next((line.number for line in chapter.prose if is_contents(line.text)), None)
    if typed:
        yield Observed(
            place=chapter.place(typed),
            subject="daftar isi",
            message="Daftar ini diketik, sehingga halamannya mudah salah; daftar isi dibuat saat laporan dicetak.",
            repair="Hapus daftar ini.",
        )


RULE = ReportRule(
    code="STR109",
    name="Nomor diketik",
    severity=Severity.WAJIB,
    basis="nomor tabel dan gambar dibuat saat mencetak",
    check=check,
)
