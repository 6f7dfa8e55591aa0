"""What is asked for after the SOP has ended: its page, its lines for the terminal, its lines for the board."""

from collections.abc import Iterator, Sequence
from datetime import date

from paraf.alur.states import Cycle, State
from paraf.sop.forms.beyond import BeyondFile, Matter
from paraf.sop.forms.office import Deadline
from paraf.sop.forms.words import Confidence
from paraf.sop.repository import Repository
from paraf.views.card import numbered
from paraf.views.html import Html, el, joined, md, scroll, table
from paraf.views.limits import HOLIDAYS, limit_of, limit_words
from paraf.views.page import Page

PATH = "di-luar-sop.md"
_NO_STEP = "bukan langkah SOP"
_UNSURE = "belum dipastikan"


def title(beyond: BeyondFile) -> str:
    """The name of the page and of the blocks."""
    return f"Sesudah {beyond.sesudah}: di luar SOP"


def beyond_page(repo: Repository, years: Sequence[int], today: date) -> Iterator[Page]:
    """The page, where the office has such a list; with the last days of the years that are not over yet."""
    if repo.beyond is None:
        return
    beyond = repo.beyond.value
    step = repo.sop.steps[beyond.sesudah]
    parts = [
        f"**Ini {_NO_STEP}.** Hal di bawah ini diminta pihak lain sesudah langkah [{step.code}]({step.slug}.md) selesai. "
        "Tidak ada naskah yang menunggunya, dan pemeriksaan tidak melihatnya; kantor memutuskan siapa mengerjakannya.",
        *_days(repo, beyond, years, today),
        *(part for number, matter in enumerate(beyond.hal, start=1) for part in _matter(repo, number, matter)),
    ]
    yield Page(path=PATH, title=title(beyond), doors=("Panduan SOP",), order=90, body="\n\n".join(parts))


def beyond_link(repo: Repository, code: str) -> Iterator[Html]:
    """On the page of the step before it, the way there."""
    if repo.beyond and repo.beyond.value.sesudah == code:
        link = el("a", "di luar SOP", href=PATH)
        words = ("Sesudah ini masih ada yang diminta ", link, f"; itu {_NO_STEP}.")
        yield el("p", *words, data_search_exclude="")


def beyond_lines(repo: Repository, cycle: Cycle) -> Iterator[str]:
    """The list in short, without marks; nothing before the step that it comes after is done."""
    if repo.beyond is None:
        return
    beyond = repo.beyond.value
    if not any(step.step == beyond.sesudah and step.state is State.SELESAI for step in cycle.steps):
        return
    yield f"{title(beyond)} ({_NO_STEP}, tidak diperiksa di sini)"
    limits = [_limit(repo, matter) for matter in beyond.hal]
    for matter, limit in zip(beyond.hal, limits, strict=True):
        due = f"; batas waktu: {_due(limit, cycle.year)}" if limit else ""
        yield f"{matter.nama}{due}{_unsure(matter.keyakinan)}"
    if any(limits):
        yield HOLIDAYS


def beyond_text(repo: Repository, cycle: Cycle) -> str:
    """The same for the terminal, as a block of its own; empty where there is nothing to say."""
    head, *rest = [*beyond_lines(repo, cycle)] or [""]
    return "\n".join([head, *(f"  {line}" for line in rest), ""]) if head else ""


def _days(repo: Repository, beyond: BeyondFile, years: Sequence[int], today: date) -> Iterator[str]:
    limits = {limit.perihal: limit for matter in beyond.hal if (limit := _limit(repo, matter))}
    if not limits:
        return
    rows = [
        el("tr", el("th", f"LAKIP {year}", scope="row"), el("td", limit.perihal), el("td", _due(limit, year)))
        for limit in limits.values()
        for year in _coming(limit, years, today)
    ]
    yield "## Batas waktu"
    yield (
        scroll(table(("Laporan", "Perihal", "Selambatnya"), rows), "Batas waktu")
        if rows
        else el("ul", joined([el("li", f"{limit.perihal}: {_due(limit, None)}") for limit in limits.values()]))
    )
    yield HOLIDAYS


def _coming(limit: Deadline, years: Sequence[int], today: date) -> Sequence[int]:
    """The years whose day has not passed; of years that are all over, the last one."""
    return [year for year in years if (limit_of(limit, year) or today) >= today] or years[-1:]


def _matter(repo: Repository, number: int, matter: Matter) -> Iterator[str]:
    yield f"## {number}. {md(matter.nama)}"
    yield numbered(matter.cara)
    limit = _limit(repo, matter)
    told = [
        ("Simpan", matter.simpan),
        ("Batas waktu", _due(limit, None) if limit else None),
        (_named("Dasar", matter.keyakinan), matter.dasar),
        *((_named("Catatan", note.keyakinan), note.isi) for note in matter.catatan),
    ]
    yield el("ul", joined([el("li", el("strong", f"{name}:"), f" {words}") for name, words in told if words]))


def _limit(repo: Repository, matter: Matter) -> Deadline | None:
    """The office's deadline that a matter names."""
    return next((one for one in repo.office.batas_waktu if one.perihal == matter.batas_waktu), None)


def _due(limit: Deadline, year: int | None) -> str:
    """The last day for a year's report; for any year, as the office words it."""
    last = limit_of(limit, year) if year is not None else None
    said = limit_words(last) if last else f"{limit.tanggal}, tahun sesudah tahun laporannya"
    return f"{said}{_unsure(limit.keyakinan)}"


def _named(name: str, confidence: Confidence) -> str:
    """A label before whole sentences; behind words in the midst of a line stands the same in brackets."""
    return name if confidence == "terbaca" else f"{name}, {_UNSURE}"


def _unsure(confidence: Confidence) -> str:
    return "" if confidence == "terbaca" else f" ({_UNSURE})"
