"""What a repository is set to, as GitHub told it, as a JSON file and back: what was read once can be judged again anywhere.

The names inside a part are GitHub's own, the parts of a snapshot ours. A part that could not be read is ``None`` and
``tidak_terbaca`` says why; it is never taken for one in order (threats 3.4). No secret is in it, only names.
"""

from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct, field

from paraf.door.jsons import load_json
from paraf.errors import DataError
from paraf.gerbang.answers import Account

MOST_BYTES = 5_000_000
"""Bytes of a snapshot; an ordinary one has less than 100,000."""
Why = Literal["ditolak", "tidak ada", "tidak ditanya", "tidak dipahami"]
"""403 (or 401), 404, a question that was not put because it makes no sense here, an answer of another shape."""


class Permissions(Struct, frozen=True):
    """What an account may do in the repository."""

    admin: bool = False
    maintain: bool = False
    push: bool = False


class Feature(Struct, frozen=True):
    """A feature by its state: ``enabled`` or ``disabled``."""

    status: str


class Security(Struct, frozen=True):
    """The features that look for secrets; ``None``: not offered, or not shown."""

    secret_scanning: Feature | None = None
    secret_scanning_push_protection: Feature | None = None


class RepositorySettings(Struct, frozen=True, kw_only=True):
    """The repository itself; GitHub shows how it merges only to those who may push."""

    default_branch: str
    private: bool
    owner: Account
    archived: bool = False
    forks_count: int = 0
    allow_forking: bool | None = None
    allow_auto_merge: bool | None = None
    allow_merge_commit: bool | None = None
    allow_rebase_merge: bool | None = None
    allow_squash_merge: bool | None = None
    permissions: Permissions | None = None
    security_and_analysis: Security | None = None


class RequiredCheck(Struct, frozen=True):
    """A status that is asked for, and the id of the App it must come from (``None``: of anybody)."""

    context: str
    integration_id: int | None = None


class RuleParameters(Struct, frozen=True, kw_only=True):
    """How a rule is set, as far as it is looked at."""

    required_approving_review_count: int | None = None
    dismiss_stale_reviews_on_push: bool | None = None
    require_code_owner_review: bool | None = None
    require_last_push_approval: bool | None = None
    required_review_thread_resolution: bool | None = None
    allowed_merge_methods: tuple[str, ...] | None = None
    strict_required_status_checks_policy: bool | None = None
    do_not_enforce_on_create: bool | None = None
    required_status_checks: tuple[RequiredCheck, ...] = ()


class Rule(Struct, frozen=True):
    """One rule."""

    type: str
    parameters: RuleParameters | None = None


class Bypass(Struct, frozen=True):
    """Somebody whom a ruleset does not bind."""

    actor_type: str
    actor_id: int | None = None
    bypass_mode: str = "always"


class RefName(Struct, frozen=True):
    """Branches by name or pattern."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Conditions(Struct, frozen=True):
    """Where a ruleset holds."""

    ref_name: RefName | None = None


class Ruleset(Struct, frozen=True, kw_only=True):
    """A ruleset; ``bypass_actors`` is ``None`` where GitHub does not show it, ``id`` 0 in a file that is not applied yet."""

    name: str
    enforcement: str
    id: int = 0
    target: str = "branch"
    bypass_actors: tuple[Bypass, ...] | None = None
    current_user_can_bypass: str | None = None
    conditions: Conditions | None = None
    rules: tuple[Rule, ...] = ()
    updated_at: datetime | None = None


class Suite(Struct, frozen=True):
    """What the rules said to one push."""

    id: int
    result: str
    pushed_at: datetime
    actor_name: str | None = None


class Switch(Struct, frozen=True):
    """Something that is on or off."""

    enabled: bool


class OldReviews(Struct, frozen=True):
    """The reviews that an old branch protection asks for."""

    required_approving_review_count: int = 0


class Protection(Struct, frozen=True, kw_only=True):
    """An old branch protection, which stands beside the rulesets."""

    allow_force_pushes: Switch | None = None
    allow_deletions: Switch | None = None
    required_pull_request_reviews: OldReviews | None = None


class ActionsSettings(Struct, frozen=True):
    """Whether Actions run, and whose."""

    enabled: bool
    allowed_actions: str | None = None
    sha_pinning_required: bool | None = None


class SelectedActions(Struct, frozen=True):
    """Which actions of others run where only selected ones do."""

    github_owned_allowed: bool | None = None
    verified_allowed: bool | None = None
    patterns_allowed: tuple[str, ...] = ()


class TokenSettings(Struct, frozen=True):
    """What the token of a run may do unless its workflow says otherwise."""

    default_workflow_permissions: str
    can_approve_pull_request_reviews: bool


class ForkApproval(Struct, frozen=True):
    """Whose first run from a fork waits for somebody."""

    approval_policy: str


class ActionsPolicy(Struct, frozen=True):
    """A rule on which events start which workflows."""

    name: str
    enforcement: str


class Named(Struct, frozen=True):
    """Something of which only the name is read."""

    name: str


class BranchPolicy(Struct, frozen=True):
    """A branch or tag that an environment lets in."""

    name: str
    type: str = "branch"


class Environment(Struct, frozen=True, kw_only=True):
    """An environment; ``branches`` and ``secrets`` are ``None`` where they could not be read."""

    name: str
    protected_branches: bool | None = None
    custom_branch_policies: bool | None = None
    branches: tuple[BranchPolicy, ...] | None = None
    secrets: tuple[Named, ...] | None = None


class PagesSource(Struct, frozen=True):
    """The branch that Pages shows where no workflow brings the pages."""

    branch: str | None = None


class Pages(Struct, frozen=True):
    """How GitHub Pages is set up."""

    build_type: str | None = None
    https_enforced: bool | None = None
    source: PagesSource | None = None
    public: bool | None = None


class Collaborator(Struct, frozen=True):
    """Somebody who was let in."""

    id: int
    login: str
    permissions: Permissions | None = None
    type: str = "User"


class DeployKey(Struct, frozen=True):
    """A key that opens the repository to whoever holds it."""

    id: int
    title: str
    read_only: bool


class Hook(Struct, frozen=True):
    """An address that is told of events; the address itself is not kept."""

    id: int
    active: bool


class Runner(Struct, frozen=True):
    """A machine of one's own on which workflows run."""

    id: int
    name: str


