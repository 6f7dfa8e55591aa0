"""The digests by which somebody outside recognises what was published: of files, of the content, of the text, of the book."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from paraf.laporan.records.names import FOLDER, read_name
from paraf.laporan.records.reading import EvidenceRecord, Forms, read_evidence
from paraf.laporan.records.scans import Filed, scans
from paraf.sop.evidence import evidence_forms
from paraf.sop.repository import Repository
from paraf.terbit.edition import Edition, Published

Kind = Literal["berkas", "isi", "teks", "buku"]


class Known(Struct, frozen=True, kw_only=True):
    """A digest that was approved, recorded or filed: 64 hexadecimal digits in lower case.

    ``berkas``: a file that the evidence of publication names (``name``); ``isi``: the covered files; ``teks``: the text a
    person read; ``buku``: the last line of the year's book. ``newest`` tells whether no later edition took its place,
    ``later`` whether the file was filed after publication, so that no line of the book binds it.
    """

    kind: Kind
    digest: str
    edition: Edition
    newest: bool
    name: str | None = None
    later: bool = False


def known_digests(repo: Repository, published: Published) -> tuple[Known, ...]:
    """Every digest of what is published, newest year and edition first; files before what has no file of its own."""
    newest = {(one.year, one.number) for one in published.newest}
    found: list[Known] = []
    for edition in reversed(published.editions):
        last = (edition.year, edition.number) in newest
        found += [
            Known(
                kind="berkas",
                digest=filed.sha256,
                edition=edition,
                newest=last,
                name=filed.path.removeprefix(FOLDER),
                later=later,
            )
            for filed, later in filed_digests(evidence_forms(edition.repo or repo), edition)
        ]
        closing = edition.closing
        found.append(Known(kind="isi", digest=closing.content, edition=edition, newest=last))
        if closing.expanded:
            found.append(Known(kind="teks", digest=closing.expanded, edition=edition, newest=last))
        if edition.seal and last:
            found.append(Known(kind="buku", digest=edition.seal, edition=edition, newest=last))
    return tuple(found)


def filed_digests(forms: Forms, edition: Edition) -> tuple[tuple[Filed, bool], ...]:
    """The files that the evidence of an edition's publication names, and whether a later record does, which no book binds.

    A file that lies beside its record must be the one that the record tells; where it is another, neither counts.
    """
    files = edition.source.files
    found: dict[Filed, bool] = {}
    for record in _records(forms, edition):
        for _, filed in scans(record):
            data = files.get(filed.path)
            if data is None or sha256(data).hexdigest() == filed.sha256:
                found.setdefault(filed, record.name.number > 1)
    return tuple(found.items())


def _records(forms: Forms, edition: Edition) -> Iterator[EvidenceRecord]:
    """The records of the publishing paper's steps, for this edition; one that is not valid tells nothing."""
    steps = {stage.kode for stage in edition.paper.langkah}
    for path, data in sorted(edition.source.files.items()):
        name = read_name(path)
        if name and not name.on_paper and name.step in steps and name.edition == edition.number:
            record = read_evidence(forms, edition.year, path, data, date.max).record
            yield from [record] if record else ()
