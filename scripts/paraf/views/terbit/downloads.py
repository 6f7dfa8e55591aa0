"""The PDFs that the evidence of the publishing step names: what the office stored, byte for byte, and can prove."""

import hashlib
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from paraf.laporan.records.names import FOLDER as EVIDENCE
from paraf.laporan.records.names import read_name
from paraf.laporan.records.reading import EvidenceRecord, read_evidence
from paraf.laporan.records.scans import Download, downloads
from paraf.laporan.records.values import Cell
from paraf.sop.dates import write_date
from paraf.sop.evidence import evidence_forms
from paraf.sop.forms.evidence import Choice, Day, Group, Post
from paraf.sop.repository import Repository
from paraf.views.terbit.shelf import Volume

FOLDER = "unduh"
CALLED: Mapping[Download, str] = {"bertanda tangan": "PDF bertanda tangan", "naskah": "PDF laporan"}
"""What a reader may take along, in the order in which it is offered."""
_EVER = date(2099, 12, 31)
"""Whether a day has come is for the checks to ask; here only what is written is read."""


class Stored(Struct, frozen=True, kw_only=True):
    """A PDF: the name it is kept under, what the evidence calls it, its SHA-256, its bytes; whether it is ``signed``."""

    name: str
    called: str
    digest: str
    data: bytes
    signed: bool

    @property
    def size(self) -> str:
        """``1,2 MB``."""
        return size_words(len(self.data))


class Signature(Struct, frozen=True):
    """What the evidence says of the signature: the role that signed, the day, the way."""

    role: str | None
    day: date | None
    way: str | None

    def words(self) -> str:
        """``23 Februari 2026, tanda tangan basah``."""
        parts = (write_date(self.day) if self.day else None, f"tanda tangan {self.way}" if self.way else None)
        return ", ".join(filter(None, parts))


def size_words(count: int) -> str:
    """A size as people say it, in steps of a thousand."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def records(repo: Repository, volume: Volume) -> dict[str, EvidenceRecord]:
    """The valid evidence of the publishing step of this edition by its file, the first record first."""
    edition = volume.edition
    forms = evidence_forms(edition.repo or repo)
    step = edition.policy.papers.terbit
    found: dict[str, EvidenceRecord] = {}
    for path, data in sorted(edition.source.report.evidence.items()):
        name = read_name(path)
        if name and (name.step, name.edition) == (step, edition.number) and not name.on_paper:
            record = read_evidence(forms, edition.year, path, data, _EVER).record
            found |= {path: record} if record else {}
    return dict(sorted(found.items(), key=lambda one: one[1].name))


def stored(repo: Repository, volume: Volume) -> tuple[Stored, ...]:
    """The PDFs that lie beside the evidence and have the digest it names, the signed one first."""
    edition = volume.edition
    named = downloads(records(repo, volume), edition.policy.papers.terbit, edition.number)
    found = []
    for kind in CALLED:
        filed = named.get(kind)
        data = edition.source.files.get(filed.path) if filed else None
        if filed and data is not None and _is_pdf(filed.path) and hashlib.sha256(data).hexdigest() == filed.sha256:
            name = "-".join(filed.path.removeprefix(EVIDENCE).split())
            found.append(
                Stored(name=name, called=CALLED[kind], digest=filed.sha256, data=data, signed=kind == "bertanda tangan")
            )
    return tuple(found)


def _is_pdf(path: str) -> bool:
    return path.lower().endswith(".pdf")


def _signing(record: EvidenceRecord) -> frozenset[str]:
    """The groups of a record that tell who signed: those with a performer of the SOP in them."""
    fields = record.form.fields if record.form else ()
    return frozenset(
        field.kunci
        for field in fields
        if isinstance(field, Group) and any(isinstance(inner, Post) for inner in field.isian)
    )


def signature(repo: Repository, volume: Volume) -> Signature | None:
    """The signature that the evidence tells of; ``None`` where it is still waited for."""
    for record in records(repo, volume).values():
        group = next(iter(sorted(_signing(record))), None)
        inside = [cell for cell in record.cells if group and cell.path.startswith(f"{group}.")]
        role, day = _first(inside, Post), _first(inside, Day)
        if role is not None and isinstance(day, date):
            # The standing is a choice, too, but stands blank for who signs as himself.
            ways = [cell for cell in inside if isinstance(cell.field, Choice) and cell.field.wajib == "ya"]
            return Signature(str(role), day, str(ways[0].value) if ways else None)
    return None


def _first(inside: list[Cell], kind: type) -> object:
    return next((cell.value for cell in inside if isinstance(cell.field, kind) and cell.value is not None), None)
