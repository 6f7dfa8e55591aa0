"""What a valid book says is done, and what a pull request may add to it."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from msgspec.structs import replace

from alur.book.handmade import BOOKS, NOW, POLICY, TREE, YEAR, books, closings, covered, with_officials
from alur.world import blob
from paraf.alur.book.noting import books_of, catatan_problems, facts_of, lacking
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import recorded
from paraf.alur.book.writing import in_order, last_seal
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Blob, Facts, Tree
from paraf.alur.states import Closing

HERE = folder(YEAR)
NAMES = sorted(BOOKS)


def record(found: Mapping[str, bytes]) -> tuple[Closing, ...]:
    return recorded(found, POLICY, YEAR, now=NOW)


def lack(found: Mapping[str, bytes], done: list[Closing] | None = None) -> dict[str, bytes] | str:
    return lacking(found, closings() if done is None else done, POLICY, YEAR, now=NOW)


def first(count: int) -> dict[str, bytes]:
    return {name: BOOKS[name] for name in NAMES[:count]}


def with_books(found: Mapping[str, bytes], tree: Tree = TREE) -> dict[str, Blob]:
    return {**tree, **{HERE + name: blob(data.decode()) for name, data in found.items()}}


def problems(found: Mapping[str, bytes], main: Mapping[str, bytes], tree: Tree = TREE) -> list[str]:
    """What a pull request is told that would make main's book this one."""
    return list(catatan_problems(with_books(found, tree), with_books(main), lack(main), YEAR))


def test_what_is_recorded_is_what_was_done() -> None:
    assert record(BOOKS) == tuple(closings())
    assert record({}) == ()


def test_a_book_with_any_fault_records_nothing() -> None:
    broken = BOOKS | {NAMES[-1]: BOOKS[NAMES[-1]][:-1]}
    assert record(broken) == ()


def test_a_change_in_the_tree_does_not_undo_what_was_done() -> None:
    """``recorded`` takes no tree: what lies there now is the engine's business."""
    assert len(record(BOOKS)) == len(closings())


def test_only_what_is_lacking_is_written_and_only_once() -> None:
    for count in range(len(NAMES) + 1):
        assert lack(first(count)) == {name: BOOKS[name] for name in NAMES[count:]}
    assert lack(BOOKS, []) == {}


def test_the_order_of_the_closings_does_not_matter() -> None:
    assert books(closings()[::-1]) == BOOKS
    assert in_order(closings()[::-1]) == closings()


def test_a_broken_book_is_not_continued() -> None:
    told = lack({NAMES[0]: BOOKS[NAMES[0]][:-1]})
    why = "Sebabnya disebut perintah 'paraf verifikasi 2025'."
    assert told == f"Buku tahun 2025 tidak utuh, jadi tidak dapat dilanjutkan. {why}"


def test_a_paper_done_before_the_last_recorded_one_is_told() -> None:
    done = closings()
    early = [replace(one, at=one.at - timedelta(days=9)) if one.paper == "rencana-kerja" else one for one in done]
    told = lack(first(2), early)
    assert told == (
        "Ada naskah yang selesai sebelum Laporan Kinerja Individu tetapi belum tercatat, sedangkan Laporan Kinerja Individu"
        " sudah tercatat. Batalkan catatan yang terakhir dari riwayat repositori, lalu catat menurut urutan selesainya."
    )
    assert list(catatan_problems(with_books(first(2)), with_books(first(2)), told, YEAR)) == [told]


def test_a_new_edition_is_lacking_too() -> None:
    again = replace(
        closings()[-1],
        edition=2,
        pull=9,
        at=closings()[-1].at + timedelta(days=1),
        content=covered(("surat-pengantar.md",)),
    )
    assert isinstance(found := lack(BOOKS, [*closings(), again]), dict)
    assert list(found) == ["008-surat-pengantar.jsonl"]


@pytest.mark.parametrize("count", range(len(NAMES)))
def test_a_pull_request_that_adds_what_is_lacking_may_pass(count: int) -> None:
    assert problems(BOOKS, first(count)) == []
    assert problems(first(count + 1), first(count)) == []


