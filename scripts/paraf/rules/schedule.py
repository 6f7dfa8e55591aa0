"""The working plan against the SOP: steps in their order, days that fit, somebody of the step who answers."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from paraf.laporan.forms.small import PlanFile, PlannedStep
from paraf.rules.report_base import shown
from paraf.sop.dates import write_date
from paraf.sop.model import Route, Sop


class Wrong(Struct, frozen=True):
    """Something wrong with the plan: where in its file, with what, and how to repair it."""

    route: Route
    subject: str
    message: str
    repair: str


def plan_wrongs(sop: Sop, plan: PlanFile) -> Iterator[Wrong]:
    """Everything that keeps a plan from being carried out, row by row, then the steps it leaves out."""
    latest: dict[str, PlannedStep] = {}
    for index, planned in enumerate(plan.jadwal):
        for key, message, repair in (*_step(sop, planned, latest), *_days(planned, plan.batas)):
            yield Wrong(("jadwal", index, key), f"Langkah {planned.langkah}", message, repair)
    yield from _absent(sop, plan)


def _step(sop: Sop, planned: PlannedStep, latest: dict[str, PlannedStep]) -> Iterator[tuple[str, str, str]]:
    """The step exists once, comes after those planned above it in its section, and somebody of it answers."""
    step = sop.steps.get(planned.langkah)
    if step is None:
        yield "langkah", "Langkah ini tidak ada di SOP.", "Betulkan kodenya."
        return
    before = latest.get(step.section)
    if before and sop.order[before.langkah] >= sop.order[planned.langkah]:
        yield "langkah", f"Ditulis sesudah {before.langkah}.", "Tulis setiap langkah satu kali, menurut urutan SOP."
    elif before and planned.mulai < before.selesai:
        ended = write_date(before.selesai)
        yield (
            "mulai",
            f"Mulai sebelum {before.langkah} selesai ({ended}).",
            "Mundurkan mulainya, atau majukan yang di atas.",
        )
    latest[step.section] = planned
    acting = [role for role in sop.role if role in step.acting]
    if acting and planned.penanggung_jawab not in acting:
        message = f"“{planned.penanggung_jawab}” bukan pelaksana langkah ini."
        yield "penanggung_jawab", message, f"Pakai {shown(acting)}."


def _days(planned: PlannedStep, limit: date) -> Iterator[tuple[str, str, str]]:
    if planned.selesai < planned.mulai:
        yield "selesai", "Selesai sebelum mulai.", "Periksa kedua tanggalnya."
    if planned.selesai > limit:
        yield "selesai", f"Selesai sesudah batas rencana ({write_date(limit)}).", "Majukan, atau bagi ulang harinya."


def _absent(sop: Sop, plan: PlanFile) -> Iterator[Wrong]:
    """A section is planned wholly or not at all."""
    planned = {one.langkah for one in plan.jadwal}
    for section in sop.sections:
        codes = [step.code for step in section.steps]
        lacking = [code for code in codes if code not in planned]
        if lacking and len(lacking) < len(codes):
            message = f"Belum dijadwalkan: {shown(lacking)}."
            yield Wrong(("jadwal",), f"Bagian {section.code}", message, "Jadwalkan setiap langkah bagian ini.")
