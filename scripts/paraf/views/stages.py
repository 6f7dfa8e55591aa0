"""The whole mapping on one page: step, stage of the pull request, reviewer; and how strict the checks are when."""

from paraf.finding import Severity
from paraf.sop.forms.papers import Approve, PapersFile
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.sop.stages import StageRow, stage_rows
from paraf.views.html import Html, el, joined, md, scroll, table
from paraf.views.page import Page
from paraf.views.words import FAMILIES, condition_words


def stages_page(repo: Repository) -> Page:
    """Every step in one table; only for a SOP with papers."""
    assert repo.papers is not None
    sop, papers = repo.sop, repo.papers.value
    rows = [_row(sop, row) for row in stage_rows(sop, papers)]
    mapping = table(
        ("Langkah", "Naskah", "Tahap di halaman naskah (pull request)", "Peninjau", "Bila ditolak"),
        rows,
        class_="tahapan",
    )
    parts = [
        f"{len(papers.naskah)} naskah membawa {len(rows)} langkah. Setiap naskah berjalan di satu halaman naskah, "
        "yang di GitHub bernama pull request; "
        f"LAKIP disebut disetujui pada {papers.disetujui} dan boleh terbit pada {papers.terbit}.",
        scroll(mapping, "Langkah, tahap, dan peninjau"),
        "## Naskah",
        scroll(_papers_table(papers), "Naskah"),
        "## Ketegasan pemeriksaan",
        "Mulai langkah yang disebut, catatan pemeriksaan keluarga itu menjadi:",
        scroll(_strictness_table(papers), "Ketegasan pemeriksaan"),
        *_officials(repo),
    ]
    return Page(
        path="tahapan.md", title="Langkah, tahap, dan peninjau", doors=("Panduan SOP",), body="\n\n".join(parts)
    )


def _row(sop: Sop, row: StageRow) -> Html:
    step = row.step
    words = [el("li", condition_words(sop, condition)) for condition in row.conditions]
    approving = any(isinstance(condition, Approve) for condition in row.conditions)
    return el(
        "tr",
        el("th", el("a", step.code, href=f"{step.slug}.md"), scope="row"),
        el("td", row.paper.nama if row.paper else "belum ada"),
        el("td", el("ul", joined(words)) if words else None),
        el("td", sop.role[row.reviewer].sebutan if row.reviewer else "–"),
        el("td", f"kembali ke {step.on_refusal.value}" if approving and step.on_refusal.value else "–"),
    )


def _papers_table(papers: PapersFile) -> Html:
    names = {paper.id: paper.nama for paper in papers.naskah}
    heads = ("Naskah", "Berkas", "Setelah", "Langkah")
    rows = [
        el(
            "tr",
            el("th", paper.nama, scope="row"),
            el("td", ", ".join(paper.mencakup)),
            el("td", ", ".join(names[waited] for waited in paper.setelah) or "–"),
            el("td", ", ".join(stage.kode for stage in paper.langkah)),
        )
        for paper in papers.naskah
    ]
    return table(heads, rows)


def _strictness_table(papers: PapersFile) -> Html:
    heads = ("Keluarga", "Sejak langkah", "Bobot")
    rows = [
        el(
            "tr",
            el("th", f"{rule.keluarga} · {FAMILIES[rule.keluarga]}", scope="row"),
            el("td", rule.sejak),
            el("td", Severity(rule.tingkat).heading),
        )
        for rule in papers.ketegasan
    ]
    return table(heads, rows)


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
