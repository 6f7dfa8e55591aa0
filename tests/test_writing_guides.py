"""The guides for writers do not lie: what they show to copy is read, and every call they name exists."""

import re
from datetime import date
from pathlib import Path

import pytest
from click import ClickException

from helpers import ROOT, load_case
from laporan.case import FOLDER, base_files, facts
from paraf.adapters.years import load_report
from paraf.cli import cli
from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.budget import build_budget
from paraf.laporan.calls.base import CallError, Context
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.forms.performance import Agreements, Indicator, PerformanceFile
from paraf.laporan.forms.report import ReportFile
from paraf.laporan.report import ANNEXES, FORMATS, IDENTITY, PERFORMANCE, read_report
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import facts_of, run_report
from paraf.sop.forms.words import Record

GUIDES = sorted((ROOT / "docs" / "menulis").glob("*.md"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GUIDES}
DATA = TEXTS["data"]
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


def block(key: str) -> str:
    """The example in YAML that holds a key at its left edge."""
    (found,) = [example for example in blocks("yaml") if f"\n{key}:" in f"\n{example}"]
    return found


def data_of_the_guide() -> dict[str, bytes]:
    """A year that holds nothing but what the page shows to copy, and the scale, which the scaffold brings."""
    base = base_files()[f"{FOLDER}/data/kinerja.yml"]
    scale = base[base.index("skala:") : base.index("sasaran:")]
    performance = f"skema: 1\ntahun: 2026\n{block('perjanjian')}{scale}{block('sasaran')}"
    return {
        IDENTITY: block("keadaan").encode(),
        PERFORMANCE: performance.encode(),
        BUDGET: blocks("csv")[0].encode(),
        ANNEXES: block("lampiran").encode(),
    }


def data_findings(files: dict[str, bytes]) -> list[tuple[str, str]]:
    report = read_report(2026, files)
    checked = facts_of(load_case(ROOT), report, None, date(2026, 11, 25))
    data = {f"{report.folder}/{name}" for name in (IDENTITY, PERFORMANCE, BUDGET)}
    found = run_report(REPORT_RULES, checked)
    return [(one.code, one.message) for one in found if one.place.file in data or one.code.startswith("DAT")]


def test_the_data_to_copy_is_read_and_free_of_findings() -> None:
    assert data_findings(data_of_the_guide()) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (PERFORMANCE, "tw4: }", 'tw4: "82"}', "DAT117"),
        (PERFORMANCE, "ditegaskan: ya", "ditegaskan: tidak", "DAT120"),
        (BUDGET, "301.500.000", "301.500", "DAT101"),
        (IDENTITY, "2026-11-20", "2027-02-02", "DAT117"),
    ],
)
def test_control_faults_in_the_data_to_copy_are_found(name: str, old: str, new: str, code: str) -> None:
    files = data_of_the_guide()
    assert old in files[name].decode()
    assert code in {
        found for found, _ in data_findings(files | {name: files[name].replace(old.encode(), new.encode())})
    }


@pytest.mark.parametrize("form", [Agreements, Indicator, PerformanceFile, ReportFile], ids=lambda form: form.__name__)
def test_every_key_of_the_data_is_named(form: type[Record]) -> None:
    assert [key for key in form.__struct_fields__ if not re.search(rf"\b{key}\b[:`]", DATA)] == []


def test_files_that_a_guide_names_are_files_of_the_samples() -> None:
    named = {found for text in TEXTS.values() for found in re.findall(r"\b\d\d-[a-z0-9-]+\.md\b", text)}
    there = {path.name for path in (ROOT / "lakip").glob("*/*.md")}
    assert named
    assert named - there == set()


def test_the_sentence_and_its_figures_are_those_of_the_sample() -> None:
    (written, read) = re.findall(r"^(?:> )?(Realisasi .*)$", TEXTS["mulai"], re.MULTILINE)
    context = Context(report=load_report(ROOT, 2025), numbers={})
    assert EXPRESSION.sub(lambda found: str(asked(found[1], context)), written) == read


def asked(source: str, context: Context) -> object:
    call = parse_call(source)
    assert not isinstance(call, CallError)
    return call.answer(context)


COMMANDS = sorted({line for text in TEXTS.values() for line in re.findall(r"\bparaf [a-z][^`\n]*(?=[`\n])", text)})


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_a_guide_names_can_be_called(line: str) -> None:
    _, name, *rest = line.split()
    cli.commands[name].make_context(name, rest)


@pytest.mark.parametrize("line", ["periksa --tidak-ada", "cetak naskah-baca tahun", "catat"])
def test_control_a_command_that_cannot_be_called_is_refused(line: str) -> None:
    name, *rest = line.split()
    with pytest.raises(ClickException):
        cli.commands[name].make_context(name, rest)


@pytest.mark.parametrize(
    "said", ["--langkah B4", "cetak naskah-baca", "--lembar", "--perbaiki --coba", "paraf jelaskan"]
)
def test_the_page_of_checks_says_what_there_is(said: str) -> None:
    assert said in TEXTS["periksa"]


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
    files = base_files()
    files[f"{FOLDER}/{name}"] = block(key)
    assert facts(files).report.faults == ()


def test_the_list_of_analyses_names_what_the_outline_demands() -> None:
    guide = (ROOT / "docs" / "menulis" / "bab-iii.md").read_text(encoding="utf-8")
    outline = load_case(ROOT).outline
    assert outline
    (plan,) = [plan for plan in outline.value.bab if plan.per_sasaran == "ya"]
    demanded = [call for part in plan.isi for call in part.memuat]
    assert len(demanded) > 5
    assert [call for call in demanded if f"`{call}(" not in guide] == []
    assert [call for call in demanded if call not in BY_NAME] == []
