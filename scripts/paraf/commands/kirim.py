"""``paraf kirim``: what a command made below ``lakip/`` goes to a new branch on GitHub; a person opens the pull request."""

import re
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import append, folder_below, walk
from paraf.adapters.github.environment import open_forge, repository_address
from paraf.alur.content import LARGEST_FILE, REPORTS
from paraf.commands.console import echo, result
from paraf.errors import UsageError

_BRANCH = re.compile(r"[a-z0-9][a-z0-9-]{0,40}(?:/[a-z0-9][a-z0-9-]{0,40}){1,3}")
_BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"


def kirim(root: Path, branch: str, summary: str | None) -> int:
    """Push what main does not have so, and say how it becomes a pull request; that is added to ``summary``, too."""
    if not _BRANCH.fullmatch(branch):
        raise UsageError(f"'{echo(branch)}' bukan nama cabang yang dapat dipakai. Contoh: catat/2026-1.")
    with open_forge(root, now()) as forge:
        forge.read_main()
        files = forge.unlike_main(_files(root))
        if files:
            forge.send(branch, files, f"{branch}: {len(files)} berkas", _BOT)
    told = "Tidak ada yang baru, jadi tidak ada yang dikirim."
    if files:
        link = f"{repository_address()}/compare/main...{branch}?quick_pull=1"
        told = f"{len(files)} berkas dikirim ke cabang {branch}. Buka PR-nya: {link}"
    result(told)
    if summary is not None:
        append(Path(summary), f"{told}\n")
    return 0


def _files(root: Path) -> dict[str, bytes]:
    """The files below ``lakip/`` as they lie here."""
    folder = folder_below(root, REPORTS.rstrip("/"))
    paths = [path for path in walk(folder) if path.stat().st_size <= LARGEST_FILE] if folder else []
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
