"""A new year: it reads without a fault, follows the outline, and nothing carried over passes for this year's."""

from datetime import date

import pytest
from msgspec import structs
from msgspec.structs import replace

from helpers import ROOT, load_case
from laporan.case import base_files, facts
from paraf.laporan.markdown import CARRIED, GUIDE
from paraf.laporan.performance import Performance
from paraf.laporan.report import Report, read_report
from paraf.laporan.scaffold import scaffold
from paraf.sop.forms.outline import OutlineFile

TODAY = date(2026, 1, 5)
SMALL = facts(base_files())
OFFICE = load_case(ROOT).outline
assert OFFICE
assert SMALL.outline
OUTLINE = SMALL.outline
EMPTY = "angka anggarannya belum diisi"
"""The one thing that a new year cannot bring along."""


def opened(outline: OutlineFile, previous: Report | None) -> tuple[dict[str, str], Report]:
    files = dict(scaffold(outline, 2026, "01/UJI/2026", TODAY, previous))
    return files, read_report(2026, {name: text.encode() for name, text in files.items()})


def performance(report: Report) -> Performance:
    assert report.performance is not None
    return report.performance


@pytest.mark.parametrize("previous", [None, SMALL.report], ids=["kosong", "tahun lalu"])
@pytest.mark.parametrize("plans", [OFFICE.value, OUTLINE], ids=["kantor", "kecil"])
def test_a_new_year_reads_without_a_fault_and_has_every_chapter(plans: OutlineFile, previous: Report | None) -> None:
    _, report = opened(plans, previous)
    assert [fault.message for fault in report.faults] == ([EMPTY] if previous else [])
    goals = list(performance(report).goals)
    wanted = [(plan.id, goal) for plan in plans.bab for goal in (goals if plan.per_sasaran == "ya" else [None])]
    assert [(chapter.id, chapter.goal) for chapter in report.chapters] == wanted


def test_without_a_year_before_every_part_says_what_to_write() -> None:
    files, report = opened(OUTLINE, None)
    text = files["31-capaian-ss-1.md"]
    for part in OUTLINE.bab[2].isi:
        assert f"## {part.judul}\n\n{GUIDE}{part.panduan}" in text
    assert '{{ tabel_capaian("SS-1") }}' in text
    assert "{{ tabel_pk() }}" in files["20-perjanjian.md"]
    assert performance(report).measures["IKU-1"].form.ditegaskan == "tidak"


def test_last_year_leaves_structure_plans_and_results() -> None:
    _, report = opened(OUTLINE, SMALL.report)
    old, new = performance(SMALL.report), performance(report)
    assert list(new.measures) == list(old.measures)
    for name, measure in new.measures.items():
        before = old.measures[name]
        assert (measure.plan, measure.national, measure.unit) == (before.plan, before.national, before.unit)
        assert measure.value is None
        assert measure.form.ditegaskan == "tidak"
        assert measure.target == before.target
        assert set(measure.earlier) == {*before.earlier, 2025}
        assert (measure.earlier[2025].value, measure.earlier[2025].target) == (before.value, before.target)
    assert SMALL.report.budget
    files, _ = opened(OUTLINE, SMALL.report)
    codes = [line.split(";")[0] for line in files["data/anggaran.csv"].splitlines()[1:]]
    assert codes == [row.code for row in SMALL.report.budget.rows]
    assert all(line.endswith(";;;") for line in files["data/anggaran.csv"].splitlines()[1:])


def test_every_carried_sentence_is_a_note_and_every_call_stays() -> None:
    files, report = opened(OUTLINE, SMALL.report)
    old = {chapter.id: chapter for chapter in SMALL.report.chapters}
    for chapter in report.chapters:
        assert all(
            line.text.startswith((CARRIED.strip(), "#")) for line in chapter.prose if not line.text.startswith("{{")
        )
    text = files["70-anggaran.md"]
    assert "\n{{ tabel_anggaran() }}\n" in text
    assert f"{CARRIED}Sisa anggaran {{{{ sisa() }}}} dikembalikan ke kas daerah." in text
    assert files["32-capaian-ss-2.md"].count("## ") == len(old["capaian"].sections)


