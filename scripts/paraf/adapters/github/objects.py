"""Objects of a remote repository in a bare copy: nothing of it is checked out, run or believed but the objects themselves.

Only plumbing is used, with no configuration but what stands here; replacements and attributes of the repository are not
asked. What a merge of two commits holds is computed anew, with renames off, so that a path is what it is called
(threats T31, T37, T40, T43).
"""

import hashlib
import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from msgspec import Struct

from paraf.adapters.git import own_environment
from paraf.adapters.github.transport import ForgeError
from paraf.alur.facts import Blob

SECONDS = 120
_OID = re.compile(r"[0-9a-f]{40}")
_NULL = "0" * 40
_SUBMODULE = "160000"
_WRITERS = ("AUTHOR", "COMMITTER")
_PIECE = 1 << 20
_HEADER = re.compile(rb"([0-9a-f]{40}) ([a-z]+) ([0-9]+)\n")
_LAST = 253_402_300_799
"""The last second of the year 9999: the date in a commit is its author's word, and may be any number."""
MOST_BYTES = 64_000_000
"""Of the list of a tree's files; a few objects can tell of more files than any computer holds."""
_WHEN = re.compile(rb"^committer .*> ([0-9]{1,15}) [+-][0-9]{4}$", re.MULTILINE)
_TRAILER = re.compile(rb"(?im)^co-authored-by:.*<([0-9]{1,15})\+[^<>@\s]{1,60}@users\.noreply\.github\.com>\s*$")
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "merge.renames": "false",
    "merge.directoryRenames": "false",
    "core.quotePath": "false",
    "fetch.fsckObjects": "true",
    "protocol.allow": "never",
    "protocol.http.allow": "always",
    "protocol.https.allow": "always",
    "http.followRedirects": "false",
    "credential.helper": "",
    "gc.auto": "0",
}


class Commit(Struct, frozen=True):
    """A commit: its tree, its parents, when it was made (by its own word), and the accounts its trailers name."""

    tree: str
    parents: tuple[str, ...]
    at: datetime
    co_authors: frozenset[int]


class Merge(Struct, frozen=True):
    """What two commits make together: the tree, and the paths in which they contradict each other."""

    tree: str
    conflicts: tuple[str, ...]


