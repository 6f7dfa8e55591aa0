"""Every column FAIL of the table in threats 3.4, as DESIGN section 5 changes it: one setting weaker, one point to repair.

The healthy repository has none, which is the control.
"""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from gerbang.doctor.healthy import (
    ADMIN,
    NOW,
    OFFICE,
    READ,
    SHA,
    SHIPPED,
    WRITE,
    live,
    officials,
    people,
    points,
    repository,
    served,
    settings,
    snapshot,
    subject,
    with_part,
    with_repository,
    words,
)
from paraf.gerbang.answers import Account
from paraf.gerbang.doctor.gate import BOT
from paraf.gerbang.doctor.judging import diagnosis, outcome
from paraf.gerbang.doctor.point import State, Subject
from paraf.gerbang.settings import (
    ActionsPolicy,
    BranchPolicy,
    Bypass,
    Collaborator,
    Conditions,
    DeployKey,
    Feature,
    ForkApproval,
    Hook,
    Installation,
    Named,
    OldReviews,
    OwnersError,
    Pages,
    PagesSource,
    Protection,
    RefName,
    RequiredCheck,
    Rule,
    RuleParameters,
    Ruleset,
    Run,
    Runner,
    Security,
    SeenAppointment,
    SeenCheck,
    SeenStatus,
    SeenWorkflow,
    SelectedActions,
    Suite,
    Switch,
    TokenSettings,
)

replace = msgspec.structs.replace
PR, CHECKS = "pull_request", "required_status_checks"


def from_app(one: Rule) -> Rule:
    """The status asked of another App."""
    if one.type != CHECKS or one.parameters is None:
        return one
    return replace(
        one, parameters=replace(one.parameters, required_status_checks=(RequiredCheck("paraf / gerbang", 7),))
    )


def rule(kind: str, **changed: Any) -> Subject:
    """The rules of main with one of them set otherwise."""
    rules = settings().aturan_main or ()
    return with_part(
        aturan_main=tuple(
            replace(one, parameters=replace(one.parameters or RuleParameters(), **changed)) if one.type == kind else one
            for one in rules
        )
    )


def without(kind: str) -> Subject:
    """The rules of main without one of them."""
    return with_part(aturan_main=tuple(one for one in settings().aturan_main or () if one.type != kind))


def ruleset(**changed: Any) -> Subject:
    """The first ruleset set otherwise."""
    first, *others = settings().ruleset or ()
    return with_part(ruleset=(replace(first, **changed), *others))


def environment(**changed: Any) -> Subject:
    """The environment set otherwise."""
    (one,) = settings().lingkungan or ()
    return with_part(lingkungan=(replace(one, **changed),))


def actions(**changed: Any) -> Subject:
    """Actions set otherwise."""
    found = settings().actions
    return with_part(actions=replace(found, **changed) if found else None)


def gate(**changed: Any) -> Subject:
    """The last run of the gate otherwise."""
    return with_part(jalan_gerbang=(replace(Run(NOW, "completed", "success"), **changed),))


def status(by: Account | None) -> Subject:
    """The gate's status, by somebody."""
    return with_part(status=(SeenStatus(SHA, "success", NOW, by),))


def collaborator(number: int, login: str, permissions: Any = WRITE) -> Subject:
    """One more collaborator."""
    return with_part(kolaborator=(*(settings().kolaborator or ()), Collaborator(number, login, permissions)))


def holder(**changed: Any) -> Subject:
    """The first holder's collaborator otherwise; nobody where nothing is changed."""
    first, *others = settings().kolaborator or ()
    return with_part(kolaborator=(*([replace(first, **changed)] if changed else []), *others))


