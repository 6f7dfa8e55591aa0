"""Taking away any one required element yields a finding that names it, and none that calls a present element absent.

Done for every element of the small report, of the sample year, and of a year that has just been opened.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
from msgspec.structs import replace

from helpers import ROOT, load_case
from laporan.case import FOLDER, TODAY, YEAR, base_files, facts
from paraf.finding import Finding
from paraf.laporan.scaffold import scaffold
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportRule, run_report
from rules.removal import KINDS, Element, elements

RULES = tuple(rule for rule in REPORT_RULES if rule.code[:3] in ("STR", "LKP"))


def texts(*folders: str) -> dict[str, str]:
    """The text files below some folders of the repository."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.*")) if path.suffix != ".pdf"]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


def opened() -> dict[str, str]:
    """A year opened from our outline, with nothing before it."""
    outline = load_case(ROOT).outline
    assert outline
    files = scaffold(outline.value, YEAR, "01", TODAY, None)
    return texts("sop") | {f"{FOLDER}/{name}": text for name, text in files.items()}


REPORTS: Mapping[str, dict[str, str]] = {
    "kecil": base_files(),
    "contoh": texts("sop", FOLDER),
    "kerangka": opened(),
}
ROWS = [(name, element) for name, files in REPORTS.items() for element in elements(files)]


@cache
def before(name: str) -> Counter[tuple[str, str, str]]:
    """What is found while nothing is missing."""
    return Counter(map(words_of, findings(REPORTS[name])))


def words_of(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.place.file, f"{finding.subject} {finding.message}"


def findings(files: Mapping[str, str], rules: tuple[ReportRule, ...] = RULES) -> list[Finding]:
    return run_report(rules, facts(dict(files)))


def called_absent(finding: Finding) -> str | None:
    """The kind of element that a finding calls absent; two rules say other things, too."""
    said = {"LKP102": "belum dibahas", "LKP107": "tidak ada di daftar"}.get(finding.code, "")
    return KINDS.get(finding.code) if said in finding.message else None


def wrong(
    found: list[Finding], known: Counter[tuple[str, str, str]], gone: Element, present: list[Element]
) -> list[str]:
    """What a removal got wrong: nothing names what is gone, or something that is there is called absent."""
    new = [finding for finding in found if words_of(finding) not in known]
    faults = [] if any(gone.named_in(" ".join(words_of(finding))) for finding in new) else [f"silent about {gone}"]
    for finding in new:
        named = f"{finding.place.file} {finding.subject}"
        faults += [
            f"{words_of(finding)}: {e}" for e in present if e.kind == called_absent(finding) and e.named_in(named)
        ]
    return faults


@pytest.mark.parametrize(("name", "gone"), ROWS, ids=str)
def test_what_is_taken_away_is_named_and_nothing_that_is_there(name: str, gone: Element) -> None:
    after = gone.without()
    present = list(elements(after))
    assert gone not in present
    assert wrong(findings(after), before(name), gone, present) == []


def test_control_there_is_much_to_take_away() -> None:
    count = Counter((name, element.kind) for name, element in ROWS)
    assert count["kecil", "bab"] == 6
    assert count["kecil", "analisis"] == 2 * 8
    assert count["contoh", "bab"] == 11
    assert count["contoh", "analisis"] == 2 * 4 * 7
    assert count["contoh", "indikator"] == count["contoh", "data"] == 10
    assert count["contoh", "panggilan"] > 30
    assert count["contoh", "lampiran"] == count["kerangka", "lampiran"] == 1
    assert count["kerangka", "bab"] == 8
    assert len({(name, str(element)) for name, element in ROWS}) == len(ROWS)


@pytest.mark.parametrize("code", list(KINDS))
def test_control_without_its_rule_an_element_goes_unnoticed(code: str) -> None:
    gone = next(element for name, element in ROWS if name == "kecil" and element.kind == KINDS[code])
    rest = tuple(rule for rule in RULES if rule.code != code)
    after = gone.without()
    assert wrong(findings(after, rest), before("kecil"), gone, list(elements(after)))


def test_control_a_present_element_called_absent_is_noticed() -> None:
    gone = next(element for name, element in ROWS if name == "kecil" and element.kind == "bab")
    after = gone.without()
    (real,) = (finding for finding in findings(after) if finding.code == "STR103")
    false = replace(real, subject="Penutup")
    assert wrong([real, false], before("kecil"), gone, list(elements(after))) != []
    assert wrong([real], before("kecil"), gone, list(elements(after))) == []
