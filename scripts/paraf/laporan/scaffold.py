"""A year that has just been opened: the outline as files to fill, and what last year leaves to it.

Nothing carried over passes for this year's: sentences become notes (``> [tahun lalu] …``, see ``carrying``) until somebody
rewrites or confirms them, and targets are marked ``ditegaskan: tidak``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from paraf.laporan.budget import COLUMNS
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.carrying import carried
from paraf.laporan.chapter import Chapter
from paraf.laporan.filing import doubtful, file_names
from paraf.laporan.forms.performance import UNNUMBERED, Indicator
from paraf.laporan.headings import title_key
from paraf.laporan.markdown import GUIDE
from paraf.laporan.performance import Aim, Measure
from paraf.laporan.report import ANNEXES, IDENTITY, PERFORMANCE, Report
from paraf.sop.forms.outline import AnnexPlan, ChapterPlan, OutlineFile, Part


class _Goal(Struct, frozen=True):
    """A goal of the new year and its indicators, by id."""

    id: str
    name: str
    indicators: tuple[str, ...]


_NAMED = ("isi nama sasaran", "isi nama indikator")
_FIRST = _Goal("SS-1", _NAMED[0], ("IKU-1",))


def scaffold(
    outline: OutlineFile, year: int, sop: str, today: date, previous: Report | None, present: Report | None = None
) -> Mapping[str, str]:
    """Every file of a new year by its path below ``lakip/<year>/``.

    ``present`` is that year as far as it is there: its own goals count, a chapter it has under another name is left out,
    and so is one that a file nobody can read might be.
    """
    goals = _goals(previous, present)
    files = {
        IDENTITY: "\n".join(_identity(year, sop, today, previous)),
        PERFORMANCE: "\n".join(_performance(year, today, previous)),
        "data/anggaran.csv": "\n".join(_budget(previous)),
        ANNEXES: "\n".join(_annexes(outline.lampiran, year)),
    }
    for name, rows in (previous.lists if previous else {}).items():
        # The list proves this year's count, so only its head comes along.
        files[name] = ";".join(rows[0]) if rows else "nama"
    names = file_names(outline, [goal.id for goal in goals], present)
    unsure = doubtful(outline, present) if present else ()
    for plan in outline.bab:
        for goal in goals if plan.per_sasaran == "ya" else [None]:
            asked = plan.id, goal.id if goal else None
            if not (present and asked in present.by_id) and plan.id not in unsure:
                files[names[asked]] = "\n".join(_whole(plan, goal, previous, year))
    return {name: f"{text.rstrip()}\n" for name, text in files.items()}


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _identity(year: int, sop: str, today: date, previous: Report | None) -> Iterator[str]:
    form = previous.identity.value if previous and previous.identity else None
    yield "# yaml-language-server: $schema=../../sop/skema/laporan.json"
    yield "skema: 1"
    yield f"tahun: {year}"
    yield f"judul: {_text(form.judul if form else 'Laporan Kinerja Instansi Pemerintah')}"
    yield f"singkatan: {_text(form.singkatan if form else 'LKjIP')}"
    yield f"sop: {_text(sop)}"
    yield "# Keadaan data pada tanggal:"
    yield f"keadaan: {today.isoformat()}"


def _performance(year: int, today: date, previous: Report | None) -> Iterator[str]:
    known = previous.performance if previous else None
    yield "# yaml-language-server: $schema=../../../sop/skema/kinerja.json"
    yield "# Target di bawah ini belum ditegaskan. Sesuaikan dengan perjanjian kinerja, lalu hapus baris `ditegaskan: tidak`."
    yield "skema: 1"
    yield f"tahun: {year}"
    yield "perjanjian:"
    yield f"  murni: {{nomor: {_text(UNNUMBERED)}, tanggal: {min(today, date(year, 12, 31)).isoformat()}}}"
    yield "skala:"
    scale = known.source.value.skala if known else None
    yield f"  dasar: {_text(scale.dasar if scale else 'isi dasar skalanya')}"
    yield "  pita:"
    for band in scale.pita if scale else ():
        bound = "" if band.di_atas is None else f"di_atas: {_text(band.di_atas)}, "
        yield f"    - {{{bound}sebutan: {_text(band.sebutan)}}}"
    if not scale:
        yield '    - {di_atas: "90", sebutan: "Sangat Tinggi"}'
        yield '    - {di_atas: "75", sebutan: "Tinggi"}'
        yield '    - {di_atas: "65", sebutan: "Sedang"}'
        yield '    - {di_atas: "50", sebutan: "Rendah"}'
        yield '    - {sebutan: "Sangat Rendah"}'
    if known:
        yield f"batas_efisiensi: {_text(known.source.value.batas_efisiensi)}"
    yield "sasaran:"
    for aim in known.aims if known else ():
        yield f"  - id: {aim.id}"
        yield f"    nama: {_text(aim.name)}"
        yield "    indikator:" if aim.measures else "    indikator: []"
        for measure in aim.measures:
            yield from _carried(measure, year - 1)
    if not known:
        yield from _first_goal()


def _first_goal() -> Iterator[str]:
    yield "  - id: SS-1"
    yield f"    nama: {_text(_NAMED[0])}"
    yield "    indikator:"
    yield "      - id: IKU-1"
    yield f"        nama: {_text(_NAMED[1])}"
    yield "        satuan: persen"
    yield "        arah: naik"
    yield '        rumus: "isi rumusnya"'
    yield "        akhir_tahun: nilai akhir"
    yield '        target: {murni: "0"}'
    yield "        ditegaskan: tidak"
    yield "        realisasi: {tw1: , tw2: , tw3: , tw4: }"
    yield '        renstra: {tahun: 2029, target: "0", dokumen: "isi nama Renstra"}'
    yield '        nasional: {tidak_ada: "Belum ada standar nasional untuk indikator ini."}'
    yield '        sumber: "isi sumber data"'
    yield '        penanggung_jawab: "isi bidangnya"'


def _carried(measure: Measure, last: int) -> Iterator[str]:
    """An indicator of last year: its structure, its plan, its result as last year's; its target to be confirmed."""
    form = measure.form
    yield f"      - id: {form.id}"
    for key in ("nama", "satuan", "arah", "capaian", "rumus", "akhir_tahun"):
        yield f"        {key}: {_text(getattr(form, key))}"
    yield f"        desimal: {form.desimal}"
    if form.huruf:
        yield f"        huruf: {{{', '.join(f'{_text(key)}: {_text(value)}' for key, value in form.huruf.items())}}}"
    yield f"        target: {{murni: {_text(form.target.perubahan or form.target.murni)}}}"
    yield "        ditegaskan: tidak"
    yield "        realisasi: {tw1: , tw2: , tw3: , tw4: }"
    past = [*_riwayat(form), *_result(measure, last)]
    if past:
        yield "        riwayat:"
        yield from (f"          - {{{row}}}" for row in past)
    plan = form.renstra
    yield f"        renstra: {{tahun: {plan.tahun}, target: {_text(plan.target)}, dokumen: {_text(plan.dokumen)}}}"
    national = form.nasional
    pairs = {"nilai": national.nilai, "sumber": national.sumber, "tidak_ada": national.tidak_ada}
    cells = [f"{key}: {_text(value)}" for key, value in pairs.items() if value is not None]
    yield f"        nasional: {{{', '.join([*cells, *([f'tahun: {national.tahun}'] if national.tahun else [])])}}}"
    for key in ("sumber", "penanggung_jawab", "daftar", "bila_target_nol"):
        if getattr(form, key) is not None:
            yield f"        {key}: {_text(getattr(form, key))}"


