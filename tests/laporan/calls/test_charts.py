"""Charts: a safe name, words and a table that say every figure, and looks that say what was reached."""

import re
from xml.etree import ElementTree as ET

import pytest

from laporan.case import FOLDER, base_files, facts
from laporan.changed import BUDGET, PERFORMANCE, chart, context_of
from paraf.laporan.calls.base import Chart, Context
from paraf.laporan.svg import EDGE, WIDTH

CONTEXT = context_of()
EARLIER = '          - {tahun: 2023, target: "75", realisasi: "74,2"}\n'
EARLIER += '          - {tahun: 2024, target: "78", realisasi: "79,1"}\n'
NS = "{http://www.w3.org/2000/svg}"


def texts(made: Chart) -> list[str]:
    return [element.text or "" for picture in made.pictures for element in ET.fromstring(picture.svg).iter(f"{NS}text")]


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
    root = ET.fromstring(made.pictures[0].svg)
    assert (made.pictures[0].name, made.title) == (name, title)
    assert (root.findtext(f"{NS}title"), root.findtext(f"{NS}desc")) == (title, made.pictures[0].words)
    assert root.get("role") == "img"
    assert made.pictures[0].svg == chart(CONTEXT, source).pictures[0].svg


def test_capaian_is_said_with_whether_the_target_was_reached() -> None:
    made = chart(CONTEXT, 'grafik_capaian("SS-1")')
    assert made.pictures[0].words == (
        "Grafik batang. Capaian indikator tahun 2025, sasaran SS-1: Meningkatnya layanan informasi: "
        "IKU-1 Persentase layanan yang memenuhi standar 102,50% tercapai; "
        "IKU-2 Jumlah aplikasi yang dikelola 75,00% belum tercapai."
    )
    assert {"102,50% tercapai", "75,00% belum tercapai", "target (100%)", "target belum tercapai"} <= set(texts(made))
    assert made.pictures[0].svg.count("url(#arsir-capaian-ss-1)") == 2  # the legend and the missed one
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
    assert trend.pictures[0].words.endswith("2025 belum terukur, target 82,00.")
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
    assert made.pictures[0].words.endswith((": belum ada indikator.", ": belum ada anggaran."))


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
    assert chart(CONTEXT, "grafik_serapan()").pictures[0].words == (
        "Grafik batang. Pagu dan realisasi setiap program tahun 2025: "
        "Program Layanan Informasi Rp472.500.000 dari Rp500.000.000, 94,50%; "
        "Program Jaringan Rp138.250.000 dari Rp150.000.000, 92,17%."
    )


def test_names_of_the_data_are_escaped_and_wrapped() -> None:
    name = "Persentase <layanan> & “pengaduan” " + "yang panjang sekali " * 20
    made = chart(context_of((PERFORMANCE, "Lama gangguan layanan", name)), 'grafik_capaian("SS-2")')
    assert "<layanan>" in made.pictures[0].words
    assert ET.fromstring(made.pictures[0].svg).findtext(f"{NS}desc") == made.pictures[0].words
    assert any(line.endswith(" …") for line in texts(made))


# 80 mm wide on paper (naskah/baca.typ), where a picture higher than this is made smaller than its letters can bear.
HIGHEST = 235 / 80 * WIDTH


def grown(count: int) -> Context:
    """The base report with so many indicators in its second goal, the last of them far beyond its target."""
    files = base_files()
    path = f"{FOLDER}/{PERFORMANCE}"
    first = files[path][files[path].index("      - id: IKU-3") :]
    more = [first.replace("IKU-3", f"IKU-{number}") for number in range(4, count + 1)]
    more[-1] = more[-1].replace("capaian: selisih", "capaian: terbalik").replace('tw4: "6,5"', 'tw4: "0,5"')
    files[path] += "".join(more)
    return facts(files).expansion.context


def test_a_chart_of_many_indicators_goes_on_in_further_pictures_that_can_be_read() -> None:
    made = chart(grown(60), "grafik_capaian()")
    roots = [ET.fromstring(picture.svg) for picture in made.pictures]
    assert [picture.name for picture in made.pictures] == [
        "capaian-semua",
        "capaian-semua-2",
        "capaian-semua-3",
        "capaian-semua-4",
    ]
    assert all(float(root.get("height", "nan")) <= HIGHEST for root in roots)
    assert {root.get("width") for root in roots} == {str(WIDTH)}
    shown = [text.split()[0] for text in texts(made) if text.startswith("IKU-")]
    assert shown == [f"IKU-{number}" for number in range(1, 61)]
    said = [word for picture in made.pictures for word in re.findall(r"IKU-\d+", picture.words)]
    assert said == shown
    assert made.pictures[1].words.startswith("Grafik batang, bagian 2 dari 4. Capaian indikator tahun 2025")
    assert len(made.table.rows) == 60


def test_its_pictures_share_one_scale() -> None:
    context = grown(60)
    ticks = []
    for picture in chart(context, "grafik_capaian()").pictures:
        lines = [e for e in ET.fromstring(picture.svg).iter(f"{NS}line") if e.get("stroke-width") == "3"]
        ticks.append({e.get("x1") for e in lines if e.get("x1") == e.get("x2")} - {str(EDGE + 12)})
    assert len(ticks[0]) == 1
    assert ticks == ticks[:1] * 4


@pytest.mark.parametrize("count", [10, 19])
def test_control_a_chart_that_is_not_high_is_one_picture(count: int) -> None:
    (picture,) = chart(grown(count), "grafik_capaian()").pictures
    assert "bagian" not in picture.words
