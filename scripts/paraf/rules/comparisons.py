"""What a sentence says of an indicator against its target, an earlier year, the nation or the plan; and what is true."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.formulas import HUNDRED, Target
from paraf.laporan.numbers import write_percent
from paraf.laporan.performance import Measure, Performance
from paraf.rules.lines import Sentence
from paraf.rules.words import word_set

Relation = Literal[
    "tercapai", "belum tercapai", "melampaui", "di atas", "di bawah", "naik", "turun", "tetap", "membaik", "memburuk"
]
Partner = Literal["target", "murni", "nasional", "Renstra"] | int

_MORE, _LESS = "tinggi|besar|banyak|lama", "rendah|kecil|sedikit|singkat|cepat|pendek"
_AIM = r"(?:target(?:nya)?|batas(?: target)?|standar(?= nasional)|(?:angka|rata-rata|capaian)(?= nasional))"
_KIND = r"(?P<kind> (?:rata-rata )?nasional|(?: akhir| jangka menengah| renstra| rpjmd)+| murni)?"
_AFTER = (
    "dan|dengan|sebesar|sebanyak|yaitu|yakni|karena|sebab|berkat|sehingga|tetapi|namun|walaupun|meskipun|pada|ini|tersebut"
    "|itu|lagi|juga|di|tahun ini|tahunan|bahkan|meski|walau|atau|perjanjian"
)
_ENDS = rf"(?! (?!(?:{_AFTER})\b)[a-z])"
"""A target followed by another noun is that noun's (*target pelatihan*, *target sementara*)."""
_THAN = r"(?: (?:dari|daripada|dibanding|dibandingkan|terhadap))?(?: dengan)? "
_AGAINST_AIM = regex(
    rf"\b(?:(?P<no>belum|tidak) (?:dapat |mampu |berhasil )?)?(?P<word>mencapai|memenuhi|melampaui|melebihi|di atas|di bawah"
    rf"|lebih (?:{_MORE}|{_LESS})){_THAN}{_AIM}{_KIND}\b{_ENDS}"
)
_DONE = regex(r"\b(?:(?P<no>belum|tidak) )?(?P<word>tercapai|terpenuhi|terlampaui)\b")
_MOVED = regex(
    rf"\b(?P<word>naik|meningkat|bertambah|turun|menurun|berkurang|tetap|sama|membaik|memburuk|lebih (?:{_MORE}|{_LESS}))\b"
    r"(?P<by>[^.;:()]{0,60}?) (?:dari|daripada|dibanding|dibandingkan|dengan|terhadap)(?: dengan)?"
    r"(?: realisasi| capaian)?(?: pada)? tahun (?P<when>lalu|sebelumnya|20[0-9]{2})\b"
)
_RELATION: dict[str, Relation] = {
    **{"mencapai": "tercapai", "memenuhi": "tercapai", "tercapai": "tercapai", "terpenuhi": "tercapai"},
    **{"melampaui": "melampaui", "melebihi": "melampaui", "terlampaui": "melampaui", "di atas": "di atas"},
    **{"di bawah": "di bawah", "naik": "naik", "meningkat": "naik", "bertambah": "naik", "turun": "turun"},
    **{"menurun": "turun", "berkurang": "turun", "tetap": "tetap", "sama": "tetap"},
    **{"membaik": "membaik", "memburuk": "memburuk"},
    **{f"lebih {word}": "di atas" for word in _MORE.split("|")},
    **{f"lebih {word}": "di bawah" for word in _LESS.split("|")},
}
_DOUBT = regex(
    r"\b(?:akan|agar|supaya|diharapkan|perlu|harus|hampir|upaya|guna|dapat|seharusnya"
    r"|apakah|bukan|rencana|triwulan|tribulan|semester|bulan|sebagian|semua|setiap|beberapa|ketika|saat)\b"
)
_PAST = regex(r"\b(?:lalu|sebelumnya)\b")
_TIES = word_set(
    "realisasi realisasinya capaian capaiannya target targetnya indikator kinerja nilai angka indeks tercatat sebesar mencapai "
    "menjadi adalah ini tersebut itu juga masih sudah telah berhasil mampu sedikit jauh tipis kembali terus atau dan yang pada "
    "tahun yaitu yakni sebanyak di dari dengan poin persen naik turun sehingga serta terhadap lebih lalu hanya baru mengalami"
)
"""Words between an indicator and what is said of it; any other could be a new subject."""
_OPENINGS = word_set(
    "adapun akhirnya bahwa begitu demikian dinas kami karena masing namun pula sama sebaliknya secara sedangkan sementara "
    "tetapi umum untuk sasaran setahun selama sepanjang dalam akhir jangka menengah renstra"
)
_CLAUSE = regex(r"[,;:]")
_GAP = word_set("sebesar sebanyak poin persen menjadi juga ini tahun")
_FINAL = regex(r"\b(?:akhir|jangka menengah|renstra|rpjmd)\b")
_IF = regex(r"\b(?:jika|apabila|bila|seandainya|andaikata|kalau|asal|kecuali)\b")
_BESIDE = 3
# Both begin with letters that stand for themselves, so that the search leaps from one to the next.
_AIMED = regex(r"target|batas|nasional")
_TIMED = regex(r"tahun (?:lalu|sebelumnya|20)")
_BY_CALL: dict[str, Partner] = {"target_renstra": "Renstra", "nasional": "nasional", "target": "target"}
_WORD = regex(r"[^\W\d_]+")


