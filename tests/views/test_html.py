"""Escaping: no text from data becomes markup, in HTML or in Markdown."""

import html

import markdown
import pytest

from paraf.views.html import Html, el, joined, link, md, scroll, stacked, table, text

NASTY = '<script>alert("x")</script> *a* _b_ [c](d) `e` {f} | ~ ^ & \\'


def test_plain_text_is_escaped_and_html_is_not() -> None:
    assert text("<b>") == "&lt;b&gt;"
    assert text(Html("<b>")) == "<b>"


def test_an_element_escapes_children_and_attributes() -> None:
    made = el("a", "x < y", None, el("b", "z"), href='"><script>', class_="k", aria_label="l", title=None)
    assert made == '<a href="&quot;&gt;&lt;script&gt;" class="k" aria-label="l">x &lt; y<b>z</b></a>'


def test_a_table_has_heads_rows_and_a_class() -> None:
    row = el("tr", el("td", "1"))
    assert table(("A",), [row]) == (
        '<table class="tabel"><thead><tr><th scope="col">A</th> </tr></thead><tbody><tr><td>1</td> </tr></tbody></table>'
    )


def test_a_wide_part_scrolls_in_its_own_box() -> None:
    assert scroll(Html("x"), "Nama").startswith('<div class="gulir" tabindex="0" role="region" aria-label="Nama">')
    assert joined([Html("a"), Html("b")], "-") == "a-b"


@pytest.mark.parametrize(
    "value", [NASTY, "1. satu", "12. dua belas", "- butir", "+ butir", "# judul", "=== x", ": x", "> y"]
)
@pytest.mark.parametrize("before", ["", "- ", "# "])
def test_markdown_text_comes_out_as_it_went_in(value: str, before: str) -> None:
    rendered = markdown.markdown(before + md(value), extensions=["attr_list", "tables", "toc"])
    inside = rendered.split(">", 1)[1] if before != "- " else rendered.split("<li>")[1]
    expected = text(value).replace("&quot;", '"').replace("&#x27;", "'")
    assert unescaped(inside).startswith(unescaped(expected))


def unescaped(value: str) -> str:
    return html.unescape(value.replace("&lt;", "\0lt;")).replace("\0lt;", "&lt;")


def test_a_link_escapes_its_label() -> None:
    assert link("[x]", "a.md") == "[&#91;x&#93;](a.md)"


def test_a_stacked_table_names_every_cell_and_leaves_empty_ones_out_of_the_card() -> None:
    made = stacked(("Langkah", "Hal", "Alasan"), [("C1", "x < y", None)])
    assert made.startswith('<table class="tabel susun">')
    assert '<th scope="row">C1</th> <td data-kepala="Hal"><div>x &lt; y</div></td> <td class="kosong">–</td>' in made
