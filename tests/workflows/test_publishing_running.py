"""The publication as its workflow runs it (act, host mode) against the double: the real site, built from main's tip by the
program that lies there, to each of its targets; another branch, an old run and a refused year.

The sample year is published by the book, since the office lists it as a sample.
"""

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.test_output_repository import KEY, SSH
from e2e.conftest import copy_repository, made_once
from paraf.adapters.forge_double import ForgeDouble
from workflows.running import REPOSITORY, Ran, Runner

OFFICE = "sop/instansi.yml"
CHAPTER = "lakip/2025/10-pendahuluan.md"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with one commit; read only."""
    return made_once(tmp_path_factory, "kantor", copy_repository)


class Publication:
    """The office's repository on the double, and the machine that runs its workflow."""

    def __init__(self, folder: Path, forge: ForgeDouble, office: Path) -> None:
        self.forge, self.office, self.folder = forge, office, folder
        forge.account("penulis", 5)
        people = {"penulis": "write", "github-actions[bot]": "write"}
        forge.adopt(forge.repository(REPOSITORY, private=True, roles=people), office)
        self.runner = Runner(folder / "pelari", forge)

    def writes(self, changes: dict[str, str]) -> str:
        """A commit on main; its id."""
        self.forge.person("penulis").pushes(dict(changes), "main", "Perubahan")
        return self.tip

    def goes(self, target: str, **changes: str) -> str:
        """The office writes where its site goes."""
        text = (self.office / OFFICE).read_text(encoding="utf-8")
        assert text.count("terbit: {tujuan: tidak}") == 1
        return self.writes({OFFICE: text.replace("terbit: {tujuan: tidak}", f"terbit: {{{target}}}")} | changes)

    @property
    def tip(self) -> str:
        """The tip of main."""
        return self.forge.repo(REPOSITORY).git.tip("refs/heads/main") or ""

    def runs(self, commit: str, ref: str = "refs/heads/main") -> Ran:
        """A run for a push."""
        said: dict[str, Any] = {"ref": ref, "before": "0" * 40, "after": commit, "deleted": False}
        return self.runner.run("terbit.yml", "push", said)

    def kept(self, name: str) -> Path:
        """What a step left."""
        return self.runner.kept / name


@pytest.fixture
def publication(tmp_path: Path, office: Path) -> Iterator[Publication]:
    with ForgeDouble(tmp_path / "forge") as forge:
        yield Publication(tmp_path, forge, office)


def test_without_a_target_nothing_leaves(publication: Publication) -> None:
    ran = publication.runs(publication.tip)
    assert ran.good, ran.printed
    assert "tidak ada yang terbit" in ran.summary
    assert (ran.artifacts, len(ran.commands), len(ran.installed)) == ([], 1, 1)
    assert "--requirement=requirements-terbit.txt" in ran.installed[0]


def test_main_is_published_to_pages_with_its_list_of_files(publication: Publication) -> None:
    ran = publication.runs(publication.goes("tujuan: pages"))
    assert ran.good, ran.printed
    site = publication.kept("terpasang")
    assert (site / "index.html").is_file()
    assert "Pendahuluan" in (site / "lakip" / "2025" / "v1" / "index.html").read_text(encoding="utf-8")
    assert not (site / "lakip" / "2026" / "v1").exists(), "a draft is never on it"
    assert hashlib.sha256((site / ".paraf").read_bytes()).hexdigest() in ran.summary
    assert ran.summary.startswith("## Diterbitkan\n")
    assert not publication.kept("asal").exists(), "a private repository records no origin unless the office says so"
    assert [line.rpartition("-m paraf ")[2].split()[0] for line in ran.commands] == ["terbit", "terbit"]


def test_the_origin_is_recorded_of_what_was_delivered(publication: Publication) -> None:
    publication.forge.repo(REPOSITORY).private = False
    ran = publication.runs(publication.goes("tujuan: zip"))
    assert ran.good, ran.printed
    [archive] = ran.artifacts
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert archive.name == f"situs-{publication.tip[:12]}.zip"
    assert publication.kept("asal").read_text() == f"situs sha256:{digest}\n"
    assert digest in ran.summary


