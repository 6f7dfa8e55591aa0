"""A page per step: what to do first, then what the SOP prints, then what we read."""

from collections.abc import Collection, Iterator, Mapping

from paraf.sop.forms.papers import Evidence, Paper
from paraf.sop.model import Origin, Sop, Step
from paraf.sop.repository import Repository
from paraf.sop.stages import StageRow, carriers, stage_rows
from paraf.views.beyond import beyond_link
from paraf.views.card import card, numbered, printed
from paraf.views.html import Html, el, joined, md
from paraf.views.messages import Message, messages
from paraf.views.neighbours import neighbours
from paraf.views.page import Page
from paraf.views.search_words import hidden, weighty
from paraf.views.strip import strip
from paraf.views.tafsir import readings
from paraf.views.ways import Carriers, refused_into
from paraf.views.words import BLANK, condition_words, duration_words, listed, role_names
from paraf.views.writing import EVIDENCE, guide_links, written_steps

# Hand-written pages that say more where the office has not opened the papers' pages yet, and how they are called.
HELP = {"tanya-jawab.md": "Tanya jawab", "istilah.md": "Istilah"}
_ON_PAPER = "kerjakan di atas kertas: serahkan cetakannya dan paraf di lembarnya."
_AT_A_SCREEN = "tulis berkasnya di komputer kantor, atau di repositori kantor yang tertutup, lalu serahkan cetakannya."


def step_pages(repo: Repository, docs: Collection[str]) -> Iterator[Page]:
    """One page for every step, at the address that can be said on the telephone: ``/b7/``.

    ``docs`` are the hand-written pages that there are.
    """
    maker = _Maker(repo, docs)
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
            words=weighty(repo.sop, step, maker.carried.get(step.code)),
            body=maker.body(step),
        )


class _Maker:
    """What all pages of steps share, made once."""

    def __init__(self, repo: Repository, docs: Collection[str]) -> None:
        papers = repo.papers.value if repo.papers else None
        self.repo, self.sop, self.help_at = repo, repo.sop, [path for path in HELP if path in docs]
        self.evidence = el("a", "Bukti pelaksanaan", href=EVIDENCE) if EVIDENCE in docs else None
        self.guides, self.written = guide_links(docs), written_steps(papers.naskah if papers else ())
        self.carried: Carriers = carriers(papers)
        self.rows: Mapping[str, StageRow] = (
            {row.step.code: row for row in stage_rows(repo.sop, papers)} if papers else {}
        )
        self.strip = strip(repo.sop)

    def body(self, step: Step) -> str:
        behind = el("aside", joined(list(_behind(self.sop, step))), class_="lengkap", data_search_exclude="")
        parts = [
            # Read by the search only: its results begin with who and how long.
            el("p", f"{role_names(self.sop, step)} · {duration_words(step.waktu)}", hidden="hidden"),
            self.strip(step.code),
            card(self.sop, step),
            el("div", el("div", joined(list(self._doing(step)))), behind, class_="dua"),
            neighbours(self.sop, step),
            *beyond_link(self.repo, step.code),
            # The search keeps this mark, so that its results can leave the words out (panduan.css).
            el("p", el("sup", hidden(step)), hidden="hidden"),
        ]
        return "\n\n".join(parts)

    def _doing(self, step: Step) -> Iterator[Html]:
        """What to do, where it goes when it comes back, when it is done; the letters last, because they are long."""
        row, paper = self.rows.get(step.code), self.carried.get(step.code)
        how = numbered(step.cara) if step.cara else el("p", "Caranya belum ditulis.")
        written = step.code in self.written
        notice = [self._notice(written)] if paper and not self.repo.office.repositori else []
        guides = [_guides(self.guides)] if written and self.guides else []
        yield _section("Yang Anda lakukan", *notice, how, *guides, *self._button(paper))
        yield from _refusals(self.sop, step)
        if row and row.conditions:
            conditions = [el("li", f"{condition_words(self.sop, condition)}.") for condition in row.conditions]
            recorded = self.evidence if any(isinstance(one, Evidence) for one in row.conditions) else None
            how_to = [el("p", "Cara mencatat buktinya: ", recorded, ".")] if recorded else []
            yield _section("Selesai bila", el("ul", joined(conditions)), *how_to)
        found = messages(self.sop, step, self.carried, self.repo.office.situs)
        letters = [_letter(number, message) for number, message in enumerate(found, start=1)]
        if letters:
            yield el("section", el("h2", "Pesan siap salin"), *letters, class_="layar", data_search_exclude="")

    def _notice(self, written: bool) -> Html:
        """What to do as long as the papers have no pages on the forge."""
        more = [el("a", HELP[path], href=path) for path in self.help_at]
        return el(
            "p",
            f"Halaman naskah belum dibuka kantor. Untuk sekarang {_AT_A_SCREEN if written else _ON_PAPER}",
            *([" Selengkapnya: ", Html(listed(list(more))), "."] if more else []),
            class_="maklumat layar",
            data_search_exclude="",
        )

    def _button(self, paper: Paper | None) -> Iterator[Html]:
        """The paper's page on the forge, once the office has named its repository."""
        if paper and self.repo.office.repositori:
            words = f'is:pr is:open in:title "{paper.nama}"'.encode()
            query = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"%{byte:02X}" for byte in words)
            address = f"{self.repo.office.repositori}/pulls?q={query}"
            yield el("p", el("a", f"Buka halaman naskah: {paper.nama}", href=address, class_="tombol"), class_="layar")


