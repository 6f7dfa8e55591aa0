"""The public repository that holds nothing but the site, reached by a deploy key; pure plumbing, one commit a publication.

The key lies in a file of its own for as long as it is used, readable by nobody else. The server must show GitHub's own
host key, which is written here, so nobody in between is trusted at first sight.
"""

import os
import shlex
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from paraf.adapters.github.objects import ObjectStore
from paraf.adapters.github.transport import ForgeError
from paraf.door.regex import regex
from paraf.errors import UsageError
from paraf.terbit.delivery import ADDED, KEPT, source_of

HOST = "github.com"
HOST_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
"""GitHub's host key; its fingerprint is SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU.

Source: GitHub Docs, "GitHub's SSH key fingerprints". Should GitHub change it, every publication is refused until it is
changed here.
"""
WHO = "github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com"
_KEY = regex(
    r"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{40,20000}\n-----END ([A-Z]+ )?PRIVATE KEY-----\n"
)
_TIP = "refs/keluaran/ujung"
MOST_STEPS = 20
"""Commits on top of our last one that are looked through."""


class OutputRepository(ObjectStore):
    """One branch of it; ``shell`` is how SSH is called."""

    def __init__(self, folder: Path, name: str, branch: str, shell: str) -> None:
        super().__init__(folder)
        self.name, self.branch = name, branch
        self.address = f"ssh://git@{HOST}/{name}.git"
        self.over = {
            **{"protocol.http.allow": "never", "protocol.https.allow": "never", "protocol.ssh.allow": "always"},
            **{"core.sshCommand": shell, "ssh.variant": "ssh"},
        }

    def tip(self) -> str | None:
        """The commit on the branch; ``None`` where the branch is not there yet, as in an empty repository."""
        ref = f"refs/heads/{self.branch}"
        with self._told("dibuka"):
            if not self._git("ls-remote", "--quiet", "--end-of-options", self.address, ref, settings=self.over):
                return None
            self._git(
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance",
                "--end-of-options", self.address, f"+{ref}:{_TIP}", settings=self.over,
            )  # fmt: skip
        return self.ref(_TIP)

    def source(self, tip: str) -> str | None:
        """The commit of the papers that the last publication was built from; ``None`` where the tip holds something else.

        What GitHub itself commits when the address is set, and what somebody wrote and took back, are passed over.
        """
        oid = tip
        for _ in range(MOST_STEPS):
            commit = self.commit(oid)
            if len(commit.parents) <= 1 and (found := source_of(self.message(oid))):
                return found if self.changed(commit.tree, self.commit(tip).tree) <= {KEPT} else None
            if len(commit.parents) != 1:
                return None
            oid = commit.parents[0]
        return None

    def tree(self, files: Mapping[str, Path], tip: str | None) -> str:
        """The tree that holds exactly these files, and the address that stands at the tip."""
        paths = "".join(f"{path}\n" for path in files.values())
        said = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", feed=os.fsencode(paths))
        entries = dict(zip(files, said.decode().split(), strict=True))
        entries[ADDED] = self._git("hash-object", "-w", "--stdin").decode().strip()
        kept = self.files(self.commit(tip).tree).get(KEPT) if tip else None
        if kept and kept[0] == "100644":
            entries.setdefault(KEPT, kept[1])
        index = self.folder / f"indeks-{os.getpid()}"
        listed = "".join(f"100644 {oid}\t{path}\0" for path, oid in entries.items()).encode()
        variables = {"GIT_INDEX_FILE": str(index)}
        try:
            self._git("update-index", "-z", "--index-info", feed=listed, variables=variables)
            return self._git("write-tree", variables=variables).decode().strip()
        finally:
            index.unlink(missing_ok=True)

    def record(self, tree: str, tip: str | None, message: str, seconds: int) -> str:
        """A commit of that tree on top of the tip; of the same inputs it is the same. ``seconds`` is its moment."""
        parents = ("-p", tip) if tip else ()
        said = {"NAME": WHO[0], "EMAIL": WHO[1], "DATE": f"@{seconds} +0000"}
        people = {f"GIT_{who}_{what}": text for who in ("AUTHOR", "COMMITTER") for what, text in said.items()}
        return (
            self._git("commit-tree", tree, *parents, "-F", "-", feed=message.encode(), variables=people)
            .decode()
            .strip()
        )

    def deliver(self, commit: str, tip: str | None) -> None:
        """Put it on the branch, unless the branch moved since ``tip``."""
        ref = f"refs/heads/{self.branch}"
        with self._told("ditulis"):
            self._git(
                "push", "--quiet", f"--force-with-lease={ref}:{tip or ''}", "--end-of-options",
                self.address, f"{commit}:{ref}", settings=self.over,
            )  # fmt: skip

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except ForgeError as error:
            raise ForgeError(
                f"Repositori keluaran {self.name} tidak dapat {what}. Periksa berurutan: namanya di sop/instansi.yml; deploy key "
                "terpasang di repositori itu dengan Allow write access; isi rahasia KUNCI_KELUARAN lengkap dari baris BEGIN "
                "sampai END; cabangnya tidak dikunci. Lalu jalankan lagi."
            ) from error


@contextmanager
def shell_with(key: str) -> Iterator[str]:
    """How SSH is called with this key and with nothing else of this machine; the key's file is gone afterwards."""
    text = key.replace("\r\n", "\n").strip() + "\n"
    if not _KEY.fullmatch(text):
        raise UsageError(
            "KUNCI_KELUARAN tidak ada atau bukan kunci pribadi yang lengkap. Isinya seluruh berkas kunci, dari baris BEGIN "
            "sampai baris END; lihat halaman Menerbitkan untuk petugas TI."
        )
    with tempfile.TemporaryDirectory(prefix="kunci-", ignore_cleanup_errors=True) as made:
        files = {"kunci": text, "host": f"{HOST} {HOST_KEY}\n"}
        for name, content in files.items():
            handle = os.open(Path(made, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
                stream.write(content)
        yield shlex.join(_ssh(Path(made)))


def _ssh(folder: Path) -> Sequence[str]:
    settings = {
        "IdentitiesOnly": "yes",
        "IdentityAgent": "none",
        "BatchMode": "yes",
        "StrictHostKeyChecking": "yes",
        "HostKeyAlgorithms": HOST_KEY.partition(" ")[0],
        "UserKnownHostsFile": (folder / "host").as_posix(),
        "GlobalKnownHostsFile": os.devnull,
        "UpdateHostKeys": "no",
        "ConnectTimeout": "20",
    }
    options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
    return ["ssh", "-F", os.devnull, "-T", "-i", (folder / "kunci").as_posix(), *options]
