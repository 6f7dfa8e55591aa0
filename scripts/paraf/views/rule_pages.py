"""A page per rule, generated from the rule itself, and their list."""

from collections.abc import Iterator

from paraf.rules.base import PARTS, AnyRule
from paraf.views.html import el, md, scroll, stacked
from paraf.views.page import Page

_WEIGHT = 0.1
"""Readers of the guide look for steps first; a rule is mostly sought by its code."""


def rule_pages(rules: tuple[AnyRule, ...]) -> Iterator[Page]:
    """The list first, then every rule at ``/aturan/<kode>/``."""
    rows = [
        (el("a", rule.code, href=f"{rule.code.lower()}.md"), rule.name, rule.severity.heading, rule.page.summary)
        for rule in rules
    ]
    listed = stacked(("Kode", "Nama", "Bobot", "Yang diperiksa"), rows, "tabel rapat")
    yield Page(
        path="aturan/index.md",
        title="Butir pemeriksaan",
        doors=("Menulis",),
        order=60,
        body=f"Yang diperiksa pada SOP dan laporan. Kodenya tetap, jadi boleh dikutip.\n\n{scroll(listed, 'Butir pemeriksaan')}",
    )
    for rule in rules:
        path, title = f"aturan/{rule.code.lower()}.md", f"{rule.code} · {rule.name}"
        yield Page(path=path, title=title, body=_body(rule), weight=_WEIGHT)


def _body(rule: AnyRule) -> str:
    page = rule.page
    parts = [md(page.summary), f"**Bobot:** {rule.severity.heading}. **Dasar:** {md(rule.basis)}."]
    for name in PARTS:
        parts.append(f"## {name}\n\n{page.parts[name]}")
    return "\n\n".join(parts)
