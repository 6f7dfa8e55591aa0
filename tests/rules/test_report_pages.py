"""The pages of the report rules: the same headings, and examples that hold when laid over the small complete report.

An example's fence says what it is: ``markdown`` is added to the last chapter, or replaces the chapter whose front matter
it carries; one with a title of its own is the letter. ``csv`` is the budget; ``yaml`` names its file in its first line
(``# data/kinerja.yml``) and replaces the keys it holds, an ``indikator`` those of the first indicator. ``alur`` tells how
the papers went.
"""

import re
from typing import Any

import pytest
import yaml

from laporan.case import FOLDER, STORY, base_files, found_by
from paraf.rules.base import PARTS
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportRule

LAST = f"{FOLDER}/80-penutup.md"
each_rule = pytest.mark.parametrize("rule", REPORT_RULES, ids=lambda rule: rule.code)


def laid_over(text: str) -> dict[str, str]:
    """The base files with every example block of a part in its place."""
    files = base_files()
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, "no example"
    for kind, block in found:
        {"markdown": _chapter, "csv": _budget, "yaml": _data, "alur": _flow}[kind](files, block)
    return files


def _chapter(files: dict[str, str], block: str) -> None:
    if block.startswith("# "):
        files[f"{FOLDER}/surat.md"] = block
        return
    front = re.match(r"---\n(.*?)---\n", block, re.DOTALL)
    if not front:
        files[LAST] += f"\n{block}"
        return
    asked = {line for line in front[1].splitlines() if line.startswith(("id:", "sasaran:"))}
    (path,) = [path for path, text in files.items() if path.endswith(".md") and asked <= set(text.splitlines()[:6])]
    files[path] = block


def _budget(files: dict[str, str], block: str) -> None:
    files[f"{FOLDER}/data/anggaran.csv"] = block


def _flow(files: dict[str, str], block: str) -> None:
    files[STORY] = block


def _data(files: dict[str, str], block: str) -> None:
    path = f"{FOLDER}/{block.splitlines()[0].removeprefix('# ')}"
    asked: dict[str, Any] = yaml.load(block, yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(files.get(path, "skema: 1"), yaml.BaseLoader)
    if "indikator" in asked:
        data["sasaran"][0]["indikator"][0] |= asked.pop("indikator")
    files[path] = yaml.safe_dump(data | asked, allow_unicode=True, sort_keys=False, width=10_000)


def holds(rule: ReportRule, bad: str, good: str) -> bool:
    """Whether the rule finds something in the one and nothing in the other."""
    return bool(found_by(rule.code, laid_over(bad))) and not found_by(rule.code, laid_over(good))


@each_rule
def test_control_exchanged_examples_fail(rule: ReportRule) -> None:
    assert not holds(rule, bad=rule.page.parts["Baik"], good=rule.page.parts["Buruk"])


@each_rule
def test_the_examples_hold(rule: ReportRule) -> None:
    assert holds(rule, bad=rule.page.parts["Buruk"], good=rule.page.parts["Baik"])


@each_rule
def test_the_page_has_its_headings_in_order_and_says_something_in_every_place(rule: ReportRule) -> None:
    assert tuple(rule.page.parts) == PARTS
    assert re.fullmatch(r"[^\n]+(\n[^\n]+)*\.", rule.page.summary)
    assert all(rule.page.parts.values())


def test_codes_are_unique_and_stand_in_their_modules_names() -> None:
    codes = [rule.code for rule in REPORT_RULES]
    assert len(codes) == len(set(codes))
    stems = [rule.check.__module__.rpartition(".")[2] for rule in REPORT_RULES]
    assert [stem.split("_")[0].upper() for stem in stems] == codes
