"""Every call as a page: how it is written, what it gives, and a live answer from a year that is only a sample."""

from collections.abc import Iterator

from msgspec import Struct

from paraf.door.regex import regex
from paraf.laporan.calls.base import Call, CallError, Chart, Context, Figure, Panel, Table
from paraf.laporan.calls.catalogue import CALLS
from paraf.laporan.calls.reading import MAX_EXPRESSION, parse_call
from paraf.laporan.expand import MAX_CALLS
from paraf.laporan.numbering import number_panels
from paraf.laporan.report import Report
from paraf.views.html import Html, el, joined, md, scroll, stacked
from paraf.views.page import Page

PATH = "menulis/angka.md"
FOLDER = "menulis/grafik"
"""Where the pictures of the examples lie."""
TITLE = "Angka, tabel, grafik"
_INTRO = (
    "Angka tidak diketik di bab. Tulis panggilannya di antara dua kurung kurawal, lalu angkanya dihitung dari data.",
    'Misalnya `{{ realisasi("IKU-1") }}`. Isi di dalam kurung diapit tanda kutip; tanda kutip lengkung juga boleh.',
)
_HABITS = (
    "Angka dan kata boleh berdiri di kalimat, judul, butir, dan sel tabel.",
    "Tabel dan grafik berdiri sendiri pada barisnya. Judul dan nomornya dibuat sendiri.",
    "Tabel yang ditulis tangan diberi nomor bila tepat di atasnya ada baris `Tabel: judulnya`.",
    "Nomor tabel tidak diketik. Rujuk dengan `lihat`, memakai nama panggilannya atau judul tabelnya.",
    "Panggilan boleh menjadi isi panggilan lain, misalnya `{{ terbilang(jumlah_indikator()) }}`.",
    "Panggilan di antara tanda ` tidak dijawab, dan pemeriksaan memberitahukannya.",
    f"Satu panggilan paling banyak {MAX_EXPRESSION} huruf, dan satu bab paling banyak {MAX_CALLS} panggilan.",
)
_MOST = 8
"""Rows of an example's table."""
_NAMES = regex(r"IKU-1|SS-[12]|aplikasi|2023|2024")
"""What the examples of the calls name, and another year may call otherwise."""
_LISTED = {"angka": "Angka di kalimat", "kata": "Kata di kalimat"}
_SHOWN = {"tabel": "Tabel", "grafik": "Grafik"}


class CallsPage(Struct, frozen=True):
    """The page, and the pictures it shows by their path below the staging folder."""

    page: Page
    pictures: dict[str, str]


def fit_for_examples(report: Report) -> bool:
    """Whether every call has something to say about this year: all is read, and the last quarter is measured."""
    if report.performance is None or report.budget is None or report.faults:
        return False
    return all(measure.quarters[-1] is not None for measure in report.performance.measures.values())


def calls_page(sample: Report | None) -> CallsPage:
    """Document the calls in the order of their list; without a sample year only how they are written."""
    context = None
    if sample:
        context = Context(report=sample, numbers=number_panels(sample.chapters).keys)
    pictures: dict[str, str] = {}
    parts = [*_INTRO]
    if sample:
        parts.append(f"Contoh di halaman ini dihitung dari tahun {sample.year}: **DATA CONTOH**, bukan laporan resmi.")
    parts.append("\n".join(f"- {habit}" for habit in _HABITS))
    parts.append("Tanda ? berarti isi itu boleh tidak ditulis; … berarti boleh diteruskan.")
    parts.append(_index())
    for kind, heading in _LISTED.items():
        parts += [f"## {heading}", _listed([call for call in CALLS if call.kind == kind], context, heading)]
    for kind, heading in _SHOWN.items():
        parts.append(f"## {heading}")
        for call in (found for found in CALLS if found.kind == kind):
            parts += _shown(call, context, pictures)
    page = Page(path=PATH, title=TITLE, doors=("Menulis",), order=45, body="\n\n".join(parts))
    return CallsPage(page, pictures)


