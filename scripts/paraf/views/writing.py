"""The way to the guides for writing, from wherever somebody stands who has to write a part of the report."""

from collections.abc import Collection

from paraf.laporan.report import PERFORMANCE
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Paper, Write
from paraf.views.html import Html, el
from paraf.views.words import listed

GUIDES = {
    "menulis/mulai.md": "Mulai menulis",
    "menulis/data.md": "Mengisi data",
    "menulis/periksa.md": "Periksa dan cetak",
}
"""The hand-written pages that say how, as far as the office has them, and how they are called."""
EVIDENCE = "menulis/bukti.md"
"""The page that says how evidence is recorded, where the office has it."""
_REPORT = ("10-bab.md", PERFORMANCE)
"""A paper that covers a chapter or the figures is a part of the report; a letter is written without these guides."""


def written_steps(papers: Collection[Paper]) -> frozenset[str]:
    """The codes of the steps in which a part of the report is written."""
    return frozenset(
        stage.kode
        for paper in papers
        if any(covers(paper.mencakup, name) for name in _REPORT)
        for stage in paper.langkah
        if any(isinstance(condition, Write) for condition in stage.syarat)
    )


def guide_links(docs: Collection[str], up: str = "") -> Html | None:
    """Links to the guides that there are; ``None`` when the office has none."""
    found = [el("a", name, href=f"{up}{path}") for path, name in GUIDES.items() if path in docs]
    return Html(listed(list(found))) if found else None
