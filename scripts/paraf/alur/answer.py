"""The engine's answer as JSON for other programs (``api``, the board, the gate's comment): versioned, one way to write it."""

from collections.abc import Iterable
from datetime import datetime

from paraf.alur.snapshot_form import Entry
from paraf.alur.snapshot_write import canonical
from paraf.alur.states import Closing, Cycle, Deed, NextAct
from paraf.sop.forms.words import Version


class DeedAnswer(Entry, frozen=True):
    """What fulfilled a condition."""

    jenis: str
    peran: str
    akun: int
    waktu: datetime
    sidik: str | None
    tinjauan: int | None
    di_atas_kertas: bool


class StepAnswer(Entry, frozen=True):
    """A step: its state, the sentence, the SOP's own sentence, whose turn it is since when, the evidence."""

    kode: str
    keadaan: str
    kalimat: str
    bunyi_sop: str
    pr: int | None
    peran: str | None
    sejak: datetime | None
    tindakan: tuple[DeedAnswer, ...]


class NextAnswer(Entry, frozen=True):
    """What somebody does next."""

    peran: str | None
    kalimat: str


class VerdictAnswer(Entry, frozen=True):
    """The verdict of a pull request."""

    pr: int
    hasil: str
    membawa: str | None
    alasan: tuple[str, ...]
    berikutnya: NextAnswer


class ClosingStep(Entry, frozen=True):
    """A step of a paper that is done."""

    kode: str
    tindakan: tuple[DeedAnswer, ...]


class ClosingAnswer(Entry, frozen=True):
    """A paper that is done."""

    naskah: str
    edisi: int
    waktu: datetime
    pr: int
    sidik_isi: str
    sidik_teks: str | None
    sidik_aturan: str | None
    langkah: tuple[ClosingStep, ...]


class AnswerFile(Entry, frozen=True):
    """The whole file; only ``lulus`` among the verdicts is a pass."""

    skema: Version
    tahun: int
    langkah: tuple[StepAnswer, ...]
    putusan: tuple[VerdictAnswer, ...]
    selesai: tuple[ClosingAnswer, ...]
    kejanggalan: tuple[str, ...]
    keraguan: tuple[str, ...]


def write_cycle(cycle: Cycle) -> bytes:
    """The answer about a year."""
    return canonical(
        AnswerFile(
            skema=1,
            tahun=cycle.year,
            langkah=tuple(
                StepAnswer(
                    kode=step.step,
                    keadaan=step.state.value,
                    kalimat=step.sentence,
                    bunyi_sop=step.clause,
                    pr=step.pull,
                    peran=step.role,
                    sejak=step.since,
                    tindakan=_deeds(step.deeds),
                )
                for step in cycle.steps
            ),
            putusan=tuple(
                VerdictAnswer(one.pull, one.outcome.value, one.carries, one.reasons, _next(one.next))
                for one in cycle.verdicts
            ),
            selesai=tuple(map(_closing, cycle.closings)),
            kejanggalan=cycle.oddities,
            keraguan=cycle.doubts,
        )
    )


def _deeds(deeds: Iterable[Deed]) -> tuple[DeedAnswer, ...]:
    return tuple(
        DeedAnswer(deed.kind, deed.role, deed.by, deed.at, deed.content, deed.review, deed.on_paper) for deed in deeds
    )


def _next(act: NextAct) -> NextAnswer:
    return NextAnswer(act.role, act.sentence)


def _closing(one: Closing) -> ClosingAnswer:
    return ClosingAnswer(
        naskah=one.paper,
        edisi=one.edition,
        waktu=one.at,
        pr=one.pull,
        sidik_isi=one.content,
        sidik_teks=one.expanded,
        sidik_aturan=one.rules,
        langkah=tuple(ClosingStep(step, _deeds(deeds)) for step, deeds in one.deeds),
    )
