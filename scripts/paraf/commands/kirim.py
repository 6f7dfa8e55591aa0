"""``paraf kirim``: what a command made below ``lakip/`` goes to a new branch on GitHub; a person opens the pull request."""

from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import Kind, append, demand, folder_below, walk
from paraf.adapters.github.environment import open_forge, repository_address
from paraf.alur.content import LARGEST_FILE, REPORTS
from paraf.commands.console import echo, narrate, result
from paraf.door.regex import regex
from paraf.errors import UsageError
from paraf.views.forge.sending import sent_summary, title_of

_BRANCH = regex(r"(?!refs/)[a-z0-9][a-z0-9-]{0,40}(?:/[a-z0-9][a-z0-9-]{0,40}){1,3}")
_BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"


def kirim(root: Path, branch: str, summary: str | None) -> int:
    """Push what main does not have so, and say how it becomes a pull request; that is added to ``summary``, too."""
    if not _BRANCH.fullmatch(branch):
        raise UsageError(f"'{echo(branch)}' bukan nama cabang yang dapat dipakai. Contoh: catat/2026-1.")
    with open_forge(root, now()) as forge:
        forge.read_main()
        files = forge.unlike_main(_files(root))
        if files:
            narrate(f"Mengirim {len(files)} berkas ke cabang {branch} …")
            forge.send(branch, files, title_of(files), _BOT)
    if not files:
        result("Tidak ada yang baru, jadi tidak ada yang dikirim.")
        return 0
    told = sent_summary(repository_address(), branch, title_of(files), sorted(files))
    result(told.address)
    if summary is not None:
        append(Path(summary), told.text)
    return 0


def _files(root: Path) -> dict[str, bytes]:
    """The files below ``lakip/`` as they lie here."""
    folder = folder_below(root, REPORTS.rstrip("/"))
    found = list(walk(folder)) if folder else []
    for path in found:
        demand(Kind.FILE, path, root)
    paths = [path for path in found if path.stat().st_size <= LARGEST_FILE]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