class Comparison(Struct, frozen=True, kw_only=True):
    """A relation said at an offset, against a partner (an earlier year as its number)."""

    start: int
    end: int
    relation: Relation
    partner: Partner


def speaks_of_partner(text: str) -> bool:
    """Whether a sentence has a word without which there is nothing to compare; the cheap look before the close one."""
    return (
        "target" in text
        or "tercapai" in text
        or "tahun " in text
        or "nasional" in text
        or "batas" in text
        or "terpenuhi" in text
        or "terlampaui" in text
    )


def comparisons(sentence: Sentence, year: int) -> Iterator[Comparison]:
    """Every comparison with a partner that the data know, from the left."""
    low = sentence.low
    taken = 0
    for found in _AGAINST_AIM.finditer(low) if _AIMED.search(low) else ():
        relation = _RELATION[found["word"]]
        if found["no"]:
            relation = "belum tercapai" if relation in ("tercapai", "melampaui") else relation
            if relation != "belum tercapai":
                continue
        taken = found.end()
        partner = _called(sentence, taken, after=True) or _partner(found["kind"] or "")
        yield Comparison(start=found.start(), end=found.end(), relation=relation, partner=partner)
    for found in _DONE.finditer(low, taken) if "tercapai" in low or "terpenuhi" in low or "terlampaui" in low else ():
        relation = "belum tercapai" if found["no"] else _RELATION[found["word"]]
        partner = _called(sentence, found.start(), after=False) or _partner(low[: found.start()])
        yield Comparison(start=found.start(), end=found.end(), relation=relation, partner=partner)
    for found in _MOVED.finditer(low) if _TIMED.search(low) else ():
        plain = all(word in _GAP for word in _WORD.findall(found["by"]))
        denied = low[: found.start()].endswith(("tidak ", "belum ", "bukan "))
        if plain and not denied:
            when = year - 1 if found["when"] in ("lalu", "sebelumnya") else int(found["when"])
            yield Comparison(start=found.start(), end=found.end(), relation=_RELATION[found["word"]], partner=when)


def _called(sentence: Sentence, at: int, *, after: bool) -> Partner | None:
    """The partner that a call beside an offset stands for."""
    for called in sentence.calls:
        near = called.start - at if after else at - called.end
        if 0 <= near <= _BESIDE:
            if called.call.name == "target" and "murni" in called.call.words:
                return "murni"
            return _BY_CALL.get(called.call.name)
    return None


def _partner(kind: str) -> Partner:
    """The partner that the words about a target stand for."""
    if kind.strip().endswith("nasional"):
        return "nasional"
    if _FINAL.search(kind):
        return "Renstra"
    return "murni" if kind.strip() == "murni" else "target"


class Sides(Struct, frozen=True, kw_only=True):
    """What is compared with what: ``upwards`` when more is better; ``reached`` by the indicator's formula."""

    name: str
    value: Decimal
    against: Target
    upwards: bool
    reached: bool | None
    said: str


