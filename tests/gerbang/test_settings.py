"""A snapshot is a file and back, strict in both; what is not told is missing, never in order."""

import json

import pytest

from gerbang.doctor.healthy import settings, snapshot
from helpers import ROOT
from paraf.errors import DataError
from paraf.gerbang.settings import read_ruleset, read_settings, write_settings


def test_a_snapshot_is_a_file_and_back() -> None:
    there = snapshot(settings(), pages="ditolak")
    assert read_settings(write_settings(there)) == there


def test_why_a_part_is_missing() -> None:
    there = snapshot(settings(), pages="ditolak")
    assert (there.why("pages"), there.why("kunci"), there.why("persetujuan_fork")) == ("ditolak", None, "tidak ditanya")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"skema": 2}, "skema"),
        ({"tambahan": 1}, "tambahan"),
        ({"dibaca": "2026-11-25"}, "dibaca"),
        ({"tidak_terbaca": {"pages": "lupa"}}, "tidak_terbaca.pages"),
        ({"bagian": {"rahasia": [{"name": "A", "value": "x"}]}}, "bagian.rahasia[0]"),
    ],
)
def test_a_file_that_says_something_else_is_refused(change: dict[str, object], said: str) -> None:
    written = json.loads(write_settings(snapshot())) | change
    with pytest.raises(DataError) as refused:
        read_settings(json.dumps(written).encode())
    assert said in str([fault.message for fault in refused.value.faults])


def test_the_shipped_rulesets_are_read_and_a_broken_one_is_refused() -> None:
    for path in (ROOT / ".github" / "rulesets").glob("*.json"):
        assert read_ruleset(path.read_bytes(), path.name).enforcement == "active"
    with pytest.raises(DataError):
        read_ruleset(b"{}", "x.json")
