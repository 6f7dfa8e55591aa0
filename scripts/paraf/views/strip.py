"""The strip of all steps that tops each step page: one row of codes per procedure."""

from collections.abc import Callable

from paraf.sop.model import Sop, Step
from paraf.views.html import Html, el, joined

Strip = Callable[[str], Html]


def strip(sop: Sop) -> Strip:
    """For the code of a step its strip, in which it is marked for the eye and for those who listen.

    The other links are the same on every page beside the steps, so they are made once.
    """
    plain = {step.code: _item(step) for step in sop.steps.values()}

    def at(code: str) -> Html:
        items = plain | {code: _item(sop.steps[code], current="page")}
        rows = [el("ol", joined([items[step.code] for step in section.steps])) for section in sop.sections]
        return el("nav", joined(rows), class_="pita", aria_label="Semua langkah", data_search_exclude="")

    return at


def _item(step: Step, current: str | None = None) -> Html:
    return el("li", el("a", step.code, href=f"{step.slug}.md", aria_current=current))
