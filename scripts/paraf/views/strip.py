"""The strip of all steps that tops each step page: one row of codes per procedure."""

from paraf.sop.model import Sop
from paraf.views.html import Html, el, joined
from paraf.views.page import up


def strip(sop: Sop, *, page: str, current: str | None = None) -> Html:
    """Links to every step; the ``current`` one is marked for the eye and for those who listen."""
    rows = [
        el(
            "ol",
            joined(
                [
                    el(
                        "li",
                        el(
                            "a",
                            step.code,
                            href=f"{up(page)}{step.slug}.md",
                            aria_current="page" if step.code == current else None,
                        ),
                    )
                    for step in section.steps
                ]
            ),
        )
        for section in sop.sections
    ]
    return el("nav", joined(rows), class_="pita", aria_label="Semua langkah")
