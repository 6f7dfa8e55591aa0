"""Every figure in prose against the data: contradicted, mistaken for another, bound to a call, or standing nowhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.performance import Measure
from paraf.laporan.report import Report
from paraf.rules.assertions import MONEY, Assertion, assertion_of, role_before
from paraf.rules.figures import Value
from paraf.rules.lines import Sentence
from paraf.rules.misprints import misprinted
from paraf.rules.numerals import Numeral, rounded_to
from paraf.rules.quarters import quarter_of
from paraf.rules.words import word_set

Verdict = Literal["bertentangan", "tertukar", "salah ketik", "ada di data", "tanpa sumber"]
_ENDS = frozenset(("",)) | word_set(
    "dan dengan atau dari sedangkan pada tahun melampaui sehingga yang di serta ke untuk dibanding karena"
)
"""Words after a figure that are not its unit."""
_SOURCES = ("sumber", "menurut", "berdasarkan", "data dari", "[^")
_FORMULAS = ("×", "÷", "rumus")
_OTHER_TIMES = regex(r"\b(?:triwulan|tribulan|tw[1-4]?|semester|lalu|sebelum\w*|semula|awalnya|dahulu|akan|rencana)\b")
_LAST_YEAR = regex(r"\btahun (?:lalu|sebelumnya)\b")
_OTHER_AIMS = regex(r"\b(?:renstra|nasional|murni|akhir|jangka menengah)\b")
_CROWD = 60
"""Figures of the fullest line that still is a sentence."""
_DISTINCT = 1_000_000


class Judged(Struct, frozen=True, kw_only=True):
    """A figure with what was found. ``value`` is the one of the data that is meant, where that is certain.

    ``claim`` is what the sentence says it is, ``pool`` the values it was compared with.
    """

    sentence: Sentence
    number: Numeral
    verdict: Verdict
    claim: Assertion | None
    value: Value | None
    pool: tuple[Value, ...] = ()


class Judge:
    """Compares the figures of a report's sentences with the values of its data."""

    def __init__(self, report: Report, values: Sequence[Value]) -> None:
        self.report = report
        self.values = values
        self._by_step: dict[tuple[str, Decimal], dict[Decimal, list[Value]]] = {}
        self.measures = report.performance.measures if report.performance else {}
        self.goals = report.performance.goals if report.performance else {}

    def __call__(self, sentence: Sentence) -> Iterator[Judged]:
        """The figures of a sentence that are not as they should be."""
        figures = [number for number in sentence.numbers if number.figure]
        for number in figures if len(figures) <= _CROWD else ():
            yield from self._judge(sentence, number, assertion_of(sentence, number, self.report.performance))

    def _equal(self, number: Numeral) -> Sequence[Value]:
        """The values that a number says, whatever they belong to."""
        key = (number.kind, number.step)
        if key not in self._by_step:
            table = self._by_step[key] = defaultdict(list)
            for value in self.values:
                if value.kind == number.kind:
                    table[rounded_to(value.amount, number.step)].append(value)
        return self._by_step[key].get(number.value, ())

    def _judge(self, sentence: Sentence, number: Numeral, claim: Assertion | None) -> Iterator[Judged]:
        pool = tuple(self._pool(sentence, number, claim)) if claim else ()
        meant = self._meant(sentence, number, claim, pool) if claim and pool else None
        named = {mention.id for mention in sentence.mentions}
        reach = (*pool, *(v for v in self.values if v.owner in named and v.kind == number.kind)) if pool else ()
        verdict: Verdict | None = None
        if reach and not any(number.says(value.amount) for value in reach):
            verdict = "bertentangan"
        elif (
            claim
            and claim.sure
            and meant
            and (_this_year(sentence, self.report.year) or self._of_quarter(number, meant))
            and not number.says(meant.amount)
        ):
            verdict = "tertukar"
        elif not (claim and claim.sure) and not self._equal(number) and (near := misprinted(number, self.values)):
            verdict, meant = "salah ketik", near
        if verdict:
            yield Judged(sentence=sentence, number=number, verdict=verdict, claim=claim, value=meant, pool=pool)
        elif not any(word in sentence.low for word in _FORMULAS):
            yield from self._unbound(sentence, number, claim)

    def _pool(self, sentence: Sentence, number: Numeral, claim: Assertion) -> Iterator[Value]:
        """The values among which a claimed number must be, if it is comparable with them at all."""
        measure = self.measures.get(claim.owner or "")
        if claim.role in MONEY or (claim.role == "realisasi" and number.kind == "rupiah"):
            wanted = {"rupiah": ("pagu", "belanja", "sisa", "selisih"), "persen": ("serapan", "sisa")}
            yield from (
                value
                for value in self.values
                if value.kind == number.kind
                and value.role in wanted.get(number.kind, ())
                and (not claim.sure or value.owner == claim.owner)
            )
        elif measure and not claim.words & {"sasaran", "rata"}:
            if _comparable(number, claim, measure):
                yield from (v for v in self.values if v.owner == claim.owner and v.kind == number.kind)
        elif number.kind == "persen" and (claim.role == "capaian" or (not claim.role and claim.owner in self.goals)):
            goal = (claim.owner if claim.owner in self.goals else sentence.chapter.goal) or ""
            owners = {goal, *(m.id for m in self.measures.values() if m.goal == goal or not goal)}
            if goal or "rata" in claim.words:
                yield from (v for v in self.values if v.owner in owners and v.kind == "persen")

    def _meant(self, sentence: Sentence, number: Numeral, claim: Assertion, pool: tuple[Value, ...]) -> Value | None:
        """The one value that the claim is about."""
        years = sentence.years - {self.report.year}
        quarter = quarter_of(sentence, number, claim) if not years else None
        if quarter:
            found = [v for v in pool if v.role == "realisasi" == claim.role and v.when == f"TW{quarter}"]
            return next((v for v in found if v.owner == claim.owner), None)
        if len(years) > 1 or _OTHER_TIMES.search(sentence.low):
            return None
        if _OTHER_AIMS.search(sentence.low):
            return None
        role, owner = claim.role, claim.owner
        if role in MONEY or pool[0].kind == "rupiah":
            role = "belanja" if role == "realisasi" else role
            owner = owner if owner is not None else sentence.chapter.goal
        when = next(iter(years), None)
        found = [v for v in pool if v.call and v.role == role and v.owner == (owner or "") and v.when == when]
        return found[0] if found else None

    def _unbound(self, sentence: Sentence, number: Numeral, claim: Assertion | None) -> Iterator[Judged]:
        if sentence.kind == "judul" or number.value < 2 or (number.kind == "persen" and number.value == 100):
            return
        equal = (value for value in self._equal(number) if _of_unit(number, value))
        same = [value for value in equal if not self._another_year(sentence, value)]
        bound = [
            v for v in same if v.call and self._alike(sentence, number, v) and _by_more_than_chance(number, v, claim)
        ]
        if bound:
            best = min(bound, key=lambda value: _distance(value, sentence, claim))
            yield Judged(sentence=sentence, number=number, verdict="ada di data", claim=claim, value=best)
        elif not same and not any(word in sentence.low for word in _SOURCES):
            yield Judged(
                sentence=sentence,
                number=number,
                verdict="tanpa sumber",
                claim=claim,
                value=None,
                pool=self._spoken_of(sentence, number, claim),
            )

    def _of_quarter(self, number: Numeral, meant: Value) -> bool:
        """Whether a quarter is meant, and the number is not what was reached up to its end."""
        if not isinstance(meant.when, str) or not meant.when.startswith("TW"):
            return False
        so_far = self.measures[meant.owner].until(int(meant.when[2:]))
        return so_far is None or not number.says(so_far)

    def _spoken_of(self, sentence: Sentence, number: Numeral, claim: Assertion | None) -> tuple[Value, ...]:
        """The figures that a number may be said to be, where the sentence names one indicator and what of it."""
        named = sentence.named(self.report.performance) if self.report.performance else ()
        role = role_before(sentence, number)
        if len(named) != 1 or role not in ("realisasi", "target", "capaian"):
            return ()
        fits = number.kind == "persen" or (
            number.kind == "angka" and number.unit in _ENDS | {self.measures[named[0]].unit.word}
        )
        quarter = quarter_of(sentence, number, claim) if claim else None
        own = [v for v in self.values if v.call and v.owner == named[0] and v.role == role] if fits else []
        times = {f"TW{quarter}"} if quarter else sentence.years
        return tuple([v for v in own if v.when in times] or [v for v in own if v.when is None])

    def _another_year(self, sentence: Sentence, value: Value) -> bool:
        """Whether a value is of a year that neither the sentence nor its paragraph so far speaks of."""
        at: Sentence | None = sentence
        while at is not None and isinstance(value.when, int):
            if value.when in at.years or (value.when == self.report.year - 1 and _LAST_YEAR.search(at.low)):
                return False
            at = at.before
        return isinstance(value.when, int)

    def _alike(self, sentence: Sentence, number: Numeral, value: Value) -> bool:
        """Whether a number that equals a value plainly stands for it."""
        if value.kind == "rupiah":
            return number.value >= _DISTINCT
        if value.kind == "angka" and value.unit:
            return number.unit == value.unit
        goal = sentence.chapter.goal
        owners = {goal, *(mention.id for mention in sentence.mentions)}
        owners |= {measure.id for measure in self.measures.values() if measure.goal == goal}
        return value.owner in owners or number.step < 1


