"""What is new for the next reader: a report by its words, where it can be compared; anything else by its lines."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from laporan.case import FOLDER, base_files, facts
from laporan.changed import changed_files
from laporan.perubahan.states import OUTLINE
from paraf.adapters.github import meta
from paraf.gerbang import news
from paraf.laporan.report import Report, read_report

PATTERNS = ("NN-*.md", "data/")


def read(files: dict[str, str]) -> Report:
    folder = f"{FOLDER}/"
    return read_report(
        2025, {path.removeprefix(folder): text.encode() for path, text in files.items() if folder in path}
    )


REPORTS = {
    "semula": read(base_files()),
    "menjadi": read(
        changed_files(("01-pengantar.md", "satu tahun", "dua tahun"), ("surat.md", "satu berkas", "dua berkas"))
    ),
}


def between(then: str, now: str, patterns: tuple[str, ...] = PATTERNS) -> list[tuple[str, str, str]]:
    trees = SimpleNamespace(report=lambda tree, year: REPORTS.get(tree) if year == 2025 else None)
    repo = SimpleNamespace(outline=SimpleNamespace(value=OUTLINE))
    gathered = SimpleNamespace(facts=SimpleNamespace(year=2025), repo=repo)
    paper = SimpleNamespace(mencakup=patterns)
    found = meta._between(*cast(Any, (SimpleNamespace(trees=trees), gathered, paper, (then, now))))
    return [(one.place, one.before, one.after) for one in found]


def test_a_report_is_told_by_its_words() -> None:
    ((place, before, after),) = between("semula", "menjadi")
    assert place == "Pengantar, paragraf 1"
    assert "selama satu tahun anggaran." in before
    assert "selama dua tahun anggaran." in after


def test_a_letter_is_told_by_its_lines() -> None:
    assert between("semula", "menjadi", ("surat.md",)) == [
        ("surat.md", "| Laporan | satu berkas |", "| Laporan | dua berkas |")
    ]


def test_what_is_too_long_is_told_by_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST_LETTERS", 10)
    ((place, before, _),) = between("semula", "menjadi")
    assert (place, before) == ("Pengantar", "Laporan ini menjelaskan kinerja Dinas Contoh selama satu tahun anggaran.")


@pytest.mark.parametrize(("then", "now", "side"), [("tidak ada", "semula", 1), ("semula", "tidak ada", 2)])
def test_a_year_that_came_or_went_is_all_new_or_gone(then: str, now: str, side: int) -> None:
    found = between(then, now)
    assert found
    assert {row[side] for row in found} == {""}


def test_control_the_office_knows_the_outline() -> None:
    assert facts(base_files()).outline == OUTLINE
