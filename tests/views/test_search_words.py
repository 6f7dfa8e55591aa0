"""What helps the search: words with weight, and hidden roots."""

import pytest

from helpers import ROOT, load_case
from paraf.views.search_words import hidden, weighty

SOP = load_case(ROOT).sop


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("B7", "B.7"),
        ("B7", "B 7"),
        ("B7", "Draf awal LAKIP, masukan dari SKPD"),
        ("B7", "3 hari"),
        ("B17", "tanda terima"),
        ("B1", "tenggat"),
        ("B1", "Rencana kerja disetujui pimpinan"),
        ("B1", "Kadin"),
        ("A3", "menolak"),
        ("A3", "memaraf"),
        ("A3", "persetujuan"),
        ("B12", "mencetak"),
    ],
)
def test_a_step_is_found_by(code: str, word: str) -> None:
    assert word in weighty(SOP, SOP.steps[code], None)


def test_only_where_somebody_decides_one_finds_refusals() -> None:
    assert "menolak" not in weighty(SOP, SOP.steps["B7"], None)


def test_a_code_that_begins_others_outweighs_them() -> None:
    assert weighty(SOP, SOP.steps["A1"], None).count("A1") > weighty(SOP, SOP.steps["A11"], None).count("A11")


def test_roots_of_the_whole_row_are_hidden_words() -> None:
    assert "sampai" in hidden(SOP.steps["B7"]).split()
