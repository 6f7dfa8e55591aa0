"""Catatan atas SOP: what the office must decide, everything we read where the SOP is silent, every gap the checks found."""

from collections.abc import Iterator

from paraf.finding import Finding
from paraf.rules.catalogue import BY_CODE
from paraf.rules.sop115_catatan_penyalin import RULE as REMARKS
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, md, scroll, stacked
from paraf.views.page import Page
from paraf.views.tafsir import Reading, readings
from paraf.views.words import counts

# From here on a list of findings is folded, so that the page can be worked through rule by rule.
_LONG = 6


def notes_page(repo: Repository, findings: list[Finding]) -> Page:
    """The page the office works through when it confirms or revises its SOP: what is really in doubt comes first."""
    parts = [
        "SOP disalin apa adanya. Halaman ini mengumpulkan hal yang tidak tertulis di SOP dan perlu dipastikan kantor.",
        *_remarks([finding for finding in findings if finding.code == REMARKS.code]),
        "## Tafsir kami, menunggu konfirmasi",
        *_readings(repo.sop),
        "## Catatan pemeriksaan",
        f"Hasil pemeriksaan SOP: {counts(findings)}.",
        *_findings([finding for finding in findings if finding.code != REMARKS.code]),
    ]
    return Page(path="catatan-sop.md", title="Catatan atas SOP", doors=("Panduan SOP",), body="\n\n".join(parts))


def _remarks(remarks: list[Finding]) -> Iterator[str]:
    """What was seen while copying, in full."""
    if remarks:
        yield "## Yang perlu diputuskan kantor"
        yield f"Terlihat saat menyalin SOP; pejabat yang mengesahkannya yang memutuskan. {_rule_link(REMARKS.code)}"
        yield el("ul", joined([el("li", el("strong", f"{found.subject}:"), f" {found.message}") for found in remarks]))


def _readings(sop: Sop) -> Iterator[str]:
    """What is in doubt as a table; what the sentences themselves say is folded."""
    rows = [(step.slug, step.code, reading) for step in sop.steps.values() for reading in readings(sop, step)]
    if not rows:
        yield "Tidak ada: semuanya tertulis di SOP."
    doubts = [row for row in rows if not row[2].routine]
    if doubts:
        yield _readings_table(doubts, "Tafsir kami")
    routine = [row for row in rows if row[2].routine]
    if routine:
        title = f"{len(routine)} bacaan lagi yang terbaca langsung dari kalimat kegiatannya"
        yield el("details", el("summary", title), _readings_table(routine, "Bacaan langsung"))


def _readings_table(rows: list[tuple[str, str, Reading]], label: str) -> Html:
    cells = [
        (el("a", code, href=f"{slug}.md"), reading.subject, reading.value, reading.reason)
        for slug, code, reading in rows
    ]
    return scroll(stacked(("Langkah", "Hal", "Bacaan kami", "Alasan"), cells, "tabel rapat"), label)


def _findings(findings: list[Finding]) -> Iterator[str]:
    """One heading per rule, its findings as a list; the long lists, which repeat themselves, come last and folded."""
    groups = {code: [found for found in findings if found.code == code] for code in {f.code: None for f in findings}}
    for code, found in sorted(groups.items(), key=lambda group: len(group[1]) > _LONG):
        rule = BY_CODE[code]
        yield f"### {md(rule.name)}"
        yield f"{md(rule.page.summary)} {_rule_link(code)}"
        listed = el("ul", joined([_item(finding) for finding in found]))
        yield el("details", el("summary", f"{len(found)} catatan"), listed) if len(found) > _LONG else listed


def _rule_link(code: str) -> str:
    return f"[{code}](aturan/{code.lower()}.md)"


def _item(finding: Finding) -> Html:
    return el(
        "li",
        el("strong", f"{finding.subject}:"),
        f" {finding.message} ",
        el("span", finding.repair, class_="perbaikan"),
    )
