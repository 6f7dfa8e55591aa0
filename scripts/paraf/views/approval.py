"""*Pengesahan*: by whom, when and on which content a report was approved; the sheet in the PDF and the site's page print it.

It depends on nothing that came after the step that approves a report (``disetujui`` of ``naskah.yml``): neither on the
evidence of signing nor on the merge. So the sheet that is printed on that day can be printed again, byte for byte, for years.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from paraf.alur.book.line import DeedLine
from paraf.alur.book.people import People
from paraf.alur.book.reading import Volume
from paraf.alur.book.writing import deed_line
from paraf.alur.facts import Policy
from paraf.alur.states import Closing, Cycle, Deed, State
from paraf.sop.forms.papers import AnyCondition, Approve, Paper, Stage

Deeds = Mapping[str, Sequence[DeedLine]]
"""What was done by step, in the order of the step's conditions."""
_ACTING = {"definitif": "", "plt": "Plt ", "plh": "Plh "}


class Approval(Struct, frozen=True, kw_only=True):
    """One approval of the report.

    ``office`` is the role as it is called, ``name`` who approved (of a sheet signed on paper who signed, and ``confirmed`` is the
    role that confirmed it); ``at`` carries the office's own offset. ``also`` are other steps that the same person approved.
    """

    step: str
    role: str
    office: str
    standing: Literal["definitif", "plt", "plh"]
    name: str
    at: datetime
    pull: int
    review: int | None
    confirmed: str | None = None
    also: tuple[str, ...] = ()

    @property
    def post(self) -> str:
        """The office as it stands on a letter: ``Plt`` or ``Plh`` before it where somebody acted."""
        return f"{_ACTING[self.standing]}{self.office}"

    @property
    def on_paper(self) -> bool:
        """Whether the approval was signed on paper."""
        return self.confirmed is not None


class Pengesahan(Struct, frozen=True, kw_only=True):
    """The approvals of one report, in the order of the steps, with the digests of what was approved.

    ``content`` is the SHA-256 over the files, ``text`` over the expanded text (``None``: nobody recorded it).
    """

    year: int
    edition: int
    paper: str
    pull: int
    approvals: tuple[Approval, ...]
    content: str
    text: str | None

    @property
    def at(self) -> datetime:
        """When the report was approved: the last of the approvals."""
        return max(one.at for one in self.approvals)


def of_volume(volume: Volume, policy: Policy) -> Pengesahan | None:
    """The approvals that a file of the book records; ``None`` where it is another paper's."""
    first = volume.first
    if first.naskah != approving(policy)[0].id:
        return None
    deeds = {entry.line.langkah: entry.line.tindakan for entry in volume.entries}
    return _pengesahan(policy, first.tahun, first.edisi, first.pr, deeds, first.sidik_teks)


def of_closing(closing: Closing, policy: Policy, year: int) -> Pengesahan | None:
    """The approvals of a paper that is done but not recorded yet, by the names of now; ``None`` where it is another one."""
    if closing.paper != approving(policy)[0].id:
        return None
    deeds = {step: _lines(done, policy) for step, done in closing.deeds}
    return _pengesahan(policy, year, closing.edition, closing.pull, deeds, closing.expanded)


def of_cycle(cycle: Cycle, policy: Policy) -> Pengesahan | None:
    """The latest approvals that the engine knows of a year: of the edition that is being signed, else of the last one done."""
    paper, stages = approving(policy)
    done = [one for one in cycle.closings if one.paper == paper.id]
    states = {one.step: one for one in cycle.steps}
    last = states[stages[-1].kode]
    signing = last.state is State.SELESAI and not cycle.doubts
    if signing and last.pull and last.pull not in {one.pull for one in done}:
        deeds = {stage.kode: _lines(states[stage.kode].deeds, policy) for stage in stages}
        return _pengesahan(policy, cycle.year, len(done) + 1, last.pull, deeds, None)
    latest = max(done, key=lambda one: one.edition, default=None)
    return of_closing(latest, policy, cycle.year) if latest else None


def approving(policy: Policy) -> tuple[Paper, tuple[Stage, ...]]:
    """The paper by which a report is approved, and its steps up to and with the one that approves it."""
    until = policy.papers.disetujui
    paper = next(one for one in policy.papers.naskah if any(stage.kode == until for stage in one.langkah))
    steps = [stage.kode for stage in paper.langkah]
    return paper, paper.langkah[: steps.index(until) + 1]


def _lines(done: Sequence[Deed], policy: Policy) -> tuple[DeedLine, ...]:
    people = People(policy.officials)
    return tuple(deed_line(deed, people) for deed in done)


def _pengesahan(
    policy: Policy, year: int, edition: int, pull: int, deeds: Deeds, text: str | None
) -> Pengesahan | None:
    """The value; ``None`` where an approval lacks or two are of different contents."""
    paper, stages = approving(policy)
    asked = [(stage.kode, one) for stage in stages for one in stage.syarat]
    done = [deed for stage in stages for deed in deeds.get(stage.kode, ())]
    if [one.__struct_config__.tag for _, one in asked] != [deed.jenis for deed in done]:
        return None
    approved = [(step, deed) for (step, one), deed in zip(asked, done, strict=True) if _of_this(one)]
    content = approved[-1][1].sidik if approved else None
    if content is None or any(deed.sidik != content for _, deed in approved):
        return None
    return Pengesahan(
        year=year,
        edition=edition,
        paper=paper.nama,
        pull=pull,
        approvals=tuple(_approvals(policy, pull, approved)),
        content=content,
        text=text,
    )


def _of_this(one: AnyCondition) -> bool:
    """Whether a condition is an approval of the report itself, and not of some evidence."""
    return isinstance(one, Approve) and not one.atas


def _approvals(policy: Policy, pull: int, approved: Sequence[tuple[str, DeedLine]]) -> Iterator[Approval]:
    people = People(policy.officials)
    kept = policy.papers.kertas
    whose = [people.whose(deed) for _, deed in approved]
    for (step, deed), who in zip(approved, whose, strict=True):
        signed = deed.di_atas_kertas
        confirming = kept.ditegaskan if kept and signed else ()
        day = deed.waktu.date()
        held = next((role for role in confirming if people.holds(deed.akun, role, day)), deed.peran)
        yield Approval(
            step=step,
            role=deed.peran,
            office=_called(policy, deed.peran),
            standing=deed.kedudukan or "definitif",
            name=signed or deed.nama,
            at=deed.waktu,
            pull=pull,
            review=deed.tinjauan,
            confirmed=_called(policy, held) if signed else None,
            also=tuple(
                other
                for (other, _), person in zip(approved, whose, strict=True)
                if person == who and other != step and policy.papers.rangkap == "catat"
            ),
        )


def _called(policy: Policy, role: str) -> str:
    """How a role is called on paper."""
    known = policy.sop.role[role]
    return known.jabatan or known.sebutan
