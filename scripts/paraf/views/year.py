"""The running year and the published reports, as far as there are any; until then, plain empty states."""

from collections.abc import Iterator

from paraf.sop.forms.papers import PapersFile
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, scroll, table
from paraf.views.page import Page
from paraf.views.status import Status, icon, mark

NO_YEAR = "Belum ada tahun berjalan."
NO_REPORT = "Belum ada LAKIP yang terbit."


def position_strip(papers: PapersFile, *, named: bool) -> Html:
    """Every step as a tick, in the groups of the papers that carry them; nothing has begun."""
    groups = []
    for paper in papers.naskah:
        ticks = el("span", joined([icon(Status.BELUM)] * len(paper.langkah)), class_="tik")
        words = f"{paper.nama}: {len(paper.langkah)} langkah belum dimulai"
        groups.append(el("li", ticks, el("small", words) if named else el("span", words, class_="terdengar")))
    return el("ul", joined(groups), class_="posisi bernama" if named else "posisi")


def year_pages(repo: Repository) -> Iterator[Page]:
    """Where the papers stand, and what is published; only for a SOP with papers."""
    if repo.papers is None:
        return
    rows = [el("tr", el("th", mark(status), scope="row"), el("td", status.value.meaning)) for status in Status]
    parts = [
        f"{NO_YEAR} Begitu satu tahun laporan dibuka, halaman ini menunjukkan posisi setiap naskahnya.",
        position_strip(repo.papers.value, named=True),
        "## Arti tanda",
        scroll(table(("Tanda", "Artinya"), rows), "Arti tanda"),
    ]
    yield Page(path="posisi.md", title="Jadwal dan posisi", doors=("Bantuan",), body="\n\n".join(parts))
    published = (
        f"{NO_REPORT}\n\nYang tampil di sini hanya LAKIP yang sudah disetujui dan ditandatangani. "
        "Draf tidak pernah tampil."
    )
    yield Page(path="terbit.md", title="LAKIP terbit", short="Semua tahun", doors=("LAKIP terbit",), body=published)
