"""Angka dan bilangan dengan huruf di dalam kurung menyebut jumlah yang sama.

## Mengapa
Bila keduanya berbeda, pembaca tidak tahu mana yang benar; pada rupiah, yang dengan huruf biasanya dianggap berlaku.

## Buruk
```markdown
Layanan itu menerima 202 (dua ratus sembilan) pengaduan.
```

## Baik
```markdown
Layanan itu menerima 202 (dua ratus dua) pengaduan.
```

## Memperbaiki
Periksa mana yang benar, lalu samakan. `{{ terbilang(…) }}` menulis hurufnya dari angkanya.
"""

from collections.abc import Iterator
from decimal import Decimal

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.rules.numerals import Numeral, numerals
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.seen_lines import seen_lines
from paraf.terbilang import LARGEST, from_words, in_words

_WORDS = regex(r"\(([A-Za-z][A-Za-z \u00a0-]{1,400})\)")
_NEAR = regex(r"(?:[ \u00a0][a-z]{2,20})?[ \u00a0]?[*_]*[ \u00a0]?")
"""Between a number and its bracket stands a space, at most with a unit before it."""


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report numbers whose words, read back, say another number."""
    for line in seen_lines(facts.expansion, "("):
        words = [(match, value) for match in _WORDS.finditer(line.text) if (value := from_words(match[1])) is not None]
        numbers = list(numerals(line.text)) if words else []
        for match, value in words:
            number = _before(line.text, numbers, match.start())
            if number and not _agree(number, value):
                right = f"Tulis “{in_words(number.value)}”" if number.value < LARGEST else "Samakan hurufnya"
                yield Observed(
                    place=line.place(number.start),
                    subject=f"“{number.text}”",
                    message=f"Angkanya {number.text}, tetapi hurufnya “{match[1]}”.",
                    repair=f"{right}, atau perbaiki angkanya.",
                )


def _before(text: str, numbers: list[Numeral], at: int) -> Numeral | None:
    """The number that a bracket spells."""
    for number in numbers:
        if number.figure and number.end <= at and _NEAR.fullmatch(text, number.end, at):
            return number
    return None


def _agree(number: Numeral, value: Decimal) -> bool:
    # "Rp5 juta (lima juta rupiah)", or "Rp5 (lima) juta" with the scale left out of the bracket.
    return value == number.value or (number.step > 1 and value == number.value / number.step)


RULE = ReportRule(
    code="KON103",
    name="Angka dan hurufnya berbeda",
    severity=Severity.WAJIB,
    basis="kebiasaan menulis bilangan dengan huruf",
    check=check,
)