class ObjectStore:
    """A bare repository of one's own; ``close`` ends the process that reads objects."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commits: dict[str, Commit] = {}
        self.blobs: dict[str, tuple[str, int]] = {}
        self.trees: dict[str, Mapping[str, tuple[str, str]]] = {}
        self.merges: dict[tuple[str, str], Merge] = {}
        self.reader: subprocess.Popen[bytes] | None = None
        if not (folder / "objects").is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare", "--initial-branch=kosong", "--template=", str(folder))

    def close(self) -> None:
        """End the reading process."""
        if self.reader is not None:
            self.reader.communicate()
            self.reader = None

    def fetch(self, address: str, token: str | None, specs: Sequence[str]) -> None:
        """Get refs, or commits by their ids, as ``+<what>:<where>``; raises ``ForgeError``."""
        self._git(
            "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance",
            "--end-of-options", address, *specs, settings=_credentials(address, token),
        )  # fmt: skip

    def ref(self, name: str) -> str | None:
        """The commit that a ref of the copy names."""
        said = self._maybe("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return said.decode().strip() if said else None

    def has(self, oid: str) -> bool:
        """Whether the copy has an object."""
        found = self._object(oid) if oid != _NULL else None
        for _ in _parts(found[2], found[1]) if found else ():
            pass  # what is not read would stand in the way of the next answer
        return found is not None

    def commit(self, oid: str) -> Commit:
        """A commit; raises ``ForgeError`` where it is not in the copy."""
        if oid not in self.commits:
            head, _, message = self._whole(oid, "commit").partition(b"\n\n")
            when = _WHEN.search(head)
            if when is None:
                raise ForgeError(f"{oid[:12]} bukan perubahan yang dapat dibaca.")
            lines = [line.split(b" ", 1) for line in head.split(b"\n") if b" " in line]
            self.commits[oid] = Commit(
                tree=next(value.decode() for key, value in lines if key == b"tree"),
                parents=tuple(value.decode() for key, value in lines if key == b"parent"),
                at=datetime.fromtimestamp(min(int(when[1]), _LAST), UTC),
                co_authors=frozenset(int(found) for found in _TRAILER.findall(message)),
            )
        return self.commits[oid]

    def message(self, oid: str) -> str:
        """What a commit says of itself."""
        return self._whole(oid, "commit").partition(b"\n\n")[2].decode(errors="replace")

    def history(self, *arguments: str) -> list[str]:
        """Commits as ``rev-list`` lists them."""
        return self._git("rev-list", *arguments).decode().split()

    def files(self, tree: str) -> Mapping[str, tuple[str, str]]:
        """Every file of a tree: mode and object id by path."""
        if tree not in self.trees:
            said = self._listed(tree)
            self.trees[tree] = dict(_entry(line) for line in said.split(b"\0") if line)
        return self.trees[tree]

    def _listed(self, tree: str) -> bytes:
        """The list of a tree's files as Git writes it, as long as it is one that can be held."""
        command = self._command("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree)
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment({})
        ) as listing:
            assert listing.stdout
            said = listing.stdout.read(MOST_BYTES + 1)
            if len(said) > MOST_BYTES:
                listing.kill()
        if len(said) > MOST_BYTES:
            raise ForgeError("Perubahan ini memuat terlalu banyak berkas untuk dibaca.")
        if listing.returncode:
            raise ForgeError("git ls-tree gagal. Periksa sambungan dan kunci akses, lalu coba lagi.")
        return said

    def changed(self, old: str, new: str) -> frozenset[str]:
        """The paths in which two trees differ; a file that was renamed is gone in one place and there in another."""
        before, after = self.files(old), self.files(new)
        if before is after:
            return frozenset()
        return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))

    def merge(self, one: str, other: str, *, renames: bool = False) -> Merge:
        """What the merge of two commits holds."""
        key = (one, other) if not renames else (f"{one}~", other)
        if key not in self.merges:
            settings = {"merge.renames": "true"} if renames else {}
            said = self._maybe(
                "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "--allow-unrelated-histories",
                one, other, good=(0, 1), settings=settings,
            )  # fmt: skip
            if not said:
                raise ForgeError(f"Gabungan {one[:12]} dan {other[:12]} tidak dapat dihitung.")
            tree, *paths = [part for part in said.split(b"\0") if part]
            self.merges[key] = Merge(tree.decode(), tuple(map(_path, paths)))
        return self.merges[key]

    def content(self, oid: str) -> bytes:
        """The bytes of a blob."""
        return self._whole(oid, "blob")

    def blob(self, mode: str, oid: str) -> Blob:
        """A file of a tree as the flow sees it; a submodule has no content here."""
        if mode == _SUBMODULE:
            return Blob(mode, hashlib.sha256(b"").hexdigest(), 0)
        if oid not in self.blobs:
            _, size, stream = self._demand(oid)
            hashed = hashlib.sha256()
            for part in _parts(stream, size):
                hashed.update(part)
            self.blobs[oid] = (hashed.hexdigest(), size)
        return Blob(mode, *self.blobs[oid])

    def _whole(self, oid: str, kind: str) -> bytes:
        """The bytes of an object of this kind."""
        found, size, stream = self._demand(oid)
        data = b"".join(_parts(stream, size))
        if found != kind:
            raise ForgeError(f"{oid[:12]} di GitHub bukan seperti yang diharapkan.")
        return data

    def add(self, tip: str, files: Mapping[str, bytes], message: str, by: str) -> str:
        """A new commit on top of one, in which these files are as given; its id. ``by`` is ``name <e-mail>``."""
        index = {"GIT_INDEX_FILE": str(self.folder / f"indeks-{os.getpid()}")}
        name, _, mail = by.rstrip(">").partition(" <")
        people = {
            f"GIT_{who}_{what}": text
            for who in ("AUTHOR", "COMMITTER")
            for what, text in (("NAME", name), ("EMAIL", mail))
        }
        self._git("read-tree", "--end-of-options", tip, variables=index)
        lines = []
        for path, data in files.items():
            oid = self._git("hash-object", "-w", "--stdin", feed=data).decode().strip()
            lines.append(f"100644 {oid}\t{path}\0")
        self._git("update-index", "-z", "--index-info", feed="".join(lines).encode(), variables=index)
        tree = self._git("write-tree", variables=index).decode().strip()
        Path(index["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        return self._git("commit-tree", tree, "-p", tip, "-m", message, variables=people).decode().strip()

    def push(self, address: str, token: str | None, commit: str, branch: str) -> None:
        """Put a commit on a branch that is not there yet; raises ``ForgeError``."""
        self._git(
            "push", "--quiet", f"--force-with-lease=refs/heads/{branch}:", "--end-of-options", address,
            f"{commit}:refs/heads/{branch}", settings=_credentials(address, token),
        )  # fmt: skip

    def _demand(self, oid: str) -> tuple[str, int, IO[bytes]]:
        found = self._object(oid)
        if found is None:
            raise ForgeError(f"Isi {oid[:12]} tidak ada lagi di GitHub.")
        return found

    def _object(self, oid: str) -> tuple[str, int, IO[bytes]] | None:
        """The kind and size of an object, and from where its bytes are to be read now."""
        if not _OID.fullmatch(oid):
            raise ForgeError("GitHub menyebut perubahan dengan nomor yang tidak dikenal.")
        if self.reader is None or self.reader.poll() is not None:
            self.reader = subprocess.Popen(
                self._command("cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=_environment({}),
            )  # fmt: skip
        put, get = self.reader.stdin, self.reader.stdout
        assert put
        assert get
        put.write(oid.encode() + b"\n")
        put.flush()
        found = _HEADER.fullmatch(get.readline())
        return (found[2].decode(), int(found[3]), get) if found else None

    def _command(self, *arguments: str) -> list[str]:
        return ["git", f"--git-dir={self.folder}", *arguments]

    def _git(
        self,
        *arguments: str,
        settings: Mapping[str, str] | None = None,
        variables: Mapping[str, str] | None = None,
        feed: bytes = b"",
    ) -> bytes:
        said = self._maybe(*arguments, settings=settings, variables=variables, feed=feed)
        if said is None:
            raise ForgeError(f"git {arguments[0]} gagal. Periksa sambungan dan kunci akses, lalu coba lagi.")
        return said

    def _maybe(
        self,
        *arguments: str,
        good: Sequence[int] = (0,),
        settings: Mapping[str, str] | None = None,
        variables: Mapping[str, str] | None = None,
        feed: bytes = b"",
    ) -> bytes | None:
        """What git says; ``None`` when it refuses or takes too long."""
        try:
            done = subprocess.run(
                self._command(*arguments),
                capture_output=True,
                timeout=SECONDS,
                env=_environment(settings or {}) | dict(variables or {}),
                input=feed,
                check=False,
            )
        except OSError as error:
            raise ForgeError("Program git tidak dapat dijalankan. Pasang git lebih dahulu.") from error
        except subprocess.TimeoutExpired:
            return None
        return done.stdout if done.returncode in good else None


def _credentials(address: str, token: str | None) -> dict[str, str]:
    """The key to one address; it travels in the environment, where no list of processes shows it."""
    if not token:
        return {}
    basic = b64encode(f"x-access-token:{token}".encode()).decode()
    return {f"http.{address}.extraHeader": f"Authorization: Basic {basic}"}


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of git: none of the user's configuration, ours by its variables."""
    ours = {"GIT_TERMINAL_PROMPT": "0", "GIT_ATTR_NOSYSTEM": "1", "LC_ALL": "C"}
    pairs = list({**_SETTINGS, **settings}.items())
    numbered = {f"GIT_CONFIG_KEY_{at}": key for at, (key, _) in enumerate(pairs)}
    numbered |= {f"GIT_CONFIG_VALUE_{at}": value for at, (_, value) in enumerate(pairs)}
    return own_environment() | ours | numbered | {"GIT_CONFIG_COUNT": str(len(pairs))}


def _parts(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """The bytes of an object piece by piece, and the line end behind them."""
    while size > 0 and (part := stream.read(min(size, _PIECE))):
        size -= len(part)
        yield part
    stream.read(1)


def _entry(line: bytes) -> tuple[str, tuple[str, str]]:
    meta, _, path = line.partition(b"\t")
    mode, _, oid = meta.split(b" ")
    return _path(path), (mode.decode(), oid.decode())


def _path(name: bytes) -> str:
    """A path as text; one that is no text keeps its bytes in a form that no rule accepts, and that no other path has."""
    return name.replace(b"\\", rb"\\").decode(errors="backslashreplace")
