"""A whole book, verified without the forge: form, chain, steps, times, people, order, contents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from paraf.alur.book.checking import Checker
from paraf.alur.book.contents import Compared, compared, content_problems
from paraf.alur.book.line import beginning
from paraf.alur.book.ordering import order_problems, turns
from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Volume, folder, read_books
from paraf.alur.facts import Policy, Tree
from paraf.alur.states import Closing
from paraf.finding import Place


class Verified(Struct, frozen=True, kw_only=True):
    """What verifying found. ``contents`` stands beside ``volumes``; it is empty where there are problems before it.

    ``seal`` is the SHA-256 of the last line: who keeps it elsewhere can tell later whether any line was changed.
    """

    problems: tuple[Problem, ...]
    volumes: tuple[Volume, ...]
    contents: tuple[Compared, ...]
    seal: str


def verify(
    books: Mapping[str, bytes],
    tree: Tree,
    policy: Policy,
    year: int,
    *,
    now: datetime,
    kept: Sequence[str] = (),
) -> Verified:
    """Verify the book of a year.

    ``books`` are the files of its folder by name, ``tree`` the year's files as they lie here, ``now`` the present in the
    office's own time zone, ``kept`` digests of lines that somebody noted elsewhere (on a printed sheet): each must still be
    there.
    """
    volumes, problems = _judged(books, policy, year, now)
    problems += _kept_problems(volumes, kept, year)
    contents: list[Compared] = []
    if not problems:
        contents = compared(volumes, policy.papers.naskah, tree, year)
        problems += content_problems(volumes, policy.papers.naskah, tree, year, contents)
    seal = volumes[-1].entries[-1].seal if volumes else beginning(year)
    return Verified(problems=tuple(sorted(problems)), volumes=tuple(volumes), contents=tuple(contents), seal=seal)


def recorded(books: Mapping[str, bytes], policy: Policy, year: int, *, now: datetime) -> tuple[Closing, ...]:
    """The papers that a valid book says are done, in merge order; none where anything in it is wrong.

    What lies in the tree is not asked: a later change there does not undo what was done.
    """
    volumes, problems = _judged(books, policy, year, now)
    return () if problems else tuple(volume.closing() for volume in volumes)


def _judged(books: Mapping[str, bytes], policy: Policy, year: int, now: datetime) -> tuple[list[Volume], list[Problem]]:
    volumes, problems = read_books(books, year)
    if not problems:
        checker = Checker(policy, year, now)
        for volume, turn in zip(volumes, turns(volumes, policy.papers.naskah), strict=True):
            problems += checker.problems(volume, turn)
        problems += order_problems(volumes, policy.papers.naskah)
    return volumes, problems


def _kept_problems(volumes: Sequence[Volume], kept: Sequence[str], year: int) -> Iterator[Problem]:
    there = {entry.seal for volume in volumes for entry in volume.entries}
    for noted in kept:
        if re.sub(r"\s", "", noted).lower() not in there:
            said = f"Tidak ada baris buku dengan sidik jari {noted}."
            means = "Artinya buku ini bukan buku yang sidik jarinya pernah dicatat, atau barisnya diubah sesudah itu."
            repair = "Periksa dulu penulisan sidik jarinya; bila benar, kembalikan buku dari riwayat repositori."
            yield Problem(Place(folder(year), 1, 1), said, means, repair)