BOT_OF_APP = Account(5, "gerbang-kantor[bot]", "Bot")
FAILS: dict[str, tuple[Subject, str]] = {
    # GET repo
    "default branch": (with_repository(default_branch="utama"), "Cabang utamanya “utama”"),
    "archived": (with_repository(archived=True), "diarsipkan"),
    "auto-merge": (with_repository(allow_auto_merge=True), "Allow auto-merge menyala"),
    "merge commits": (with_repository(allow_merge_commit=True), "Allow merge commits menyala"),
    "rebase": (with_repository(allow_rebase_merge=True), "Allow rebase merging menyala"),
    "no squash": (with_repository(allow_squash_merge=False), "Allow squash merging mati"),
    "visibility": (with_repository(private=False), "menjadi terbuka bagi umum"),
    "a fork of a private repository": (with_repository(forks_count=2), "Ada 2 salinan"),
    "may be forked": (with_repository(allow_forking=True), "masih boleh disalin"),
    # GET rules/branches/main
    **{f"no {kind}": (without(kind), "Belum ada: main") for kind in ("deletion", "non_fast_forward", PR)},
    "no linear history": (without("required_linear_history"), "riwayat main lurus"),
    "no status": (without(CHECKS), "PR harus lulus status"),
    "approvals": (rule(PR, required_approving_review_count=1), "Required approvals menyala"),
    "dismissal": (rule(PR, dismiss_stale_reviews_on_push=True), "Dismiss stale"),
    "code owners": (rule(PR, require_code_owner_review=True), "Code Owners menyala"),
    "last push": (rule(PR, require_last_push_approval=True), "most recent reviewable push menyala"),
    "other ways of merging": (rule(PR, allowed_merge_methods=("merge", "squash")), "bukan hanya Squash"),
    "ways of merging not said": (rule(PR, allowed_merge_methods=None), "bukan hanya Squash"),
    "not strict": (rule(CHECKS, strict_required_status_checks_policy=False), "up to date mati"),
    "other status": (rule(CHECKS, required_status_checks=(RequiredCheck("uji", 15368),)), "tidak diminta"),
    "any source": (rule(CHECKS, required_status_checks=(RequiredCheck("paraf / gerbang"),)), "dari siapa pun"),
    "other app": (rule(CHECKS, required_status_checks=(RequiredCheck("paraf / gerbang", 7),)), "App lain"),
    "Actions where an App is declared": (
        subject(shipped=tuple(replace(one, rules=tuple(map(from_app, one.rules))) for one in SHIPPED)),
        "App lain",
    ),
    "nothing shipped": (subject(shipped=()), "Berkas ruleset tidak ada"),
    # GET rulesets
    "evaluate": (ruleset(enforcement="evaluate"), "Enforcement status evaluate"),
    "disabled": (ruleset(enforcement="disabled"), "Enforcement status disabled"),
    "bypass": (ruleset(bypass_actors=(Bypass("RepositoryRole", 5),)), "Bypass list): RepositoryRole"),
    "main left out": (ruleset(conditions=Conditions(RefName((), ("refs/heads/main",)))), "Cabang sasarannya lain"),
    "not there": (with_part(ruleset=()), "Belum dipasang"),
    "passed by": (with_part(penilaian_ruleset=(Suite(1, "bypass", NOW),)), "1 kali main ditulis"),
    "edited": (ruleset(updated_at=NOW), "sejak potret terakhir: “main: hanya lewat PR"),
    "taken away": (with_part(ruleset=()), "dihapus sejak potret terakhir"),
    # GET branches/main/protection
    "force pushes": (with_part(perlindungan_lama=Protection(allow_force_pushes=Switch(True))), "Allow force pushes"),
    "deletions": (with_part(perlindungan_lama=Protection(allow_deletions=Switch(True))), "Allow deletions menyala"),
    "old approvals": (
        with_part(perlindungan_lama=Protection(required_pull_request_reviews=OldReviews(1))),
        "gugur setiap kali bukti dikirim",
    ),
    # GET actions/permissions and below
    "actions off": (actions(enabled=False), "Actions mati"),
    "all actions": (actions(allowed_actions="all"), "siapa pun boleh dijalankan"),
    "no pins": (actions(sha_pinning_required=None), "full-length commit SHA mati"),
    "verified": (with_part(actions_terpilih=SelectedActions(True, True)), "selain buatan GitHub"),
    "patterns": (with_part(actions_terpilih=SelectedActions(True, False, ("x/*",))), "selain buatan GitHub"),
    "no actions of GitHub": (
        with_part(actions_terpilih=SelectedActions(False)),
        "Actions buatan GitHub tidak diizinkan",
    ),
    "token writes": (with_part(izin_token=TokenSettings("write", False)), "dapat menulis ke repositori"),
    "token approves": (with_part(izin_token=TokenSettings("read", True)), "persetujuan harus dari orang"),
    "strangers run": (with_part(persetujuan_fork=ForkApproval("first_time_contributors")), "Orang luar dapat"),
    "dangerous trigger": (
        subject(workflows=(replace(subject().workflows[0], events={"pull_request_target": ()}),)),
        "memakai pull_request_target",
    ),
    "secrets": (with_part(rahasia=(Named("KUNCI"),)), "Ada 1 rahasia (KUNCI)"),
    "protected branches": (environment(protected_branches=True), "semua cabang yang dijaga"),
    "any branch": (environment(custom_branch_policies=False), "menerima cabang apa pun"),
    "wildcard": (environment(branches=(BranchPolicy("*"),)), "selain main"),
    "tag": (environment(branches=(BranchPolicy("main", "tag"),)), "selain main"),
    "two branches": (environment(branches=(BranchPolicy("main"), BranchPolicy("x"))), "selain main"),
    # GET pages
    "pages from a branch": (with_part(pages=Pages("legacy", True, PagesSource("gh-pages"))), "langsung dari gh-pages"),
    "pages from somewhere": (with_part(pages=Pages(None, True)), "langsung dari sebuah cabang"),
    "no https": (with_part(pages=Pages("workflow", False)), "Enforce HTTPS mati"),
    # GET collaborators
    "an extra writer": (collaborator(77, "orang-lain"), "tanpa memegang peran hari ini: orang-lain"),
    "no access": (holder(), "belum diberi akses"),
    "read only": (holder(permissions=READ), "Hanya boleh membaca"),
    "permissions not told": (holder(permissions=None), "Hanya boleh membaca"),
    "renamed": (holder(login="nama-baru"), "sekarang nama-baru"),
    "another's number": (holder(id=12), "bernomor 12, bukan"),
    "sample people": (subject(officials=OFFICE.officials.value if OFFICE.officials else None), "masih data contoh"),
    # keys, runners, Apps
    "a key that writes": (with_part(kunci=(DeployKey(1, "kirim", False),)), "boleh menulis tanpa nama orang: kirim"),
    "a runner": (with_part(runner=(Runner(1, "komputer"),)), "Ada 1 mesin sendiri"),
    "a strong App": (
        with_part(aplikasi=(Installation(1, "robot", {"statuses": "write", "issues": "write"}),)),
        "robot (statuses)",
    ),
    # codeowners, files
    "codeowners": (with_part(codeowners=(OwnersError(3, ".github/CODEOWNERS"),)), "baris 3"),
    "drift": (subject(drift=(".github/CODEOWNERS",)), "Lain daripada sumbernya: .github/CODEOWNERS"),
    "a loose pin": (subject(workflows=(replace(subject().workflows[0], unpinned=("a/b@v4",)),)), "a/b@v4"),
    # statuses, runs
    "a forged status": (status(Account(77, "orang-lain")), "oleh yang lain: orang-lain"),
    "a status by another bot": (status(BOT_OF_APP), "gerbang-kantor[bot]"),
    "a status by a deleted account": (status(None), "akun yang sudah dihapus"),
    "a check of that name": (with_part(status_senama=(SeenCheck(SHA, 15368),)), "bukan dari gerbang"),
    "gate off": (
        with_part(alur_kerja=(SeenWorkflow(".github/workflows/gerbang.yml", "disabled_inactivity"),)),
        "dimatikan (disabled_inactivity)",
    ),
    "gate unknown": (with_part(alur_kerja=()), "belum dikenal GitHub"),
    "gate never ran": (with_part(jalan_gerbang=()), "belum pernah berjalan"),
    "gate late": (gate(created_at=NOW - timedelta(days=3)), "terakhir berjalan 22 November 2026"),
    "gate failed": (gate(conclusion="failure"), "Jalan terakhirnya gagal"),
    # root of trust
    "appointed outside": (
        with_part(pengangkatan=(SeenAppointment(SHA, NOW), SeenAppointment("c" * 40, NOW))),
        "di luar PR tata kelola: cccccccccccc",
    ),
    "no officials": (with_part(pengangkatan=()), "belum ada di main"),
}