def _by_more_than_chance(number: Numeral, value: Value, claim: Assertion | None) -> bool:
    """Whether a number shows enough of a percentage to mean it; every whole one is like some figure of the data."""
    if number.kind != "persen" or number.step < 1:
        return True
    return claim is not None and claim.role == value.role and (claim.owner or "") == value.owner


def _of_unit(number: Numeral, value: Value) -> bool:
    """Whether a count is of the things that a value counts."""
    return number.kind != "angka" or number.unit == value.unit or number.unit in _ENDS or not value.unit


def _comparable(number: Numeral, claim: Assertion, measure: Measure) -> bool:
    """Whether a figure is of the kind that the claimed value has."""
    if number.kind == "persen":
        return True
    if number.kind != "angka" or claim.role == "capaian" or measure.unit.percent or measure.unit.letters:
        return False
    return number.unit == measure.unit.word or number.unit in _ENDS or (measure.unit.plain and number.step < 1)


def _this_year(sentence: Sentence, year: int) -> bool:
    """Whether neither the sentence nor one before it in its paragraph speaks of another time."""
    at: Sentence | None = sentence
    while at is not None:
        if at.years - {year} or _OTHER_TIMES.search(at.low):
            return False
        at = at.before
    return True


def _distance(value: Value, sentence: Sentence, claim: Assertion | None) -> tuple[bool, bool, bool, bool]:
    """How far a value is from what the sentence speaks of: owner, role, goal, year."""
    named = {mention.id for mention in sentence.mentions} | {sentence.chapter.goal}
    owner = claim.owner if claim else None
    role = claim.role if claim else ""
    return (
        owner is not None and value.owner != owner,
        bool(role) and value.role != role,
        value.owner not in named,
        value.when is not None and value.when not in sentence.years,
    )
