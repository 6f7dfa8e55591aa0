"""Sentences of a hand-written page that come from a chapter nobody has approved yet (DESIGN section 5)."""

from collections.abc import Iterable, Iterator, Mapping

from paraf.door.regex import regex

SHORTEST = 8
"""Words of a sentence from which on it is told apart from a common phrase."""
_SENTENCE = regex(r"[.!?:;]\s|\n")
_WORD = regex(r"[^\W_]+")


def leaks(page: str, before: str, chapters: Iterable[str]) -> Iterator[str]:
    """The sentences of chapters that a page has now and did not have before, as the chapters write them."""
    now, then = _words(page), _words(before)
    for words, sentence in told_apart(chapters).items():
        if words in now and words not in then:
            yield sentence


def told_apart(chapters: Iterable[str]) -> dict[str, str]:
    """The sentences of chapters that are long enough to be told apart, by their words alone."""
    found: dict[str, str] = {}
    for sentence in (sentence for chapter in chapters for sentence in _SENTENCE.split(chapter)):
        words = _words(sentence)
        if words.count(" ") - 1 >= SHORTEST:
            found.setdefault(words, " ".join(sentence.split()))
    return found


def shared(page: str, sentences: Mapping[str, str]) -> dict[str, str]:
    """Those of these sentences that a page holds."""
    now = _words(page)
    return {words: sentence for words, sentence in sentences.items() if words in now}


def _words(text: str) -> str:
    """The words alone, in lower case, each between two spaces: marks and line ends make no difference."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
