"""What GitHub tells a workflow about what happened (``$GITHUB_EVENT_PATH``), made from what the double remembers."""

from paraf.adapters.forge_double.answers.pulls import detailed
from paraf.adapters.forge_double.bare import NOTHING, Commit
from paraf.adapters.forge_double.routing import Site
from paraf.adapters.forge_double.shapes import issues, pulls
from paraf.adapters.forge_double.shapes.commits import whose
from paraf.adapters.forge_double.shapes.people import user
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.shapes.repository import minimal, repository
from paraf.adapters.forge_double.state import Account, Issue, Json, Repo, Review

_URLS = ("jobs", "logs", "check_suite", "artifacts", "cancel", "rerun", "previous_attempt")


class Events:
    """The events of a repository; ``sender`` is who did it."""

    def __init__(self, site: Site, repo: Repo) -> None:
        self.site = site
        self.repo = repo

    def pull_request(self, number: int, action: str, sender: Account, **more: object) -> Json:
        """``opened``, ``edited``, ``closed``, ``reopened``, ``ready_for_review``, ``review_requested`` …"""
        shown = detailed(self.site, self.repo, self.repo.issues[number])
        return {"action": action, "number": number, "pull_request": shown, **more, **self._around(sender)}

    def synchronize(self, number: int, sender: Account, before: str) -> Json:
        """The head of a pull request moved."""
        after = of(self.repo.issues[number]).head_sha
        return self.pull_request(number, "synchronize", sender, before=before, after=after)

    def asked(self, number: int, sender: Account, whom: Account) -> Json:
        """Somebody was asked for a review."""
        return self.pull_request(number, "review_requested", sender, requested_reviewer=user(self.site, whom))

    def review(self, number: int, review: int, action: str, sender: Account, **more: object) -> Json:
        """``submitted``, ``edited`` or ``dismissed``; here the state is written small."""
        issue = self.repo.issues[number]
        one = next(kept for kept in of(issue).reviews if kept.id == review)
        shown = pulls.pull(self.site, self.repo, issue)
        return {
            "action": action,
            "review": self._review(issue, one),
            "pull_request": shown,
            **more,
            **self._around(sender),
        }

    def _review(self, issue: Issue, one: Review) -> Json:
        shown = pulls.review(self.site, self.repo, issue, one)
        return shown | {"state": one.state.lower(), "body": one.body or None}

    def comment(self, number: int, comment: int, action: str, sender: Account, **more: object) -> Json:
        """``created``, ``edited`` or ``deleted``."""
        issue = self.repo.issues[number]
        one = next(kept for kept in issue.comments if kept.id == comment)
        return {
            "action": action,
            **more,
            "issue": issues.issue(self.site, self.repo, issue),
            "comment": issues.comment(self.site, self.repo, issue, one),
            **self._around(sender),
        }

    def push(self, ref: str) -> Json:
        """The newest push to a full ref."""
        one = next(kept for kept in reversed(self.repo.pushes) if kept.ref == ref)
        git, gone, new = self.repo.git, one.after == NOTHING, one.before == NOTHING
        brought = [] if gone or new else [self._commit(made) for made in git.between(one.before, one.after)]
        page = f"{self.site.url}/{self.repo.full_name}"
        return {
            "ref": ref,
            "before": one.before,
            "after": one.after,
            "created": new,
            "deleted": gone,
            "forced": one.kind == "force_push",
            "base_ref": None,
            "compare": f"{page}/compare/{one.before[:12]}...{one.after[:12]}",
            "commits": brought,
            "head_commit": None if gone else self._commit(git.commit(one.after)),
            "pusher": {"name": one.actor.login, "email": one.actor.email},
            **self._of_owner(self._around(one.actor)),
        }

    def _of_owner(self, around: Json) -> Json:
        """Only in a push is the owner called by name too."""
        around["repository"]["owner"] |= {"name": self.repo.owner.login, "email": self.repo.owner.email}
        return around

    def _commit(self, made: Commit) -> Json:
        git = self.repo.git
        changes = git.changes(made.parents[0], made.sha) if made.parents else ()
        kinds = {"added": "A", "removed": "D", "modified": "M"}
        return {
            "id": made.sha,
            "tree_id": made.tree,
            "distinct": True,
            "message": made.message,
            "timestamp": made.committer[2],
            "url": f"{self.site.url}/{self.repo.full_name}/commit/{made.sha}",
            "author": self._signed(made.author),
            "committer": self._signed(made.committer),
            **{name: [change.path for change in changes if change.status == kind] for name, kind in kinds.items()},
        }

    def _signed(self, who: tuple[str, str, str]) -> Json:
        account = whose(self.site, who[1])
        return {"name": who[0], "email": who[1]} | ({"username": account.login} if account else {})

    def dispatch(self, ref: str, workflow: str, sender: Account, **inputs: str) -> Json:
        """Somebody pressed *Run workflow*."""
        return {"ref": ref, "workflow": workflow, "inputs": inputs or None, **self._around(sender)}

    def schedule(self, cron: str) -> Json:
        """It is time."""
        return {"schedule": cron, "repository": repository(self.site, self.repo)}

    def workflow_run(
        self, path: str, ref: str, sender: Account, *, event: str = "pull_request", conclusion: str = "success"
    ) -> Json:
        """A workflow ended that ran for a branch. Of a fork, ``pull_requests`` would be empty (threats T60)."""
        head = self.repo.git.tip(f"refs/heads/{ref}") or NOTHING
        api, page = f"{self.site.url}/repos/{self.repo.full_name}", f"{self.site.url}/{self.repo.full_name}"
        number, name = self.site.state.new_id(), path.rpartition("/")[2].partition(".")[0]
        flow, now, small = self.site.state.new_id(), self.site.now, minimal(self.site, self.repo)
        run = f"{api}/actions/runs/{number}"
        about = {
            **{"id": number, "name": name, "node_id": f"WFR_{number}", "path": path, "run_number": 1, "run_attempt": 1},
            **{"head_branch": ref, "head_sha": head, "event": event, "status": "completed", "conclusion": conclusion},
            **{"display_title": name, "workflow_id": flow, "check_suite_id": number + 1},
            **{"check_suite_node_id": f"CS_{number}", "created_at": now, "updated_at": now, "run_started_at": now},
            **{
                "url": run,
                "html_url": f"{page}/actions/runs/{number}",
                "workflow_url": f"{api}/actions/workflows/{flow}",
            },
            **{f"{one}_url": f"{run}/{one}" for one in _URLS},
            **{"previous_attempt_url": None, "referenced_workflows": [], "pull_requests": self._pulls(head)},
            **{"actor": user(self.site, sender), "triggering_actor": user(self.site, sender)},
            **{"repository": small, "head_repository": small, "head_commit": self._head(head)},
        }
        workflow = {
            **{"id": flow, "node_id": f"W_{flow}", "name": name, "path": path, "state": "active"},
            **{"created_at": now, "updated_at": now, "url": f"{api}/actions/workflows/{flow}"},
            **{"html_url": f"{page}/blob/main/{path}", "badge_url": f"{page}/workflows/{name}/badge.svg"},
        }
        return {"action": "completed", "workflow_run": about, "workflow": workflow, **self._around(sender)}

    def _pulls(self, head: str) -> list[Json]:
        repo = {"id": self.repo.id, "name": self.repo.name, "url": f"{self.site.url}/repos/{self.repo.full_name}"}
        found = [one for one in self.repo.pulls if of(one).head_sha == head]
        return [
            {
                "id": one.id,
                "number": one.number,
                "url": f"{repo['url']}/pulls/{one.number}",
                "head": {"ref": of(one).head, "sha": head, "repo": repo},
                "base": {"ref": of(one).base, "sha": of(one).base_sha, "repo": repo},
            }
            for one in found
        ]

    def _head(self, sha: str) -> Json:
        made = self.repo.git.commit(sha)
        signed = {"author": self._signed(made.author), "committer": self._signed(made.committer)}
        about = {"id": sha, "tree_id": made.tree, "message": made.message, "timestamp": made.committer[2]}
        return {**about, **{role: {key: who[key] for key in ("name", "email")} for role, who in signed.items()}}

    def _around(self, sender: Account) -> Json:
        return {"repository": repository(self.site, self.repo), "sender": user(self.site, sender)}
