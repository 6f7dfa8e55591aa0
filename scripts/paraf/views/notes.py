"""Catatan atas SOP: everything we read where the SOP is silent, and every gap the checks found."""

from collections.abc import Iterator

from paraf.finding import Finding
from paraf.rules import BY_CODE
from paraf.sop.model import Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, md, scroll, table
from paraf.views.page import Page
from paraf.views.words import counts, role_names


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
        for what, value, why in _readings(sop, step)
    ]
    if not rows:
        return "Tidak ada: semuanya tertulis di SOP."
    return scroll(table(("Langkah", "Hal", "Bacaan kami", "Alasan"), rows), "Tafsir kami")


def _readings(sop: Sop, step: Step) -> Iterator[tuple[str, str, str]]:
    if step.performers.origin is Origin.READ:
        yield "Pelaksana", role_names(sop, step), step.performers.reason or ""
    if step.symbols.origin is Origin.READ:
        shapes = ", ".join(symbol.bentuk.replace("-", " ") for symbol in step.symbols.value)
        yield "Simbol", shapes, step.symbols.reason or ""
    if step.on_refusal.origin is Origin.READ:
        yield "Bila ditolak", f"kembali ke {step.on_refusal.value}", step.on_refusal.reason or ""
    if step.approval.value:
        yield "Persetujuan", sop.role[step.approval.value].sebutan, step.approval.reason or ""


def _findings(findings: list[Finding]) -> Iterator[str]:
    """One heading per rule, its findings as a list."""
    for code in dict.fromkeys(finding.code for finding in findings):
        rule = BY_CODE[code]
        yield f"### {md(rule.name)}"
        yield f"{md(rule.page.summary)} [{code}](aturan/{code.lower()}.md)"
        yield el("ul", joined([_item(finding) for finding in findings if finding.code == code]))


def _item(finding: Finding) -> Html:
    return el(
        "li",
        el("strong", f"{finding.subject}:"),
        f" {finding.message} ",
        el("span", finding.repair, class_="perbaikan"),
    )