def _riwayat(form: Indicator) -> Iterator[str]:
    for past in form.riwayat:
        target = "" if past.target is None else f"target: {_text(past.target)}, "
        yield f"tahun: {past.tahun}, {target}realisasi: {_text(past.realisasi)}"


def _result(measure: Measure, last: int) -> Iterator[str]:
    """Last year's result, once that year was measured to its end."""
    if measure.value is not None and measure.quarters[-1] is not None:
        unit, target = measure.unit, measure.target
        aim = (
            unit.exact(target.low)
            if target.low == target.high
            else f"{unit.exact(target.low)} - {unit.exact(target.high)}"
        )
        yield f"tahun: {last}, target: {_text(aim)}, realisasi: {_text(unit.exact(measure.value))}"


def _budget(previous: Report | None) -> Iterator[str]:
    yield ";".join(COLUMNS)
    for item in previous.budget.rows if previous and previous.budget else ():
        yield ";".join([item.code, f'"{item.name}"', item.cells["sasaran"].text, "", "", ""])


def _annexes(plans: tuple[AnnexPlan, ...], year: int) -> Iterator[str]:
    yield "# Isi berkas (di folder lampiran/) atau arsip (tempat kertasnya) pada setiap lampiran."
    yield "# yaml-language-server: $schema=../../../sop/skema/lampiran.json"
    yield "skema: 1"
    wanted = [plan for plan in plans if plan.wajib == "ya"]
    yield "lampiran:" if wanted else "lampiran: []"
    for plan in wanted:
        yield f"  - {{id: {plan.id}, judul: {_text(f'{plan.judul} Tahun {year}')}, tahun: {year}}}"


