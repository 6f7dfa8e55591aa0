"""Skeletons of the small papers: only those of the paper asked for, and never one that could pass for finished."""

from datetime import date

import pytest

from helpers import ROOT, load_files
from laporan.records.samples import INPUT, OFFICE
from paraf.finding import Place
from paraf.laporan.records.year import Asked, read_year
from paraf.laporan.report import read_report
from paraf.laporan.skeletons import skeletons
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import facts_of, run_report
from paraf.sop.evidence import evidence_forms
from paraf.sop.forms.papers import Paper

assert OFFICE.papers
PAPERS = {paper.id: paper for paper in OFFICE.papers.value.naskah}
ASKED = (Asked(4, Place("lakip/2026/bukti/b7.yml", 9, 5)),)


def made(paper: Paper, asked: tuple[Asked, ...] = ASKED) -> dict[str, str]:
    return dict(skeletons(OFFICE, paper, 2026, asked))


def test_each_paper_brings_its_own_files() -> None:
    assert {name: sorted(made(paper)) for name, paper in PAPERS.items()} == {
        "nota-dinas": ["nota-dinas.md"],
        "laporan-individu": ["individu.yml"],
        "rencana-kerja": ["rencana-kerja.yml"],
        "data-lakip": [],
        "draf-awal": [],
        "draf-akhir": ["tanggapan.yml"],
        "surat-pengantar": ["surat-pengantar.md"],
    }


@pytest.mark.parametrize("name", ["nota-dinas", "laporan-individu", "rencana-kerja", "draf-akhir", "surat-pengantar"])
def test_a_skeleton_is_never_taken_for_finished(name: str) -> None:
    files = {path: text.encode() for path, text in made(PAPERS[name]).items()}
    report = read_report(2026, files)
    found = run_report(REPORT_RULES, facts_of(OFFICE, report, None, date(2027, 1, 4)))
    assert any(finding.place.file.removeprefix("lakip/2026/") in files for finding in found)
    assert {fault.message for fault in report.faults} <= {"nilai ini masih kosong", "bentuk '' tidak sesuai"}


def test_the_plan_names_every_step_of_its_section_and_who_answers() -> None:
    text = made(PAPERS["rencana-kerja"])["rencana-kerja.yml"]
    assert text.count("- {langkah: B") == 17
    assert "- {langkah: B4, mulai: , selesai: , penanggung_jawab: tim}" in text


def test_every_row_of_the_matrix_waits_for_its_answer() -> None:
    text = made(PAPERS["draf-akhir"])["tanggapan.yml"]
    assert "  # lakip/2026/bukti/b7.yml baris 9\n  - nomor: 4\n    jawaban:\n" in text
    empty = made(PAPERS["draf-akhir"], ())["tanggapan.yml"]
    assert empty.endswith("tanggapan: []\n")
    assert read_report(2026, {"tanggapan.yml": empty.encode()}).faults == ()
    real = read_year(evidence_forms(OFFICE), frozenset(), read_report(2025, {"bukti/b7.yml": INPUT.encode()}), date.max)
    assert made(PAPERS["draf-akhir"], real.asked)["tanggapan.yml"].count("- nomor:") == 2


def test_letters_hold_what_the_office_asks_of_them() -> None:
    note, cover = made(PAPERS["nota-dinas"])["nota-dinas.md"], made(PAPERS["surat-pengantar"])["surat-pengantar.md"]
    assert "| Kepada | |\n| Dari | |\n| Hal | |\n" in note
    assert "Nomor dan Tanggal dicatat di bukti sesudah ditandatangani." in note
    assert "\nYth.\n" in cover
    assert "| Jenis yang dikirim | Banyaknya | Keterangan |\n|:--|:--|:--|\n| | | |\n" in cover


def test_a_letter_of_which_nothing_is_asked() -> None:
    files = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("sop/sop-lakip.yml", "sop/naskah.yml")}
    bare = load_files(files)
    assert dict(skeletons(bare, PAPERS["nota-dinas"], 2026, ())) == {}
    evidence = (ROOT / "sop/bukti.yml").read_text(encoding="utf-8")
    short = evidence[: evidence.index("surat:\n")] + "surat:\n  - {berkas: nota-dinas.md}\n"
    office = load_files(files | {"sop/bukti.yml": short})
    assert skeletons(office, PAPERS["nota-dinas"], 2026, ())["nota-dinas.md"] == (
        "# Nota dinas penyusunan Lapkin 2026\n\n> [panduan] Tulis isi suratnya.\n"
    )


def test_a_step_whose_performers_nobody_read_has_a_blank() -> None:
    sop = (ROOT / "tests/cases/laporan/sop/sop-uji.yml").read_text(encoding="utf-8")
    sop = sop.replace(", tafsir: {pelaksana: {siapa: [penerima], alasan: Contoh.}}", "")
    office = load_files({"sop/sop-uji.yml": sop})
    paper = PAPERS["rencana-kerja"]
    first = paper.langkah[0].__class__(kode="C1", syarat=())
    text = skeletons(office, Paper(paper.id, paper.nama, paper.mencakup, (first,)), 2026, ())["rencana-kerja.yml"]
    assert "- {langkah: C1, mulai: , selesai: , penanggung_jawab: }" in text
