"""Issues, their comments, labels, holders and timeline; a pull request is an issue too."""

from typing import Any

from paraf.adapters.forge_double.answers.pulls import rewrite
from paraf.adapters.forge_double.moving import happened
from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, can, invalid, missing
from paraf.adapters.forge_double.shapes import commits, issues, pulls
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Comment, Issue, Json, Label

ROUTES = Routes()
_GREY = "ededed"


@ROUTES.on("GET", "issues", "issues:read")
def listed(call: Call) -> Reply:
    """Newest first; pull requests are among them."""
    asked = call.query
    wanted = asked.get("state", "open")
    names = {name.lower() for name in asked.get("labels", "").split(",") if name}
    found = [
        one
        for one in call.repo.issues.values()
        if wanted in (one.state, "all")
        and names <= {label.name.lower() for label in one.labels}
        and asked.get("creator", one.author.login).lower() == one.author.login.lower()
        and one.updated >= asked.get("since", "")
    ]
    key = "updated" if asked.get("sort") == "updated" else "created"
    found.sort(key=lambda one: (getattr(one, key), one.number), reverse=asked.get("direction", "desc") == "desc")
    return Reply([issues.issue(call.site, call.repo, one) for one in found])


@ROUTES.on("POST", "issues", "issues:write")
def opened(call: Call) -> Reply:
    """A new one; labels only by those who may sort issues."""
    repo, site, title = call.repo, call.site, call.text("title")
    if not title.strip():
        raise invalid("", "Issue", "title", "missing_field")
    repo.number += 1
    issue = Issue(site.state.new_id(), repo.number, title, call.body.get("body"), call.actor, site.now, site.now)
    repo.issues[repo.number] = issue
    if call.may("triage"):
        _relabel(call, issue, call.body.get("labels") or [])
        _hand(call, issue, call.body.get("assignees") or [])
    return Reply(issues.issue(site, repo, issue), 201)


@ROUTES.on("GET", "issues/{number}", "issues:read")
def shown(call: Call) -> Reply:
    """One of them."""
    return Reply(issues.issue(call.site, call.repo, call.issue))


@ROUTES.on("PATCH", "issues/{number}", "issues:write")
def changed(call: Call) -> Reply:
    """Title, text, state, labels, holders."""
    issue = call.issue
    if call.actor.id != issue.author.id:
        call.at_least("triage")
    rewrite(call, issue)
    if "labels" in call.body:
        _relabel(call, issue, call.body["labels"])
    if "assignees" in call.body:
        _hand(call, issue, call.body["assignees"])
    return Reply(issues.issue(call.site, call.repo, issue))


@ROUTES.on("GET", "issues/{number}/comments", "issues:read")
def comments_of(call: Call) -> Reply:
    """Oldest first."""
    since = call.query.get("since", "")
    found = [one for one in call.issue.comments if one.updated >= since]
    return Reply([issues.comment(call.site, call.repo, call.issue, one) for one in found])


@ROUTES.on("POST", "issues/{number}/comments", "issues:write")
def commented(call: Call) -> Reply:
    """A new comment, by anybody who may read."""
    site, issue, body = call.site, call.issue, call.text("body")
    if not body.strip():
        raise invalid("body cannot be blank", "IssueComment", "data", "unprocessable")
    if len(body) > 65_536:
        raise invalid("body is too long (maximum is 65536 characters)", "IssueComment", "data", "unprocessable")
    comment = Comment(site.state.new_id(), call.actor, body, site.now, site.now)
    issue.comments.append(comment)
    issue.updated = site.now
    return Reply(issues.comment(site, call.repo, issue, comment), 201)


def _comment(call: Call) -> tuple[Issue, Comment]:
    for issue in call.repo.issues.values():
        for comment in issue.comments:
            if str(comment.id) == call.names["id"]:
                return issue, comment
    raise missing()


@ROUTES.on("GET", "issues/comments/{id}", "issues:read")
def comment_shown(call: Call) -> Reply:
    """One comment."""
    return Reply(issues.comment(call.site, call.repo, *_comment(call)))


@ROUTES.on("PATCH", "issues/comments/{id}", "issues:write")
def comment_changed(call: Call) -> Reply:
    """Its text; of somebody else's by those who may write (threats T14)."""
    issue, comment = _comment(call)
    if comment.author.id != call.actor.id:
        call.at_least("write")
    if comment.body != call.text("body"):
        comment.body, comment.updated, comment.edited = call.text("body"), call.site.now, call.site.now
    return Reply(issues.comment(call.site, call.repo, issue, comment))


@ROUTES.on("DELETE", "issues/comments/{id}", "issues:write")
def comment_gone(call: Call) -> Reply:
    """It is no more; the timeline keeps that one was."""
    issue, comment = _comment(call)
    if comment.author.id != call.actor.id:
        call.at_least("write")
    issue.comments.remove(comment)
    happened(call.site, issue, "comment_deleted", call.actor)
    return Reply(status=204)


