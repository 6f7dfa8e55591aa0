"""A bare repository of the double: what GitHub does in its own copy, by git's plumbing."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

NOTHING = "0" * 40
_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_CONFIG = """[core]
\tbare = true
\trepositoryformatversion = 0
\tfilemode = true
\tlogAllRefUpdates = false
[gc]
\tauto = 0
[http]
\treceivepack = true
[receive]
\tautogc = false
\tunpackLimit = 10000
[uploadpack]
\tallowAnySHA1InWant = true
\tallowFilter = true
"""
# Reads what the server decided beforehand; what needs the pushed objects is asked of git here (GitHub's GH013).
_HOOK = """#!/bin/sh
deny() { printf 'error: GH013: Repository rule violations found for %s.\\n\\n- %s\\n\\n' "$1" "$2" >&2; exit 1; }
printf '%s\\n' "$FORGE_DENIED" | while IFS='	' read -r ref reason; do [ "$ref" != "$1" ] || deny "$1" "$reason"; done || exit 1
case "$2 $3" in *0000000000000000000000000000000000000000*) exit 0 ;; esac
case " $FORGE_FORWARD " in
*" $1 "*) git merge-base --is-ancestor "$2" "$3" || deny "$1" 'Cannot force-push to this branch' ;;
esac
case " $FORGE_LINEAR " in
*" $1 "*) [ -z "$(git rev-list --merges "$2..$3")" ] || deny "$1" 'This branch must not contain merge commits.' ;;
esac
"""
_LINES = ("%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B")
Content = str | bytes | tuple[str, bytes] | None
"""A file's text; with its mode (``("120000", b"target")``); ``None`` where it is taken away."""


class GitError(Exception):
    """Git refused; its words."""


class Signature(Struct, frozen=True):
    """A name, an address and a moment in seconds since 1970, as a commit holds them."""

    name: str
    email: str
    seconds: int

    @property
    def line(self) -> str:
        """As git writes it."""
        return f"{self.name} <{self.email}> {self.seconds} +0000"


class Commit(Struct, frozen=True):
    """What stands in a commit; moments as ISO 8601."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    author: tuple[str, str, str]
    committer: tuple[str, str, str]
    message: str


class Change(Struct, frozen=True):
    """What happened to a file between two commits; counts are 0 for a binary one."""

    path: str
    status: str
    added: int
    removed: int
    blob: str


def environment(extra: Mapping[str, str] = {}) -> dict[str, str]:
    """The surroundings in which git reads no configuration but the repository's own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return kept | _ENVIRONMENT | dict(extra)


