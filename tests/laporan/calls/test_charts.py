"""Charts: a safe name, words and a table that say every figure, and looks that say what was reached."""

from xml.etree import ElementTree as ET

import pytest

from laporan.case import FOLDER, base_files, facts
from laporan.changed import BUDGET, PERFORMANCE, chart, context_of
from paraf.laporan.calls.base import Chart

CONTEXT = context_of()
EARLIER = '          - {tahun: 2023, target: "75", realisasi: "74,2"}\n'
EARLIER += '          - {tahun: 2024, target: "78", realisasi: "79,1"}\n'
NS = "{http://www.w3.org/2000/svg}"


def texts(made: Chart) -> list[str]:
    return [element.text or "" for element in ET.fromstring(made.svg).iter(f"{NS}text")]


@pytest.mark.parametrize(
    ("source", "name", "title"),
    [
        ("grafik_capaian()", "capaian-semua", "Capaian indikator tahun 2025, seluruh sasaran"),
        (
            'grafik_capaian("SS-2")',
            "capaian-ss-2",
            "Capaian indikator tahun 2025, sasaran SS-2: Menurunnya gangguan layanan",
        ),
        ('grafik_tren("IKU-1")', "tren-iku-1", "Persentase layanan yang memenuhi standar, 2023–2025"),
        ("grafik_serapan()", "serapan", "Pagu dan realisasi setiap program tahun 2025"),
    ],
)
def test_a_chart_has_a_safe_name_and_says_its_title(source: str, name: str, title: str) -> None:
    made = chart(CONTEXT, source)
    root = ET.fromstring(made.svg)
    assert (made.name, made.title) == (name, title)
    assert (root.findtext(f"{NS}title"), root.findtext(f"{NS}desc")) == (title, made.words)
    assert root.get("role") == "img"
    assert made.svg == chart(CONTEXT, source).svg


def test_capaian_is_said_with_whether_the_target_was_reached() -> None:
    made = chart(CONTEXT, 'grafik_capaian("SS-1")')
    assert made.words == (
        "Grafik batang. Capaian indikator tahun 2025, sasaran SS-1: Meningkatnya layanan informasi: "
        "IKU-1 Persentase layanan yang memenuhi standar 102,50% tercapai; "
        "IKU-2 Jumlah aplikasi yang dikelola 75,00% belum tercapai."
    )
    assert {"102,50% tercapai", "75,00% belum tercapai", "target (100%)", "target belum tercapai"} <= set(texts(made))
    assert made.svg.count("url(#arsir-capaian-ss-1)") == 2  # the legend and the missed one
    assert made.table.notes == ()


def test_what_is_not_measured_is_said_in_words() -> None:
    made = chart(
        context_of((PERFORMANCE, '{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}")), 'grafik_capaian("SS-1")'
    )
    assert "belum terukur" in texts(made)
    assert made.table.rows[0][2:] == ("belum terukur", "–")
    trend = chart(
        context_of((PERFORMANCE, '{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}")), 'grafik_tren("IKU-1")'
    )
    assert trend.words.endswith("2025 belum terukur, target 82,00.")
    assert "capaian tidak dihitung" not in texts(trend)


def test_a_bar_that_is_cut_is_explained_at_the_table() -> None:
    made = chart(context_of((PERFORMANCE, 'tw3: "0", tw4: "1"', 'tw3: "0", tw4: "100"')), 'grafik_capaian("SS-1")')
    assert "2.550,00% tercapai" in texts(made)
    assert made.table.notes == ("Batang di luar -100% sampai 200,00% dipotong; angkanya tetap utuh.",)


@pytest.mark.parametrize("source", ['grafik_capaian("SS-2")', "grafik_serapan()"])
def test_nothing_to_show_is_said(source: str) -> None:
    files = base_files()
    path = f"{FOLDER}/{PERFORMANCE}"
    files[path] = files[path][: files[path].index("    indikator:", files[path].index("id: SS-2"))]
    files[f"{FOLDER}/{BUDGET}"] = files[f"{FOLDER}/{BUDGET}"].split("\n")[0] + "\n"
    made = chart(facts(files).expansion.context, source)
    assert "belum ada" in " ".join(texts(made))
    assert made.words.endswith((": belum ada indikator.", ": belum ada anggaran."))


def test_a_trend_names_its_unit_where_it_has_one_and_which_way_is_better() -> None:
    assert "target, dalam persen" in texts(chart(CONTEXT, 'grafik_tren("IKU-1")'))
    assert "target, dalam jam (makin rendah makin baik)" in texts(chart(CONTEXT, 'grafik_tren("IKU-3")'))
    index = context_of((PERFORMANCE, "satuan: jam", "satuan: indeks"))
    assert "target (makin rendah makin baik)" in texts(chart(index, 'grafik_tren("IKU-3")'))


def test_a_trend_without_earlier_years_shows_this_one() -> None:
    made = chart(context_of((PERFORMANCE, f"        riwayat:\n{EARLIER}", "")), 'grafik_tren("IKU-1")')
    assert made.title == "Persentase layanan yang memenuhi standar, 2025"
    assert [row[0] for row in made.table.rows] == ["2025"]


def test_a_year_without_target_is_hollow_and_explained() -> None:
    made = chart(context_of((PERFORMANCE, 'target: "75", realisasi', "realisasi")), 'grafik_tren("IKU-1")')
    assert "capaian tidak dihitung" in texts(made)
    assert made.table.rows[0] == ("2023", "74,20", "–", "capaian tidak dihitung karena targetnya tidak tercatat")


def test_many_years_are_all_in_the_table_and_the_picture_says_so() -> None:
    years = "".join(f'          - {{tahun: {year}, realisasi: "{year - 1950}"}}\n' for year in range(2008, 2023))
    made = chart(context_of((PERFORMANCE, EARLIER, years + EARLIER)), 'grafik_tren("IKU-1")')
    assert len(made.table.rows) == 18
    assert made.table.notes == ("Grafik hanya memuat tahun-tahun terakhir.",)
    assert "2008" not in texts(made)


def test_the_budget_is_said_in_rupiah() -> None:
    assert chart(CONTEXT, "grafik_serapan()").words == (
        "Grafik batang. Pagu dan realisasi setiap program tahun 2025: "
        "Program Layanan Informasi Rp472.500.000 dari Rp500.000.000, 94,50%; "
        "Program Jaringan Rp138.250.000 dari Rp150.000.000, 92,17%."
    )


def test_names_of_the_data_are_escaped_and_wrapped() -> None:
    name = "Persentase <layanan> & “pengaduan” " + "yang panjang sekali " * 20
    made = chart(context_of((PERFORMANCE, "Lama gangguan layanan", name)), 'grafik_capaian("SS-2")')
    assert "<layanan>" in made.words
    assert ET.fromstring(made.svg).findtext(f"{NS}desc") == made.words
    assert any(line.endswith(" …") for line in texts(made))
