"""What is wrong with a book, for somebody who has never seen such a file: what, what it means, what to do."""

from msgspec import Struct

from paraf.finding import Place


class Problem(Struct, frozen=True, order=True):
    """One problem: ``said`` is what is wrong, ``means`` why it matters, ``repair`` what to do; whole sentences."""

    place: Place
    said: str
    means: str
    repair: str

    def __str__(self) -> str:
        return f"{self.place.file}, baris {self.place.line}: {self.said} {self.means} {self.repair}"


RESTORE = (
    "Kembalikan berkas ini seperti semula dari riwayat repositori (halaman berkas, History), lalu verifikasi lagi;"
    " baris buku tidak pernah disunting."
)
ASK = (
    "Cocokkan dengan lembar pengesahan yang tercetak dan riwayat repositori; bila bukunya yang berubah, kembalikan"
    " seperti semula."
)
CHANGED = "Artinya baris ini pernah diubah sesudah dicatat, atau tidak ditulis oleh program."
"""Meanings and repairs that several problems share."""
