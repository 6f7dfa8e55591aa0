"""The cell a finding points at, where a whole step stands in one line and the line alone does not tell."""

import pytest

from rules.build import BOX, FIRST, PAPERS, SECOND, load, only, row, swapped, with_steps

SKIP = swapped(BOX, ("kotak}]", "kotak}], lanjut: [{ke: C3}]"))


@pytest.mark.parametrize(
    ("code", "rows", "cell"),
    [
        ("SOP101", [row(1), row(3)], "3., "),
        ("SOP103", [row(1, BOX), row(2, kegiatan="Mencatat")], "Mencatat, "),
        ("SOP104", [row(waktu="Segera")], "Segera, "),
        ("SOP105", [row(kelengkapan="Kartu")], "Kartu, "),
        ("SOP106", [row(kegiatan="Memilih", more=swapped(BOX, ("kotak", "belah-ketupat")))], "Memilih, "),
        ("SOP107", [row(1, SKIP), row(2), row(3)], "2., "),
        ("SOP108", [row(output="2 jam")], "2 jam}"),
        ("SOP109", [row(kegiatan="Kepala menyetujui")], "Kepala menyetujui, "),
        ("SOP110", [row()], "1., "),
        ("SOP110", [row(more="cara: [Satu kalimat.]")], "[Satu kalimat.]"),
        ("SOP111", [FIRST, SECOND, row(3)], "3., "),
    ],
)
def test_the_place_is_the_cell(code: str, rows: list[str], cell: str) -> None:
    text = with_steps(*rows)
    place = only(code, load(text, papers=PAPERS if code == "SOP111" else None)).place
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith(cell)
