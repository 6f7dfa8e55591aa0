"""Every line of a file in its place: code in fences of ours, footnotes in blocks of ours, and the too large as mere text."""

import pytest

from paraf.laporan.markdown import blocks
from paraf.views.own_words import LONGEST
from paraf.views.standing import DEEPEST, MOST_COLUMNS, MOST_LINKS, Layout, layout


def found(text: str, first: int = 1) -> Layout:
    return layout(blocks(text.split("\n"), 1), first)


def laid(text: str) -> str:
    """The lines as they are printed, when nothing is escaped."""
    standing = found(text)
    out = []
    for number, line in enumerate(text.split("\n"), start=1):
        here = standing.at(number)
        shown = line[here.lead :] if here.text is None else here.text
        out.append(f"{here.before}{shown}\n{here.after}")
    return "".join(out)


CODE = {
    "as usual": ("```python\nx\n```", "~~~ kode-kantor\nx\n~~~\n"),
    "never closed": ("```\nx", "~~~ kode-kantor\nx\n\n~~~\n"),
    "nothing in it": ("~~~", "~~~~ kode-kantor\n\n~~~~\n"),
    "empty lines at its end": ("```\nx\n\n", "~~~ kode-kantor\nx\n\n~~~\n\n\n"),
    "tildes in it": ("```\n~~~~\n```", "~~~~~ kode-kantor\n~~~~\n~~~~~\n"),
    "attributes of its own": ("``` {=typst}\n#panic()\n```", "~~~ kode-kantor\n{=typst}\n#panic()\n~~~\n"),
    "the language of ours": ("~~~ teks-kantor\nx\n~~~", "~~~~ kode-kantor\nx\n~~~~\n"),
}


@pytest.mark.parametrize(("text", "shown"), CODE.values(), ids=list(CODE))
def test_code_stands_between_fences_of_ours(text: str, shown: str) -> None:
    assert laid(text) == shown


LARGE = {
    "letters": "kata " * (LONGEST // 5 + 1),
    "lines": "\n".join(["kata"] * (LONGEST // 4 + 1)),
    "links": "[a](b) " * (MOST_LINKS + 1),
    "a row": f"| a |\n|---|\n| {'x' * LONGEST} |",
    "columns": "|a" * (MOST_COLUMNS + 1) + "|\n" + "|-" * (MOST_COLUMNS + 1) + "|",
    "quotations": ">" * (DEEPEST + 1) + " a",
    "items": "- " * (DEEPEST + 1) + "a",
    "numbers": "1. " * (DEEPEST + 1) + "a",
    "spaces": "a\n" + " " * (2 * DEEPEST + 2) + "- a",
    "tabs": "a\n" + "\t" * (DEEPEST // 2 + 1) + "- a",
    "in a footnote": "[^1]: " + "> " * (DEEPEST + 1) + "a",
    "a thousand": "> " * 1000 + "a",
}


@pytest.mark.parametrize("text", LARGE.values(), ids=list(LARGE))
def test_what_is_too_large_or_too_deep_is_mere_text(text: str) -> None:
    assert "~~~ teks-kantor\n" in laid(text)
    number = text.count("\n") + 1
    assert found(text).at(number).raw


ORDINARY = {
    "letters": "kata " * (LONGEST // 5),
    "links": "[a](b) " * MOST_LINKS,
    "a row": f"| a |\n|---|\n| {'x' * (LONGEST - 4)} |",
    "many rows": "| a |\n|---|\n" + f"| {'x' * 100} |\n" * 200,
    "columns": "|a" * MOST_COLUMNS + "|\n" + "|-" * MOST_COLUMNS + "|",
    "quotations": ">" * DEEPEST + " a",
    "items": "- " * DEEPEST + "a",
    "a line of dashes": "-" * 100 + " a",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=list(ORDINARY))
def test_what_is_ordinary_keeps_its_markup(text: str) -> None:
    assert "~~~" not in laid(text)


def test_a_table_knows_its_columns_and_is_set_apart_from_a_sentence() -> None:
    text = "Kalimat.\n| a | b |\n|---|---|\n| 1 | 2 |"
    assert [found(text).at(number).columns for number in (1, 2, 3, 4, 5)] == [0, 2, 2, 2, 0]
    assert laid(text) == "Kalimat.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert laid("Kalimat.\n\n| a |\n|---|") == "Kalimat.\n\n| a |\n|---|\n"


def test_footnotes_are_blocks_of_ours_with_the_lines_that_follow_them() -> None:
    text = '[^a]: Satu\nlanjut\n[^b"]: Dua\n\nLain'
    assert found(text, 5).notes == {"a": 5, 'b"': 6}
    first = '\n::: {.kaki n="1" label="a"}\nSatu\nlanjut\n'
    second = '\n:::\n::: {.kaki n="2" label="b%22"}\nDua\n\n:::\n'
    assert laid(text) == f"{first}{second}\nLain\n"


@pytest.mark.parametrize("text", ["Kalimat\n[^a]: bukan catatan", "- [^a]: butir", "[^a]:tanpa spasi", "> [^a]: x"])
def test_what_is_no_footnote_stays_a_sentence(text: str) -> None:
    assert found(text).notes == {}
    assert laid(text) == f"{text}\n"


def test_the_second_footnote_of_a_label_is_a_sentence() -> None:
    text = "[^a]: Satu\n\n[^a]: Dua"
    assert found(text).notes == {"a": 1}
    assert laid(text).endswith("\n[^a]: Dua\n")
