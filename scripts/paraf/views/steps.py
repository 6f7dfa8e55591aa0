"""A page per step: what to do first, then what the SOP prints, then what we read."""

from collections.abc import Iterator

from paraf.sop.forms.papers import Approve
from paraf.sop.forms.sop import ExtraColumn
from paraf.sop.model import Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.sop.stages import StageRow, stage_rows
from paraf.views.html import Html, el, joined, md
from paraf.views.messages import Message, messages
from paraf.views.page import Page
from paraf.views.roots import roots
from paraf.views.strip import Strip, strip
from paraf.views.ways import next_of, refused_into
from paraf.views.words import BLANK, condition_words, duration_words, listed, role_names


def step_pages(repo: Repository) -> Iterator[Page]:
    """One page for every step, at the address that can be said on the telephone: ``/b7/``."""
    rows = {row.step.code: row for row in stage_rows(repo.sop, repo.papers.value)} if repo.papers else {}
    strip_at = strip(repo.sop)
    for step in repo.sop.steps.values():
        yield Page(
            path=f"{step.slug}.md",
            title=f"{step.code} · {step.kegiatan}",
            heading=Html(f"{el('span', step.code, class_='kode')} {md(step.kegiatan)}"),
            summary=f"Siapa: {role_names(repo.sop, step)}. Paling lama: {duration_words(step.waktu)}. "
            f"Hasil: {step.output or BLANK}.",
            kind="langkah",
            paper="a5",
            wide=True,
            body=_body(repo, step, rows.get(step.code), strip_at),
        )


def _body(repo: Repository, step: Step, row: StageRow | None, strip_at: Strip) -> str:
    sop = repo.sop
    doing = el("div", joined([*_doing(repo, step, row), *_refusals(sop, step, row)]))
    behind = el("aside", joined(list(_behind(sop, step))), class_="lengkap", data_search_exclude="")
    parts = [
        strip_at(step.code),
        card(sop, step),
        el("div", doing, behind, class_="dua"),
        neighbours(sop, step),
        # The search keeps this mark, so that its results can leave the words out (panduan.css).
        el("p", el("sup", _search_words(sop, step, row)), hidden="hidden"),
    ]
    return "\n\n".join(parts)


def _section(title: str, *content: Html) -> Html:
    return el("section", el("h2", title), *content)


def _doing(repo: Repository, step: Step, row: StageRow | None) -> Iterator[Html]:
    paper = row.paper.nama if row and row.paper else None
    how = numbered(step.cara) if step.cara else el("p", "Caranya belum ditulis.")
    yield _section("Yang Anda lakukan", how, *(_button(repo, paper) if paper else []))
    found = messages(repo.sop, step, paper, repo.office.situs)
    letters = [_letter(number, message) for number, message in enumerate(found, start=1)]
    if letters:
        yield el("section", el("h2", "Pesan siap salin"), *letters, class_="layar", data_search_exclude="")
    if row and row.conditions:
        conditions = [el("li", f"{condition_words(repo.sop, condition)}.") for condition in row.conditions]
        yield _section("Selesai bila", el("ul", joined(conditions)))


def _letter(number: int, message: Message) -> Html:
    """The theme's script copies what a button with this attribute points at; without scripts it is marked by hand."""
    name = f"pesan-{number}"
    button = el("button", "Salin pesan", type="button", data_clipboard_target=f"#{name}")
    words = el("pre", "\n".join(message.lines), id=name)
    return el("figure", el("figcaption", f"{message.occasion}:"), words, button, class_="pesan")


def _button(repo: Repository, paper: str) -> Iterator[Html]:
    """The paper's page on the forge, once the office has named its repository."""
    if repo.office.repositori:
        words = f'is:pr is:open in:title "{paper}"'.encode()
        query = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"%{byte:02X}" for byte in words)
        address = f"{repo.office.repositori}/pulls?q={query}"
        yield el("p", el("a", f"Buka halaman naskah: {paper}", href=address, class_="tombol"), class_="layar")
    else:
        yield el("p", "Halaman naskah belum dibuka oleh kantor.", class_="lirih layar")


