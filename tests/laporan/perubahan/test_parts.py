"""Chapter by chapter: rewritten in place, new, gone, moved; nothing is lost, and any size takes its time."""

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.perubahan.states import (
    BASE,
    between,
    changes,
    chapter,
    compared,
    edited,
    part,
    report,
    told,
)
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.passages import part_texts
from paraf.laporan.perubahan.records import Perubahan

LONG = "Penyambungan layanan memerlukan persetujuan pemilik aplikasi yang menjawab setelah empat bulan."
NEAR = LONG.replace("empat", "lima")
OTHER = "Warga yang sudah terdaftar tidak perlu mendaftar lagi untuk layanan perizinan daerah."
THIRD = "Anggaran tersisa karena harga pengadaan lebih rendah daripada perkiraan pada awal tahun."
WORDS = ("dinas", "layanan", "tahun", "target", "capaian", "desa", "warga", "izin", "jaringan", "data")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([LONG], [LONG], []),
        ([LONG], [NEAR], [("diubah", "empat", "lima")]),
        ([LONG], [LONG, OTHER], [("ditambah", "", OTHER)]),
        ([LONG, OTHER], [OTHER], [("dihapus", LONG, "")]),
        ([LONG], [OTHER], [("ditambah", "", OTHER), ("dihapus", LONG, "")]),
        ([LONG, OTHER, THIRD], [OTHER, THIRD, LONG], [("dipindahkan", "", "")]),
        ([LONG, OTHER, THIRD], [OTHER, THIRD, NEAR], [("dipindahkan", "empat", "lima")]),
        # Rewritten between the same neighbours: in its place.
        ([OTHER, LONG, THIRD], [OTHER, NEAR, THIRD], [("diubah", "empat", "lima")]),
        # Too short to be known again: it came and went.
        (
            ["Satu dua tiga.", OTHER, THIRD],
            [OTHER, THIRD, "Satu dua tiga."],
            [("dihapus", "Satu dua tiga.", ""), ("ditambah", "", "Satu dua tiga.")],
        ),
        (["## Judul A", LONG], ["## Judul B", LONG], [("diubah", "A", "B")]),
        (["- butir satu dua tiga"], ["- butir satu dua empat"], [("diubah", "tiga", "empat")]),
    ],
)
def test_passages_of_one_chapter(before: list[str], after: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert sorted(changes(between(before, after))) == sorted(expected)


def test_rewritten_and_moved_among_many_is_found_again() -> None:
    """More than can be compared pair by pair: the whole report is searched."""
    rng = Random(7)
    before = [" ".join(rng.choices(WORDS, k=12)) + f" nomor {number} dan akhir {number}." for number in range(150)]
    after = [text.replace("akhir", "ujung") for text in before]
    rewritten = changes(between(before, after))
    assert {way for way, _, _ in rewritten} == {"diubah"}
    assert len(rewritten) == 150


def test_of_two_that_are_like_a_third_the_likest_is_the_same() -> None:
    twin = NEAR.replace("Penyambungan", "Pemutusan")
    found = perubahan_of(report(awal=[OTHER, LONG], lain=[THIRD]), report(awal=[OTHER], lain=[THIRD, twin, NEAR]))
    assert sorted(changes(found)) == [("dipindahkan", "empat", "lima"), ("ditambah", "", twin)]


def test_what_many_share_is_no_sign_of_one() -> None:
    before = [f"Kalimat yang sama bunyinya di setiap alinea laporan ini {number}" for number in range(40)]
    after = [f"Ini lain sekali kalimat yang sama bunyinya di setiap alinea {number + 500}" for number in range(60)]
    assert {way for way, _, _ in changes(between(before, after))} <= {"diubah", "ditambah", "dihapus", "dipindahkan"}


def test_moved_to_another_chapter_says_from_where() -> None:
    found = perubahan_of(report(awal=[OTHER, LONG], lain=[THIRD]), report(awal=[OTHER], lain=[THIRD, NEAR]))
    (change,) = part(found, "lain").changes
    assert told(change) == ("dipindahkan", "empat", "lima")
    assert change.before
    assert change.after
    assert (change.before.part, change.before.paragraph) == ("Bab awal", 2)
    assert (change.after.part, change.after.paragraph, change.after.line) == ("Bab lain", 3, 8)
    assert len(found.parts) == 1


def test_chapters_and_annexes_that_came_went_or_were_renamed() -> None:
    listing = "skema: 1\nlampiran:\n  - {id: baru, judul: Daftar aplikasi, tahun: 2025, arsip: Map 3}\n"
    files = {"80-penutup.md": None, "81-tambahan.md": chapter(LONG), "lampiran/daftar.yml": listing}
    found = compared(("01-pengantar.md", "judul: Pengantar", "judul: Prakata"), **files)
    assert [(one.id, one.kind, one.state, one.was) for one in found.parts] == [
        ("pengantar", "bab", "tetap", "Pengantar"),
        ("uji", "bab", "baru", ""),
        ("baru", "lampiran", "baru", ""),
        ("penutup", "bab", "dihapus", ""),
        ("perjanjian-kinerja", "lampiran", "dihapus", ""),
    ]
    assert part(found, "uji").changes[0].way == "ditambah"
    assert [one.way for one in part(found, "penutup").changes] == ["dihapus"] * 4


def test_another_file_name_is_no_other_chapter() -> None:
    files = {"80-penutup.md": None, "85-akhir.md": _text("80-penutup.md")}
    assert compared(**files).parts == ()


def _text(name: str) -> str:
    return next(one for one in BASE.context.report.chapters if one.file.endswith(name)).text


def test_what_follows_from_the_data_is_told_apart() -> None:
    found = compared(("data/kinerja.yml", 'tw4: "84,05"', 'tw4: "85,05"'), ("01-pengantar.md", "satu tahun", "setahun"))
    assert changes(found) == [("diubah", "satu tahun", "setahun")]
    made = changes(found, made=True)
    assert ("diubah", "84,05 102,50%", "85,05 103,72%") in made
    assert ("diubah", "84,05%,", "85,05%,") in made


def test_a_row_that_the_data_brought_follows_from_the_data() -> None:
    added = "      - id: IKU-2\n        nama: Jumlah aplikasi yang dikelola\n"
    more = added.replace("IKU-2", "IKU-9").replace("aplikasi", "layanan")
    text = next(iter(BASE.context.report.texts[name] for name in ["data/kinerja.yml"]))
    start = text.index(added)
    block = (
        text[start : text.index("  - id: SS-2")]
        .replace(added, more)
        .replace("        daftar: data/daftar-aplikasi.csv\n", "")
    )
    found = compared(("data/kinerja.yml", "  - id: SS-2", f"{block}  - id: SS-2"))
    made = [one for one in part(found, "capaian SS-1").changes if one.made and one.way == "ditambah"]
    assert [" ".join(cell.after for cell in one.cells)[:12] for one in made] == ["IKU-9 Jumlah"]
    back = perubahan_of(edited(("data/kinerja.yml", "  - id: SS-2", f"{block}  - id: SS-2")), BASE)
    assert [one.way for one in part(back, "capaian SS-1").changes if one.made and one.way == "dihapus"] == ["dihapus"]


def test_a_table_of_other_columns_is_compared_as_words() -> None:
    table = "| A | B |\n|--|--|\n| satu dua tiga empat | lima |"
    wider = "| A | B | C |\n|--|--|--|\n| satu dua tiga empat | lima | enam |"
    assert changes(between([table], [wider])) == [("diubah", "", "C"), ("diubah", "", "enam")]


def test_rows_of_any_length_are_compared() -> None:
    table = "| A | B |\n|--|--|\n| satu dua tiga |"
    wider = "| A | B |\n|--|--|\n| satu dua tiga | empat | lima |"
    assert changes(between([table], [wider])) == [("diubah", "", "empat lima")]
    assert changes(between([wider], [table])) == [("diubah", "empat lima", "")]
    assert changes(between([table], [f"{table}\n| enam | tujuh | delapan |"])) == [
        ("ditambah", "", "enam tujuh delapan")
    ]


def test_cells_that_hold_nothing_are_told_empty() -> None:
    table = "| A | B |\n|--|--|\n| satu dua tiga |  |"
    (found,) = between([table], [f"{table}\n| empat lima enam |  |"]).parts
    assert [(cell.head, cell.after) for cell in found.changes[0].cells] == [("A", "empat lima enam"), ("B", "")]


PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=7)
SETTINGS = settings(max_examples=120, deadline=None, derandomize=True, database=None)


