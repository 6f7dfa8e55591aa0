"""The facts of a report year from GitHub: which pull requests belong to it, what they hold, what the rules say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import cached_property, partial
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from paraf.adapters.clock import office_zone
from paraf.adapters.github.client import Client
from paraf.adapters.github.contents import content_of, heads_of, years_of
from paraf.adapters.github.judge import Judge, Texts, final_tree
from paraf.adapters.github.objects import ObjectStore
from paraf.adapters.github.reading import (
    Edits,
    edits_of,
    merged_by_commit,
    merged_with,
    movements,
    open_pulls,
    record_of,
)
from paraf.adapters.github.transport import ForgeError
from paraf.adapters.github.trees import Trees
from paraf.alur.book.line import read_name
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import recorded
from paraf.alur.content import LARGEST_FILE, below
from paraf.alur.facts import Appointment, Facts, Policy, Pull
from paraf.errors import DataError, UsageError
from paraf.gerbang.answers import PullAnswer, PullRecord
from paraf.gerbang.branch import Main
from paraf.gerbang.policy import officials_of, policy_of
from paraf.gerbang.pulls import Content, Judgement, pull_of
from paraf.laporan.report import IDENTITY
from paraf.sop.repository import OFFICIALS, Repository, read_repository, wanted

MAIN = "main"
UNREAD = Content(versions=(), paths=frozenset())
_TIP = "refs/objek/main"


class Gathered(Struct, frozen=True):
    """A year's facts with the rules they are judged by, and what GitHub said about each pull request in them."""

    facts: Facts
    policy: Policy
    repo: Repository
    records: Mapping[int, PullRecord]