@ROUTES.on("GET", "issues/{number}/timeline", "issues:read")
def timeline(call: Call) -> Reply:
    """Everything that happened, in order; commits by when they say they were made."""
    issue, site, repo = call.issue, call.site, call.repo
    entries: list[tuple[str, int, Json]] = [(one.at, one.id, issues.event(site, repo, one)) for one in issue.events]
    for comment in issue.comments:
        shown = issues.comment(site, repo, issue, comment)
        entries.append((comment.created, comment.id, shown | {"event": "commented", "actor": shown["user"]}))
    if issue.pull:
        entries += _of_pull(call, issue)
    return Reply([entry for _, _, entry in sorted(entries, key=lambda one: one[:2])])


def _of_pull(call: Call, issue: Issue) -> list[tuple[str, int, Json]]:
    site, repo, pull = call.site, call.repo, of(issue)
    reviews = [
        (
            one.submitted,
            one.id,
            pulls.review(site, repo, issue, one) | {"event": "reviewed", "state": one.state.lower()},
        )
        for one in pull.reviews
        if one.submitted
    ]
    found = repo.git.between(pull.base_sha, pull.head_sha)
    shown = [commits.committed(site, repo, one) for one in found]
    return [*reviews, *((one["committer"]["date"], at, one) for at, one in enumerate(shown))]


@ROUTES.on("POST", "issues/{number}/assignees", "issues:write", "triage")
def assigned(call: Call) -> Reply:
    """More people hold it."""
    _hand(call, call.issue, [*(one.login for one in call.issue.assignees), *(call.body.get("assignees") or [])])
    return Reply(issues.issue(call.site, call.repo, call.issue), 201)


@ROUTES.on("DELETE", "issues/{number}/assignees", "issues:write", "triage")
def unassigned(call: Call) -> Reply:
    """Fewer people hold it."""
    gone = {name.lower() for name in call.body.get("assignees") or []}
    _hand(call, call.issue, [one.login for one in call.issue.assignees if one.login.lower() not in gone])
    return Reply(issues.issue(call.site, call.repo, call.issue))


def _hand(call: Call, issue: Issue, names: list[str]) -> None:
    """Exactly these hold it; whoever cannot is left out without a word, as on GitHub."""
    known = [call.site.state.account(name) for name in names]
    wanted: dict[int, Account] = {one.id: one for one in known if one and can(call.repo, one, "read")}
    for one in [one for one in issue.assignees if one.id not in wanted]:
        issue.assignees.remove(one)
        happened(call.site, issue, "unassigned", call.actor, assignee=one)
    for one in [one for one in wanted.values() if one not in issue.assignees]:
        issue.assignees.append(one)
        happened(call.site, issue, "assigned", call.actor, assignee=one)


@ROUTES.on("GET", "issues/{number}/labels", "issues:read")
def labels_of(call: Call) -> Reply:
    """Its labels."""
    return Reply([issues.label(call.site, call.repo, one) for one in call.issue.labels])


@ROUTES.on("PUT", "issues/{number}/labels", "issues:write", "triage")
def labels_set(call: Call) -> Reply:
    """Exactly these labels."""
    _relabel(call, call.issue, call.body.get("labels") or [])
    return labels_of(call)


@ROUTES.on("POST", "issues/{number}/labels", "issues:write", "triage")
def labels_added(call: Call) -> Reply:
    """These labels too."""
    _relabel(call, call.issue, [*(one.name for one in call.issue.labels), *(call.body.get("labels") or [])])
    return labels_of(call)


@ROUTES.on("DELETE", "issues/{number}/labels/{name}", "issues:write", "triage")
def label_removed(call: Call) -> Reply:
    """One label less."""
    name = call.names["name"].lower()
    kept = [one.name for one in call.issue.labels if one.name.lower() != name]
    if len(kept) == len(call.issue.labels):
        raise Refusal(404, "Label does not exist")
    _relabel(call, call.issue, kept)
    return labels_of(call)


def _relabel(call: Call, issue: Issue, names: list[Any]) -> None:
    """Labels that are not known yet come into being, grey, as on GitHub."""
    texts: list[Any] = [one.get("name") if isinstance(one, dict) else one for one in names]
    if not all(isinstance(one, str) and one.strip() for one in texts):
        raise invalid("", "Label", "name", "missing_field")
    wanted = {name.lower(): _label(call, name) for name in texts}
    before = list(issue.labels)
    issue.labels = sorted(wanted.values(), key=lambda one: one.name)
    for kind, one in [
        *(("unlabeled", one) for one in before if one not in issue.labels),
        *(("labeled", one) for one in issue.labels if one not in before),
    ]:
        happened(call.site, issue, kind, call.actor, label={"name": one.name, "color": one.color})


def _label(call: Call, name: str) -> Label:
    return call.repo.labels.setdefault(name.lower(), Label(call.site.state.new_id(), name, _GREY, None))
