"""Markdown to blocks: every kind with its lines, and lines of a million characters read once."""

import pytest

from paraf.laporan.markdown import Block, Kind, blocks, cells


def kinds(text: str) -> list[tuple[Kind, int, int]]:
    """Kind, first line and number of lines of every block."""
    return [(block.kind, block.line, len(block.lines)) for block in blocks(text.split("\n"), 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Satu.\nDua.\n\nTiga.", [("paragraf", 1, 2), ("paragraf", 4, 1)]),
        ("## Judul\nSatu.", [("judul", 1, 1), ("paragraf", 2, 1)]),
        ("Satu.\n## Judul", [("paragraf", 1, 1), ("judul", 2, 1)]),
        ("####### tujuh", [("paragraf", 1, 1)]),
        ("- satu\n  lanjutan\n- dua\n1. tiga", [("butir", 1, 2), ("butir", 3, 1), ("butir", 4, 1)]),
        ("> kutipan\nmasih\n\nSatu.", [("kutipan", 1, 2), ("paragraf", 4, 1)]),
        ("> [tahun lalu] Satu.\n> [panduan] Dua.\nTiga.", [("catatan", 1, 2), ("paragraf", 3, 1)]),
        ("Satu.\n> [tahun lalu] Dua.", [("paragraf", 1, 1), ("catatan", 2, 1)]),
        ("> Satu.\n> [panduan] Dua.", [("kutipan", 1, 1), ("catatan", 2, 1)]),
        ("---", [("garis", 1, 1)]),
        ("* * *", [("garis", 1, 1)]),
        ("![Foto](foto.png)\nKeterangan.", [("gambar", 1, 1), ("paragraf", 2, 1)]),
        ("```\n| a | b |\n|--|--|\n```\nSatu.", [("kode", 1, 4), ("paragraf", 5, 1)]),
        ("~~~\ntak tertutup", [("kode", 1, 2)]),
        ("```\n``` masih kode\n`````\nSatu.", [("kode", 1, 3), ("paragraf", 4, 1)]),
        ("~~~\n~~\n~~~~x\n~~~", [("kode", 1, 4)]),
        ("```kode``` di awal\nkalimat", [("paragraf", 1, 2)]),
        ("~~~ `x`\nkode\n~~~", [("kode", 1, 3)]),
        ("| a | b |\n|--|:-:|\n| 1 | 2 |\n\nSatu.", [("tabel", 1, 3), ("paragraf", 5, 1)]),
        ("Satu.\n| a | b |\n| - | - |\n| 1 | 2 |", [("paragraf", 1, 1), ("tabel", 2, 3)]),
        ("a | b\n- | x", [("paragraf", 1, 1), ("butir", 2, 1)]),
        ("a | b\n--- | x", [("paragraf", 1, 2)]),
        ("a | b", [("paragraf", 1, 1)]),
        ("a | b\n", [("paragraf", 1, 1)]),
    ],
)
def test_lines_become_blocks(text: str, expected: list[tuple[Kind, int, int]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [("# Satu", 1, "Satu"), ("### Dua ###", 3, "Dua"), ("#  Tiga  ", 1, "Tiga"), ("## C sharp #", 2, "C sharp")],
)
def test_a_heading_has_a_level_and_a_text_without_marks(line: str, level: int, text: str) -> None:
    (block,) = blocks([line], 7)
    assert (block.level, block.text, block.line) == (level, text, 7)


def test_the_text_of_anything_else_is_as_written() -> None:
    assert Block("paragraf", 1, ("Satu #", "dua.")).text == "Satu #\ndua."


def test_rows_are_numbered_and_leave_the_divider_out() -> None:
    (table,) = blocks(["| a | b |", "|--|--|", "| 1 | 2 |"], 10)
    assert list(table.rows()) == [(10, ["a", "b"]), (12, ["1", "2"])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a \\| b | c |", ["a | b", "c"]),
        ("| a | b \\|", ["a", "b |"]),
        ("| | b |", ["", "b"]),
    ],
)
def test_cells(line: str, expected: list[str]) -> None:
    assert cells(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "# a" + " " * 300_000 + "x",
        "# " + "# " * 150_000 + "x",
        "- " * 150_000 + "x",
        " " * 300_000 + "x",
        "![](" * 75_000,
    ],
)
def test_a_very_long_line_is_read_once(line: str) -> None:
    assert [len(block.text) > 1 for block in blocks([line], 1)] == [True]


def test_a_very_long_divider_is_read_once() -> None:
    assert kinds("a|b\n" + "|-" * 150_000 + "x") == [("paragraf", 1, 2)]
