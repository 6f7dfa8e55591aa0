"""People as a test sees them: what they do goes the same way as a request over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from paraf.adapters.forge_double.bare import NOTHING, Content
from paraf.adapters.forge_double.moving import move, signature
from paraf.adapters.forge_double.routing import Refusal, can
from paraf.adapters.forge_double.rules import judge_push
from paraf.adapters.forge_double.state import Account, Json, Repo

if TYPE_CHECKING:
    from paraf.adapters.forge_double.double import ForgeDouble

_READY = "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { pullRequest { isDraft } } }"
_DRAFT = "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id}) { pullRequest { isDraft } } }"


class Person:
    """Somebody in a repository. Every act raises ``Refusal`` where GitHub refuses it."""

    def __init__(self, forge: ForgeDouble, account: Account, repo: Repo) -> None:
        self.forge = forge
        self.account = account
        self.repo = repo
        self.below = f"/repos/{repo.full_name}"

    def asks(self, method: str, path: str, body: Any = None) -> Any:
        """A request with this person's token; the path lies below the repository."""
        return self.forge.call(self.account, method, f"{self.below}/{path}", body)

    def pushes(
        self,
        files: Mapping[str, Content],
        branch: str,
        message: str = "Ubah berkas",
        *,
        base: str = "main",
        parents: tuple[str, ...] | None = None,
        author: Account | None = None,
    ) -> str:
        """A commit on a branch, new from ``base`` if need be; other ``parents`` than its tip make a force push."""
        with self.forge.lock:
            git, by = self.repo.git, signature(self.forge.site, author or self.account)
            tip = git.tip(f"refs/heads/{branch}") or git.tip(f"refs/heads/{base}")
            before = parents if parents is not None else (tip,) if tip else ()
            sha = git.write(files, before, f"{message}\n", by, signature(self.forge.site, self.account))
            return self.pushes_commit(sha, branch)

    def pushes_commit(self, sha: str, branch: str) -> str:
        """Lets a branch stand at a commit that is there already; ``NOTHING`` (40 zeros) deletes it."""
        with self.forge.lock:
            if not can(self.repo, self.account, "write"):
                raise Refusal(403, f"Permission to {self.repo.full_name}.git denied to {self.account.login}.")
            ref = f"refs/heads/{branch}"
            old = self.repo.git.tip(ref) or NOTHING
            judged = judge_push(self.repo, self.account, [(ref, old, sha)])
            reasons = list(judged.denied.values())
            if NOTHING not in (old, sha):
                if judged.forward and not self.repo.git.contains(sha, old):
                    reasons.append("Cannot force-push to this branch")
                if judged.linear and self.repo.git.run("rev-list", "--merges", f"{old}..{sha}"):
                    reasons.append("This branch must not contain merge commits.")
            if reasons:
                raise Refusal(422, f"GH013: Repository rule violations found for {ref}. {reasons[0]}")
            move(self.forge.site, self.repo, self.account, ref, sha)
        return sha

    def writes(self, path: str, text: str, branch: str, message: str = "Ubah berkas") -> str:
        """What the editor on GitHub's pages does: one file, one commit."""
        import base64

        git = self.repo.git
        tip = git.tip(f"refs/heads/{branch}")
        known = git.run("ls-tree", "--object-only", tip, path).decode().strip() if tip else ""
        body = {"message": message, "branch": branch, "content": base64.b64encode(text.encode()).decode()}
        made = self.asks("PUT", f"contents/{path}", body | ({"sha": known} if known else {}))
        return str(made["commit"]["sha"])

    def opens(self, branch: str, title: str, body: str = "", *, base: str = "main", draft: bool = False) -> int:
        """A pull request; its number."""
        asked = {"head": branch, "base": base, "title": title, "body": body, "draft": draft}
        return int(self.asks("POST", "pulls", asked)["number"])

    def reviews(self, number: int, event: str, body: str = "", *, commit: str | None = None, lines: Any = ()) -> int:
        """APPROVE, REQUEST_CHANGES or COMMENT; the review's id. ``lines`` are comments (path, line, body)."""
        asked: Json = {"event": event, "body": body}
        asked |= {"commit_id": commit} if commit else {}
        asked |= {"comments": [{"path": path, "line": at, "body": text} for path, at, text in lines]} if lines else {}
        return int(self.asks("POST", f"pulls/{number}/reviews", asked)["id"])

    def edits_review(self, number: int, review: int, body: str) -> None:
        """Changes the text of a review."""
        self.asks("PUT", f"pulls/{number}/reviews/{review}", {"body": body})

    def dismisses(self, number: int, review: int, message: str = "Tidak berlaku lagi.") -> None:
        """Takes a review's force."""
        self.asks("PUT", f"pulls/{number}/reviews/{review}/dismissals", {"message": message})

    def comments(self, number: int, body: str) -> int:
        """A comment; its id."""
        return int(self.asks("POST", f"issues/{number}/comments", {"body": body})["id"])

    def edits_comment(self, comment: int, body: str) -> None:
        """Changes a comment."""
        self.asks("PATCH", f"issues/comments/{comment}", {"body": body})

    def deletes_comment(self, comment: int) -> None:
        """Takes a comment away."""
        self.asks("DELETE", f"issues/comments/{comment}")

    def requests(self, number: int, *logins: str) -> None:
        """Asks people for a review."""
        self.asks("POST", f"pulls/{number}/requested_reviewers", {"reviewers": list(logins)})

    def unrequests(self, number: int, *logins: str) -> None:
        """Does not ask them any more."""
        self.asks("DELETE", f"pulls/{number}/requested_reviewers", {"reviewers": list(logins)})

    def assigns(self, number: int, *logins: str) -> None:
        """Gives it into somebody's hands."""
        self.asks("POST", f"issues/{number}/assignees", {"assignees": list(logins)})

    def unassigns(self, number: int, *logins: str) -> None:
        """Takes it out of somebody's hands."""
        self.asks("DELETE", f"issues/{number}/assignees", {"assignees": list(logins)})

    def marks_ready(self, number: int) -> None:
        """*Ready for review*; only GraphQL can."""
        self._mutates(_READY, number)

    def makes_draft(self, number: int) -> None:
        """*Convert to draft*."""
        self._mutates(_DRAFT, number)

    def _mutates(self, query: str, number: int) -> None:
        node = f"PR_{self.repo.issues[number].id}"
        self.forge.call(self.account, "POST", "/graphql", {"query": query, "variables": {"id": node}})

    def closes(self, number: int) -> None:
        """Closes it without merging."""
        self.asks("PATCH", f"issues/{number}", {"state": "closed"})

    def reopens(self, number: int) -> None:
        """Opens it again."""
        self.asks("PATCH", f"issues/{number}", {"state": "open"})

    def retitles(self, number: int, title: str) -> None:
        """Gives it another title."""
        self.asks("PATCH", f"issues/{number}", {"title": title})

    def retargets(self, number: int, base: str) -> None:
        """Points it at another branch."""
        self.asks("PATCH", f"pulls/{number}", {"base": base})

    def labels(self, number: int, *names: str) -> None:
        """Exactly these labels."""
        self.asks("PUT", f"issues/{number}/labels", {"labels": list(names)})

    def updates_branch(self, number: int) -> str:
        """The button *Update branch*; the new head."""
        self.asks("PUT", f"pulls/{number}/update-branch", {})
        pull = self.repo.issues[number].pull
        assert pull is not None
        return pull.head_sha

    def merges(self, number: int, method: str = "squash", *, sha: str | None = None) -> str:
        """Merges it; the new commit on the base."""
        asked = {"merge_method": method} | ({"sha": sha} if sha else {})
        return str(self.asks("PUT", f"pulls/{number}/merge", asked)["sha"])

    def opens_issue(self, title: str, body: str = "", labels: tuple[str, ...] = ()) -> int:
        """An issue; its number."""
        return int(self.asks("POST", "issues", {"title": title, "body": body, "labels": list(labels)})["number"])

    def says(self, sha: str, state: str, context: str, description: str = "") -> int:
        """A commit status; its id."""
        asked = {"state": state, "context": context, "description": description}
        return int(self.asks("POST", f"statuses/{sha}", asked)["id"])

    def rules(self, *bodies: Json) -> list[int]:
        """Sets rulesets up, as the REST interface takes them; their ids."""
        return [int(self.asks("POST", "rulesets", body)["id"]) for body in bodies]
