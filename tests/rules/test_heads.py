"""Heads of columns: what they are about, alone and beside the others."""

import pytest

from paraf.rules.heads import Head, edition_in, editions_in, read_heads


def kinds(*texts: str) -> list[str]:
    return [head.kind for head in read_heads(texts)]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("No.|Indikator Kinerja|Satuan|Target|Realisasi|Capaian", "nomor nama satuan target realisasi capaian"),
        ("Kode|Uraian|Target 2025|Realisasi 2025|%", "kode nama target realisasi capaian"),
        ("Program|Pagu|Realisasi|%", "nama pagu belanja serapan"),
        ("Program|Anggaran (Rp)|Realisasi (Rp)|Serapan (%)", "nama pagu belanja serapan"),
        ("Sasaran|Target|Realisasi|%|Pagu|Realisasi|%", "nama target realisasi capaian pagu belanja serapan"),
        ("Sasaran|Capaian kinerja|Serapan anggaran|Selisih", "nama capaian serapan persen"),
        ("Program|Alokasi|Belanja|Capaian", "nama pagu belanja serapan"),
        ("Program|Alokasi|Belanja|Capaian|Serapan", "nama pagu belanja capaian serapan"),
        ("Realisasi Anggaran (%)|Persentase Realisasi Keuangan", "serapan serapan"),
        ("Realisasi dibanding Renstra|Target akhir periode|Capaian nasional", "lain lain lain"),
        ("Predikat|Sumber data|Tahun|Tahun 2025", "lain lain tahun lain"),
        ("Interval nilai|Jumlah pegawai|Porsi|Kinerja (%)", "rentang angka persen capaian"),
        ("Kenaikan (%)|%", "persen persen"),
        ("Persen", "persen"),
        ("", "lain"),
    ],
)
def test_columns_are_told_from_their_words_and_neighbours(heads: str, expected: str) -> None:
    assert " ".join(kinds(*heads.split("|"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi 2024", Head("Realisasi 2024", "realisasi", year=2024)),
        ("Realisasi s.d. TW II", Head("Realisasi s.d. TW II", "realisasi", part=True)),
        ("Target murni", Head("Target murni", "target", edition="murni")),
    ],
)
def test_a_head_names_its_year_its_part_of_the_year_and_its_edition(text: str, expected: Head) -> None:
    assert read_heads([text]) == (expected,)


def test_a_head_says_what_its_figures_are_multiples_of() -> None:
    scales = [
        str(head.scale) for head in read_heads(["Pagu (Rp juta)", "Pagu (ribuan rupiah)", "Pagu (miliar)", "Pagu"])
    ]
    assert scales == ["1000000", "1000", "1000000000", "1"]


def test_editions_are_named_one_or_both_or_none() -> None:
    assert editions_in("Pagu semula Rp5, menjadi Rp6") == {"murni", "perubahan"}
    assert edition_in("Pagu semula Rp5, menjadi Rp6") is None
    assert edition_in("sebelum perubahan") == "murni"
    assert edition_in("Pagu Perubahan") == "perubahan"
    assert edition_in("Pagu") is None
