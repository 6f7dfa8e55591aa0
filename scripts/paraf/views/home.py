"""The front page, in the order of a phone: search, who are you, where does the year stand, what is published."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paraf.sop.repository import Repository
from paraf.views.handwritten import Teaser
from paraf.views.html import Html, el, joined, link, md
from paraf.views.page import Page
from paraf.views.year import NO_REPORT, being_written, position_parts

if TYPE_CHECKING:
    from paraf.views.position import Position


def home_page(
    repo: Repository,
    teasers: Sequence[Teaser],
    years: Sequence[int],
    position: "Position | None" = None,
    published: Sequence[str] = (),
    search: str | None = None,
) -> Page:
    """``teasers`` are the hand-written pages that ask for a place here, ``years`` the report years that were opened;
    ``position`` is where the running one is, as far as facts tell it, ``published`` what is shown of the last report,
    ``search`` the page that searches (``None``: the theme does).
    """
    return Page(
        path="index.md",
        title=_title(repo),
        short="Beranda",
        doors=(),
        kind="beranda",
        wide=True,
        summary=_sentence(repo),
        body="\n\n".join(_parts(repo, teasers, years, position, published, search)),
    )


def _title(repo: Repository) -> str:
    return f"Panduan {'dan LAKIP ' if repo.papers else ''}{repo.office.nama_pendek}"


def _sentence(repo: Repository) -> str:
    return (
        f"Panduan {repo.sop.short_title} di {repo.office.nama}: siapa mengerjakan apa, dengan berkas apa, "
        "berapa lama waktunya menurut SOP, dan ke mana kembalinya bila perlu diperbaiki."
    )


def _parts(
    repo: Repository,
    teasers: Sequence[Teaser],
    years: Sequence[int],
    position: "Position | None",
    published: Sequence[str],
    search: str | None,
) -> Iterator[str]:
    yield md(_sentence(repo))
    yield _search(search)
    yield "## Saya …"
    yield _jobs(repo)
    yield (
        f"Atau lihat {link('sekilas', 'sekilas.md')} seluruh langkah, "
        f"{link('lembar SOP resmi', 'lembar-sop.md')}, dan {link('catatan atas SOP', 'catatan-sop.md')}."
    )
    if repo.papers:
        yield "## Posisi tahun berjalan"
        yield from position_parts(position)
        yield f"{being_written(repo, years, position)} {link('Jadwal dan posisi', 'posisi.md')}"
        yield "## LAKIP terbit"
        yield from published or (NO_REPORT,)
    for teaser in teasers:
        yield f"## {md(teaser.title)}"
        yield el("p", teaser.text, " " if teaser.text else None, el("a", "Selengkapnya", href=teaser.path))


def _search(page: str | None) -> Html:
    """A plain form: the theme's search opens by itself with what its address asks for, else a page of our own does."""
    field = el("input", name="q", type="search", placeholder="Langkah, naskah, atau kata", aria_label="Cari di panduan")
    return el(
        "form", field, el("button", "Cari", type="submit"), class_="cari", method="get", role="search", action=page
    )


def _jobs(repo: Repository) -> Html:
    """One button for every performer of the SOP who has a step."""
    buttons = []
    for role in repo.sop.roles:
        number = len(list(repo.sop.steps_of(role.id)))
        if number:
            title = f"{role.jabatan}, {number} langkah" if role.jabatan else f"{number} langkah"
            buttons.append(el("li", el("a", el("b", role.sebutan), el("small", title), href=f"jabatan/{role.id}.md")))
    return el("nav", el("ul", joined(buttons), class_="jabatan"), aria_label="Pilih jabatan Anda")
