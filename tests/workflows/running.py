"""Runs a workflow of ours as GitHub would, by ``act`` in host mode, against the double; see ``Runner``.

Actions of GitHub are replaced by small ones (``pengganti``). What act does not do: choose whose copy of a workflow runs,
hold a token to its permissions (the double does), concurrency, schedules.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from helpers import ROOT
from paraf.adapters.forge_double import ForgeDouble
from workflows.reading import FOLDER, PINS, read

HERE = Path(__file__).parent
REPOSITORY = "kantor/lakip"
_ACT = Path(sysconfig.get_path("scripts")) / "act"
_PYTHON = """\
#!/bin/sh
if [ "$1 $2 $3" = "-m pip install" ]; then echo "$@" >> {kept}/pip; exit 0; fi
printf '%s\\n' "$*" >> {kept}/perintah
case "$(tail -n 1 {kept}/pip)" in
  *requirements-gerbang*) {gate} "$@" ;;
  *requirements-terbit*) {site} "$@" ;;
  *) {python} "$@" ;;
esac
code=$?
if [ -s "$GITHUB_STEP_SUMMARY" ]; then cp "$GITHUB_STEP_SUMMARY" {kept}/ringkasan; fi
exit $code
"""


LOCKS = {"gate": "requirements-gerbang.txt", "site": "requirements-terbit.txt"}
"""What a job that installs little has to do with."""


class Ran(NamedTuple):
    """How a run ended: whether all of it succeeded, what was printed, the commands called, the summary, the artifact."""

    good: bool
    printed: str
    commands: list[str]
    installed: list[str]
    summary: str
    artifacts: list[Path]


class Runner:
    """A machine that runs workflows for the double's repository; ``folder`` is its own.

    ``proof`` is a file that only what must not run makes; a shell finds its path in ``$UJI_KENA``.
    """

    def __init__(self, folder: Path, forge: ForgeDouble, repository: str = REPOSITORY) -> None:
        self.folder, self.forge = folder, forge
        self.kept = folder / "simpan"
        self.proof = self.kept / "kena"
        self.secrets: dict[str, str] = {}
        programs = folder / "bin"
        programs.mkdir(parents=True)
        python = programs / "python3"
        kept = shlex.quote(str(self.kept))
        few = {name: shlex.quote(str(_of_few(folder / "sedikit", lock))) for name, lock in LOCKS.items()}
        text = _PYTHON.format(kept=kept, python=shlex.quote(sys.executable), **few)
        python.write_text(text, encoding="utf-8")
        python.chmod(0o755)
        self.work = folder / "kerja"
        shutil.copytree(FOLDER, self.work / ".github" / "workflows")
        who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
        address = f"https://github.com/{repository}.git"
        for arguments in (
            *(("init", "-q", "-b", "main"), ("remote", "add", "origin", address), ("add", "-A")),
            (*who, "commit", "-q", "-m", "alur kerja"),
        ):
            subprocess.run(["git", *arguments], cwd=self.work, check=True)

    def run(self, workflow: str, event: str, payload: Mapping[str, Any], **inputs: str) -> Ran:
        """Run one workflow for an event, with a token of just its permissions."""
        shutil.rmtree(self.kept, ignore_errors=True)
        self.kept.mkdir()
        said = self.folder / "peristiwa.json"
        said.write_text(json.dumps({**payload, **({"inputs": inputs} if inputs else {})}), encoding="utf-8")
        # Of several jobs the first alone asks the forge for more than the tip of main.
        job = next(iter(read((FOLDER / workflow).read_text(encoding="utf-8"))["jobs"].values()))
        scopes = {scope.replace("-", "_"): level for scope, level in job["permissions"].items()}
        stubs = [f"{action}@{pin.split(' ')[0]}={HERE / 'pengganti' / action[8:]}" for action, pin in PINS.items()]
        urls = {f"GITHUB_{name}_URL": self.forge.url for name in ("API", "SERVER")}
        given = urls | {
            "GITHUB_GRAPHQL_URL": f"{self.forge.url}/graphql",
            "UJI_PYTHON": str(self.folder / "bin"),
            "UJI_SIMPAN": str(self.kept),
            "UJI_KENA": str(self.proof),
        }
        command = [
            *(str(_ACT), event, "-e", str(said), "-W", f".github/workflows/{workflow}", "--json"),
            *(
                "-P",
                "ubuntu-24.04=-self-hosted",
                "--no-cache-server",
                "--no-skip-checkout",
                "-a",
                "github-actions[bot]",
            ),
            *("--action-cache-path", str(self.folder / "aksi"), "--artifact-server-addr", "127.0.0.1"),
            *("-s", f"GITHUB_TOKEN={self.forge.actions_token(**scopes)}"),
            *(word for name, value in self.secrets.items() for word in ("-s", f"{name}={value}")),
            *(word for stub in stubs for word in ("--local-repository", stub)),
            *(word for name, value in given.items() for word in ("--env", f"{name}={value}")),
        ]
        quiet = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTHON"))}
        home = {"HOME": str(self.folder / "rumah"), "XDG_CACHE_HOME": str(self.folder / "rumah" / "cache")}
        done = subprocess.run(
            command, cwd=self.work, env=quiet | home, capture_output=True, text=True, timeout=120, check=False
        )
        return Ran(done.returncode == 0, _printed(done.stdout), *self._left())

    def _left(self) -> tuple[list[str], list[str], str, list[Path]]:
        """What the run left behind."""
        texts = {name: self.kept / name for name in ("perintah", "pip", "ringkasan")}
        found = {name: path.read_text(encoding="utf-8") if path.exists() else "" for name, path in texts.items()}
        artifacts = self.kept / "artefak"
        kept = sorted(artifacts.iterdir()) if artifacts.exists() else []
        return found["perintah"].splitlines(), found["pip"].splitlines(), found["ringkasan"], kept


def _of_few(folders: Path, lock: str) -> Path:
    """A Python that has what this lock names and nothing else."""
    folder = folders / lock
    venv.create(folder, with_pip=False, symlinks=True)
    [site] = folder.glob("lib/python*/site-packages")
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if (found := re.match(r"[a-z0-9._-]+(?===)", line)) and (of := _there(found[0])):
            for name in {path.parts[0] for path in of.files or [] if path.parts[0] not in ("..", "__pycache__")}:
                if not (
                    site / name
                ).exists():  # a package that two versions of Python have two versions of stands there twice
                    (site / name).symlink_to(str(of.locate_file(name)))
    return folder / "bin" / "python"


def _there(name: str) -> Distribution | None:
    """A package of the lock; some are for other systems."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _printed(log: str) -> str:
    """Every message of the log, line by line; act also shows the summary, which is no output of a step."""
    entries = [json.loads(line) for line in log.splitlines() if line[:1] == "{"]
    return "\n".join(str(one.get("msg", "")).rstrip("\n") for one in entries if one.get("command") != "summary")
