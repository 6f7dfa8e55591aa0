"""A year with its book: what it records is done, the forge may contradict it, and a *PR catatan* equals recomputation."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from msgspec.structs import replace

from alur.story import FOLDER, Reader, read_case
from alur.world import blob
from paraf.alur.book.reading import folder
from paraf.alur.book.writing import additions
from paraf.alur.content import REGULAR
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Blob, Facts, Merged, Pull, Span, Tree, Version
from paraf.alur.states import Cycle, Outcome, State, Verdict
from paraf.views.flow_words import states_text

LAST = read_case(FOLDER / "tahun" / "lengkap.txt").checkpoints[-1]
POLICY, FACTS = LAST.policy, LAST.facts
NOW = LAST.now + timedelta(days=1)
YEAR = FACTS.year
DONE = evaluate_cycle(POLICY, FACTS, NOW)
BOOK = additions({}, [], DONE.closings, POLICY, YEAR)


def with_book(facts: Facts, book: Mapping[str, bytes] = BOOK) -> Facts:
    """The facts with the book on main."""
    blobs = {folder(YEAR) + name: blob_of(data) for name, data in book.items()}
    texts = {blobs[folder(YEAR) + name].sha256: data for name, data in book.items()}
    return replace(facts, main={**facts.main, **blobs}, texts={**facts.texts, **texts})


def blob_of(data: bytes) -> Blob:
    return Blob(REGULAR, blob(data.decode()).sha256, len(data))


def judged(facts: Facts) -> Cycle:
    return evaluate_cycle(POLICY, facts, NOW)


def verdict(cycle: Cycle, number: int) -> Verdict:
    return next(one for one in cycle.verdicts if one.pull == number)


def bringing(book: Mapping[str, bytes], facts: Facts = FACTS, **changes: object) -> Facts:
    """A pull request that brings files of the book."""
    files: Tree = {folder(YEAR) + name: blob_of(data) for name, data in book.items()}
    version = Version(at=NOW, by=FACTS.pulls[0].author, tree={**facts.main, **files}, touched=frozenset(files))
    pull = Pull(number=900, author=1, spans=(Span(NOW),), versions=(version,), paths=frozenset(files))
    texts = {blob_of(data).sha256: data for data in book.values()}
    return replace(facts, pulls=(*facts.pulls, replace(pull, **changes)), texts={**facts.texts, **texts})


def one_pull(change: object) -> Facts:
    """The facts with the book, the first paper's pull request changed."""
    first = DONE.closings[0].pull
    pulls = tuple(change(one) if one.number == first else one for one in FACTS.pulls)  # type: ignore[operator]
    return with_book(replace(FACTS, pulls=tuple(one for one in pulls if one)))


def test_control_the_year_is_done_without_a_book() -> None:
    assert len(DONE.closings) == len(POLICY.papers.naskah)
    assert {one.outcome for one in DONE.verdicts} <= {Outcome.SELESAI, Outcome.DITUTUP, Outcome.TERLALU_DINI}


def test_what_the_book_records_is_done_without_the_forge() -> None:
    cycle = judged(with_book(replace(FACTS, pulls=(), live=False)))
    assert [(one.paper, one.at) for one in cycle.closings] == [(one.paper, one.at) for one in DONE.closings]
    assert {step.state for step in cycle.steps} == {State.SELESAI}
    assert cycle.oddities == ()


def test_book_and_forge_agree() -> None:
    cycle = judged(with_book(FACTS))
    assert cycle.verdicts == DONE.verdicts
    assert cycle.oddities == DONE.oddities


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pull: None, "tetapi PR itu tidak ada"),
        (lambda pull: replace(pull, merged=None), "tidak disatukan pada waktu"),
        (lambda pull: replace(pull, reviews=()), "tidak ada di sana"),
        (
            lambda pull: replace(pull, merged=replace(pull.merged, at=pull.merged.at + timedelta(seconds=1))),
            "tidak disatukan",
        ),
        (
            lambda pull: replace(pull, reviews=tuple(replace(one, state="changes_requested") for one in pull.reviews)),
            "tidak ada di sana",
        ),
    ],
    ids=["no such pull request", "not merged", "no such review", "merged later", "sent back instead"],
)
def test_where_the_forge_says_otherwise_nothing_is_believed(change: object, said: str) -> None:
    cycle = judged(one_pull(change))
    assert any(said in one for one in cycle.oddities)
    assert DONE.closings[0].paper not in {one.paper for one in cycle.closings}


def test_a_later_dismissal_changes_nothing_but_is_told() -> None:
    later = NOW - timedelta(hours=1)
    cycle = judged(
        one_pull(lambda pull: replace(pull, reviews=tuple(replace(one, dismissed=later) for one in pull.reviews)))
    )
    assert DONE.closings[0].paper in {one.paper for one in cycle.closings}
    assert any("dibatalkan" in one for one in cycle.oddities)


def test_what_the_book_records_stays_done_whatever_becomes_of_its_pull_request() -> None:
    cycle = judged(one_pull(lambda pull: replace(pull, missing=("ulasan",))))
    assert verdict(cycle, DONE.closings[0].pull).outcome is Outcome.SELESAI
    assert len(cycle.closings) == len(DONE.closings)


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("jalan 1 nota-dinas sampai A3", "Keadaannya saat itu: menunggu Staf"),
        ("jalan 1 nota-dinas sampai A2\n1 ajukan staf\n1 setuju sekdin", "Keadaannya saat itu: Staf (contoh)"),
    ],
    ids=["a word", "a name"],
)
def test_a_sentence_about_the_moment_of_a_merge_begins_small_but_not_with_a_name(story: str, told: str) -> None:
    at = Reader("uji.txt").read(f"# uji\n{story}\n1 gabung staf\n? 1 terlalu-dini").checkpoints[-1]
    assert told in " ".join(verdict(evaluate_cycle(at.policy, at.facts, at.now), 1).reasons)


