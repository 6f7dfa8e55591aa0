"""The book as it lies here against the book as main has it on the forge: one of the two may have been rewritten."""

from collections.abc import Iterator, Mapping

from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import folder
from paraf.door.text import echo
from paraf.finding import Place

_MEANS = "Artinya salah satu dari keduanya ditulis ulang sesudah dicatat."
_REPAIR = (
    "Cocokkan sidik buku keduanya dengan yang tercetak di lembar pengesahan; yang tidak cocok dikembalikan dari riwayat"
    " repositori."
)


def unlike_main(here: Mapping[str, bytes], main: Mapping[str, bytes], year: int) -> Iterator[Problem]:
    """Files that both books have, by name, and that are not the same: a file of the book is never changed."""
    for name in sorted(here.keys() & main.keys()):
        if here[name] != main[name]:
            said = "Berkas buku ini tidak sama dengan yang ada pada naskah resmi di GitHub."
            yield Problem(Place(folder(year) + name, 1, 1), said, _MEANS, _REPAIR)


def only_one_has(here: Mapping[str, bytes], main: Mapping[str, bytes]) -> Iterator[str]:
    """Files that only one of the books has: sentences; one copy is behind the other."""
    if ahead := sorted(map(echo, main.keys() - here.keys())):
        yield f"Buku di GitHub sudah memuat {', '.join(ahead)}; salinan ini tertinggal."
    if own := sorted(map(echo, here.keys() - main.keys())):
        yield f"Salinan ini memuat {', '.join(own)}, yang belum ada pada naskah resmi di GitHub."
