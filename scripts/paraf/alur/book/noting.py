"""A *PR catatan*: it only adds files to the book, and passes only if they are, byte for byte, what is recomputed here."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from paraf.alur.book.line import FOLDER
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import recorded
from paraf.alur.book.writing import additions
from paraf.alur.content import REGULAR
from paraf.alur.facts import Blob, Facts, Policy, Tree
from paraf.alur.states import Closing


def books_of(facts: Facts, tree: Tree | None = None, year: int | None = None) -> dict[str, bytes]:
    """The files of a year's book by name, as main (or another tree) holds them; without ``year`` of the year of the facts.

    Raises ``KeyError`` with the path of a file whose bytes are not among the facts.
    """
    there = folder(year or facts.year)
    found = {}
    for path, blob in (facts.main if tree is None else tree).items():
        if path.startswith(there):
            if blob.sha256 not in facts.texts:
                raise KeyError(path)
            found[path.removeprefix(there)] = facts.texts[blob.sha256]
    return found


def facts_of(books: Mapping[str, bytes], year: int) -> Facts:
    """What a book alone attests of a year, without its forge."""
    blobs = {folder(year) + name: Blob(REGULAR, _sha256(data), len(data)) for name, data in books.items()}
    texts = {blobs[folder(year) + name].sha256: data for name, data in books.items()}
    return Facts(year=year, pulls=(), main=blobs, texts=texts, live=False)


def lacking(
    books: Mapping[str, bytes],
    closings: Iterable[Closing],
    policy: Policy,
    year: int,
    *,
    now: datetime,
) -> dict[str, bytes] | str:
    """The files that the book still lacks, by name, in merge order; or the sentence why it cannot be continued."""
    done = recorded(books, policy, year, now=now)
    if books and not done:
        return f"Buku tahun {year} tidak utuh, jadi tidak dapat dilanjutkan. Sebabnya disebut perintah 'paraf verifikasi {year}'."
    closings = list(closings)
    new = [one for one in closings if (one.paper, one.edition) not in {(two.paper, two.edition) for two in done}]
    if done and new and min(one.at for one in new) < done[-1].at:
        last = next(one.nama for one in policy.papers.naskah if one.id == done[-1].paper)
        return (
            f"Ada naskah yang selesai sebelum {last} tetapi belum tercatat, sedangkan {last} sudah tercatat."
            " Batalkan catatan yang terakhir dari riwayat repositori, lalu catat menurut urutan selesainya."
        )
    return additions(books, done, closings, policy, year)


def catatan_problems(tree: Tree, main: Tree, expected: Mapping[str, bytes] | str, year: int) -> Iterator[str]:
    """Why a pull request that touches the book may not pass: sentences, none where it may.

    ``tree`` is what main would hold after it, ``main`` what it holds, ``expected`` what ``lacking`` told of main's book. It
    may bring the first of the lacking files or all of them, in merge order.
    """
    if isinstance(expected, str):
        yield expected
        return
    there = folder(year)
    if others := sorted(
        path for path in tree.keys() | main.keys() if not path.startswith(there) and tree.get(path) != main.get(path)
    ):
        yield f"PR catatan hanya menambah berkas di {FOLDER}/. Keluarkan dari PR ini: {', '.join(others[:5])}."
    for path in sorted(path for path in main if path.startswith(there)):
        if tree.get(path) != main[path]:
            yield f"{path} sudah tercatat, jadi tidak boleh diubah atau dihapus. Kembalikan seperti semula."
    new = sorted(path for path in tree if path.startswith(there) and path not in main)
    yield from _new(new, tree, expected, there)


def _new(new: Collection[str], tree: Tree, expected: Mapping[str, bytes], there: str) -> Iterator[str]:
    wanted = [there + name for name in expected]
    for path in new:
        if path not in wanted:
            yield f"{path} bukan catatan yang belum ada. {_next(wanted)}"
        elif (blob := tree[path]).mode != REGULAR or blob.sha256 != _sha256(expected[path.removeprefix(there)]):
            yield f"Isi {path} tidak sama dengan hasil hitung ulang. Tulis ulang dengan perintah 'paraf catat'."
    brought = [path for path in wanted if path in new]
    if brought != wanted[: len(brought)]:
        yield f"Catatan ditambahkan menurut urutan selesainya naskah. {_next(wanted)}"
    if not new:
        yield f"PR ini tidak menambah catatan. {_next(wanted)}"


def _next(wanted: list[str]) -> str:
    return f"Yang berikutnya: {wanted[0]}." if wanted else "Semua naskah yang selesai sudah tercatat."


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