def output(publication: Publication) -> Path:
    """An empty output repository behind a stand-in for SSH."""
    server, kept = publication.folder / "server", publication.folder / "ssh"
    repository = server / "kantor" / "situs.git"
    repository.mkdir(parents=True)
    kept.mkdir()
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(repository)], check=True)
    program = publication.runner.folder / "bin" / "ssh"
    program.write_text(SSH.format(kept=kept, server=server))
    program.chmod(0o755)
    publication.runner.secrets["KUNCI_KELUARAN"] = KEY
    return repository


def said_of(repository: Path, *arguments: str) -> str:
    """What git says of the output."""
    return subprocess.run(
        ["git", *arguments], cwd=repository, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_main_is_delivered_to_the_output_repository(publication: Publication) -> None:
    repository = output(publication)
    commit = publication.goes("tujuan: repositori, repositori: kantor/situs")
    ran = publication.runs(commit)
    assert ran.good, ran.printed
    assert said_of(repository, "log", "-1", "--format=%B", "main").endswith(f"Sumber: {commit}")
    assert "lakip/2025/v1/index.html" in said_of(repository, "ls-tree", "-r", "--name-only", "main")
    assert "Aa0+Aa0+" not in ran.printed


def test_a_refused_year_disappears_the_rest_is_deployed_and_the_run_is_red(publication: Publication) -> None:
    text = (publication.office / CHAPTER).read_text(encoding="utf-8")
    ran = publication.runs(publication.goes("tujuan: pages", **{CHAPTER: text + "\nDiubah langsung di main.\n"}))
    assert not ran.good
    site = publication.kept("terpasang")
    assert (site / "index.html").is_file(), ran.printed
    assert not (site / "lakip" / "2025" / "v1").exists()
    assert ran.summary.startswith("## Diterbitkan tanpa sebagian\n")
    assert "LAKIP 2025 tidak diterbitkan" in ran.summary
    assert "berkasnya berubah sesudah disetujui" in ran.summary


def test_what_cannot_be_built_changes_nothing(publication: Publication) -> None:
    ran = publication.runs(publication.goes("tujuan: pages", **{"docs/tentang.md": "[putus](tidak-ada.md)\n"}))
    assert not ran.good
    assert not publication.kept("artefak").exists()
    assert not publication.kept("terpasang").exists()
    assert ran.summary.startswith("## Tidak diterbitkan\n")


def test_another_branch_is_refused(publication: Publication) -> None:
    """T88: also one that stands at the same commit."""
    publication.goes("tujuan: pages")
    ran = publication.runs(publication.tip, "refs/heads/naskah/2026/draf-awal")
    assert not ran.good
    assert "Yang diterbitkan hanya main, bukan naskah/2026/draf-awal" in ran.summary
    assert not publication.kept("artefak").exists()


def test_an_old_run_is_refused(publication: Publication) -> None:
    """T70: the run of before somebody withdrew something."""
    old = publication.goes("tujuan: pages")
    publication.writes({"docs/baru.md": "# Baru\n"})
    ran = publication.runs(old)
    assert not ran.good
    assert f"Jalan ini membawa {old[:12]}" in ran.summary
    assert not publication.kept("artefak").exists()


def test_control_without_the_question_an_old_run_would_deliver(publication: Publication) -> None:
    """The defence taken out of main's program."""
    name = "scripts/paraf/terbit/delivery.py"
    text = (publication.office / name).read_text(encoding="utf-8")
    assert "if commit != tip:" in text
    open_ = text.replace("if commit != tip:", "if False:").replace("if here != commit:", "if False:")
    old = publication.goes("tujuan: pages", **{name: open_})
    publication.writes({"docs/istilah.md": (publication.office / "docs/istilah.md").read_text() + "\nBaru.\n"})
    assert publication.runs(old).good
    assert publication.kept("terpasang").exists()