def test_a_pull_request_that_adds_anything_else_may_not() -> None:
    other = BOOKS[NAMES[1]].replace(b'"pr":2', b'"pr":3')
    assert problems(first(1) | {NAMES[1]: other}, first(1)) == [
        f"Isi {HERE}{NAMES[1]} tidak sama dengan hasil hitung ulang. Tulis ulang dengan perintah 'paraf catat'."
    ]
    assert problems(first(1) | {"009-x.jsonl": b""}, first(1)) == [
        f"{HERE}009-x.jsonl bukan catatan yang belum ada. Yang berikutnya: {HERE}{NAMES[1]}."
    ]
    assert problems(BOOKS | {"008-x.jsonl": b""}, BOOKS) == [
        f"{HERE}008-x.jsonl bukan catatan yang belum ada. Semua naskah yang selesai sudah tercatat."
    ]
    assert problems(first(1) | {NAMES[2]: BOOKS[NAMES[2]]}, first(1)) == [
        f"Catatan ditambahkan menurut urutan selesainya naskah. Yang berikutnya: {HERE}{NAMES[1]}."
    ]
    assert problems(first(1), first(1)) == [f"PR ini tidak menambah catatan. Yang berikutnya: {HERE}{NAMES[1]}."]


def test_a_pull_request_that_changes_or_removes_a_line_may_not() -> None:
    kept = f"{HERE}{NAMES[0]} sudah tercatat, jadi tidak boleh diubah atau dihapus. Kembalikan seperti semula."
    assert problems(first(2) | {NAMES[0]: BOOKS[NAMES[0]] + b" "}, first(1)) == [kept]
    assert problems({NAMES[1]: BOOKS[NAMES[1]]}, first(1)) == [kept]


def test_a_pull_request_that_brings_other_files_along_may_not() -> None:
    assert problems(first(2), first(1), {**TREE, "README.md": blob("lain")}) == [
        "PR catatan hanya menambah berkas di buku/. Keluarkan dari PR ini: README.md."
    ]


def test_a_pull_request_that_takes_another_file_away_may_not() -> None:
    main = {**with_books(first(1)), "README.md": blob("lain")}
    assert list(catatan_problems(with_books(first(2)), main, lack(first(1)), YEAR)) == [
        "PR catatan hanya menambah berkas di buku/. Keluarkan dari PR ini: README.md."
    ]


def test_a_book_file_that_is_a_program_may_not() -> None:
    path = HERE + NAMES[1]
    tree = with_books(first(2)) | {path: replace(blob(BOOKS[NAMES[1]].decode()), mode="100755")}
    assert list(catatan_problems(tree, with_books(first(1)), lack(first(1)), YEAR)) == [
        f"Isi {path} tidak sama dengan hasil hitung ulang. Tulis ulang dengan perintah 'paraf catat'."
    ]


def test_a_name_of_another_day_is_recomputed_by_the_officials_of_today() -> None:
    """Until it is recorded, a line follows the officials; afterwards it is kept."""
    renamed = with_officials(
        orang=tuple(
            type(one)(kunci=one.kunci, nama=one.nama + ", S.Kom.", akun=one.akun, id=one.id)
            for one in POLICY.officials.orang
        )
    )
    assert books(policy=renamed)[NAMES[0]] != BOOKS[NAMES[0]]


def test_books_of_the_facts() -> None:
    main = with_books(BOOKS)
    texts = {blob(data.decode()).sha256: data for data in BOOKS.values()}
    facts = Facts(year=YEAR, pulls=(), main=main, texts=texts)
    assert books_of(facts) == BOOKS
    assert books_of(facts, with_books(first(2))) == first(2)
    with pytest.raises(KeyError, match=NAMES[3]):
        books_of(replace(facts, texts={}), {HERE + NAMES[3]: main[HERE + NAMES[3]]})


def test_the_last_seal_is_the_digest_of_the_last_line() -> None:
    assert last_seal({}, YEAR) == "tahun-2025"
    assert len(last_seal(BOOKS, YEAR)) == 64


def test_a_book_alone_tells_what_is_done_and_no_more() -> None:
    cycle = evaluate_cycle(POLICY, facts_of(BOOKS, YEAR), NOW)
    assert sorted(cycle.closings, key=str) == sorted(closings(), key=str)
    assert not cycle.verdicts
    assert len(evaluate_cycle(POLICY, facts_of(first(2), YEAR), NOW).closings) == 2
    assert books_of(facts_of(BOOKS, YEAR)) == BOOKS
