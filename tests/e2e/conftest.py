"""A copy of the repository in a folder with a space in its name, a built site, a browser.

What is only read is made once for all processes of a spread run: the first who needs it makes it, the others wait.
"""

import fcntl
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    """What a clone would hold but the tests, with the changes not committed yet, as a Git repository with one commit."""
    what = ("-z", "-co", "--exclude-standard", "--", ".", ":!tests")
    listed = subprocess.run(["git", "ls-files", *what], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    environment = os.environ | {"GIT_AUTHOR_DATE": "2026-01-15T08:00:00Z", "GIT_COMMITTER_DATE": "2026-01-15T08:00:00Z"}
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    # Packed: a copy of it then has half as many files.
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "salinan"), ("gc", "-q")):
        subprocess.run(["git", *arguments], cwd=target, env=environment, check=True)
    return target


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder for all processes of this run, read only; made by whoever comes first, anew if that failed."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with folder.with_suffix(".kunci").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.with_suffix(".jadi").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            folder.with_suffix(".jadi").touch()
    return folder


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that the copies are taken of."""
    return made_once(tmp_path_factory, "pola", copy_repository)


@pytest.fixture
def repository(pattern: Path, tmp_path: Path) -> Path:
    """A fresh copy that a test may break."""
    return shutil.copytree(pattern, tmp_path / "folder kantor", symlinks=True)


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

    def build(folder: Path) -> None:
        done = paraf("situs", cwd=copy_repository(folder / "folder kantor"))
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "situs", build) / "folder kantor" / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """As a web server does: connections are kept, and what never changes is asked for once."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Everything but pages may be kept by the browser."""
        if not self.path.endswith(("/", ".html")):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Unsearchable(_Quiet):
    """Reading the search's list of words takes the browser as long as the page itself."""

    def do_GET(self) -> None:
        """Nothing to be found."""
        if self.path != "/search/search_index.json":
            return super().do_GET()
        index = json.loads((Path(self.directory) / "search" / "search_index.json").read_bytes())
        listed = json.dumps({**index, "docs": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(listed)))
        self.end_headers()
        self.wfile.write(listed)
        return None


@contextmanager
def served(handler: type[_Quiet], folder: Path) -> Iterator[str]:
    """A folder over HTTP on loopback."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The built site."""
    with served(_Quiet, built) as found:
        yield found


@pytest.fixture(scope="session")
def looks(built: Path) -> Iterator[str]:
    """The built site for those who only look at pages: its search finds nothing."""
    with served(_Unsearchable, built) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that ``mulai.py uji`` found."""
    chosen = os.environ.get("PARAF_PERAMBAN") or shutil.which("chromium")
    path = None if chosen == "playwright" else chosen
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield opened
        opened.close()
