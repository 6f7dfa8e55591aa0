"""Dropping files into a folder, and running a workflow by hand."""

from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from html import escape

from paraf.adapters.forge_double.pages.desk import Desk, Page, path_of
from paraf.adapters.forge_double.routing import Refusal, can

_DROP = """<form method="post" action="{action}" enctype="multipart/form-data">
<p><input type="file" name="file" multiple aria-label="choose your files"></p>
<label>Commit message <input type="text" name="message" value="Add files via upload"></label>
<button type="submit">Commit changes</button></form>"""
_RUN = """<details class="box"><summary role="button">Run workflow</summary><form method="post" action="{action}">
<label>Branch <input type="text" name="ref" value="{branch}"></label>
<label>Inputs, name=value in each line <textarea name="inputs"></textarea></label>
<button type="submit">Run workflow</button></form></details>"""


def drop(desk: Desk, rest: str) -> Page:
    """Where files are dropped."""
    branch, folder = desk.split(rest)
    return Page(f"{folder or desk.repo.name} · {branch}", _DROP.format(action=path_of(desk.home, "upload", rest)))


def dropped(desk: Desk, rest: str) -> Page:
    """All dropped files as one commit."""
    branch, folder = desk.split(rest)
    if not desk.files:
        raise Refusal(422, "No files were chosen")
    files = {f"{folder}/{name}".strip("/"): data for name, data in desk.files.items()}
    desk.person.pushes(files, branch, desk.given.get("message") or "Add files via upload")
    return Page(to=path_of(desk.home, "tree", rest))


def workflow(desk: Desk, name: str) -> Page:
    """A workflow: where it is run without a terminal, and how often it was."""
    runs = [f"<li>{escape(f'{branch}: {given}')}</li>" for kept, branch, given in desk.forge.dispatched if kept == name]
    form = _RUN.format(action=path_of(desk.home, "actions/workflows", name), branch=escape(desk.repo.default))
    return Page(name, f"{form if can(desk.repo, desk.account, 'write') else ''}<ul>{''.join(runs)}</ul>")


def run(desk: Desk, name: str) -> Page:
    """Kept in ``forge.dispatched``, for whoever plays the machine that runs it."""
    if not can(desk.repo, desk.account, "write"):
        raise Refusal(403, "Must have write access to the repository.")
    lines = [line.partition("=") for line in desk.given.get("inputs", "").splitlines() if "=" in line]
    inputs = {key.strip(): value.strip() for key, _, value in lines}
    desk.forge.dispatched.append((name, desk.given.get("ref") or desk.repo.default, inputs))
    return Page(to=path_of(desk.home, "actions/workflows", name))


def parts(kind: str, body: bytes) -> tuple[dict[str, str], Mapping[str, bytes]]:
    """What was filled in beside the files, and the files by name (multipart/form-data)."""
    whole = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    words: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for part in whole.iter_parts():
        data = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        if not isinstance(data, bytes):
            continue
        if part.get_filename():
            files[str(part.get_filename())] = data
        elif part.get_filename() is None:
            words[str(name)] = data.decode(errors="replace")
    return words, files