def test_control_the_healthy_repository_has_nothing_to_repair() -> None:
    assert points(subject(), State.PERLU) == []
    assert points(subject(), State.TAK_TAHU) == []
    assert outcome(diagnosis(subject())) == 0


@pytest.mark.parametrize("weaker", FAILS)
def test_a_weaker_setting_is_to_be_repaired(weaker: str) -> None:
    of, said = FAILS[weaker]
    found = [point for point in points(of, State.PERLU) if said in point.said]
    assert found, words(of, State.PERLU)
    assert all(point.repair for point in found), "each repair has a way to it"
    assert outcome(diagnosis(of)) == 1


PARTS = tuple(name for name in type(settings()).__struct_fields__ if getattr(settings(), name) is not None)


@pytest.mark.parametrize("why", ["ditolak", "tidak ada", "tidak ditanya", "tidak dipahami"])
@pytest.mark.parametrize("part", PARTS)
def test_what_could_not_be_read_is_never_in_order(part: str, why: str) -> None:
    """Where the answer 404 tells an administrator that there is none, the point says so instead of guessing."""
    of = subject(snapshot(**{part: why}))
    known = (part, why) in {("pages", "tidak ada"), ("kebijakan_actions", "tidak ada")}
    assert outcome(diagnosis(of)) == (0 if known else 2)
    if part == "repositori":
        assert points(of, State.TAK_TAHU)


