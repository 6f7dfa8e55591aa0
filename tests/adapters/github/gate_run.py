"""The gate as its workflow runs it: the command, with the environment that GitHub Actions gives it."""

from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, SCOPES, ForgeOffice
from alur.world import WIB
from paraf.adapters.github.gathering import Forge, Gathered
from paraf.adapters.github.judged import judged_year
from paraf.alur.book.noting import books_of, lacking
from paraf.alur.states import Cycle
from paraf.commands import gerbang
from paraf.gerbang.effects import STATUS


class GateRun:
    """Runs of the gate in an empty folder; its clock is the forge's."""

    def __init__(self, people: ForgeOffice, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.people, self.root = people, folder
        forge = people.forge
        self.token = forge.actions_token(**SCOPES)
        variables = {
            "GITHUB_API_URL": forge.url,
            "GITHUB_SERVER_URL": forge.url,
            "GITHUB_GRAPHQL_URL": f"{forge.url}/graphql",
            "GITHUB_REPOSITORY": NAME,
            "GITHUB_TOKEN": self.token,
            "GITHUB_RUN_ID": "77",
            "GITHUB_ACTIONS": "true",
        }
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(gerbang, "now", lambda: forge.clock.now)
        monkeypatch.setattr(gerbang, "judged_year", self._judged)
        self.last: tuple[Gathered, Cycle] | None = None

    def _judged(self, forge: Forge, year: int) -> tuple[Gathered, Cycle]:
        """What the command itself does, remembered."""
        self.last = judged_year(forge, year)
        return self.last

    def sweep(self) -> int:
        """``paraf gerbang --semua --tulis``."""
        return gerbang.gerbang(self.root, None, everything=True, write=True, save=None)

    def shown(self) -> Cycle:
        """Sweep; the year as the gate saw it."""
        assert self.sweep() == 0
        assert self.last
        return self.last[1]

    def book(self) -> dict[str, bytes]:
        """The files that the book lacks, as of the last sweep."""
        assert self.last
        gathered, cycle = self.last
        now = self.people.forge.clock.now.astimezone(WIB)
        found = lacking(books_of(gathered.facts), cycle.closings, gathered.policy, gathered.facts.year, now=now)
        assert isinstance(found, dict), found
        return found

    def status(self, commit: str) -> str | None:
        """The state of the gate's latest status on a commit."""
        found = [one for one in self.people.repo.statuses if (one.sha, one.context) == (commit, STATUS)]
        return found[-1].state if found else None
