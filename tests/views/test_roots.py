"""Roots for the search: a derived word yields the word people type."""

import pytest

from paraf.views.roots import active, roots


@pytest.mark.parametrize(
    ("derived", "root"),
    [
        ("pengiriman", "kirim"),
        ("mengirimkan", "kirim"),
        ("menyampaikan", "sampai"),
        ("menyusun", "susun"),
        ("penyusunan", "susun"),
        ("penerimaan", "terima"),
        ("persetujuan", "setuju"),
        ("disetujui", "setuju"),
        ("menulis", "tulis"),
        ("memperbaiki", "perbaik"),
        ("pemeriksaan", "periksa"),
        ("mengambil", "ambil"),
        ("tandanya", "tanda"),
        ("bersama", "sama"),
    ],
)
def test_a_derived_word_yields_its_root(derived: str, root: str) -> None:
    assert root in roots(derived)


def test_what_is_too_short_or_there_already_is_left_out() -> None:
    assert roots("di ke isi") == ()
    assert "kirim" not in roots("kirim pengiriman")
    assert len(set(roots("menyusun menyusun"))) == len(roots("menyusun menyusun"))


@pytest.mark.parametrize(
    ("plain", "form"),
    [
        ("tolak", "menolak"),
        ("paraf", "memaraf"),
        ("kirim", "mengirim"),
        ("setuju", "menyetuju"),
        ("cetak", "mencetak"),
        ("edarkan", "mengedarkan"),
        ("bagi", "membagi"),
        ("proses", "memproses"),
        ("kritik", "mengkritik"),
        ("lapor", "melapor"),
        ("tolak", "ditolak"),
    ],
)
def test_a_plain_word_is_found_in_its_active_and_passive_form(plain: str, form: str) -> None:
    assert form in active(plain)


def test_short_words_get_no_forms_and_each_stands_once() -> None:
    assert active("ttd ke") == ()
    assert len(active("cetak cetak")) == 2
