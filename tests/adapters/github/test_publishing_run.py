"""``paraf terbit``: only main's tip is built (the double tells what it is), and what a build ends with decides what leaves.

The build itself is put in its place: how it ended, what it said, and whether it left a site.
"""

import hashlib
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers import ROOT
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.own_process import run_ours
from paraf.adapters.site_folder import renewed
from paraf.cli import run
from paraf.commands import terbit

NAME = "kantor/lakip"
REFUSED = "LAKIP 2026 tidak diterbitkan. lakip/2026/10-pendahuluan.md: isinya lain daripada yang disetujui."


class Publishing:
    """A run of the workflow: its forge, its checkout, what the build will come to."""

    def __init__(self, folder: Path, forge: ForgeDouble) -> None:
        self.forge, self.root, self.folder = forge, folder / "kantor", folder
        self.outputs, self.summary = folder / "keluaran", folder / "ringkasan"
        self.asked: list[tuple[str, ...]] = []
        self.left: Callable[[], None] = self.leaves
        self.code, self.said = 0, ["Halaman disiapkan"]
        (self.root / "sop").mkdir(parents=True)
        for name in ("instansi.yml", "sop-lakip.yml"):
            (self.root / "sop" / name).write_bytes((ROOT / "sop" / name).read_bytes())
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "satu")
        forge.account("kantor", 9)
        forge.adopt(forge.repository(NAME, private=True), self.root)

    def git(self, *arguments: str) -> str:
        """What git says in the checkout."""
        who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
        done = subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def goes(self, target: str) -> None:
        """The office wrote this target."""
        file = self.root / "sop" / "instansi.yml"
        file.write_text(file.read_text().replace("terbit: {tujuan: tidak}", f"terbit: {{{target}}}"))

    def leaves(self) -> None:
        """The build leaves a site."""
        (self.root / "build").mkdir(exist_ok=True)
        with renewed(self.root / "site", self.root / "build") as fresh:
            (fresh / "index.html").write_text("<p>situs")

    def built(self, root: Path, tell: Callable[[str], None], *arguments: str) -> tuple[int, list[str]]:
        """In place of the build."""
        self.asked.append(arguments)
        self.left()
        for line in self.said:
            tell(line)
        return self.code, self.said

    def runs(self, *more: str) -> int:
        """The command as the workflow calls it."""
        given = ("--keluaran", str(self.outputs), "--ringkasan", str(self.summary))
        return run(["--akar", str(self.root), "terbit", *given, *more])

    @property
    def told(self) -> dict[str, str]:
        """What the steps behind it are given."""
        lines = self.outputs.read_text().splitlines() if self.outputs.exists() else []
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def publishing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publishing]:
    with ForgeDouble(tmp_path / "forge") as forge:
        made = Publishing(tmp_path, forge)
        variables = {
            **{"API_URL": forge.url, "REPOSITORY": NAME, "TOKEN": forge.actions_token(contents="read")},
            **{"REF": "refs/heads/main", "SHA": made.git("rev-parse", "HEAD")},
        }
        for name, value in variables.items():
            monkeypatch.setenv(f"GITHUB_{name}", value)
        monkeypatch.setattr(terbit, "run_ours", made.built)
        yield made


def test_main_is_built_and_delivered(publishing: Publishing, capsys: pytest.CaptureFixture[str]) -> None:
    publishing.goes("tujuan: pages")
    assert publishing.runs() == 0
    assert publishing.asked == [("situs", "--forge")]
    digest = hashlib.sha256((publishing.root / "site" / ".paraf").read_bytes()).hexdigest()
    assert publishing.told == {"tujuan": "pages", "asal": "tidak", "sidik": digest}
    assert publishing.summary.read_text().startswith("## Diterbitkan\n")
    assert digest in capsys.readouterr().out


@pytest.mark.parametrize(
    ("target", "public", "recorded"),
    [("tujuan: pages", True, "ya"), ("tujuan: pages, catat_asal: ya", False, "ya"), ("tujuan: zip", False, "tidak")],
)
def test_the_origin_is_recorded_where_the_plan_allows(
    target: str, public: bool, recorded: str, publishing: Publishing
) -> None:
    publishing.forge.repo(NAME).private = not public
    publishing.goes(target)
    assert publishing.runs() == 0
    assert publishing.told["asal"] == recorded