class Forge:
    """One look at a repository: everything in it is read once, and as of one moment; first of all ``read``.

    It is left like a file that was opened.
    """

    def __init__(self, client: Client, store: ObjectStore, address: str, token: str | None, now: datetime) -> None:
        self.client, self.store, self.address, self.token = client, store, address, token
        self.now = now
        self.trees = Trees(store)
        self.texts: Texts = {}
        self.contents: dict[int, Content] = {}
        self.records: dict[int, PullRecord] = {}
        self.gathered: dict[int, Gathered] = {}
        self.pulls = {pull.number: pull for pull in open_pulls(client)}
        self.merged: frozenset[int] = frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.store.close()

    def read_main(self) -> None:
        """Read main alone."""
        self._fetch([f"+refs/heads/{MAIN}:{_TIP}"])

    def unlike_main(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of these files that main does not have so."""
        tree = self.trees.of(self.main.tip)
        return {path: data for path, data in files.items() if self.trees.file(tree, path) != data}

    def send(self, branch: str, files: Mapping[str, bytes], message: str, by: str) -> None:
        """Put files on a new branch that begins at main."""
        commit = self.store.add(self.main.tip, files, message, by)
        self.store.push(self.address, self.token, commit, branch)

    def read(self) -> None:
        """Read main and every open pull request."""
        self.read_main()
        self._fetch_heads(list(self.pulls))
        self._read(list(self.pulls.values()))

    def read_merged(self, label: str) -> None:
        """Read what was merged for no year and still has a label, so that its page can say that it is over.

        No verdict of anything else needs it: what cannot be read now is read the next time.
        """
        with suppress(ForgeError):
            self._read([pull for pull in merged_with(self.client, label) if pull.number not in self.pulls])
        for number in self.records.keys() - self.pulls.keys():
            if self.records[number].unread or years_of(self.contents[number].paths):
                del self.records[number], self.contents[number]
        self.merged = frozenset(self.records.keys() - self.pulls.keys())

    @cached_property
    def main(self) -> Main:
        """Main as it moved."""
        tip = self.store.ref(_TIP)
        if tip is None:
            raise ForgeError(f"Cabang {MAIN} tidak ada di GitHub.")
        return Main(tuple(reversed(movements(self.client, MAIN))), tip)

    @cached_property
    def office(self) -> Repository:
        """The office's rules as main has them now (invariant 4)."""
        folder = self.trees.folder(self.trees.of(self.main.tip), "sop")
        return read_repository({f"sop/{name}": data for name, data in folder.items() if wanted(f"sop/{name}")})

    @cached_property
    def zone(self) -> tzinfo:
        """The office's time zone."""
        return office_zone(self.office.office.zona_waktu.nama)

    def years(self) -> tuple[int, ...]:
        """The years of the open pull requests, the newest one that main has, and those whose book has begun but not ended.

        Nobody looks at a year that was imported with its text: it has no book.
        """
        papers = self.office.papers.value.naskah[-1:] if self.office.papers else ()
        files = self.store.files(self.trees.of(self.main.tip))
        there = years_of(files)
        going = set()
        for year in there[:-1]:
            names = (read_name(path.removeprefix(folder(year))) for path in files if path.startswith(folder(year)))
            noted = {name[1] for name in names if name}
            going |= {year} if noted and not noted.issuperset(paper.id for paper in papers) else set()
        # One that touches several years is refused in the first of them already.
        asked = {year for content in self.contents.values() for year in years_of(content.paths)[:1]}
        return tuple(sorted(asked | going | set(there[-1:])))

    def opened(self, year: int) -> bool:
        """Whether main has a year, or none at all; anybody can open a pull request for any other."""
        there = years_of(self.store.files(self.trees.of(self.main.tip)))
        return year in there or not there

    def concerns(self, number: int, year: int) -> bool:
        """Whether an open pull request touches a year."""
        return number in self.contents and year in years_of(self.contents[number].paths)

    def year(self, year: int) -> Gathered:
        """The facts of a year: what came to main for it, what is open for it, and what belongs to no year."""
        if year not in self.gathered:
            self.gathered[year] = self._year(year)
        return self.gathered[year]

    def _year(self, year: int) -> Gathered:
        appointments = [(commit, merged_by_commit(self.client, commit)) for commit in self._history(OFFICIALS)]
        merged = [merged_by_commit(self.client, commit) for commit in self._history(below(year))]
        came = {pull.number: pull for pull in [*merged, *(pull for _, pull in appointments)] if pull}
        self._read([pull for number, pull in came.items() if number not in self.records])
        mine = [number for number in self.records if number in came or self._belongs(number, year)]
        tip = self.trees.of(self.main.tip)
        identity = self.trees.file(tip, below(year) + IDENTITY)
        why = None
        try:
            repo, policy = policy_of(self.office, year, identity, partial(self.trees.folder, tip))
        except (
            UsageError,
            DataError,
        ) as error:  # what belongs to the year waits; what mends its rules is judged by today's
            why = f"aturan tahun {year} tidak dapat dibaca ({' '.join(str(error).split())})".rstrip(".")
            repo, policy = policy_of(self.office, year, None, partial(self.trees.folder, tip))
        main = {} if why else self.trees.below(tip, [below(year)])
        books = {path: blob for path, blob in main.items() if path.startswith(folder(year))}
        # Of a year whose rules cannot be read the book still tells who did what.
        others = [other for other in years_of(self.store.files(tip)) if why or other != year]
        past = self.trees.below(tip, map(folder, others)) if others else {}
        texts = {path: self.trees.file(tip, path) or b"" for path in (*books, *past)}
        by_name = {path.removeprefix(folder(year)): texts[path] for path in books}
        noted = {one.pull for one in recorded(by_name, policy, year, now=self.now.astimezone(self.zone))}
        facts = Facts(
            year=year,
            # What a sound book records is done: what the checks would say of it now is not asked again.
            pulls=tuple(
                self._unruled(self._pull(repo, policy, number, read=number not in noted), why)
                for number in sorted(mine)
            ),
            main=main,
            past=past,
            texts={blob.sha256: texts[path] for path, blob in (*books.items(), *past.items())},
            appointments=tuple(self._appointments(appointments)),
        )
        return Gathered(facts, policy, repo, {number: self.records[number] for number in mine})

    def chapters(self, number: int | None, year: int) -> Iterator[str]:
        """The texts of a year's chapters, as main or an open pull request has them."""
        tree = self.trees.of(self.main.tip) if number is None else self._final(number)
        for name, data in self.trees.year(tree, year).items():
            if name.endswith(".md"):
                yield data.decode(errors="replace")

    def page(self, number: int, path: str) -> tuple[str, str]:
        """A page as a pull request has it, and as main has it; one too large to be taken is not looked into."""
        trees = (self._final(number), self.trees.of(self.main.tip))
        small = all(self.trees.size(tree, path) <= LARGEST_FILE for tree in trees)
        found = (self.trees.file(tree, path) if small else None for tree in trees)
        now, then = ((data or b"").decode(errors="replace") for data in found)
        return now, then

    def _fetch(self, specs: Sequence[str]) -> None:
        for at in range(0, len(specs), 100):
            self.store.fetch(self.address, self.token, specs[at : at + 100])

    def _fetch_heads(self, numbers: Sequence[int]) -> None:
        """Get the heads of pull requests; one that Git does not take does not keep the others away."""
        try:
            self._fetch([_head_ref(number) for number in numbers])
        except ForgeError:
            half = len(numbers) // 2
            for part in (numbers[:half], numbers[half:]) if half else ():
                self._fetch_heads(part)

    def _read(self, pulls: Sequence[PullAnswer]) -> None:
        """Read pull requests whole, and get the objects that they speak of."""
        edits = edits_of(self.client, [pull.number for pull in pulls])
        records = [self._record(pull, edits[pull.number]) for pull in pulls]
        heads = {head: record.pull.number for record in records for head in heads_of(record, self.main)}
        lost = {head: number for head, number in heads.items() if not self.store.has(head)}
        if lost:
            self._fetch_heads(sorted(set(lost.values())))
        for head in [head for head in lost if not self.store.has(head)]:
            try:
                self._fetch([f"+{head}:refs/objek/lama/{head}"])
            except ForgeError:
                continue  # told where the content is read
        for record in records:
            self.records[record.pull.number], self.contents[record.pull.number] = self._content(record)

    def _record(self, pull: PullAnswer, edits: Edits) -> PullRecord:
        """Everything about a pull request. One open one that cannot be read does not keep the others from being judged;
        without a merged one nobody knows how far the year is."""
        try:
            return record_of(self.client, pull, edits)
        except ForgeError as error:
            if pull.merged_at:
                raise
            return PullRecord.nothing(pull, str(error).rstrip("."))

    def _content(self, record: PullRecord) -> tuple[PullRecord, Content]:
        """The content of a pull request; the rule of ``_record`` holds for what Git says, too."""
        if record.unread:
            return record, UNREAD
        try:
            return record, content_of(self.store, record, self.main)
        except ForgeError as error:
            if record.pull.merged_at:
                raise
            return PullRecord.nothing(record.pull, str(error).rstrip(".")), UNREAD

    def _history(self, path: str) -> list[str]:
        """The commits of main that changed a path, oldest first."""
        return self.store.history("--first-parent", "--reverse", "--end-of-options", self.main.tip, "--", path)

    def _belongs(self, number: int, year: int) -> bool:
        """Whether an open pull request is judged with a year: it touches it, or none at all."""
        years = years_of(self.contents[number].paths)
        return number in self.merged or (number in self.pulls and (not years or year in years))

    def _appointments(self, found: Iterable[tuple[str, PullAnswer | None]]) -> Iterator[Appointment]:
        """The commits that changed the officials, in main's own order whatever dates they claim."""
        last = datetime.min.replace(tzinfo=self.zone)
        for commit, pull in found:
            last = max(last, self.store.commit(commit).at.astimezone(self.zone))
            officials = officials_of(self.trees.file(self.trees.of(commit), OFFICIALS))
            yield Appointment(commit, last, pull.number if pull else None, officials)

    def _pull(self, repo: Repository, policy: Policy, number: int, *, read: bool) -> Pull:
        record, content = self.records[number], self.contents[number]
        if not content.versions and not record.pull.merged_at:  # nothing of it is there to be judged
            return pull_of(record, content, Judgement(checks={}, sheets={}), self.zone)
        judge = Judge(self.trees, repo, policy.papers, self.main.tip, self.now.astimezone(self.zone), self.texts)
        return pull_of(record, content, judge.of(record.pull, content.paths, read=read), self.zone)

    def _unruled(self, pull: Pull, why: str | None) -> Pull:
        """A pull request of a year whose rules cannot be read is not judged."""
        return replace(pull, missing=(*pull.missing, why)) if why and years_of(pull.paths) else pull

    def _final(self, number: int) -> str:
        return final_tree(self.trees, self.records[number].pull, self.main.tip)


def _head_ref(number: int) -> str:
    return f"+refs/pull/{number}/head:refs/objek/pr/{number}"
