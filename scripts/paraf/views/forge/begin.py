"""How a paper begins in a browser: its first file on a new branch, then a pull request of it; and how it goes on anew."""

from msgspec import Struct

from paraf.alur.facts import Tree
from paraf.alur.slots import record_of
from paraf.laporan.skeletons import skeletons
from paraf.sop.forms.papers import Evidence, Paper
from paraf.views.forge.desk import Desk
from paraf.views.forge.links import MAIN, branch_of, of_year

_AGAIN = "# Mengapa naskah ini dijalankan lagi; tulis alasan dan tanggalnya.\nalasan:\ntanggal:\n"


class Act(Struct, frozen=True, kw_only=True):
    """An act of somebody: ``who`` in words (``""``: the sentence says it), what the link says, and where it leads.

    ``how`` are the clicks as Markdown; ``plea`` is how one asks for it politely. ``link`` may be empty.
    """

    who: str
    verb: str
    link: str
    how: str = ""
    plea: str = "Mohon dilanjutkan."


def begin(desk: Desk, paper: Paper) -> Act:
    """The first act of a paper that nobody brought yet."""
    stage = paper.langkah[0]
    first = stage.syarat[0]
    if isinstance(first, Evidence):
        link = desk.forge.new(MAIN, of_year(desk.year, record_of(stage.kode)), desk.blank(stage.kode))
    else:
        link = written(desk, paper, MAIN, desk.facts.main)
    how = "Isi yang kosong. " if isinstance(first, Evidence) else f"{opened(desk, paper, desk.facts.main)} "
    how += _proposed(desk, paper, branch_of(desk.year, paper.id), desk.named(paper))
    return Act(who=desk.role(first.oleh), verb=f"Mulai {paper.nama}", link=link, how=how)


def again(desk: Desk, paper: Paper, role: str | None) -> Act:
    """A paper that was merged too early goes on: another branch with the reason why."""
    number = 1
    while of_year(desk.year, f"putaran/{paper.id}-{number}.yml") in desk.facts.main:
        number += 1
    link = desk.forge.new(MAIN, of_year(desk.year, f"putaran/{paper.id}-{number}.yml"), _AGAIN)
    how = _proposed(desk, paper, f"{branch_of(desk.year, paper.id)}-{number + 1}", desk.named(paper))
    return Act(
        who=desk.role(role) if role else "",
        verb=f"Lanjutkan {paper.nama} dalam PR baru",
        link=link,
        how=f"Tulis alasannya. {how} Yang sudah disatukan tidak perlu ditarik.",
    )


def written(desk: Desk, paper: Paper, branch: str, tree: Tree) -> str:
    """Where a paper's own file is written: the file itself, a new one, or the folder where there are several."""
    first = paper.mencakup[0]
    if several(paper):
        folder = first.rstrip("/") if first.endswith("/") else ""
        return desk.forge.show(branch, of_year(desk.year, folder).rstrip("/"))
    path = of_year(desk.year, first)
    if path in tree:
        return desk.forge.edit(branch, path)
    return desk.forge.new(branch, path, skeletons(desk.repo, paper, desk.year, ()).get(first, ""))


def several(paper: Paper) -> bool:
    """Whether a paper's own files are several, in a folder."""
    first = paper.mencakup[0]
    return first.endswith("/") or "*" in first


def opened(desk: Desk, paper: Paper, tree: Tree) -> str:
    """What is seen behind ``written``, and what is done there."""
    first = paper.mencakup[0]
    if several(paper):
        return "Pilih berkasnya, klik gambar pensil, lalu tulis."
    return "Berkasnya terbuka: tulis isinya." if of_year(desk.year, first) in tree else f"Isi kerangka {first}."


def _proposed(desk: Desk, paper: Paper, branch: str, title: str) -> str:
    """The clicks from a changed file to a pull request."""
    address = desk.forge.begin(branch, title, template=paper.id)
    return (
        f"Klik **Commit changes…** → **Create a new branch**, beri nama `{branch}` → **Propose changes**"
        f" → **Create pull request**. Bila halaman terakhir itu tidak terbuka, [buka PR-nya]({address}) dari sini."
    )
