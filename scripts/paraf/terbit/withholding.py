"""Hand-written pages that would publish a draft: a page that shares a sentence with a chapter not approved is not shown.

The gate asks the same of a pull request; here it is asked of what lies on main, however it came there.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from paraf.alur.leaks import shared, told_apart
from paraf.door.text import echo
from paraf.terbit.edition import Published

NOTICE = (
    "# Halaman ini belum ditampilkan\n\n"
    "Halaman ini memuat kalimat dari naskah LAKIP yang belum disetujui. Ia tampil lagi sesudah kalimat itu dihapus dari"
    " sini, atau sesudah naskahnya terbit.\n"
)


class Withheld(Struct, frozen=True):
    """A page that is not shown: its file, and the sentence of a draft that it holds."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return (
            f"docs/{self.path} tidak ditampilkan: memuat kalimat dari naskah yang belum disetujui, “{echo(self.sentence)}”."
            " Hapus kalimat itu dari halaman ini, atau tunggu naskahnya terbit."
        )


def withheld(pages: Mapping[str, bytes], drafts: Iterable[str], approved: Iterable[str]) -> tuple[Withheld, ...]:
    """The pages that hold a sentence of a draft; ``approved`` are texts that anybody may quote."""
    sentences = told_apart(drafts)
    held = {
        path: shared(data.decode(errors="replace"), sentences) for path, data in pages.items() if path.endswith(".md")
    }
    public = told_apart(approved) if any(held.values()) else {}
    own = {path: [said for words, said in found.items() if words not in public] for path, found in held.items()}
    return tuple(Withheld(path, said[0]) for path, said in own.items() if said)


def drafts_and_public(here: Iterable[str], published: Published) -> tuple[list[str], list[str]]:
    """Of the texts that lie here those that no edition has, and every text of the editions, as written and as read."""
    written = {
        data.decode(errors="replace")
        for edition in published.editions
        for path, data in edition.source.files.items()
        if path.endswith(".md")
    }
    read = [one.markdown for edition in published.editions for one in edition.expansion.chapters]
    return [text for text in here if text not in written], [*written, *read]
