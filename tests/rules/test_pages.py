"""The pages of the rules: the same headings everywhere, and examples that hold when they are laid over the base files."""

import re
from typing import Any

import pytest
import yaml

from helpers import findings_of
from paraf.rules.base import PARTS, SopRule
from paraf.rules.of_sop import RULES
from paraf.sop.repository import Repository
from rules.build import BASE, FIRST, OFFICIALS, PAPERS, SECOND, load, with_steps

Data = dict[str, Any]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def read(text: str) -> Data:
    """YAML with every scalar as text, as the office wrote it."""
    data: Data = yaml.load(text, yaml.BaseLoader)
    return data


def example(rule: SopRule, part: str) -> Data:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", rule.page.parts[part], re.MULTILINE | re.DOTALL)
    return read(block)


def laid_over(data: Data) -> Repository:
    """The base files with an example's keys in their places; papers and officials need the drawn steps."""
    about_papers = not {"naskah", "masa_jabatan"}.isdisjoint(data)
    sop, papers, officials = read(with_steps(FIRST, SECOND) if about_papers else BASE), read(PAPERS), read(OFFICIALS)
    for key, value in data.items():
        if key in ("langkah", "kolom"):
            sop["bagian"][0][key] = value
        elif key.startswith("tanggal_"):
            sop["identitas"][key] = value
        else:
            {"catatan": sop, "naskah": papers, "masa_jabatan": officials}[key][key] = value
    if not about_papers:
        return load(write(sop))
    return load(write(sop), papers=write(papers), officials=write(officials))


def write(data: Data) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def holds(rule: SopRule, bad: Data, good: Data) -> bool:
    """Whether the rule finds something in the one and nothing in the other."""
    return bool(findings_of(rule.code, laid_over(bad))) and not findings_of(rule.code, laid_over(good))


@each_rule
def test_control_exchanged_examples_fail(rule: SopRule) -> None:
    assert not holds(rule, bad=example(rule, "Baik"), good=example(rule, "Buruk"))


@each_rule
def test_the_examples_hold(rule: SopRule) -> None:
    assert holds(rule, bad=example(rule, "Buruk"), good=example(rule, "Baik"))


@each_rule
def test_the_page_has_its_headings_in_order(rule: SopRule) -> None:
    assert tuple(rule.page.parts) == PARTS


@each_rule
def test_the_page_says_something_in_every_place(rule: SopRule) -> None:
    assert re.fullmatch(r"[^\n]+(\n[^\n]+)*\.", rule.page.summary)
    assert all(rule.page.parts.values())


def test_codes_are_in_order_and_stand_in_their_modules_names() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    stems = [rule.check.__module__.rpartition(".")[2] for rule in RULES]
    assert [stem.split("_")[0].upper() for stem in stems] == codes
