"""The writer's words reach pandoc as words: what would run, hide, or be taken for a mark of ours is escaped, and no more."""

import time

import pytest

from paraf.views.own_words import attribute, columns, own, row

NOTES = {"1": 7, "sumber": 8}

ESCAPED = {
    "a span of ours": ('[x]{.angka label="y"}', r'[x]\{.angka label="y"}'),
    "a block of ours": ("::: {.ubah}", r"\::: {.ubah}"),
    "a long fence of a block": ("::::: x", r"\:\:\::: x"),
    "raw HTML": ("<b onclick=x>a</b>", r"\<b onclick=x>a\</b>"),
    "a comment": ("<!-- x -->", r"\<!-- x -->"),
    "a definition": ("[x]: https://a.id", r"[x]\: https://a.id"),
    "a note that is not there": ("a[^9]", r"a\[^9\]"),
    "an invisible entity": ("a&#8238;b&zwnj;c", r"a\&#8238;b\&zwnj;c"),
    "an unknown entity": ("&sesuatu;", r"\&sesuatu;"),
    "an entity of two characters": ("&NotEqualTilde;", r"\&NotEqualTilde;"),
    "a single ampersand": ("R&D", r"R\&D"),
    "a border outside a table": ("a | b", r"a \| b"),
    "ticks without their like": ("a `` b", r"a \`\` b"),
    "a fence of ticks": ("``` {=typst}", r"\`\`\` {=typst}"),
    "a fence of tildes": ("~~~", r"\~~~"),
    "a fence below an item": ("> - 1. ~~~~ x", r"> - 1. \~~~~ x"),
    "an underline of a heading": ("===", r"\==="),
    "another, in a quotation": (">  ---  ", r">  \---  "),
    "code beside ticks of its own": (r"\`a` <b>", r"\`a\` \<b>"),
    "a strange address": ("<file:///etc/passwd>", r"\<file:///etc/passwd>"),
}


@pytest.mark.parametrize(("text", "shown"), ESCAPED.values(), ids=list(ESCAPED))
def test_escaped(text: str, shown: str) -> None:
    assert own(text, {}) == shown


KEPT = (
    "Kata *miring*, **tebal**, ~~hapus~~ dan [tautan](https://a.id/x?y=1).",
    "- butir: satu",
    "Alamat <https://a.id> dan <mailto:a@b.id>.",
    "Kode `[x]{.y} <b> & | :::` di tengah.",
    "[a](<b c.md>) dan ![Foto](<foto 'a' \"1\".png>)",
    "Tanda &copy; dan&nbsp;spasi, 5 = 5, a -- b.",
    r"Sudah \<aman\> \& \] \| di sini",
    "a ~~~ b",
    "= a",
    '#read("/etc/passwd") #import "x" $x$ @label #panic()',
)


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    """The last of them are commands for Typst only, which ``naskah/saring.lua`` puts into quotes."""
    assert own(text, NOTES) == text


def test_a_note_that_is_there_is_a_reference_by_its_number() -> None:
    assert own("a[^1] b[^sumber]", NOTES) == r'a[\^1]{.rujuk n="7"} b[\^sumber]{.rujuk n="8"}'


def test_borders_of_a_table_stay_and_its_cells_are_words() -> None:
    assert own(r"| <b> | a\|b | `x | y` |", {}, table=True) == r"| \<b> | a\|b | \`x | y\` |"
    assert own("|---|", {}, table=True) == "|---|"


@pytest.mark.parametrize("table", [False, True])
@pytest.mark.parametrize(
    ("text", "shown"), [("a\\", "a\\\\"), ("a\\\\", "a\\\\"), ("a\\\\\\", "a\\\\\\\\"), ("a", "a")]
)
def test_a_backslash_before_a_figure_does_not_escape_its_mark(text: str, shown: str, table: bool) -> None:
    assert own(text, {}, table=table, more=True) == shown
    assert own(text, {}, table=table) == text


def test_what_could_end_an_attribute_is_hidden_in_it() -> None:
    assert attribute('a "b" ]} \\\n 5% &amp; {`<|>`[') == "a %22b%22 %5D%7D %5C 5%25 %26amp; %7B%60%3C%7C%3E%60%5B"


@pytest.mark.parametrize(
    ("line", "wide", "shown"),
    [
        ("| a | b |", 2, "| a | b |"),
        ("| a |", 2, "| a |"),
        ("| a | b | c | d |", 2, r"| a | b \| c \| d |"),
        ("a | b", 1, r"| a \| b |"),
        (r"| a \| b |", 1, r"| a \| b |"),
    ],
)
def test_cells_beyond_the_last_column_are_in_it(line: str, wide: int, shown: str) -> None:
    assert row(line, wide) == shown


@pytest.mark.parametrize(("line", "number"), [("|a|b|", 2), ("a|b", 2), (r"|a\|b|", 1), ("|", 1), (r"|a\|", 1)])
def test_columns(line: str, number: int) -> None:
    assert columns(line) == number


@pytest.mark.parametrize(
    "piece", ["-", "=", " ", "> ", "1. ", "`", "``` ` ", "[^", "]{", ":", "&#", "<", "|", "\\", "~"]
)
def test_a_line_of_very_many_letters_is_read_once(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "x"
    start = time.process_time()
    own(text, NOTES)
    own(text, NOTES, table=True)
    assert time.process_time() - start < 5
