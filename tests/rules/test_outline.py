"""Order, absent calls and near titles: what the checks of structure and completeness share."""

import itertools

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.anatomy import Slot
from paraf.laporan.used import calls_in
from paraf.rules.outline import absent_calls, absent_parts, beginning, how_to_add, misplaced


@pytest.mark.parametrize(
    ("ranks", "moved"),
    [
        ([], set()),
        ([3], set()),
        ([0, 1, 2, 3], set()),
        ([3, 0, 1, 2], {0}),
        ([0, 3, 1, 2], {1}),
        ([1, 2, 3, 0], {3}),
        ([2, 1, 0], {0, 1}),
        ([0, 2, 1, 4, 3], {1, 3}),
    ],
)
def test_as_little_as_possible_moves(ranks: list[int], moved: set[int]) -> None:
    assert misplaced(ranks) == moved


@pytest.mark.parametrize("ranks", list(itertools.permutations(range(5))))
def test_what_stays_is_in_order_and_no_longer_row_exists(ranks: tuple[int, ...]) -> None:
    moved = misplaced(ranks)
    kept = [rank for at, rank in enumerate(ranks) if at not in moved]
    assert kept == sorted(kept)
    for size in range(len(kept) + 1, len(ranks) + 1):
        assert all(list(row) != sorted(row) for row in itertools.combinations(ranks, size))


def slot_of(goal: str) -> Slot:
    return next(slot for slot in facts(base_files()).slots if slot.aim and slot.aim.id == goal)


def absent(name: str, text: str, slot: Slot) -> list[str]:
    return list(absent_calls([name], list(calls_in(text)), slot.aim))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("tabel_capaian", '{{ tabel_capaian("SS-1") }}', []),
        ("tabel_capaian", '{{ tabel_capaian("SS-2") }}', ['{{ tabel_capaian("SS-1") }}']),
        ("tabel_pk", "{{ tabel_pk() }}", []),
        ("tabel_pk", "", ["{{ tabel_pk() }}"]),
        ("grafik_tren", '{{ grafik_tren("IKU-1") }}', ['{{ grafik_tren("IKU-2") }}']),
        ("grafik_tren", '{{ grafik_tren("IKU-3") }}', ['{{ grafik_tren("IKU-1") }}', '{{ grafik_tren("IKU-2") }}']),
        ("tabel_entah", '{{ tabel_entah("SS-9") }}', []),
        ("tabel_entah", "", ["{{ tabel_entah() }}"]),
    ],
)
def test_a_call_is_asked_for_the_goal_or_for_each_of_its_indicators(name: str, text: str, expected: list[str]) -> None:
    assert absent(name, text, slot_of("SS-1")) == expected


def test_without_a_goal_a_call_is_shown_as_its_page_shows_it() -> None:
    assert list(absent_calls(["grafik_tren", "tabel_capaian"], [], None)) == [
        "{{ grafik_tren(indikator) }}",
        "{{ tabel_capaian() }}",
    ]


def test_a_title_that_is_nearly_right_is_corrected_and_another_is_written() -> None:
    files = base_files()
    path = f"{FOLDER}/80-penutup.md"
    files[path] = files[path].replace("## Simpulan", "## Simpulan umum").replace("## Langkah perbaikan", "## Lain")
    slot = next(slot for slot in facts(files).slots if slot.file == path)
    first, second = absent_parts(slot)
    assert how_to_add(slot, first) == "Bila maksudnya “Simpulan umum” pada baris 6, ganti judulnya menjadi “Simpulan”."
    assert how_to_add(slot, second) == "Tambahkan judul “Langkah perbaikan”, lalu tulis isinya. Langkah."
    assert beginning(slot).line == 1
    assert beginning(slot, slot.regions[1]).line == 6
