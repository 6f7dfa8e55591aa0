"""A fault of the program is no pass: what an earlier run said is taken back before the fault is told (invariant 4)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, SCOPES, ForgeOffice, office
from paraf.commands import gerbang as command
from paraf.gerbang.effects import STATUS


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ForgeOffice]:
    """A note with a success on its head, and this process signed in as the workflow is."""
    with office(tmp_path) as people:
        people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
        people.forge.person("github-actions[bot]", NAME).says(head(people), "success", STATUS)
        around = {"API": people.forge.url, "SERVER": people.forge.url, "GRAPHQL": f"{people.forge.url}/graphql"}
        for name, url in around.items():
            monkeypatch.setenv(f"GITHUB_{name}_URL", url)
        monkeypatch.setenv("GITHUB_REPOSITORY", NAME)
        monkeypatch.setenv("GITHUB_TOKEN", people.forge.actions_token(**SCOPES))
        yield people


def head(people: ForgeOffice) -> str:
    return str(people.person("staf").asks("GET", f"pulls/{people.numbers[1]}")["head"]["sha"])


def newest(people: ForgeOffice) -> str:
    return str(people.person("staf").asks("GET", f"commits/{head(people)}/statuses")[0]["state"])


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError


def gate(root: Path) -> Callable[[], int]:
    return lambda: command.gerbang(root, None, True, True, None)


def test_control_without_a_fault_it_is_judged(people: ForgeOffice, tmp_path: Path) -> None:
    assert gate(tmp_path)() == 0
    assert newest(people) == "pending"


@pytest.mark.parametrize("name", ["judged_year", "metas_of", "effects"])
def test_a_fault_takes_back_what_was_said(
    name: str, people: ForgeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, name, broken)
    with pytest.raises(ZeroDivisionError):
        gate(tmp_path)()
    assert newest(people) == "error"


def test_a_fault_changes_nothing_where_nothing_is_to_be_written(
    people: ForgeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "judged_year", broken)
    with pytest.raises(ZeroDivisionError):
        command.gerbang(tmp_path, None, True, False, None)
    assert newest(people) == "success"
