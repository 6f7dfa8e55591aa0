"""Sentences of a report: their numbers, the indicators they name, the calls they hold (one line is one sentence)."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from paraf.door.regex import regex
from paraf.finding import Place
from paraf.laporan.chapter import CALL, Chapter
from paraf.laporan.markdown import Kind
from paraf.laporan.performance import Performance
from paraf.laporan.report import Report
from paraf.laporan.used import Used, calls_in
from paraf.rules.numerals import Numeral, numerals

_ID = regex(r"(?<![\w-])[A-Z]{1,4}-[0-9]{1,3}(?![\w-])")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_QUOTED = regex(r"[\"“”'][^\"“”']*[\"“”']")
LONGEST = 4000
"""Letters of the longest line that is read as a sentence; one of these rules would else read it once for every word."""
PROSE = ("paragraf", "butir", "kutipan", "judul")


class Mention(Struct, frozen=True):
    """Where a sentence names something of the data: ``id`` of an indicator, a goal, or a budget row."""

    start: int
    end: int
    id: str
    call: Used | None = None

    @property
    def name_only(self) -> bool:
        """Whether only the name stands there, and no figure."""
        return self.call is None or self.call.name in ("nama", "satuan", "predikat", "efisiensi")


class Sentence(Struct, frozen=True, dict=True):
    """One line of prose; ``bare`` is as long as ``text``, with calls, code and addresses blanked out."""

    chapter: Chapter
    kind: Kind
    number: int
    text: str
    bare: str
    before: "Sentence | None"
    names: Mapping[str, str]

    def place(self, offset: int = 0) -> Place:
        """The place of a character of the sentence."""
        return self.chapter.place(self.number, offset + 1)

    @cached_property
    def low(self) -> str:
        """The bare words in small letters."""
        low = self.bare.casefold()
        return low if len(low) == len(self.bare) else self.bare.lower()

    @cached_property
    def numbers(self) -> tuple[Numeral, ...]:
        """Its numbers from the left."""
        return tuple(numerals(self.bare))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years it speaks of, in words or in calls."""
        written = {int(number.value) for number in self.numbers if number.kind == "tahun"}
        return frozenset(
            written | {int(year) for call in self.calls for year in _YEAR.findall(_QUOTED.sub("", call.call.inner))}
        )

    @cached_property
    def calls(self) -> tuple["Called", ...]:
        """Its calls from the left."""
        if "{{" not in self.text:
            return ()
        found = ((match, next(calls_in(match[0]), None)) for match in CALL.finditer(self.text))
        return tuple(Called(match.start(), match.end(), call) for match, call in found if call)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What it names, from the left; a longer name hides a shorter one in it."""
        found = [
            Mention(call.start, call.end, word, call.call) for call in self.calls for word in call.call.words if word
        ]
        found += [Mention(*match.span(), match[0]) for match in _ID.finditer(self.bare)]
        taken: list[tuple[int, int]] = []
        for name, id_ in self.names.items():
            at = self.low.find(name)
            while at >= 0:
                end = at + len(name)
                if not any(start < end and at < stop for start, stop in taken):
                    taken.append((at, end))
                    found.append(Mention(at, end, id_))
                at = self.low.find(name, end)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def named(self, performance: Performance) -> tuple[str, ...]:
        """The indicators it names, each once, in order."""
        return tuple(dict.fromkeys(mention.id for mention in self.mentions if mention.id in performance.measures))


class Called(Struct, frozen=True):
    """A call with where it stands in its line."""

    start: int
    end: int
    call: Used


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """Every sentence of every chapter, in order."""
    names = names_of(report)
    return tuple(sentence for chapter in report.chapters for sentence in _of_chapter(chapter, names))


def names_of(report: Report) -> Mapping[str, str]:
    """Names in small letters to ids, the longest first."""
    found: dict[str, str] = {}
    if report.budget:
        found |= {name.casefold(): row.code for row in report.budget.rows for name in (row.code, row.name) if name}
    if report.performance:
        found |= {aim.name.casefold(): aim.id for aim in report.performance.aims}
        found |= {measure.form.nama.casefold(): measure.id for measure in report.performance.measures.values()}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _of_chapter(chapter: Chapter, names: Mapping[str, str]) -> Iterator[Sentence]:
    lines = iter(chapter.prose)
    for block in chapter.blocks:
        if block.kind not in PROSE:
            continue
        before: Sentence | None = None
        for _ in block.lines:
            line = next(lines)
            if len(line.text) > LONGEST:
                continue
            before = Sentence(chapter, block.kind, line.number, line.text, line.bare, before, names)
            yield before


def subject_of(sentence: Sentence, at: int, performance: Performance) -> str | None:
    """The indicator that a word at ``at`` speaks of: the nearest named before, the only one behind it, the one of the
    sentence before, or the only one of the chapter's goal; ``None`` where it is not clear."""
    measures = performance.measures
    here = [mention for mention in sentence.mentions if mention.id in measures]
    left = [mention.id for mention in here if mention.end <= at]
    if left:
        return left[-1]
    # A figure behind it is another figure; only a name can be what it is said of.
    ids = {mention.id for mention in here if mention.name_only}
    earlier = sentence.before
    while not ids and earlier is not None:
        ids, earlier = set(earlier.named(performance)), earlier.before
    goal = performance.goals.get(sentence.chapter.goal or "")
    if not ids and goal:
        ids = {measure.id for measure in goal.measures}
    return ids.pop() if len(ids) == 1 else None
