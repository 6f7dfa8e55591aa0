"""Pull requests: lists, one of them, opening, changing, merging, bringing up to date."""

from paraf.adapters.forge_double.answers.merging import bring_up, merge
from paraf.adapters.forge_double.moving import happened, keep, shut
from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, Site, invalid, missing
from paraf.adapters.forge_double.rules import against_merging
from paraf.adapters.forge_double.shapes import commits, people, pulls
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Issue, Json, Pull, Repo

ROUTES = Routes()
_SORTS = {"created": "created", "updated": "updated"}


@ROUTES.on("GET", "pulls", "pull_requests:read")
def listed(call: Call) -> Reply:
    """Newest first, unless asked otherwise."""
    asked = call.query
    wanted = asked.get("state", "open")
    head = asked.get("head", "").partition(":")[2] or None
    found = [
        one
        for one in call.repo.pulls
        if wanted in (one.state, "all")
        and head in (None, of(one).head)
        and asked.get("base", of(one).base) == of(one).base
    ]
    key = _SORTS.get(asked.get("sort", "created"), "created")
    found.sort(key=lambda one: (getattr(one, key), one.number), reverse=asked.get("direction", "desc") == "desc")
    return Reply([pulls.pull(call.site, call.repo, one) for one in found])


@ROUTES.on("GET", "pulls/{number}", "pull_requests:read")
def shown(call: Call) -> Reply:
    """One, with what is only known of one: whether it can be merged, and how large it is."""
    return Reply(detailed(call.site, call.repo, call.pulled))


def detailed(site: Site, repo: Repo, issue: Issue) -> Json:
    """A pull request by itself."""
    one = of(issue)
    able = keep(site, repo, issue)
    changes = repo.git.changes(one.base_sha, one.head_sha)
    return pulls.pull(site, repo, issue) | {
        "merged": one.merged is not None,
        "mergeable": None if issue.state == "closed" else able,
        "rebaseable": None if issue.state == "closed" else able,
        "mergeable_state": _state(repo, issue, able),
        "merged_by": people.maybe(site, one.merger),
        "comments": len(issue.comments),
        "review_comments": len(one.remarks),
        "maintainer_can_modify": False,
        "commits": len(repo.git.between(one.base_sha, one.head_sha)),
        "additions": sum(change.added for change in changes),
        "deletions": sum(change.removed for change in changes),
        "changed_files": len(changes),
    }


def _state(repo: Repo, issue: Issue, able: bool) -> str:
    if issue.state == "closed":
        return "unknown"
    if not able:
        return "dirty"
    if of(issue).draft:
        return "draft"
    nobody = Account("nobody", 0)
    return "blocked" if against_merging(repo, issue, nobody) else "clean"


@ROUTES.on("POST", "pulls", "pull_requests:write", "write")
def opened(call: Call) -> Reply:
    """Opens one, from a branch of the same repository (forks are not served)."""
    repo, site = call.repo, call.site
    head, base, title = call.text("head").rpartition(":")[2], call.text("base"), call.text("title")
    head_sha, base_sha = repo.git.tip(f"refs/heads/{head}"), repo.git.tip(f"refs/heads/{base}")
    if head_sha is None or base_sha is None:
        raise invalid("", "PullRequest", "base" if base_sha is None else "head", "invalid")
    if repo.git.contains(base_sha, head_sha):
        raise invalid(f"No commits between {base} and {head}", "PullRequest", "base")
    if any(one.state == "open" and (of(one).head, of(one).base) == (head, base) for one in repo.pulls):
        raise invalid(f"A pull request already exists for {repo.owner.login}:{head}.", "PullRequest", "base")
    if not title.strip():
        raise invalid("", "Issue", "title", "missing_field")
    repo.number += 1
    body = call.body.get("body")
    issue = Issue(site.state.new_id(), repo.number, title, body, call.actor, site.now, site.now)
    issue.pull = Pull(head, head_sha, base, base_sha, bool(call.body.get("draft")))
    repo.issues[repo.number] = issue
    keep(site, repo, issue)
    return Reply(detailed(call.site, call.repo, issue), 201)