def sides_of(sentence: Sentence, measure: Measure, said: Comparison, year: int) -> Sides | None:
    """Value and partner, where the sentence plainly sets this year's value against it."""
    before, low = sentence.text[: said.start], sentence.low[: said.start]
    if measure.value is None or _DOUBT.search(low) or _IF.search(sentence.low) or "TW" in before:
        return None
    if sentence.years - {year, said.partner} or (isinstance(said.partner, str) and _PAST.search(low)):
        return None
    if not plainly_of(sentence, measure, said.start):
        return None
    if isinstance(said.partner, int):
        return _earlier(measure, said.partner, capaian="capaian" in low)
    if said.partner == "nasional":
        against = None if measure.national is None else Target(measure.national, measure.national)
    else:
        against = {"Renstra": measure.plan, "murni": measure.targets["murni"]}.get(said.partner, measure.target)
    noun = {"target": "target", "murni": "target murni", "nasional": "angka nasional", "Renstra": "target Renstra"}
    return _sides(measure, against, noun[said.partner]) if against else None


def plainly_of(sentence: Sentence, measure: Measure, at: int) -> bool:
    """Whether what is said at an offset is said of an indicator, and not of something beside it in the sentence."""
    own = frozenset(_WORD.findall(f"{measure.unit.name} {measure.form.nama} {measure.id}".casefold()))
    spots = [mention for mention in sentence.mentions if mention.id == measure.id and mention.end <= at]
    low = sentence.low
    if spots:
        opening = _CLAUSE.split(low[: spots[0].start])[-1]
        between = low[spots[-1].end : at]
        return _plain(opening, own | _OPENINGS) and _plain(between, own)
    before = sentence.before
    alone = before is None or {mention.id for mention in before.mentions} == {measure.id}
    said = any(word in low[:at] for word in ("realisasi", "capaian", "target", "angka", "indikator"))
    return alone and said and _plain(low[:at], own)


def _plain(text: str, more: frozenset[str]) -> bool:
    return all(word in _TIES or word in more for word in _WORD.findall(text))


def _sides(measure: Measure, against: Target, noun: str) -> Sides:
    assert measure.value is not None
    unit = measure.unit
    capaian = measure.capaian_of(measure.value, against)
    word = "" if unit.percent or unit.plain or unit.letters else f" {unit.name}"
    value, other = (f"{unit.suffixed(text)}{word}" for text in (unit.write(measure.value), unit.write_target(against)))
    return Sides(
        name=measure.id,
        value=measure.value,
        against=against,
        upwards=measure.form.arah == "naik",
        reached=None if capaian is None else capaian >= HUNDRED,
        said=f"realisasinya {value} dan {noun} {other}",
    )


def _earlier(measure: Measure, year: int, *, capaian: bool) -> Sides | None:
    past = measure.earlier.get(year)
    if past is None:
        return None
    if not capaian:
        return _sides(measure, Target(past.value, past.value), f"tahun {year}")
    before = measure.capaian_of(past.value, past.target) if past.target else None
    if before is None or measure.capaian is None:
        return None
    return Sides(
        name=f"capaian {measure.id}",
        value=measure.capaian,
        against=Target(before, before),
        upwards=True,
        reached=None,
        said=f"capaiannya {write_percent(measure.capaian)} dan tahun {year} {write_percent(before)}",
    )


def holds(relation: Relation, sides: Sides) -> bool | None:
    """Whether a relation is true; ``None`` where it can be read both ways or not be computed."""
    more, less = sides.value > sides.against.high, sides.value < sides.against.low
    better, worse = (more, less) if sides.upwards else (less, more)
    if relation == "melampaui" and not sides.upwards and worse:
        return None  # of a limit it is said of the number, of a target of the success
    reached = sides.reached
    truths: dict[Relation, bool | None] = {
        **{"tercapai": reached, "belum tercapai": None if reached is None else not reached},
        **{"melampaui": better, "membaik": better, "memburuk": worse},
        **{"di atas": more, "naik": more, "di bawah": less, "turun": less, "tetap": not more and not less},
    }
    return truths[relation]


def single_subject(sentence: Sentence, performance: Performance) -> Measure | None:
    """The one indicator that a sentence is about: the only one it names, or the only one of its chapter's goal."""
    named = sentence.named(performance)
    if len(named) == 1:
        return performance.measures[named[0]]
    goal = performance.goals.get(sentence.chapter.goal or "")
    return goal.measures[0] if not named and goal and len(goal.measures) == 1 else None
