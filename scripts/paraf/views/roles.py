"""A page per performer: my steps in order, what reaches me, what I hand on, what the buttons are called on screen."""

from collections.abc import Collection, Iterator, Mapping

from paraf.sop.forms.papers import AnyCondition
from paraf.sop.forms.sop import Role
from paraf.sop.model import Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.sop.stages import carriers
from paraf.views.html import Html, el, joined, md, scroll
from paraf.views.overview import Drawn, narrow_flow, section_title
from paraf.views.page import Page
from paraf.views.screen_words import screen_table
from paraf.views.ways import Carriers, asked_at, asked_in, before, judges, onward
from paraf.views.words import BLANK, duration_words, listed, performer_names
from paraf.views.writing import guide_links, written_steps

APPROVING = "menyetujui"
"""The folder of the hand-written pages that say what a performer clicks, one for each that has one."""


def role_pages(repo: Repository, drawn: Drawn, docs: Collection[str]) -> Iterator[Page]:
    """One page for every performer of the SOP, at ``/jabatan/<id>/``; ``docs`` are the hand-written pages there are."""
    guides = guide_links(docs, "../")
    writing = dict.fromkeys(written_steps(repo.papers.value.naskah if repo.papers else ()), guides)
    for role in repo.sop.roles:
        yield Page(
            path=f"jabatan/{role.id}.md",
            title=f"Saya {role.sebutan}",
            short=role.sebutan,
            doors=("Panduan SOP", "Menurut jabatan"),
            kind="jabatan",
            paper="a5",
            words=(role.sebutan, f"Saya {role.sebutan}", *role.sebutan_lain, *([role.jabatan] if role.jabatan else [])),
            body="\n\n".join(_parts(repo, role, drawn, writing, docs)),
        )


def _parts(
    repo: Repository, role: Role, drawn: Drawn, writing: Mapping[str, Html | None], docs: Collection[str]
) -> Iterator[str]:
    sop = repo.sop
    steps = list(sop.steps_of(role.id))
    if not steps:
        yield "SOP ini tidak menyebut langkah untuk jabatan ini."
        return
    title = f"{' '.join(role.jabatan.split())}. " if role.jabatan else ""
    yield md(f"{title}{len(steps)} langkah, menurut urutan SOP.")
    carried = carriers(repo.papers.value if repo.papers else None)
    for section in sop.sections:
        mine = [step for step in steps if step.section == section.code]
        if mine:
            yield f"## {md(section_title(section))}"
            items = joined([_item(sop, role, step, carried, writing.get(step.code)) for step in mine])
            yield el("ol", items, class_="daftar", data_search_exclude="")
    acts = list(_acts(repo, role))
    if acts:
        yield "## Tulisan di layar"
        yield md("Tombol di halaman naskah berbahasa Inggris. Inilah yang Anda perlukan:")
        yield el("div", scroll(screen_table(acts), "Tulisan di layar"), class_="layar-kata")
        guide = f"{APPROVING}/{role.id}.md"
        if guide in docs:
            yield el("p", el("a", "Semua caranya di layar, langkah demi langkah", href=f"../{guide}"), class_="layar")
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


def _item(sop: Sop, role: Role, step: Step, carriers: Carriers, guides: Html | None) -> Html:
    part = _part(sop, role, step)
    time = duration_words(step.waktu)
    back = [sop.steps[step.on_refusal.value]] if step.on_refusal.value else []
    cells = [
        ("Bagian saya", part),
        *_hand_over(sop, role, step, carriers),
        ("Cara menulisnya", guides),
        ("Bila dikembalikan", f"ke {_people(sop, role, back)}" if back else None),
        ("Paling lama", f"{time}, untuk seluruh langkah" if part else time),
    ]
    pairs = [el("div", el("dt", name), el("dd", value)) for name, value in cells if value]
    address = f"../{step.slug}.md"
    return el(
        "li",
        el("span", step.code, class_="kode"),
        el("div", el("a", step.kegiatan, href=address), el("dl", joined(pairs))),
    )


def _hand_over(sop: Sop, role: Role, step: Step, carriers: Carriers) -> Iterator[tuple[str, str | None]]:
    """What comes from whom and goes to whom; inside a step the paper goes from its performers to who decides, and on."""
    asked = asked_at(sop, step, carriers)
    if role.id in judges(step):
        paper = carriers.get(step.code)
        came, thing = _people(sop, role, [asked]), paper.nama if paper else step.output
        goes = _people(sop, role, onward(sop, step) if asked is step else [step])
    else:
        came, thing = _senders(sop, role, step, carriers), step.kelengkapan
        here = asked_in(sop, step, carriers)
        after = [other for other in onward(sop, step) if other.code not in {asked.code for asked in here}]
        goes = listed([words for words in (_judges(sop, here), _people(sop, role, after)) if words], "lalu") or None
    yield "Diterima dari", came
    yield "Yang diterima", thing or BLANK
    yield "Yang diserahkan", step.output or BLANK
    yield "Diteruskan ke", goes


def _senders(sop: Sop, role: Role, step: Step, carriers: Carriers) -> str | None:
    """From whom a step's performers have the paper: who decided inside it or inside the step before, else its performers."""
    if judges(step) and asked_at(sop, step, carriers) is not step:
        return _judges(sop, [step])
    earlier = before(sop, step)
    decided = [other for other in earlier if judges(other) and asked_at(sop, other, carriers) is other]
    others = [other for other in earlier if other not in decided]
    return listed([words for words in (_judges(sop, decided), _people(sop, role, others)) if words]) or None


def _judges(sop: Sop, steps: list[Step]) -> str | None:
    """``Kadin (B11)``: who decides inside steps that others perform."""
    return listed([f"{sop.role[role].sebutan} ({step.code})" for step in steps for role in judges(step)]) or None


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
        else f"{performer_names(sop, step)} ({step.code})"
        for step in steps
    ]
    return listed(words) or None
