"""Merging a pull request, and bringing its branch up to date."""

from paraf.adapters.forge_double.bare import NOTHING
from paraf.adapters.forge_double.moving import happened, keep, move, signature, web_flow
from paraf.adapters.forge_double.moving import merged as mark_merged
from paraf.adapters.forge_double.routing import Call, Refusal
from paraf.adapters.forge_double.rules import against_merging, methods
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Issue

_WAYS = {"merge": "Merge commits", "squash": "Squash merges", "rebase": "Rebase merges"}


def merge(call: Call, issue: Issue) -> str:
    """The new commit on the base. Raises ``Refusal``: 405 where it may not be, 409 where the head is another one."""
    pull, repo, site = of(issue), call.repo, call.site
    way = call.body.get("merge_method", "merge")
    if call.body.get("sha") not in (None, pull.head_sha):
        raise Refusal(409, "Head branch was modified. Review and try the merge again.")
    if issue.state == "closed" or not keep(site, repo, issue):
        raise Refusal(405, "Pull Request is not mergeable")
    if pull.draft:
        raise Refusal(405, "Pull Request is still a draft")
    if way not in methods(repo, pull.base):
        raise Refusal(405, f"{_WAYS.get(way, 'These merges')} are not allowed on this repository.")
    reasons = against_merging(repo, issue, call.actor)
    if reasons:
        raise Refusal(405, "Repository rule violations found\n\n" + "\n\n".join(reasons) + "\n\n")
    ref = f"refs/heads/{pull.base}"
    base = repo.git.tip(ref) or NOTHING
    sha = _made(call, issue, way, base)
    mark_merged(site, issue, call.actor, sha)
    move(site, repo, call.actor, ref, sha, "pr_merge")
    if repo.settings["delete_branch_on_merge"]:
        move(site, repo, call.actor, f"refs/heads/{pull.head}", NOTHING)
        happened(site, issue, "head_ref_deleted", call.actor)
    return sha


def _made(call: Call, issue: Issue, way: str, base: str) -> str:
    pull, repo, site = of(issue), call.repo, call.site
    tree = repo.git.merged(base, pull.head_sha)
    assert tree is not None
    commits = repo.git.between(base, pull.head_sha)
    author, committer = signature(site, issue.author), web_flow(site)
    if way == "squash":
        title = call.body.get("commit_title") or _squashed_title(call, issue, [one.message for one in commits])
        message = call.body.get("commit_message")
        text = _squashed_text(call, issue, [one.message for one in commits]) if message is None else message
        return repo.git.join(tree, (base,), f"{title}\n\n{text}".rstrip() + "\n", author, committer)
    if way == "rebase":
        return _rebased(call, base, [one.sha for one in commits])
    title = call.body.get("commit_title") or f"Merge pull request #{issue.number} from {repo.owner.login}/{pull.head}"
    text = call.body.get("commit_message", issue.title)
    return repo.git.join(tree, (base, pull.head_sha), f"{title}\n\n{text}\n", signature(site, call.actor), committer)


def _squashed_title(call: Call, issue: Issue, messages: list[str]) -> str:
    own = call.repo.settings["squash_merge_commit_title"] == "COMMIT_OR_PR_TITLE" and len(messages) == 1
    return f"{messages[0].splitlines()[0] if own else issue.title} (#{issue.number})"


def _squashed_text(call: Call, issue: Issue, messages: list[str]) -> str:
    kind = call.repo.settings["squash_merge_commit_message"]
    if kind == "PR_BODY":
        return issue.body or ""
    if kind == "BLANK":
        return ""
    if len(messages) == 1:
        return messages[0].partition("\n\n")[2]
    return "\n\n".join(f"* {message}" for message in messages)


def _rebased(call: Call, base: str, shas: list[str]) -> str:
    """The commits one after the other on the base; merge commits fall away."""
    git, at = call.repo.git, base
    for sha in shas:
        one = git.commit(sha)
        if len(one.parents) > 1:
            continue
        by = (signature(call.site, call.actor), web_flow(call.site))
        # As if what stands there now had come out of the commit's own parent: then only its change is merged.
        tree = git.merged(git.join(git.commit(at).tree, one.parents[:1], "", *by), sha)
        if tree is None:
            raise Refusal(405, "This branch can't be rebased")
        at = git.join(tree, (at,), one.message, *by)
    return at


def bring_up(call: Call, issue: Issue) -> None:
    """Merges the base into the branch, as the button *Update branch* does."""
    pull, repo, site = of(issue), call.repo, call.site
    base = repo.git.tip(f"refs/heads/{pull.base}") or NOTHING
    if repo.git.contains(pull.head_sha, base):
        raise Refusal(422, "There are no new commits on the base branch.")
    tree = repo.git.merged(pull.head_sha, base)
    if issue.state == "closed" or tree is None:
        raise Refusal(422, "merge conflict between base and head")
    message = f"Merge branch '{pull.base}' into {pull.head}\n"
    sha = repo.git.join(tree, (pull.head_sha, base), message, signature(site, call.actor), web_flow(site))
    move(site, repo, call.actor, f"refs/heads/{pull.head}", sha)
