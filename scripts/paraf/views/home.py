"""The front page: who are you, where does the year stand, what is published."""

from paraf.sop.repository import Repository
from paraf.views.html import el, joined, link, md
from paraf.views.page import Page


def home_page(repo: Repository) -> Page:
    """Job buttons first; then every step by section; empty states say so plainly."""
    sop = repo.sop
    buttons = [el("a", role.sebutan, href=f"jabatan/{role.id}.md") for role in sop.roles if any(sop.steps_of(role.id))]
    parts = [
        f"Panduan {md(sop.short_title)} di {md(repo.office.nama)} {md(repo.office.tempat)}: "
        "apa yang Anda kerjakan, dengan berkas apa, dan paling lama berapa hari.",
        "## Saya …",
        el("nav", joined(buttons), class_="jabatan", aria_label="Pilih jabatan Anda"),
        "## Langkah",
    ]
    for section in sop.sections:
        title = f"{section.code}. {section.title}" if section.title else f"Bagian {section.code}"
        steps = [
            el("li", el("a", el("b", step.code), f" {step.kegiatan}", href=f"{step.slug}.md")) for step in section.steps
        ]
        parts += [f"### {md(title)}", el("ol", joined(steps), class_="langkah")]
    parts += [
        "## Lembar dan catatan",
        f"- {link('Sekilas: seluruh alur', 'sekilas.md')}\n- {link('Lembar SOP', 'lembar-sop.md')}"
        f"\n- {link('Catatan atas SOP', 'catatan-sop.md')}",
    ]
    if repo.papers:
        parts[-1] += f"\n- {link('Langkah, tahap, dan peninjau', 'tahapan.md')}"
        parts += ["## Posisi naskah", "Belum ada tahun berjalan.", "## LAKIP terbit", "Belum ada LAKIP yang terbit."]
    return Page(
        path="index.md",
        title=f"Panduan {repo.office.nama_pendek}",
        short="Beranda",
        doors=(),
        body="\n\n".join(parts),
    )
