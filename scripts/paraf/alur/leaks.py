"""Sentences of a hand-written page that come from a chapter nobody has approved yet (DESIGN section 5)."""

from collections.abc import Iterable, Iterator

from paraf.door.regex import regex

SHORTEST = 8
"""Words of a sentence from which on it is told apart from a common phrase."""
_SENTENCE = regex(r"[.!?:;]\s|\n")
_WORD = regex(r"[^\W_]+")


def leaks(page: str, before: str, chapters: Iterable[str]) -> Iterator[str]:
    """The sentences of chapters that a page has now and did not have before, as the chapters write them."""
    now, then = _words(page), _words(before)
    told: set[str] = set()
    for chapter in chapters:
        for sentence in _SENTENCE.split(chapter):
            words = _words(sentence)
            if words.count(" ") - 1 >= SHORTEST and words in now and words not in then and words not in told:
                told.add(words)
                yield " ".join(sentence.split())


def _words(text: str) -> str:
    """The words alone, in lower case, each between two spaces: marks and line ends make no difference."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
