"""The words of a page's first paragraph: plain ones read here, everything else as Python-Markdown reads it."""

import sys

import pytest
from mkdocs.config.config_options import MarkdownExtensions
from mkdocs.config.defaults import MkDocsConfig

from helpers import ROOT
from paraf.views.first_words import first_words

LONG = "## B\n\nSatu **dua** `tiga`\n*empat* [lima](x.md) ![enam](x.png)<https://x.invalid>.\n\nTujuh"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LONG, "Satu <strong>dua</strong> <code>tiga</code> <em>empat</em> lima https://x.invalid."),
        ("- a\n- b", ""),
        ("", ""),
        ("\n\n  Satu", "Satu"),
        ("Satu **dua** `<b> & *c*`\n*empat* [lima](x.md#y), (enam): 7/8!\n\nTujuh", None),
    ],
)
def test_the_first_words_are_the_first_paragraph_without_links(text: str, words: str | None) -> None:
    expected = "Satu <strong>dua</strong> <code>&lt;b&gt; &amp; *c*</code> <em>empat</em> lima, (enam): 7/8!"
    assert first_words(f"# Judul\n\n{text}") == (expected if words is None else words)


PLAIN = ("Kalimat *pertama* dan **kedua**.\nBaris [ini](b.md) `kode`.\n\n- lain\n", "Satu", "", "\n\n")
OTHER = (
    "Satu *dua",
    "Judul\n===",
    "a | b\n-|-\n1 | 2",
    "1. satu",
    "a\n- b",
    "a_b_c",
    "a \\*b\\*",
    "![a](b.png)",
    "a **b***c*",
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_need_no_reader_of_markdown(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown", None)
    first_words(f"# Judul\n\n{text}")


@pytest.mark.parametrize("text", OTHER)
def test_control_other_words_do(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown", None)
    with pytest.raises(ImportError):
        first_words(f"# Judul\n\n{text}")


def test_what_markdown_stumbles_over_has_no_words() -> None:
    assert first_words("# A\n" + "- " * 3000 + "x") == ""


def test_pages_are_read_with_what_the_site_is_built_with() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own = settings.split("markdown_extensions:\n")[1].split("\n\n")[0]
    assert own == "  - toc: {permalink: false}"
    extensions = MkDocsConfig.markdown_extensions
    assert isinstance(extensions, MarkdownExtensions)
    assert extensions.builtins == ["toc", "tables", "fenced_code"]
