"""The foot of a step's page: the step before and after, one's own next step, and the way back to flow and role."""

from paraf.sop.model import Sop, Step
from paraf.views.html import Html, el, joined
from paraf.views.ways import next_of


def neighbours(sop: Sop, step: Step) -> Html:
    """Links to the step before and after, and for each of its people to their own next step."""
    codes = list(sop.steps)
    index = codes.index(step.code)
    previous = sop.steps[codes[index - 1]] if index else None
    after = sop.steps[codes[index + 1]] if index + 1 < len(codes) else None
    links = [
        el("a", f"{word} {other.code}", href=f"{other.slug}.md", rel=rel)
        for word, other, rel in (("Sebelumnya:", previous, "prev"), ("Berikutnya:", after, "next"))
        if other
    ]
    links += [
        el(
            "a",
            f"Langkah {role.sebutan} berikutnya: ",
            el("b", mine.code),
            f" {mine.kegiatan}",
            href=f"{mine.slug}.md",
            class_="milik",
        )
        if mine
        else el("p", f"Ini langkah terakhir {role.sebutan}.", class_="milik")
        for role, mine in next_of(sop, step)
    ]
    return el("nav", joined(links), class_="tetangga", aria_label="Langkah lain", data_search_exclude="")


def ways_back(sop: Sop, step: Step) -> Html:
    """Links to the flow of the step's part, to the other parts, and to all steps of each of its people."""
    own = el("a", f"Alur {step.section}", href=f"{step.section.lower()}.md")
    parts = [
        el("a", f"Bagian {section.code}", href=f"{section.code.lower()}.md")
        for section in sop.sections
        if section.code != step.section
    ]
    people = [
        el("a", f"Semua langkah {role.sebutan}", href=f"jabatan/{role.id}.md")
        for role in sop.roles
        if role.id in step.acting
    ]
    return joined([own, *parts, *people])