def test_notes_of_two_years_ago_are_not_marked_twice() -> None:
    first, _ = opened(OUTLINE, SMALL.report)
    second = scaffold(
        OUTLINE,
        2027,
        "01/UJI/2026",
        TODAY,
        read_report(2026, {name: text.encode() for name, text in first.items()}),
    )
    assert f"{CARRIED}{CARRIED}" not in "".join(second.values())
    assert f"{CARRIED}> " not in "".join(second.values())


def test_a_year_before_that_cannot_be_read_leaves_what_it_can() -> None:
    broken = replace(SMALL.report, performance=None, budget=None, identity=None)
    _, report = opened(OUTLINE, broken)
    assert report.faults == ()
    assert list(performance(report).goals) == ["SS-1"]


def test_targets_are_carried_in_figures_that_nobody_reads_twice() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    files[path] = (
        files[path]
        .replace('target: {murni: "4"}', 'target: {murni: "3000 - 4000"}')
        .replace('tw1: "1", tw2: "1", tw3: "0", tw4: "1"', 'tw1: "1000", tw2: "200", tw3: "30", tw4: "4"')
    )
    text, report = opened(OUTLINE, facts(files).report)
    assert 'tahun: 2025, target: "3000 - 4000", realisasi: "1234"' in text["data/kinerja.yml"]
    assert [fault.message for fault in report.faults] == [EMPTY]


