"""A whole year of closings of the shipped office, made by hand: the book's tests need no engine."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from alur.story import base_policy
from alur.world import WIB, blob
from paraf.alur.book.line import Line, beginning, read_name, seal, written
from paraf.alur.book.verifying import Verified, verify
from paraf.alur.book.writing import additions
from paraf.alur.content import Covered, digest
from paraf.alur.facts import Blob, Policy
from paraf.alur.slots import proof_of
from paraf.alur.states import Closing, Deed
from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Paper

YEAR = 2025
BEGIN = datetime(2026, 1, 5, 8, tzinfo=WIB)
NOW = datetime(2026, 3, 2, 8, tzinfo=WIB)
POLICY = base_policy()
FILES = (
    *("nota-dinas.md", "laporan.yml", "individu.yml", "rencana-kerja.yml", "tanggapan.yml", "surat-pengantar.md"),
    *("01-kata-pengantar.md", "80-penutup.md", "data/kinerja.yml", "lampiran/daftar.yml"),
    *(f"bukti/{step}.yml" for step in ("a6", "a7", "a8", "b2", "b7", "b12", "b16", "b17")),
)
TREE: Mapping[str, Blob] = {f"lakip/{YEAR}/{name}": blob(name) for name in FILES}
"""The year as it lies here when all is done."""
EARLIER = {**TREE, f"lakip/{YEAR}/80-penutup.md": blob("rancangan")}
"""The year as the first draft had it."""


def account(role: str, policy: Policy = POLICY) -> int:
    """The account of the first term of a role."""
    key = next(term.orang for term in policy.officials.masa_jabatan if term.peran == role)
    return next(person.id for person in policy.officials.orang if person.kunci == key and person.id)


def covered(patterns: Sequence[str], tree: Mapping[str, Blob] = TREE) -> str:
    """The digest of some files of the year."""
    return digest(Covered(YEAR, tuple(patterns)), tree)


def closing_of(paper: Paper, number: int, begin: datetime, tree: Mapping[str, Blob], edition: int = 1) -> Closing:
    """One paper walked in the ordinary way, a deed an hour."""
    clock, review, deeds = begin, number * 1000, []
    content = covered(paper.mencakup, tree)

    def deed(step: str, one: AnyCondition, at: datetime) -> Deed:
        binds = covered(one.atas, tree) if isinstance(one, Approve) and one.atas else content
        approves = isinstance(one, Approve)
        filed = digest(proof_of(YEAR, step, edition), tree)
        return Deed(
            kind=one.__struct_config__.tag,  # type: ignore[arg-type]
            role=one.oleh,
            by=account(one.oleh),
            at=at,
            content=binds if approves else filed if isinstance(one, Evidence) else None,
            review=review if approves else None,
        )

    for stage in paper.langkah:
        done = []
        for one in stage.syarat:
            clock, review = clock + timedelta(hours=1), review + 1
            done.append(deed(stage.kode, one, clock))
        deeds.append((stage.kode, tuple(done)))
    return Closing(
        paper=paper.id,
        edition=edition,
        at=clock,
        pull=number,
        content=content,
        expanded=covered(("80-penutup.md",), tree),
        rules="0" * 64,
        deeds=tuple(deeds),
    )


def closings(last: Mapping[str, Blob] = TREE) -> list[Closing]:
    """Every paper of the year, three days each; only the first draft has another content."""
    found = []
    for number, paper in enumerate(POLICY.papers.naskah, start=1):
        again = any(later.mencakup[0] == paper.mencakup[0] for later in POLICY.papers.naskah[number:])
        begin = BEGIN + timedelta(days=3 * number)
        found.append(closing_of(paper, number, begin, EARLIER if again else last))
    return found


def books(done: Sequence[Closing] | None = None, policy: Policy = POLICY) -> dict[str, bytes]:
    """The book of the year."""
    return additions({}, (), closings() if done is None else done, policy, YEAR)


BOOKS = books()


def verified(found: Mapping[str, bytes], policy: Policy = POLICY, **others: Any) -> Verified:
    """What verifying says."""
    given: dict[str, Any] = {"now": NOW, "tree": TREE} | others
    return verify(found, given.pop("tree"), policy, YEAR, **given)


def said(found: Mapping[str, bytes], policy: Policy = POLICY, **others: Any) -> list[str]:
    """The problems as sentences without what they mean."""
    return [
        f"{one.place.file.rpartition('/')[2]}:{one.place.line} {one.said}"
        for one in verified(found, policy, **others).problems
    ]


def lines(data: bytes) -> list[Line]:
    """The lines of a file."""
    return [msgspec.json.decode(row, type=Line) for row in data.splitlines()]


def chained(files: Mapping[str, Sequence[Line]], year: int = YEAR) -> dict[str, bytes]:
    """Files whose chain is made anew: what a forger does who can write everything."""
    before, found = beginning(year), {}
    for name in sorted(files, key=lambda name: read_name(name) or (0, "")):
        rows = []
        for line in files[name]:
            row = written(msgspec.structs.replace(line, sebelum=before))
            before = seal(row)
            rows.append(row)
        found[name] = b"".join(rows)
    return found


class Forger(Struct, frozen=True):
    """Changes the lines of a book, and makes the chain anew or not."""

    rehash: bool

    def files(self, change: Callable[[dict[str, list[Line]]], None]) -> dict[str, bytes]:
        """The book after a change of its lines."""
        found = {name: lines(data) for name, data in BOOKS.items()}
        change(found)
        if self.rehash:
            return chained(found)
        return {name: b"".join(map(written, rows)) for name, rows in found.items()}

    def line(self, name: str, at: int, change: Callable[[Line], Line]) -> dict[str, bytes]:
        """The book with one line changed."""

        def one(found: dict[str, list[Line]]) -> None:
            found[name][at] = change(found[name][at])

        return self.files(one)


def with_deed(at: int, **changes: Any) -> Callable[[Line], Line]:
    """A line with one deed changed."""

    def change(line: Line) -> Line:
        deeds = list(line.tindakan)
        deeds[at] = msgspec.structs.replace(deeds[at], **changes)
        return msgspec.structs.replace(line, tindakan=tuple(deeds))

    return change


def all_lines(name: str, **changes: Any) -> Callable[[dict[str, list[Line]]], None]:
    """Every line of a file changed alike."""

    def change(found: dict[str, list[Line]]) -> None:
        found[name] = [msgspec.structs.replace(line, **changes) for line in found[name]]

    return change


def with_officials(**changes: Any) -> Policy:
    """The office with other officials."""
    return replace(POLICY, officials=msgspec.structs.replace(POLICY.officials, **changes))
