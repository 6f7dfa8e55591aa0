"""Who holds a role on a day, and whether the papers can be walked by distinct people."""

from datetime import date
from typing import Literal

import pytest

from paraf.sop.forms.officials import OfficialsFile, Person, Term
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Paper, PapersFile, Stage, Submit, Write
from paraf.sop.officials import Shortage, holders, shortages

TODAY = date(2026, 1, 15)
LONG_AGO = date(2020, 1, 1)


def day(text: str) -> date:
    """``5.2`` is 5 February 2026."""
    number, month = text.split(".")
    return date(2026, int(month), int(number))


def term(
    role: str,
    person: str,
    start: date = LONG_AGO,
    end: date | None = None,
    kind: Literal["definitif", "plt", "plh"] = "definitif",
) -> Term:
    return Term(peran=role, orang=person, kedudukan=kind, mulai=start, sk="SK 1", selesai=end)


def office(*terms: Term) -> OfficialsFile:
    """The officials of some terms, the people in the order of their names."""
    names = sorted({term.orang for term in terms})
    people = tuple(Person(kunci=name, nama=name, akun=name, id=index) for index, name in enumerate(names, start=1))
    return OfficialsFile(skema=1, orang=people, masa_jabatan=terms)


HOLDING = office(
    term("kadin", "ani", date(2025, 1, 2), day("31.3")),
    term("kadin", "budi", day("1.4")),
    term("kadin", "cici", day("10.2"), day("12.2"), "plh"),
    term("kadin", "dedi", day("20.4"), None, "plt"),
    term("tim", "ani"),
    term("tim", "cici"),
)
DAYS = [
    ("kadin", "1.1", ["ani"]),
    ("kadin", "9.2", ["ani"]),
    ("kadin", "10.2", ["cici"]),
    ("kadin", "12.2", ["cici"]),
    ("kadin", "13.2", ["ani"]),
    ("kadin", "31.3", ["ani"]),
    ("kadin", "1.4", ["budi"]),
    ("kadin", "19.4", ["budi"]),
    ("kadin", "20.4", ["dedi"]),
    ("kadin", "31.12", ["dedi"]),
    ("tim", "1.1", ["ani", "cici"]),
    ("staf", "1.1", []),
]


@pytest.mark.parametrize(("role", "text", "names"), DAYS, ids=[f"{role} {text}" for role, text, _ in DAYS])
def test_holders(role: str, text: str, names: list[str]) -> None:
    assert [person.kunci for person in holders(HOLDING, role, day(text))] == names


def test_nobody_before_the_first_term() -> None:
    assert holders(HOLDING, "kadin", date(2025, 1, 1)) == ()
    assert [person.kunci for person in holders(HOLDING, "kadin", date(2025, 1, 2))] == ["ani"]


def test_a_term_of_one_day() -> None:
    short = office(term("kadin", "ani", day("5.2"), day("5.2")))
    assert [len(holders(short, "kadin", day(text))) for text in ("4.2", "5.2", "6.2")] == [0, 1, 0]


def test_two_acting_officials_hold_together() -> None:
    both = office(
        term("kadin", "budi", kind="plt"), term("kadin", "ani", kind="plh", end=day("1.12")), term("kadin", "cici")
    )
    assert [person.kunci for person in holders(both, "kadin", TODAY)] == ["ani", "budi"]


def papers(*conditions: AnyCondition, rangkap: Literal["tolak", "catat"] = "tolak") -> PapersFile:
    """One paper of one step with these conditions."""
    paper = Paper(id="surat", nama="Surat", mencakup=("surat.md",), langkah=(Stage(kode="A1", syarat=conditions),))
    return PapersFile(skema=1, sop="uji", disetujui="A1", terbit="A1", naskah=(paper,), rangkap=rangkap)


WRITE, SUBMIT = Write(oleh="staf"), Submit(oleh="kasubag", ke="sekdin")
SEKDIN, KADIN = Approve(oleh="sekdin"), Approve(oleh="kadin")
MERGE = Merge(oleh="staf")


def lacking(rule: PapersFile, *terms: Term) -> list[tuple[str, ...]]:
    """The roles of each shortage, today and for ever."""
    found = list(shortages(rule, office(*terms), TODAY))
    assert all((one.paper, one.start, one.end) == ("surat", TODAY, None) for one in found)
    return [one.roles for one in found]


def test_enough_people() -> None:
    rule = papers(WRITE, SUBMIT, SEKDIN, KADIN, MERGE)
    people = [term("staf", "ani"), term("kasubag", "ani"), term("sekdin", "budi"), term("kadin", "cici")]
    assert lacking(rule, *people) == []


def test_a_paper_without_approvals_needs_holders_only() -> None:
    rule = papers(WRITE, Submit(oleh="kasubag", ke="staf"), Evidence(oleh="staf", isi=("surat",)), MERGE)
    assert lacking(rule, term("staf", "ani"), term("kasubag", "ani")) == []


def test_nobody_holds_a_role() -> None:
    assert lacking(papers(WRITE, SEKDIN), term("staf", "ani")) == [("sekdin",)]
    assert lacking(papers(WRITE, SEKDIN)) == [("staf",)]


def test_only_the_first_role_without_holder_is_named() -> None:
    assert lacking(papers(SEKDIN, KADIN, MERGE), term("kadin", "ani")) == [("sekdin",)]


