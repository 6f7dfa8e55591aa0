"""A letter against what ``bukti.yml`` asks: each lack at its line, nothing about one that is whole."""

import pytest

from paraf.laporan.letters import letter_lacks
from paraf.sop.forms.evidence import Letter

HEAD = Letter(berkas="surat.md", kepala=("Kepada", "Hal"), tanpa=("Nomor",))
WHOLE = "# Nota\n\n| | |\n|:--|:--|\n| Kepada | Kepala Bidang |\n| **Hal** | Laporan |\n\nIsi surat.\n"


def said(letter: Letter, text: str) -> list[tuple[int, str]]:
    return [(lack.line, lack.message) for lack in letter_lacks(letter, text)]


def test_a_whole_letter_lacks_nothing() -> None:
    assert said(HEAD, WHOLE) == []
    assert said(Letter(berkas="surat.md"), "") == []


def test_each_lack_is_told_at_its_line() -> None:
    text = WHOLE.replace("| **Hal** | Laporan |", "| Hal | |\n| Nomor : | 12/2026 |").replace("| Kepada ", "| Dari ")
    assert said(HEAD, text) == [
        (1, "Baris Kepada belum ada."),
        (6, "Baris Hal masih kosong."),
        (7, "Nomor sudah ditulis di surat, padahal baru ada sesudah ditandatangani."),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [("Nomor: 1/2", 1), ("- **Nomor**: 1/2", 1), ("Nomor:", 0), ("Menurut nomor 1: baik", 0), ("a", 0)],
)
def test_a_row_may_be_a_line_with_a_colon(line: str, found: int) -> None:
    assert len(said(HEAD, f"{WHOLE}\n{line}\n")) == found


def test_guidance_that_was_left_is_told() -> None:
    assert said(HEAD, f"{WHOLE}\n> [panduan] Tulis isi suratnya.\n") == [(10, "Panduan kerangkanya masih ada.")]


def test_columns_words_and_length() -> None:
    letter = Letter(berkas="surat.md", kolom=("Jenis", "Banyaknya"), memuat=("Yth.",), kata=3)
    text = "| Jenis | Jumlah |\n|:--|:--|\n| Berkas | satu |\n\nMohon dibaca.\n"
    assert said(letter, text) == [
        (1, "Kolom Banyaknya belum ada."),
        (1, "“Yth.” belum ada di surat."),
        (1, "Isi suratnya baru 2 kata."),
    ]
    assert said(letter, text.replace("Jumlah", "Banyaknya").replace("Mohon", "yth. Mohon segera")) == []
