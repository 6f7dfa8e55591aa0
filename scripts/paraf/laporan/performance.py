"""The agreement as everything else sees it: figures read, years put together, capaian computed."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from paraf.door.decode import Route, Source
from paraf.door.keys import listing
from paraf.errors import Fault
from paraf.laporan.amounts import Unit
from paraf.laporan.forms.performance import Edition, Goal, Indicator, PerformanceFile
from paraf.laporan.formulas import FORMULAS, Target, achieved, mean, year_value
from paraf.laporan.numbers import Unclear, read_number

T = TypeVar("T")

_DASHES = ("-", "–", "—")
"""What offices write where nothing is measured yet."""
QUARTERS = ("tw1", "tw2", "tw3", "tw4")


class Earlier(Struct, frozen=True):
    """An earlier year's result, and its target where that is known."""

    value: Decimal
    target: Target | None


class Measure(Struct, frozen=True, kw_only=True, dict=True):
    """An indicator with its figures read. ``targets`` by edition; ``quarters`` in order; ``route`` is its place."""

    form: Indicator
    goal: str
    unit: Unit
    targets: Mapping[Edition, Target]
    quarters: tuple[Decimal | None, ...]
    quarter_targets: tuple[Decimal | None, ...]
    earlier: Mapping[int, Earlier]
    plan: Target
    national: Decimal | None
    route: Route

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.form.id

    @property
    def target(self) -> Target:
        """The target that counts: the later edition's."""
        return self.targets.get("perubahan", self.targets["murni"])

    @property
    def formula(self) -> str:
        """The formula of its capaian, as it is printed."""
        return FORMULAS[self.form.arah, self.form.capaian]

    def until(self, quarter: int) -> Decimal | None:
        """The year's value up to a quarter (1 to 4); ``None`` while nothing is measured."""
        return year_value(self.form.akhir_tahun, self.quarters[:quarter])

    @cached_property
    def value(self) -> Decimal | None:
        """The year's value so far."""
        return self.until(len(self.quarters))

    @cached_property
    def capaian(self) -> Decimal | None:
        """In percent, against the target that counts."""
        return None if self.value is None else self.capaian_of(self.value, self.target)

    def capaian_of(self, value: Decimal, target: Target) -> Decimal | None:
        """The capaian of any value against any target by this indicator's formula, in percent."""
        return achieved(self.form.arah, self.form.capaian, target, value)

    @property
    def reached(self) -> bool:
        """Whether the target was reached."""
        return self.capaian is not None and self.capaian >= 100


class Aim(Struct, frozen=True, kw_only=True, dict=True):
    """A *sasaran strategis* with its indicators in order."""

    id: str
    name: str
    measures: tuple[Measure, ...]
    route: Route

    @cached_property
    def capaian(self) -> Decimal | None:
        """The mean of its measured indicators, in percent."""
        return mean(measure.capaian for measure in self.measures)


class Performance(Struct, frozen=True, kw_only=True, dict=True):
    """The whole agreement. ``bands`` from the highest: a lower bound in percent (``None``: the rest) and its word."""

    source: Source[PerformanceFile]
    aims: tuple[Aim, ...]
    bands: tuple[tuple[Decimal | None, str], ...]
    efficiency_limit: Decimal

    @property
    def year(self) -> int:
        """The report year."""
        return self.source.value.tahun

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Every indicator by its id, in order."""
        return {measure.id: measure for aim in self.aims for measure in aim.measures}

    @cached_property
    def goals(self) -> Mapping[str, Aim]:
        """Every goal by its id, in order."""
        return {aim.id: aim for aim in self.aims}

    @property
    def edition(self) -> Edition:
        """The edition of the agreement that counts."""
        return "perubahan" if self.source.value.perjanjian.perubahan else "murni"

    def band(self, capaian: Decimal) -> str:
        """The scale's word for a capaian."""
        return next((word for bound, word in self.bands if bound is None or capaian > bound), self.bands[-1][1])


def build_performance(source: Source[PerformanceFile]) -> tuple[Performance | None, list[Fault]]:
    """Read every figure; ``None`` as soon as one could not be read, with every fault."""
    reader = _Reader(source)
    aims = tuple(reader.aim(index, goal) for index, goal in enumerate(source.value.sasaran))
    reader.unique()
    form = source.value
    bands = tuple(
        (
            None if band.di_atas is None else reader.number(band.di_atas, ("skala", "pita", index, "di_atas")),
            band.sebutan,
        )
        for index, band in enumerate(form.skala.pita)
    )
    limit = reader.number(form.batas_efisiensi, ("batas_efisiensi",))
    if reader.faults:
        return None, reader.faults
    return Performance(source=source, aims=aims, bands=bands, efficiency_limit=limit), []


