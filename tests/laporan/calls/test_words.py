"""Counts, sums, numbers in words, dates, figures with a source; references are proven with the expansion."""

import pytest

from laporan.changed import PERFORMANCE, ask, context_of, refused
from paraf.laporan.calls.base import Figure

CONTEXT = context_of((PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', "{}"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("jumlah_sasaran()", "2"),
        ("jumlah_indikator()", "3"),
        ('jumlah_indikator("SS-1")', "2"),
        ("jumlah_tercapai()", "1"),
        ('jumlah_tercapai("SS-2")', "0"),
        ("jumlah_belum_tercapai()", "1"),
        ('jumlah_belum_tercapai("SS-2")', "0"),
        ("rata_capaian()", "88,75%"),
        ('jumlah(realisasi("IKU-2", 2023), realisasi("IKU-2", 2024))', "5"),
        ('jumlah(realisasi("IKU-1", 2023), realisasi("IKU-1", 2024))', "153,30%"),
        ('jumlah(pagu("SS-1"), pagu("SS-2"))', "Rp650.000.000,00"),
        ("jumlah(jumlah_sasaran(), jumlah_indikator())", "5"),
        ('terbilang(realisasi("IKU-1"))', "delapan puluh empat koma nol lima"),
        ("terbilang(12)", "dua belas"),
        ("terbilang(-3)", "minus tiga"),
        ('terbilang("1.234.567,5")', "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh koma lima"),
        ("tahun()", "2025"),
        ("tahun(1)", "2026"),
        ('tanggal("2026-01-31")', "31 Januari 2026"),
        ('angka("14", "Notula")', "14"),
        ("angka(14, 'Notula')", "14"),
        ('angka(" 14 orang ", "Notula")', "14 orang"),
        ('angka("3 dari 5", "Notula")', "3 dari 5"),
        ('angka("Rp1.234.567,00", "Notula")', "Rp1.234.567,00"),
        ('angka("-2,5%", "Notula")', "-2,5%"),
        ('angka("1500 orang", "Notula")', "1.500 orang"),
        ('angka("Rp1500000", "Notula")', "Rp1.500.000"),
        ('angka("2025", "Notula")', "2025"),
        ('angka("Rp1.500", "Notula")', "Rp1.500"),
        ('angka("1.500 rupiah", "Notula")', "1.500 rupiah"),
        ('angka("pukul 08.00", "Notula")', "pukul 08.00"),
        ('angka("14", "Data sumber air")', "14"),
    ],
)
def test_words_and_counts(source: str, text: str) -> None:
    assert str(ask(CONTEXT, source)) == text


@pytest.mark.parametrize(
    ("source", "amount", "label"),
    [
        ('angka("14", "Berita acara  6 Januari")', "14", "sumber: Berita acara 6 Januari"),
        ('angka("1.234,5", "Notula")', "1234.5", "sumber: Notula"),
        ('angka("14 orang", "Notula")', "None", "sumber: Notula"),
        ("tahun()", "None", "tahun laporan"),
        ("tahun(-1)", "None", "tahun"),
        ("terbilang(realisasi(\"IKU-2\"))", "None", "terbilang · IKU-2 · realisasi 2025"),
    ],
)  # fmt: skip
def test_a_figure_knows_its_amount_where_it_is_a_number_and_its_source(source: str, amount: str, label: str) -> None:
    made = ask(CONTEXT, source)
    assert isinstance(made, Figure)
    assert (str(made.amount), made.label) == (amount, label)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "jumlah(pagu(), tahun())",
            'jumlah memerlukan dua angka atau lebih: tulis jumlah(realisasi("…"), realisasi("…"))',
        ),
        (
            'jumlah(realisasi("IKU-1"), realisasi("IKU-2"))',
            "angka yang dijumlahkan berbeda satuannya: jumlahkan angka yang satuannya sama",
        ),
        (
            "jumlah(pagu(), jumlah_indikator())",
            "angka yang dijumlahkan berbeda satuannya: jumlahkan angka yang satuannya sama",
        ),
        ('terbilang(nama("IKU-1"))', 'yang dibilang bukan angka: tulis terbilang(realisasi("…")) atau terbilang(12)'),
        ('terbilang("banyak")', "“banyak” bukan angka: tulis angkanya saja, misalnya 1.234.567,89"),
        ('terbilang("1.234")', "“1.234” dapat berarti 1234 atau 1 koma 234: tulis 1234 atau 1,2340"),
        (f"terbilang({10**16})", "angkanya terlalu besar untuk dibilang: tulis angkanya saja"),
        ("tahun(1001)", "1001 tahun terlalu jauh: tulis misalnya tahun(-1)"),
        ('tanggal("31-01-2026")', '“31-01-2026” bukan tanggal: tulis tahun-bulan-hari: tanggal("2026-01-31")'),
        ('angka("14", " ")', "angka ini tanpa sumber: tulis nama dokumen yang memuat angka ini"),
        ('angka("14", "…")', "angka ini tanpa sumber: tulis nama dokumen yang memuat angka ini"),
        (
            'angka("3,86", "sumber")',
            "“sumber” belum menyebut sumber angka ini: ganti “sumber” dengan nama dokumen yang memuatnya",
        ),
        (
            'angka("3,86", "Laporan …")',
            "“Laporan …” belum menyebut sumber angka ini: ganti “Laporan …” dengan nama dokumen yang memuatnya",
        ),
        ('angka("1.500", "Notula")', "“1.500” dapat berarti 1500 atau 1 koma 500: tulis 1500 atau 1,5000"),
        ('angka("1.500 orang", "Notula")', "“1.500” dapat berarti 1500 atau 1 koma 500: tulis 1500 atau 1,5000"),
        (
            'angka("12.5 persen", "Notula")',
            "“12.5 persen” belum ditulis dengan koma desimal dan titik ribuan: tulis “12,5 persen”",
        ),
        (
            'angka("1.23.4", "Notula")',
            "titik dan koma pada “1.23.4” tidak seperti angka: tulis misalnya 1.234.567,89",
        ),
    ],
)
def test_a_refusal_says_what_to_write(source: str, message: str) -> None:
    assert refused(CONTEXT, source) == message


@pytest.mark.parametrize(
    "text",
    [
        "banyak",
        "",
        "<b>1</b>",
        "[1](javascript:a)",
        "1 | 2",
        "# 1",
        "`1`",
        "1 {x}",
        "*1*",
        "1" + "a" * 80,
        "! 1",
        "- 1\u202e",
    ],
)
def test_a_figure_of_the_writer_brings_no_markup_along(text: str) -> None:
    assert refused(CONTEXT, f'angka("{text}", "Notula")').endswith(
        'tulis angkanya, boleh dengan satuannya: angka("14 orang", "Berita acara rapat 6 Januari 2026")'
    )
