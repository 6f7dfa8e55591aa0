"""The running year and the published reports, as far as there are any; until then, plain empty states."""

from collections.abc import Iterator, Sequence

from paraf.sop.forms.papers import Paper
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, link, scroll, table
from paraf.views.page import Page
from paraf.views.status import Status, mark
from paraf.views.words import listed

NO_YEAR = "Belum ada tahun berjalan."
NO_REPORT = "Belum ada LAKIP yang terbit."


def _links(sop: Sop, paper: Paper) -> list[Html]:
    steps = [sop.steps[stage.kode] for stage in paper.langkah]
    return [el("a", step.code, href=f"{step.slug}.md") for step in steps]


def being_written(repo: Repository, years: Sequence[int]) -> str:
    """The years of which the folder was opened, as a sentence; a sample is no report of the office."""
    own = [f"LAKIP {year}" for year in years if str(year) not in repo.office.tahun_contoh]
    return f"Sedang ditulis: {listed(own)}." if own else NO_YEAR


def _opened(repo: Repository, years: Sequence[int]) -> Iterator[str]:
    """Which years there are and what the page does not show yet."""
    where = "" if repo.office.repositori else "Halaman naskah belum dibuka kantor. "
    yield f"{being_written(repo, years)} {where}Posisi setiap naskah tampil di sini sesudah halaman naskahnya dibuka."
    samples = [str(year) for year in years if str(year) in repo.office.tahun_contoh]
    if samples:
        yield f"Tahun {listed(samples)} hanya **data contoh**, bukan laporan resmi."


def year_pages(repo: Repository, years: Sequence[int]) -> Iterator[Page]:
    """Where the papers stand, and what is published; only for a SOP with papers. ``years`` are those that were opened."""
    if repo.papers is None:
        return
    papers = [
        el("tr", el("th", paper.nama, scope="row"), el("td", joined(_links(repo.sop, paper), " ")))
        for paper in repo.papers.value.naskah
    ]
    rows = [el("tr", el("th", mark(status), scope="row"), el("td", status.value.meaning)) for status in Status]
    parts = [
        *_opened(repo, years),
        "## Naskah yang akan berjalan",
        scroll(table(("Naskah", "Langkah"), papers, searched=False), "Naskah"),
        "## Arti tanda",
        scroll(table(("Tanda", "Artinya"), rows), "Arti tanda"),
    ]
    yield Page(path="posisi.md", title="Jadwal dan posisi", doors=("Bantuan",), body="\n\n".join(parts))
    published = (
        f"{NO_REPORT}\n\nYang tampil di sini hanya LAKIP yang sudah disetujui dan ditandatangani. "
        "Draf tidak pernah tampil.\n\n"
        f"Sambil menunggu: {link('jadwal dan posisi', 'posisi.md')}, atau {link('seluruh langkah', 'sekilas.md')}."
    )
    yield Page(path="terbit.md", title="LAKIP terbit", doors=("LAKIP terbit",), body=published)
