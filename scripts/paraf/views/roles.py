"""A page per performer: my steps in order, what reaches me, what I hand on, what the buttons are called on screen."""

from collections.abc import Iterator

from paraf.sop.forms.papers import AnyCondition
from paraf.sop.forms.sop import Role
from paraf.sop.model import Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, joined, md, scroll
from paraf.views.overview import Drawn, narrow_flow, section_title
from paraf.views.page import Page
from paraf.views.screen_words import screen_table
from paraf.views.ways import before, onward
from paraf.views.words import BLANK, duration_words, listed, role_names


def role_pages(repo: Repository, drawn: Drawn) -> Iterator[Page]:
    """One page for every performer of the SOP, at ``/jabatan/<id>/``."""
    for role in repo.sop.roles:
        yield Page(
            path=f"jabatan/{role.id}.md",
            title=f"Saya {role.sebutan}",
            short=role.sebutan,
            doors=("Panduan SOP", "Menurut jabatan"),
            kind="jabatan",
            paper="a5",
            body="\n\n".join(_parts(repo, role, drawn)),
        )


def _parts(repo: Repository, role: Role, drawn: Drawn) -> Iterator[str]:
    sop = repo.sop
    steps = list(sop.steps_of(role.id))
    if not steps:
        yield "SOP ini tidak menyebut langkah untuk jabatan ini."
        return
    title = f"{' '.join(role.jabatan.split())}. " if role.jabatan else ""
    yield md(f"{title}{len(steps)} langkah, menurut urutan SOP.")
    for section in sop.sections:
        mine = [step for step in steps if step.section == section.code]
        if mine:
            yield f"## {md(section_title(section))}"
            yield el("ol", joined([_item(sop, role, step) for step in mine]), class_="daftar")
    acts = list(_acts(repo, role))
    if acts:
        yield "## Tulisan di layar"
        yield md("Tombol di halaman naskah berbahasa Inggris. Inilah yang Anda perlukan:")
        yield el("div", scroll(screen_table(acts), "Tulisan di layar"), class_="layar-kata")
    for section in sop.sections:
        if any(step.section == section.code for step in steps):
            flow = narrow_flow(sop, section, drawn, page=f"jabatan/{role.id}.md", mine=role.id)
            summary = el("summary", f"Langkah saya di alur bagian {section.code}")
            yield el("details", summary, flow, class_="lengkap")


def _acts(repo: Repository, role: Role) -> Iterator[AnyCondition]:
    """Everything the role does on the forge, by the papers."""
    for paper in repo.papers.value.naskah if repo.papers else ():
        for stage in paper.langkah:
            yield from (condition for condition in stage.syarat if condition.oleh == role.id)


def _item(sop: Sop, role: Role, step: Step) -> Html:
    part = _part(sop, role, step)
    time = duration_words(step.waktu)
    cells = [
        ("Bagian saya", part),
        ("Diterima dari", _people(sop, role, before(sop, step))),
        ("Yang diterima", step.kelengkapan or BLANK),
        ("Yang diserahkan", step.output or BLANK),
        ("Diteruskan ke", _people(sop, role, onward(sop, step))),
        ("Paling lama", f"{time}, untuk seluruh langkah" if part else time),
    ]
    pairs = [el("div", el("dt", name), el("dd", value)) for name, value in cells if value]
    address = f"../{step.slug}.md"
    return el(
        "li",
        el("span", step.code, class_="kode"),
        el("div", el("a", step.kegiatan, href=address), el("dl", joined(pairs))),
    )


def _part(sop: Sop, role: Role, step: Step) -> str | None:
    """What somebody does in a step that others perform; a reading is marked as one."""
    if role.id in step.performers.value.roles:
        return None
    performers = " dan ".join(sop.role[other].sebutan for other in step.performers.value.roles)
    act, given = ("menyetujui", step.approval) if role.id == step.approval.value else ("memutuskan", step.symbols)
    mark = " (tafsir kami)" if given.origin is Origin.READ else ""
    return f"{act}{mark}; langkahnya dikerjakan {performers}"


def _people(sop: Sop, role: Role, steps: list[Step]) -> str | None:
    """``Sekdin (B6)``; a step of one's own is named by its code alone."""
    words = [
        f"langkah saya {step.code}"
        if role.id in step.performers.value.roles
        else f"{role_names(sop, step)} ({step.code})"
        for step in steps
    ]
    return listed(words) or None
