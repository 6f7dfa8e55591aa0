"""The settings of a repository, part by part (threats 3.4); what may not be seen is kept as such, never guessed."""

import copy
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from paraf.adapters.github.client import Absent, Client, Denied
from paraf.adapters.github.transport import ForgeError
from paraf.gerbang import settings as s
from paraf.gerbang.effects import STATUS
from paraf.sop.repository import OFFICIALS

T = TypeVar("T")
MAIN = "main"
GATE = "gerbang.yml"
POLICIES_VERSION = "2026-03-10"
_NOT_HERE = (409, 410, 422)
"""How GitHub refuses a question that makes no sense for this repository."""
MOST_HEADS = 30
"""Open pull requests whose statuses are looked at, newest first."""


class _UnreadError(Exception):
    """A part was refused or is not there."""

    def __init__(self, why: s.Why) -> None:
        self.why = why
        super().__init__(why)


def read_live(client: Client, now: datetime) -> s.Snapshot:
    """Ask for every part. Raises ``ForgeError`` where the forge cannot be reached."""
    return _Reader(client).snapshot(now)


class _Reader:
    """One look at the settings."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.parts: dict[str, Any] = {}
        self.why: dict[str, s.Why] = {}

    def snapshot(self, now: datetime) -> s.Snapshot:
        """Everything."""
        self.keep("repositori", self.one(s.RepositorySettings, ""))
        self.keep("aturan_main", self.many(s.Rule, f"rules/branches/{MAIN}"))
        self.keep("ruleset", self.rulesets())
        month = {"ref": f"refs/heads/{MAIN}", "time_period": "month", "rule_suite_result": "bypass"}
        self.keep("penilaian_ruleset", self.many(s.Suite, "rulesets/rule-suites", **month))
        self.keep("perlindungan_lama", self.one(s.Protection, f"branches/{MAIN}/protection"))
        self.actions()
        self.keep("lingkungan", self.environments())
        self.keep("pages", self.one(s.Pages, "pages"))
        self.keep("kolaborator", self.many(s.Collaborator, "collaborators", affiliation="all"))
        self.keep("kunci", self.many(s.DeployKey, "keys"))
        self.keep("webhook", self.many(s.Hook, "hooks"))
        self.keep("runner", self.many(s.Runner, "actions/runners", "runners"))
        if (repository := self.parts.get("repositori")) and repository.owner.type == "Organization":
            self.keep(
                "aplikasi", self.many(s.Installation, f"/orgs/{repository.owner.login}/installations", "installations")
            )
        self.keep("codeowners", self.many(s.OwnersError, "codeowners/errors", "errors"))
        self.keep("status", self.statuses())
        self.keep("status_senama", self.namesakes())
        self.keep("alur_kerja", self.many(s.SeenWorkflow, "actions/workflows", "workflows"))
        self.keep("jalan_gerbang", self.last_run())
        self.keep("pengangkatan", self.appointments())
        told = s.Settings(**self.parts)
        return s.Snapshot(nama=self.client.repository, dibaca=now, bagian=told, tidak_terbaca=self.why)

    def keep(self, part: str, found: Iterator[Any]) -> None:
        """Run what reads a part, and keep what it says; or why it could not."""
        try:
            self.parts[part] = next(found)
        except _UnreadError as error:
            self.why[part] = error.why

    def one(self, shape: type[T], path: str, **query: str | int) -> Iterator[T]:
        """One thing."""
        yield _shaped(shape, self.ask(path, **query))

    def many(self, shape: type[T], path: str, key: str = "", **query: str | int) -> Iterator[tuple[T, ...]]:
        """A list."""
        yield self.listed(shape, path, key, **query)

    def ask(self, path: str, **query: str | int) -> Any:
        """What the forge says; raises where it does not."""
        try:
            found = self.client.ask(path, **query)
        except ForgeError as error:
            if error.status in _NOT_HERE:
                raise _UnreadError("ditolak") from error
            raise
        if isinstance(found, Denied):
            raise _UnreadError("ditolak")
        if isinstance(found, Absent):
            raise _UnreadError("tidak ada")
        return found

    def listed(self, shape: type[T], path: str, key: str = "", **query: str | int) -> tuple[T, ...]:
        """A list to its end, which lies under ``key`` where it is wrapped."""
        found = self.ask(path, **query)
        if key and isinstance(found, Mapping):
            items = _under(found, key)
            page = 1
            while len(items) < found.get("total_count", 0) and page < 100:
                page += 1
                items += _under(self.ask(path, **query, page=page), key)
            found = items
        return _shaped(tuple[shape, ...], found)  # type: ignore[valid-type]

    def rulesets(self) -> Iterator[tuple[s.Ruleset, ...]]:
        """Each whole; the list leaves out what matters."""
        short = self.listed(s.Ruleset, "rulesets", includes_parents="true")
        yield tuple(_shaped(s.Ruleset, self.ask(f"rulesets/{one.id}")) for one in short)

    def actions(self) -> None:
        """What Actions may do; which actions are selected is only told where they are."""
        self.keep("actions", self.one(s.ActionsSettings, "actions/permissions"))
        if (found := self.parts.get("actions")) and found.allowed_actions == "selected":
            self.keep("actions_terpilih", self.one(s.SelectedActions, "actions/permissions/selected-actions"))
        self.keep("izin_token", self.one(s.TokenSettings, "actions/permissions/workflow"))
        if not ((repository := self.parts.get("repositori")) and repository.private):
            path = "actions/permissions/fork-pr-contributor-approval"
            self.keep("persetujuan_fork", self.one(s.ForkApproval, path))
        self.keep("kebijakan_actions", self.policies())
        self.keep("rahasia", self.many(s.Named, "actions/secrets", "secrets"))

    def policies(self) -> Iterator[tuple[s.ActionsPolicy, ...]]:
        """They are told to a newer version of the interface only."""
        newer = copy.copy(self.client)
        newer.headers = self.client.headers | {"X-GitHub-Api-Version": POLICIES_VERSION}
        newer.cache = None
        yield _Reader(newer).listed(s.ActionsPolicy, "actions/policies", "policies")

    def environments(self) -> Iterator[tuple[s.Environment, ...]]:
        """Each with the branches that it lets in and the names of its secrets."""
        found: list[s.Environment] = []
        for one in self.listed(dict[str, Any], "environments", "environments"):
            name, policy = one["name"], one.get("deployment_branch_policy") or {}
            inside = _Reader(self.client)
            path = f"environments/{name}"
            inside.keep(
                "branches", inside.many(s.BranchPolicy, f"{path}/deployment-branch-policies", "branch_policies")
            )
            inside.keep("secrets", inside.many(s.Named, f"{path}/secrets", "secrets"))
            shown = {key: policy.get(key) for key in ("protected_branches", "custom_branch_policies")}
            found.append(s.Environment(name=name, **shown, **inside.parts))
        yield tuple(found)

    def heads(self) -> list[str]:
        """The tip of main, and of the newest open pull requests."""
        tips = [self.ask(f"commits/{MAIN}")["sha"]]
        tips += [one["head"]["sha"] for one in self.ask("pulls", state="open")[:MOST_HEADS]]
        return list(dict.fromkeys(tips))

    def statuses(self) -> Iterator[tuple[s.SeenStatus, ...]]:
        """Those of the gate's name, of each who set one the newest."""
        found: dict[tuple[str, int], s.SeenStatus] = {}
        for sha in self.heads():
            for one in self.ask(f"commits/{sha}/statuses"):
                if one.get("context") == STATUS:
                    seen = _shaped(s.SeenStatus, {**one, "sha": sha})
                    found.setdefault((sha, seen.creator.id if seen.creator else 0), seen)
        yield tuple(found.values())

    def namesakes(self) -> Iterator[tuple[s.SeenCheck, ...]]:
        """Check runs of the gate's name."""
        found: list[s.SeenCheck] = []
        for sha in self.heads():
            path = f"commits/{sha}/check-runs"
            for one in self.listed(dict[str, Any], path, "check_runs", check_name=STATUS):
                if one.get("name") == STATUS:
                    found.append(s.SeenCheck(sha, (one.get("app") or {}).get("id")))
        yield tuple(found)

    def last_run(self) -> Iterator[tuple[s.Run, ...]]:
        """The last run of the gate, or none."""
        said = self.ask(f"actions/workflows/{GATE}/runs", per_page=1)
        yield _shaped(tuple[s.Run, ...], _under(said, "workflow_runs"))[:1]

    def appointments(self) -> Iterator[tuple[s.SeenAppointment, ...]]:
        """The commits of main that changed the officials, oldest first."""
        found: list[s.SeenAppointment] = []
        for one in self.ask(f"commits?sha={MAIN}&path={OFFICIALS}"):
            sha = one["sha"]
            came = [each["number"] for each in self.ask(f"commits/{sha}/pulls") if each.get("merge_commit_sha") == sha]
            at = one["commit"]["committer"]["date"]
            found.append(_shaped(s.SeenAppointment, {"sha": sha, "at": at, "pull": next(iter(came), None)}))
        yield tuple(reversed(found))


def _under(found: Any, key: str) -> list[Any]:
    """The list under a key; an answer without it is not taken for an empty one."""
    items = found.get(key) if isinstance(found, Mapping) else None
    if not isinstance(items, list):
        raise _UnreadError("tidak dipahami")
    return list(items)


def _shaped(shape: type[T], value: object) -> T:
    """The value as this shape; a setting that cannot be understood is one that is not known."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise _UnreadError("tidak dipahami") from error
