"""Each of the 27 defects, planted into the complete sample at three seeded places, is found on its line by its rule."""

import random
from datetime import date

import pytest

from helpers import ROOT, load_case
from paraf.finding import Finding
from paraf.laporan.report import Report, is_text, read_report
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportRule, facts_of, run_report
from property.planted import PLANTERS, Files, Spot

YEAR = 2025
FOLDER = ROOT / "lakip" / str(YEAR)
REPO = load_case(ROOT)
TODAY = date(2026, 2, 10)
FILES: Files = {
    path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") if is_text(path.name) else ""
    for path in sorted(FOLDER.rglob("*"))
    if path.is_file()
}
SEEDS = range(3)
ROWS = [(defect, seed) for defect in PLANTERS for seed in SEEDS]
_FREE = ("KON102",)
ALSO = {
    **dict.fromkeys(("D01", "D02", "D07", "D08", "D14", "D24", "D27"), _FREE),
    "D15": ("KON102", "BHS102"),
}
"""Rules that speak of the same line, but not of the defect: KON102 says that no call vouches for a figure, right or wrong;
BHS102 that *n/a* is nothing to print. Every other defect is told by its own rules alone."""


def report_of(files: Files) -> Report:
    return read_report(YEAR, {name: text.encode() for name, text in files.items()})


SAMPLE = report_of(FILES)


def found(files: Files, rules: list[ReportRule]) -> list[Finding]:
    return run_report(rules, facts_of(REPO, report_of(files), None, TODAY))


def planted(defect: str, seed: int) -> tuple[Files, Spot]:
    """The sample with one defect, and where it stands."""
    files = dict(FILES)
    spot = PLANTERS[defect][0](files, SAMPLE, random.Random(f"{defect}-{seed}"))
    return files, spot


def codes_at(defect: str, seed: int, rules: list[ReportRule]) -> set[str]:
    """Every rule that says something of the line where the defect was planted, whatever it is about."""
    files, (name, line) = planted(defect, seed)
    spot = (f"lakip/{YEAR}/{name}", line)
    return {f.code for f in found(files, rules) if (f.place.file, f.place.line) == spot}


def test_control_the_sample_carries_none_of_them() -> None:
    codes = {code for _, codes in PLANTERS.values() for code in codes}
    assert [f for f in found(FILES, list(REPORT_RULES)) if f.code in codes] == []


def test_every_defect_has_a_planter() -> None:
    assert list(PLANTERS) == [f"D{number:02}" for number in range(1, 28)]


@pytest.mark.parametrize(("defect", "seed"), ROWS)
def test_a_planted_defect_is_found_on_its_line(defect: str, seed: int) -> None:
    assert codes_at(defect, seed, list(REPORT_RULES)) & set(PLANTERS[defect][1])


@pytest.mark.parametrize(("defect", "seed"), ROWS)
def test_control_without_its_rule_nobody_tells_the_defect(defect: str, seed: int) -> None:
    without = [rule for rule in REPORT_RULES if rule.code not in PLANTERS[defect][1]]
    assert len(without) < len(REPORT_RULES)
    assert codes_at(defect, seed, without) <= set(ALSO.get(defect, ()))


def test_control_every_other_rule_that_is_named_speaks() -> None:
    for defect, codes in ALSO.items():
        spoken = set().union(*(codes_at(defect, seed, list(REPORT_RULES)) for seed in SEEDS))
        assert set(codes) <= spoken - set(PLANTERS[defect][1]), defect