def test_only_an_administrator_learns_from_a_404_that_there_is_none() -> None:
    told = replace(settings(), repositori=repository(permissions=WRITE))
    of = subject(snapshot(told, pages="tidak ada", kebijakan_actions="tidak ada"))
    about = {point.about for point in points(of, State.TAK_TAHU)}
    assert about == {"GitHub Pages", "Kebijakan peristiwa Actions", "Aturan cabang cara lama"}


NOTES: dict[str, tuple[Subject, str]] = {
    "conversations": (rule(PR, required_review_thread_resolution=True), "Require conversation resolution menyala"),
    "I may pass": (ruleset(current_user_can_bypass="always"), "Akun yang menjalankan diagnosis"),
    "no snapshot before": (subject(before=None), "Belum ada potret terdahulu"),
    "public": (
        subject(
            snapshot(_public := replace(settings(), repositori=repository(private=False))),
            before=snapshot(_public),
        ),
        "terbuka: setiap konsep",
    ),
    "a person's private repository": (
        with_repository(owner=Account(9, "orang"), allow_forking=True),
        "milik perorangan; pakai repositori organisasi",
    ),
    "nobody looks for secrets": (with_repository(security_and_analysis=None), "Tidak terlihat, atau tidak tersedia"),
    "no policy": (with_part(kebijakan_actions=(ActionsPolicy("lama", "disabled"),)), "Tidak ada kebijakan peristiwa"),
    "a hook": (with_part(webhook=(Hook(1, True),)), "Ada 1 alamat luar"),
    "no status yet": (with_part(status=()), "Belum ada status gerbang"),
    "many keepers": (
        with_part(kolaborator=(*(settings().kolaborator or ()), *(Collaborator(n, f"p{n}", ADMIN) for n in (1, 2)))),
        "Ada 3 pengelola",
    ),
    "keeper and holder": (holder(permissions=ADMIN), "Memegang peran dan juga pengelola"),
    "apps of a person": (
        subject(
            snapshot(
                replace(settings(), repositori=repository(owner=Account(9, "orang"))),
                aplikasi="tidak ditanya",
            )
        ),
        "App yang terpasang hanya terlihat",
    ),
}


@pytest.mark.parametrize("noted", NOTES)
def test_what_is_only_noted(noted: str) -> None:
    of, said = NOTES[noted]
    assert said in words(of, State.CATATAN)


def test_protection_off_is_noted_as_well() -> None:
    assert "Push protection" in words(with_repository(security_and_analysis=None), State.CATATAN)
    off = with_repository(security_and_analysis=Security(None, Feature("disabled")))
    assert "Push protection mati" in words(off, State.CATATAN)


UNSURE: dict[str, tuple[Subject, str]] = {
    "hidden bypass": (ruleset(bypass_actors=None), "hanya terlihat oleh pengelola"),
    "hidden merging": (with_repository(allow_auto_merge=None), "hanya terlihat oleh yang boleh menulis"),
    "hidden forking": (with_repository(allow_forking=None), "tidak terlihat oleh kunci akses ini"),
    "hidden branches": (environment(branches=None), "Sebagian setelan lingkungan"),
    "hidden secrets": (environment(secrets=None), "Sebagian setelan lingkungan"),
    "no officials": (subject(officials=None), "tidak seorang pun dapat menyetujui"),
    "no workflows": (subject(workflows=()), "tidak dapat dihitung"),
}