def test_a_broken_book_stops_everything_that_is_not_done() -> None:
    first = min(BOOK)
    cycle = judged(with_book(replace(FACTS, pulls=()), {**BOOK, first: BOOK[first][:-2] + b"\n"}))
    assert cycle.closings == ()
    assert cycle.doubts == (f"Buku tahun {YEAR} tidak utuh. Sebabnya disebut perintah 'paraf verifikasi {YEAR}'.",)
    assert {step.state for step in cycle.steps} == {State.TIDAK_DAPAT_DIPERIKSA}
    text = states_text(cycle, POLICY, "hari ini")
    assert "tidak utuh" in text
    assert "semua langkah tahun ini selesai" not in text
    assert "membuka PR" not in text
    told = bringing({}, with_book(FACTS, {first: BOOK[first].replace(b"1", b"2", 1)}), paths=frozenset({"docs/a.md"}))
    assert verdict(judged(told), 900).outcome is Outcome.GALAT


def test_a_book_that_was_not_read_stops_everything() -> None:
    facts = with_book(FACTS)
    cycle = judged(bringing({}, replace(facts, texts={}), paths=frozenset({"docs/a.md"})))
    assert "tidak ada di antara faktanya" in verdict(cycle, 900).reasons[0]


def test_lines_equal_to_recomputation_pass() -> None:
    cycle = judged(bringing(BOOK))
    assert verdict(cycle, 900).outcome is Outcome.LULUS
    assert verdict(cycle, 900).carries == "catatan"


def test_other_lines_do_not_pass() -> None:
    first = min(BOOK)
    cycle = judged(bringing({**BOOK, first: BOOK[first].replace(b"2026", b"2025", 1)}))
    assert verdict(cycle, 900).outcome is Outcome.DITOLAK


def test_merged_lines_are_part_of_the_book() -> None:
    after = with_book(FACTS)
    merged = Merged(at=NOW - timedelta(minutes=5), by=1, tree=after.main)
    begun = NOW - timedelta(minutes=20)
    cycle = judged(bringing(BOOK, after, merged=merged, spans=(Span(begun, merged.at),)))
    assert verdict(cycle, 900).outcome is Outcome.SELESAI


@pytest.mark.parametrize("key", ["halaman", "tata_kelola"])
def test_nobody_may_approve_what_nobody_keeps(key: str) -> None:
    """Without the office's word who keeps the pages or the rules, no approval is enough."""
    policy = replace(POLICY, papers=replace(POLICY.papers, **{key: None}))
    path = "docs/baru.md" if key == "halaman" else "scripts/baru.py"
    facts = bringing({}, FACTS, paths=frozenset({path}))
    answer = verdict(evaluate_cycle(policy, facts, NOW), 900)
    assert (answer.outcome, answer.reasons) == (
        Outcome.MENUNGGU,
        ("Tidak cukup orang yang dapat menyetujui perubahan ini.",),
    )


@pytest.mark.parametrize(
    ("changes", "outcome", "said"),
    [
        ({"versions": ()}, Outcome.GALAT, "tidak dapat dibaca"),
        ({"fork": True}, Outcome.DITOLAK, "salinan repositori"),
        ({"missing": ("halaman kedua",)}, Outcome.GALAT, "halaman kedua"),
        ({"paths": frozenset({f"docs/{n}.md" for n in range(301)})}, Outcome.DITOLAK, "301 berkas"),
    ],
    ids=["no content", "fork", "missing", "too many files"],
)
def test_what_stands_in_the_way_of_any_verdict(changes: dict[str, object], outcome: Outcome, said: str) -> None:
    answer = verdict(judged(bringing({}, FACTS, **({"paths": frozenset({"docs/a.md"})} | changes))), 900)
    assert answer.outcome is outcome
    assert said in answer.reasons[0]


def test_as_many_files_as_can_be_read_are_read() -> None:
    answer = verdict(judged(bringing({}, FACTS, paths=frozenset({f"docs/{n}.md" for n in range(300)}))), 900)
    assert (answer.outcome, answer.carries) == (Outcome.MENUNGGU, "halaman")


def test_a_merged_one_without_any_content_is_an_answer_too() -> None:
    begun = NOW - timedelta(minutes=20)
    merged = Merged(at=NOW, by=1, tree=FACTS.main)
    facts = bringing({}, FACTS, paths=frozenset({"docs/a.md"}), versions=(), merged=merged, spans=(Span(begun, NOW),))
    assert verdict(judged(facts), 900).outcome is Outcome.GALAT


def test_pushes_out_of_order_are_a_contradiction() -> None:
    first, second = NOW, NOW - timedelta(hours=2)
    tree = {**FACTS.main, "docs/a.md": blob("a")}
    versions = tuple(Version(at=at, by=1, tree=tree, touched=frozenset({"docs/a.md"})) for at in (first, second))
    answer = verdict(judged(bringing({}, FACTS, versions=versions, paths=frozenset({"docs/a.md"}))), 900)
    assert answer.outcome is Outcome.GALAT
    assert "bertentangan" in answer.reasons[0]
