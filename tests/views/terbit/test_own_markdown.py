"""A chapter on the site has the words of the approved text, each once and in order, and nothing but Markdown makes its HTML."""

import html as entities
import re

import pytest
from markdown import Markdown

from paraf.laporan.markdown import blocks, cells
from paraf.views.terbit.own_markdown import CLOSE, OPEN, Headings, box, site_markdown
from views.terbit.editions import first

WORD = re.compile(r"\w+")


def made(text: str, headings: Headings | None = None) -> str:
    """The HTML of a body, its boxes joined as the theme does it."""
    source = site_markdown(text.split("\n"), lambda _: None, headings or Headings())
    html = str(Markdown(extensions=["toc", "tables", "fenced_code"]).convert(source))
    return html.replace(OPEN, "").replace(CLOSE, "</div>")


def words(html: str) -> list[str]:
    """The words that a reader of the HTML sees."""
    return WORD.findall(entities.unescape(re.sub(r"<[^>]*>", " ", html)))


def approved(text: str) -> list[str]:
    """The words of approved Markdown: without numbers of lists, words behind fences, addresses of pictures and links."""
    found: list[str] = []
    for block in blocks(text.split("\n"), 1):
        lines = block.lines
        if block.kind == "tabel":
            lines = tuple(" ".join(cells(line)) for at, line in enumerate(lines) if at != 1)
        elif block.kind == "kode":
            lines = lines[1:]
        elif block.kind == "butir":
            lines = (re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", lines[0]), *lines[1:])
        plain = "\n".join(lines)
        plain = re.sub(r"(!?\[[^\]\n]*\])\([^)\n]*\)", r"\1", plain)
        found += WORD.findall(entities.unescape(re.sub(r"(?<!\w)_|_(?!\w)", " ", plain)))
    return found


HOSTILE = """\
Satu alinea
dengan # pagar | dan pipa.
## Judul <b>tebal</b>
- butir satu
  lanjutannya
    - anak butir
      - cucu
- butir dua
1) nomor satu
2) nomor dua
> kutipan
lanjutan kutipan
>> lebih dalam

| Kepala | Dua |
|---|--:|
| a | b | c | d |
| hanya satu |
Kalimat sesudah tabel.

```yaml
kunci: nilai
~~~~ di dalam
```
---
> [tahun lalu] catatan lama
    menjorok empat

<script>jahat()</script>
[kunci]: https://contoh.invalid
"""


def test_every_word_is_there_once_and_in_order() -> None:
    assert words(made(HOSTILE)) == approved(HOSTILE)


@pytest.mark.parametrize("number", range(len(first().expansion.chapters)))
def test_the_chapters_of_the_sample_have_the_words_that_were_approved(number: int) -> None:
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", first().expansion.chapters[number].markdown)
    assert len(approved(text)) > 50
    assert words(made(text)) == approved(text.replace("\\", ""))


def test_control_a_word_that_is_lost_would_be_noticed() -> None:
    assert words(made(HOSTILE.replace("cucu", ""))) != approved(HOSTILE)


def test_only_markdown_makes_elements() -> None:
    html = made(HOSTILE)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    known = {"p", "div", "h2", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
    assert tags <= known | {"pre", "code", "hr", "br"}


def test_headings_have_places_and_are_told_in_order() -> None:
    headings = Headings()
    html = made("## Satu\n\ntext\n\n### Dua\n\n## Satu", headings)
    assert headings.found == [(2, "Satu", "bagian-1"), (3, "Dua", "bagian-2"), (2, "Satu", "bagian-3")]
    assert all(f'id="{name}"' in html for _, _, name in headings.found)


def test_the_first_level_below_the_page_is_the_second() -> None:
    assert re.findall(r"<(h\d)", made("### Satu\n\n#### Dua\n\n### Tiga")) == ["h2", "h3", "h2"]
    assert re.findall(r"<(h\d)", made("# Satu\n\n## Dua")) == ["h2", "h2"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("**Tabel 3.** Judul\n\n| a |\n|---|\n| b |", "Tabel 3"),
        ("**Gambar 1.** Judul\n\n| a |\n|---|\n| b |", "Angka pada Gambar 1"),
        ("| a |\n|---|\n| b |\n\n| a |\n|---|\n| b |", "Tabel ke-2 di halaman ini"),
        ("Kalimat.\n\n| a |\n|:-:|\n| b |", "Tabel ke-1 di halaman ini"),
    ],
)
def test_a_table_scrolls_in_a_box_that_has_a_name(text: str, label: str) -> None:
    html = made(text)
    assert f'aria-label="{label}"' in html
    assert 'tabindex="0"' in html
    assert "<table>" in html


def test_lists_go_as_deep_as_the_reader_can_follow() -> None:
    deep = "\n".join(f"{'  ' * depth}- butir {depth}" for depth in range(40))
    assert words(made(deep)) == approved(deep)
    quotes = "\n\n".join(f"{'>' * depth} kutipan {depth}" for depth in range(1, 60))
    assert words(made(quotes)) == approved(quotes)


def test_a_list_that_steps_back_stands_where_it_stood() -> None:
    assert site_markdown(["- a", "  - b", "- c", "* d"], lambda _: None, Headings()) == "- a\n    - b\n- c\n- d"


def test_breaks_at_the_end_of_a_line() -> None:
    assert made("satu  \ndua\\\ntiga \\\\").count("<br") == 2


@pytest.mark.parametrize("text", ["```\ntanpa penutup", "~~~~\n~~~ di dalam\n~~~~", "```\n\n```", "```"])
def test_code_is_shown_whole(text: str) -> None:
    assert "<pre>" in made(text)
    assert words(made(text)) == approved(text)


def test_a_box_says_nothing_that_could_end_it() -> None:
    assert box("gulir", aria_label='"><script>') == f'<div class="gulir" aria-label="&#34;&#62;&#60;script&#62;">{OPEN}'
