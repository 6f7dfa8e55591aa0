"""Numbers first: every figure of the data that changed is told once, in words, with the chapters that show it."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.case import base_files
from laporan.perubahan.states import BASE, OUTLINE, chapter, compared, edited, figure, year_of
from paraf.laporan.numbers import write_number
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.records import Origin, Perubahan

DATA, BUDGET = "data/kinerja.yml", "data/anggaran.csv"
IKU1, IKU2, IKU3 = (
    "IKU-1 Persentase layanan yang memenuhi standar",
    "IKU-2 Jumlah aplikasi yang dikelola",
    "IKU-3 Lama gangguan layanan",
)


def figures(found: Perubahan, origin: Origin = "data") -> list[tuple[str, str, str]]:
    return [figure(one) for one in found.angka if one.origin == origin]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ((DATA, 'tw4: "84,05"', 'tw4: "85"'), (f"{IKU1}: realisasi triwulan IV", "84,05%", "85,00%")),
        ((DATA, 'tw4: "84,05"', "tw4: "), (f"{IKU1}: realisasi triwulan IV", "84,05%", "")),
        (
            (DATA, 'target_triwulan: {tw1: "70"', 'target_triwulan: {tw1: "71"'),
            (f"{IKU1}: target triwulan I", "70,00%", "71,00%"),
        ),
        ((DATA, 'perubahan: "82"', 'perubahan: "80 - 90"'), (f"{IKU1}: target perubahan", "82,00%", "80,00 – 90,00%")),
        (
            (DATA, 'target: "75", realisasi: "74,2"', 'target: "76", realisasi: "74,2"'),
            (f"{IKU1}: target 2023", "75,00%", "76,00%"),
        ),
        (
            (DATA, 'target: "75", realisasi: "74,2"', 'target: "75", realisasi: "74,4"'),
            (f"{IKU1}: realisasi 2023", "74,20%", "74,40%"),
        ),
        (
            (DATA, 'tahun: 2026, target: "85"', 'tahun: 2026, target: "86"'),
            (f"{IKU1}: target akhir Renstra 2026", "85,00%", "86,00%"),
        ),
        ((DATA, 'nilai: "80,4"', 'nilai: "80,5"'), (f"{IKU1}: angka nasional", "80,40%", "80,50%")),
        (
            (DATA, "sumber: Kementerian Contoh", "sumber: Badan Contoh"),
            (f"{IKU1}: sumber angka nasional", "Kementerian Contoh", "Badan Contoh"),
        ),
        ((DATA, "tahun: 2024, sumber", "tahun: 2023, sumber"), (f"{IKU1}: tahun angka nasional", "2024", "2023")),
        (
            (DATA, "penanggung_jawab: Bidang aplikasi", "penanggung_jawab: Bidang data"),
            (f"{IKU2}: penanggung jawab", "Bidang aplikasi", "Bidang data"),
        ),
        ((DATA, 'target: {murni: "4"}', 'target: {murni: "5"}'), (f"{IKU2}: target murni", "4 aplikasi", "5 aplikasi")),
        (
            (DATA, "nomor: 02/PK/2025", "nomor: 03/PK/2025"),
            ("Perjanjian kinerja perubahan: nomor", "02/PK/2025", "03/PK/2025"),
        ),
        ((DATA, "di_atas: 75", "di_atas: 70"), ("Skala capaian: batas bawah Tinggi", "75", "70")),
        (
            (BUDGET, "301500000", "301500001"),
            ("2.16.02.01.01 Layanan pengaduan: realisasi anggaran", "Rp301.500.000,00", "Rp301.500.001,00"),
        ),
        (
            (BUDGET, "320000000", "320000000,5"),
            ("2.16.02.01.01 Layanan pengaduan: pagu perubahan", "Rp320.000.000,00", "Rp320.000.000,50"),
        ),
        (
            (BUDGET, "Pengelolaan aplikasi", "Pengelolaan data"),
            ("2.16.02.01.02 Pengelolaan data: uraian", "Pengelolaan aplikasi", "Pengelolaan data"),
        ),
        (
            (BUDGET, "Program Jaringan;SS-2", "Program Jaringan;SS-1"),
            ("2.16.03 Program Jaringan: sasaran yang didukung", "SS-2", "SS-1"),
        ),
        (
            ("data/daftar-aplikasi.csv", "Aplikasi Arsip;2025\n", ""),
            ("data/daftar-aplikasi.csv: isinya", "3 baris", "2 baris"),
        ),
    ],
)
def test_a_figure_that_was_changed_is_told(edit: tuple[str, str, str], told: tuple[str, str, str]) -> None:
    assert told in figures(compared(edit))


def test_what_is_read_alike_is_told_exactly_where_somebody_typed_it() -> None:
    found = compared((DATA, 'tw4: "84,05"', 'tw4: "84,0501"'))
    assert figures(found) == [(f"{IKU1}: realisasi triwulan IV", "84,05", "84,0501")]
    assert figures(found, "hitungan") == []


def test_the_same_number_written_otherwise_is_no_change() -> None:
    assert compared((DATA, 'tw4: "84,05"', 'tw4: "84,0500"')).nothing


def test_what_is_computed_is_told_after_it() -> None:
    found = compared((DATA, 'tw4: "84,05"', 'tw4: "85"'))
    assert [what for what, _, _ in figures(found, "hitungan")] == [
        f"{IKU1}: realisasi setahun",
        f"{IKU1}: capaian",
        "SS-1 Meningkatnya layanan informasi: rata-rata capaian",
        "Seluruh indikator: rata-rata capaian",
    ]


def test_sums_of_the_budget_are_told() -> None:
    found = compared((BUDGET, "301500000", "201500000"))
    told = [what for what, _, _ in figures(found, "hitungan")]
    assert "2.16.02 Program Layanan Informasi: realisasi anggaran" in told
    assert "2.16.02.01 Pengelolaan Layanan: realisasi anggaran" in told
    assert "Anggaran SS-1 Meningkatnya layanan informasi: serapan" in told
    assert "Anggaran seluruhnya: serapan" in told


def test_a_figure_says_where_it_is_read() -> None:
    found = compared((DATA, 'tw4: "84,05"', 'tw4: "85"'), (BUDGET, "301500000", "201500000"))
    shown = {f"{one.subject}: {one.what}": one.shown for one in found.angka}
    assert shown[f"{IKU1}: realisasi triwulan IV"] == ("SS-1",)
    assert shown["2.16.02.01.01 Layanan pengaduan: realisasi anggaran"] == ("Realisasi Anggaran",)
    assert shown["Anggaran seluruhnya: realisasi anggaran"] == ("Realisasi Anggaran",)
    gone = compared((DATA, 'tw4: "84,05"', "tw4: "))
    assert next(one.shown for one in gone.angka if one.what == "realisasi triwulan IV") == ("SS-1",)


def test_letters_stand_for_numbers() -> None:
    letters = ("satuan: jam", 'satuan: predikat\n        huruf: {A: "90", B: "80"}')
    base = base_files()["lakip/2025/data/kinerja.yml"]
    block = base[base.index("  - id: IKU-3") if "  - id: IKU-3" in base else base.index("      - id: IKU-3") :]
    assert "satuan: jam" in block
    lettered = block.replace(*letters)
    lettered = re.sub(r'((?:tw\d|murni|perubahan|target|realisasi|nilai): )"[0-9,]+"', r'\1"B"', lettered)
    before = edited((DATA, block, lettered))
    assert before.context.report.performance, before.context.report.faults
    after = edited((DATA, block, lettered.replace('B: "80"', 'B: "81"')))
    told = figures(perubahan_of(before, after))
    assert (f"{IKU3}: nilai huruf B", "80", "81") in told


def test_data_that_cannot_be_read_are_not_compared() -> None:
    broken = edited((DATA, 'tw4: "84,05"', 'tw4: "x"'))
    assert broken.context.report.performance is None
    assert [
        one for one in perubahan_of(BASE, broken).angka if one.origin != "tulisan" and one.subject.startswith("IKU")
    ] == []
    both = perubahan_of(edited((BUDGET, "301500000", "x")), edited((DATA, 'tw4: "84,05"', 'tw4: "85"')))
    assert (f"{IKU1}: realisasi triwulan IV", "84,05%", "85,00%") in figures(both)


def test_data_that_came_or_went_are_told() -> None:
    found = compared(**{"data/anggaran.csv": None})
    assert ("2.16.02.01.01 Layanan pengaduan: pagu perubahan", "Rp320.000.000,00", "") in figures(found)
    assert figures(compared(**{DATA: None}))[0][2] == ""


YEARS = {path.replace("/2025/", "/2026/"): text for path, text in base_files().items() if "/2025/" in path}


def test_of_two_years_the_common_figures_are_told() -> None:
    files = YEARS | {
        "lakip/2026/data/kinerja.yml": YEARS["lakip/2026/data/kinerja.yml"]
        .replace('tw4: "84,05"', 'tw4: "88"')
        .replace("tahun: 2025\n", "tahun: 2026\n")
        .replace("tahun: 2026,", "tahun: 2027,")
    }
    found = perubahan_of(BASE, year_of(files, 2026))
    assert (found.before_year, found.after_year) == (2025, 2026)
    assert [what for what, _, _ in map(figure, found.angka)] == [
        f"{IKU1}: realisasi setahun",
        f"{IKU1}: capaian",
        "SS-1 Meningkatnya layanan informasi: rata-rata capaian",
        "Seluruh indikator: rata-rata capaian",
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "Ada 12 layanan baru di sana.",
            "Ada 13 layanan baru di sana.",
            ("Paragraf 2: “Ada … layanan baru di sana.”", "12", "13"),
        ),
        (
            "Ada dua belas layanan baru di sini.",
            "Ada tiga belas layanan baru di sini.",
            ("Paragraf 2: “Ada … belas layanan baru di”", "dua", "tiga"),
        ),
        (
            "Biayanya Rp1.500.000,00 setahun penuh.",
            "Biayanya Rp1.600.000,00 setahun penuh.",
            ("Paragraf 2: “Biayanya … setahun penuh.”", "Rp1.500.000,00", "Rp1.600.000,00"),
        ),
        (
            "## Judul 5\n\n- butir satu 7 dua",
            "## Judul 5\n\n- butir satu 8 dua",
            ("Di bawah “Judul 5”: “butir satu … dua”", "7", "8"),
        ),
        (
            "Tabel: Uji\n\n| A | B |\n|--|--|\n| satu dua | 5 |",
            "Tabel: Uji\n\n| A | B |\n|--|--|\n| satu dua | 6 |",
            ("Tabel 1: B, baris “satu dua”", "5", "6"),
        ),
        (
            'Ada {{ angka("12", "Berita acara rapat 6 Januari 2026") }} desa.',
            'Ada {{ angka("13", "Berita acara rapat 6 Januari 2026") }} desa.',
            ("Paragraf 2: “Ada … desa.”", "12", "13"),
        ),
        ("Ada 12 dan 7 layanan.", "Ada 12 dan 8 layanan.", ("Paragraf 2: “Ada 12 dan … layanan.”", "7", "8")),
    ],
)
def test_figures_by_hand_are_told(before: str, after: str, told: tuple[str, str, str]) -> None:
    one, other = (edited(**{"02-uji.md": chapter(text)}) for text in (before, after))
    assert figures(perubahan_of(one, other, OUTLINE), "tulisan") == [told]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ada 12 layanan baru.", "Ada beberapa layanan baru."),
        ("Kalimat lama yang bunyinya lain.", "Kalimat baru yang bunyinya lain."),
        ("Ada 12 atau 13 layanan.", "Ada 14 layanan."),
        ('Realisasinya {{ realisasi("IKU-1") }} di sini.', 'Realisasinya {{ realisasi("IKU-2") }} di sini.'),
        ("Ada 12 layanan.", "Ada 12. layanan."),
    ],
)
def test_what_is_no_other_figure_is_not_told(before: str, after: str) -> None:
    one, other = (edited(**{"02-uji.md": chapter(text)}) for text in (before, after))
    assert figures(perubahan_of(one, other), "tulisan") == []


SPARSE = {
    DATA: """\
