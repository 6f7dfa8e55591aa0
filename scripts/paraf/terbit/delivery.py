"""What decides whether a finished site is delivered, and as what; pure.

A run may publish only what is the tip of main while it runs: a run of another branch, and an old run that somebody starts
again, would bring back what was withdrawn since (threats T70, T88).
"""

from collections.abc import Iterable

from paraf.door.regex import regex
from paraf.door.text import INVISIBLE, echo

MAIN = "refs/heads/main"
KEPT = "CNAME"
"""The one file of an output repository that GitHub itself writes: the address of its own that the office asked for."""
ADDED = ".nojekyll"
"""Tells GitHub to show the files of a branch as they are."""
MARK = ".paraf"
LONGEST_PATH = 1000
_SOURCE = regex(r"^Sumber: ([0-9a-f]{40})$")
_SLASHED = frozenset('\\:*?"<>|')


def refused(ref: str, commit: str, tip: str, here: str | None) -> str | None:
    """Why a run may not publish; ``None``: it may. ``here`` is the commit that lies checked out."""
    if ref != MAIN:
        named = echo(ref.removeprefix("refs/heads/")) or "cabang yang tidak disebut"
        return f"Yang diterbitkan hanya main, bukan {named}. Jalankan lagi: Actions, terbit, Run workflow, cabang main."
    if commit != tip:
        return (
            f"Jalan ini membawa {commit[:12]}, padahal ujung main sekarang {tip[:12]}. Yang lama tidak diterbitkan lagi. "
            "Bila sesudah itu tidak ada jalan yang lebih baru: Actions, terbit, Run workflow, cabang main."
        )
    if here != commit:
        return f"Yang diambil dari repositori bukan {commit[:12]}, tetapi {(here or 'tidak ada')[:12]}. Jalankan lagi."
    return None


def unfit(paths: Iterable[str]) -> list[str]:
    """The paths that no site of ours has: ones that steer Git or a server, that leave the folder, that no system can hold."""
    return [path for path in paths if not _fit(path)]


def _fit(path: str) -> bool:
    parts = path.split("/")
    if path != MARK and any(part.startswith(".") or part.casefold() == "git~1" for part in parts):
        return False
    return (
        all(parts)
        and len(path.encode(errors="surrogatepass")) <= LONGEST_PATH
        and path.isprintable()
        and not INVISIBLE.search(path)
        and not _SLASHED & set(path)
    )


def message(source: str) -> str:
    """What a commit of an output repository says: which commit of the papers it was built from, and nothing of them."""
    return f"Terbit dari {source[:12]}\n\nSumber: {source}\n"


def source_of(text: str) -> str | None:
    """The commit that such a message names; ``None`` where it is none of ours."""
    lines = text.rstrip("\n").split("\n")
    found = _SOURCE.match(lines[-1])
    return found[1] if found and text.rstrip("\n") == message(found[1]).rstrip("\n") else None
