"""*Riwayat persetujuan*: how every paper of a year went, step by step, in the words of the office."""

from collections.abc import Iterator

from paraf.alur.book.people import People
from paraf.alur.facts import Policy
from paraf.alur.states import Closing, Deed
from paraf.sop.forms.papers import AnyCondition, Paper
from paraf.sop.repository import Repository
from paraf.views.html import Html, el, md, scroll, stacked
from paraf.views.page import Page
from paraf.views.terbit.frame import framed, to
from paraf.views.terbit.shelf import Shelf
from paraf.views.words import condition_words

TITLE = "Riwayat persetujuan"
RECORDED = "Semuanya tercatat di buku kendali, yang rantainya dapat diperiksa siapa pun."
NOT_RECORDED = "Belum tercatat di buku kendali: keterangan ini dari halaman naskahnya."
_LEAD = (
    "Jabatan yang menyetujui disebut dengan nama pejabatnya; jabatan lain tanpa nama. Waktunya waktu setempat kantor."
)


def course_page(repo: Repository, shelf: Shelf) -> Iterator[Page]:
    """The year as the edition to be read knows it; none where every edition was withdrawn."""
    if (volume := shelf.shown) is None:
        return
    edition = volume.edition
    names = {paper.id: paper for paper in edition.policy.papers.naskah}
    body: list[str | None] = [_LEAD, RECORDED if edition.recorded else NOT_RECORDED]
    for closing in edition.closings:
        if paper := names.get(closing.paper):
            body += _paper(repo, shelf, edition.policy, paper, closing)
    yield framed(shelf, volume, shelf.course, TITLE, body)


def _paper(repo: Repository, shelf: Shelf, policy: Policy, paper: Paper, closing: Closing) -> Iterator[str]:
    version = f", versi {closing.edition}" if closing.edition > 1 else ""
    yield f"## {md(paper.nama + version)}"
    yield md(f"Selesai {shelf.clock.words(closing.at)}.")
    conditions = {stage.kode: stage.syarat for stage in paper.langkah}
    rows = [
        (_step(repo, shelf, step), _done(policy, one, deed), shelf.clock.words(deed.at))
        for step, deeds in closing.deeds
        for one, deed in zip(conditions.get(step, ()), deeds, strict=False)
    ]
    yield scroll(stacked(("Langkah", "Yang dilakukan", "Waktu"), rows), f"Langkah {paper.nama}{version}")


def _step(repo: Repository, shelf: Shelf, code: str) -> Html:
    """A step by its code, with the way to its page where the SOP of now has it."""
    step = repo.sop.steps.get(code)
    return el("a", code, href=to(shelf.course, f"{step.slug}.md")) if step else el("span", code)


def _done(policy: Policy, one: AnyCondition, deed: Deed) -> str:
    """What was done, by which role; of an approval also who."""
    said = condition_words(policy.sop, one)
    if deed.kind != "setujui":
        return said
    people = People(policy.officials)
    signer = people.signer(deed.role, deed.at.date()) if deed.on_paper else people.of(deed.by)
    name = f" ({signer.nama})" if signer else ""
    return f"{said}{name}{', di atas kertas' if deed.on_paper else ''}"
