"""Panels as Markdown: an escaped caption, a pipe table whose cells hold anything, a picture with its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.changed import chart, context_of
from paraf.laporan.calls.base import Table
from paraf.laporan.calls.cells import left
from paraf.laporan.markdown import cells
from paraf.laporan.panels import panel_markdown, plain, table_markdown

# A busy machine is no fault of the code, and the same cases are tried everywhere.
settled = settings(max_examples=200, deadline=None, derandomize=True, database=None)

TABLE = Table(
    title="Judul *tebal*",
    label="x",
    heads=("Nama", "Nilai", "Tengah"),
    align=("kiri", "kanan", "tengah"),
    rows=(("a | b", "1", ""), ("", "Jumlah", "2")),
    total=True,
    notes=("Catatan [1].", "Lagi."),
)


def test_a_table_has_its_caption_its_sum_in_bold_and_its_notes_below() -> None:
    assert panel_markdown(TABLE, "Tabel 3") == (
        "**Tabel 3.** Judul \\*tebal\\*\n\n"
        "| Nama | Nilai | Tengah |\n|:--|--:|:-:|\n| a \\| b | 1 |  |\n|  | **Jumlah** | **2** |\n\n"
        "Catatan \\[1\\].\n\nLagi."
    )


def test_without_a_sum_nothing_is_bold() -> None:
    plain_table = Table(title="t", label="x", heads=("a",), align=("kiri",), rows=(("1",), ("2",)))
    assert table_markdown(plain_table) == "| a |\n|:--|\n| 1 |\n| 2 |"


def test_a_chart_is_a_picture_its_caption_and_its_table() -> None:
    made = chart(context_of(), "grafik_serapan()")
    picture, caption, table = panel_markdown(made, "Gambar 1").split("\n\n")
    assert picture == f"![{made.pictures[0].words}](grafik/serapan.svg)"
    assert caption == "**Gambar 1.** Pagu dan realisasi setiap program tahun 2025"
    assert table == table_markdown(made.table)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1.234,50 (12%) – Rp5", "1.234,50 (12%) – Rp5"),
        ("a\n b\tc", "a b c"),
        ("\\`*_[]<>|#~^&${}@", "\\\\\\`\\*\\_\\[\\]\\<\\>\\|\\#\\~\\^\\&\\$\\{\\}\\@"),
    ],
)
def test_plain_text_is_no_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


@settled
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_a_row_of_anything_is_one_line_with_as_many_cells(row: list[str]) -> None:
    table = Table(title="t", label="x", heads=("h",) * len(row), align=left(len(row)), rows=(tuple(row),))
    lines = table_markdown(table).split("\n")
    assert len(lines) == 3
    assert len(cells(lines[2])) == len(row)
