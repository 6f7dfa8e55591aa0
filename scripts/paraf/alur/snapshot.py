"""Facts as a JSON file and back: what the gate read once can be judged again anywhere, without the forge."""

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from msgspec import Struct

from paraf.alur import snapshot_form as form
from paraf.alur.facts import (
    Appointment,
    Blob,
    Comment,
    Facts,
    Merged,
    Naming,
    Pull,
    Ready,
    Review,
    ReviewState,
    Span,
    Tree,
    Version,
)
from paraf.alur.snapshot_write import RESULTS
from paraf.door.jsons import load_json
from paraf.errors import DataError, Fault
from paraf.finding import Place
from paraf.sop.forms.officials import OfficialsFile

MOST_BYTES = 20_000_000
"""Bytes of a snapshot; an ordinary year has less than 200,000."""
_STATES: Mapping[str, ReviewState] = {word: state for state, word in RESULTS.items()}
_AGAIN = "ambil lagi berkas faktanya; jangan disunting dengan tangan"


class Snapshot(Struct, frozen=True):
    """Facts, and when they were read (``None``: the file does not say)."""

    facts: Facts
    read: datetime | None


def read_facts(data: bytes, file: str = "fakta.json") -> Facts:
    """The facts of a snapshot file; raises ``DataError`` with every fault."""
    return read_snapshot(data, file).facts


def read_snapshot(data: bytes, file: str = "fakta.json", zone: tzinfo | None = None) -> Snapshot:
    """The same with the moment of reading; with ``zone`` every moment is told in it, so that its day is the office's."""
    written, faults = load_json(form.SnapshotFile, file, data, MOST_BYTES)
    if written is None:
        raise DataError(faults)
    faults = [Fault(Place(file, 1, 1), f"{path}: {said}", _AGAIN) for path, said in _mistakes(written)]
    if faults:
        raise DataError(faults)
    return _Reader(written, zone).snapshot()


