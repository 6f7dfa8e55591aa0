"""Sentences that call the use of money efficient, and what stands behind them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from paraf.finding import Place
from paraf.laporan.anatomy import Slot
from paraf.laporan.chapter import Chapter
from paraf.laporan.expand import Expansion
from paraf.laporan.markdown import Block
from paraf.laporan.performance import Aim
from paraf.laporan.report import Report
from paraf.rules.sentences import Sentence, said_lines, sentences

_WORD = re.compile(r"\b(?:efisien|efisiensi)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:(?:telah|sudah|terbukti|dinilai|tergolong|termasuk|sangat|cukup|secara|adalah|menjadi|berlangsung)\s+(?:\w+\s+){0,4}?efisien"
    r"|(?:sasaran|anggaran|sumber daya|belanja|kegiatan|program)\s+(?:\w+\s+){0,2}?efisien"
    r"|efisiensi(?:nya)?\s+(?:\w+\s+){0,4}?(?:sebesar|mencapai|senilai|tercapai|terwujud|terjadi)"
    r"|(?:terdapat|terjadi|diperoleh|tercapai|menghasilkan|mencapai)\s+(?:\w+\s+){0,2}?efisiensi)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:belum|tidak|bukan|kurang|tanpa|agar|supaya|guna|untuk|akan|perlu|harus|hendak|bila|jika|apabila|kalau|hanya"
    r"|dapat|seharusnya|sebaiknya|upaya|lebih|prinsip|asas|analisis|efektif)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:semua|seluruh|setiap|keempat|ketiga|kedua)\s+(?:\w+\s+)?sasaran\b", re.IGNORECASE)
_FIGURE = re.compile(r"\{\{|\d")
_YEAR = re.compile(r"\b20\d\d\b")
_NEGATIVE = re.compile(r"(?<![\w.,])(?:minus\s+|[-−])\d[\d.,]*%?", re.IGNORECASE)
_RATE = re.compile(r"efisiensi(?:nya)?\b[^.%\d]{0,60}?(\d{3,4}(?:[.,]\d+)?) ?(?:%|persen)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """``aims`` are the goals it speaks of; ``counted``: a number stands with it; the others are the words of a wrong one."""

    words: str
    place: Place
    aims: tuple[Aim, ...]
    counted: bool
    negative: str | None
    excess: str | None


def claims(report: Report, slots: Sequence[Slot], expansion: Expansion) -> Iterator[Claim]:
    """Every claim: in the parts about efficiency of each goal, and in the chapters about no single goal."""
    said = {expanded.chapter.file: expanded for expanded in expansion.chapters if "fisien" in expanded.chapter.text}
    for slot in slots:
        chapter = slot.chapter
        if chapter is None or chapter.file not in said:
            continue
        lines = said_lines(said[chapter.file])
        for part, region in slot.about("efisiensi") if slot.aim else ():
            if region:
                yield from _claims(
                    report, chapter, region.blocks, lines, [slot.aim] if part and slot.aim else [], whole=True
                )
        if slot.aim is None and slot.plan.per_sasaran == "tidak":
            yield from _claims(report, chapter, chapter.blocks, lines, [], whole=False)


def _claims(
    report: Report, chapter: Chapter, blocks: Sequence[Block], lines: Mapping[int, str], aims: list[Aim], *, whole: bool
) -> Iterator[Claim]:
    counted = whole and any(_counted(line) for block in blocks for line in block.lines)
    for block in blocks:
        here = counted or any(_counted(line) for line in block.lines)
        for sentence in sentences(chapter, [block]):
            words = _called(sentence, whole)
            if words:
                shown = lines.get(sentence.place.line, sentence.text)
                negative, rate = _NEGATIVE.search(shown), _RATE.search(shown)
                yield Claim(
                    words=words,
                    place=sentence.place,
                    aims=tuple(aims or _meant(report, sentence)),
                    counted=here,
                    negative=negative[0] if negative else None,
                    excess=rate[1] + "%" if rate and not rate[1].startswith("100") else None,
                )


def _called(sentence: Sentence, whole: bool) -> str | None:
    """The words of a claim; purposes, conditions and denials claim nothing."""
    found = (_WORD if whole else _CALLED).search(sentence.bare) if "fisien" in sentence.bare else None
    if not found or _DENIED.search(sentence.bare) or not _CALLED.search(sentence.bare):
        return None
    return found[0]


def _counted(line: str) -> bool:
    return bool(_FIGURE.search(_YEAR.sub("", line)))


def _meant(report: Report, sentence: Sentence) -> Iterator[Aim]:
    """The goals a sentence names, or all of them where it says so."""
    for aim in report.performance.aims if report.performance else ():
        if _ALL.search(sentence.bare) or aim.id in sentence.text or aim.name in sentence.text:
            yield aim
