"""The office as a folder: which rules there are is known without loading them, and a name of none is refused."""

import shutil
from pathlib import Path

import pytest

from helpers import ROOT
from paraf.adapters.office import load_repository, rule_codes
from paraf.errors import DataError
from paraf.rules.catalogue import ALL_RULES


def test_the_files_of_the_rules_are_the_rules() -> None:
    assert rule_codes() == {rule.code for rule in ALL_RULES}


def test_a_rule_that_does_not_exist_is_refused_at_its_place(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sop", tmp_path / "sop")
    papers = tmp_path / "sop" / "naskah.yml"
    text = papers.read_text(encoding="utf-8")
    assert load_repository(tmp_path)
    papers.write_text(text.replace("aturan: KON101,", "aturan: KON191,"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_repository(tmp_path)
    line = next(at for at, one in enumerate(text.split("\n"), start=1) if "aturan: KON101," in one)
    assert [(str(fault.place), fault.message) for fault in caught.value.faults] == [
        (f"sop/naskah.yml:{line}:14", "aturan KON191 tidak ada")
    ]