class Installation(Struct, frozen=True):
    """An App of the organisation."""

    id: int
    app_slug: str
    permissions: dict[str, str] = field(default_factory=dict)


class OwnersError(Struct, frozen=True):
    """A line of CODEOWNERS that GitHub does not follow."""

    line: int
    path: str
    kind: str = ""


class SeenStatus(Struct, frozen=True):
    """A status of the gate's name on the tip of main or of an open pull request, and who set it."""

    sha: str
    state: str
    created_at: datetime
    creator: Account | None = None


class SeenCheck(Struct, frozen=True):
    """A check run of the gate's name, which the gate never makes, and the App it came from."""

    sha: str
    app: int | None = None


class SeenWorkflow(Struct, frozen=True):
    """A workflow and whether it may run: ``active``, ``disabled_manually``, ``disabled_inactivity``."""

    path: str
    state: str


class Run(Struct, frozen=True):
    """The last run of the gate."""

    created_at: datetime
    status: str
    conclusion: str | None = None


class SeenAppointment(Struct, frozen=True):
    """A commit of main that changed the officials, and the pull request that it came by."""

    sha: str
    at: datetime
    pull: int | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """The parts by name; each is what one row of threats 3.4 asks for."""

    repositori: RepositorySettings | None = None
    aturan_main: tuple[Rule, ...] | None = None
    ruleset: tuple[Ruleset, ...] | None = None
    penilaian_ruleset: tuple[Suite, ...] | None = None
    perlindungan_lama: Protection | None = None
    actions: ActionsSettings | None = None
    actions_terpilih: SelectedActions | None = None
    izin_token: TokenSettings | None = None
    persetujuan_fork: ForkApproval | None = None
    kebijakan_actions: tuple[ActionsPolicy, ...] | None = None
    rahasia: tuple[Named, ...] | None = None
    lingkungan: tuple[Environment, ...] | None = None
    pages: Pages | None = None
    kolaborator: tuple[Collaborator, ...] | None = None
    kunci: tuple[DeployKey, ...] | None = None
    webhook: tuple[Hook, ...] | None = None
    runner: tuple[Runner, ...] | None = None
    aplikasi: tuple[Installation, ...] | None = None
    codeowners: tuple[OwnersError, ...] | None = None
    status: tuple[SeenStatus, ...] | None = None
    status_senama: tuple[SeenCheck, ...] | None = None
    alur_kerja: tuple[SeenWorkflow, ...] | None = None
    jalan_gerbang: tuple[Run, ...] | None = None
    pengangkatan: tuple[SeenAppointment, ...] | None = None


class Snapshot(Struct, frozen=True, kw_only=True):
    """The whole file: of which repository, read when, what was told, and why the rest was not."""

    skema: Literal[1] = 1
    nama: str
    dibaca: datetime
    bagian: Settings
    tidak_terbaca: dict[str, Why] = field(default_factory=dict)

    def why(self, part: str) -> Why | None:
        """Why a part is not there; ``None`` where it is. What nobody speaks of was not asked."""
        return None if getattr(self.bagian, part) is not None else self.tidak_terbaca.get(part, "tidak ditanya")


def read_settings(data: bytes, file: str = "potret.json") -> Snapshot:
    """The snapshot of a file; raises ``DataError`` with every fault."""
    snapshot, faults = load_json(Snapshot, file, data, MOST_BYTES)
    if snapshot is None:
        raise DataError(faults)
    return snapshot


def write_settings(snapshot: Snapshot) -> bytes:
    """The file of a snapshot."""
    return msgspec.json.format(msgspec.json.encode(snapshot), indent=2) + b"\n"


def read_ruleset(data: bytes, file: str) -> Ruleset:
    """A ruleset as the repository ships it; raises ``DataError`` with every fault."""
    ruleset, faults = load_json(Ruleset, file, data, MOST_BYTES)
    if ruleset is None:
        raise DataError(faults)
    return ruleset
