"""Tables: their heads, notes and what they say where there is nothing; their cells are proven by the recomputation."""

import pytest

from laporan.case import FOLDER, base_files, facts
from laporan.changed import BUDGET, PERFORMANCE, context_of, refused, table
from paraf.laporan.calls.base import Context

CONTEXT = context_of()
SCALE = "    - {di_atas: 90, sebutan: Sangat Tinggi}\n    - {di_atas: 75, sebutan: Tinggi}\n"
SCALE += "    - {di_atas: 50, sebutan: Sedang}\n    - {sebutan: Rendah}\n"


def bare() -> Context:
    """A report whose second goal has no indicator, no budget, and whose list is empty."""
    files = base_files()
    path = f"{FOLDER}/{PERFORMANCE}"
    at = files[path].index("    indikator:", files[path].index("id: SS-2"))
    files[path] = files[path][:at]
    files[f"{FOLDER}/{BUDGET}"] = files[f"{FOLDER}/{BUDGET}"].split("2.16.03;")[0]
    files[f"{FOLDER}/data/daftar-aplikasi.csv"] = "nama;mulai_dipakai\n"
    return facts(files).expansion.context


BARE = bare()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('tabel_capaian("SS-2")', "belum ada indikator"),
        ('tabel_antar_tahun("SS-2")', "belum ada indikator"),
        ('tabel_renstra("SS-2")', "belum ada indikator"),
        ('tabel_nasional("SS-2")', "belum ada indikator"),
        ('tabel_triwulan("SS-2")', "belum ada indikator"),
        ('tabel_anggaran("SS-2")', "belum ada anggaran"),
        ('tabel_program("SS-2")', "belum ada anggaran"),
        ('tabel_daftar("aplikasi")', "belum ada isinya"),
    ],
)
def test_where_there_is_nothing_the_table_says_so(source: str, said: str) -> None:
    made = table(BARE, source)
    (row,) = made.rows
    assert [cell for cell in row if cell] == [said]
    assert len(row) == len(made.heads) == len(made.align)
    assert not made.total


def test_a_goal_without_indicators_stays_in_the_agreement_and_in_the_efficiency() -> None:
    assert table(BARE, "tabel_pk()").rows[-1] == (
        "SS-2 Menurunnya gangguan layanan", "", "belum ada indikator", "", "", "",
    )  # fmt: skip
    assert table(BARE, 'tabel_efisiensi("SS-2")').rows == (
        ("SS-2", "Menurunnya gangguan layanan", "belum terukur", "tanpa pagu", "belum terukur", "belum dapat dihitung"),
    )


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("tabel_pk()", "Perjanjian kinerja tahun 2025"),
        ("tabel_capaian()", "Target, realisasi, dan capaian tahun 2025, seluruh sasaran"),
        (
            'tabel_capaian("SS-2")',
            "Target, realisasi, dan capaian tahun 2025, sasaran SS-2: Menurunnya gangguan layanan",
        ),
        (
            'tabel_program("SS-2")',
            "Program dan kegiatan tahun 2025 yang mendukung sasaran SS-2: Menurunnya gangguan layanan",
        ),
        ('tabel_daftar("aplikasi")', "Daftar aplikasi"),
    ],
)
def test_a_title_says_what_the_table_is_about(source: str, title: str) -> None:
    assert table(CONTEXT, source).title == title


def test_one_edition_of_the_agreement_has_one_target() -> None:
    context = context_of(
        (PERFORMANCE, "  perubahan: {nomor: 02/PK/2025, tanggal: 2025-10-20}\n", ""),
        (PERFORMANCE, ', perubahan: "82"}', "}"),
    )
    assert table(context, "tabel_pk()").heads == ("Sasaran", "Kode", "Indikator", "Satuan", "Target")
    assert table(context, "tabel_anggaran()").heads[2] == "Pagu murni (Rp)"