class _Reader:
    """Reads figures and remembers what could not be read; a figure that could not be read counts as nothing."""

    def __init__(self, source: Source[PerformanceFile]) -> None:
        self.source = source
        self.faults: list[Fault] = []

    def fault(self, route: Route, message: str, repair: str) -> None:
        self.faults.append(Fault(self.source.place(*route), message, repair))

    def number(self, text: str, route: Route) -> Decimal:
        return self._read(read_number, text, route, Decimal(0))

    def _read(self, read: Callable[[str], T | Unclear], text: str, route: Route, otherwise: T) -> T:
        found = read(text)
        if isinstance(found, Unclear):
            message, _, repair = found.question.rpartition("; ")
            self.fault(route, message or found.question, repair if message else "tulis salah satunya")
            return otherwise
        return found

    def aim(self, index: int, goal: Goal) -> Aim:
        route: Route = ("sasaran", index)
        measures = tuple(
            self.measure(goal.id, (*route, "indikator", number), form) for number, form in enumerate(goal.indikator)
        )
        return Aim(id=goal.id, name=goal.nama, measures=measures, route=route)

    def measure(self, goal: str, route: Route, form: Indicator) -> Measure:
        letters = {key: self.number(points, (*route, "huruf", key)) for key, points in form.huruf.items()}
        unit = Unit(form.satuan, form.desimal, {key.upper(): points for key, points in letters.items()})
        nothing = Target(Decimal(0), Decimal(0))
        targets: dict[Edition, Target] = {
            "murni": self._read(unit.read_target, form.target.murni, (*route, "target", "murni"), nothing)
        }
        if form.target.perubahan is not None:
            here = (*route, "target", "perubahan")
            targets["perubahan"] = self._read(unit.read_target, form.target.perubahan, here, nothing)
        if (form.arah, form.capaian) not in FORMULAS:
            choices = listing(reaching for direction, reaching in FORMULAS if direction == form.arah)
            self.fault(
                (*route, "capaian") if form.capaian != "biasa" else (*route, "arah"),
                f"arah '{form.arah}' tidak dihitung dengan cara '{form.capaian}'",
                f"tulis capaian: {choices}",
            )
        return Measure(
            form=form,
            goal=goal,
            unit=unit,
            targets=targets,
            quarters=tuple(self._cells(unit, form.realisasi, (*route, "realisasi"))),
            quarter_targets=tuple(self._cells(unit, form.target_triwulan, (*route, "target_triwulan"))),
            earlier=dict(self._earlier(unit, form, route)),
            plan=self._read(unit.read_target, form.renstra.target, (*route, "renstra", "target"), nothing),
            national=self._national(unit, form, route),
            route=route,
        )

    def _cells(self, unit: Unit, cells: object, route: Route) -> Iterator[Decimal | None]:
        for key in QUARTERS:
            text = getattr(cells, key)
            yield (
                None
                if text is None or text.strip() in _DASHES
                else self._read(unit.read, text, (*route, key), Decimal(0))
            )

    def _earlier(self, unit: Unit, form: Indicator, route: Route) -> Iterator[tuple[int, Earlier]]:
        seen: set[int] = set()
        for index, past in enumerate(form.riwayat):
            here: Route = (*route, "riwayat", index)
            value = self._read(unit.read, past.realisasi, (*here, "realisasi"), Decimal(0))
            nothing = Target(Decimal(0), Decimal(0))
            target = past.target and self._read(unit.read_target, past.target, (*here, "target"), nothing)
            if past.tahun in seen:
                self.fault((*here, "tahun"), f"tahun {past.tahun} ditulis dua kali", "hapus salah satunya")
            seen.add(past.tahun)
            if past.tahun >= self.source.value.tahun:
                self.fault(
                    (*here, "tahun"), f"tahun {past.tahun} bukan tahun sebelumnya", "pakai tahun yang lebih awal"
                )
            yield past.tahun, Earlier(value, target or None)

    def _national(self, unit: Unit, form: Indicator, route: Route) -> Decimal | None:
        here: Route = (*route, "nasional")
        if (form.nasional.nilai is None) == (form.nasional.tidak_ada is None):
            self.fault(
                here,
                "angka nasional belum dinyatakan",
                "isi nilai beserta sumbernya, atau isi tidak_ada dengan alasannya",
            )
        if form.nasional.nilai is None:
            return None
        if not form.nasional.sumber:
            self.fault(here, "angka nasional tanpa sumber", "isi sumbernya")
        return self._read(unit.read, form.nasional.nilai, (*here, "nilai"), Decimal(0))

    def unique(self) -> None:
        """Goals and indicators are named once."""
        seen: set[str] = set()
        for index, goal in enumerate(self.source.value.sasaran):
            named: list[tuple[Route, str]] = [(("sasaran", index, "id"), goal.id)]
            named += [(("sasaran", index, "indikator", at, "id"), form.id) for at, form in enumerate(goal.indikator)]
            for route, name in named:
                if name in seen:
                    self.fault(route, f"{name} ditulis dua kali", "beri nomor yang belum dipakai")
                seen.add(name)
