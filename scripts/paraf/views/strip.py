"""The strip of all steps that tops each step page: one row of codes per procedure, and the ways back below it."""

from collections.abc import Callable

from paraf.sop.model import Sop, Step
from paraf.views.html import Html, el, joined
from paraf.views.neighbours import ways_back

Strip = Callable[[str], Html]


def strip(sop: Sop) -> Strip:
    """For the code of a step its strip, in which it is marked for the eye and for those who listen.

    The other links are the same on every page beside the steps, so they are made once. A phone shows the row of the
    step's own procedure only (``lain``: the others).
    """
    plain = {step.code: _item(step) for step in sop.steps.values()}

    def at(code: str) -> Html:
        here = sop.steps[code]
        items = plain | {code: _item(here, current="page")}
        rows = [
            el(
                "ol",
                joined([items[step.code] for step in section.steps]),
                class_=None if section.code == here.section else "lain",
            )
            for section in sop.sections
        ]
        back = el("p", ways_back(sop, here), class_="balik")
        return el("nav", joined(rows), back, class_="pita", aria_label="Semua langkah", data_search_exclude="")

    return at


def _item(step: Step, current: str | None = None) -> Html:
    return el("li", el("a", step.code, href=f"{step.slug}.md", aria_current=current))
