"""Amounts typed into sentences, and what the budget has a thousand times larger or smaller."""

from decimal import Decimal

import pytest

from paraf.rules.money import Amounts, replaced, typed_amounts
from rules.handmade import with_text


def typed(text: str) -> list[tuple[str, str, int]]:
    facts = with_text(text)
    return [
        (amount.text, str(amount.value), amount.place.column)
        for chapter in facts.report.chapters
        for amount in typed_amounts(chapter)
    ]


def test_amounts_are_read_with_their_words() -> None:
    assert typed("Dari Rp1.500.000,00 menjadi Rp 2,5 juta, lalu Rp. 5.000,- dan Rp3 miliar.") == [
        ("Rp1.500.000,00", "1500000.00", 6),
        ("Rp 2,5 juta", "2500000.0", 29),
        ("Rp. 5.000,-", "5000", 47),
        ("Rp3 miliar", "3000000000", 63),
    ]


def test_calls_tables_and_broken_figures_are_no_typed_amounts() -> None:
    assert typed("Sebesar {{ pagu() }}, atau Rp1.23.4, dan `Rp5.000`.\n\n| Pagu |\n|---|\n| Rp5.000 |\n\nRp0") == []


def meant(text: str) -> list[str]:
    facts = with_text(text)
    assert facts.report.budget
    known = Amounts(facts.report.budget)
    return [
        str(found)
        for chapter in facts.report.chapters
        for amount in typed_amounts(chapter)
        if (found := known.factor(amount)) is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasinya Rp138.250,00.", ["138250000.00"]),
        ("Realisasinya Rp138,25 miliar.", ["138250000"]),
        ("Realisasinya Rp138.250.000,00.", []),
        ("Biayanya Rp320.000.", []),
        ("Pagu program jaringan Rp150.000.", ["150000000"]),
        ("Biaya rapat Rp150.000.", []),
        ("Realisasi Rp472,5 ribu.", ["472500000.0"]),
        ("Realisasi Rp777.123.", []),
    ],
)
def test_a_factor_needs_likeness_that_is_no_chance(text: str, expected: list[str]) -> None:
    assert [str(Decimal(value).normalize()) for value in meant(text)] == [
        str(Decimal(value).normalize()) for value in expected
    ]


def test_ceilings_that_a_change_replaced() -> None:
    change = [("300000000;320000000;301500000", "310000000;320000000;301500000")]
    budget = with_text("", anggaran=change).report.budget
    assert budget
    assert replaced(budget) == {
        Decimal(660_000_000): Decimal(650_000_000),
        Decimal(510_000_000): Decimal(500_000_000),
    }
    same = with_text("").report.budget
    assert same
    assert replaced(same) == {}
