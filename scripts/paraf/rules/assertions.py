"""What a sentence says a number is: the realisasi, target or capaian of which indicator, or what of which budget."""

from collections.abc import Iterator

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.performance import Performance
from paraf.rules.lines import Mention, Sentence, subject_of
from paraf.rules.numerals import Numeral
from paraf.rules.words import word_set

_WORDS = {
    **{"realisasi": "realisasi", "terealisasi": "realisasi", "target": "target", "ditargetkan": "target"},
    **{
        "menargetkan": "target",
        "capaian": "capaian",
        "pagu": "pagu",
        "anggaran": "anggaran",
        "belanja": "anggaran",
        "keuangan": "anggaran",
    },
    **{"terpakai": "belanja", "serapan": "serapan", "terserap": "serapan", "sisa": "sisa", "menyisakan": "sisa"},
}
MONEY = frozenset(("pagu", "anggaran", "belanja", "serapan", "sisa"))
_ROLE = regex(rf"\b({'|'.join(_WORDS)})(?:nya)?\b")
_NARROWED = {"pagu": "pagu", "realisasi": "belanja", "sisa": "sisa", "serapan": "serapan", "belanja": "belanja"}
"""What the word before *anggaran* makes of it."""
_LINKS = word_set(
    "sebesar mencapai sebanyak sejumlah senilai adalah yaitu yakni ialah tercatat ini tersebut itu hanya sudah telah "
    "menjadi pada di kinerja tahunan rata berada angka nilai tahun triwulan tw semester sampai akhir renstra nasional "
    "murni perubahan dengan total keseluruhan seluruh seluruhnya tribulan untuk indikator sasaran terakhir semula ditetapkan "
    "setahun kumulatif dari justru naik turun bertambah berkurang berubah dinaikkan diturunkan bertahan berhenti "
    "i ii iii iv tw1 tw2 tw3 tw4"
)
_ORDINALS = word_set("ke pertama kesatu kedua ketiga keempat")
_QUARTERS = word_set("triwulan tribulan tw")
_MOVES = word_set("naik turun bertambah berkurang berubah dinaikkan diturunkan")
_UNITS = 3
_TOKEN = regex(r"\w+")
_OF_TARGET = regex(r"(?:\s+\w+){0,3}\s+dari\s+target\b")
_WIDEST = 160


class Assertion(Struct, frozen=True, kw_only=True):
    """``role`` is ``""`` where a number stands behind a bare name; ``owner`` ``None`` where no single one is meant.

    ``sure`` when the sentence itself names the owner; ``words`` stand between the role and the number.
    """

    role: str
    owner: str | None
    sure: bool
    words: frozenset[str]


class _Mark(Struct, frozen=True):
    start: int
    end: int
    role: str = ""
    mention: Mention | None = None
    figure: bool = False


def assertion_of(sentence: Sentence, number: Numeral, performance: Performance | None) -> Assertion | None:
    """The claim that a sentence makes about a number; ``None`` where it is not plainly tied to a name or a role."""
    target = _OF_TARGET.match(sentence.low, number.end)
    if performance and target:
        return _of_target(sentence, number, performance, target.end())
    role, owner, words = "", None, set[str]()
    right = number.start
    for mark in sorted(_marks(sentence, number), key=lambda mark: -mark.end):
        between = _TOKEN.findall(sentence.low[max(mark.end, right - _WIDEST) : right])
        if mark.figure and not role and owner is None and len(between) <= _UNITS:
            if between[-1:] == ["atau"]:
                return _share(mark.mention)
            if between[-1:] == ["menjadi"]:
                words.add("menjadi")
                right = mark.start
                continue
        if right - mark.end > _WIDEST or not _linked(between) or mark.figure:
            break
        words.update(between)
        if mark.mention and owner is None:
            owner = mark.mention.id
        if mark.role and role in ("", "anggaran"):
            role = _NARROWED.get(mark.role, role) if role else mark.role
            words.update(("rata",) if sentence.low[: mark.start].endswith("rata-rata ") else ())
        right = mark.start
    # "turun 5%" says by how much, "turun dari 5%" and "turun menjadi 5%" say what.
    if (not role and owner is None) or (words & _MOVES and not words & {"dari", "menjadi"}):
        return None
    sure = owner is not None
    if owner is None and performance and role not in MONEY:
        owner = subject_of(sentence, number.start, performance)
        sure = owner is not None and owner in sentence.named(performance)
        owner = _by_unit(sentence, number, performance) or owner if not sure else owner
    return Assertion(role=role, owner=owner, sure=sure, words=frozenset(words))


def role_before(sentence: Sentence, number: Numeral) -> str | None:
    """The last word before a number that says what a figure is, however far away it stands."""
    found = [match[1] for match in _ROLE.finditer(sentence.low, max(0, number.start - 4 * _WIDEST), number.start)]
    return _WORDS[found[-1]] if found else None


def _linked(words: list[str]) -> bool:
    """Whether words only lead from a name to its number; an ordinal does so behind a quarter."""
    return all(
        word in _LINKS or word.isdigit() or (word in _ORDINALS and before in _QUARTERS)
        for before, word in zip(["", *words], words, strict=False)
    )


def _of_target(sentence: Sentence, number: Numeral, performance: Performance, at: int) -> Assertion | None:
    """``22 desa dari target {{ target("IKU-3") }}``: what was reached of what is named next."""
    behind = [m.id for m in sentence.mentions if m.start >= at and m.id in performance.measures]
    owner = behind[0] if behind else subject_of(sentence, number.start, performance)
    return Assertion(role="realisasi", owner=owner, sure=True, words=frozenset()) if owner else None


def _by_unit(sentence: Sentence, number: Numeral, performance: Performance) -> str | None:
    """The only indicator of the chapter's goal that counts in the unit behind a number."""
    goal = performance.goals.get(sentence.chapter.goal or "")
    found = [m.id for m in goal.measures if m.unit.word == number.unit] if goal and number.unit else []
    return found[0] if len(found) == 1 else None


def _share(mention: Mention | None) -> Assertion | None:
    """``{{ belanja() }} atau 95%`` speaks of absorption, ``{{ realisasi("IKU-1") }} dari …, atau 95%`` of capaian."""
    if mention is None or mention.call is None:
        return None
    role = {"belanja": "serapan", "realisasi": "capaian", "target": "capaian"}.get(mention.call.name)
    return Assertion(role=role, owner=mention.id, sure=True, words=frozenset()) if role else None


def _marks(sentence: Sentence, number: Numeral) -> Iterator[_Mark]:
    """What stands before a number and may say what it is."""
    stop = number.start
    for mention in sentence.mentions:
        if mention.end <= stop and mention.name_only:
            yield _Mark(mention.start, mention.end, mention=mention)
    for called in sentence.calls:
        if called.end <= stop and called.call.name not in ("nama", "satuan", "tahun"):
            owner = next(iter(called.call.words), "")
            yield _Mark(
                called.start, called.end, mention=Mention(called.start, called.end, owner, called.call), figure=True
            )
    for other in sentence.numbers:
        if other.end <= stop and other.figure:
            yield _Mark(other.start, other.end, figure=True)
    for match in _ROLE.finditer(sentence.low, max(0, stop - 4 * _WIDEST), stop):
        yield _Mark(match.start(), match.end(), role=_WORDS[match[1]])