@SETTINGS
@given(PARAGRAPHS)
def test_nothing_changed_is_nothing(paragraphs: list[str]) -> None:
    assert between(paragraphs, paragraphs).nothing


@SETTINGS
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_passage_can_be_built_again(before: list[str], after: list[str]) -> None:
    """What is not told is the same on both sides; what is told holds the words of both."""
    found = between(before, after)
    told_ = [one for one_part in found.parts for one in one_part.changes]
    sides = Counter(before), Counter(after)
    now = Counter(cell.after for one in told_ for cell in one.cells if one.after)
    was = Counter(cell.before for one in told_ for cell in one.cells if one.before)
    assert now <= sides[1]
    assert was <= sides[0]
    assert sides[1] - now == sides[0] - was


@SETTINGS
@given(PARAGRAPHS, PARAGRAPHS)
def test_the_other_way_round_what_went_comes(before: list[str], after: list[str]) -> None:
    turned = {"dihapus": "ditambah", "ditambah": "dihapus"}
    back = [(turned.get(way, way), come, gone) for way, gone, come in changes(between(after, before))]
    assert sorted(back) == sorted(changes(between(before, after)))


def test_words_of_the_sample_can_be_built_again_after_any_shuffle() -> None:
    rng = Random(3)
    text = _text("31-capaian-ss-1.md").partition("\n---\n")[2].strip().split("\n\n")
    for _ in range(20):
        after = [*rng.sample(text, k=len(text) - 1), rng.choice(text)[::-1]]
        found = perubahan_of(report(uji=text), report(uji=after))
        told_ = Counter(
            cell.after for one in found.parts for change in one.changes for cell in change.cells if change.after
        )
        there = Counter(" ".join(cell) for one in part_texts(report(uji=after), None)[0].passages for cell in one.cells)
        assert told_ <= there