def test_one_person_for_two_approvers() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani")]
    assert lacking(papers(SEKDIN, KADIN), *people) == [("sekdin", "kadin")]
    assert lacking(papers(SEKDIN, KADIN), *people, term("kadin", "budi")) == []


def test_a_double_role_that_is_only_recorded() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani")]
    assert lacking(papers(SEKDIN, KADIN, rangkap="catat"), *people) == []


def test_recording_does_not_let_an_author_approve() -> None:
    people = [term("staf", "ani"), term("sekdin", "ani")]
    assert lacking(papers(WRITE, SEKDIN, rangkap="catat"), *people) == [("sekdin", "staf")]


def test_the_one_who_hands_over_does_not_approve() -> None:
    people = [term("kasubag", "ani"), term("sekdin", "ani")]
    assert lacking(papers(SUBMIT, SEKDIN), *people) == [("sekdin", "kasubag")]
    assert lacking(papers(SUBMIT, SEKDIN), *people, term("kasubag", "budi")) == []


def test_a_hand_over_to_somebody_who_does_not_approve_is_free() -> None:
    people = [term("kasubag", "ani"), term("sekdin", "ani"), term("kadin", "budi")]
    assert lacking(papers(SUBMIT, KADIN), *people) == []


def test_the_author_does_not_approve() -> None:
    people = [term("staf", "ani"), term("sekdin", "ani")]
    assert lacking(papers(WRITE, SEKDIN), *people) == [("sekdin", "staf")]
    assert lacking(papers(WRITE, SEKDIN), *people, term("staf", "budi")) == []


def test_an_author_may_be_any_holder_who_approves_nothing() -> None:
    people = [term("tim", "ani"), term("tim", "budi"), term("sekdin", "ani"), term("kadin", "budi")]
    assert lacking(papers(Write(oleh="tim"), SEKDIN, KADIN), *people) == [("sekdin", "kadin", "tim")]
    assert lacking(papers(Write(oleh="tim"), SEKDIN, KADIN), *people, term("tim", "cici")) == []


def test_roles_are_named_once() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani")]
    rule = papers(Write(oleh="sekdin"), Submit(oleh="sekdin", ke="kadin"), SEKDIN, KADIN, SEKDIN)
    assert lacking(rule, *people) == [("sekdin", "kadin")]


def stretches(rule: PapersFile, *terms: Term, today: date = TODAY) -> list[str]:
    """Each shortage as ``5.2-9.2 sekdin``, the end left out when it is open."""
    return [
        f"{one.start.day}.{one.start.month}-{f'{one.end.day}.{one.end.month}' if one.end else ''} {' '.join(one.roles)}"
        for one in shortages(rule, office(*terms), today)
    ]


def test_a_gap_between_two_terms() -> None:
    people = [term("sekdin", "ani", end=day("9.2")), term("sekdin", "budi", day("1.3"))]
    assert stretches(papers(SEKDIN), *people) == ["10.2-28.2 sekdin"]


def test_terms_that_meet_leave_no_gap() -> None:
    people = [term("sekdin", "ani", end=day("9.2")), term("sekdin", "budi", day("10.2"))]
    assert stretches(papers(SEKDIN), *people) == []


def test_an_open_end() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=day("9.2"))) == ["10.2- sekdin"]


def test_a_term_that_ends_today_still_counts_today() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=TODAY)) == ["16.1- sekdin"]


def test_the_past_is_not_reported() -> None:
    people = [term("sekdin", "ani", end=date(2025, 6, 30)), term("sekdin", "budi", day("1.3"))]
    assert stretches(papers(SEKDIN), *people) == ["15.1-28.2 sekdin"]
    assert stretches(papers(SEKDIN), *people, today=day("1.3")) == []


def test_stretches_of_equal_roles_are_merged() -> None:
    people = [term("sekdin", "budi", day("1.3")), term("tim", "cici", day("1.2"), day("10.2"))]
    assert stretches(papers(SEKDIN), *people) == ["15.1-28.2 sekdin"]


def test_stretches_of_other_roles_are_cut() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani", day("1.2"), day("10.2")), term("kadin", "budi", day("20.2"))]
    assert stretches(papers(SEKDIN, KADIN), *people) == ["15.1-31.1 kadin", "1.2-10.2 sekdin kadin", "11.2-19.2 kadin"]


def test_a_stand_in_for_some_days_makes_a_shortage() -> None:
    people = [term("sekdin", "ani"), term("kadin", "budi"), term("kadin", "ani", day("1.2"), day("10.2"), "plh")]
    assert stretches(papers(SEKDIN, KADIN), *people) == ["1.2-10.2 sekdin kadin"]


def test_papers_are_reported_one_after_the_other() -> None:
    first = papers(SEKDIN).naskah[0]
    second = Paper(id="draf", nama="Draf", mencakup=("d.md",), langkah=(Stage(kode="A2", syarat=(KADIN,)),))
    both = PapersFile(skema=1, sop="uji", disetujui="A1", terbit="A1", naskah=(first, second))
    assert list(shortages(both, office(), TODAY)) == [
        Shortage("surat", TODAY, None, ("sekdin",)),
        Shortage("draf", TODAY, None, ("kadin",)),
    ]


def test_a_term_until_the_last_day_of_the_calendar() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=date.max)) == []
