"""Tabel ditulis sebagai tabel, bukan sebagai gambar.

## Mengapa
Angka di dalam gambar tidak dapat diperiksa, disalin, dicari, atau dibacakan, dan tidak ikut berubah bila datanya berubah.

## Buruk
```markdown
![Tabel capaian tahun ini](gambar/capaian.png)
```

## Baik
```markdown
![Rapat evaluasi triwulan ketiga](gambar/rapat.png)
```

## Memperbaiki
Panggil tabelnya dari data, misalnya `tabel_capaian`, atau tulis sebagai tabel. Gambar boleh tinggal bila isinya foto.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.anatomy import Region, Slot
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.markdown import Block
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.forms.outline import ChapterPlan, Part

_IMAGE = regex(r"!\[([^\[\]]*)\]\(")
_TABLE = regex(r"(?<!\w)tabel(?!\w)", re.IGNORECASE)
_CAPTION = regex(r"\W{0,3}tabel\s*(?::|\d|[IVX]+\b)", re.IGNORECASE)
_SAID = "Ini gambar yang disebut tabel; angka di dalamnya tidak dapat diperiksa."


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report pictures that say they are a table, then those that stand where a table is asked for and none is."""
    said = dict[tuple[str, int], str]()
    for chapter in facts.report.chapters:
        if "![" in chapter.text:
            for number in _called_tables(chapter.blocks):
                said[chapter.file, number] = _SAID
    for slot in facts.slots:
        if slot.chapter and "![" in slot.chapter.text:
            for number in _instead(slot):
                said.setdefault((slot.file, number), "Di sini diminta tabel, tetapi yang ada gambar.")
    by_file = {chapter.file: chapter for chapter in facts.report.chapters}
    for (file, number), message in said.items():
        yield Observed(
            place=by_file[file].place(number),
            subject="gambar",
            message=message,
            repair="Panggil tabelnya dari data, atau tulis isinya sebagai tabel.",
        )


def _pictures(block: Block) -> Iterator[tuple[int, str]]:
    if block.kind in ("gambar", "paragraf", "butir"):
        for number, text in enumerate(block.lines, start=block.line):
            yield from ((number, alt) for alt in _IMAGE.findall(text))


def _called_tables(blocks: tuple[Block, ...]) -> Iterator[int]:
    around = (None, *blocks, None)
    for above, block, below in zip(around, blocks, around[2:], strict=False):
        before = above.lines[-1] if above and above.kind == "paragraf" else ""
        after = below.lines[0] if below and below.kind == "paragraf" else ""
        captioned = block.kind == "gambar" and any(_CAPTION.match(text) for text in (before, after))
        yield from (number for number, alt in _pictures(block) if captioned or _TABLE.search(alt))


def _instead(slot: Slot) -> Iterator[int]:
    assert slot.chapter
    asked: list[tuple[ChapterPlan | Part, Region]] = [(slot.plan, slot.whole)]
    asked += [(part, slot.parts[part.id]) for part in slot.plan.isi if part.id in slot.parts]
    for plan, region in asked:
        if not region.tables and (plan.minimum.tabel or any(_answers_table(name) for name in plan.memuat)):
            yield from (number for block in region.blocks for number, _ in _pictures(block))


def _answers_table(name: str) -> bool:
    return name in BY_NAME and BY_NAME[name].kind == "tabel"


RULE = ReportRule(
    code="STR112",
    name="Gambar sebagai tabel",
    severity=Severity.WAJIB,
    basis="tabel laporan dibuat dari data",
    check=check,
)
