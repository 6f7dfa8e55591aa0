"""What the benchmark times is what a user waits for: a Python that keeps what it compiled."""

import runpy
import subprocess
import sys

import pytest

from helpers import ROOT

FORGETS = [sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"]
"""Fails in a Python that does not keep what it compiled."""


def test_a_switch_of_whoever_measures_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert subprocess.run(FORGETS).returncode == 1, "control: a process of its own would inherit it"
    assert runpy.run_path(str(ROOT / "tests/bench/ukur.py"))["seconds"](FORGETS, runs=1) > 0
