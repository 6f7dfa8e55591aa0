"""A page per performer: my steps in order, what reaches me, what I hand on."""

from collections.abc import Iterator

from paraf.sop.forms.sop import Role
from paraf.sop.model import Sop, Step
from paraf.sop.repository import Repository
from paraf.views.html import el, md, scroll, table
from paraf.views.overview import Drawn, narrow_flow
from paraf.views.page import Page
from paraf.views.words import BLANK, duration_words


def role_pages(repo: Repository, drawn: Drawn) -> Iterator[Page]:
    """One page for every performer of the SOP, at ``/jabatan/<id>/``."""
    for role in repo.sop.roles:
        yield Page(
            path=f"jabatan/{role.id}.md",
            title=f"Saya {role.sebutan}",
            short=role.sebutan,
            doors=("Panduan SOP", "Menurut jabatan"),
            body=_body(repo.sop, role, drawn),
        )


def _body(sop: Sop, role: Role, drawn: Drawn) -> str:
    steps = list(sop.steps_of(role.id))
    if not steps:
        return "SOP ini tidak menyebut langkah untuk jabatan ini."
    intro = f"{' '.join(role.jabatan.split())}. " if role.jabatan else ""
    rows = [el("tr", *_cells(sop, role, step)) for step in steps]
    heads = ("Langkah", "Kegiatan", "Yang sampai kepada saya", "Yang saya serahkan", "Paling lama")
    mine = scroll(table(heads, rows, class_="langkah-saya"), "Langkah saya")
    flows = []
    for section in sop.sections:
        if any(step.section == section.code for step in steps):
            flow = narrow_flow(sop, section, drawn, page=f"jabatan/{role.id}.md", mine=role.id)
            flows.append(f"## {md(f'Di alur bagian {section.code}')}\n\n{flow}")
    return f"{md(f'{intro}{len(steps)} langkah, menurut urutan SOP.')}\n\n{mine}\n\n" + "\n\n".join(flows)


def _cells(sop: Sop, role: Role, step: Step) -> list[str]:
    inside = " (menyetujui di dalam langkah ini; tafsir kami)" if role.id == step.approval.value else ""
    return [
        el("td", el("a", step.code, href=f"../{step.slug}.md")),
        el("td", step.kegiatan + inside),
        el("td", step.kelengkapan or BLANK),
        el("td", step.output or BLANK),
        el("td", duration_words(step.waktu)),
    ]