def test_formulas_and_what_is_unmeasured_stand_below() -> None:
    context = context_of((PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', "{}"))
    assert table(context, "tabel_capaian()").notes == (
        "Arah naik: capaian = realisasi ÷ target × 100%.",
        "Arah turun: capaian = (2 × target − realisasi) ÷ target × 100%.",
        "Belum terukur, tidak dihitung dalam rata-rata: IKU-3.",
    )


@pytest.mark.parametrize(
    ("scale", "rows"),
    [
        (SCALE, ["lebih dari 90%", "lebih dari 75% sampai 90%", "lebih dari 50% sampai 75%", "50% atau kurang"]),
        (
            '    - {di_atas: "90,5", sebutan: A}\n    - {di_atas: 70, sebutan: B}\n',
            ["lebih dari 90,5%", "90,5% atau kurang"],
        ),
        ("    - {sebutan: A}\n", ["semua capaian"]),
        ("    - {di_atas: 70, sebutan: A}\n", ["semua capaian"]),
    ],
)
def test_the_scale_leaves_no_gap(scale: str, rows: list[str]) -> None:
    made = table(context_of((PERFORMANCE, SCALE, scale)), "tabel_skala()")
    assert [row[0] for row in made.rows] == rows


def test_the_scale_says_what_it_rests_on_and_where_more_than_all_belongs() -> None:
    assert table(CONTEXT, "tabel_skala()").notes == (
        "Dasar: Kesepakatan kantor.",
        "Capaian di atas 100% termasuk Sangat Tinggi.",
    )


def test_an_average_of_nothing_reached_still_has_its_word() -> None:
    context = context_of((PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', '{tw1: "80"}'))
    assert table(context, 'tabel_capaian("SS-2")').rows[-1][5:] == ("0,00%", "Rendah")


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        ("riwayat", "riwayat", ("Capaian setiap tahun dihitung dengan rumus tahun 2025.",)),
        (
            'target: "60", realisasi',
            "realisasi",
            ("Capaian setiap tahun dihitung dengan rumus tahun 2025.", "Tanda –: tidak tercatat pada data tahun itu."),
        ),
        (
            '        riwayat:\n          - {tahun: 2023, target: "60", realisasi: "58"}\n'
            '          - {tahun: 2024, target: "50", realisasi: "45"}\n',
            "",
            ("Data tahun sebelumnya belum ada.",),
        ),
    ],
)
def test_what_earlier_years_lack_is_said(old: str, new: str, notes: tuple[str, ...]) -> None:
    assert table(context_of((PERFORMANCE, old, new)), 'tabel_antar_tahun("SS-2")').notes == notes


def test_quarters_that_are_empty_are_explained() -> None:
    filled = '{tw1: "70", tw2: "75", tw3: "80", tw4: "82"}'
    only = context_of((PERFORMANCE, 'realisasi: {tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', 'realisasi: {tw1: "1"}'))
    assert table(only, 'tabel_triwulan("SS-1")').notes == ("Tanda –: belum diisi.",)
    full = context_of(
        (PERFORMANCE, 'target: {murni: "40"}\n', f'target: {{murni: "40"}}\n        target_triwulan: {filled}\n')
    )
    assert table(full, 'tabel_triwulan("SS-2")').notes == ()


SHARED = context_of((BUDGET, "2.16.02.01.02;Pengelolaan aplikasi;;", "2.16.02.01.02;Pengelolaan aplikasi;SS-2;"))


@pytest.mark.parametrize(
    ("call", "goal", "rows"),
    [
        ("tabel_anggaran", "SS-1", ["PROGRAM LAYANAN INFORMASI", "Pengelolaan Layanan", "Layanan pengaduan", "Jumlah"]),
        ("tabel_program", "SS-1", ["Program Layanan Informasi", "Pengelolaan Layanan", "Layanan pengaduan", "Jumlah"]),
        (
            "tabel_program",
            "SS-2",
            [
                *("Program Layanan Informasi", "Pengelolaan Layanan", "Pengelolaan aplikasi"),
                *("Program Jaringan", "Pemeliharaan jaringan", "Pemantauan jaringan", "Jumlah"),
            ],
        ),
    ],
)
def test_only_the_rows_that_serve_a_goal_and_sums_over_them(call: str, goal: str, rows: list[str]) -> None:
    made = table(SHARED, f'{call}("{goal}")')
    assert [row[1] for row in made.rows] == rows
    money = SHARED.budget.of(goal)
    assert made.rows[-1][2:4] == tuple(
        f"{amount:,f}".replace(",", ".") for amount in (money.pagu_perubahan, money.realisasi)
    )
    assert made.rows[0][2] == {"SS-1": "320.000.000", "SS-2": "180.000.000"}[goal]


def test_the_rule_of_efficiency_is_printed() -> None:
    (note,) = table(CONTEXT, "tabel_efisiensi()").notes
    assert "lebih dari 5 poin" in note
    assert "dari -5 sampai 5 poin" in note


def test_a_list_has_its_columns_and_numbers() -> None:
    context = facts(base_files() | {f"{FOLDER}/data/daftar-desa-baru.csv": "nama_desa;tahun\nSatu;2025\nDua;2024\n"})
    made = table(context.expansion.context, 'tabel_daftar("desa-baru")')
    assert (made.title, made.heads) == ("Daftar desa baru", ("No.", "Nama desa", "Tahun"))
    assert made.rows == (("1", "Satu", "2025"), ("2", "Dua", "2024"))


def test_an_unknown_list_names_the_known_ones() -> None:
    assert refused(CONTEXT, 'tabel_daftar("../kinerja")') == (
        "daftar ../kinerja tidak ada: yang ada: aplikasi; berkasnya data/daftar-….csv"
    )
