"""The words of a publication: what went where, what did not and why, what to do with a ZIP; nothing in them is markup."""

import pytest

from paraf.sop.forms.office import Publishing
from paraf.views.delivery import INSIDE, LINES_SHOWN, README, digests, goes_to, published, readme, stopped

PAGES, ZIP = Publishing("pages"), Publishing("zip")
DIGEST = "ab" * 32
REFUSED = "LAKIP 2026 tidak diterbitkan. lakip/2026/10-pendahuluan.md: isinya lain daripada yang disetujui <b>`x`"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Publishing(), "tidak ke mana pun"),
        (PAGES, "GitHub Pages"),
        (Publishing("repositori", "kantor/situs", "terbit"), "repositori kantor/situs, cabang terbit"),
        (ZIP, "berkas ZIP untuk server kantor"),
    ],
)
def test_every_target_has_words(target: Publishing, said: str) -> None:
    assert goes_to(target) == said


def test_what_is_whole_says_so_and_is_short() -> None:
    text = published(PAGES, ["Halaman disiapkan"], 0, DIGEST, recorded=True)
    assert text.startswith("## Diterbitkan\n\nSemua lulus pembuktian, dan diantar ke GitHub Pages.\n")
    assert "Halaman disiapkan" not in text
    assert DIGEST in text
    assert "Asalnya dicatat" in text
    assert "Artifacts" not in text


def test_a_year_that_was_refused_is_named_and_nothing_in_its_sentence_is_markup() -> None:
    text = published(ZIP, ["Membangun situs …", "/x/site", REFUSED], 1, DIGEST, recorded=False)
    assert text.startswith("## Diterbitkan tanpa sebagian\n")
    [line] = [line for line in text.splitlines() if line.startswith("- ")]
    assert line.startswith("- LAKIP 2026 tidak diterbitkan. lakip/2026/10-pendahuluan.md: isinya lain")
    assert not {"<", "`"} & set(line)
    assert "Membangun" not in text
    assert "/x/site" not in text
    assert "sengaja berakhir merah" in text
    assert "Asalnya tidak dicatat" in text
    assert README in text


def test_without_a_site_nothing_changes() -> None:
    text = published(PAGES, ["a b"] * (LINES_SHOWN + 5), 2, None, recorded=True)
    assert text.startswith("## Tidak diterbitkan\n\nSitus tidak jadi dibangun")
    assert "- dan 5 baris lagi" in text
    assert "Sidik" not in text
    assert published(PAGES, [], 3, None, recorded=True).count("\n\n") == 1
    assert stopped("Sebab.") == "## Tidak diterbitkan\n\nSebab.\n"


def test_the_zip_says_what_to_do() -> None:
    text = readme("Dinas Contoh", "1" * 40, "2 Juni 2026")
    assert text.startswith("Situs LAKIP Dinas Contoh\r\nKeadaan per 2 Juni 2026, dibangun dari 1111")
    assert text.count("\n") == text.count("\r\n")
    assert INSIDE in text
    assert digests({"b": "2", "a": "1"}) == "1  situs/a\n2  situs/b\n"
