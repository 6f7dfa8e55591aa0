"""The outline as a page: every chapter, part and annex, what it must hold, and where the demand comes from."""

from helpers import ROOT, load_case
from laporan.case import base_files, facts
from paraf.sop.forms.outline import ChapterPlan, OutlineFile
from paraf.views.outline_page import outline_page


def outlines() -> tuple[OutlineFile, OutlineFile]:
    office, small = load_case(ROOT).outline, facts(base_files()).outline
    assert office
    assert small
    return office.value, small


OFFICE, SMALL = outlines()


def test_every_chapter_part_and_annex_of_the_office_stands_on_it() -> None:
    body = outline_page(OFFICE).body
    for plan in OFFICE.bab:
        assert plan.judul in body
        assert all(part.judul in body and part.panduan in body for part in plan.isi)
        assert all(f"{call}" in body for call in plan.memuat)
    assert all(annex.judul in body for annex in OFFICE.lampiran)


def test_what_is_practice_or_unverified_is_said() -> None:
    body = outline_page(OFFICE).body
    assert "praktik; tidak disebut di PermenPAN-RB 53/2014" in body
    assert body.count("(belum diverifikasi)") == 1


def test_demands_are_whole_sentences() -> None:
    body = outline_page(SMALL).body
    assert "Harus memuat `tabel_pk`. Paling sedikit 10 kata dan 1 tabel." in body
    assert "Berkasnya `31-….md`, satu untuk setiap sasaran." in body
    assert "<small> boleh tidak ada</small>" in body


def test_an_outline_of_one_optional_chapter_has_no_annexes() -> None:
    plan = ChapterPlan(id="satu", nomor="01", judul="Satu", panduan="Isi.", dasar="praktik", wajib="tidak")
    body = outline_page(OutlineFile(skema=1, dasar="Contoh", bab=(plan,))).body
    assert "Boleh tidak ada." in body
    assert "## Lampiran" not in body
