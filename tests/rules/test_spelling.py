"""Which words a dictionary is asked about, and which roots an Indonesian word may come from."""

import pytest
from msgspec.structs import replace

from laporan.case import base_files, facts
from paraf.rules.bhs106_ejaan import check, unknown
from paraf.rules.spelling import forms, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("layanan dibuka", ["layanan", "dibuka"]),
        ("Dinas DINAS dinas2 e-SAKIP S.Sos", []),
        ("kata *asing sekali* dan _italic_ lalu **tebal**", ["kata", "dan", "lalu", "tebal"]),
        ("rata-rata warna-warni-nya", ["rata-rata"]),
        ("situs contoh.go.id/layanan dan a@contoh", ["situs", "dan"]),
        ("ke di", []),
    ],
)
def test_names_foreign_words_and_addresses_are_not_asked_about(text: str, words: list[str]) -> None:
    assert [word for _, word in plain_words(text)] == words


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("realisasinya", "realisasi"),
        ("terhubung", "hubung"),
        ("menaksirnya", "taksir"),
        ("pemutakhiran", "mutakhir"),
        ("persandian", "sandi"),
        ("menyusun", "susun"),
        ("mengecek", "cek"),
        ("ketidakjelasan", "jelas"),
        ("antarsistem", "sistem"),
    ],
)
def test_a_root_is_among_the_forms(word: str, root: str) -> None:
    assert root in forms(word)


def test_a_word_too_short_has_no_shorter_form() -> None:
    assert forms("dia") == {"dia"}


def test_the_office_and_the_dictionary_are_both_asked() -> None:
    words = frozenset(["reviunya", "layanan", "kegiatn"])
    assert unknown(words, frozenset(["reviu"]), lambda asked: asked & {"layan"}) == {"kegiatn"}


def test_without_a_dictionary_nothing_is_found() -> None:
    files = base_files()
    files["lakip/2025/80-penutup.md"] += "\nSeluruh kegiatn selesai.\n"
    assert len(list(check(facts(files)))) == 1
    assert list(check(replace(facts(files), known=None))) == []
