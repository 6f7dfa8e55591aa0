"""Digits in wrong groups, digits left out, factors of a thousand; and the many figures that are none of it."""

from decimal import Decimal

import pytest

from paraf.rules.grouping import broken, factor_apart, lost_digit, slipped, tenfold, thousandfold, unreadable
from rules.handmade import cell


@pytest.mark.parametrize(
    "text",
    ["1.23.456", "12.34.567,00", "Rp1.23.456", "Rp 12.50", "Rp1.2345.000", "12,34.567,8", "1.234.56.789", "(2.345.67)"],
)
def test_broken_groups_are_found(text: str) -> None:
    (found,) = broken(f"Nilainya {text} menurut bidang.")
    assert found[0] == 9 + text.startswith("(")
    assert found[1] == text.strip("()")


@pytest.mark.parametrize(
    "text",
    [
        "1.234.567,89 dan 1.234 dan 12,5 dan 89.65 dan 1,234,567.89",
        "Rp1.234.567,00 dan Rp. 5.000,- dan Rp12,5 juta dan Rp1.500",
        "pada 31.12.2025 pukul 08.30 sampai 1.1.2026",
        "kode 2.16.02.2.01.0001 dan kode rekening 5.1.02.345",
        "nomor 1.23.456, pasal 1.23.456, versi 1.23.456",
        "alamat 192.168.1.100 dan 10.20.100.1",
        "berkas v1.23.456-rc dan SK/1.23.456/2025",
        "1.234.567.89 ditulis dengan titik desimal",
        "tanpa angka",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert list(broken(text)) == []


def test_a_cell_of_a_column_of_figures_must_be_a_number() -> None:
    assert unreadable("150.00.000")
    assert unreadable("Rp1.23.45")
    assert not unreadable("150.000.000")
    assert not unreadable("belum ada")
    assert not unreadable("5")


@pytest.mark.parametrize(
    ("written", "known", "expected"),
    [
        ("30150000", "301500000", True),
        ("31500000", "301500000", True),
        ("30150000.00", "301500000", True),
        ("845", "8405", True),
        ("84.5", "84.05", True),
        ("301500000", "301500000", False),
        ("41500000", "301500000", False),
        ("34", "340", False),
        ("3015", "301500000", False),
    ],
)
def test_one_digit_left_out(written: str, known: str, expected: bool) -> None:
    assert lost_digit(Decimal(written), Decimal(known)) is expected


def test_factors() -> None:
    assert tenfold(Decimal(30_150_000), Decimal(320_000_000))
    assert tenfold(Decimal(32_000_000), Decimal(300_000_000))
    assert not tenfold(Decimal(64_000_000), Decimal(320_000_000))
    assert not tenfold(Decimal(0), Decimal(0))
    assert thousandfold(Decimal(150_000), Decimal(138_250_000))
    assert thousandfold(Decimal(138_250_000), Decimal(150))
    assert not thousandfold(Decimal(150_000_000), Decimal(138_250_000))
    assert not thousandfold(Decimal(0), Decimal(1000))


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("138.250", "138250000", True),
        ("138,25", "138250000", True),
        ("138.250.000", "138250", True),
        ("138.250.000", "138250000", False),
        ("0", "300000", False),
        ("5", "0", False),
    ],
)
def test_a_factor_between_a_printed_and_a_known_figure(text: str, known: str, expected: bool) -> None:
    assert factor_apart(cell(text), Decimal(known)) is expected
    assert slipped(cell(text), Decimal(known)) is expected
