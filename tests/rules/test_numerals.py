"""Numbers in a line: what states how much, and what only names a date, a clause, a list number, a code."""

from decimal import Decimal

import pytest

from paraf.rules.numerals import Kind, holds_digit, numerals


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(number.text, number.kind) for number in numerals(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi 84,05% dari 1.250 layanan", [("84,05%", "persen"), ("1.250", "angka")]),
        ("naik 4,95 poin, 5 persen poin", [("4,95", "poin"), ("5 persen", "poin")]),
        ("naik 3 persen, 82 %", [("3 persen", "persen"), ("82 %", "persen")]),
        (
            "Rp1.234,00 dan Rp. 5.000,- dan Rp 610,8 juta",
            [("Rp1.234,00", "rupiah"), ("Rp. 5.000", "rupiah"), ("Rp 610,8 juta", "rupiah")],
        ),
        ("sebesar 5 juta rupiah", [("5 juta", "rupiah")]),
        ("pada tahun 2024 dan 12 Januari 2026", [("2024", "tahun"), ("12", "tanggal"), ("2026", "tahun")]),
        ("tanggal 5, pukul 15.00 dan jam 8", [("5", "tanggal"), ("15.00", "jam"), ("8", "jam")]),
        (
            "Nomor 53 Tahun 2014 pasal 3 ayat (1)",
            [("53", "rujukan"), ("2014", "tahun"), ("3", "rujukan"), ("1", "urut")],
        ),
        ("No. 7, Tabel 3, Bab 2", [("7", "rujukan"), ("3", "rujukan"), ("2", "rujukan")]),
        ("triwulan 2 dan TW 3", [("2", "triwulan"), ("3", "triwulan")]),
        ("1. Pertama 12 hal", [("1", "urut"), ("12", "angka")]),
        ("## 3.1 Target", [("3.1", "urut")]),
        (
            "IKU-1 4G 29/2014 2021–2026 0355-79 :5 a_7",
            [(text, "kode") for text in ("1", "4", "29", "2014", "2021", "2026", "0355", "79", "5", "7")],
        ),
        ("0812345 dan 08 hari", [("0812345", "kode"), ("08", "angka")]),
        ("2 × 3 = 6", [("2", "kode"), ("3", "kode"), ("6", "kode")]),
        ('bernilai “100 Hari” dan "50 kota"', []),
        ("2.16.02.01 dan 1" + "1" * 40, [("2.16.02.01", "kode"), ("1" * 41, "kode")]),
        ("nilai 84.05 dan 1.2.3", [("84.05", "angka"), ("1.2.3", "kode")]),
        ("2025% dan 2025 persen", [("2025%", "persen"), ("2025 persen", "persen")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, Kind]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.234.567,89 hal", "1234567.89", "hal"),
        ("Rp610,8 juta", "610800000", ""),
        ("5 miliar rupiah", "5000000000", "rupiah"),
        ("84.05.", "84.05", ""),
        ("3 aplikasi,", "3", "aplikasi"),
        ("3 (tiga)", "3", ""),
        ("3", "3", ""),
    ],
)
def test_values_are_scaled_and_know_the_word_behind_them(text: str, value: str, unit: str) -> None:
    (number,) = numerals(text)
    assert (number.value, number.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "amount", "expected"),
    [
        ("84,05%", "84.05", True),
        ("84,1%", "84.05", True),
        ("84%", "84.05", True),
        ("83%", "84.05", False),
        ("Rp610,8 juta", "610750000", True),
        ("Rp610,7 juta", "610750000", False),
        ("7", "6.5", True),
    ],
)
def test_a_number_says_what_it_rounds_to(text: str, amount: str, expected: bool) -> None:
    (number,) = numerals(text)
    assert number.says(Decimal(amount)) is expected


def test_a_line_of_a_million_digits_is_read_once() -> None:
    assert kinds("1" * 1_000_000)[0][1] == "kode"
    assert len(kinds("5 " * 20_000)) == 20_000


def test_whether_there_is_a_digit_at_all() -> None:
    assert holds_digit("a1")
    assert not holds_digit("a")
