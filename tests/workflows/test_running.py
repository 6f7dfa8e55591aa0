"""The workflows run as they are committed (act, host mode) against the double: what they do, and that nothing of a
pull request is run, whatever it is called and whatever lies in it (threats T56 to T58)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from e2e.conftest import copy_repository, made_once
from paraf.adapters.forge_double import ForgeDouble
from workflows.running import REPOSITORY, Runner

SHELL = "naskah/2026/a;`touch${IFS}$UJI_KENA`$(touch${IFS}$UJI_KENA)\"'&|<>"
"""What Git allows in the name of a branch."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with one commit; read only."""
    return made_once(tmp_path_factory, "kantor", copy_repository)


@pytest.fixture
def forge(tmp_path: Path, office: Path) -> Iterator[ForgeDouble]:
    """A double with this repository and somebody who may write."""
    with ForgeDouble(tmp_path / "forge") as forge:
        forge.account("penulis", 5)
        repo = forge.repository(REPOSITORY, private=True, roles={"penulis": "write", "github-actions[bot]": "write"})
        forge.adopt(repo, office)
        yield forge


@pytest.fixture
def runner(tmp_path: Path, forge: ForgeDouble) -> Runner:
    return Runner(tmp_path / "pelari", forge)


def opened(forge: ForgeDouble, files: dict[str, str], branch: str, title: str = "Naskah") -> dict[str, Any]:
    """A pull request; what its event says."""
    person = forge.person("penulis")
    person.pushes(files, branch)
    number = person.opens(branch, title, "Isi.")
    return forge.events().pull_request(number, "opened", person.account)


def test_the_signal_runs_and_asks_nothing(forge: ForgeDouble, runner: Runner) -> None:
    ran = runner.run("sinyal.yml", "pull_request", opened(forge, {"docs/x.md": "x"}, "docs"))
    assert (ran.good, ran.commands, ran.installed) == (True, [], [])


def chapter(office: Path, more: str) -> dict[str, str]:
    name = "lakip/2026/10-pendahuluan.md"
    return {name: (office / name).read_text(encoding="utf-8") + more}


def test_a_draft_is_printed_and_can_be_read_in_the_summary(forge: ForgeDouble, runner: Runner, office: Path) -> None:
    event = opened(forge, chapter(office, "\nSatu kalimat baru.\n"), "naskah/2026/draf-awal")
    ran = runner.run("baca.yml", "pull_request", event)
    assert ran.good, ran.printed
    assert [path.name for path in ran.artifacts] == ["naskah-baca-2026.pdf"]
    assert ran.artifacts[0].read_bytes().startswith(b"%PDF-")
    assert ran.summary.startswith("## Naskah baca LAKIP 2026\n")
    assert "\nSatu kalimat baru.\n" in ran.summary
    assert "--requirement=program/requirements.txt" in ran.installed[0]


def test_findings_of_a_draft_are_annotations_and_a_summary(forge: ForgeDouble, runner: Runner, office: Path) -> None:
    event = opened(forge, chapter(office, "\nAda resiko baru.\n"), "naskah/2026/draf-awal")
    ran = runner.run("periksa.yml", "pull_request", event)
    assert ran.good, ran.printed
    assert "::notice file=lakip/2026/10-pendahuluan.md" in ran.printed
    assert "“resiko”" in ran.summary
    assert "--requirement=program/requirements-gerbang.txt" in ran.installed[0]


def test_control_the_runner_tells_a_failure(forge: ForgeDouble, runner: Runner, office: Path) -> None:
    event = opened(forge, {"sop/naskah.yml": "asing: ya\n"}, "aturan")
    ran = runner.run("periksa.yml", "pull_request", event)
    assert not ran.good
    assert "::error file=sop/naskah.yml" in ran.printed
    assert "### Belum terbaca" in ran.summary


def test_a_year_is_opened_from_a_browser(forge: ForgeDouble, runner: Runner) -> None:
    """The branch is the bot's, the pull request a person's."""
    ran = runner.run(
        "jalankan.yml", "workflow_dispatch", {"ref": "refs/heads/main"}, pekerjaan="buka-tahun", tahun="2027"
    )
    assert ran.good, ran.printed
    [branch] = [name for name in forge.repo(REPOSITORY).git.refs() if "buka-tahun" in name]
    assert branch == "refs/heads/buka-tahun/2027-1"
    assert f"{forge.url}/{REPOSITORY}/compare/main...buka-tahun/2027-1?quick_pull=1" in ran.summary
    person = forge.person("penulis")
    number = person.opens("buka-tahun/2027-1", "Tahun laporan 2027")
    files = [one["filename"] for one in person.asks("GET", f"pulls/{number}/files")]
    assert "lakip/2027/laporan.yml" in files
    assert all(name.startswith("lakip/2027/") for name in files)
    assert person.asks("GET", f"pulls/{number}")["commits"] == 1
    assert "--requirement=requirements-gerbang.txt" in ran.installed[0]


