"""``sop/di-luar-sop.yml``: what others ask for after the SOP has ended. Nothing here is a step, and nothing waits for it."""

from typing import Annotated

import msgspec

from paraf.sop.forms.words import Confidence, Line, Record, StepCode, Version


class Note(Record, frozen=True):
    """Something to know about a matter, as sure as ``keyakinan`` says."""

    isi: Line
    keyakinan: Confidence


class Matter(Record, frozen=True):
    """One thing that is asked for: what to do, what to keep, by when, and what it rests on.

    ``batas_waktu`` is the ``perihal`` of a deadline of the office: dates are written there only.
    """

    nama: Line
    cara: Annotated[tuple[Line, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu kalimat")]
    simpan: Line
    dasar: Line
    keyakinan: Confidence
    batas_waktu: Line | None = None
    catatan: tuple[Note, ...] = ()


class BeyondFile(Record, frozen=True):
    """The whole file; ``sesudah`` is the step after which it is looked at."""

    skema: Version
    sesudah: StepCode
    hal: Annotated[tuple[Matter, ...], msgspec.Meta(min_length=1, description="tulis sedikitnya satu hal")]
