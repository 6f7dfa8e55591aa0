"""What is told of a branch that was sent: the address at which a person opens the pull request, with its form filled in."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from paraf.door.regex import regex
from paraf.views.forge.links import Forge
from paraf.views.html import md
from paraf.views.words import listed

_BOOK = regex(r"lakip/20[0-9]{2}/buku/.+")
_YEAR = regex(r"lakip/(20[0-9]{2})/.+")
SHOWN = 20


class Sent(Struct, frozen=True):
    """The address, and the same in words for the summary of a run."""

    address: str
    text: str


def title_of(paths: Collection[str]) -> str:
    """What a pull request with these files is called, until the gate gives it its title."""
    years = listed(sorted({found[1] for path in paths if (found := _YEAR.fullmatch(path))}))
    return f"{'Catatan buku kendali' if all(map(_BOOK.fullmatch, paths)) else 'Tahun laporan'} {years}".rstrip()


def sent_summary(page: str, branch: str, title: str, paths: Sequence[str]) -> Sent:
    """``page`` is the repository in a browser."""
    body = (
        "Berkas di PR ini dibuat oleh program; gerbang meluluskannya hanya bila sama persis dengan hitungannya sendiri."
    )
    address = Forge(page).begin(branch, title, body)
    files = [f"- {md(path)}" for path in paths[:SHOWN]]
    if len(paths) > SHOWN:
        files.append(f"- dan {len(paths) - SHOWN} lagi")
    lines = [
        f"## {md(title)}",
        f"**[Buka PR-nya]({address})**, lalu tekan **Create pull request**. PR itu atas nama Anda.",
        "Berkasnya:",
        "\n".join(files),
    ]
    return Sent(address, "\n\n".join(lines) + "\n")