def _index() -> Html:
    """Every call by its name, as links to where it stands on the page."""
    kinds = (_LISTED | _SHOWN).items()
    named = {
        kind: [el("a", call.name, href=f"#{call.name}") for call in CALLS if call.kind == kind] for kind, _ in kinds
    }
    lines = [el("div", el("dt", heading), el("dd", joined(named[kind], " "))) for kind, heading in kinds]
    return el("nav", el("dl", joined(lines)), class_="isi", aria_label="Daftar panggilan")


def _example(call: Call, context: Context) -> str:
    """The call's own example, about what this year has."""
    report = context.report
    measures, goals = context.performance.measures, context.performance.goals
    here = dict(zip(("IKU-1",), measures, strict=False)) | dict(zip(("SS-1", "SS-2"), goals, strict=False))
    lists = (path.removeprefix("data/daftar-").removesuffix(".csv") for path in report.lists)
    here |= dict(zip(("aplikasi",), lists, strict=False))
    here |= {"2023": str(report.year - 2), "2024": str(report.year - 1)}
    return _NAMES.sub(lambda found: here.get(found[0], found[0]), call.example)


def _answer(source: str, context: Context) -> Figure | Panel | CallError:
    parsed = parse_call(source)
    assert not isinstance(parsed, CallError)
    try:
        return parsed.answer(context)
    except CallError as error:
        return error


def _listed(calls: list[Call], context: Context | None, heading: str) -> str:
    """Figures and words: form and use, source and result side by side; a card each on a phone."""
    heads = ("Panggilan", "Gunanya", "Ditulis", "Terbaca") if context else ("Panggilan", "Gunanya", "Ditulis")
    rows: list[tuple[str, ...]] = []
    for call in calls:
        source = _example(call, context) if context else call.example
        answer = (str(_answer(source, context)),) if context else ()
        rows.append((el("span", el("code", call.form), id=call.name), call.summary, _code(source), *answer))
    return scroll(stacked(heads, rows), heading)


def _code(source: str) -> Html:
    return el("code", f"{{{{ {source} }}}}")


def _shown(call: Call, context: Context | None, pictures: dict[str, str]) -> Iterator[str]:
    """A table or a chart: its form, its source, and below them what comes of it."""
    source = _example(call, context) if context else call.example
    yield f"### {md(call.name)}"
    yield el("p", call.summary, " ", el("code", call.form))
    yield el("p", "Ditulis: ", _code(source))
    if not context:
        return
    made = _answer(source, context)
    if isinstance(made, Chart):
        for picture in made.pictures:
            pictures[f"{FOLDER}/{picture.name}.svg"] = picture.svg
            yield f"![{md(picture.words)}](grafik/{picture.name}.svg)"
        yield el("details", el("summary", "Tabel angkanya"), _table(made.table))
    elif isinstance(made, Table):
        yield el("details", el("summary", "Contoh hasilnya"), _table(made))
    else:
        yield el("p", f"Pada data contoh: {made}.")


def _table(shown: Table) -> Html:
    """A table of the report with its title and notes; of a long one the beginning, and the sum."""
    count = len(shown.rows)
    kept = list(range(count)) if count <= _MOST else [*range(_MOST - 1), count - 1]
    rows = [_row(shown, index) for index in kept]
    heads = [
        el("th", head, scope="col", class_=_side(align)) for head, align in zip(shown.heads, shown.align, strict=True)
    ]
    whole = el("table", el("thead", el("tr", joined(heads))), el("tbody", joined(rows)), class_="angka")
    notes = [*shown.notes, *([f"Di sini hanya {_MOST} dari {count} barisnya."] if count > _MOST else [])]
    return joined([el("p", el("strong", shown.title)), scroll(whole, shown.title), *(el("p", note) for note in notes)])


def _row(shown: Table, index: int) -> Html:
    strong = shown.total and index == len(shown.rows) - 1
    cells = [
        el("td", el("strong", cell) if strong and cell else cell, class_=_side(align))
        for cell, align in zip(shown.rows[index], shown.align, strict=True)
    ]
    return el("tr", joined(cells))


def _side(align: str) -> str | None:
    return "kanan" if align == "kanan" else None