@ROUTES.on("PATCH", "pulls/{number}", "pull_requests:write")
def changed(call: Call) -> Reply:
    """Title, text, state and base; of somebody else's only by those who may write."""
    issue, site = call.pulled, call.site
    if call.actor.id != issue.author.id:
        call.at_least("write")
    rewrite(call, issue)
    base = call.body.get("base")
    if isinstance(base, str) and base != of(issue).base:
        tip = call.repo.git.tip(f"refs/heads/{base}")
        if tip is None:
            raise invalid(f"Proposed base branch '{base}' was not found", "PullRequest", "base")
        of(issue).base, of(issue).base_sha = base, tip
        happened(site, issue, "base_ref_changed", call.actor)
    return Reply(detailed(call.site, call.repo, issue))


def rewrite(call: Call, issue: Issue) -> None:
    """Title, text and state of an issue or a pull request."""
    site, asked = call.site, call.body
    title = asked.get("title")
    if isinstance(title, str) and title != issue.title:
        happened(site, issue, "renamed", call.actor, rename={"from": issue.title, "to": title})
        issue.title = title
    if "body" in asked and asked["body"] != issue.body:
        issue.body, issue.edited, issue.updated = asked["body"], site.now, site.now
    if asked.get("state") == "closed" and issue.state == "open":
        reason = None if issue.pull else asked.get("state_reason", "completed")
        shut(site, issue, call.actor, reason)
    elif asked.get("state") == "open" and issue.state == "closed":
        _reopen(call, issue)


def _reopen(call: Call, issue: Issue) -> None:
    if issue.pull and (issue.pull.merged or call.repo.git.tip(f"refs/heads/{issue.pull.head}") is None):
        raise invalid("state cannot be changed. The branch cannot be reopened.", "PullRequest", "state")
    issue.state, issue.closed, issue.closer = "open", None, None
    issue.reason = None if issue.pull else "reopened"
    happened(call.site, issue, "reopened", call.actor)


@ROUTES.on("GET", "pulls/{number}/commits", "pull_requests:read")
def commits_of(call: Call) -> Reply:
    """Its commits, oldest first; GitHub lists no more than 250."""
    one = of(call.pulled)
    found = call.repo.git.between(one.base_sha, one.head_sha)[:250]
    return Reply([commits.commit(call.site, call.repo, commit) for commit in found])


@ROUTES.on("GET", "pulls/{number}/files", "pull_requests:read")
def files_of(call: Call) -> Reply:
    """What it changes; GitHub lists no more than 3000 files."""
    one = of(call.pulled)
    found = call.repo.git.changes(one.base_sha, one.head_sha)[:3000]
    return Reply([commits.changed(call.site, call.repo, change, one.head_sha) for change in found])


@ROUTES.on("GET", "pulls/{number}/merge", "contents:read")
def is_merged(call: Call) -> Reply:
    """204 or 404."""
    if of(call.pulled).merged is None:
        raise missing()
    return Reply(status=204)


@ROUTES.on("PUT", "pulls/{number}/merge", "contents:write", "write")
def merged(call: Call) -> Reply:
    """Merges it, where nothing speaks against it."""
    sha = merge(call, call.pulled)
    return Reply({"sha": sha, "merged": True, "message": "Pull Request successfully merged"})


@ROUTES.on("PUT", "pulls/{number}/update-branch", "pull_requests:write", "write")
def brought_up(call: Call) -> Reply:
    """The button *Update branch*."""
    expected = call.body.get("expected_head_sha")
    if expected not in (None, of(call.pulled).head_sha):
        raise Refusal(422, "expected head sha didn’t match current head ref.")
    bring_up(call, call.pulled)
    url = f"{call.site.url}/repos/{call.repo.full_name}/pulls/{call.pulled.number}"
    return Reply({"message": "Updating pull request branch.", "url": url}, 202)
