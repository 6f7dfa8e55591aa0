"""Files as the pages of GitHub read and write them: one commit for one file."""

import base64
import binascii

from paraf.adapters.forge_double.bare import Content, GitError
from paraf.adapters.forge_double.moving import move, signature, web_flow
from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, missing
from paraf.adapters.forge_double.rules import judge_push
from paraf.adapters.forge_double.shapes import commits
from paraf.adapters.forge_double.state import Json

ROUTES = Routes()
_KINDS = {"blob": "file", "tree": "dir", "commit": "submodule"}


@ROUTES.on("GET", "contents/{path*}", "contents:read")
def shown(call: Call) -> Reply:
    """A file with what stands in it, or the list of a folder."""
    ref = call.query.get("ref", call.repo.default)
    commit = call.repo.git.tip(f"refs/heads/{ref}") or call.repo.git.resolve(ref)
    if commit is None:
        raise Refusal(404, f"No commit found for the ref {ref}")
    path = call.names["path"].strip("/")
    entries = _entries(call, commit, path)
    if len(entries) == 1 and entries[0]["path"] == path and entries[0]["type"] == "file":
        data = call.repo.git.run("cat-file", "blob", entries[0]["sha"])
        return Reply(entries[0] | {"encoding": "base64", "content": base64.encodebytes(data).decode()})
    below = _entries(call, commit, f"{path}/")
    if not below:
        raise missing()
    return Reply(below, key="")


def _entries(call: Call, commit: str, path: str) -> list[Json]:
    said = call.repo.git.run("ls-tree", "-z", "-l", commit, path).decode(errors="replace")
    return [_entry(call, line, commit) for line in said.split("\0") if line]


def _entry(call: Call, line: str, commit: str) -> Json:
    meta, _, path = line.partition("\t")
    mode, kind, sha, size = meta.split()
    api, page = f"{call.site.url}/repos/{call.repo.full_name}", f"{call.site.url}/{call.repo.full_name}"
    url, html = f"{api}/contents/{path}?ref={commit}", f"{page}/blob/{commit}/{path}"
    git = f"{api}/git/{kind}s/{sha}"
    return {
        "type": "symlink" if mode == "120000" else _KINDS[kind],
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": sha,
        "size": 0 if size == "-" else int(size),
        "url": url,
        "html_url": html,
        "git_url": git,
        "download_url": f"{page}/raw/{commit}/{path}" if kind == "blob" else None,
        "_links": {"self": url, "git": git, "html": html},
    }


@ROUTES.on("PUT", "contents/{path*}", "contents:write", "write")
def written(call: Call) -> Reply:
    """A file is made or rewritten; whoever rewrites names what they have read (409 where it is another by now)."""
    try:
        data = base64.b64decode(call.text("content"), validate=True)
    except binascii.Error as error:
        raise Refusal(422, "content is not valid Base64") from error
    return _committed(call, data)


@ROUTES.on("DELETE", "contents/{path*}", "contents:write", "write")
def removed(call: Call) -> Reply:
    """A file is taken away."""
    return _committed(call, None)


def _committed(call: Call, data: bytes | None) -> Reply:
    repo, site, path = call.repo, call.site, call.names["path"]
    branch = call.body.get("branch") or repo.default
    ref = f"refs/heads/{branch}"
    old = repo.git.tip(ref)
    if old is None:
        raise Refusal(404, f"Branch {branch} not found")
    known = [one for one in _entries(call, old, path) if one["path"] == path]
    _still(call, path, known, data)
    files: dict[str, Content] = {path: data}
    try:
        new = repo.git.write(files, (old,), call.text("message") + "\n", signature(site, call.actor), web_flow(site))
    except GitError as error:
        raise Refusal(422, "path contains a malformed path component") from error
    denied = judge_push(repo, call.actor, [(ref, old, new)]).denied
    if denied:
        raise Refusal(409, f"Repository rule violations found\n\n{denied[ref]}\n\n")
    move(site, repo, call.actor, ref, new)
    entry = next((one for one in _entries(call, new, path) if one["path"] == path), None)
    shown = commits.commit(site, repo, repo.git.commit(new))
    about = {key: value for key, value in shown["commit"].items() if key != "comment_count"}
    commit = about | {key: shown[key] for key in ("sha", "node_id", "html_url", "parents")}
    return Reply({"content": entry, "commit": commit}, 200 if known else 201)


def _still(call: Call, path: str, known: list[Json], data: bytes | None) -> None:
    if not known:
        if data is None:
            raise missing()
        return
    if "sha" not in call.body:
        raise Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
    if call.body["sha"] != known[0]["sha"]:
        raise Refusal(409, f"{path} does not match {call.body['sha']}")
