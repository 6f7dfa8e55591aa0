"""Findings and faults in each output form; nothing from outside escapes its place."""

import json

import pytest
from msgspec.structs import replace

from paraf.errors import Fault
from paraf.finding import Finding, Place, Severity
from paraf.views import report


def finding(code: str, severity: Severity, message: str = "Pesan.") -> Finding:
    place = Place("sop/x.yml", 3, 5)
    return Finding(code=code, severity=severity, place=place, subject="Langkah C1", message=message, repair="Perbaiki.")


MIXED = [
    finding("SOP101", Severity.CATATAN),
    finding("SOP111", Severity.WAJIB),
    finding("SOP101", Severity.CATATAN),
    finding("SOP107", Severity.SEBAIKNYA),
]
FAULT = Fault(Place("sop/y.yml", 1, 2), "salah", "betulkan")


def test_text_counts_notes_and_spells_out_the_rest() -> None:
    assert report.as_text(MIXED, everything=False) == (
        "Wajib diperbaiki:\n"
        "  sop/x.yml:3:5: SOP111 Langkah C1: Pesan.\n"
        "      Perbaiki.\n\n"
        "Sebaiknya:\n"
        "  sop/x.yml:3:5: SOP107 Langkah C1: Pesan.\n"
        "      Perbaiki.\n\n"
        "Catatan:\n"
        "  SOP101  2 catatan\n"
        "  Tampilkan satu per satu: paraf periksa --semua. Artinya: paraf jelaskan KODE.\n\n"
        "Hasil: 1 wajib diperbaiki, 1 sebaiknya diperbaiki, 2 catatan."
    )


def test_text_shows_everything_on_request_and_says_when_there_is_nothing() -> None:
    assert report.as_text(MIXED, everything=True).count("sop/x.yml:3:5: SOP101") == 1
    assert report.as_text([], everything=False) == "Hasil: tidak ada catatan pemeriksaan."


def test_what_says_the_same_of_one_file_is_said_once_with_every_line() -> None:
    lines = [replace(MIXED[1], place=Place("sop/x.yml", number, 5)) for number in range(3, 20)]
    text = report.as_text(lines, everything=True)
    assert text.count("SOP111") == 1
    assert "Sama pada baris 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 dan 4 lagi." in text
    assert "Sama pada baris 4.\n" in report.as_text(lines[:2], everything=True)


@pytest.mark.parametrize(("file", "told"), [("lakip/2026/80-penutup.md", 1), ("sop/x.yml", 2)])
def test_of_a_chapter_the_lines_tell_them_apart_of_data_the_subject(file: str, told: int) -> None:
    one, other = (
        replace(MIXED[1], subject=subject, place=Place(file, line, 1)) for subject, line in (("satu", 1), ("dua", 2))
    )
    assert report.as_text([one, other], everything=True).count("SOP111") == told


def test_json_is_versioned_and_holds_both_kinds() -> None:
    document = json.loads(report.as_json([MIXED[1]], [FAULT]))
    assert document == {
        "versi": 1,
        "catatan_pemeriksaan": [
            {
                **{"kode": "SOP111", "tingkat": "wajib", "berkas": "sop/x.yml", "baris": 3, "kolom": 5},
                **{"perihal": "Langkah C1", "pesan": "Pesan.", "perbaikan": "Perbaiki."},
            }
        ],
        "kesalahan": [{"berkas": "sop/y.yml", "baris": 1, "kolom": 2, "pesan": "salah", "perbaikan": "betulkan"}],
    }


def test_github_annotations_escape_commands_hidden_in_data() -> None:
    nasty = finding("SOP107", Severity.SEBAIKNYA, "satu\n::error::dua % tiga")
    (first, second) = report.as_github([nasty], [FAULT]).splitlines()
    assert first == "::error file=sop/y.yml,line=1,col=2,title=Kesalahan data::salah. Perbaikan: betulkan."
    assert second == (
        "::warning file=sop/x.yml,line=3,col=5,title=SOP107 Langkah C1::satu%0A::error::dua %25 tiga Perbaiki."
    )


@pytest.mark.parametrize(("count", "last"), [(1, "1 kesalahan pada data."), (103, "… dan 3 kesalahan lagi.")])
def test_a_long_list_of_faults_is_cut_and_says_so(count: int, last: str) -> None:
    said = report.faults_text([FAULT] * count)
    assert said.startswith("sop/y.yml:1:2: salah\n    Perbaikan: betulkan.\n")
    assert last in said
