"""A sentence of the closed language becomes one more fact; anything else is answered with the forms there are."""

from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import closings
from alur.story import Case, base_policy, case_files, read_case
from alur.world import ORDINARY_YEAR, blob
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Comment, Facts
from paraf.alur.states import Cycle, NextAct, Outcome, Verdict
from paraf.alur.supposing import VERBS, Wish, read_wish, suppose
from paraf.errors import UsageError

POLICY = base_policy()
SOP = POLICY.sop
FORMS = (
    "Tulis: PELAKSANA, lalu menyusun · mengajukan · menyetujui · mengembalikan · mencatat bukti · menyatukan, lalu LANGKAH."
    " Pelaksana: "
)


@pytest.mark.parametrize(
    ("sentence", "wish"),
    [
        ("sekdin menyetujui B10", Wish("sekdin", "menyetujui", "B10")),
        ("  Sekdin   MENYETUJUI b.10 ", Wish("sekdin", "menyetujui", "B10")),
        ("sekdin mengembalikan b 10", Wish("sekdin", "mengembalikan", "B10")),
        ("kasubag mengajukan B9", Wish("kasubag", "mengajukan", "B9")),
        ("tim menyusun B4", Wish("tim", "menyusun", "B4")),
        ("staf mencatat bukti B12", Wish("staf", "mencatat bukti", "B12")),
        ("staf menyatukan B12", Wish("staf", "menyatukan", "B12")),
    ],
)
def test_a_sentence_of_the_language_is_understood(sentence: str, wish: Wish) -> None:
    assert read_wish(sentence, SOP, POLICY) == wish