def _mistakes(written: form.SnapshotFile) -> Iterator[tuple[str, str]]:
    """What the types cannot say: places that exist, bytes that are what they are called, numbers that are used once."""
    for at, tree in enumerate(written.pohon):
        if tree.dari is not None and tree.dari >= at:
            yield f"pohon[{at}].dari", "menunjuk pohon yang belum ada"
    trees, officials = len(written.pohon), len(written.petugas)
    indexes = [("utama", written.utama, trees)]
    indexes += [("buku_lain", written.buku_lain, trees)] if written.buku_lain is not None else []
    numbers: set[int] = set()
    for at, pull in enumerate(written.pr):
        here = f"pr[{at}]"
        if pull.nomor in numbers:
            yield f"{here}.nomor", f"PR #{pull.nomor} ditulis dua kali"
        numbers.add(pull.nomor)
        indexes += [(f"{here}.versi[{number}].pohon", one.pohon, trees) for number, one in enumerate(pull.versi)]
        indexes += [(f"{here}.disatukan.pohon", pull.disatukan.pohon, trees)] if pull.disatukan else []
        named = (("petugas", pull.petugas), ("usulan_petugas", pull.usulan_petugas))
        indexes += [(f"{here}.{key}", index, officials) for key, index in named if index is not None]
    held = ((f"pengangkatan[{at}].petugas", one.petugas) for at, one in enumerate(written.pengangkatan))
    indexes += [(where, index, officials) for where, index in held if index is not None]
    yield from ((path, "menunjuk tempat yang tidak ada") for path, index, most in indexes if index >= most)
    for sha256, text in written.teks.items():
        if _sha256(text.encode()) != sha256:
            yield f"teks.{sha256[:12]}", "isinya tidak cocok dengan sidik jarinya"
    for sha256, text in written.bita.items():
        try:
            sound = _sha256(base64.b64decode(text, validate=True)) == sha256
        except (binascii.Error, ValueError):
            sound = False
        if not sound:
            yield f"bita.{sha256[:12]}", "isinya tidak cocok dengan sidik jarinya"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class _Reader:
    """Turns a sound file into facts."""

    def __init__(self, written: form.SnapshotFile, zone: tzinfo | None) -> None:
        self.written = written
        self.zone = zone
        self.blobs: dict[str, Blob] = {}
        self.trees: list[Tree] = []
        for tree in written.pohon:
            before = dict(self.trees[tree.dari]) if tree.dari is not None else {}
            for path in tree.tanpa:
                before.pop(path, None)
            self.trees.append(before | {path: self.blob(text) for path, text in tree.isi.items()})

    def snapshot(self) -> Snapshot:
        """Everything."""
        written = self.written
        texts = {sha256: text.encode() for sha256, text in written.teks.items()}
        facts = Facts(
            year=written.tahun,
            pulls=tuple(map(self.pull, written.pr)),
            main=self.trees[written.utama],
            texts=texts | {sha256: base64.b64decode(text) for sha256, text in written.bita.items()},
            appointments=tuple(
                Appointment(one.commit, self.at(one.waktu), one.pr, self.officials(one.petugas))
                for one in written.pengangkatan
            ),
            live=written.langsung,
            past=self.trees[written.buku_lain] if written.buku_lain is not None else {},
        )
        return Snapshot(facts, self.maybe(written.dibaca))

    def at(self, moment: datetime) -> datetime:
        """A moment as the office tells it."""
        return moment.astimezone(self.zone) if self.zone else moment

    def maybe(self, moment: datetime | None) -> datetime | None:
        """A moment that may be missing."""
        return None if moment is None else self.at(moment)

    def blob(self, text: str) -> Blob:
        """Mode, digest and size; one object for each."""
        if text not in self.blobs:
            mode, sha256, size = text.split()
            self.blobs[text] = Blob(mode, sha256, int(size))
        return self.blobs[text]

    def officials(self, index: int | None) -> OfficialsFile | None:
        """Officials by their place in the list."""
        return None if index is None else self.written.petugas[index]

    def pull(self, one: form.PullEntry) -> Pull:
        """One pull request."""
        merged = one.disatukan
        return Pull(
            number=one.nomor,
            author=one.pembuka,
            spans=tuple(Span(self.at(span.sejak), self.maybe(span.sampai)) for span in one.terbuka),
            versions=tuple(map(self.version, one.versi)),
            paths=frozenset(one.jalur),
            base=one.dasar,
            draft=one.draf,
            fork=one.fork,
            reviews=tuple(map(self.review, one.tinjauan)),
            comments=tuple(map(self.comment, one.komentar)),
            namings=tuple(Naming(by=n.oleh, whom=n.siapa, at=self.at(n.waktu), bot=n.bot) for n in one.penunjukan),
            readies=tuple(Ready(by=ready.oleh, at=self.at(ready.waktu), bot=ready.bot) for ready in one.siap),
            merged=Merged(at=self.at(merged.waktu), by=merged.oleh, tree=self.trees[merged.pohon]) if merged else None,
            checks=one.catatan_pemeriksaan,
            sheets=one.lembar,
            expanded=one.sidik_teks,
            rules=one.sidik_aturan,
            officials=self.officials(one.petugas),
            proposed=self.officials(one.usulan_petugas),
            unlike_scaffold=one.beda_kerangka,
            leaks=one.bocor,
            missing=one.tak_terbaca,
            forged=one.palsu,
            conflicts=one.bentrok,
        )

    def version(self, one: form.VersionEntry) -> Version:
        """What stood from a push on."""
        return Version(
            at=self.maybe(one.waktu),
            by=one.oleh,
            tree=self.trees[one.pohon],
            touched=frozenset(one.menyentuh),
            seen=self.maybe(one.terlihat),
            co_authors=frozenset(one.ikut_menulis),
        )

    def review(self, one: form.ReviewEntry) -> Review:
        """A formal review."""
        return Review(
            id=one.id,
            by=one.oleh,
            state=_STATES[one.hasil],
            at=self.at(one.waktu),
            text=one.teks,
            edited=self.maybe(one.disunting),
            dismissed=self.maybe(one.dibatalkan),
            bot=one.bot,
        )

    def comment(self, one: form.CommentEntry) -> Comment:
        """A comment."""
        return Comment(
            id=one.id,
            by=one.oleh,
            at=self.at(one.waktu),
            text=one.teks,
            edited=self.maybe(one.disunting),
            bot=one.bot,
        )
