"""Reading the office's sentences: names of performers, lists of papers, words that carry meaning."""

import pytest

from paraf.rules.words import content, items, mentioned, names, opening_name
from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop
from rules.build import BASE, load, swapped

ROLE = Role(id="kasi", sebutan="Kasi", jabatan="Kepala Seksi (contoh)", sebutan_lain=("Kasi Umum", "pimpinan"))


def sop() -> Sop:
    more = "sebutan: Kepala, jabatan: Kepala Dinas, sebutan_lain: [pimpinan]"
    return load(swapped(BASE, ("sebutan: Kepala", more))).sop


def test_names_are_every_word_of_the_performer_longest_first() -> None:
    assert names(ROLE) == ("Kepala Seksi (contoh)", "Kasi Umum", "pimpinan", "Kasi")
    assert names(Role(id="kasi", sebutan="Kasi")) == ("Kasi",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kasi memeriksa berkas", "Kasi"),
        ("KASI UMUM memeriksa berkas", "KASI UMUM"),
        ("Kasi, lalu Kepala", "Kasi"),
        ("Kasi", "Kasi"),
        ("Kasir menghitung uang", None),
        ("Memanggil Kasi", None),
        ("", None),
    ],
)
def test_a_sentence_opens_with_the_longest_name_as_it_is_written(text: str, name: str | None) -> None:
    assert opening_name(ROLE, text) == name


def test_signs_in_a_name_are_letters_and_not_a_pattern() -> None:
    role = Role(id="arsip", sebutan="A.B")
    assert opening_name(role, "A.B menyimpan") == "A.B"
    assert opening_name(role, "AxB menyimpan") is None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Kepala Dinas menerima berkas dari penerima", ["penerima", "kepala"]),
        ("Menunggu persetujuan PIMPINAN.", ["kepala"]),
        ("Penerimaan berkas oleh kepemimpinan", []),
        ("", []),
    ],
)
def test_the_performers_a_text_names_come_once_and_in_the_order_of_the_sop(text: str, roles: list[str]) -> None:
    assert [role.id for role in mentioned(sop(), text)] == roles


@pytest.mark.parametrize(
    ("cell", "papers"),
    [
        (None, []),
        ("", []),
        ("Berkas", ["Berkas"]),
        ("Berkas, Surat kuasa ,Kartu", ["Berkas", "Surat kuasa", "Kartu"]),
        ("Data (nama, alamat), Berkas", ["Data (nama, alamat)", "Berkas"]),
        (" , Berkas,", ["Berkas"]),
        ("-", ["-"]),
    ],
)
def test_a_cell_lists_papers_between_commas_outside_brackets(cell: str | None, papers: list[str]) -> None:
    assert list(items(cell)) == papers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Berkas yang telah DITERIMA oleh Kepala", {"berkas", "diterima", "kepala"}),
        ("Formulir B-2 (2 lembar)", {"formulir", "b", "2", "lembar"}),
        ("dan yang di ke dari untuk dengan pada telah oleh atau serta dalam terkait para", set()),
        ("-", set()),
    ],
)
def test_the_words_that_carry_meaning(text: str, words: set[str]) -> None:
    assert content(text) == words
