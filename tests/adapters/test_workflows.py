"""Workflows as the diagnosis looks at them: every way of writing what starts them, and actions without a pin."""

from pathlib import Path

import pytest

from paraf.adapters.workflows import FOLDER, read_workflows

PIN = "3d3c42e5aac5ba805825da76410c181273ba90b1"


@pytest.mark.parametrize(
    ("written", "events"),
    [
        ("on: push", {"push": ()}),
        ("on: [push, pull_request]", {"push": (), "pull_request": ()}),
        ("on: {pull_request: {types: [opened]}}", {"pull_request": ("opened",)}),
        ("on:\n  push:\n    branches: [main]", {"push": ()}),
        ("name: tanpa pemicu", {}),
        ("on: [", {}),
    ],
)
def test_what_starts_a_workflow(tmp_path: Path, written: str, events: dict[str, tuple[str, ...]]) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "a.yml").write_text(f"{written}\n")
    (found,) = read_workflows(tmp_path)
    assert found.events == events


def test_schedules_followers_pins_and_length(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "a.yaml").write_text(
        "name: cetak\n"
        "on: {workflow_run: {workflows: [sinyal]}, schedule: [{cron: '0 1 * * 1-5'}]}\n"
        "jobs:\n"
        "  a:\n"
        f"    steps:\n      - uses: a/b@{PIN} # v1\n      - uses: c/d@v4\n      - uses: ./e\n"
        "      - run: pip install --requirement=program/requirements.txt\n"
    )
    (found,) = read_workflows(tmp_path)
    assert (found.name, found.after, found.schedules, found.minutes) == ("cetak", ("sinyal",), ("0 1 * * 1-5",), 2)
    assert found.unpinned == ("c/d@v4",)


def test_every_job_is_billed_and_one_that_builds_or_prints_twice(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "a.yml").write_text(
        "on: push\njobs:\n  a:\n    steps:\n      - run: pip install --requirement=requirements-terbit.txt\n"
        "  b:\n    steps:\n      - run: pip install --requirement=requirements-gerbang.txt\n  c: {}\n"
    )
    (found,) = read_workflows(tmp_path)
    assert found.minutes == 4


def test_no_folder_no_workflows(tmp_path: Path) -> None:
    assert read_workflows(tmp_path) == ()
