"""Year against year: what every published report itself says of an indicator, side by side; nothing is reckoned anew."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from paraf.laporan.calls.cells import value_cell
from paraf.laporan.drawing import Column, Key, columns
from paraf.laporan.formulas import HUNDRED
from paraf.laporan.numbers import write_percent
from paraf.laporan.performance import Measure
from paraf.views.html import Html, el, md, scroll, table
from paraf.views.page import Page
from paraf.views.terbit.frame import banner, to
from paraf.views.terbit.lists import ACROSS
from paraf.views.terbit.shelf import Shelf, Volume

TITLE = "Antar tahun"
_FOLDER = "lakip/antar-tahun-grafik/"
_LEAD = (
    "Realisasi dan capaian setiap indikator menurut laporan tahun masing-masing, seperti yang disetujui waktu itu."
    " Indikator yang bernama sama dan bersatuan sama dibandingkan; yang berganti nama berdiri sendiri."
)
_NONE = "–"
_KEYS: list[Key] = [
    ("datar", "target"),
    ("penuh", "target tercapai"),
    ("arsir", "target belum tercapai"),
    ("kosong", "capaian tidak dihitung"),
]


class Across(Struct, frozen=True):
    """The page and its charts by path."""

    page: Page
    files: Mapping[str, str]


class _Line(Struct, frozen=True):
    """An indicator through the years in which a report has it."""

    name: str
    unit: str
    found: Mapping[int, Measure]


def across(shelves: Sequence[Shelf]) -> Across | None:
    """The page; none where fewer than two years can be read."""
    volumes = [shelf.shown for shelf in shelves if shelf.shown and shelf.shown.edition.source.report.performance]
    if len(volumes) < 2:
        return None
    lines = list(_lines(volumes))
    charts = {f"{_FOLDER}indikator-{at}.svg": line for at, line in enumerate(lines, start=1) if len(line.found) > 1}
    body = [
        banner(sample=any(volume.edition.sample for volume in volumes)),
        _LEAD,
        scroll(_table(volumes, lines), "Indikator menurut tahun"),
        *(part for path, line in charts.items() for part in _shown(path, line)),
    ]
    page = Page(
        path=ACROSS,
        title=TITLE,
        doors=("LAKIP terbit",),
        kind="laporan",
        paper="a4",
        wide=True,
        body="\n\n".join(filter(None, body)),
        order=90_000,
    )
    return Across(page, {path: _drawn(path, line) for path, line in charts.items()})


def _lines(volumes: Sequence[Volume]) -> Iterator[_Line]:
    """Every indicator once, in the order of the newest report that has it, then of older ones."""
    found: dict[tuple[str, str], dict[int, Measure]] = {}
    for volume in reversed(volumes):
        performance = volume.edition.source.report.performance
        for measure in performance.measures.values() if performance else ():
            key = (_folded(measure.form.nama), _folded(measure.form.satuan))
            found.setdefault(key, {}).setdefault(volume.year, measure)
    for years in found.values():
        newest = years[max(years)]
        yield _Line(newest.form.nama, newest.form.satuan, dict(sorted(years.items())))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _table(volumes: Sequence[Volume], lines: Sequence[_Line]) -> Html:
    years = [volume.year for volume in volumes]
    marked = {volume.year: " (contoh)" if volume.edition.sample else "" for volume in volumes}
    heads = ["Indikator", *(f"{word} {year}{marked[year]}" for year in years for word in ("Realisasi", "Capaian"))]
    rows = []
    for line in lines:
        cells = [cell for year in years for cell in _cells(line.found.get(year))]
        name = el("th", line.name, el("br"), el("small", line.unit), scope="row")
        rows.append(el("tr", name, *(el("td", cell, class_="kanan") for cell in cells)))
    return table(heads, rows)


def _cells(measure: Measure | None) -> tuple[str, str]:
    if measure is None:
        return _NONE, _NONE
    reached = measure.capaian
    return value_cell(measure, measure.value), _NONE if reached is None else write_percent(reached)


def _shown(path: str, line: _Line) -> Iterator[str]:
    source = to(f"{ACROSS.removesuffix('.md')}/index.md", path)
    yield f"## {md(line.name)}"
    yield el("figure", el("img", alt=_words(line), src=source, loading="lazy"), class_="grafik")


def _words(line: _Line) -> str:
    said = "; ".join(f"{year} {value_cell(one, one.value)}" for year, one in line.found.items())
    return f"Grafik kolom. {line.name}, {line.unit}: {said}."


def _drawn(path: str, line: _Line) -> str:
    name = posixpath.basename(path).removesuffix(".svg")
    found = [_column(year, one) for year, one in line.found.items()]
    keys = _KEYS if any(column.look == "kosong" for column in found) else _KEYS[:-1]
    return columns(f"{line.name}, {line.unit}", _words(line), name, found, keys)


def _column(year: int, one: Measure) -> Column:
    reached = one.capaian
    return Column(
        name=str(year),
        words=value_cell(one, one.value),
        value=one.value,
        look="kosong" if reached is None else "penuh" if reached >= HUNDRED else "arsir",
        ticks=tuple(dict.fromkeys((one.target.low, one.target.high))),
    )
