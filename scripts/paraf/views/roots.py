"""Words that help the search, which knows no Indonesian: the roots that may hide in a text's derived words, and back.

No stemmer, only candidates: every way to take off common prefixes and suffixes. A wrong candidate does no harm, because
nobody searches for it; a right one makes *kirim* find *pengiriman*.
"""

from collections.abc import Iterator
from functools import cache

from paraf.door.regex import regex

_WORD = regex(r"[a-z]+")
_SUFFIXES = ("", "kan", "an", "i", "nya")
# What a prefix hides: after "meny" and "peny" an s, after "mem" and "pem" perhaps a p, and so on.
_PREFIXES = (
    *((prefix, "") for prefix in ("ber", "ter", "per", "di", "ke", "se", "me", "pe")),
    *((prefix, "s") for prefix in ("meny", "peny")),
    *((prefix, hidden) for prefix in ("mem", "pem") for hidden in ("", "p")),
    *((prefix, hidden) for prefix in ("meng", "peng") for hidden in ("", "k")),
    *((prefix, hidden) for prefix in ("men", "pen") for hidden in ("", "t")),
)
_SHORTEST = 4


def roots(text: str) -> tuple[str, ...]:
    """Possible roots of every word, each once, in the order met; the words themselves are left out."""
    words = _WORD.findall(text.lower())
    found = dict.fromkeys(root for word in words for root in _candidates(word))
    return tuple(root for root in found if root not in words)


@cache
def _candidates(word: str) -> tuple[str, ...]:
    return tuple(_taken_apart(word))


def _taken_apart(word: str) -> Iterator[str]:
    for suffix in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word[: len(word) - len(suffix)]
        forms = [stem] if suffix else []
        forms += [hidden + stem[len(prefix) :] for prefix, hidden in _PREFIXES if stem.startswith(prefix)]
        yield from (form for form in forms if len(form) >= _SHORTEST)


def active(text: str) -> tuple[str, ...]:
    """The *me-* and *di-* form of every plain word, each once: *tolak* is also found as *menolak* and *ditolak*.

    Words that are no verbs get forms that nobody types.
    """
    found = dict.fromkeys(form for word in _WORD.findall(text.lower()) for form in _formed(word))
    return tuple(found)


def _formed(word: str) -> Iterator[str]:
    if len(word) < _SHORTEST:
        return
    yield f"di{word}"
    first, second = word[0], word[1]
    if first in "kpts" and second in "aeiou":
        yield {"k": "meng", "p": "mem", "t": "men", "s": "meny"}[first] + word[1:]
    elif first in "aeioughk":
        yield f"meng{word}"
    elif first in "bfvp":
        yield f"mem{word}"
    elif first in "cdjzts":
        yield f"men{word}"
    else:
        yield f"me{word}"