def test_letters_goals_without_indicators_and_annexes_are_carried() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    files[path] = files[path].replace(
        "satuan: persen\n",
        'satuan: predikat\n        huruf: {A: "80", BB: "70", B: "60"}\n        bila_target_nol: "-"\n',
    )
    for old, new in (
        ('{murni: "80", perubahan: "82"}', "{murni: BB, perubahan: A}"),
        ('{tw1: "70", tw2: "75", tw3: "80", tw4: "82"}', "{tw4: A}"),
        ('{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{tw4: BB}"),
        ('- {tahun: 2023, target: "75", realisasi: "74,2"}', "- {tahun: 2023, realisasi: B}"),
        ('- {tahun: 2024, target: "78", realisasi: "79,1"}', "- {tahun: 2024, target: BB, realisasi: B}"),
        ('{tahun: 2026, target: "85", dokumen', "{tahun: 2026, target: A, dokumen"),
        ('nilai: "80,4"', "nilai: B"),
    ):
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    files[path] += "  - {id: SS-3, nama: Sasaran baru, indikator: []}\n"
    text, report = opened(OUTLINE, facts(files).report)
    assert [fault.message for fault in report.faults] == [EMPTY]
    measure = performance(report).measures["IKU-1"]
    assert measure.unit.write_target(measure.target) == "A"
    assert measure.unit.write(measure.earlier[2025].value) == "BB"
    assert performance(report).goals["SS-3"].measures == ()
    assert (
        '{id: perjanjian-kinerja, judul: "Perjanjian Kinerja Tahun 2026", tahun: 2026}' in text["lampiran/daftar.yml"]
    )


def test_an_outline_without_required_annexes_has_an_empty_list() -> None:
    bare = OutlineFile(skema=1, dasar=OUTLINE.dasar, bab=OUTLINE.bab)
    files, report = opened(bare, None)
    assert "lampiran: []" in files["lampiran/daftar.yml"]
    assert report.faults == ()


def test_an_indicator_without_any_result_is_carried_without_one() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    start, end = files[path].index("        riwayat:"), files[path].index("        renstra:")
    files[path] = files[path][:start] + files[path][end:]
    files[path] = files[path].replace('{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}")
    text, report = opened(OUTLINE, facts(files).report)
    assert performance(report).measures["IKU-1"].earlier == {}
    assert text["data/kinerja.yml"].count("riwayat:") == 2


def test_a_call_about_an_indicator_is_written_for_every_indicator_of_the_goal() -> None:
    plans = tuple(
        structs.replace(plan, isi=(structs.replace(plan.isi[0], memuat=("realisasi", "tabel_capaian", "belum_ada")),))
        if plan.per_sasaran == "ya"
        else plan
        for plan in OUTLINE.bab
    )
    bare = replace(SMALL.report, chapters=())
    text = dict(scaffold(structs.replace(OUTLINE, bab=plans), 2026, "01/UJI/2026", TODAY, bare))["31-capaian-ss-1.md"]
    called = [line for line in text.splitlines() if line.startswith("{{")]
    assert called == [
        '{{ realisasi("IKU-1") }}',
        '{{ realisasi("IKU-2") }}',
        '{{ tabel_capaian("SS-1") }}',
        '{{ belum_ada("SS-1") }}',
    ]


def test_a_year_that_was_not_measured_to_its_end_leaves_no_result() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    files[path] = files[path].replace('tw3: "10,5", tw4: "6,5"', 'tw3: "10,5"')
    _, report = opened(OUTLINE, facts(files).report)
    assert 2025 not in performance(report).measures["IKU-3"].earlier
    assert 2025 in performance(report).measures["IKU-1"].earlier


def again(files: dict[str, str]) -> dict[str, str]:
    """The scaffold of a year that is there already."""
    return dict(scaffold(OUTLINE, 2025, "01/UJI/2026", TODAY, None, facts(files).report))


def test_a_chapter_that_is_there_under_another_name_is_not_begun_again() -> None:
    files = base_files()
    files["lakip/2025/31-layanan.md"] = files.pop("lakip/2025/31-capaian-ss-1.md")
    del files["lakip/2025/32-capaian-ss-2.md"]
    made = again(files)
    assert [name for name in made if name.endswith(".md")] == ["32-capaian-ss-2.md"]
    assert "sasaran: SS-2\n" in made["32-capaian-ss-2.md"]


def test_a_file_that_cannot_be_read_may_be_the_chapter_that_is_missing() -> None:
    files = base_files()
    files["lakip/2025/32-capaian-ss-2.md"] = "tanpa kepala"
    assert [name for name in again(files) if name.endswith(".md")] == []


def test_goals_of_a_year_that_is_there_are_its_own_and_while_they_cannot_be_read_nobody_knows_them() -> None:
    files = base_files()
    for name in ("31-capaian-ss-1.md", "32-capaian-ss-2.md", "80-penutup.md"):
        del files[f"lakip/2025/{name}"]
    assert [name for name in again(files) if name.endswith(".md")] == [
        "31-capaian-ss-1.md",
        "32-capaian-ss-2.md",
        "80-penutup.md",
    ]
    files["lakip/2025/data/kinerja.yml"] = "rusak: ["
    assert [name for name in again(files) if name.endswith(".md")] == ["80-penutup.md"]
    del files["lakip/2025/data/kinerja.yml"]
    assert [name for name in again(files) if name.endswith(".md")] == ["31-capaian-ss-1.md", "80-penutup.md"]


def test_a_required_part_that_last_year_lacked_is_asked_for_again() -> None:
    files = base_files()
    path = "lakip/2025/80-penutup.md"
    files[path] = files[path].split("## Langkah perbaikan")[0]
    text, _ = opened(OUTLINE, facts(files).report)
    assert f"## Langkah perbaikan\n\n{GUIDE}Langkah." in text["80-penutup.md"]
    assert "## Catatan lain" not in text["31-capaian-ss-1.md"]


def test_of_a_list_only_its_head_comes_along() -> None:
    text, report = opened(OUTLINE, SMALL.report)
    assert text["data/daftar-aplikasi.csv"] == "nama;mulai\n"
    assert report.lists["data/daftar-aplikasi.csv"] == []
    empty = replace(SMALL.report, lists={"data/daftar-aplikasi.csv": []})
    assert scaffold(OUTLINE, 2026, "01/UJI/2026", TODAY, empty)["data/daftar-aplikasi.csv"] == "nama\n"
