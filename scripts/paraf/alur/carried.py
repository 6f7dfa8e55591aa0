"""Which paper a pull request carries, and why it may carry none: derived from its paths and the state of the year."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.content import MOST_FILES, REPORTS, below, unfit_files
from paraf.alur.facts import Pull
from paraf.alur.slots import record_of
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.laporan.records.names import EvidenceName, read_name, record_of_file
from paraf.sop.covering import covers
from paraf.sop.forms.papers import Approve, Evidence, Paper, PapersFile

OPENER = "Pembuka PR ini"
_YEAR = regex(r"lakip/(20[0-9]{2})/(.+)")
_ROUND = regex(r"putaran/([a-z][a-z0-9-]*)-[0-9]{1,3}\.yml")
_BOOK = regex(r"buku/[0-9]{3}-[a-z][a-z0-9-]*\.jsonl")


class Carries(Struct, frozen=True):
    """A paper of this year, as its edition (from 1)."""

    paper: Paper
    edition: int


class Opens(Struct, frozen=True):
    """The scaffold of a new year."""


class Notes(Struct, frozen=True):
    """Lines of the book only: a *PR catatan*."""


class Later(Struct, frozen=True):
    """Evidence that comes after its paper was done: these files, each with the step it is of."""

    records: tuple[tuple[str, str], ...]


class Pages(Struct, frozen=True):
    """Hand-written pages only."""


class Rules(Struct, frozen=True):
    """Everything else: governance."""


class Refused(Struct, frozen=True):
    """Nothing that may pass, with the reason and what whoever opened it does, each a sentence."""

    reason: str
    repair: str


Carried = Carries | Opens | Notes | Later | Pages | Rules | Refused
Done = Mapping[str, int]
"""How often each paper of the year is done already: its last edition."""


def has_next(papers: PapersFile, paper: Paper, done: Done) -> bool:
    """Whether a paper that is done may be done again as the next version: what is published, then what waits for that."""
    published = any(stage.kode == papers.terbit for stage in paper.langkah)
    return published or (bool(paper.setelah) and all(done.get(one, 0) > done[paper.id] for one in paper.setelah))


def carried(papers: PapersFile, pull: Pull, year: int, done: Done) -> Carried:
    """What a pull request carries, in a year of which these papers are done."""
    folder = below(year)
    years = {found[1] for path in pull.paths if (found := _YEAR.fullmatch(path))}
    own = sorted(path.removeprefix(folder) for path in pull.paths if path.startswith(folder))
    other = sorted(path for path in pull.paths if not _YEAR.fullmatch(path))
    if refused := _unreadable(pull):
        return refused
    if len(years) > 1:
        return Refused(
            f"PR ini menyangkut dua tahun laporan: {' dan '.join(sorted(years))}.",
            f"{OPENER} memisahkannya menjadi dua PR, satu untuk setiap tahun.",
        )
    if years and other:
        told = f"PR ini mengubah berkas naskah dan juga {echo(other[0])}, yang bukan berkas naskah."
        return Refused(told, f"{OPENER} memisahkannya menjadi dua PR.")
    if years and not own:
        return Refused(
            f"PR ini milik tahun laporan {''.join(years)}, bukan {year}.",
            f"Lihat posisinya pada tahun {''.join(years)}.",
        )
    if stray := next((path for path in other if path.startswith(REPORTS)), None):
        return Refused(
            f"{echo(stray)} bukan bagian tahun laporan mana pun.",
            f"{OPENER} memindahkan berkas itu ke folder tahunnya, atau menghapusnya.",
        )
    if not own:
        return Pages() if all(path.startswith("docs/") for path in pull.paths) else Rules()
    if pull.unlike_scaffold is not None:
        return Opens()
    return _of_year(papers, own, done)


def _unreadable(pull: Pull) -> Refused | None:
    """What stands in the way of any verdict about the content: nothing changed, too much, or files that may not be."""
    if not pull.paths:
        return Refused("PR ini tidak mengubah berkas apa pun.", f"{OPENER} mengubah berkasnya, atau menutup PR ini.")
    if len(pull.paths) > MOST_FILES:
        told = f"PR ini mengubah {len(pull.paths)} berkas; paling banyak {MOST_FILES} agar dapat dibaca."
        return Refused(told, f"{OPENER} memisahkannya menjadi beberapa PR.")
    tree = pull.merged.tree if pull.merged else pull.versions[-1].tree if pull.versions else {}
    if unfit := next(unfit_files(tree, pull.paths), None):
        path, why = unfit
        return Refused(f"{echo(path)} tidak dapat diterima: {why}.", f"{OPENER} menghapus atau mengganti berkas itu.")
    return None


def _of_year(papers: PapersFile, own: list[str], done: Done) -> Carried:
    if all(_BOOK.fullmatch(name) for name in own):
        return Notes()
    if books := [name for name in own if name.startswith("buku/")]:
        told = f"{echo(books[0])} berubah bersama berkas lain. Buku hanya berubah dalam PR catatan tersendiri."
        return Refused(told, f"{OPENER} mengeluarkan berkas buku itu dari PR ini.")
    content = [name for name in own if not _evidence(name) and not _ROUND.fullmatch(name)]
    for name in content:
        if not any(covers(paper.mencakup, name) for paper in papers.naskah):
            return Refused(
                f"{echo(name)} bukan bagian naskah mana pun.",
                f"{OPENER} memindahkan berkas itu, atau mengeluarkannya dari PR ini.",
            )
    named = _named(papers, own)
    if isinstance(named, Refused):
        return named
    able = [paper for paper in papers.naskah if all(covers(paper.mencakup, name) for name in content)]
    if named:
        able = [paper for paper in able if paper is named]
    if not able:
        told = "PR ini mencampur berkas beberapa naskah."
        return Refused(told, f"{OPENER} memisahkannya menjadi satu PR untuk setiap naskah.")
    return _chosen(papers, able, own, content, done)


def _named(papers: PapersFile, own: list[str]) -> Paper | Refused | None:
    """The one paper that the evidence and the rounds name, if they name any."""
    found: dict[str, Paper] = {}
    for name in own:
        record, again = _evidence(name), _ROUND.fullmatch(name)
        if record:
            paper = next((one for one in papers.naskah if _records(one, record)), None)
        elif again:
            paper = next((one for one in papers.naskah if one.id == again[1]), None)
        else:
            continue
        if paper is None:
            told = "bukan bukti yang diminta langkah mana pun" if record else "bukan putaran naskah mana pun"
            return Refused(f"{name} {told}.", f"{OPENER} memperbaiki nama berkas itu, atau menghapusnya.")
        found[paper.id] = paper
    if len(found) > 1:
        names = " dan ".join(paper.nama for paper in found.values())
        return Refused(f"PR ini membawa dua naskah: {names}.", f"{OPENER} memisahkannya menjadi dua PR.")
    return next(iter(found.values()), None)


def _evidence(name: str) -> EvidenceName | None:
    """The record that a file is, or to which it belongs as a scan."""
    return read_name(name) or record_of_file(name)


def _records(paper: Paper, record: EvidenceName) -> bool:
    """Whether a step of a paper asks for this evidence, or may be approved on the sheet that this records."""
    kind = Approve if record.on_paper else Evidence
    stages = (stage for stage in paper.langkah if stage.kode == record.step)
    return any(isinstance(one, kind) for stage in stages for one in stage.syarat)


def _chosen(papers: PapersFile, able: list[Paper], own: list[str], content: list[str], done: Done) -> Carried:
    """The first paper that is not done, rather one whose turn it is; of those that are done the next version."""
    records = {name: found for name in own if (found := _evidence(name))}
    later = {name: found for name, found in records.items() if found.number > 1}
    if later:
        if len(later) < len(own) or not done.get(able[0].id):
            name = next(iter(later))
            told = f"{name} adalah bukti susulan, yang ditambahkan dalam PR tersendiri sesudah naskahnya selesai."
            return Refused(told, f"{OPENER} mengeluarkan bukti susulan itu dari PR ini.")
        return Later(tuple((name, found.step) for name, found in later.items()))
    fresh = [paper for paper in able if not done.get(paper.id)]
    ready = [paper for paper in fresh if all(done.get(one) for one in paper.setelah)]
    again = [paper for paper in able if paper not in fresh and has_next(papers, paper, done)]
    if not (fresh or again):
        return Refused(f"{able[0].nama} sudah selesai; berkasnya tidak diubah lagi.", _after(records))
    paper = (ready or fresh or again)[0]
    edition = done.get(paper.id, 0) + 1
    for name, found in records.items():
        if found.edition != edition:
            told = f"{name} milik versi {found.edition}, sedangkan yang dikerjakan versi {edition}."
            return Refused(told, f"{OPENER} menulis bukti itu dalam berkas {record_of(found.step, edition)}.")
    return Carries(paper, edition)


def _after(records: Mapping[str, EvidenceName]) -> str:
    found = next(iter(records.values()), None)
    if found:
        return f"{OPENER} menulis bukti susulan sebagai {replace(found, number=2).path} dalam PR tersendiri."
    return f"{OPENER} menutupnya, lalu memuat perubahan isi laporan dalam naskah yang sedang berjalan."