def test_a_role_may_be_called_as_the_sop_calls_it() -> None:
    for role in SOP.roles:
        step, verb = next(
            (stage.kode, verb)
            for paper in POLICY.papers.naskah
            for stage in paper.langkah
            for verb, kind in VERBS.items()
            if kind == stage.syarat[0].__struct_config__.tag
        )
        for name in (role.id, role.sebutan, *role.sebutan_lain):
            assert read_wish(f"{name} {verb} {step}", SOP, POLICY).role == role.id


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("apa saja", f"'apa saja' tidak dimengerti. {FORMS}"),
        ("", f"'' tidak dimengerti. {FORMS}"),
        ("sekdin menyetujui", f"'sekdin menyetujui' tidak dimengerti. {FORMS}"),
        ("sekdin melihat B10", f"'sekdin melihat B10' tidak dimengerti. {FORMS}"),
        ("bupati menyetujui B10", f"'bupati' bukan pelaksana pada SOP ini. {FORMS}"),
        ("sekdin menyetujui Z9", "Langkah Z9 tidak ada. Langkah: A1 sampai B17."),
        ("sekdin menyetujui B9", "Pada langkah B9 tidak ada yang menyetujui. Yang ada: mengajukan."),
        ("sekdin menyusun B10", "Pada langkah B10 tidak ada yang menyusun. Yang ada: menyetujui · mengembalikan."),
    ],
)
def test_any_other_sentence_is_answered_with_what_would_be_understood(sentence: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_wish(sentence, SOP, POLICY)
    assert str(caught.value).startswith(said)


def test_a_step_that_no_paper_carries_has_nothing_to_suppose() -> None:
    few = replace(
        POLICY,
        papers=type(POLICY.papers)(
            skema=1, sop="lakip", disetujui="B11", terbit="B12", naskah=POLICY.papers.naskah[:1]
        ),
    )
    with pytest.raises(UsageError, match=r"Pada langkah B10 tidak ada yang menyetujui. Yang ada: \(tidak ada\)."):
        read_wish("sekdin menyetujui B10", SOP, few)


WHOLE: Case = read_case(next(path for path in case_files() if path.stem == "lengkap"))
NOW = WHOLE.checkpoints[-1].now


def open_facts(paper: str = "draf-akhir") -> tuple[Facts, Cycle]:
    """The facts at the first moment at which some pull request is open, said to carry a paper."""
    facts = next(point.facts for point in WHOLE.checkpoints if any(pull.open for pull in point.facts.pulls))
    pull = next(pull for pull in facts.pulls if pull.open)
    verdict = Verdict(
        pull=pull.number, outcome=Outcome.MENUNGGU, carries=paper, reasons=(), next=NextAct(role=None, sentence="")
    )
    return facts, Cycle(year=ORDINARY_YEAR, steps=(), verdicts=(verdict,), closings=())


def supposed(sentence: str) -> tuple[Facts, Facts, int]:
    """The facts before and after, and the account of the role."""
    facts, cycle = open_facts()
    wish = read_wish(sentence, SOP, POLICY)
    key = next(term.orang for term in POLICY.officials.masa_jabatan if term.peran == wish.role)
    account = next(person.id for person in POLICY.officials.orang if person.kunci == key and person.id)
    return facts, suppose(POLICY, facts, cycle, wish, NOW), account


def carrying(facts: Facts) -> int:
    """The place of the open pull request."""
    return next(at for at, pull in enumerate(open_facts()[0].pulls) if pull.open)


@pytest.mark.parametrize(
    ("sentence", "state"), [("sekdin menyetujui B10", "approved"), ("kadin mengembalikan B11", "changes_requested")]
)
def test_an_approval_or_a_return_is_a_review(sentence: str, state: str) -> None:
    before, after, account = supposed(sentence)
    at = carrying(before)
    (review,) = after.pulls[at].reviews[len(before.pulls[at].reviews) :]
    assert (review.state, review.by, review.at) == (state, account, NOW)
    assert review.id > max((one.id for pull in before.pulls for one in pull.reviews), default=0)
    assert replace(after.pulls[at], reviews=before.pulls[at].reviews) == before.pulls[at]
    assert [one for place, one in enumerate(after.pulls) if place != at] == [
        one for place, one in enumerate(before.pulls) if place != at
    ]


def test_a_hand_over_is_the_comment() -> None:
    before, after, account = supposed("kasubag mengajukan B9")
    comment = after.pulls[carrying(before)].comments[-1]
    assert (comment.text, comment.by, comment.at) == ("/ajukan", account, NOW)


def test_a_comment_has_a_number_of_its_own() -> None:
    """Later than those of every pull request, however they are told."""
    facts, cycle = open_facts()
    pull = facts.pulls[carrying(facts)]
    own, other = (Comment(id=number, by=1, at=NOW, text="Baik") for number in (60, 70))
    pulls = (replace(pull, number=900, comments=(other,)), replace(pull, comments=(own,)))
    after = suppose(POLICY, replace(facts, pulls=pulls), cycle, Wish("kasubag", "mengajukan", "B9"), NOW)
    assert after.pulls[-1].comments[-1].id == 71


def test_a_merge_closes_the_pull_request_on_what_it_holds() -> None:
    before, after, account = supposed("staf menyatukan B12")
    at = carrying(before)
    merged = after.pulls[at].merged
    assert merged
    assert (merged.by, merged.at, merged.tree) == (account, NOW, before.pulls[at].versions[-1].tree)
    assert after.pulls[at].spans[-1].until == NOW


def test_evidence_is_a_push_of_its_file() -> None:
    before, after, account = supposed("staf mencatat bukti B12")
    at = carrying(before)
    version = after.pulls[at].versions[-1]
    path = f"lakip/{ORDINARY_YEAR}/bukti/b12.yml"
    assert (version.by, version.at, version.touched) == (account, NOW, frozenset({path}))
    assert version.tree.keys() - before.pulls[at].versions[-1].tree.keys() <= {path}
    assert after.pulls[at].paths == before.pulls[at].paths | {path}


@pytest.mark.parametrize(
    ("paper", "step", "editions", "name"),
    [
        ("draf-akhir", "B12", (2, 1), "b12-v3.yml"),
        ("draf-akhir", "B12", (), "b12.yml"),
        ("surat-pengantar", "B17", (1,), "b17-v2.yml"),
    ],
)
def test_evidence_is_of_the_edition_after_the_last_one_of_its_own_paper(
    paper: str, step: str, editions: tuple[int, ...], name: str
) -> None:
    """Another paper of the year may be further, or not begun."""
    facts, cycle = open_facts(paper)
    done = {one.paper: one for one in closings()}
    own = tuple(replace(done[paper], edition=edition) for edition in editions)
    others = tuple(replace(one, edition=7) for one in done.values() if one.paper != paper)
    after = suppose(POLICY, facts, replace(cycle, closings=(*own, *others)), Wish("staf", "mencatat bukti", step), NOW)
    assert after.pulls[carrying(facts)].versions[-1].touched == {f"lakip/{ORDINARY_YEAR}/bukti/{name}"}


def test_evidence_of_the_next_version_has_a_file_of_its_own() -> None:
    again = read_case(next(path for path in case_files() if path.stem == "versi-kedua"))
    point = next(one for one in again.checkpoints if one.facts.pulls[-1].number == 6)
    cycle = evaluate_cycle(point.policy, point.facts, point.now)
    after = suppose(point.policy, point.facts, cycle, Wish("staf", "mencatat bukti", "B12"), point.now)
    (pull,) = (one for one in after.pulls if one.number == 6)
    assert pull.versions[-1].touched == {f"lakip/{ORDINARY_YEAR}/bukti/b12-v2.yml"}
    (told,) = (one for one in evaluate_cycle(point.policy, after, point.now).verdicts if one.pull == 6)
    assert (told.carries, told.outcome) == ("draf-akhir", Outcome.MENUNGGU)


def test_writing_is_a_push_of_the_same_bytes() -> None:
    before, after, account = supposed("kasubag menyusun B8")
    at = carrying(before)
    version = after.pulls[at].versions[-1]
    assert (version.by, version.tree) == (account, before.pulls[at].versions[-1].tree)
    assert version.touched
    assert all(path.startswith(f"lakip/{ORDINARY_YEAR}/") for path in version.touched)


def test_a_pull_request_without_any_content_stands_on_main() -> None:
    facts, cycle = open_facts()
    at = carrying(facts)
    bare = replace(
        facts, pulls=tuple(replace(one, versions=()) if number == at else one for number, one in enumerate(facts.pulls))
    )
    after = suppose(POLICY, bare, cycle, Wish("staf", "menyatukan", "B12"), NOW)
    assert (merged := after.pulls[at].merged)
    assert merged.tree == facts.main


def test_writing_a_paper_without_a_pull_request_opens_one() -> None:
    facts, cycle = open_facts()
    none = replace(cycle, verdicts=())
    for step, tail in (("B1", "rencana-kerja.yml"), ("B3", "data/andaian.md"), ("B4", "01-andaian.md")):
        role = next(
            one.oleh
            for paper in POLICY.papers.naskah
            for stage in paper.langkah
            if stage.kode == step
            for one in stage.syarat[:1]
        )
        after = suppose(POLICY, facts, none, Wish(role, "menyusun", step), NOW)
        assert (pull := after.pulls[-1]).number == max(one.number for one in facts.pulls) + 1
        assert any(path.endswith(tail) for path in pull.paths)
        assert pull.versions[0].tree.keys() >= facts.main.keys()
    alone = suppose(POLICY, replace(facts, pulls=()), none, Wish("kasubag", "menyusun", "B1"), NOW)
    assert [pull.number for pull in alone.pulls] == [1]


def test_the_pull_request_that_is_opened_holds_the_papers_files_as_they_are() -> None:
    """Those that lie on main with their own bytes, one that is supposed for every other pattern, and nothing else."""
    facts, cycle = open_facts()
    year = f"lakip/{ORDINARY_YEAR}/"
    here = {
        f"{year}data/andaian.md": blob("milik sendiri"),
        f"{year}03-capaian.md": blob("bab"),
        f"{year}nota-dinas.md": blob("bukan draf"),
        "data/kinerja.yml": blob("di luar tahun"),
    }
    facts = replace(facts, main=here, pulls=(facts.pulls[0], replace(facts.pulls[0], number=90), *facts.pulls[1:]))
    pull = suppose(POLICY, facts, replace(cycle, verdicts=()), Wish("tim", "menyusun", "B4"), NOW).pulls[-1]
    new = {f"{year}01-andaian.md", f"{year}lampiran/andaian.md"}
    assert pull.number == 91
    assert pull.paths == pull.versions[0].touched == {f"{year}data/andaian.md", f"{year}03-capaian.md", *new}
    assert pull.versions[0].tree.keys() == here.keys() | new
    assert {path: held for path, held in pull.versions[0].tree.items() if path in here} == here


def test_only_a_number_at_the_beginning_of_a_name_is_supposed() -> None:
    papers = tuple(
        msgspec.structs.replace(one, mencakup=("NN-*.md", "data/INNOVASI.yml")) if one.id == "draf-awal" else one
        for one in POLICY.papers.naskah
    )
    policy = replace(POLICY, papers=msgspec.structs.replace(POLICY.papers, naskah=papers))
    facts, cycle = open_facts()
    pull = suppose(
        policy, replace(facts, main={}), replace(cycle, verdicts=()), Wish("tim", "menyusun", "B4"), NOW
    ).pulls[-1]
    assert {path.rpartition(f"lakip/{ORDINARY_YEAR}/")[2] for path in pull.paths} == {
        "01-andaian.md",
        "data/INNOVASI.yml",
    }


def test_a_holder_without_an_account_does_nothing_here() -> None:
    facts, cycle = open_facts()
    people = tuple(
        msgspec.structs.replace(one, id=None, akun=None) if one.kunci == "contoh-sekdin" else one
        for one in POLICY.officials.orang
    )
    policy = replace(POLICY, officials=msgspec.structs.replace(POLICY.officials, orang=people))
    with pytest.raises(UsageError, match="Hari itu tidak ada Sekdin yang mempunyai akun"):
        suppose(policy, facts, cycle, Wish("sekdin", "menyetujui", "B10"), NOW)


def test_nobody_can_act_on_a_paper_that_is_not_open_or_in_a_role_that_nobody_holds() -> None:
    facts, cycle = open_facts("surat-pengantar")
    with pytest.raises(UsageError, match="Belum ada PR terbuka yang membawa Draf akhir LAKIP"):
        suppose(POLICY, facts, cycle, Wish("sekdin", "menyetujui", "B10"), NOW)
    with pytest.raises(UsageError, match="Hari itu tidak ada Sekdin yang mempunyai akun"):
        suppose(POLICY, facts, cycle, Wish("sekdin", "menyetujui", "B14"), NOW - timedelta(days=9000))
