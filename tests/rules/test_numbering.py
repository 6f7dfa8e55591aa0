"""Typed numbers of tables and figures: ours are found, counts and those of other documents are not."""

import time

import pytest

from paraf.rules.numbering import is_contents, typed_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pada Tabel 3.1 terlihat", ["Tabel 3.1"]),
        ("Tabel 3.1: Capaian", ["Tabel 3.1"]),
        ("GAMBAR 2 Struktur", ["GAMBAR 2"]),
        ("Grafik III.2 dan Bagan 4", ["Grafik III.2", "Bagan 4"]),
        ("Diagram 1-2.", ["Diagram 1-2"]),
        ("lihat tabel 3.1 itu", ["tabel 3.1"]),
        ("tabel 2 di atas", ["tabel 2"]),
        ("Target Renstra pada Tabel 3.1 terlihat", ["Tabel 3.1"]),
        ("Tabel 3.1 menunjukkan bahwa target Renstra tercapai", ["Tabel 3.1"]),
        ("Tabel 4.2 Renstra 2021-2026", []),
        ("Tabel 4.2 pada dokumen RPJMD", []),
        ("Lampiran II Permendagri 86/2017, Tabel 1", []),
        ("Keputusan Bupati Nomor 3, Gambar 2", []),
        ("Grafik 5 tahun terakhir", []),
        ("gambar 3 dimensi", []),
        ("tabel 2 kolom", []),
        ("tabel 12", []),
        ("Tabel berikut memuat 3 hal", []),
        ("Portabel 3.1", []),
        ("Tabel 2025", []),
        ("Tabel Indeks", []),
    ],
)
def test_a_number_of_ours_is_found(text: str, found: list[str]) -> None:
    assert [match[0] for match in typed_numbers(text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pendahuluan ........ 1", True),
        ("Pendahuluan …… 12", True),
        ("| Pendahuluan ____ 3 |", True),
        ("Bab I . . . . . 4", True),
        ("Dan seterusnya.... Lalu 3", False),
        ("Isian ....", False),
        ("Jumlahnya... 3 buah", False),
        ("Selesai.", False),
    ],
)
def test_a_line_of_contents_is_dots_and_a_page(text: str, expected: bool) -> None:
    assert is_contents(text) is expected


@pytest.mark.parametrize(
    "text", ["." * 1_000_000, "_" * 1_000_000 + "x", ". " * 500_000, "Tabel 1 " * 100_000, "…" * 500_000]
)
def test_a_long_line_is_read_once(text: str) -> None:
    begun = time.perf_counter()
    is_contents(text)
    assert sum(1 for _ in typed_numbers(text)) >= 0
    assert time.perf_counter() - begun < 3
