"""The guides for writers do not lie: what they show to copy is read, and every call they name exists."""

import re
from pathlib import Path

import pytest

from helpers import ROOT, load_case
from laporan.case import FOLDER, base_files, facts
from paraf.laporan.budget import build_budget
from paraf.laporan.calls.base import CallError
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.report import FORMATS

GUIDES = sorted((ROOT / "docs" / "menulis").glob("*.md"))
DATA = (ROOT / "docs" / "menulis" / "data.md").read_text(encoding="utf-8")
EXPRESSION = re.compile(r"\{\{(.*?)\}\}|`([a-z_]+\([^`]*\))`")


def expressions(text: str) -> list[str]:
    return [found[1] or found[2] for found in EXPRESSION.finditer(text)]


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", DATA, re.MULTILINE | re.DOTALL)


def test_control_the_probe_finds_calls_and_refuses_unknown_ones() -> None:
    assert expressions('a {{ nama("X-1") }} `capaian("X-1")` `data/`') == [' nama("X-1") ', 'capaian("X-1")']
    assert isinstance(parse_call("tidak_ada()"), CallError)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_call_a_guide_names_can_be_asked(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert [source for source in expressions(text) if isinstance(parse_call(source), CallError)] == []


def test_the_indicator_to_copy_is_read() -> None:
    goals = blocks("yaml")[0]
    files = base_files()
    path = f"{FOLDER}/data/kinerja.yml"
    files[path] = files[path][: files[path].index("sasaran:")] + goals
    assert facts(files).report.faults == ()


def test_the_budget_to_copy_is_read() -> None:
    (sheet,) = blocks("csv")
    budget, faults = build_budget("data/anggaran.csv", sheet.encode(), "perubahan")
    assert faults == []
    assert budget
    assert str(budget.money.realisasi) == "301500000"


@pytest.mark.parametrize(
    ("key", "name"), [("lampiran", "lampiran/daftar.yml"), ("pengecualian", "data/pengecualian.yml")]
)
def test_the_small_files_to_copy_are_read(key: str, name: str) -> None:
    assert key in FORMATS
    (block,) = [block for block in blocks("yaml") if f"\n{key}:" in block]
    files = base_files()
    files[f"{FOLDER}/{name}"] = block
    assert facts(files).report.faults == ()


def test_the_table_of_analyses_names_what_the_outline_demands() -> None:
    guide = (ROOT / "docs" / "menulis" / "bab-iii.md").read_text(encoding="utf-8")
    outline = load_case(ROOT).outline
    assert outline
    (plan,) = [plan for plan in outline.value.bab if plan.per_sasaran == "ya"]
    demanded = [call for part in plan.isi for call in part.memuat]
    assert len(demanded) > 5
    assert [call for call in demanded if f"`{call}(" not in guide] == []
    assert [call for call in demanded if call not in BY_NAME] == []
