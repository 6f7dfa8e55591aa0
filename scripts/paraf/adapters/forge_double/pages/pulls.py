"""The page of a pull request: what was said, the comment form, the review form, and the box with the button that merges."""

from html import escape

from markdown import markdown

from paraf.adapters.forge_double.pages.desk import Desk, Page, link, path_of
from paraf.adapters.forge_double.routing import Refusal
from paraf.adapters.forge_double.rules import against_merging
from paraf.adapters.forge_double.state import Issue, Pull

_COMMENT = """<form method="post" action="{here}/comment"><label>Add a comment
<textarea id="new_comment_field" name="body"></textarea></label> <button type="submit">Comment</button></form>"""
_REVIEW = """<details class="box"><summary role="button">Review changes</summary><form method="post" action="{here}/reviews">
<label>Leave a comment <textarea name="body"></textarea></label>
<p><label><input type="radio" name="event" value="COMMENT" checked> Comment</label></p>
<p><label><input type="radio" name="event" value="APPROVE"{own}> Approve</label></p>
<p><label><input type="radio" name="event" value="REQUEST_CHANGES"{own}> Request changes</label></p>
<button type="submit">Submit review</button></form></details>"""
_WORDS = {
    "APPROVED": "approved these changes",
    "CHANGES_REQUESTED": "requested changes",
    "COMMENTED": "reviewed",
    "DISMISSED": "had a review that was dismissed",
}
_EXTENSIONS = ("tables", "fenced_code", "md_in_html", "sane_lists")


def issue(desk: Desk, number: str) -> Page:
    """An issue: its text."""
    found = desk.repo.issues.get(int(number))
    if found is None:
        raise Refusal(404, "Not Found")
    return Page(f"{found.title} #{number}", f"<article>{_html(found.body)}</article>")


def pull(desk: Desk, number: str) -> Page:
    """The conversation of a pull request."""
    found, what = desk.pull(number)
    here = f"{desk.home}/pull/{number}"
    said = [(one.created, one.author.login, "commented", one.body, f"issuecomment-{one.id}") for one in found.comments]
    said += [
        (one.submitted or "", one.author.login, _WORDS[one.state], one.body or "", f"pullrequestreview-{one.id}")
        for one in what.reviews
        if one.submitted
    ]
    articles = "".join(
        f'<article id="{mark}"><p><strong>{escape(who)}</strong> {did}</p>{_html(text)}</article>'
        for _, who, did, text, mark in sorted(said)
    )
    asked = ", ".join(escape(one.login) for one in what.requested) or "No reviews"
    labels = ", ".join(escape(one.name) for one in found.labels) or "None yet"
    body = (
        f"<p>{escape(_state(found, what))} · {link(f'{here}/files', 'Files changed')} · {escape(what.head)}</p>"
        f"<p>Reviewers: {asked} · Labels: {labels}</p><article>{_html(found.body)}</article>{articles}"
        f'{_box(desk, found, what, here)}<div id="issuecomment-new">{_COMMENT.format(here=here)}</div>'
    )
    return Page(f"{found.title} #{number}", body)


def _state(found: Issue, what: Pull) -> str:
    if what.merged:
        return "Merged"
    return "Draft" if what.draft else found.state.capitalize()


def _box(desk: Desk, found: Issue, what: Pull, here: str) -> str:
    """The merge box: what the rules say, and what can be done."""
    if found.state != "open":
        return ""
    if what.draft:
        return _buttons(here, [("ready", "Ready for review")], ["This pull request is still a work in progress"])
    reasons = against_merging(desk.repo, found, desk.account)
    behind = not desk.repo.git.contains(what.head_sha, desk.repo.git.tip(f"refs/heads/{what.base}") or "")
    buttons = [("update_branch", "Update branch")] if behind else []
    buttons += [] if reasons else [("merge", "Squash and merge")]
    return _buttons(here, [*buttons, ("close", "Close pull request")], reasons or ["Checks have passed"])


def _buttons(here: str, buttons: list[tuple[str, str]], told: list[str]) -> str:
    forms = "".join(
        f'<form method="post" action="{here}/{act}"><button type="submit">{text}</button></form>'
        for act, text in buttons
    )
    return f'<div class="box">{"".join(f"<p>{escape(one)}</p>" for one in told)}{forms}</div>'


def files(desk: Desk, number: str) -> Page:
    """What is changed, and the review form; nobody approves his own."""
    found, what = desk.pull(number)
    here = f"{desk.home}/pull/{number}"
    base = desk.repo.git.run("merge-base", f"refs/heads/{what.base}", what.head_sha).decode().strip()
    shown = desk.repo.git.run("diff", "--no-color", base, what.head_sha).decode(errors="replace")
    own = " disabled" if found.author.id == desk.account.id else ""
    return Page(f"{found.title} #{number}", f"{_REVIEW.format(here=here, own=own)}<pre>{escape(shown)}</pre>")


def act(desk: Desk, number: str, what: str) -> Page:
    """What a button or a form of the page does; then the page is shown again."""
    person, given, at = desk.person, desk.given, int(number)
    if what == "comment":
        person.comments(at, given["body"].replace("\r\n", "\n"))
    elif what == "reviews":
        person.reviews(at, given["event"], given.get("body", "").replace("\r\n", "\n"))
    else:
        does = {
            "merge": person.merges,
            "update_branch": person.updates_branch,
            "ready": person.marks_ready,
            "close": person.closes,
        }
        does[what](at)
    return Page(to=path_of(desk.home, "pull", number))


def _html(text: str | None) -> str:
    """Markdown as it is shown; links can be followed."""
    return str(markdown((text or "").replace("<details>", '<details markdown="1">'), extensions=list(_EXTENSIONS)))
