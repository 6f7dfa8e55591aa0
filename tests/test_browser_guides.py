"""The guides for the browser and for IT staff do not lie: files, commands, workflows and settings they name exist."""

import json
import re
from pathlib import Path

import pytest

from helpers import ROOT, files_of, load_case
from paraf.cli import cli
from paraf.gerbang.doctor.minutes import CAUSED, COMFORTABLE, FREE, SHARE
from paraf.gerbang.effects import STATUS
from paraf.sop.forms.papers import Evidence, Write
from paraf.sop.repository import read_repository
from paraf.views.forge.labels import READY, labels

OFFICE = load_case(ROOT)
FOLDERS = ("menyetujui", "ti")
GUIDES = [*sorted(path for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*.md"))]
GUIDES += [ROOT / "docs" / "menulis" / "draf-awal.md", ROOT / "docs" / "memeriksa.md"]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GUIDES}
_PATH = re.compile(r"`((?:sop|scripts|docs|\.github)/[A-Za-z0-9._/-]*|SECURITY\.md)`")
_COMMAND = re.compile(r"(?:`paraf |mulai\.py )([a-z][a-z-]+)")
_WORKFLOW = re.compile(r"\*\*Actions\*\* → \*\*([a-z]+)\*\*")


def test_control_the_probes_find_what_they_look_for() -> None:
    assert _PATH.findall("`sop/petugas.yml` dan `bukti/b7.yml`") == ["sop/petugas.yml"]
    assert _COMMAND.findall("`paraf status 2026`, python3 scripts/mulai.py situs") == ["status", "situs"]
    assert len(GUIDES) >= 12


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_a_guide_names_exists(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert [path for path in _PATH.findall(text) if not (ROOT / path).exists()] == []
    assert [name for name in _COMMAND.findall(text) if name not in cli.commands] == []
    flows = {path.stem for path in (ROOT / ".github" / "workflows").glob("*.yml")}
    assert set(_WORKFLOW.findall(text)) <= flows


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_was_not_tried_is_said_once_at_most(guide: Path) -> None:
    assert guide.read_text(encoding="utf-8").casefold().count("belum dicoba") <= 1


def test_the_line_of_an_acting_official_is_accepted() -> None:
    (line,) = re.findall(r"^- (\{peran: .+\})$", TEXTS["plt-plh"], re.MULTILINE)
    assert OFFICE.officials
    line = line.replace("orang: budi", f"orang: {OFFICE.officials.value.orang[0].kunci}")
    files = files_of(ROOT)
    files["sop/petugas.yml"] += f"  - {line}\n".encode()
    officials = read_repository(files).officials
    assert officials
    assert officials.value.masa_jabatan[-1].kedudukan == "plh"


def test_the_page_about_plans_counts_as_the_diagnosis_does() -> None:
    text = TEXTS["paket"]
    writes, records = (CAUSED[kind].total() for kind in (Write, Evidence))
    assert f"setiap penyusunan {writes} kiriman, setiap bukti {records}," in text
    assert SHARE == 0.5
    assert "bulan tersibuk memuat separuhnya" in text
    assert f"di bawah {COMFORTABLE:,} menit".replace(",", ".") in text
    assert f"| {FREE:,} sebulan".replace(",", ".") in text


def test_the_page_about_setting_up_names_what_the_shipped_settings_set() -> None:
    text = TEXTS["siapkan"]
    assert all(path.name in text for path in (ROOT / ".github" / "rulesets").glob("*.json"))
    bodies = [one["body"] for one in json.loads((ROOT / ".github" / "actions-policy.json").read_bytes())]
    assert {"sha_pinning_required": True}.items() <= bodies[0].items()
    assert "Require actions to be pinned to a full-length commit SHA" in text
    assert bodies[2] == {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": False}
    assert "Read repository contents and packages permissions" in text


def test_the_status_and_the_labels_are_called_as_the_gate_calls_them() -> None:
    assert f"**{STATUS}**" in TEXTS["staf"]
    names = {one.name for one in labels(OFFICE.sop)}
    assert set(re.findall(r"(?:berlabel|Labelnya) \*\*([^*]+)\*\*", TEXTS["staf"])) <= names
    assert f"**{READY.name}**" in TEXTS["staf"]
