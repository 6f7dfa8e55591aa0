"""Selisih dua persentase disebut dalam poin, bukan dalam persen.

## Mengapa
Dari 79,10% menjadi 84,05% adalah kenaikan 4,95 poin; kenaikan 4,95% berarti hal yang lain, yaitu menjadi 83,02%.

## Buruk
```markdown
Realisasi IKU-1 naik 4,95% dari tahun 2024.
```

## Baik
```markdown
Realisasi IKU-1 {{ perubahan("IKU-1", 2024) }} dari tahun 2024.
```

## Memperbaiki
Ganti “persen” dengan “poin”, atau pakai `{{ perubahan("IKU-1", 2024) }}` yang menulis naik atau turunnya sekaligus.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Fix, Severity
from paraf.laporan.numbers import rounded
from paraf.laporan.performance import Measure
from paraf.rules.comparisons import plainly_of
from paraf.rules.lines import Sentence, subject_of
from paraf.rules.numerals import Numeral
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_MOVES = regex(r"\b(?:naik|turun|kenaikan|penurunan|meningkat|menurun|peningkatan|bertambah|berkurang)(?:nya)?\b")
_PERCENTAGES = regex(r"\b(?:capaian|serapan)(?:nya)?(?:\s+[\w-]+){0,3}\s*$")
_BETWEEN = regex(r"(?: (?:sebesar|sebanyak|sekitar|kurang lebih|hampir|lebih dari))? ")
_REACH = 60


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the differences of percentages that are called percent."""
    for sentence in facts.numbered:
        if not _MOVES.search(sentence.low):
            continue
        for number in sentence.numbers:
            verb = _verb(sentence, number)
            if verb and _of_percentages(facts, sentence, number, verb):
                yield _observed(facts, sentence, number, verb)


def _verb(sentence: Sentence, number: Numeral) -> re.Match[str] | None:
    """The word of movement that stands right before a percentage."""
    if number.kind != "persen":
        return None
    start = max(0, number.start - _REACH)
    verbs = _MOVES.finditer(sentence.low, start, number.start)
    return next((verb for verb in verbs if _BETWEEN.fullmatch(sentence.low, verb.end(), number.start)), None)


def _measure(facts: ReportFacts, sentence: Sentence, at: int) -> Measure | None:
    performance = facts.report.performance
    owner = subject_of(sentence, at, performance) if performance else None
    return performance.measures[owner] if performance and owner else None


def _of_percentages(facts: ReportFacts, sentence: Sentence, number: Numeral, verb: re.Match[str]) -> bool:
    """Whether what moved is itself a percentage, and the number is not its relative change."""
    before = sentence.low[: verb.start()]
    measure = _measure(facts, sentence, verb.start())
    if measure is None or not measure.unit.percent:
        return _PERCENTAGES.search(before) is not None
    if not plainly_of(sentence, measure, verb.start()):
        return False
    if measure.value is None:
        return True
    changes = ((abs(measure.value - past.value), past.value) for past in measure.earlier.values())
    return not any(base and number.says(change / base * 100) and not number.says(change) for change, base in changes)


def _observed(facts: ReportFacts, sentence: Sentence, number: Numeral, verb: re.Match[str]) -> Observed:
    measure = _measure(facts, sentence, verb.start())
    points = f"{number.text.removesuffix('%').removesuffix('persen').rstrip()} poin"
    repair = f"Tulis “{points}”."
    fix = None
    place = sentence.place(number.start)
    if measure and measure.unit.percent and measure.value is not None and measure.earlier:
        year = max(sentence.years & set(measure.earlier), default=max(measure.earlier))
        repair = f'Tulis “{points}”, atau ganti “{verb[0]} {number.text}” dengan {{{{ perubahan("{measure.id}", {year}) }}}}.'
        change = abs(measure.value - measure.earlier[year].value)
        fix = Fix(place, number.text, points) if rounded(change, 2) == number.value else None
    return Observed(
        place=place,
        subject=f"“{verb[0]} {number.text}”",
        message="Yang dibandingkan adalah dua persentase, jadi selisihnya dalam poin, bukan persen.",
        repair=repair,
        fix=fix,
    )


RULE = ReportRule(
    code="KON107",
    name="Persen dipakai untuk poin",
    severity=Severity.WAJIB,
    basis="selisih dua persentase adalah poin",
    check=check,
)
