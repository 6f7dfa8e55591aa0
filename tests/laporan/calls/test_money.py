"""Money in a sentence: the whole, one goal, one row by its code; what is unknown is refused by name."""

from decimal import Decimal

import pytest

from laporan.case import base_files, facts
from paraf.laporan.calls.base import Call, CallError, Context, Figure
from paraf.laporan.calls.money import CALLS

BY_NAME = {call.name: call for call in CALLS}


@pytest.fixture(scope="module")
def context() -> Context:
    """The small report."""
    return facts(base_files()).expansion.context


def _said(context: Context, name: str, *arguments: str) -> Figure:
    call: Call = BY_NAME[name]
    made = call.run(context, *arguments)
    assert isinstance(made, Figure)
    return made


@pytest.mark.parametrize(
    ("name", "arguments", "text", "label"),
    [
        ("pagu", (), "Rp650.000.000,00", "anggaran · pagu perubahan"),
        ("pagu", ("SS-1",), "Rp500.000.000,00", "SS-1 · pagu perubahan"),
        ("pagu", ("2.16.02.01.01",), "Rp320.000.000,00", "2.16.02.01.01 · pagu perubahan"),
        ("pagu", ("2.16.02.01.01", "murni"), "Rp300.000.000,00", "2.16.02.01.01 · pagu murni"),
        ("pagu", ("murni",), "Rp650.000.000,00", "anggaran · pagu murni"),
        ("pagu", ("perubahan",), "Rp650.000.000,00", "anggaran · pagu perubahan"),
        ("pagu", ("SS-1", "perubahan"), "Rp500.000.000,00", "SS-1 · pagu perubahan"),
        ("belanja", ("2.16.02.01",), "Rp472.500.000,00", "2.16.02.01 · realisasi anggaran"),
        ("sisa", ("2.16.02.01.01",), "Rp18.500.000,00", "2.16.02.01.01 · sisa anggaran"),
        ("sisa", (), "Rp39.250.000,00", "anggaran · sisa anggaran"),
        ("serapan", ("2.16.03",), "92,17%", "2.16.03 · serapan"),
        ("serapan", ("SS-1",), "94,50%", "SS-1 · serapan"),
        ("serapan", (), "93,96%", "anggaran · serapan"),
        ("efisiensi", ("SS-2",), "efisien", "SS-2 · efisiensi"),
        ("selisih_efisiensi", ("SS-2",), "22,83 poin", "SS-2 · capaian dikurangi serapan"),
    ],
)
def test_amounts(context: Context, name: str, arguments: tuple[str, ...], text: str, label: str) -> None:
    figure = _said(context, name, *arguments)
    assert (figure.text, figure.label) == (text, label)


def test_a_row_above_is_the_sum_of_what_lies_below(context: Context) -> None:
    below = [_said(context, "belanja", code).amount for code in ("2.16.02.01.01", "2.16.02.01.02")]
    assert sum(amount for amount in below if amount is not None) == Decimal(472_500_000)
    assert _said(context, "belanja", "2.16.02").amount == Decimal(472_500_000)


def test_a_goal_without_figures_is_said_to_be_unmeasured() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    filled = '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}'
    assert filled in files[path]
    files[path] = files[path].replace(filled, "{}")
    assert _said(facts(files).expansion.context, "selisih_efisiensi", "SS-2").text == "belum terukur"


@pytest.mark.parametrize(
    ("name", "words"), [("2.99", "kode rekening 2.99 tidak ada"), ("SS-9", "sasaran SS-9 tidak ada")]
)
def test_what_is_not_there_is_refused_by_name(context: Context, name: str, words: str) -> None:
    with pytest.raises(CallError, match=words):
        _said(context, "belanja", name)


def test_an_edition_that_is_not_there_is_refused(context: Context) -> None:
    with pytest.raises(CallError, match="pagu lama tidak dikenal"):
        _said(context, "pagu", "SS-1", "lama")
