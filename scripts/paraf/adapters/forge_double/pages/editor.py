"""Files on a branch: looking at them, changing one, beginning one; what *Commit changes…* does."""

from html import escape

from paraf.adapters.forge_double.pages.desk import Desk, Page, link, path_of

_COMMIT = """<details class="box"><summary role="button">Commit changes…</summary>
<label>Commit message <input type="text" name="message" value="{message}"></label>
<p><label><input type="radio" name="choice" value="direct"{direct}> Commit directly to the {branch} branch</label></p>
<p><label><input type="radio" name="choice" value="quick-pull"{quick}> Create a new branch for this commit and start a
pull request</label> <label>Branch name <input type="text" name="target" value="{target}"></label></p>
<button type="submit">{button}</button></details>"""


def tree(desk: Desk, rest: str) -> Page:
    """A folder, or a file with the pencil that opens the editor."""
    branch, path = desk.split(rest)
    text = desk.text(branch, path) if path else None
    begun = [] if desk.open_for(branch) or branch == desk.repo.default else [_begin(desk, branch)]
    if text is not None:
        edit = link(path_of(desk.home, "edit", branch, path), "Edit this file")
        return Page(path, "".join([*begun, f"<p>{edit}</p><pre>{escape(text)}</pre>"]))
    said = desk.repo.git.run("ls-tree", "--name-only", f"refs/heads/{branch}", *([f"{path}/"] if path else []))
    names = [name for name in said.decode().split("\n") if name]
    rows = "".join(
        f"<li>{link(path_of(desk.home, 'tree', branch, name), name.rpartition('/')[2])}</li>" for name in names
    )
    add = link(path_of(desk.home, "new", branch) + (f"?filename={path}/" if path else ""), "Create new file")
    return Page(f"{branch}/{path}", "".join([*begun, f"<p>{add}</p><ul>{rows}</ul>"]))


def _begin(desk: Desk, branch: str) -> str:
    address = path_of(desk.home, "compare", f"{desk.repo.default}...{branch}") + "?quick_pull=1"
    return f'<p class="box">{escape(branch)} had recent pushes. {link(address, "Compare & pull request")}</p>'


def edit(desk: Desk, rest: str) -> Page:
    """The editor of a file that is there."""
    branch, path = desk.split(rest)
    text = desk.text(branch, path)
    if text is None:
        return Page(f"{path} tidak ada", f"<p>{escape(path)}: File not found on {escape(branch)}.</p>", status=404)
    return _form(desk, branch, path, text, f"Update {path.rpartition('/')[2]}", new=False)


def new(desk: Desk, rest: str) -> Page:
    """The editor of a file that begins here; name and text may be given."""
    branch, folder = desk.split(rest)
    name = desk.given.get("filename", f"{folder}/" if folder else "")
    return _form(desk, branch, name, desk.given.get("value", ""), "", new=True)


def _form(desk: Desk, branch: str, path: str, text: str, message: str, *, new: bool) -> Page:
    # On the protected branch nothing is committed directly; there GitHub offers the new branch alone.
    closed = branch == desk.repo.default and bool(desk.repo.rulesets)
    target = f"{desk.account.login}-patch-{len(desk.repo.pushes)}"
    commit = _COMMIT.format(
        message=escape(message),
        branch=escape(branch),
        target=escape(target),
        direct=" disabled" if closed else " checked",
        quick=" checked" if closed else "",
        button="Propose changes" if closed else "Commit changes",
    )
    name = f'<label>Name your file… <input type="text" name="filename" value="{escape(path)}"></label>'
    kept = f'<input type="hidden" name="filename" value="{escape(path)}">'
    area = f'<label>File contents <textarea name="value" rows="20">\n{escape(text)}</textarea></label>'
    action = path_of(desk.home, "tree-save", branch)
    body = f'<form method="post" action="{action}">{name if new else kept}{area}{commit}</form>'
    return Page(f"{'New file' if new else 'Editing ' + path} in {branch}", body)


def save(desk: Desk, rest: str) -> Page:
    """What *Commit changes* does."""
    branch, given = desk.split(rest)[0], desk.given
    path, text = given["filename"].strip(), given["value"].replace("\r\n", "\n")
    known = desk.text(branch, path) is not None
    message = given.get("message") or f"{'Update' if known else 'Create'} {path.rpartition('/')[2]}"
    if given.get("choice", "quick-pull") == "direct":
        desk.person.pushes({path: text}, branch, message)
        return Page(to=path_of(desk.home, "tree", branch, path))
    target = given["target"].strip()
    desk.person.pushes({path: text}, target, message, base=branch)
    return Page(to=path_of(desk.home, "compare", f"{desk.repo.default}...{target}") + "?quick_pull=1")