def _refusals(sop: Sop, step: Step, row: StageRow | None) -> Iterator[Html]:
    sentences = []
    approving = row is not None and any(isinstance(condition, Approve) for condition in row.conditions)
    if step.on_refusal.value and (step.decides or approving):
        back = sop.steps[step.on_refusal.value]
        read = el("em", " (tafsir kami)") if step.on_refusal.origin is Origin.READ else None
        where = el("a", back.code, href=f"{back.slug}.md")
        sentences.append(el("p", "Pekerjaan kembali ke ", where, f" ({role_names(sop, back)}): {back.kegiatan}.", read))
    into = [other for other in refused_into(sop, step) if other.code != step.code]
    if into:
        links = listed([el("a", other.code, href=f"{other.slug}.md") for other in into], "atau")
        sentences.append(el("p", "Langkah ini diulang bila ", Html(links), " ditolak."))
    if sentences:
        yield _section("Bila ditolak", *sentences)


def _behind(sop: Sop, step: Step) -> Iterator[Html]:
    """What the sentences above rest on: the printed row, and our readings of it."""
    yield _section("Tertulis di SOP", printed(sop, step))
    readings = [el("li", el("strong", f"{what}:"), f" {value}. {why}") for what, value, why in readings_of(sop, step)]
    if readings:
        yield _section("Tafsir kami, menunggu konfirmasi", el("ul", joined(readings), class_="tafsir-kami"))


def _search_words(sop: Sop, step: Step, row: StageRow | None) -> str:
    """What people may type for this step: its code in every spelling, roots, everyday words, titles of its people."""
    spelled = [f"{step.section}{mark}{step.number}" for mark in (".", "-", " ")]
    people = [
        word
        for role in sop.roles
        if role.id in step.acting
        for word in (role.sebutan, role.jabatan or "", *role.sebutan_lain)
    ]
    said = " ".join((step.kegiatan, step.kelengkapan or "", step.output or "", *step.cara))
    paper = [row.paper.nama] if row and row.paper else []
    printed_words = (step.kelengkapan or "", step.output or "")
    return " ".join([step.code, *spelled, *people, *paper, *printed_words, *step.kata_cari, *roots(said)])


def readings_of(sop: Sop, step: Step) -> Iterator[tuple[str, str, str]]:
    """Every value of the step that is ours and not the print's: what it is, how we read it, why."""
    if step.performers.origin is Origin.READ:
        yield "Pelaksana", role_names(sop, step), step.performers.reason or ""
    if step.symbols.origin is Origin.READ:
        shapes = ", ".join(symbol.bentuk.replace("-", " ") for symbol in step.symbols.value)
        yield "Simbol", shapes, step.symbols.reason or ""
    if step.on_refusal.origin is Origin.READ:
        yield "Bila ditolak", f"kembali ke {step.on_refusal.value}", step.on_refusal.reason or ""
    if step.approval.value:
        yield "Persetujuan", sop.role[step.approval.value].sebutan, step.approval.reason or ""


def card(sop: Sop, step: Step) -> Html:
    """Who, how long at most, what is needed, what comes out."""
    cells = [
        ("Siapa", role_names(sop, step)),
        ("Paling lama", duration_words(step.waktu)),
        ("Butuh", step.kelengkapan or BLANK),
        ("Hasil", step.output or BLANK),
    ]
    pairs = [el("div", el("dt", name), el("dd", value)) for name, value in cells]
    return el("dl", joined(pairs), class_="kartu", data_search_exclude="")


def numbered(sentences: tuple[str, ...]) -> Html:
    """A numbered list."""
    return el("ol", joined([el("li", sentence) for sentence in sentences]), class_="cara")


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
            f"Langkah {name} berikutnya: ",
            el("b", mine.code),
            f" {mine.kegiatan}",
            href=f"{mine.slug}.md",
            class_="milik",
        )
        for name, mine in next_of(sop, step)
    ]
    return el("nav", joined(links), class_="tetangga", aria_label="Langkah lain", data_search_exclude="")
