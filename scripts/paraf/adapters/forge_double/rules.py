"""The rules of a repository's rulesets, enforced as GitHub enforces them on merging and on pushing."""

import re

from msgspec import Struct

from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.routing import can, role_in
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Issue, Json, Repo, Review, Ruleset

_ROLE_IDS = {2: "maintain", 4: "write", 5: "admin"}
_PASSING = ("success", "neutral", "skipped")


class Judged(Struct):
    """What a push may not do: refs refused with a reason, refs that only move forward, refs without merge commits."""

    denied: dict[str, str]
    forward: list[str]
    linear: list[str]


def rulesets_for(repo: Repo, ref: str) -> list[Ruleset]:
    """The active rulesets that a full ref is under."""
    target = "tag" if ref.startswith("refs/tags/") else "branch"
    return [
        one
        for one in repo.rulesets.values()
        if one.body["enforcement"] == "active"
        and one.body.get("target", "branch") == target
        and _covers(repo, one.body.get("conditions") or {}, ref)
    ]


def _covers(repo: Repo, conditions: Json, ref: str) -> bool:
    names = conditions.get("ref_name") or {}

    def matches(pattern: str) -> bool:
        if pattern == "~DEFAULT_BRANCH":
            return ref == f"refs/heads/{repo.default}"
        return pattern == "~ALL" or bool(re.fullmatch(_translated(pattern), ref))

    return any(map(matches, names.get("include", ()))) and not any(map(matches, names.get("exclude", ())))


def _translated(pattern: str) -> str:
    """A pattern of GitHub as a regular expression: a star stops at a slash, ``**/`` goes through any number of them."""
    stars = {"**/": "(?:[^/]+/)*", "**": "[^/]*", "*": "[^/]*", "?": "[^/]"}
    return "".join(stars.get(part, re.escape(part)) for part in re.split(r"(\*\*/|\*\*|\*|\?)", pattern))


def in_force(repo: Repo, branch: str, kind: str, actor: Account | None = None, pulled: bool = False) -> list[Json]:
    """The parameters of every rule of a kind that holds on a branch; for somebody, without what they may bypass."""
    return [
        rule.get("parameters") or {}
        for one in rulesets_for(repo, branch if branch.startswith("refs/") else f"refs/heads/{branch}")
        if actor is None or not bypasses(repo, one, actor, pulled)
        for rule in one.body.get("rules", ())
        if rule["type"] == kind
    ]


def bypasses(repo: Repo, ruleset: Ruleset, actor: Account, pulled: bool) -> bool:
    """Whether somebody stands above a ruleset; some only when merging a pull request."""
    return any(
        _is(repo, one, actor) and (one.get("bypass_mode", "always") in ("always", "exempt") or pulled)
        for one in ruleset.body.get("bypass_actors") or ()
    )


def _is(repo: Repo, named: Json, actor: Account) -> bool:
    kind, number = named["actor_type"], named.get("actor_id")
    if kind == "RepositoryRole":
        return role_in(repo, actor) == _ROLE_IDS.get(number or 0)
    if kind == "OrganizationAdmin":
        return actor.id == repo.owner.id
    return (kind == "Integration" and actor.app == number) or (kind == "User" and actor.id == number)


def judge_push(repo: Repo, actor: Account, updates: list[tuple[str, str, str]]) -> Judged:
    """What of a push (ref, from, to) is not allowed."""
    judged = Judged({}, [], [])
    for ref, old, new in updates:
        reason = _denied(repo, actor, ref, old, new)
        if reason:
            judged.denied[ref] = reason
        if in_force(repo, ref, "non_fast_forward", actor):
            judged.forward.append(ref)
        if in_force(repo, ref, "required_linear_history", actor):
            judged.linear.append(ref)
    return judged


def _denied(repo: Repo, actor: Account, ref: str, old: str, new: str) -> str | None:
    if ref.startswith("refs/pull/"):
        return "deny updating a hidden ref"

    def holds(kind: str) -> list[Json]:
        return in_force(repo, ref, kind, actor)

    if old == NOTHING and holds("creation"):
        return "Cannot create ref due to creations being restricted."
    if new == NOTHING and ref == f"refs/heads/{repo.default}":
        return f"refusing to delete the current branch: {ref}"
    if new == NOTHING:
        return "Cannot delete this branch" if holds("deletion") else None
    if old == NOTHING:
        return None
    if holds("update"):
        return "Cannot update this protected ref."
    if holds("pull_request"):
        return "Changes must be made through a pull request."
    lacking = [name for rule in holds("required_status_checks") for name in missing_checks(repo, rule, new)]
    return f'Required status check "{lacking[0]}" is expected.' if lacking else None


