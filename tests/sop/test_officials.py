"""Who holds a role on a day, and whether the papers can be walked by distinct people."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.sop.forms.officials import OfficialsFile, Person, Term
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Paper, PapersFile, Stage, Submit, Write
from paraf.sop.officials import Act, Overlap, Shortage, Vacancy, holders, shortages

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
    """One paper with one step, A1, A2 and so on, for each condition."""
    stages = tuple(Stage(kode=f"A{number}", syarat=(one,)) for number, one in enumerate(conditions, start=1))
    paper = Paper(id="surat", nama="Surat", mencakup=("surat.md",), langkah=stages)
    return PapersFile(skema=1, sop="uji", disetujui="A1", terbit="A1", naskah=(paper,), rangkap=rangkap)


WRITE, SUBMIT = Write(oleh="staf"), Submit(oleh="kasubag", ke="sekdin")
SEKDIN, KADIN = Approve(oleh="sekdin"), Approve(oleh="kadin")
MERGE = Merge(oleh="staf")
VERBS = {Write: "susun", Submit: "ajukan", Approve: "setujui"}


def told(lack: Vacancy | Overlap) -> str:
    """``sekdin kosong di A2``, or ``1: susun staf A1 + setujui sekdin A2``."""
    if isinstance(lack, Vacancy):
        return f"{lack.role} kosong di {' '.join(lack.steps)}"
    acts = (f"{VERBS[type(act)]} {act.oleh} {' '.join(steps)}" for act, steps in lack.acts.items())
    return f"{lack.people}: {' + '.join(acts)}"


def lacking(rule: PapersFile, *terms: Term) -> str | None:
    """What the paper lacks, today and for ever; ``None`` when it can be walked."""
    found = list(shortages(rule, office(*terms), TODAY))
    if not found:
        return None
    (one,) = found
    assert (one.paper, one.start, one.end) == ("surat", TODAY, None)
    return told(one.lack)


def test_enough_people() -> None:
    rule = papers(WRITE, SUBMIT, SEKDIN, KADIN, MERGE)
    people = [term("staf", "ani"), term("kasubag", "ani"), term("sekdin", "budi"), term("kadin", "cici")]
    assert lacking(rule, *people) is None


def test_a_paper_without_approvals_needs_holders_only() -> None:
    rule = papers(WRITE, Submit(oleh="kasubag", ke="staf"), Evidence(oleh="staf", isi=("surat",)), MERGE)
    assert lacking(rule, term("staf", "ani"), term("kasubag", "ani")) is None


def test_nobody_holds_a_role() -> None:
    assert lacking(papers(WRITE, SEKDIN), term("staf", "ani")) == "sekdin kosong di A2"
    assert lacking(papers(WRITE, SEKDIN, MERGE)) == "staf kosong di A1 A3"


def test_a_step_is_named_once_however_often_the_role_acts_in_it() -> None:
    stage = Stage(kode="A1", syarat=(WRITE, MERGE))
    paper = Paper(id="surat", nama="Surat", mencakup=("surat.md",), langkah=(stage,))
    rule = PapersFile(skema=1, sop="uji", disetujui="A1", terbit="A1", naskah=(paper,))
    assert lacking(rule) == "staf kosong di A1"


def test_only_the_first_role_without_holder_is_named() -> None:
    assert lacking(papers(SEKDIN, KADIN, MERGE), term("kadin", "ani")) == "sekdin kosong di A1"


def test_one_person_for_two_approvers() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani")]
    assert lacking(papers(SEKDIN, KADIN), *people) == "1: setujui sekdin A1 + setujui kadin A2"
    assert lacking(papers(SEKDIN, KADIN), *people, term("kadin", "budi")) is None


def test_a_double_role_that_is_only_recorded() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani")]
    assert lacking(papers(SEKDIN, KADIN, rangkap="catat"), *people) is None


def test_recording_does_not_let_an_author_approve() -> None:
    people = [term("staf", "ani"), term("sekdin", "ani")]
    assert lacking(papers(WRITE, SEKDIN, rangkap="catat"), *people) == "1: susun staf A1 + setujui sekdin A2"


def test_the_one_who_hands_over_does_not_approve() -> None:
    people = [term("kasubag", "ani"), term("sekdin", "ani")]
    assert lacking(papers(SUBMIT, SEKDIN), *people) == "1: ajukan kasubag A1 + setujui sekdin A2"
    assert lacking(papers(SUBMIT, SEKDIN), *people, term("kasubag", "budi")) is None


def test_a_hand_over_to_somebody_who_does_not_approve_is_free() -> None:
    people = [term("kasubag", "ani"), term("sekdin", "ani"), term("kadin", "budi")]
    assert lacking(papers(SUBMIT, KADIN), *people) is None


def test_the_author_does_not_approve() -> None:
    people = [term("staf", "ani"), term("sekdin", "ani")]
    assert lacking(papers(WRITE, SEKDIN), *people) == "1: susun staf A1 + setujui sekdin A2"
    assert lacking(papers(WRITE, SEKDIN), *people, term("staf", "budi")) is None


def test_an_author_may_be_any_holder_who_approves_nothing() -> None:
    people = [term("tim", "ani"), term("tim", "budi"), term("sekdin", "ani"), term("kadin", "budi")]
    rule = papers(Write(oleh="tim"), SEKDIN, KADIN)
    assert lacking(rule, *people) == "2: susun tim A1 + setujui sekdin A2 + setujui kadin A3"
    assert lacking(rule, *people, term("tim", "cici")) is None


def test_one_person_may_write_for_two_roles() -> None:
    people = [term("staf", "ani"), term("kasubag", "ani"), term("sekdin", "budi")]
    assert lacking(papers(WRITE, Write(oleh="kasubag"), SEKDIN), *people) is None


def test_a_role_that_is_held_is_not_called_vacant_when_its_one_holder_would_do_everything() -> None:
    rule = papers(Write(oleh="sekdin"), Submit(oleh="sekdin", ke="sekdin"), SEKDIN)
    assert lacking(rule, term("sekdin", "ani")) == "1: susun sekdin A1 + setujui sekdin A3"
    assert lacking(rule, term("sekdin", "ani"), term("sekdin", "budi")) is None


def test_only_those_who_stand_in_each_others_way_are_named() -> None:
    people = [term("staf", "ani"), term("kasubag", "budi"), term("sekdin", "cici"), term("kadin", "cici")]
    rule = papers(WRITE, SUBMIT, SEKDIN, KADIN, MERGE)
    assert lacking(rule, *people) == "1: setujui sekdin A3 + setujui kadin A4"


def test_the_steps_of_equal_acts_are_gathered() -> None:
    people = [term("staf", "ani"), term("sekdin", "ani")]
    rule = papers(WRITE, SEKDIN, Write(oleh="staf", lengkap="ya"), Approve(oleh="sekdin", atas=("bukti/a1.yml",)))
    assert lacking(rule, *people) == "1: susun staf A1 A3 + setujui sekdin A2 A4"


def test_a_crowd_in_some_roles_does_not_multiply_the_work() -> None:
    """A search through all choices of approvers would never end here."""
    crowded = [f"r{number}" for number in range(8)]
    crowd = [term(role, f"p{number}") for role in crowded for number in range(200)]
    rule = papers(WRITE, SEKDIN, *(Approve(oleh=role) for role in crowded))
    assert lacking(rule, term("staf", "ani"), term("sekdin", "ani"), *crowd) == "1: susun staf A1 + setujui sekdin A2"


def stretches(rule: PapersFile, *terms: Term, today: date = TODAY) -> list[str]:
    """Each shortage as ``5.2-9.2 sekdin kosong di A1``, the end left out when it is open."""
    return [
        f"{one.start.day}.{one.start.month}-{f'{one.end.day}.{one.end.month}' if one.end else ''} {told(one.lack)}"
        for one in shortages(rule, office(*terms), today)
    ]


def test_a_gap_between_two_terms() -> None:
    people = [term("sekdin", "ani", end=day("9.2")), term("sekdin", "budi", day("1.3"))]
    assert stretches(papers(SEKDIN), *people) == ["10.2-28.2 sekdin kosong di A1"]


def test_terms_that_meet_leave_no_gap() -> None:
    people = [term("sekdin", "ani", end=day("9.2")), term("sekdin", "budi", day("10.2"))]
    assert stretches(papers(SEKDIN), *people) == []


def test_a_gap_of_one_day() -> None:
    people = [term("sekdin", "ani", end=day("9.2")), term("sekdin", "budi", day("11.2"))]
    assert stretches(papers(SEKDIN), *people) == ["10.2-10.2 sekdin kosong di A1"]


def test_an_open_end() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=day("9.2"))) == ["10.2- sekdin kosong di A1"]


def test_a_term_that_ends_today_still_counts_today() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=TODAY)) == ["16.1- sekdin kosong di A1"]


def test_the_past_is_not_reported() -> None:
    people = [term("sekdin", "ani", end=date(2025, 6, 30)), term("sekdin", "budi", day("1.3"))]
    assert stretches(papers(SEKDIN), *people) == ["15.1-28.2 sekdin kosong di A1"]
    assert stretches(papers(SEKDIN), *people, today=day("1.3")) == []


def test_stretches_of_an_equal_lack_are_merged() -> None:
    people = [
        *(term("sekdin", "budi", day("1.3")), term("tim", "cici", day("1.2"), day("10.2"))),
        *(term("kadin", "cici"), term("kadin", "dedi", day("5.2"), day("7.2"), "plh")),
    ]
    assert stretches(papers(SEKDIN, KADIN), *people) == ["15.1-28.2 sekdin kosong di A1"]


def test_stretches_of_another_lack_are_cut() -> None:
    people = [term("sekdin", "ani"), term("kadin", "ani", day("1.2"), day("10.2")), term("kadin", "budi", day("20.2"))]
    assert stretches(papers(SEKDIN, KADIN), *people) == [
        "15.1-31.1 kadin kosong di A2",
        "1.2-10.2 1: setujui sekdin A1 + setujui kadin A2",
        "11.2-19.2 kadin kosong di A2",
    ]


def test_a_stand_in_for_some_days_makes_a_shortage() -> None:
    people = [term("sekdin", "ani"), term("kadin", "budi"), term("kadin", "ani", day("1.2"), day("10.2"), "plh")]
    assert stretches(papers(SEKDIN, KADIN), *people) == ["1.2-10.2 1: setujui sekdin A1 + setujui kadin A2"]


def test_papers_are_reported_one_after_the_other() -> None:
    first = papers(SEKDIN).naskah[0]
    second = Paper(id="draf", nama="Draf", mencakup=("d.md",), langkah=(Stage(kode="A2", syarat=(KADIN,)),))
    both = PapersFile(skema=1, sop="uji", disetujui="A1", terbit="A1", naskah=(first, second))
    assert list(shortages(both, office(), TODAY)) == [
        Shortage("surat", TODAY, None, Vacancy("sekdin", ("A1",))),
        Shortage("draf", TODAY, None, Vacancy("kadin", ("A2",))),
    ]


def test_a_term_until_the_last_day_of_the_calendar() -> None:
    assert stretches(papers(SEKDIN), term("sekdin", "ani", end=date.max)) == []


class Counted(tuple[Term, ...]):
    """Terms that count how often somebody walks through all of them."""

    walks = 0

    def __iter__(self) -> Iterator[Term]:
        type(self).walks += 1
        return super().__iter__()


def test_the_terms_are_walked_through_once_however_many_there_are() -> None:
    days = [TODAY + timedelta(days=number) for number in range(0, 300, 3)]
    terms = [term("sekdin", f"p{number}", start, start) for number, start in enumerate(days)]
    people = office(*terms).orang
    officials = OfficialsFile(skema=1, orang=people, masa_jabatan=Counted(terms))
    assert len(list(shortages(papers(SEKDIN), officials, TODAY))) == 100
    assert Counted.walks == 1


ROLES, NAMES = ("p", "q", "r"), ("ani", "budi", "cici")
LAST = 12
roles, span = st.sampled_from(ROLES), st.integers(-4, LAST - 2)
terms_of_office = st.lists(
    st.builds(
        lambda role, name, start, length, kind: term(
            role,
            name,
            TODAY + timedelta(days=start),
            None if length is None else TODAY + timedelta(start + length),
            kind,
        ),
        *(roles, st.sampled_from(NAMES), span, st.none() | st.integers(0, 8)),
        st.sampled_from(("definitif", "definitif", "plt", "plh")),
    ),
    max_size=9,
).map(tuple)
conditions = st.lists(
    st.builds(Write, oleh=roles)
    | st.builds(Submit, oleh=roles, ke=roles)
    | st.builds(Approve, oleh=roles)
    | st.builds(Merge, oleh=roles),
    max_size=7,
)
files = st.builds(lambda own, rangkap: papers(*own, rangkap=rangkap), conditions, st.sampled_from(("tolak", "catat")))


def can_be_walked(acts: list[Act], people: dict[str, set[str]], rule: PapersFile) -> bool:
    """Every choice of approvers is tried, against the sentence of DESIGN section 5 ("Two persons")."""
    approvers = list(dict.fromkeys(act.oleh for act in acts if isinstance(act, Approve)))
    for choice in product(*(people[role] for role in approvers)):
        chosen = dict(zip(approvers, choice, strict=True))
        written = all(people[act.oleh] - set(choice) for act in acts if isinstance(act, Write))
        handed = all(
            people[act.oleh] - {chosen[act.ke]} for act in acts if isinstance(act, Submit) and act.ke in chosen
        )
        if written and handed and (rule.rangkap == "catat" or len(set(choice)) == len(choice)):
            return True
    return False


def held_by(terms: tuple[Term, ...], role: str, today: date) -> set[str]:
    running = [one for one in terms if one.peran == role and one.mulai <= today <= (one.selesai or date.max)]
    return {one.orang for one in running if one.kedudukan != "definitif"} or {one.orang for one in running}


def agrees(lack: Vacancy | Overlap | None, rule: PapersFile, terms: tuple[Term, ...], today: date) -> bool:
    """Whether that is what the only paper of the file lacks today, looked at without regard to any other day."""
    needed = [(one, stage.kode) for stage in rule.naskah[0].langkah for one in stage.syarat]
    people = {role: held_by(terms, role, today) for role in ROLES}
    vacant = next((one.oleh for one, _ in needed if not people[one.oleh]), None)
    acts = [one for one, _ in needed if isinstance(one, (Write, Submit, Approve))]
    if vacant:
        return lack == Vacancy(vacant, tuple(step for one, step in needed if one.oleh == vacant))
    if not isinstance(lack, Overlap):
        return lack is None and can_be_walked(acts, people, rule)
    named = list(lack.acts)
    return (
        not can_be_walked(named, people, rule)
        and all(can_be_walked([act for act in named if act != left_out], people, rule) for left_out in named)
        and all(lack.acts[act] == tuple(step for one, step in needed if one == act) for act in named)
        and lack.people == len(set().union(*(people[act.oleh] for act in named))) < len(named)
    )


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(files, terms_of_office)
def test_the_sweep_says_what_looking_at_every_single_day_says(rule: PapersFile, terms: tuple[Term, ...]) -> None:
    found = list(shortages(rule, office(*terms), TODAY))
    for today in (TODAY + timedelta(days=number) for number in range(LAST + 10)):
        lacks = [one.lack for one in found if one.start <= today <= (one.end or date.max)]
        assert len(lacks) <= 1
        assert agrees(lacks[0] if lacks else None, rule, terms, today)
        assert {one.kunci for one in holders(office(*terms), "p", today)} == held_by(terms, "p", today)
    for one, following in pairwise(found):
        assert one.end is not None
        assert one.end < following.start
        assert one.lack != following.lack or one.end + timedelta(days=1) < following.start
