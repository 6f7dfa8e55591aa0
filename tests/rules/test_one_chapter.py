"""What is said of a chapter is the same whether the whole report is asked for or that chapter only: on every case of every
rule, on both samples, and with a defect planted in each of their chapters."""

from datetime import date
from pathlib import Path

import pytest

from helpers import ROOT
from laporan.case import FOLDER, base_files, facts, overlaid
from paraf.adapters.office import load_repository
from paraf.adapters.years import load_report
from paraf.finding import Finding
from paraf.laporan.report import read_report
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportFacts, facts_of, run_report
from rules.test_report_cases import FILES

SAMPLES = (2025, 2026)
TODAY = date(2026, 11, 25)
DEFECTS = """
## Judul tanpa isi

Menurut analisa itu, capaian kinerja sasaran pada tahun 2019 mencapai 12,34% dan [lihat](99-entah.md#entah) 5 (enam) hal.
Dengan demikian seluruh indikator kinerja pada sasaran ini telah memenuhi target yang ditetapkan pimpinan pada awal tahun.

{{ realisasi("IKU-99") }}
"""


def differing(whole: ReportFacts, codes: frozenset[str]) -> list[str]:
    """The chapters of which something else is said when nothing but they is asked for."""
    rules = [rule for rule in REPORT_RULES if rule.code in codes]
    everything = run_report(rules, whole)

    def alone(file: str) -> list[Finding]:
        return run_report(rules, whole, files=frozenset([file]))

    files = [chapter.file for chapter in whole.report.chapters]
    return [file for file in files if alone(file) != [one for one in everything if one.place.file == file]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_says_the_same(path: Path) -> None:
    whole = facts(overlaid(path.read_text(encoding="utf-8")).files)
    assert differing(whole, frozenset([path.parent.name])) == []


COMPARING = ["STR105", "STR108", "LKP102", "KON108", "PRI104", "TAU101"]


@pytest.mark.parametrize("code", COMPARING)
def test_control_a_rule_that_compares_and_forgets_the_whole_is_noticed(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(ReportFacts, "whole", property(lambda facts: facts))
    cases = [facts(overlaid(path.read_text(encoding="utf-8")).files) for path in FILES if path.parent.name == code]
    try:
        noticed = any(differing(whole, frozenset([code])) for whole in cases)
    except KeyError:  # the text of another chapter, or the chapter itself
        noticed = True
    assert noticed


@pytest.mark.parametrize("year", SAMPLES)
@pytest.mark.parametrize("defects", ["", DEFECTS])
def test_a_sample_says_the_same(year: int, defects: str) -> None:
    folder = ROOT / "lakip" / str(year)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files = {name: data + defects.encode() if name[:2].isdigit() else data for name, data in files.items()}
    previous = load_report(ROOT, year - 1) if year - 1 in SAMPLES else None
    whole = facts_of(load_repository(ROOT), read_report(year, files), previous, TODAY)
    codes = frozenset(rule.code for rule in REPORT_RULES)
    assert differing(whole, codes) == []
    found = {one.code for one in run_report(REPORT_RULES, whole) if one.place.file.endswith(".md")}
    assert ({"STR102", "BHS101", "KON103", "KON108", "TAU101"} <= found) is bool(defects)


def test_asked_for_data_beside_a_chapter_both_are_looked_at_with_all_there_is() -> None:
    files = base_files()
    last, data = f"{FOLDER}/80-penutup.md", f"{FOLDER}/data/kinerja.yml"
    files[last] += "\nMenurut analisa itu.\n"
    files[data] = files[data].replace('- {tahun: 2023, target: "60", realisasi: "58"}\n          ', "")
    found = run_report(REPORT_RULES, facts(files), files=[last, data])
    assert [one.code for one in found] == ["LKP106", "BHS101"]
    assert run_report(REPORT_RULES, facts(files), files=[f"{FOLDER}/01-pengantar.md"]) == []