def missing_checks(repo: Repo, rule: Json, sha: str) -> list[str]:
    """The contexts that have not succeeded on a commit. Whoever may write may have posted them (threats T53)."""
    wanted = [(one["context"], one.get("integration_id")) for one in rule["required_status_checks"]]
    return [context for context, app in wanted if not passed(repo, sha, context, app)]


def passed(repo: Repo, sha: str, context: str, app: int | None) -> bool:
    """Whether the newest word of this name on a commit lets it pass; from one app only, where it is named."""
    said = [
        *(
            (one.at, one.id, one.state, one.creator.app)
            for one in repo.statuses
            if (one.sha, one.context) == (sha, context)
        ),
        *(
            (one.started, one.id, one.conclusion, one.app)
            for one in repo.checks
            if (one.sha, one.name) == (sha, context)
        ),
    ]
    heard = sorted(entry[1:3] for entry in said if app is None or entry[3] == app)
    return bool(heard) and heard[-1][1] in _PASSING


def against_merging(repo: Repo, issue: Issue, actor: Account) -> list[str]:
    """Why a pull request may not be merged now, in GitHub's words."""
    pull = of(issue)
    told: list[str] = []
    for rule in in_force(repo, pull.base, "update", actor, pulled=True):
        told.append("Cannot update this protected ref." if not rule.get("update_allows_fetch_and_merge") else "")
    for rule in in_force(repo, pull.base, "pull_request", actor, pulled=True):
        told += _reviews_lacking(repo, issue, rule)
    for rule in in_force(repo, pull.base, "required_status_checks", actor, pulled=True):
        told += [f'Required status check "{name}" is expected.' for name in missing_checks(repo, rule, pull.head_sha)]
        base = repo.git.tip(f"refs/heads/{pull.base}") or pull.base_sha
        if rule.get("strict_required_status_checks_policy") and not repo.git.contains(pull.head_sha, base):
            told.append("The head branch is not up to date with the base branch.")
    return [reason for reason in told if reason]


def standing(issue: Issue) -> dict[int, Review]:
    """The review of each person that counts: the last one that was not a mere comment."""
    counted = [one for one in of(issue).reviews if one.state in ("APPROVED", "CHANGES_REQUESTED", "DISMISSED")]
    return {one.author.id: one for one in counted}


def _reviews_lacking(repo: Repo, issue: Issue, rule: Json) -> list[str]:
    pull, told = of(issue), []
    reviews = [one for one in standing(issue).values() if can(repo, one.author, "write")]
    if any(one.state == "CHANGES_REQUESTED" for one in reviews):
        told.append("Changes have been requested by a reviewer.")
    wanted = rule.get("required_approving_review_count", 0)
    approved = [one for one in reviews if one.state == "APPROVED" and one.author.id != issue.author.id]
    if len(approved) < wanted:
        plural = "review is" if wanted == 1 else "reviews are"
        told.append(f"At least {wanted} approving {plural} required by reviewers with write access.")
    if rule.get("require_last_push_approval"):
        pusher = next((one.actor for one in reversed(repo.pushes) if one.after == pull.head_sha), issue.author)
        if not any(one.commit == pull.head_sha and one.author.id != pusher.id for one in approved):
            told.append("New changes require approval from someone other than the last pusher.")
    return told


def methods(repo: Repo, branch: str) -> list[str]:
    """The ways of merging that settings and rules leave."""
    names = {"merge": "allow_merge_commit", "squash": "allow_squash_merge", "rebase": "allow_rebase_merge"}
    left = [name for name, setting in names.items() if repo.settings[setting]]
    for rule in in_force(repo, branch, "pull_request"):
        left = [name for name in left if name in rule.get("allowed_merge_methods", names)]
    if in_force(repo, branch, "required_linear_history"):
        left = [name for name in left if name != "merge"]
    return left
