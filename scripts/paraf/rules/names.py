"""The names of the agreement, and whom other words mean: an item renamed in the report is another item to its reader."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from paraf.door.regex import regex
from paraf.rules.tables import folded

LIKE, SAME_THING = 0.85, 0.5
"""How alike words are to a name they mean: alone, and beside the id."""
_SHORTEST, _LONGEST = 12, 300
_ID = regex(r"(?P<id>[A-Z]{1,4}-\d{1,3})(?!\w)[\s.:–—-]*(?P<rest>.*)")
_UNIT = regex(r"\s*\([^()]*\)$")


class Names:
    """Goals and indicators by id."""

    def __init__(self, by_id: Mapping[str, str]) -> None:
        self.by_id = by_id
        self.exact = {folded(name) for name in by_id.values()}
        self.matchers = {id_: SequenceMatcher(None, "", folded(name), autojunk=False) for id_, name in by_id.items()}
        self.by_word: dict[str, list[str]] = {}
        for id_, name in by_id.items():
            for word in _words(name):
                self.by_word.setdefault(word, []).append(id_)

    def renamed(self, text: str, ids: Sequence[str] = ()) -> str | None:
        """The id of what is meant by other words; ``None`` where the words are right or mean something else."""
        found = _ID.fullmatch(text)
        begun: list[str] = [found["id"]] if found and found["id"] in self.by_id and found["rest"] else []
        words = folded(_UNIT.sub("", found["rest"] if begun and found else text))
        if words in self.exact or folded(text) in self.exact or not _SHORTEST <= len(words) <= _LONGEST:
            return None
        sharing = dict.fromkeys(id_ for word in _words(words) for id_ in self.by_word.get(word, ()))
        wanted = [*((id_, SAME_THING) for id_ in (*begun, *ids)), *((id_, LIKE) for id_ in sharing)]
        return next((id_ for id_, least in wanted if self._near(id_, words, least)), None)

    def _near(self, id_: str, words: str, least: float) -> bool:
        matcher = self.matchers[id_]
        matcher.set_seq1(words)
        return matcher.quick_ratio() >= least and matcher.ratio() >= least


def _words(text: str) -> frozenset[str]:
    """The longer words of a name: what a slip of the pen leaves of it."""
    return frozenset(word for word in folded(text).split(" ") if len(word) > 4)
