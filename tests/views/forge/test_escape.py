"""Nothing that somebody wrote is markup, a mention, a reference or an address in a comment."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraf.views.forge.escape import block, folded, plain, shortened


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Bab II, 98,5%", "Bab II, 98,5%"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("a & b", "a &amp; b"),
        ("**tebal** [x](y) `kode` | sel", "&#42;&#42;tebal&#42;&#42; &#91;x&#93;(y) &#96;kode&#96; &#124; sel"),
        ("oleh @kadin dan a@b.id", "oleh @&#8203;kadin dan a@&#8203;b.id"),
        ("lihat #12, bukan #dua", "lihat &#35;&#8203;12, bukan &#35;dua"),
        ("GH-12 dan gh-x", "GH-&#8203;12 dan gh-x"),
        ("https://jahat.id dan www.jahat.id", "https:&#8203;//jahat.id dan www&#8203;.jahat.id"),
        (":tada: pukul 09:30", "&#58;&#8203;tada: pukul 09:&#8203;30"),
        ("$x$", "&#36;x&#36;"),
        ("1. satu\n2. dua", "1&#46; satu 2. dua"),
        ("- butir", "&#45; butir"),
        ("kiri\u202ekanan", "kiri\ufffdkanan"),
        ("", ""),
    ],
)
def test_words_stay_words(said: str, shown: str) -> None:
    assert plain(said) == shown


@given(st.text(alphabet=st.sampled_from("ab @#1<>&|`*_[]()!:/.-~\\\n\t$GHgh;www\u200b"), max_size=80))
def test_nothing_in_a_text_is_read_by_a_forge(said: str) -> None:
    shown = plain(said)
    assert not re.search(r"[<>\n|`*_\[\]\\~$]", shown)
    assert not re.search(r"@(?!&#8203;)", shown)
    assert not re.search(r"(?:&#35;|(?i:gh-))[0-9]", shown)
    assert "://" not in shown
    assert not re.search(r"(?i)www\.", shown)


@pytest.mark.parametrize(
    ("line", "longest", "cut"),
    [
        ("satu dua tiga", 13, "satu dua tiga"),
        ("satu dua tiga", 12, "satu dua…"),
        ("satuduatiga", 6, "satud…"),
        ("a bcdefghijkl", 8, "a bcdef…"),
    ],
)
def test_a_line_is_cut_between_words(line: str, longest: int, cut: str) -> None:
    assert shortened(line, longest) == cut
    assert len(cut) <= longest


def test_a_text_that_is_cut_is_cut_before_it_is_escaped() -> None:
    assert plain("#1 #2 #3", 6) == "&#35;&#8203;1 &#35;&#8203;2…"


def test_a_block_cannot_be_closed_from_inside() -> None:
    assert block(["satu", "````", "dua"]) == ["`````text", "satu", "````", "dua", "`````"]
    assert block(["a\u202eb"]) == ["```text", "a\ufffdb", "```"]


def test_what_is_folded_has_its_title_and_an_empty_line_before_its_markup() -> None:
    assert folded("Judul", ["- satu"]) == ["<details>", "<summary>Judul</summary>", "", "- satu", "", "</details>"]