def _section(title: str, *content: Html) -> Html:
    return el("section", el("h2", title), *content)


def _guides(links: Html) -> Html:
    """Where it says how to write, and where the findings are to be seen."""
    seen = "Catatan pemeriksaan tampil di komputer yang menjalankan "
    after = "; bila bukan Anda yang menjalankannya, minta hasilnya."
    return el("p", "Cara menulisnya: ", links, ". ", seen, el("code", "paraf periksa"), after)


def _letter(number: int, message: Message) -> Html:
    """The theme's script copies what a button with this attribute points at; without scripts it is marked by hand."""
    name = f"pesan-{number}"
    button = el("button", "Salin pesan", type="button", data_clipboard_target=f"#{name}")
    words = el("pre", "\n".join(message.lines), id=name)
    return el("figure", el("figcaption", f"{message.occasion}:"), words, button, class_="pesan")


def _refusals(sop: Sop, step: Step) -> Iterator[Html]:
    """Where the work goes when it comes back from here, and from where it comes back to here."""
    sentences = []
    if step.on_refusal.value:
        back = sop.steps[step.on_refusal.value]
        read = el("em", " (tafsir kami)") if step.on_refusal.origin is Origin.READ else None
        where = el("a", back.code, href=f"{back.slug}.md")
        goes = ["Pekerjaan kembali ke ", where, f" ({role_names(sop, back)}): {back.kegiatan}."]
        if back.code == step.code:
            goes = ["Langkah ini diulang: baca catatannya, lalu perbaiki."]
        sentences.append(el("p", *goes, read))
    into = [other for other in refused_into(sop, step) if other.code != step.code]
    if into:
        links = listed([el("a", other.code, href=f"{other.slug}.md") for other in into], "atau")
        why = "Langkah ini diulang bila dikembalikan dari "
        sentences.append(el("p", why, Html(links), ". Baca catatannya, lalu perbaiki."))
    if sentences:
        yield _section("Bila dikembalikan", *sentences)


def _behind(sop: Sop, step: Step) -> Iterator[Html]:
    """What the sentences above rest on: the printed row, and our readings of it."""
    yield _section("Tertulis di SOP", printed(sop, step))
    read = [
        el("li", el("strong", f"{reading.subject}:"), f" {reading.value}. {reading.reason}")
        for reading in readings(sop, step)
    ]
    if read:
        yield _section("Tafsir kami, menunggu konfirmasi", el("ul", joined(read), class_="tafsir-kami"))
