"""Facts to the bytes of a snapshot file: the same facts always give the same bytes."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from paraf.alur import snapshot_form as form
from paraf.alur.facts import Blob, Facts, Pull, ReviewState, Tree
from paraf.sop.forms.officials import OfficialsFile

RESULTS: Mapping[ReviewState, form.Verdict] = {
    "approved": "menyetujui",
    "changes_requested": "meminta perubahan",
    "commented": "berkomentar",
}
"""The forge's word for a review, and ours."""


def write_facts(facts: Facts, read: datetime | None = None) -> bytes:
    """The snapshot file of facts that were read at a moment."""
    return canonical(_Writer().file(facts, read))


def canonical(record: Any) -> bytes:
    """A record as JSON in one way: keys in the order of the alphabet, one space deeper for each level, an end of line."""
    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1) + b"\n"


class _Writer:
    """Collects the trees and the officials that the parts of the file point to."""

    def __init__(self) -> None:
        self.trees: list[form.TreeEntry] = []
        self.known: list[Tree] = []
        self.places: dict[str, int] = {}
        self.officials: list[OfficialsFile] = []

    def file(self, facts: Facts, read: datetime | None) -> form.SnapshotFile:
        """Everything."""
        main = self.tree(facts.main)
        pulls = tuple(map(self.pull, facts.pulls))
        past = self.tree(facts.past) if facts.past else None
        texts, others = {}, {}
        for sha256, data in facts.texts.items():
            try:
                texts[sha256] = data.decode()
            except UnicodeDecodeError:
                others[sha256] = base64.b64encode(data).decode()
        appointed = tuple(
            form.AppointmentEntry(one.commit, one.at, one.pull, self.official(one.officials))
            for one in facts.appointments
        )
        return form.SnapshotFile(
            skema=1,
            tahun=facts.year,
            dibaca=read,
            langsung=facts.live,
            utama=main,
            buku_lain=past,
            pohon=tuple(self.trees),
            pr=pulls,
            petugas=tuple(self.officials),
            pengangkatan=appointed,
            teks=texts,
            bita=others,
        )

    def tree(self, tree: Tree) -> int:
        """The place of a tree in the list; written once, as what differs from main or from the one before it."""
        rows = sorted((path, blob.mode, blob.sha256, blob.size) for path, blob in tree.items())
        key = hashlib.sha256(repr(rows).encode("utf-8", "backslashreplace")).hexdigest()
        if key not in self.places:
            entries = [_over(index, self.known[index], tree) for index in {0, len(self.known) - 1} if self.known]
            entries.append(form.TreeEntry({path: _written(blob) for path, blob in tree.items()}))
            self.trees.append(min(entries, key=lambda entry: (len(entry.isi) + len(entry.tanpa), entry.dari or 0)))
            self.places[key] = len(self.known)
            self.known.append(tree)
        return self.places[key]

    def official(self, officials: OfficialsFile | None) -> int | None:
        """The place of officials in the list."""
        if officials is None:
            return None
        if officials not in self.officials:
            self.officials.append(officials)
        return self.officials.index(officials)

    def pull(self, one: Pull) -> form.PullEntry:
        """One pull request."""
        merged = one.merged
        return form.PullEntry(
            nomor=one.number,
            pembuka=one.author,
            terbuka=tuple(form.SpanEntry(span.since, span.until) for span in one.spans),
            versi=tuple(
                form.VersionEntry(
                    pohon=self.tree(version.tree),
                    waktu=version.at,
                    oleh=version.by,
                    menyentuh=tuple(sorted(version.touched)),
                    terlihat=version.seen,
                    ikut_menulis=tuple(sorted(version.co_authors)),
                )
                for version in one.versions
            ),
            jalur=tuple(sorted(one.paths)),
            dasar=one.base,
            draf=one.draft,
            fork=one.fork,
            tinjauan=tuple(
                form.ReviewEntry(r.id, r.by, RESULTS[r.state], r.at, r.text, r.edited, r.dismissed, r.bot)
                for r in one.reviews
            ),
            komentar=tuple(form.CommentEntry(c.id, c.by, c.at, c.text, c.edited, c.bot) for c in one.comments),
            penunjukan=tuple(form.NamingEntry(n.by, n.whom, n.at, n.bot) for n in one.namings),
            siap=tuple(form.ReadyEntry(ready.by, ready.at, ready.bot) for ready in one.readies),
            disatukan=form.MergedEntry(merged.at, merged.by, self.tree(merged.tree)) if merged else None,
            catatan_pemeriksaan={key: tuple(said) for key, said in one.checks.items()},
            lembar=dict(one.sheets),
            sidik_teks=one.expanded,
            sidik_aturan=one.rules,
            petugas=self.official(one.officials),
            usulan_petugas=self.official(one.proposed),
            beda_kerangka=one.unlike_scaffold,
            bocor=one.leaks,
            tak_terbaca=one.missing,
            palsu=one.forged,
            bentrok=one.conflicts,
        )


def _over(index: int, before: Tree, tree: Tree) -> form.TreeEntry:
    changed = {path: _written(blob) for path, blob in tree.items() if before.get(path) != blob}
    return form.TreeEntry(changed, index, tuple(sorted(before.keys() - tree.keys())))


def _written(blob: Blob) -> str:
    return f"{blob.mode} {blob.sha256} {blob.size}"
