"""Letters and figures of HTML and of Markdown, read by two small readers."""

import pytest

from paraf.terbit.wording import letters, made_of, words_of_html, words_of_markdown


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
    assert words_of_html(f'<p>lain</p><div class="naskah">{html}</div><p>kaki</p>') == words_of_markdown(markdown)


@pytest.mark.parametrize(("one", "other"), [("1,5", "15"), ("1.500", "1,500"), ("5%", "5"), ("tidak", "Tidak")])
def test_what_changes_a_meaning_is_kept(one: str, other: str) -> None:
    assert letters(one) != letters(other)


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
