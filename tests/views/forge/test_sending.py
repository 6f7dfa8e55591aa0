"""What is told of a branch that was sent: a form that is filled in, and nothing in it that a name could change."""

from urllib.parse import parse_qs, urlsplit

import pytest

from paraf.views.forge.sending import SHOWN, sent_summary, title_of


@pytest.mark.parametrize(
    ("paths", "title"),
    [
        (["lakip/2026/buku/001-nota-dinas.jsonl"], "Catatan buku kendali 2026"),
        (["lakip/2026/buku/001-nota-dinas.jsonl", "lakip/2026/nota-dinas.md"], "Tahun laporan 2026"),
        (["lakip/2027/laporan.yml", "lakip/2028/laporan.yml"], "Tahun laporan 2027 dan 2028"),
        (["lakip/x"], "Tahun laporan"),
    ],
)
def test_the_title_says_what_it_is(paths: list[str], title: str) -> None:
    assert title_of(paths) == title


def test_the_address_opens_a_filled_form() -> None:
    told = sent_summary("https://github.com/o/r", "buka-tahun/2027-1", "Tahun laporan 2027", ["lakip/2027/a.md"])
    parts = urlsplit(told.address)
    assert parts.path == "/o/r/compare/main...buka-tahun/2027-1"
    assert parse_qs(parts.query)["title"] == ["Tahun laporan 2027"]
    assert parse_qs(parts.query)["quick_pull"] == ["1"]
    assert f"]({told.address})" in told.text
    assert not set(" ()<>\n") & set(told.address)
    assert "\n- lakip/2027/a.md\n" in told.text


def test_names_are_words_and_a_long_list_is_cut() -> None:
    told = sent_summary(
        "https://x", "a/b", "T", ["lakip/2027/[x](y)<b>.md", *(f"lakip/2027/{n}.md" for n in range(SHOWN))]
    )
    assert "lakip/2027/&#91;x&#93;(y)&lt;b&gt;.md" in told.text
    assert told.text.count("\n- ") == SHOWN + 1
    assert told.text.endswith("\n- dan 1 lagi\n")
