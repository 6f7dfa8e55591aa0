"""Every case of a report rule: it finds exactly what the marks announce, and nothing on the small complete report."""

from collections import Counter
from pathlib import Path

import pytest

from helpers import CASES
from laporan.case import base_files, case_files, found_by, overlaid
from paraf.rules.of_report import REPORT_RULES

FOLDER = CASES / "aturan-laporan"
FILES = case_files(FOLDER)
CODES = [rule.code for rule in REPORT_RULES]


def test_control_marks_are_read_with_the_lines_they_make() -> None:
    text = ">>> 80-penutup.md tambah\nSatu. <<BHS101\n"
    text += ">>> data/kinerja.yml ubah\ntahun: 2025↵perjanjian => tahun: 2024↵perjanjian <<DAT101\n"
    case = overlaid(text)
    lines = base_files()["lakip/2025/80-penutup.md"].count("\n")
    assert case.expected == (
        ("BHS101", "lakip/2025/80-penutup.md", lines + 1),
        ("DAT101", "lakip/2025/data/kinerja.yml", 2),
    )
    assert case.files["lakip/2025/80-penutup.md"].endswith("\nSatu.\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_rule_finds_what_the_marks_say(path: Path) -> None:
    case = overlaid(path.read_text(encoding="utf-8"))
    found = found_by(path.parent.name, case.files)
    assert Counter((f.code, f.place.file, f.place.line) for f in found) == Counter(case.expected)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_control_bad_cases_have_marks_of_their_rule_and_good_ones_none(path: Path) -> None:
    codes = {code for code, _, _ in overlaid(path.read_text(encoding="utf-8")).expected}
    assert codes == ({path.parent.name} if path.stem.startswith("buruk-") else set())


@pytest.mark.parametrize("code", CODES)
def test_the_small_complete_report_is_clean(code: str) -> None:
    assert found_by(code, base_files()) == []


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_two_bad_and_two_good_cases(code: str) -> None:
    names = [path.stem for path in FILES if path.parent.name == code]
    assert sum(name.startswith("buruk-") for name in names) >= 2
    assert sum(name.startswith("baik-") for name in names) >= 2
    assert all(name.startswith(("buruk-", "baik-")) for name in names)


def test_control_every_folder_belongs_to_a_rule() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CODES)