def test_a_zip_is_packed_and_its_digest_told(publishing: Publishing) -> None:
    publishing.goes("tujuan: zip")
    assert publishing.runs() == 0
    [made] = (publishing.root / "build" / "terbit").glob("situs-*.zip")
    assert publishing.told["sidik"] == hashlib.sha256(made.read_bytes()).hexdigest()
    assert "Artifacts" in publishing.summary.read_text()


def test_without_a_target_nothing_is_built(publishing: Publishing) -> None:
    assert publishing.runs() == 0
    assert (publishing.asked, publishing.told) == ([], {})
    assert "tidak ada yang terbit" in publishing.summary.read_text()


def test_a_refused_year_stays_away_the_rest_is_delivered_and_the_run_is_red(publishing: Publishing) -> None:
    publishing.goes("tujuan: repositori, repositori: kantor/situs")
    publishing.code, publishing.said = 1, [REFUSED]
    assert publishing.runs() == 1
    assert publishing.told["tujuan"] == "repositori"
    assert f"- {REFUSED[:30]}" in publishing.summary.read_text()


@pytest.mark.parametrize("code", [0, 1, 2, 3, -9])
@pytest.mark.parametrize("stale", [True, False])
def test_without_a_site_of_this_build_nothing_is_delivered(code: int, stale: bool, publishing: Publishing) -> None:
    """A site that an earlier build left is none of this one."""
    publishing.goes("tujuan: pages")
    if stale:
        publishing.leaves()
    publishing.left, publishing.code = (lambda: None), code
    assert publishing.runs() == max(code, 2)
    assert publishing.told == {}
    assert "Tidak diterbitkan" in publishing.summary.read_text()


def test_a_build_that_breaks_delivers_nothing_though_it_left_a_site(publishing: Publishing) -> None:
    publishing.goes("tujuan: pages")
    publishing.code = 3
    assert publishing.runs() == 3
    assert publishing.told == {}


@pytest.mark.parametrize("more", [(), ("--ujung",)])
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("GITHUB_REF", "refs/heads/naskah/2026/draf-awal", "hanya main, bukan naskah/2026/draf-awal"),
        ("GITHUB_REF", "refs/tags/v1", "hanya main"),
        ("GITHUB_REF", "", "hanya main"),
        ("GITHUB_SHA", "0" * 40, "membawa 000000000000"),
        ("GITHUB_SHA", "", "tidak diterbitkan lagi"),
    ],
)
def test_another_branch_and_an_old_run_are_refused(
    name: str, value: str, said: str, more: tuple[str, ...], publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T70, T88."""
    publishing.goes("tujuan: pages")
    monkeypatch.setenv(name, value)
    assert publishing.runs(*more) == 2
    assert (publishing.asked, publishing.told) == ([], {})
    assert said in publishing.summary.read_text()


def test_main_that_moved_on_is_not_published_by_an_old_run(publishing: Publishing) -> None:
    """T70: the very run that was good before."""
    publishing.goes("tujuan: pages")
    assert publishing.runs("--ujung") == 0
    publishing.forge.person("kantor", NAME).pushes({"docs/x.md": b"x"}, "main", "Baru")
    assert publishing.runs("--ujung") == 2
    assert publishing.runs() == 2
    assert publishing.asked == []


def test_a_checkout_of_something_else_is_refused(publishing: Publishing) -> None:
    publishing.goes("tujuan: pages")
    publishing.git("commit", "-q", "--allow-empty", "-m", "lain")
    assert publishing.runs() == 2
    assert "Yang diambil dari repositori bukan" in publishing.summary.read_text()


@pytest.mark.parametrize("status", [403, 404, 429])
def test_without_an_answer_nothing_is_published(status: int, publishing: Publishing) -> None:
    publishing.goes("tujuan: pages")
    publishing.forge.fails("GET", f"/repos/{NAME}/commits/main", status, times=-1, headers={"Retry-After": "600"})
    assert publishing.runs() == 2
    assert publishing.asked == []


def test_another_command_of_ours_runs_and_is_heard(tmp_path: Path) -> None:
    told: list[str] = []
    code, said = run_ours(tmp_path, told.append, "situs")
    assert (code, told) == (2, said)
    assert "sop/" in "".join(said)