class Bare:
    """One repository below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._commits: dict[str, Commit] = {}
        self._changes: dict[tuple[str, str], tuple[Change, ...]] = {}
        self._between: dict[tuple[str, str], list[Commit]] = {}
        self._there: set[str] = set()
        self._contained: dict[tuple[str, str], bool] = {}

    def create(self, default: str = "main") -> None:
        """Make it, without asking git: that is twenty times as fast."""
        for name in ("objects/info", "objects/pack", "refs/heads", "refs/tags", "hooks", "info"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "HEAD").write_text(f"ref: refs/heads/{default}\n")
        (self.folder / "config").write_text(_CONFIG)
        hook = self.folder / "hooks" / "update"
        hook.write_text(_HOOK)
        hook.chmod(0o755)

    def run(
        self, *arguments: str, feed: bytes = b"", extra: Mapping[str, str] = {}, right: tuple[int, ...] = (0,)
    ) -> bytes:
        """What git says; raises ``GitError`` when it ends otherwise than is ``right``."""
        command = ["git", "-c", f"safe.directory={self.folder}", f"--git-dir={self.folder}", *arguments]
        done = subprocess.run(command, input=feed, capture_output=True, env=environment(extra))
        if done.returncode not in right:
            raise GitError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def serve(self, surroundings: Mapping[str, str], body: bytes) -> bytes:
        """What git's own web program answers, header and body, to a request described as CGI has it."""
        known = {"GIT_PROJECT_ROOT": str(self.folder.parent), "GIT_HTTP_EXPORT_ALL": "1", "GIT_CONFIG_COUNT": "1"}
        trust = {"GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
        extra = {**known, **trust, **surroundings}
        return subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment(extra)).stdout

    def succeeds(self, *arguments: str) -> bool:
        """Whether git says yes."""
        try:
            self.run(*arguments)
        except GitError:
            return False
        return True

    def refs(self) -> dict[str, str]:
        """Every ref and where it stands."""
        said = self.run("for-each-ref", "--format=%(objectname) %(refname)").decode().splitlines()
        return {name: sha for sha, _, name in (line.partition(" ") for line in said)}

    def tip(self, ref: str) -> str | None:
        """Where a full ref stands; ``None`` where there is none."""
        if ".." in ref:
            return None
        try:
            said = (self.folder / ref).read_text()
        except (OSError, ValueError):
            return self.resolve(ref) if (self.folder / "packed-refs").exists() else None
        return said.strip()

    def resolve(self, revision: str) -> str | None:
        """The commit that a revision names."""
        if revision in self._there:
            return revision
        try:
            said = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitError:
            return None
        found = said.decode().strip()
        self._there |= {found} if found == revision else set()
        return found

    def move(self, ref: str, new: str) -> None:
        """Let a ref stand at a commit; ``NOTHING`` takes it away."""
        where = self.folder / ref
        if new == NOTHING or where.is_dir() or any(one.is_file() for one in where.parents):
            self.run("update-ref", *(("-d", ref) if new == NOTHING else (ref, new)))
            return
        where.parent.mkdir(parents=True, exist_ok=True)  # what git would do, at a twentieth of the time
        (fresh := where.with_name(f"{where.name}.lock")).write_text(f"{new}\n")
        fresh.replace(where)

    def write(self, files: Mapping[str, Content], parents: tuple[str, ...], message: str, *by: Signature) -> str:
        """A new commit with files changed from its first parent's; ``by`` are author and committer. No ref moves."""
        author, committer = by[0], by[-1]
        lines = [
            b"commit refs/forge/new\nmark :1\n",
            f"author {author.line}\ncommitter {committer.line}\n".encode(),
            _data(message.encode()),
            *(f"from {parent}\n".encode() for parent in parents[:1]),
            *(f"merge {parent}\n".encode() for parent in parents[1:]),
            *(_entry(path, content) for path, content in files.items()),
            f"\nget-mark :1\nreset refs/forge/new\nfrom {NOTHING}\n\n".encode(),
        ]
        return self.run("fast-import", "--quiet", "--force", feed=b"".join(lines)).decode().strip()

    def join(self, tree: str, parents: tuple[str, ...], message: str, *by: Signature) -> str:
        """A new commit of a tree that is there already."""
        author, committer = by[0], by[-1]
        extra = {
            **{"GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.email},
            **{"GIT_AUTHOR_DATE": f"{author.seconds} +0000", "GIT_COMMITTER_DATE": f"{committer.seconds} +0000"},
            **{"GIT_COMMITTER_NAME": committer.name, "GIT_COMMITTER_EMAIL": committer.email},
        }
        over = [word for parent in parents for word in ("-p", parent)]
        return self.run("commit-tree", tree, *over, feed=message.encode(), extra=extra).decode().strip()

    def merged(self, ours: str, theirs: str) -> str | None:
        """The tree of both together; ``None`` where they contradict each other."""
        try:
            return self.run("merge-tree", "--write-tree", "--no-messages", ours, theirs).decode().split()[0]
        except GitError:
            return None

    def contradiction(self, ours: str, theirs: str) -> tuple[str, list[str]]:
        """The tree of both together with git's marks in it, and the files that have them."""
        command = ("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs)
        tree, *names = self.run(*command, right=(0, 1)).decode().split("\0")
        return tree, [name for name in names if name]

    def contains(self, descendant: str, ancestor: str) -> bool:
        """Whether a commit has the other among its forebears, or is it."""
        key = (descendant, ancestor)
        if descendant != ancestor and key not in self._contained:
            self._contained[key] = self.succeeds("merge-base", "--is-ancestor", ancestor, descendant)
        return descendant == ancestor or self._contained[key]

    def common(self, one: str, other: str) -> str | None:
        """Where two lines parted."""
        try:
            return self.run("merge-base", one, other).decode().strip()
        except GitError:
            return None

    def commit(self, sha: str) -> Commit:
        """What stands in a commit."""
        if sha not in self._commits:
            self.commits("--no-walk", sha)
        return self._commits[sha]

    def commits(self, *selection: str) -> list[Commit]:
        """The commits that ``git log`` selects, in its order."""
        said = self.run("log", f"--format={'%x00'.join(_LINES)}%x01", *selection).decode(errors="replace")
        found = [_commit(entry.lstrip("\n")) for entry in said.split("\x01")[:-1]]
        self._commits.update({commit.sha: commit for commit in found})
        return found

    def between(self, base: str, head: str) -> list[Commit]:
        """The commits of a pull request, oldest first."""
        if (base, head) not in self._between:
            self._between[base, head] = self.commits("--reverse", f"{base}..{head}")
        return self._between[base, head]

    def changes(self, base: str, head: str) -> tuple[Change, ...]:
        """What a pull request changes: from where the lines parted to ``head``."""
        if (base, head) not in self._changes:
            self._changes[base, head] = self._compared(self.common(base, head) or base, head)
        return self._changes[base, head]

    def _compared(self, base: str, head: str) -> tuple[Change, ...]:
        said = self.run("diff-tree", "-r", "-z", "--no-renames", "--raw", "--numstat", base, head).decode(
            errors="replace"
        )
        words = said.split("\0")[:-1]
        raw = [words[at : at + 2] for at in range(0, len(words), 2) if words[at].startswith(":")]
        counts = [word.split("\t") for word in words[2 * len(raw) :]]
        return tuple(_change(meta.split(), path, count) for (meta, path), count in zip(raw, counts, strict=True))

    def patch(self, base: str, head: str) -> str:
        """What stays the same while a change is moved onto another base, whatever the line numbers."""
        parted = self.common(base, head) or base
        shown = self.run("diff-tree", "-p", "--binary", "--no-renames", "--no-ext-diff", parted, head)
        return self.run("patch-id", "--stable", feed=shown).decode().split(" ", maxsplit=1)[0]


def _change(meta: list[str], path: str, count: list[str]) -> Change:
    added, removed = (0 if number == "-" else int(number) for number in count[:2])
    return Change(path, meta[4], added, removed, meta[2] if meta[4] == "D" else meta[3])


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def _entry(path: str, content: Content) -> bytes:
    quoted = '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if content is None:
        return f"D {quoted}\n".encode()
    mode, data = content if isinstance(content, tuple) else ("100644", content)
    if mode == "160000":
        return f"M {mode} {data.decode() if isinstance(data, bytes) else data} {quoted}\n".encode()
    return f"M {mode} inline {quoted}\n".encode() + _data(data.encode() if isinstance(data, str) else data)


def _commit(entry: str) -> Commit:
    sha, tree, parents, *who, message = entry.split("\0")
    return Commit(
        sha, tree, tuple(parents.split()), (who[0], who[1], who[2]), (who[3], who[4], who[5]), message.rstrip("\n")
    )
