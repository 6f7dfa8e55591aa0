"""Opening a pull request, and the list of those that are open."""

from html import escape

from paraf.adapters.forge_double.pages.desk import Desk, Page, link, path_of

_FORM = """<form method="post" action="{action}"><p>{base} ← {head}</p>
<label>Add a title <input type="text" name="title" value="{title}"></label>
<label>Add a description <textarea name="body">
{body}</textarea></label>
<button type="submit" name="draft" value="">Create pull request</button>
<button type="submit" name="draft" value="1">Create draft pull request</button></form>"""


def compare(desk: Desk, rest: str) -> Page:
    """The form of a new pull request; one that is open already is shown instead."""
    base, _, head = rest.partition("...")
    if number := desk.open_for(head):
        return Page(to=f"{desk.home}/pull/{number}")
    subject = desk.repo.git.run("log", "-1", "--format=%s", f"refs/heads/{head}").decode().strip()
    template = desk.given.get("template", "")
    text = desk.text(desk.repo.default, f".github/PULL_REQUEST_TEMPLATE/{template}") if template else None
    body = _FORM.format(
        action=path_of(desk.home, "pull", "create", f"{base}...{head}"),
        base=escape(base),
        head=escape(head),
        title=escape(desk.given.get("title") or subject),
        body=escape(desk.given.get("body") or text or ""),
    )
    return Page("Open a pull request", body)


def create(desk: Desk, rest: str) -> Page:
    """What the button does."""
    base, _, head = rest.partition("...")
    given = desk.given
    number = desk.person.opens(head, given["title"], given.get("body", ""), base=base, draft=bool(given.get("draft")))
    return Page(to=f"{desk.home}/pull/{number}")


def labelled(desk: Desk, name: str) -> Page:
    """What is open and has a label."""
    found = [one for one in desk.repo.issues.values() if one.state == "open"]
    kept = [one for one in found if any(label.name.lower() == name.lower() for label in one.labels)]
    rows = [link(f"{desk.home}/{'pull' if one.pull else 'issues'}/{one.number}", one.title) for one in reversed(kept)]
    return Page(name, f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>")


def listed(desk: Desk, kind: str) -> Page:
    """What is open: pull requests, or the issues that are none, pinned ones first."""
    found = [one for one in desk.repo.issues.values() if one.state == "open" and bool(one.pull) == (kind == "pulls")]
    found.sort(key=lambda one: (one.number not in desk.repo.pinned, -one.number))
    where = "pull" if kind == "pulls" else "issues"
    rows = "".join(f"<li>{link(f'{desk.home}/{where}/{one.number}', one.title)}</li>" for one in found)
    return Page("Pull requests" if kind == "pulls" else "Issues", f"<ul>{rows}</ul>")
