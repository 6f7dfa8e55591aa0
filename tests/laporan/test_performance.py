"""The agreement: editions, the year so far, capaian by goal, and figures that are asked back at their place."""

from decimal import Decimal

import pytest

from laporan.case import FOLDER, base_files
from paraf.door.decode import load
from paraf.laporan.forms.performance import PerformanceFile
from paraf.laporan.formulas import Target
from paraf.laporan.performance import Performance, build_performance

FILE = "data/kinerja.yml"
BASE = base_files()[f"{FOLDER}/{FILE}"]
LETTERS = (
    "satuan: jam↵        arah: turun↵        capaian: selisih => "
    'satuan: predikat↵        huruf: {A: "90", B: "70"}↵        arah: naik'
)


def changed(*changes: str) -> str:
    text = BASE
    for change in changes:
        old, new = (part.replace("↵", "\n") for part in change.split(" => "))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def performance(*changes: str) -> Performance:
    source, faults = load(PerformanceFile, FILE, changed(*changes).encode())
    assert (source, faults) != (None, [])
    assert source, faults
    found, wrong = build_performance(source)
    assert wrong == []
    assert found
    return found


def asked(*changes: str) -> list[str]:
    """What is asked back, as ``line message / repair``."""
    source, faults = load(PerformanceFile, FILE, changed(*changes).encode())
    assert source, faults
    found, wrong = build_performance(source)
    assert found is None
    return [f"{fault.place.line} {fault.message} / {fault.repair}" for fault in wrong]


def test_the_later_edition_counts() -> None:
    found = performance()
    assert (found.year, found.edition) == (2025, "perubahan")
    assert found.measures["IKU-1"].target == Target(Decimal(82), Decimal(82))
    assert found.measures["IKU-2"].target == Target(Decimal(4), Decimal(4))
    murni = performance("  perubahan: {nomor: 02/PK/2025, tanggal: 2025-10-20}↵ => ")
    assert murni.edition == "murni"


def test_the_year_so_far_by_quarter() -> None:
    measure = performance().measures["IKU-3"]
    assert [measure.until(quarter) for quarter in range(5)] == [
        None,
        Decimal(8),
        Decimal(17),
        Decimal("27.5"),
        Decimal(34),
    ]
    assert (measure.value, measure.capaian, measure.reached) == (Decimal(34), Decimal(115), True)
    assert measure.formula == "(2 × target − realisasi) ÷ target × 100%"


def test_what_is_not_measured_is_no_number_and_not_reached() -> None:
    found = performance('realisasi: {tw1: "1", tw2: "1", tw3: "0", tw4: "1"} => realisasi: {}')
    measure = found.measures["IKU-2"]
    assert (measure.value, measure.capaian, measure.reached) == (None, None, False)
    assert found.goals["SS-1"].capaian == found.measures["IKU-1"].capaian


def test_a_goal_is_the_mean_of_its_indicators() -> None:
    goal = performance().goals["SS-1"]
    assert goal.capaian == Decimal("88.75")
    assert [measure.goal for measure in goal.measures] == ["SS-1", "SS-1"]


@pytest.mark.parametrize(
    ("capaian", "word"),
    [("300", "Sangat Tinggi"), ("90.01", "Sangat Tinggi"), ("90", "Tinggi"), ("50", "Rendah"), ("-5", "Rendah")],
)
def test_a_band_begins_above_its_bound(capaian: str, word: str) -> None:
    assert performance().band(Decimal(capaian)) == word


def test_a_scale_whose_last_band_is_closed_still_has_a_word() -> None:
    found = performance(
        '    - {di_atas: 50, sebutan: Sedang}↵    - {sebutan: Rendah} =>     - {di_atas: "50,5", sebutan: Sedang}'
    )
    assert found.band(Decimal(10)) == "Sedang"


