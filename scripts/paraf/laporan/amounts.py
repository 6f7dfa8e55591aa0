"""What a cell of the agreement holds: a number, or a letter that stands for one; and how it is printed."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.formulas import Target
from paraf.laporan.numbers import Unclear, read_number, rounded, write_number

_RANGE = regex(r"\s+(?:-|–|s\.d\.|sampai)\s+|(?<=\d)[-–](?=\d)")


class Unit(Struct, frozen=True):
    """How an indicator's figures are read and printed; ``letters`` give a predicate its number."""

    name: str
    places: int
    letters: Mapping[str, Decimal]

    def read(self, text: str) -> Decimal | Unclear:
        """One figure as it was written."""
        if not self.letters:
            return read_number(text)
        letter = text.strip().upper()
        known = ", ".join(self.letters)
        return self.letters.get(
            letter, Unclear(f"“{text.strip()[:20]}” bukan huruf yang dikenal; tulis salah satu: {known}")
        )

    def read_target(self, text: str) -> Target | Unclear:
        """A target or a range ``80 - 90``."""
        parts = [self.read(part) for part in _RANGE.split(text.strip(), maxsplit=1)]
        for part in parts:
            if isinstance(part, Unclear):
                return part
        low, high = parts[0], parts[-1]
        assert isinstance(low, Decimal)
        assert isinstance(high, Decimal)
        if low > high:
            return Unclear(f"batas bawah “{text.strip()[:40]}” lebih besar dari batas atasnya; tukar letaknya")
        return Target(low, high)

    def write(self, value: Decimal) -> str:
        """A figure as it is printed, without its unit; a letter as the highest one that the value reaches."""
        if not self.letters:
            return write_number(value, self.places)
        rising = sorted(self.letters, key=lambda letter: self.letters[letter])
        return next((letter for letter in reversed(rising) if self.letters[letter] <= value), rising[0])

    def exact(self, value: Decimal) -> str:
        """A figure as data carry it on: as it was published, a letter as itself; never a form that two would read apart."""
        if self.letters:
            return self.write(value)
        return f"{rounded(value, self.places).normalize():f}".replace(".", ",")

    def write_target(self, target: Target) -> str:
        """A target as it is printed."""
        low, high = self.write(target.low), self.write(target.high)
        return low if target.low == target.high else f"{low} – {high}"

    @property
    def percent(self) -> bool:
        """Whether the figures are percentages, so that their difference is in points."""
        return self.name.strip().casefold() in ("%", "persen")

    @property
    def plain(self) -> bool:
        """Whether a figure stands alone, as an index does."""
        return self.name.strip().casefold() in ("indeks", "nilai", "skor", "angka")

    @property
    def word(self) -> str:
        """The first word of a unit that is counted; nothing for a percentage, an index or a letter."""
        return "" if self.percent or self.plain or self.letters else self.name.split()[0].casefold()

    def suffixed(self, written: str) -> str:
        """A figure as a sentence has it: the sign of a percentage stands with it, any other unit is the sentence's word."""
        return f"{written}%" if self.percent else written


RUPIAH = Unit("rupiah", 2, {})
"""What money is counted in; it is written by ``numbers.write_rupiah``."""
