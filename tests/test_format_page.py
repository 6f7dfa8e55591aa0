"""The page on data formats does not lie: every example is read by the reader of its format, and every word it lists exists."""

import hashlib
import json
import re
from typing import Any

import msgspec
import pytest

from helpers import ROOT
from paraf.alur.answer import AnswerFile
from paraf.alur.book.line import Line, written
from paraf.alur.content import Exactly, digest
from paraf.alur.facts import Blob
from paraf.alur.snapshot import read_facts
from paraf.alur.snapshot_write import canonical, write_facts
from paraf.alur.states import Outcome, State
from paraf.cli import cli
from paraf.door.decode import load
from paraf.door.jsons import load_json
from paraf.sop.forms.beyond import BeyondFile
from paraf.sop.forms.office import OfficeFile, Publishing
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.forms.papers import PapersFile
from paraf.sop.forms.withdrawals import WithdrawalsFile
from paraf.views.status_api import status_json
from terbit.packed import package
from views.terbit.editions import sample
from views.test_position import RUNNING

PAGE = (ROOT / "docs" / "format-data.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(yaml|json)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PAPERS, OFFICIALS, PUBLISHING, BEYOND, WITHDRAWN = (text.encode() for kind, text in BLOCKS if kind == "yaml")
LINE, FACTS, ANSWER, STATUS = (text.encode() for kind, text in BLOCKS if kind == "json")


@pytest.mark.parametrize(
    ("type_", "data"),
    [(PapersFile, PAPERS), (OfficialsFile, OFFICIALS), (BeyondFile, BEYOND), (WithdrawalsFile, WITHDRAWN)],
    ids=["naskah", "petugas", "di-luar-sop", "penarikan"],
)
def test_the_examples_in_yaml_are_read(
    type_: type[PapersFile | OfficialsFile | BeyondFile | WithdrawalsFile], data: bytes
) -> None:
    source, faults = load(type_, "contoh.yml", data)
    assert faults == []
    assert source


def test_control_an_example_that_is_wrong_would_be_noticed() -> None:
    assert load(PapersFile, "contoh.yml", PAPERS.replace(b"terbit:", b"trbit:"))[1]


def test_the_example_of_publishing_is_read_and_every_key_of_it_is_explained() -> None:
    office, replaced = (ROOT / "sop" / "instansi.yml").read_bytes(), b"terbit: {tujuan: tidak}\n"
    assert replaced in office
    source, faults = load(OfficeFile, "contoh.yml", office.replace(replaced, PUBLISHING))
    assert (faults, source and source.value.terbit.repositori) == ([], "kantor/situs-lakip")
    assert {key for key in Publishing.__struct_fields__ if f"| `{key}` |" not in PAGE} == set()


def test_the_line_of_the_book_is_canonical() -> None:
    line, faults = load_json(Line, "contoh.jsonl", LINE, len(LINE))
    assert faults == []
    assert line
    assert written(line) == LINE
    again = json.dumps(json.loads(LINE), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again.encode() + b"\n" == LINE


def test_the_facts_are_read_and_written_as_they_stand() -> None:
    facts = read_facts(FACTS)
    assert len(facts.pulls) == 1
    assert write_facts(facts, None) == canonical(_without_the_moment(FACTS))


def _without_the_moment(data: bytes) -> Any:
    return {key: value for key, value in json.loads(data).items() if key != "dibaca"}


def test_the_answer_is_read_and_written_as_it_stands() -> None:
    answer, faults = load_json(AnswerFile, "contoh.json", ANSWER, len(ANSWER))
    assert faults == []
    assert canonical(answer) == ANSWER
    assert msgspec.json.decode(ANSWER, type=AnswerFile) == answer


def test_the_words_are_those_of_the_engine() -> None:
    states = ", ".join(state.value for state in State)
    assert states.replace(", belum", ", atau belum") in PAGE
    others = [outcome.value for outcome in Outcome if outcome is not Outcome.LULUS]
    assert f"Yang lain: {', '.join(others)}." in PAGE


def test_every_key_of_a_line_is_explained() -> None:
    keys = {*Line.__struct_fields__} - {"langkah", "naskah", "pr", "skema", "tahun"}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"`paraf ([a-z-]+)", PAGE))
    assert len(named) >= 3
    assert named <= set(cli.commands)


def test_the_list_of_published_reports_has_the_keys_that_are_told() -> None:
    section = PAGE.partition("## LAKIP yang terbit")[2].partition("\n- ")[2].partition("\n## ")[0]
    told = set(re.findall(r"`([a-z_]+)`", section)) - {"true", "null"}
    there = set(re.findall(r'"([a-z_]+)":', sample().files["api/lakip.json"])) | {"tanggal", "alasan", "pengganti"}
    there |= {"byte", "bertanda_tangan"}
    assert told == there
    assert len(told) > 20


def test_the_digest_of_some_files_is_reckoned_as_it_is_told() -> None:
    path = "lakip/2025/individu.yml"
    held = Blob("100644", hashlib.sha256(b"x\n").hexdigest(), 2)
    assert f"`{digest(Exactly(frozenset({path})), {path: held})}`" in PAGE


def test_the_description_of_a_package_has_the_keys_that_are_written() -> None:
    (told,) = re.findall(r"`(\{.*\})`", PAGE)
    assert json.loads(told).keys() == json.loads(package()["paket.json"]).keys()


def test_the_example_of_the_position_has_the_keys_that_are_told() -> None:
    shown, told = json.loads(STATUS), json.loads(status_json(RUNNING))
    assert shown.keys() == told.keys()
    assert shown["naskah"][0].keys() == told["naskah"][0].keys()
    assert shown["naskah"][0]["langkah"][0].keys() == told["naskah"][0]["langkah"][0].keys()