@pytest.mark.parametrize("hidden", UNSURE)
def test_what_is_hidden_is_not_known(hidden: str) -> None:
    of, said = UNSURE[hidden]
    assert said in words(of, State.TAK_TAHU)
    assert outcome(diagnosis(of)) != 0


def test_a_weekend_does_not_make_the_gate_late() -> None:
    """From Friday afternoon to Monday morning no schedule runs."""
    friday, monday = NOW - timedelta(days=5), NOW - timedelta(days=2)
    ran = with_part(jalan_gerbang=(Run(friday, "completed", "success"),)).snapshot
    assert "Gerbang berjalan" not in words(subject(ran, now=monday), State.PERLU)
    assert "Gerbang berjalan" in words(subject(ran, now=monday + timedelta(hours=1)), State.PERLU)


def test_a_run_that_was_replaced_is_no_failure() -> None:
    assert "Gerbang berjalan" not in words(gate(conclusion="cancelled"), State.PERLU)
    assert "Gerbang berjalan" not in words(gate(status="in_progress", conclusion=None), State.PERLU)


def test_an_own_app_is_expected_where_it_is_declared() -> None:
    shipped = tuple(replace(one, rules=tuple(map(from_app, one.rules))) for one in SHIPPED)
    rules = tuple(rule for one in shipped for rule in one.rules)
    live_rules = replace(settings(), aturan_main=rules, ruleset=tuple(live(one, 1) for one in shipped))
    by_app = replace(live_rules, status=(SeenStatus(SHA, "success", NOW, BOT_OF_APP),))
    by_token = replace(
        live_rules, status=(SeenStatus(SHA, "success", NOW, Account(BOT, "github-actions[bot]", "Bot")),)
    )
    assert words(subject(snapshot(by_app), before=snapshot(by_app), shipped=shipped), State.PERLU) == ""
    assert "oleh yang lain: github-actions[bot]" in words(subject(snapshot(by_token), shipped=shipped), State.PERLU)


def test_an_old_protection_that_loosens_nothing_is_in_order() -> None:
    found = with_part(perlindungan_lama=Protection(allow_force_pushes=Switch(False), allow_deletions=Switch(False)))
    assert "tidak melonggarkan" in words(found, State.BERES)


def test_a_public_repository_asks_who_may_start_runs() -> None:
    found = replace(settings(), repositori=repository(private=False))
    asked = replace(found, persetujuan_fork=ForkApproval("all_external_contributors"))
    assert "Alur kerja orang luar menunggu izin" in words(subject(snapshot(asked)), State.BERES)
    assert "Alur kerja dari salinan" in words(subject(snapshot(found)), State.TAK_TAHU)


def test_somebody_who_signs_on_paper_needs_no_account() -> None:
    first, *others = people()
    paper = replace(officials(), orang=(replace(first, akun=None, id=None), *others))
    told = replace(settings(), kolaborator=(settings().kolaborator or ())[1:])
    assert words(subject(snapshot(told), officials=paper), State.PERLU) == ""
    unnumbered = replace(officials(), orang=(replace(first, id=None), *others))
    assert "(id) belum ditulis" in words(subject(officials=unnumbered), State.PERLU)
    unnamed = replace(officials(), orang=(replace(first, akun=None), *others))
    assert words(subject(officials=unnamed), State.PERLU) == ""


def test_an_empty_chair_is_told() -> None:
    first, *others = officials().masa_jabatan
    closed = replace(officials(), masa_jabatan=(served(NOW.date() - timedelta(days=1)), *others))
    assert first.peran
    assert "kekurangan orang yang berbeda" in words(subject(officials=closed), State.PERLU)


def test_a_ruleset_of_nothing_is_no_ruleset() -> None:
    """A name that matches and rules that do not: what holds on main decides."""
    empty = tuple(replace(live(one, 1), rules=()) for one in SHIPPED)
    assert "Belum ada: main" in words(with_part(ruleset=empty, aturan_main=()), State.PERLU)
    assert isinstance(empty[0], Ruleset)
