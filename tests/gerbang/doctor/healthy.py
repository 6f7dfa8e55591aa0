"""A repository in which everything is as the gate needs it, and one thing changed at a time."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import msgspec

from helpers import ROOT, load_case
from paraf.adapters.workflows import read_workflows
from paraf.gerbang.answers import Account
from paraf.gerbang.doctor.gate import BOT
from paraf.gerbang.doctor.judging import diagnosis
from paraf.gerbang.doctor.point import Point, State, Subject
from paraf.gerbang.settings import (
    ActionsPolicy,
    ActionsSettings,
    BranchPolicy,
    Collaborator,
    DeployKey,
    Environment,
    Feature,
    Hook,
    Pages,
    Permissions,
    RepositorySettings,
    Ruleset,
    Run,
    Security,
    SeenAppointment,
    SeenStatus,
    SeenWorkflow,
    SelectedActions,
    Settings,
    Snapshot,
    TokenSettings,
    read_ruleset,
)
from paraf.sop.forms.officials import OfficialsFile, Person, Term

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
"""A Wednesday."""
OFFICE = load_case(ROOT)
SHA = "a" * 40
ADMIN, WRITE, READ = Permissions(True, True, True), Permissions(push=True), Permissions()
SHIPPED = tuple(
    read_ruleset(path.read_bytes(), path.name) for path in sorted((ROOT / ".github" / "rulesets").glob("*.json"))
)


@cache
def officials() -> OfficialsFile:
    """The sample's people as if they were real."""
    assert OFFICE.officials
    return msgspec.structs.replace(OFFICE.officials.value, contoh="tidak")


def people() -> tuple[Person, ...]:
    """Who holds a role."""
    return officials().orang


def live(ruleset: Ruleset, number: int) -> Ruleset:
    """A ruleset as GitHub tells it to an administrator."""
    return msgspec.structs.replace(
        ruleset, id=number, current_user_can_bypass="never", updated_at=NOW - timedelta(days=9)
    )


def repository(**changed: Any) -> RepositorySettings:
    """The repository itself, with settings changed."""
    found = RepositorySettings(
        default_branch="main",
        private=True,
        owner=Account(9, "kantor", "Organization"),
        allow_forking=False,
        permissions=ADMIN,
        allow_auto_merge=False,
        allow_merge_commit=False,
        allow_rebase_merge=False,
        allow_squash_merge=True,
        security_and_analysis=Security(Feature("enabled"), Feature("enabled")),
    )
    return msgspec.structs.replace(found, **changed)


def settings() -> Settings:
    """All parts."""
    inside = [Collaborator(one.id or 0, one.akun or "", WRITE) for one in people()]
    return Settings(
        repositori=repository(),
        aturan_main=tuple(rule for one in SHIPPED for rule in one.rules),
        ruleset=tuple(live(one, number) for number, one in enumerate(SHIPPED, 1)),
        penilaian_ruleset=(),
        actions=ActionsSettings(enabled=True, allowed_actions="selected", sha_pinning_required=True),
        actions_terpilih=SelectedActions(True, False, ()),
        izin_token=TokenSettings("read", False),
        kebijakan_actions=(ActionsPolicy("gerbang", "active"),),
        rahasia=(),
        lingkungan=(
            Environment(
                name="terbit",
                protected_branches=False,
                custom_branch_policies=True,
                branches=(BranchPolicy("main"),),
                secrets=(),
            ),
        ),
        pages=Pages("workflow", True),
        kolaborator=(*inside, Collaborator(9, "kantor", ADMIN)),
        kunci=(DeployKey(1, "baca", True),),
        webhook=(Hook(1, False),),
        runner=(),
        aplikasi=(),
        codeowners=(),
        status=(SeenStatus(SHA, "success", NOW, Account(BOT, "github-actions[bot]", "Bot")),),
        status_senama=(),
        alur_kerja=(SeenWorkflow(".github/workflows/gerbang.yml", "active"),),
        jalan_gerbang=(Run(NOW - timedelta(hours=1), "completed", "success"),),
        pengangkatan=(SeenAppointment(SHA, NOW - timedelta(days=90)), SeenAppointment("b" * 40, NOW, 4)),
    )


def snapshot(told: Settings | None = None, /, **why: str) -> Snapshot:
    """The snapshot of these settings; a part that is named with a reason is not there."""
    reasons: dict[str, Any] = {"perlindungan_lama": "tidak ada"} | why
    gone = {part: None for part in why if getattr(told or settings(), part) is not None}
    bagian = msgspec.structs.replace(told or settings(), **gone)
    return Snapshot(nama="kantor/lakip", dibaca=NOW, bagian=bagian, tidak_terbaca=reasons)


def subject(told: Snapshot | None = None, **changed: Any) -> Subject:
    """What is judged: the office as shipped."""
    assert OFFICE.papers
    given: dict[str, Any] = {
        **{"snapshot": told or snapshot(), "before": snapshot(), "now": NOW, "shipped": SHIPPED},
        **{"workflows": read_workflows(ROOT), "papers": OFFICE.papers.value, "officials": officials()},
    }
    return Subject(**(given | changed))


def with_part(**parts: Any) -> Subject:
    """The healthy repository with some parts changed."""
    return subject(snapshot(msgspec.structs.replace(settings(), **parts)))


def with_repository(**changed: Any) -> Subject:
    """The healthy repository with settings of its own changed."""
    return with_part(repositori=repository(**changed))


def points(of: Subject, state: State) -> list[Point]:
    """The points in a state."""
    return [point for point in diagnosis(of) if point.state is state]


def words(of: Subject, state: State) -> str:
    """Everything that is said in a state."""
    return "\n".join(f"{point.about}: {point.said} {point.repair}" for point in points(of, state))


def served(day: date) -> Term:
    """A term that is over."""
    first = officials().masa_jabatan[0]
    return msgspec.structs.replace(first, selesai=day)
