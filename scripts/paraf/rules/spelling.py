"""Which words of a line a dictionary can judge, and which roots an Indonesian word may have."""

from collections.abc import Iterable, Iterator

from paraf.door.regex import regex

_ITALIC = regex(r"(?<![*\w])\*(?![*\s])[^*\n]{1,200}\*(?![*\w])|(?<![_\w])_(?![_\s])[^_\n]{1,200}_(?![_\w])")
# Small letters and one inner hyphen; a digit, an apostrophe, a dot inside or a mark of an address makes it no plain word.
_WORD = regex(r"(?<![\w./@'’-])[a-zà-ÿ]{3,40}(?:-[a-zà-ÿ]{2,40})?(?![\w/@'’-]|\.\w)")
_ENDINGS = ("nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i", "isasi")
# A prefix, and the letter of the root that melted into it.
_PREFIXES = (
    *(
        ("meny", "s"),
        ("peny", "s"),
        ("meng", "k"),
        ("peng", "k"),
        ("mem", "p"),
        ("pem", "p"),
        ("men", "t"),
        ("pen", "t"),
    ),
    *(("menge", ""), ("penge", ""), ("meng", ""), ("peng", ""), ("mem", ""), ("pem", ""), ("men", ""), ("pen", "")),
    *(("me", ""), ("pe", ""), ("ber", ""), ("per", ""), ("ter", ""), ("be", ""), ("te", ""), ("di", ""), ("ke", "")),
    *(("se", ""), ("ketidak", ""), ("antar", ""), ("non", ""), ("pra", ""), ("pasca", ""), ("multi", ""), ("sub", "")),
)
_DEPTH, _SHORTEST = 3, 3


def plain_words(text: str) -> Iterator[tuple[int, str]]:
    """The offsets and words of a line that begin with a small letter and stand outside *italics* (foreign words)."""
    upright = _ITALIC.sub(lambda found: " " * len(found[0]), text) if "*" in text or "_" in text else text
    for found in _WORD.finditer(upright):
        yield found.start(), found[0]


def forms(word: str) -> frozenset[str]:
    """The word and every root that its affixes leave open; only a dictionary can tell which of them are words."""
    found = layer = {word}
    for _ in range(_DEPTH):
        layer = {shorter for one in layer for shorter in _shorter(one)} - found
        found = found | layer
    return frozenset(found)


def _shorter(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word.removesuffix(ending)
    for prefix, first in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            yield first + word.removeprefix(prefix)


def all_forms(words: Iterable[str]) -> frozenset[str]:
    """The forms of several words."""
    return frozenset(form for word in words for form in forms(word))
