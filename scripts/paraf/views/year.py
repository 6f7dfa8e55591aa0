"""The running year and the published reports, as far as there are any; until then, plain empty states."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paraf.sop.forms.papers import Paper
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, link, scroll, table
from paraf.views.page import Page
from paraf.views.status import Status, mark
from paraf.views.words import listed

if TYPE_CHECKING:
    from paraf.views.position import Position

NO_YEAR = "Belum ada tahun berjalan."
NO_OWN_YEAR = "Tahun laporan kantor sendiri belum dibuka."
NO_REPORT = "Belum ada LAKIP yang terbit."


def _links(sop: Sop, paper: Paper) -> list[Html]:
    steps = [sop.steps[stage.kode] for stage in paper.langkah]
    return [el("a", step.code, href=f"{step.slug}.md") for step in steps]


def being_written(repo: Repository, years: Sequence[int], position: "Position | None" = None) -> str:
    """The years of which the folder was opened, as a sentence; a sample is no report of the office.

    Below a position there is a running year, even where it is only a sample.
    """
    own = [f"LAKIP {year}" for year in years if str(year) not in repo.office.tahun_contoh]
    return f"Sedang ditulis: {listed(own)}." if own else NO_OWN_YEAR if position else NO_YEAR


def position_parts(position: "Position | None") -> Iterator[str]:
    """Where the running year is; nothing where no facts tell it."""
    if position:
        from paraf.views.position import told  # only where there are facts is the flow loaded

        yield from told(position)


def _lines(position: "Position | None") -> Iterator[tuple[str, Html]]:
    if position:
        from paraf.views.position import lines

        yield from lines(position)


def _opened(repo: Repository, years: Sequence[int], position: "Position | None") -> Iterator[str]:
    """Which years there are and what the page does not show yet."""
    where = "" if repo.office.repositori else "Halaman naskah belum dibuka kantor. "
    later = "" if position else "Posisi setiap naskah tampil di sini sesudah halaman naskahnya dibuka."
    yield f"{being_written(repo, years, position)} {where}{later}".rstrip()
    samples = [str(year) for year in years if str(year) in repo.office.tahun_contoh]
    if samples:
        yield f"Tahun {listed(samples)} hanya **data contoh**, bukan laporan resmi."


def year_pages(
    repo: Repository, years: Sequence[int], position: "Position | None" = None, published: str = ""
) -> Iterator[Page]:
    """Where the papers stand, and what is published; only for a SOP with papers.

    ``years`` are those that were opened, ``position`` is where the running one is, as far as facts tell it; ``published`` is
    the list of published reports, where there are any.
    """
    if repo.papers is None:
        return
    at = dict(_lines(position))
    heads = ("Naskah", "Langkah", "Posisi") if position else ("Naskah", "Langkah")
    papers = [
        el(
            "tr",
            el("th", paper.nama, scope="row"),
            el("td", joined(_links(repo.sop, paper), " ")),
            el("td", at[paper.nama]) if position else None,
        )
        for paper in repo.papers.value.naskah
    ]
    rows = [el("tr", el("th", mark(status), scope="row"), el("td", status.value.meaning)) for status in Status]
    parts = [
        *position_parts(position),
        *_opened(repo, years, position),
        "## Naskah dan langkahnya",
        scroll(table(heads, papers, searched=False), "Naskah"),
        "## Arti tanda",
        scroll(table(("Tanda", "Artinya"), rows), "Arti tanda"),
    ]
    yield Page(path="posisi.md", title="Jadwal dan posisi", doors=("Bantuan",), body="\n\n".join(parts))
    nothing = (
        f"{NO_REPORT}\n\nYang tampil di sini hanya LAKIP yang sudah disetujui dan ditandatangani. "
        "Draf tidak pernah tampil.\n\n"
        f"Sambil menunggu: {link('jadwal dan posisi', 'posisi.md')}, atau {link('seluruh langkah', 'sekilas.md')}."
    )
    # Where years stand behind the door, this page is one of them, and the first.
    short = "Semua tahun" if published else None
    body = published or nothing
    yield Page(path="terbit.md", title="LAKIP terbit", short=short, doors=("LAKIP terbit",), body=body, order=0)