def _goals(previous: Report | None, present: Report | None) -> list[_Goal]:
    """The goals of this year where its agreement is there; while it cannot be read, none; else those of last year."""
    if present and PERFORMANCE in present.files:
        known = present.performance
        return [_goal(aim) for aim in known.aims] if known else []
    known = previous.performance if previous else None
    return [_goal(aim) for aim in known.aims] if known else [_FIRST]


def _goal(aim: Aim) -> _Goal:
    return _Goal(aim.id, aim.name, tuple(one.id for one in aim.measures))


def _whole(plan: ChapterPlan, goal: _Goal | None, previous: Report | None, year: int) -> Iterator[str]:
    """A chapter: what last year's leaves to it, else what the outline says to write."""
    old = previous.by_id.get((plan.id, goal.id if goal else None)) if previous else None
    yield from _front(plan, goal, old)
    if old and previous:
        yield ""
        yield from carried(old, year - previous.year)
        known = {title_key(block.text) for block in old.blocks if block.kind == "judul"}
        wanted = [part for part in plan.isi if part.wajib == "ya"]
        lacking = [part for part in wanted if known.isdisjoint(map(title_key, (part.judul, *part.judul_lain)))]
        yield from _parts(lacking, goal)
        return
    yield from _guided(plan.panduan, plan.memuat, goal)
    yield from _parts(plan.isi, goal)


def _front(plan: ChapterPlan, goal: _Goal | None, old: Chapter | None) -> Iterator[str]:
    yield "---"
    yield f"id: {plan.id}"
    if goal:
        yield f"judul: {_text(old.front.value.judul if old else goal.name)}"
        yield f"sasaran: {goal.id}"
    else:
        yield f"judul: {_text(plan.judul)}"
    yield "---"


def _parts(parts: Sequence[Part], goal: _Goal | None) -> Iterator[str]:
    for part in parts:
        yield f"\n## {part.judul}"
        yield from _guided(part.panduan, part.memuat, goal)


def _guided(guide: str, calls: tuple[str, ...], goal: _Goal | None) -> Iterator[str]:
    yield f"\n{GUIDE}{guide}"
    for call in calls:
        for argument in _arguments(call, goal):
            yield f"\n{{{{ {call}({argument}) }}}}"


def _arguments(call: str, goal: _Goal | None) -> Iterator[str]:
    """What a call of the outline is about here: every indicator of the goal, the goal, or the whole report."""
    if goal and call in BY_NAME and BY_NAME[call].arguments[:1] == ("indikator",):
        yield from map(_text, goal.indicators)
    else:
        yield _text(goal.id) if goal else ""