skema: 1
tahun: 2025
perjanjian:
  murni: {nomor: 01/PK/2025, tanggal: 2025-01-15}
skala:
  dasar: Kesepakatan kantor
  pita:
    - {sebutan: Rendah}
sasaran:
  - id: SS-1
    nama: Sasaran yang belum diukur
    indikator:
      - id: IKU-1
        nama: Indikator baru
        satuan: indeks
        arah: naik
        rumus: jumlah
        akhir_tahun: nilai akhir
        target: {murni: "4"}
        realisasi: {}
        riwayat:
          - {tahun: 2024, realisasi: "3"}
        renstra: {tahun: 2026, target: "5", dokumen: Renstra}
        nasional: {tidak_ada: Belum ada.}
        sumber: Bidang
        penanggung_jawab: Bidang
""",
    BUDGET: "kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi\n2.16.02;Program tanpa pagu;;;;5\n",
}


def test_a_year_of_which_little_is_known() -> None:
    before, after = (
        edited(**SPARSE),
        edited(**SPARSE | {DATA: SPARSE[DATA].replace("realisasi: {}", 'realisasi: {tw1: "3,5"}')}),
    )
    assert before.context.report.performance
    assert before.context.report.budget
    found = perubahan_of(before, after)
    assert figures(found) == [("IKU-1 Indikator baru: realisasi triwulan I", "", "3,50")]
    assert ("IKU-1 Indikator baru: capaian", "", "87,50%") in figures(found, "hitungan")
    money = edited(**SPARSE | {BUDGET: SPARSE[BUDGET].replace(";5", ";6")})
    assert figures(perubahan_of(before, money)) == [
        ("2.16.02 Program tanpa pagu: realisasi anggaran", "Rp5,00", "Rp6,00")
    ]
    later = {name.replace("/2025/", "/2026/"): text.replace("2025", "2026") for name, text in _year(SPARSE).items()}
    assert figures(perubahan_of(before, year_of(later, 2026)), "hitungan") == []


def _year(files: dict[str, str]) -> dict[str, str]:
    return {f"lakip/2025/{name}": text for name, text in files.items()}


SETTINGS = settings(max_examples=40, deadline=None, derandomize=True, database=None)
NUMBERS = re.compile(r'(?<=: ")[0-9,]+(?=")')
AMOUNTS = st.integers(1, 99_999).map(lambda number: write_number(Decimal(number) / 100).replace(".", ""))


@SETTINGS
@given(st.data())
def test_every_changed_number_of_the_data_is_told_and_both_ways_round(data: st.DataObject) -> None:
    """Numbers of the agreement drawn anew: each that differs is told with both sides; turned round, the sides change."""
    text = base_files()["lakip/2025/data/kinerja.yml"]
    spots = [found.span() for found in NUMBERS.finditer(text)]
    start, end = data.draw(st.sampled_from(spots))
    new = data.draw(AMOUNTS)
    after = edited(**{DATA: text[:start] + new + text[end:]})
    if after.context.report.performance is None:
        return
    found = perubahan_of(BASE, after, OUTLINE)
    same = Decimal(text[start:end].replace(",", ".")) == Decimal(new.replace(",", "."))
    assert bool(figures(found)) is not same
    back = perubahan_of(after, BASE, OUTLINE)
    assert [(what, now, was) for what, was, now in map(figure, back.angka)] == list(map(figure, found.angka))


def test_nothing_changed_is_nothing() -> None:
    found = perubahan_of(BASE, BASE, OUTLINE)
    assert (found.angka, found.parts, found.nothing) == ((), (), True)
