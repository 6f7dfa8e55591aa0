"""A copy of the repository in a folder with a space in its name, a built site, a browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from helpers import ROOT

CHROMIUM = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def copy_repository(target: Path) -> Path:
    """What a clone would hold, with the changes not committed yet, as a Git repository with one commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    environment = os.environ | {"GIT_AUTHOR_DATE": "2026-01-15T08:00:00Z", "GIT_COMMITTER_DATE": "2026-01-15T08:00:00Z"}
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "salinan")):
        subprocess.run(["git", *arguments], cwd=target, env=environment, check=True)
    return target


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A fresh copy that a test may break."""
    return copy_repository(tmp_path / "folder kantor")


@pytest.fixture(scope="session")
def paraf() -> Run:
    """Run ``paraf`` in a process of its own, as a user would."""

    def run(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
        clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        return subprocess.run(
            [sys.executable, "-m", "paraf", *arguments],
            cwd=cwd,
            env=clean | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, paraf: Run) -> Path:
    """The site of this repository, built once; read only."""
    root = copy_repository(tmp_path_factory.mktemp("situs") / "folder kantor")
    done = paraf("situs", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The built site over HTTP on loopback."""
    handler = functools.partial(_Quiet, directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that ``mulai.py uji`` found."""
    chosen = os.environ.get("PARAF_PERAMBAN") or shutil.which("chromium")
    path = None if chosen == "playwright" else chosen
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield opened
        opened.close()
