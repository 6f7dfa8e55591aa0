"""The quarter that a sentence speaks of, in figures, Roman numerals or words, and whether a number is said of it."""

from paraf.door.regex import regex
from paraf.rules.assertions import Assertion
from paraf.rules.lines import Sentence
from paraf.rules.numerals import Numeral

_NUMBERS = {
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    **{"pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4},
}
_QUARTER = regex(rf"\b(?:triwulan|tribulan|tw)[ -]?(?:ke-?)?({'|'.join(_NUMBERS)})\b")
_OPENING = regex(r"\W*(?:pada|selama|untuk) (?:triwulan|tribulan|tw)\b")
_OTHERWISE = regex(r"\b(?:sampai|hingga|semester|lalu|sebelum\w*|semula|awalnya|dahulu|akan|rencana)\b|s\.d\.")
_WORDS = frozenset(("triwulan", "tribulan", "tw", "tw1", "tw2", "tw3", "tw4"))


def quarter_of(sentence: Sentence, number: Numeral, claim: Assertion) -> int | None:
    """1 to 4 where the sentence names one quarter only and says the number of it; ``None`` where that is not plain."""
    named = {_NUMBERS[found] for found in _QUARTER.findall(sentence.low)}
    if len(named) != 1 or _OTHERWISE.search(sentence.low):
        return None
    alone = sum(other.figure for other in sentence.numbers) == 1 and not sentence.calls
    said = claim.words & _WORDS or (alone and _OPENING.match(sentence.low))
    return named.pop() if said else None
