"""A page per step: what to do first, then what the SOP prints, then what we read."""

from collections.abc import Iterator

from paraf.sop.forms.papers import Approve
from paraf.sop.forms.sop import ExtraColumn
from paraf.sop.model import Given, Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.sop.stages import StageRow, stage_rows
from paraf.views.html import Html, el, joined, link, md
from paraf.views.page import Page
from paraf.views.words import BLANK, condition_words, duration_words, role_names


def step_pages(repo: Repository) -> Iterator[Page]:
    """One page for every step, at the address that can be said on the telephone: ``/b7/``."""
    rows = {row.step.code: row for row in stage_rows(repo.sop, repo.papers.value)} if repo.papers else {}
    for step in repo.sop.steps.values():
        yield Page(
            path=f"{step.slug}.md",
            title=f"{step.code} · {step.kegiatan}",
            body="\n\n".join(_parts(repo.sop, step, rows.get(step.code))),
        )


def _parts(sop: Sop, step: Step, row: StageRow | None) -> Iterator[str]:
    yield card(sop, step)
    yield "## Yang Anda lakukan"
    yield numbered(step.cara) if step.cara else "Caranya belum ditulis."
    if row and row.conditions:
        yield "## Selesai bila"
        yield "\n".join(f"- {md(condition_words(sop, condition))}." for condition in row.conditions)
    if step.on_refusal.value and (step.decides or (row and _approves(row))):
        back = sop.steps[step.on_refusal.value]
        yield "## Bila ditolak"
        target = link(back.code, f"{back.slug}.md")
        yield f"Naskah kembali ke {target}: {md(back.kegiatan)}. {origin_note(step.on_refusal)}"
    yield "## Tertulis di SOP"
    yield printed(sop, step)
    readings = list(_readings(sop, step))
    if readings:
        yield "## Tafsir kami, menunggu konfirmasi"
        yield "\n".join(readings)
    yield neighbours(sop, step)


def _approves(row: StageRow) -> bool:
    return any(isinstance(condition, Approve) for condition in row.conditions)


def card(sop: Sop, step: Step) -> Html:
    """Who, how long at most, what is needed, what comes out."""
    cells = [
        ("Siapa", role_names(sop, step)),
        ("Paling lama", duration_words(step.waktu)),
        ("Butuh", step.kelengkapan or BLANK),
        ("Hasil", step.output or BLANK),
    ]
    pairs = [el("div", el("dt", name), el("dd", value)) for name, value in cells]
    return el("dl", joined(pairs), class_="kartu")


def numbered(sentences: tuple[str, ...]) -> str:
    """A numbered Markdown list."""
    return "\n".join(f"{number}. {md(sentence)}" for number, sentence in enumerate(sentences, start=1))


def printed(sop: Sop, step: Step) -> Html:
    """The verbatim row as label and value."""
    heads = sop.heads
    cells = [
        (heads.no, step.printed_number),
        (heads.kegiatan, step.kegiatan),
        (heads.kelengkapan, step.kelengkapan),
        (heads.waktu, step.waktu.text),
        (heads.output, step.output),
        *((column.judul, step.tambahan.get(column.id)) for column in _section_extra(sop, step)),
        (heads.ket, step.ket),
    ]
    blank = el("em", "kosong")
    pairs = [el("div", el("dt", name), el("dd", value or blank)) for name, value in cells]
    return el("dl", joined(pairs), class_="tertulis")


def _section_extra(sop: Sop, step: Step) -> list[ExtraColumn]:
    return [column for section in sop.sections if section.code == step.section for column in section.extra]


def _readings(sop: Sop, step: Step) -> Iterator[str]:
    """Every value of the step that is ours and not the print's, with its reason."""
    if step.performers.origin is Origin.READ:
        yield f"- **Pelaksana:** {md(role_names(sop, step))}. {md(step.performers.reason or '')}"
    if step.symbols.origin is Origin.READ:
        shapes = ", ".join(symbol.bentuk.replace("-", " ") for symbol in step.symbols.value)
        yield f"- **Simbol:** {md(shapes)}. {md(step.symbols.reason or '')}"
    if step.on_refusal.origin is Origin.READ:
        yield f"- **Bila ditolak:** kembali ke {md(step.on_refusal.value or '')}. {md(step.on_refusal.reason or '')}"
    if step.approval.value:
        yield f"- **Persetujuan:** {md(sop.role[step.approval.value].sebutan)}. {md(step.approval.reason or '')}"


def origin_note(given: Given[str | None]) -> str:
    """A short mark beside a value that the print does not contain."""
    return "*(tafsir kami)*" if given.origin is Origin.READ else ""


def neighbours(sop: Sop, step: Step) -> Html:
    """Links to the step before and after."""
    codes = list(sop.steps)
    index = codes.index(step.code)
    before = sop.steps[codes[index - 1]] if index else None
    after = sop.steps[codes[index + 1]] if index + 1 < len(codes) else None
    links = [
        el("a", f"{word} {other.code}", href=f"{other.slug}.md", rel=rel)
        for word, other, rel in (("Sebelumnya:", before, "prev"), ("Berikutnya:", after, "next"))
        if other
    ]
    return el("nav", joined(links), class_="tetangga", aria_label="Langkah sebelum dan sesudah")
