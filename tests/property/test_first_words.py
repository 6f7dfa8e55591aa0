"""The first words of any page are those that the builder prints; the witness is what MkDocs makes of the page."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.views.first_words import _line, first_words
from published import published

PIECES = (
    *(
        "kata",
        "dua",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        ".",
        ", ",
        ":",
        "!",
        "?",
        "(",
        ")",
        "-",
        "+",
        "=",
        "7",
        "é",
        "“a”",
        "'",
        '"',
    ),
    *(
        "*",
        "**",
        "***",
        "`",
        "``",
        "[",
        "](",
        "](b.md)",
        "[a](b.md)",
        "![",
        "*a*",
        "**a**",
        "`a`",
        "`<b>`",
        "`a*b`",
        "_",
        "\\",
    ),
    *(
        "#",
        "> ",
        "- ",
        "1. ",
        "|",
        "\n---",
        "\n===",
        "&",
        "&amp;",
        "<",
        ">",
        "<b>",
        "@",
        "a@b.co",
        "://",
        "[TOC]",
        "[a]: b",
        "[a]",
    ),
)


def printed(body: str) -> str | None:
    made = published(f"# Judul\n\n{body}\n")
    if made is None:
        return None
    found = re.search("<p>(.*?)</p>", made, re.DOTALL)
    words = re.sub(r"<(?!/?(?:em|strong|code)>)[^>]*>", "", found[1]) if found else ""
    return " ".join(words.split())


@settings(max_examples=1500, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map(lambda pieces: "Kata " + "".join(pieces)))
def test_they_are_what_is_printed(body: str) -> None:
    words = printed(body)
    assert words is None or first_words(f"# Judul\n\n{body}\n") == words


def test_control_many_of_them_are_read_without_markdown() -> None:
    assert _line("Kata **dua** `<b>` [a](b.md)!") == "Kata <strong>dua</strong> <code>&lt;b&gt;</code> a!"
    assert _line("Kata *") is None