@pytest.mark.parametrize("year", ["2026", "--help", "$(touch $UJI_KENA)", "2027; touch $UJI_KENA", "2027'"])
def test_a_year_that_cannot_be_opened_sends_nothing(year: str, forge: ForgeDouble, runner: Runner) -> None:
    before = forge.repo(REPOSITORY).git.refs()
    ran = runner.run(
        "jalankan.yml", "workflow_dispatch", {"ref": "refs/heads/main"}, pekerjaan="buka-tahun", tahun=year
    )
    assert not ran.good
    assert forge.repo(REPOSITORY).git.refs() == before
    assert not runner.proof.exists()
    assert len(ran.commands) == 1


CANARY = "import pathlib\npathlib.Path({proof!r}).touch()\n"
PLACES = (
    *("json.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "paraf.py", "click.py", "setup.py"),
    *("paraf/__init__.py", "paraf/__main__.py", "scripts/paraf/__init__.py", "scripts/paraf/__main__.py"),
    *("scripts/sitecustomize.py", "scripts/json.py", "scripts/mulai.py", "scripts/mkdocs_hooks.py"),
    *("lakip/2026/sitecustomize.py", "lakip/2026/json.py"),
)
"""Files that Python, pip or a test would take up, if the pull request's folder were theirs."""


def hostile(office: Path, proof: Path) -> dict[str, str]:
    """A chapter among files that want to be run, and names that want to be commands."""
    canary = CANARY.format(proof=str(proof))
    names = {f"lakip/2026/{name}": "x\n" for name in ("::error::palsu.md", "::add-path::kena", "$(touch kena).md")}
    more = "\n::error::palsu\n\n::set-env name=PATH::/kena\n\n{{ ''.__class__ }} resiko\n"
    return (
        dict.fromkeys(PLACES, canary)
        | names
        | chapter(office, more)
        | {
            ".gitattributes": "* filter=kena\n*.md merge=kena diff=kena\n",
            ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ../x\n',
            ".env": f"PYTHONPATH={proof.parent}\nGITHUB_TOKEN=palsu\n",
            "requirements.txt": "kena==1\n",
            "requirements-gerbang.txt": "kena==1\n",
        }
    )


@pytest.mark.parametrize("name", ["sinyal.yml", "baca.yml", "periksa.yml"])
def test_nothing_of_a_pull_request_runs(name: str, forge: ForgeDouble, runner: Runner, office: Path) -> None:
    title = "`touch $UJI_KENA` $(touch $UJI_KENA)\n::error::palsu"
    ran = runner.run(name, "pull_request", opened(forge, hostile(office, runner.proof), SHELL, title))
    assert not runner.proof.exists()
    assert not any("kena" in line for line in ran.installed)
    assert not [line for line in ran.printed.splitlines() if re.match(r"\W*::(error|add-path|set-env)::palsu", line)]
    assert name == "sinyal.yml" or ran.commands


@pytest.mark.parametrize("text", ["naskah/`touch${IFS}$UJI_KENA`", "x $(touch $UJI_KENA)"], ids=["branch", "title"])
def test_control_a_name_in_a_command_is_noticed(text: str, forge: ForgeDouble, runner: Runner) -> None:
    """The very hole that the workflows do not have, dug on purpose."""
    flow = runner.work / ".github" / "workflows" / "sinyal.yml"
    said = "${{ github.event.pull_request.head.ref }} ${{ github.event.pull_request.title }}"
    flow.write_text(flow.read_text(encoding="utf-8").replace('"true"', f"echo {said}"), encoding="utf-8")
    event = opened(forge, {"docs/x.md": "x"}, text if " " not in text else "docs", title=text)
    runner.run("sinyal.yml", "pull_request", event)
    assert runner.proof.exists()


def test_control_a_program_of_the_pull_request_is_noticed(forge: ForgeDouble, runner: Runner, office: Path) -> None:
    """The canaries sing where the path leads to them."""
    flow = runner.work / ".github" / "workflows" / "periksa.yml"
    text = flow.read_text(encoding="utf-8")
    flow.write_text(text.replace("PYTHONPATH: program/scripts", "PYTHONPATH: naskah/scripts"), encoding="utf-8")
    runner.run("periksa.yml", "pull_request", opened(forge, hostile(office, runner.proof), "naskah/2026/draf-awal"))
    assert runner.proof.exists()
