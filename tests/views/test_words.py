"""Office words for performers, times and conditions."""

import pytest

from helpers import CASES, ROOT, load_case, load_files
from paraf.sop.duration import read_duration
from paraf.sop.forms.papers import Approve, Evidence, Merge, Submit, Write
from paraf.views.words import condition_words, duration_words, role_names

SOP = load_case(ROOT).sop
BASE = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        ("penerima", "tunggal", "Penerima"),
        ("penerima, pemeriksa", "bersama", "Penerima bersama Pemeriksa"),
        ("penerima, pemeriksa, kepala", "bersama", "Penerima, Pemeriksa bersama Kepala"),
        ("penerima, kepala", "berurutan", "Penerima, lalu Kepala"),
    ],
)
def test_performers_are_joined_the_way_they_work(who: str, kind: str, expected: str) -> None:
    drawn = f'gambar: {{pelaksana: [{who}], kerja: {kind}, simbol: [{{bentuk: kotak}}]}}, no: "1."'
    sop = load_files({"sop/sop-uji.yml": BASE.replace('no: "1."', drawn)}).sop
    assert role_names(sop, sop.steps["C1"]) == expected


def test_nobody_is_said_plainly() -> None:
    sop = load_files({"sop/sop-uji.yml": BASE}).sop
    assert role_names(sop, sop.steps["C1"]) == "belum diketahui"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("10 menit", "10 menit"),
        ("-", "tidak ditentukan di SOP"),
        (None, "tidak ditentukan di SOP"),
        ("Segera", "Segera (tidak terukur)"),
    ],
)
def test_a_time_is_shown_as_printed(cell: str | None, expected: str) -> None:
    assert duration_words(read_duration(cell)) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Write(oleh="tim"), "Tim menyusun"),
        (Write(oleh="tim", lengkap="ya"), "Tim menyusun sampai lengkap"),
        (Submit(oleh="staf", ke="kadin"), "Staf menyerahkan kepada Kadin"),
        (Approve(oleh="sekdin"), "Sekdin menyetujui"),
        (Approve(oleh="sekdin", atas=("bukti/a8.yml",)), "Sekdin menyetujui bukti langkah A8"),
        (Approve(oleh="sekdin", atas=("data/kinerja.yml",)), "Sekdin menyetujui data/kinerja.yml"),
        (Evidence(oleh="staf", isi=("nomor", "tanggal")), "Staf mencatat bukti: nomor, tanggal"),
        (Merge(oleh="staf"), "Staf menyatukan ke naskah resmi"),
    ],
)
def test_every_condition_has_a_sentence(condition: Write, expected: str) -> None:
    assert condition_words(SOP, condition) == expected
