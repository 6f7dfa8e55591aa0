"""The page of the calls: every call with its form and a live answer, pictures that exist, and no figure without a sample."""

from xml.etree import ElementTree as ET

import pytest

from helpers import ROOT, TODAY, load_case
from laporan.case import FOLDER, base_files, facts
from laporan.changed import BUDGET, PERFORMANCE, changed_files
from paraf.laporan.calls.base import Call
from paraf.laporan.calls.catalogue import CALLS
from paraf.laporan.report import Report
from paraf.rules.of_sop import RULES
from paraf.views.calls_page import FOLDER as PICTURES
from paraf.views.calls_page import PATH, calls_page, fit_for_examples
from paraf.views.html import md, text
from paraf.views.site import build_site

SAMPLE = facts(base_files()).report
SHOWN = calls_page(SAMPLE)
BARE = calls_page(None)
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)


def report_of(files: dict[str, str]) -> Report:
    return facts(files).report


@each_call
def test_every_call_has_its_form_its_use_and_its_source(call: Call) -> None:
    for page in (SHOWN.page, BARE.page):
        assert f"<code>{text(call.form)}</code>" in page.body
        assert text(call.summary) in page.body
        assert f"<code>{text(f'{{{{ {call.example} }}}}')}</code>" in page.body


@pytest.mark.parametrize(
    "answer",
    [
        "84,05%",
        "102,50%",
        "naik 4,95 poin",
        "Rp500.000.000,00",
        "31 Januari 2026",
        "Tabel 2",
        "Persentase layanan yang memenuhi standar",
        '<td class="kanan"><strong>88,75%</strong></td>',
        "Arah naik: capaian = realisasi ÷ target × 100%.",
    ],
)
def test_a_live_answer_stands_beside_it(answer: str) -> None:
    assert answer in SHOWN.page.body
    assert answer not in BARE.page.body


def test_figures_are_marked_as_a_sample_and_absent_without_one() -> None:
    assert "tahun 2025: **DATA CONTOH**, bukan laporan resmi." in SHOWN.page.body
    assert "DATA CONTOH" not in BARE.page.body
    assert "Terbaca" not in BARE.page.body
    assert BARE.pictures == {}


def test_every_picture_it_shows_is_there_with_its_words_and_its_table() -> None:
    assert set(SHOWN.pictures) == {f"{PICTURES}/{name}.svg" for name in ("capaian-ss-1", "tren-iku-1", "serapan")}
    for path, svg in SHOWN.pictures.items():
        assert ET.fromstring(svg).tag.endswith("svg")
        assert f"]({path.removeprefix('menulis/')})" in SHOWN.page.body
    assert SHOWN.page.body.count("<summary>Tabel angkanya</summary>") == 3


def test_examples_are_about_what_the_year_has() -> None:
    files = {
        path: content.replace("IKU-1", "IK-7").replace("SS-1", "SP-3").replace("daftar-aplikasi", "daftar-layanan")
        for path, content in base_files().items()
    }
    files[f"{FOLDER}/data/daftar-layanan.csv"] = files.pop(f"{FOLDER}/data/daftar-aplikasi.csv")
    body = calls_page(report_of(files)).page.body
    for source in ('realisasi("IK-7")', 'tabel_capaian("SP-3")', 'tabel_daftar("layanan")'):
        assert text(source) in body
    assert "Pada data contoh:" not in body


def test_what_a_sample_cannot_answer_is_said() -> None:
    files = base_files()
    del files[f"{FOLDER}/data/daftar-aplikasi.csv"]
    assert "<p>Pada data contoh: daftar aplikasi tidak ada.</p>" in calls_page(report_of(files)).page.body


def test_of_a_long_table_the_beginning_and_the_sum_are_shown() -> None:
    rows = "".join(f"2.16.03.01.{number:02};Kegiatan {number};;1000;1000;900\n" for number in range(2, 20))
    files = changed_files((BUDGET, "138250000\n", f"138250000\n{rows}"))
    body = calls_page(report_of(files)).page.body
    assert "Di sini hanya 8 dari 26 barisnya." in body
    assert "<strong>Jumlah</strong>" in body
    assert "Kegiatan 15" not in body


@pytest.mark.parametrize(
    ("change", "fit"),
    [
        (None, True),
        ((PERFORMANCE, ', tw4: "84,05"', ""), False),
        ((PERFORMANCE, "skema: 1", "skema: 2"), False),
        ((BUDGET, "301500000", "x"), False),
        (("31-capaian-ss-1.md", "id: capaian", "id: "), False),
    ],
)
def test_only_a_year_that_is_read_and_measured_to_its_end_is_an_example(
    change: tuple[str, str, str] | None, fit: bool
) -> None:
    assert fit_for_examples(report_of(changed_files(*([change] if change else [])))) is fit


def test_the_site_has_the_page_with_its_pictures_where_there_is_an_outline() -> None:
    repo = load_case(ROOT)
    with_sample = build_site(repo, [], RULES, TODAY, {}, SAMPLE).files
    without = build_site(repo, [], RULES, TODAY, {}).files
    assert PATH in with_sample
    assert set(SHOWN.pictures) <= set(with_sample)
    assert not any(path.startswith(PICTURES) for path in without)
    assert "84,05%" not in without[PATH]


@each_call
def test_the_list_on_top_leads_to_every_call(call: Call) -> None:
    for page in (SHOWN.page, BARE.page):
        top, rest = page.body.split("</nav>", 1)
        assert f'<a href="#{call.name}">{call.name}</a>' in top
        stands = f'id="{call.name}"' if call.kind in ("angka", "kata") else f"### {md(call.name)}\n"
        assert rest.count(stands) == 1


def test_tables_are_folded_and_pictures_are_seen() -> None:
    tables = [call for call in CALLS if call.kind == "tabel"]
    assert SHOWN.page.body.count("<summary>Contoh hasilnya</summary>") == len(tables)
    assert "Contoh hasilnya" not in BARE.page.body


def test_examples_of_a_year_with_its_names_the_other_way_round_are_not_renamed_twice() -> None:
    files = {
        path: content.replace("SS-1", "SS-9").replace("SS-2", "SS-1").replace("SS-9", "SS-2")
        for path, content in base_files().items()
    }
    body = calls_page(report_of(files)).page.body
    assert text('jumlah(pagu("SS-2"), pagu("SS-1"))') in body