def _large(count: int, seed: int) -> list[str]:
    rng = Random(seed)
    return [f"{' '.join(rng.choices(WORDS, k=14))} {rng.randrange(10**6)}." for _ in range(count)]


def _seconds(before: list[str], after: list[str]) -> tuple[float, Perubahan]:
    one, other = report(uji=before), report(uji=after)
    began = time.perf_counter()
    found = perubahan_of(one, other)
    return time.perf_counter() - began, found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_large(6_000, 1), _large(6_000, 2)),
        (_large(6_000, 1), _large(6_000, 1)[::-1]),
        (["sama terus bunyinya di sini"] * 6_000, ["sama terus bunyinya di sana"] * 5_000),
        ([" ".join(_large(8_000, 1))], [" ".join(_large(8_000, 2))]),
        (["1 " * 400_000], ["2 " * 400_000]),
        (["x" * 900_000], ["y" * 900_000]),
    ],
    ids=["all other", "backwards", "alike", "one paragraph", "numbers", "one word"],
)
def test_a_chapter_of_a_megabyte_takes_a_moment(before: list[str], after: list[str]) -> None:
    seconds, found = _seconds(before, after)
    assert found.parts
    assert seconds < 10


def test_twice_as_much_takes_about_twice_as_long() -> None:
    def spent(count: int) -> float:
        before = _large(count, 1)
        after = [text.replace("dinas", "kantor") if number % 3 else text for number, text in enumerate(before)]
        return min(_seconds(before, after)[0] for _ in range(2))

    assert spent(4_000) < 5 * spent(2_000) + 0.2
