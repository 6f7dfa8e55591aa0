"""What follows when a branch moves: the activity, the heads of pull requests, their reviews, and closing by itself."""

from paraf.adapters.forge_double.bare import NOTHING, Signature
from paraf.adapters.forge_double.routing import Site
from paraf.adapters.forge_double.rules import in_force
from paraf.adapters.forge_double.shapes.commits import WEB_EMAIL
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Event, Issue, Json, Push, Repo, Review

_BRANCH = "refs/heads/"


def happened(site: Site, issue: Issue, kind: str, actor: Account, commit: str | None = None, **more: object) -> Event:
    """Writes an entry into the timeline."""
    event = Event(site.state.new_id(), kind, actor, site.now, commit, dict(more))
    issue.events.append(event)
    issue.updated = site.now
    return event


def web_flow(site: Site) -> Signature:
    """Who commits what is done on GitHub's pages."""
    return Signature("GitHub", WEB_EMAIL, site.clock.seconds)


def signature(site: Site, account: Account) -> Signature:
    """How an account signs its commits."""
    return Signature(account.login, account.email, site.clock.seconds)


def move(site: Site, repo: Repo, actor: Account, ref: str, new: str, kind: str | None = None) -> None:
    """Lets a branch stand elsewhere, and everything that follows from it."""
    old = repo.git.tip(ref) or NOTHING
    repo.git.move(ref, new)
    moved(site, repo, actor, ref, old, new, kind)


def moved(site: Site, repo: Repo, actor: Account, ref: str, old: str, new: str, kind: str | None = None) -> None:
    """A ref stands elsewhere now; ``kind`` is the activity's, found out where it is not given."""
    if not ref.startswith(_BRANCH) or old == new:
        return
    repo.pushes.append(Push(site.state.new_id(), ref, old, new, site.now, actor, kind or _kind(repo, old, new)))
    repo.pushed = site.now
    branch = ref.removeprefix(_BRANCH)
    for issue in [one for one in repo.pulls if one.state == "open"]:
        if of(issue).head == branch:
            _head_moved(site, repo, issue, actor, old, new)
        elif of(issue).base == branch:
            _base_moved(site, repo, issue, actor, new)


def _kind(repo: Repo, old: str, new: str) -> str:
    if old == NOTHING:
        return "branch_creation"
    if new == NOTHING:
        return "branch_deletion"
    return "push" if repo.git.contains(new, old) else "force_push"


def _head_moved(site: Site, repo: Repo, issue: Issue, actor: Account, old: str, new: str) -> None:
    pull = of(issue)
    if new == NOTHING:
        happened(site, issue, "head_ref_deleted", actor)
        shut(site, issue, actor)
        return
    if not repo.git.contains(new, old):
        happened(site, issue, "head_ref_force_pushed", actor, new)
    base = repo.git.tip(f"{_BRANCH}{pull.base}") or pull.base_sha
    _reviews_follow(site, repo, issue, actor, old, new, base)
    pull.head_sha, pull.base_sha, issue.updated = new, base, site.now
    if repo.git.contains(base, new):  # nothing is left of it
        shut(site, issue, actor)
        return
    keep(site, repo, issue)


def _reviews_follow(site: Site, repo: Repo, issue: Issue, actor: Account, old: str, new: str, base: str) -> None:
    """An approval names the new head where the change is the same line by line (threats, finding 1).

    Where it is not, a ruleset may dismiss it.
    """
    approvals = [review for review in of(issue).reviews if review.state == "APPROVED"]
    if not approvals:
        return
    if repo.git.patch(base, old) == repo.git.patch(base, new):
        for review in approvals:
            review.commit = new if review.commit == old else review.commit
    elif any(rule.get("dismiss_stale_reviews_on_push") for rule in in_force(repo, of(issue).base, "pull_request")):
        for review in approvals:
            dismiss(site, issue, review, actor, None, commit=new)


def dismiss(site: Site, issue: Issue, review: Review, actor: Account, message: str | None, **more: object) -> None:
    """Takes a review's force. The timeline keeps what it was; the review itself only says that it was dismissed."""
    told: Json = {"state": review.state.lower(), "review_id": review.id, "dismissal_message": message}
    if "commit" in more:
        told["dismissal_commit_id"] = more["commit"]
    review.state = "DISMISSED"
    happened(site, issue, "review_dismissed", actor, dismissed_review=told)


def _base_moved(site: Site, repo: Repo, issue: Issue, actor: Account, new: str) -> None:
    """What reached the base by another way counts as merged; where the base is gone, the one behind it is taken (T45)."""
    if new == NOTHING:
        _base_gone(site, repo, issue, actor)
    elif repo.git.contains(new, of(issue).head_sha):
        merged(site, issue, actor, new)


def _base_gone(site: Site, repo: Repo, issue: Issue, actor: Account) -> None:
    pull = of(issue)
    behind = next((of(one).base for one in repo.pulls if of(one).merged and of(one).head == pull.base), None)
    tip = repo.git.tip(f"{_BRANCH}{behind}") if behind else None
    if behind is None or tip is None:
        shut(site, issue, actor)
        return
    pull.base, pull.base_sha = behind, tip
    happened(site, issue, "automatic_base_change_succeeded", actor)


def merged(site: Site, issue: Issue, actor: Account, commit: str) -> None:
    """A pull request is merged."""
    pull = of(issue)
    pull.merged, pull.merger, pull.merge_sha = site.now, actor, commit
    happened(site, issue, "merged", actor, commit)
    shut(site, issue, actor)


def shut(site: Site, issue: Issue, actor: Account, reason: str | None = None) -> None:
    """An issue or a pull request is closed."""
    issue.state, issue.closed, issue.closer, issue.reason = "closed", site.now, actor, reason
    happened(site, issue, "closed", actor)


def keep(site: Site, repo: Repo, issue: Issue) -> bool:
    """Keeps ``refs/pull/N/head`` and ``…/merge``; whether the two sides agree.

    GitHub tries the merge when somebody looks at the pull request; so does this.
    """
    pull = of(issue)
    head = f"refs/pull/{issue.number}/head"
    if repo.git.tip(head) != pull.head_sha:
        repo.git.move(head, pull.head_sha)
    base = repo.git.tip(f"{_BRANCH}{pull.base}")
    if pull.merged or base is None:
        return False
    if pull.tried and pull.tried[:2] == (base, pull.head_sha):
        return pull.tried[2]
    tree = repo.git.merged(base, pull.head_sha)
    pull.tried = (base, pull.head_sha, tree is not None)
    if tree is None:
        pull.merge_sha = None
        return False
    message = f"Merge {pull.head_sha} into {base}"
    pull.merge_sha = repo.git.join(tree, (base, pull.head_sha), message, signature(site, issue.author), web_flow(site))
    repo.git.move(f"refs/pull/{issue.number}/merge", pull.merge_sha)
    return True
