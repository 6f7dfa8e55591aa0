"""An office on the GitHub of the tests: the sample's story told by pushes, reviews and merges over HTTP and git.

Pull requests have their numbers from the forge; the story keeps its own.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Self

from alur.sample import POLICY, Written
from alur.world import WIB
from helpers import ROOT, files_of, load_case
from paraf.adapters.forge_double import ForgeDouble, Person
from paraf.adapters.forge_double.double import ACTIONS_BOT
from paraf.adapters.forge_double.state import Repo
from paraf.adapters.github.client import Client
from paraf.adapters.github.gathering import Forge
from paraf.adapters.github.objects import ObjectStore
from paraf.laporan.scaffold import scaffold
from paraf.sop.forms.officials import Person as Official

NAME = "contoh-kantor/lakip"
OWNER = "contoh-pengelola"
_KEYS = {"tim-satu": "contoh-tim-satu", "tim-dua": "contoh-tim-dua"}


SCOPES = {"contents": "read", "actions": "read", **dict.fromkeys(("issues", "pull_requests", "statuses"), "write")}
"""What the workflow of the gate may do."""


@cache
def people() -> Mapping[str, Official]:
    """The officials by the short name of the stories."""
    return {one.kunci.removeprefix("contoh-"): one for one in POLICY.officials.orang}


@cache
def scaffolded(year: int) -> Mapping[str, bytes]:
    """What ``paraf buka-tahun`` writes, by path below the year."""
    repo = load_case(ROOT)
    assert repo.outline
    made = scaffold(repo.outline.value, year, repo.sop.identity.nomor, datetime(2026, 1, 2, tzinfo=WIB).date(), None)
    return {name: text.encode() for name, text in made.items()}


class ForgeOffice(Written):
    """The office's people at work in a repository; ``heard`` is called after everything that anybody does."""

    def __init__(self, forge: ForgeDouble, repo: Repo, year: int, *, opened: bool) -> None:
        super().__init__(year)
        self.forge, self.repo, self.year, self.opened = forge, repo, year, opened
        self.numbers: dict[int, int] = {}
        self.heard: Callable[[], None] = lambda: None

    def person(self, who: str) -> Person:
        """Somebody by the short name."""
        return self.forge.person(people()[who].akun or "", NAME)

    def at(self, moment: str) -> Self:
        """Go to a moment: ``2026-01-05 08:35``."""
        self.forge.clock.at(datetime.fromisoformat(moment).replace(tzinfo=WIB))
        return self

    def open(self, number: int, who: str, files: Mapping[str, bytes], *, draft: bool = False) -> None:
        """A branch is pushed, and a pull request opened from it."""
        branch = f"naskah/{self.year}/naskah-{number}"
        # Chapters of the scaffold that are not written in this report go with the first ones that are.
        chapters = any(path[:2].isdigit() for path in files)
        left = [path for path in scaffolded(self.year) if path not in self.files] if chapters and self.opened else []
        self.person(who).pushes(self._below({**files, **dict.fromkeys(left)}), branch)
        self.numbers[number] = self.person(who).opens(branch, f"Naskah {number}", draft=draft)
        self.heard()

    def push(self, number: int, who: str, files: Mapping[str, bytes | None]) -> None:
        """More is written."""
        self.person(who).pushes(self._below(files), f"naskah/{self.year}/naskah-{number}")
        self.heard()

    def hand(self, number: int, who: str) -> None:
        """The paper is handed over."""
        self.person(who).comments(self.numbers[number], "/ajukan")
        self.heard()

    def approve(self, number: int, who: str) -> None:
        """The paper is approved."""
        self.person(who).reviews(self.numbers[number], "APPROVE")
        self.heard()

    def send_back(self, number: int, who: str, why: str) -> None:
        """The paper is sent back."""
        self.person(who).reviews(self.numbers[number], "REQUEST_CHANGES", why)
        self.heard()

    def merge(self, number: int, who: str) -> None:
        """The paper is joined to the official text."""
        self.person(who).merges(self.numbers[number])
        self.heard()

    def _below(self, files: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
        return {f"lakip/{self.year}/{path}": data for path, data in files.items()}


class Gate:
    """The gate as it runs: each look reads the forge anew; the store of objects stays warm."""

    def __init__(self, forge: ForgeDouble, folder: Path) -> None:
        self.forge = forge
        self.token = forge.actions_token(**SCOPES)
        self.store = ObjectStore(folder / "objek.git")

    def look(self) -> Forge:
        """Everything as it is now."""
        client = Client(self.forge.url, NAME, self.token, pause=lambda _: None)
        found = Forge(client, self.store, f"{self.forge.url}/{NAME}.git", self.token, self.forge.clock.now)
        found.read()
        return found


@contextmanager
def office(
    folder: Path,
    year: int = 2025,
    *,
    opened: bool = True,
    kind: type[ForgeOffice] = ForgeOffice,
    own: Mapping[str, bytes] | None = None,
) -> Iterator[ForgeOffice]:
    """A repository with the office's rules, in which a year is opened, or none yet; ``own`` are files of its own."""
    with ForgeDouble(folder / "forge") as forge:
        forge.account(OWNER, 999000099)
        roles = {}
        for one in people().values():
            assert one.akun
            assert one.id
            forge.account(one.akun, one.id)
            roles[one.akun] = "write"
        files: dict[str, bytes] = dict(files_of(ROOT)) | {"docs/index.md": b"# Panduan\n"} | dict(own or {})
        if opened:
            files |= {f"lakip/{year}/{path}": data for path, data in scaffolded(year).items()}
        repo = forge.repository(NAME, files=files, roles=roles | {OWNER: "admin", ACTIONS_BOT.login: "write"})
        yield kind(forge, repo, year, opened=opened)