def test_letters_ranges_and_earlier_years_are_read() -> None:
    found = performance(
        LETTERS,
        'target: {murni: "40"} => target: {murni: "B"}',
        '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"} => {tw4: "A"}',
        'target: "60", realisasi: "58" => target: "B", realisasi: "B"',
        'target: "50", realisasi: "45" => realisasi: "A"',
        'target: "30" => target: "A"',
        'kumulatif↵        target: {murni: "B"} => nilai akhir↵        target: {murni: "B"}',
    ).measures["IKU-3"]
    assert found.capaian == Decimal(90) / Decimal(70) * 100
    assert found.earlier[2023].target == Target(Decimal(70), Decimal(70))
    assert found.earlier[2024].target is None
    ranged = performance('target: {murni: "4"} => target: {murni: "3 - 5"}').measures["IKU-2"]
    assert (ranged.target, ranged.capaian) == (Target(Decimal(3), Decimal(5)), Decimal(100))


def test_the_national_figure_or_none() -> None:
    found = performance().measures
    assert (found["IKU-1"].national, found["IKU-2"].national) == (Decimal("80.4"), None)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ('tw4: "84,05" => tw4: "8.405"', "25 “8.405” dapat berarti 8405 atau 8 koma 405 / tulis 8405 atau 8,4050"),
        ('tw4: "84,05" => tw4: "n/a"', "25 “n/a” bukan angka / tulis angkanya saja, misalnya 1.234.567,89"),
        ('murni: "40" => murni: "50 - 40"', "60 batas bawah “50 - 40” lebih besar dari batas atasnya / tukar letaknya"),
        (
            "capaian: selisih => capaian: biasa",
            "56 arah 'turun' tidak dihitung dengan cara 'biasa' / tulis capaian: selisih · terbalik",
        ),
        (
            "satuan: persen↵        arah: naik => satuan: persen↵        arah: naik↵        capaian: terbalik",
            "21 arah 'naik' tidak dihitung dengan cara 'terbalik' / tulis capaian: biasa",
        ),
        (
            '{nilai: "80,4", tahun: 2024, sumber: Kementerian Contoh} => {nilai: "80,4"}',
            "30 angka nasional tanpa sumber / isi sumbernya",
        ),
        (
            '{nilai: "80,4", tahun: 2024, sumber: Kementerian Contoh} => {}',
            "30 angka nasional belum dinyatakan / isi nilai beserta sumbernya, atau isi tidak_ada dengan alasannya",
        ),
        (
            '{tahun: 2024, target: "78" => {tahun: 2025, target: "78"',
            "28 tahun 2025 bukan tahun sebelumnya / pakai tahun yang lebih awal",
        ),
        (
            '{tahun: 2024, target: "78" => {tahun: 2023, target: "78"',
            "28 tahun 2023 ditulis dua kali / hapus salah satunya",
        ),
        ("- id: SS-2 => - id: SS-1", "50 SS-1 ditulis dua kali / beri nomor yang belum dipakai"),
        ("- id: IKU-3 => - id: IKU-1", "53 IKU-1 ditulis dua kali / beri nomor yang belum dipakai"),
        (
            "di_atas: 90 => di_atas: sembilan puluh",
            "9 “sembilan puluh” bukan angka / tulis angkanya saja, misalnya 1.234.567,89",
        ),
    ],
)
def test_what_is_unclear_is_asked_back_at_its_place(change: str, expected: str) -> None:
    assert asked(change) == [expected]


def test_a_letter_without_its_list_and_a_limit_that_is_no_number() -> None:
    assert asked('murni: "40" => murni: "BB"') == ["60 “BB” bukan angka / tulis angkanya saja, misalnya 1.234.567,89"]
    assert asked(LETTERS, 'murni: "40" => murni: "C"')[0] == "60 “C” bukan huruf yang dikenal / tulis salah satu: A, B"
    assert asked('skema: 1 => skema: 1↵batas_efisiensi: "lima"') == [
        "2 “lima” bukan angka / tulis angkanya saja, misalnya 1.234.567,89"
    ]


def test_every_question_comes_at_once() -> None:
    assert len(asked('tw4: "84,05" => tw4: "x"', 'murni: "40" => murni: "y"', "- id: IKU-3 => - id: IKU-1")) == 3


def test_too_many_decimals_are_refused_by_the_door() -> None:
    source, faults = load(PerformanceFile, FILE, changed("desimal: 0 => desimal: 99").encode())
    assert source is None
    assert [fault.message for fault in faults] == ["99 terlalu besar"]
