"""Letters and figures of HTML and of Markdown, read by two small readers."""

import pytest
from markdown import Markdown

from paraf.terbit.wording import letters, made_of, unlike, words_of_html, words_of_markdown
from paraf.views.terbit.own_markdown import CLOSE, OPEN, Headings, box, site_markdown


def told(html: str, markdown: str) -> tuple[int, str] | None:
    """Where the approved part of a page is not the approved text."""
    shown = words_of_html(f'<p>lain</p><div class="naskah">{html}</div><p>kaki</p>')
    assert shown is not None
    return unlike(shown, words_of_markdown(markdown))


def page(markdown: str) -> str:
    """What the site makes of a chapter."""
    source = "\n\n".join([box("naskah"), site_markdown(markdown.split("\n"), lambda _: None, Headings()), CLOSE])
    html = str(Markdown(extensions=["toc", "tables", "fenced_code"]).convert(source))
    return html.replace(OPEN, "").replace(CLOSE, "</div>")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Satu **dua** _tiga_ `empat`", "<p>Satu <strong>dua</strong> <em>tiga</em> <code>empat</code></p>"),
        ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("> 3. tiga", "<blockquote><ol><li>tiga</li></ol></blockquote>"),
        ("## 2.1 Judul", "<h2>2.1 Judul</h2>"),
        ('[a](b.md) [c](<d e.md> "f")', '<p><a href="b/">a</a> <a href="x" title="f">c</a></p>'),
        (
            "| a | b |\n| :-: | --- |\n| 1 | 2 |",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
        ),
        ("~~~\nkode = 1\n~~~", "<pre><code>kode = 1\n</code></pre>"),
        ("A &amp; B \\* C", "<p>A &amp; B * C</p>"),
        ("![Grafik: naik](g(1).svg)", '<img alt="Grafik: naik" src="g(1).svg">'),
        ("\u0065\u0301", "<p>é</p>"),
    ],
)
def test_both_readers_find_the_same(markdown: str, html: str) -> None:
    assert told(html, markdown) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("1,5", "15"), ("1.500", "1,500"), ("5%", "5"), ("tidak", "Tidak")),
        *(("-2,5", "2,5"), ("\u22122,5", "2,5"), ("< 90", "> 90"), ("\u2265 90", "\u2264 90"), ("(5.000)", "5.000")),
        *(("2021-2026", "20212026"), ("5/10", "510"), ("3:1", "31"), ("$5", "5"), ("\u00b15", "5")),
    ],
)
def test_what_changes_a_meaning_is_kept(one: str, other: str) -> None:
    assert letters(one) != letters(other)
    assert told(f"<p>Nilai {one.replace('<', '&lt;')} saja</p>", f"Nilai {other} saja") is not None
    assert told(f"<p>Nilai {one.replace('<', '&lt;')} saja</p>", f"Nilai **{one}** saja") is None


@pytest.mark.parametrize(
    "markdown",
    [
        "Hal ini sampai dengan tahun\n2026. Sesudah itu disusun yang baru.",
        "> 2025. Kutipan",
        "```\n1. satu\n# 2\n- -5\n&amp; [a](b)\n```",
        "```5``` satu",
        "1. 1.500 orang\n2. 1. satu",
        "- 1. satu",
        "> - 3. tiga\n> > 1. satu",
        "a&nbsp;b &shy;c &lt; 5 \\&lt;6 `&amp;` &minus;5",
        "[a](<x y> 't') [b [5] c](x) \\[5](x)\n[d](x\n) 5",
        "Nilai \u2265\n90, rentang 2021-\n2026. Selesai",
        "| - | \u2265 | 5 |\n|---|---|---|\n|-|5|-5|",
        "<https://contoh.invalid/2025> 5 <mailto:a@contoh.invalid>",
        "1. \n\n+ \n   |",
        "[](x) 1. satu",
        "![](x)     + satu",
        "- a\n> 5",
    ],
)
def test_a_correct_chapter_is_not_held_for_another(markdown: str) -> None:
    """Where it was, nothing of the site would be put up, and nobody could repair an approved text."""
    assert told(page(markdown), markdown) is None
    assert told(page(markdown + "\n\nSisipan"), markdown) is not None


def test_the_place_is_told_with_what_ought_to_stand_there() -> None:
    assert unlike("satudua", words_of_markdown("satu tiga")) == (0, "satutiga")
    assert unlike("satudua", words_of_markdown("satu")) == (4, "")


def test_a_box_is_found_as_the_theme_leaves_it() -> None:
    assert words_of_html(page("satu")) == "satu"


def test_a_page_without_the_box_has_no_such_part() -> None:
    assert words_of_html("<div>a</div>") is None
    assert words_of_html('<div class="naskah"><div>a</div>') is None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", True),
        ("satu", True),
        ("satuduatigaempatlimaenam", True),
        ("satuduatigatujuhdelapansembilan", True),
        ("tujuhdelapansatuduatiga", True),
        ("satuduatigakenaritujuhdelapan", False),
        ("kenari", False),
        ("satuduatigaempatlimaenamx", False),
    ],
)
def test_what_is_listed_is_made_of_pieces_of_the_page(text: str, made: bool) -> None:
    assert made_of(text, "satuduatigaempatlimaenamtujuhdelapansembilan") is made
