"""The whole mapping on one page: step, conditions on the pull request, reviewer; and how strict the checks are when."""

from collections.abc import Mapping

from paraf.finding import Severity
from paraf.rules.base import AnyRule
from paraf.sop.forms.papers import PapersFile
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.sop.stages import StageRow, stage_rows
from paraf.views.html import Html, el, joined, md, scroll, stacked, table, text
from paraf.views.page import Page
from paraf.views.words import FAMILIES, condition_words


def stages_page(repo: Repository, rules: tuple[AnyRule, ...]) -> Page:
    """Every step in one table; only for a SOP with papers. ``rules`` are those that have a page."""
    assert repo.papers is not None
    sop, papers = repo.sop, repo.papers.value
    rows = [_row(sop, row) for row in stage_rows(sop, papers)]
    heads = ("Langkah", "Naskah", "Syarat di halaman naskah", "Peninjau", "Bila dikembalikan")
    mapping = stacked(heads, rows, searched=False)
    parts = [
        f"{len(papers.naskah)} naskah membawa {len(rows)} langkah. Setiap naskah berjalan di satu halaman naskah, "
        "yang di GitHub bernama pull request; "
        f"LAKIP disebut disetujui pada {papers.disetujui} dan boleh terbit pada {papers.terbit}.",
        scroll(mapping, "Langkah, syarat, dan peninjau"),
        "## Naskah",
        scroll(_papers_table(papers), "Naskah"),
        "## Ketegasan pemeriksaan",
        "Sejak langkah yang disebut, bobot catatannya paling berat seperti di bawah; sebelum langkah pertamanya, catatan saja.",
        scroll(_strictness_table(papers, {rule.code: rule.name for rule in rules}), "Ketegasan pemeriksaan"),
        "Aturan yang disebut kodenya mengikuti barisnya sendiri, bukan baris keluarganya.",
        *_officials(repo),
    ]
    return Page(
        path="tahapan.md", title="Langkah, syarat, dan peninjau", doors=("Panduan SOP",), body="\n\n".join(parts)
    )


def _row(sop: Sop, row: StageRow) -> tuple[str | None, ...]:
    step = row.step
    words = [el("li", condition_words(sop, condition)) for condition in row.conditions]
    return (
        el("a", step.code, href=f"{step.slug}.md"),
        row.paper.nama if row.paper else "belum ada",
        el("ul", joined(words)) if words else None,
        sop.role[row.reviewer].sebutan if row.reviewer else None,
        f"kembali ke {step.on_refusal.value}" if step.on_refusal.value else None,
    )


def _papers_table(papers: PapersFile) -> Html:
    names = {paper.id: paper.nama for paper in papers.naskah}
    heads = ("Naskah", "Berkas", "Setelah", "Langkah")
    rows = [
        (
            paper.nama,
            ", ".join(paper.mencakup),
            ", ".join(names[waited] for waited in paper.setelah) or None,
            ", ".join(stage.kode for stage in paper.langkah),
        )
        for paper in papers.naskah
    ]
    return stacked(heads, rows, searched=False)


def _strictness_table(papers: PapersFile, names: Mapping[str, str]) -> Html:
    heads = ("Pemeriksaan", "Sejak langkah", "Bobot")
    rows = [
        el(
            "tr",
            el("th", _checked(rule.aturan, names), scope="row"),
            el("td", rule.sejak),
            el("td", Severity(rule.tingkat).heading),
        )
        for rule in papers.ketegasan
    ]
    return table(heads, rows)


def _checked(rule: str, names: Mapping[str, str]) -> Html:
    """A family with its words, or one rule with its name and the way to its page."""
    if rule in FAMILIES:
        return text(f"{rule} · {FAMILIES[rule]}")
    return el("a", f"{rule} · {names[rule]}", href=f"aturan/{rule.lower()}.md") if rule in names else text(rule)


def _officials(repo: Repository) -> list[str]:
    """How many accounts hold each role; never who: the public site shows roles only."""
    if repo.officials is None:
        return []
    officials = repo.officials.value
    held = {role.sebutan: {t.orang for t in officials.masa_jabatan if t.peran == role.id} for role in repo.sop.roles}
    rows = [el("tr", el("th", name, scope="row"), el("td", str(len(people)))) for name, people in held.items()]
    listed = table(("Peran", "Akun terdaftar"), rows)
    sample = " Akun yang terdaftar masih **contoh**." if officials.contoh == "ya" else ""
    return [
        "## Peninjau terdaftar",
        md("Siapa memegang peran apa dicatat di sop/petugas.yml.") + sample,
        scroll(listed, "Peninjau"),
    ]
