"""Catatan atas SOP: everything we read where the SOP is silent, and every gap the checks found."""

from collections.abc import Iterator

from paraf.finding import Finding
from paraf.rules import BY_CODE
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, md, scroll, table
from paraf.views.page import Page
from paraf.views.steps import readings_of
from paraf.views.words import counts

# From here on a list of findings is folded, so that the page can be worked through rule by rule.
_LONG = 6


def notes_page(repo: Repository, findings: list[Finding]) -> Page:
    """The page the office works through when it confirms or revises its SOP."""
    parts = [
        "SOP disalin apa adanya. Halaman ini mengumpulkan hal yang tidak tertulis di SOP dan perlu dipastikan kantor.",
        "## Tafsir kami, menunggu konfirmasi",
        _readings_table(repo.sop),
        "## Catatan pemeriksaan",
        f"Hasil pemeriksaan SOP: {counts(findings)}.",
        *_findings(findings),
    ]
    return Page(path="catatan-sop.md", title="Catatan atas SOP", doors=("Panduan SOP",), body="\n\n".join(parts))


def _readings_table(sop: Sop) -> str:
    rows = [
        el("tr", el("td", el("a", step.code, href=f"{step.slug}.md")), el("td", what), el("td", value), el("td", why))
        for step in sop.steps.values()
        for what, value, why in readings_of(sop, step)
    ]
    if not rows:
        return "Tidak ada: semuanya tertulis di SOP."
    return scroll(table(("Langkah", "Hal", "Bacaan kami", "Alasan"), rows), "Tafsir kami")


def _findings(findings: list[Finding]) -> Iterator[str]:
    """One heading per rule, its findings as a list."""
    for code in dict.fromkeys(finding.code for finding in findings):
        rule = BY_CODE[code]
        yield f"### {md(rule.name)}"
        yield f"{md(rule.page.summary)} [{code}](aturan/{code.lower()}.md)"
        items = [_item(finding) for finding in findings if finding.code == code]
        listed = el("ul", joined(items))
        yield el("details", el("summary", f"{len(items)} catatan"), listed) if len(items) > _LONG else listed


def _item(finding: Finding) -> Html:
    return el(
        "li",
        el("strong", f"{finding.subject}:"),
        f" {finding.message} ",
        el("span", finding.repair, class_="perbaikan"),
    )
