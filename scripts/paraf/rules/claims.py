"""Sentences that call the use of money efficient, and what stands behind them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Place
from paraf.laporan.anatomy import Slot
from paraf.laporan.chapter import Chapter
from paraf.laporan.expand import Expansion
from paraf.laporan.markdown import Block
from paraf.laporan.performance import Aim
from paraf.laporan.report import Report
from paraf.rules.sentences import Sentence, said_lines, sentences

_CALLED = regex(
    r"\b(?:(?:telah|sudah|terbukti|dinilai|tergolong|termasuk|sangat|cukup|secara|adalah|menjadi|berlangsung)\s+(?:\w+\s+){0,4}?efisien"
    r"|(?:sasaran|anggaran|sumber daya|belanja|kegiatan|program)\s+(?:\w+\s+){0,2}?efisien"
    r"|efisiensi(?:nya)?\s+(?:\w+\s+){0,4}?(?:sebesar|mencapai|senilai|tercapai|terwujud|terjadi)"
    r"|(?:terdapat|terjadi|diperoleh|tercapai|menghasilkan|mencapai)\s+(?:\w+\s+){0,2}?efisiensi)\b",
    re.IGNORECASE,
)
_DENIED = regex(
    r"\b(?:belum|tidak|bukan|kurang|tanpa|agar|supaya|guna|untuk|akan|perlu|harus|hendak|bila|jika|apabila|kalau|hanya"
    r"|dapat|seharusnya|sebaiknya|upaya|lebih|prinsip|asas|analisis|efektif)\b",
    re.IGNORECASE,
)
_ALL = regex(r"\b(?:semua|seluruh|setiap|keempat|ketiga|kedua)\s+(?:\w+\s+)?sasaran\b", re.IGNORECASE)
_FIGURE = regex(r"\{\{|\d")
_YEAR = regex(r"\b20\d\d\b")
_NEGATIVE = regex(r"(?<![\w.,])(?:minus\s+|[-−])\d[\d.,]*%?", re.IGNORECASE)
_RATE = regex(r"efisiensi(?:nya)?\b[^.%\d]{0,60}?(\d{3,4}(?:[.,]\d+)?) ?(?:%|persen)", re.IGNORECASE)


class Claim(Struct, frozen=True):
    """``aims`` are the goals it speaks of; ``counted``: a number stands with it; the others are the words of a wrong one."""

    words: str
    place: Place
    aims: tuple[Aim, ...]
    counted: bool
    negative: str | None
    excess: str | None


def claims(report: Report, slots: Sequence[Slot], expansion: Expansion) -> Iterator[Claim]:
    """Every claim: in the parts about efficiency of each goal, and in the chapters about no single goal."""
    for slot in slots:
        if slot.chapter is None or "fisien" not in slot.chapter.text:
            continue
        scope = _Scope(report, slot.chapter, expansion)
        if slot.aim:
            for _, region in slot.about("efisiensi"):
                yield from scope.claims(region.blocks if region else (), slot.aim)
        elif slot.plan.per_sasaran == "tidak":
            yield from scope.claims(slot.chapter.blocks, None)


class _Scope:
    """A chapter to look for claims in; its lines are answered once, and only when something claims."""

    def __init__(self, report: Report, chapter: Chapter, expansion: Expansion) -> None:
        self.report, self.chapter, self.expansion = report, chapter, expansion

    @cached_property
    def said(self) -> Mapping[int, str]:
        return said_lines(next(one for one in self.expansion.chapters if one.chapter is self.chapter))

    def claims(self, blocks: Sequence[Block], aim: Aim | None) -> Iterator[Claim]:
        """The claims of some blocks; a number stands with one in its paragraph, or in what a goal's part says just before."""
        for index, block in enumerate(blocks):
            if not any("fisien" in line for line in block.lines):
                continue
            for sentence in sentences(self.chapter, [block]):
                if words := _called(sentence):
                    yield self._claim(words, sentence, blocks[max(0, index - bool(aim)) : index + 1], aim)

    def _claim(self, words: str, sentence: Sentence, around: Sequence[Block], aim: Aim | None) -> Claim:
        shown = self.said.get(sentence.place.line, sentence.text)
        negative, rate = _NEGATIVE.search(shown), _RATE.search(shown)
        return Claim(
            words=words,
            place=sentence.place,
            aims=(aim,) if aim else tuple(_meant(self.report, sentence)),
            counted=any(_counted(line) for block in around for line in block.lines),
            negative=negative[0] if negative else None,
            excess=f"{rate[1]}%" if rate and not rate[1].startswith("100") else None,
        )


def _called(sentence: Sentence) -> str | None:
    """The words of a claim; purposes, conditions and denials claim nothing."""
    found = _CALLED.search(sentence.bare) if "fisien" in sentence.bare else None
    return found[0] if found and not _DENIED.search(sentence.bare) else None


def _counted(line: str) -> bool:
    return bool(_FIGURE.search(_YEAR.sub("", line)))


def _meant(report: Report, sentence: Sentence) -> Iterator[Aim]:
    """The goals a sentence names, or all of them where it says so."""
    for aim in report.performance.aims if report.performance else ():
        if _ALL.search(sentence.bare) or aim.id in sentence.text or aim.name in sentence.text:
            yield aim
