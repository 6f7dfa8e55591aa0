"""The words of a line on the site: emphasis stays, links and pictures lead only where the site goes, all else is text."""

import html as entities
import re

import pytest
from markdown import Markdown

from paraf.views.terbit.inline import begun, inline, plain_words

KNOWN = {"20-b.md": "../20-b/", "grafik/a.svg": "../grafik/a.svg", "foto satu.png": "../foto satu.png"}


def text_of(html: str) -> str:
    """The words of HTML."""
    return entities.unescape(re.sub(r"<[^>]*>", "", html))


def made(text: str) -> str:
    """A line as the site's reader makes HTML of it."""
    return str(Markdown(extensions=["toc", "tables", "fenced_code"]).convert(inline(begun(text), KNOWN.get)))


def test_control_the_reader_makes_emphasis() -> None:
    assert made("**tebal** dan *miring*") == "<p><strong>tebal</strong> dan <em>miring</em></p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b> & c",
        "[kunci]: https://contoh.invalid",
        "[kunci][lain] [x]",
        "# bukan judul",
        "#tagar",
        "--- ",
        "===",
        "* * *",
        "2025. Tahun yang lalu",
        "> bukan kutipan",
        "a | b | c",
        "~~~ bukan kode",
        "satu ` tik",
        "\\` tik yang diapit \\`",
        "{: .kelas} {{ panggilan }}",
        "a \\ b \\q",
        "![gambar",
        "[buka](",
        "!",
    ],
)
def test_every_word_and_sign_is_shown_as_it_stands(text: str) -> None:
    html = made(text)
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= {"p"}
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    assert " ".join(text_of(html).split()) == " ".join(plain.split())


@pytest.mark.parametrize("letter", list("\\`*_[]<>|#~^&${}@!.-+()"))
def test_what_is_escaped_in_the_text_is_that_letter(letter: str) -> None:
    assert text_of(made(f"a \\{letter} b")) == f"a {letter} b"


def test_entities_that_a_reader_can_see_stay_and_others_are_told() -> None:
    assert text_of(made("3 &divide; 2 &#215; 1")) == "3 ÷ 2 × 1"
    assert "&amp;#8203;" in made("a&#8203;b")


def test_code_is_shown_as_it_is() -> None:
    html = made("tulis `<b> *x* _y_ | [z](20-b.md)` di sini")
    assert "<b>" not in html
    assert text_of(html) == "tulis <b> *x* _y_ | [z](20-b.md) di sini"
    assert "<code>" in html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[bab dua](20-b.md)", "../20-b/"),
        ("[bab dua](<20-b.md>)", "../20-b/"),
        ('[bab dua](20-b.md "judul")', "../20-b/"),
        ("[bab dua](https://contoh.invalid/a?b=1&c)", "https://contoh.invalid/a?b=1&c"),
        ("[surel](mailto:a@contoh.invalid)", "mailto:a@contoh.invalid"),
        ("<https://contoh.invalid/>", "https://contoh.invalid/"),
    ],
)
def test_links_lead_where_the_site_or_the_web_goes(text: str, address: str) -> None:
    html = made(text)
    found = re.search(r'href="([^"]*)"', html)
    assert found
    assert re.sub(r"&#(\d+);", lambda one: chr(int(one[1])), found[1]) == address
    assert ("noopener" in html) == (":" in address)


@pytest.mark.parametrize(
    "text",
    [
        "[data](data/kinerja.yml)",
        "[ini](javascript:alert)",
        "[luar](//contoh.invalid)",
        "![foto](https://contoh.invalid/a.png)",
    ],
)
def test_what_leads_elsewhere_leaves_its_words_only(text: str) -> None:
    html = made(text)
    assert "href" not in html
    assert "<img" not in html
    assert text_of(html).startswith(text.lstrip("!")[1:3])


def test_pictures_of_the_report_are_shown_with_their_words() -> None:
    html = made('![Grafik \\[a\\] "b" *c*](grafik/a.svg)')
    assert html.count("<img") == 1
    assert 'src="../grafik/a.svg"' in html.replace("&#46;", ".")
    assert "Grafik [a] &quot;b&quot; c" in html.replace("&#91;", "[").replace("&#93;", "]").replace("&#34;", "&quot;")
    assert "foto satu" in made("![foto](foto%20satu.png)")


def test_a_number_at_the_beginning_keeps_its_point() -> None:
    assert begun("1.234 orang") == "1.234 orang"
    assert begun("1. orang") == "1&#46; orang"


def test_the_words_of_a_heading_without_its_marks() -> None:
    assert plain_words("Isi *miring* dan `kode` \\* a &amp; b snake_case") == "Isi miring dan kode * a & b snake_case"
