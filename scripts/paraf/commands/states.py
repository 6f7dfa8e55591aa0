"""A state of a report as a caller names it: a year, a revision of Git, a paper that the book records, or the folder itself."""

from pathlib import Path

from msgspec import Struct

from paraf.adapters.flow_year import load_book
from paraf.adapters.git import changed_since, commit_of, files_at
from paraf.adapters.office import report_years
from paraf.adapters.recorded import commit_of_content
from paraf.adapters.years import load_report
from paraf.alur.book.line import Line
from paraf.alur.book.reading import read_books
from paraf.commands.console import echo
from paraf.door.regex import regex
from paraf.errors import UsageError
from paraf.laporan.chapter import NAME
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.report import PERFORMANCE, Report, read_report
from paraf.sop.covering import covers
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Paper
from paraf.sop.repository import Repository

YEAR = regex(r"20[0-9]{2}")
_CHANGED_YEAR = regex(r"lakip/(20[0-9]{2})/.*")
_EDITION = regex(r"(.+)-([1-9][0-9]?)")
_OF_REPORT = ("10-bab.md", PERFORMANCE)
HERE = "folder ini"


class State(Struct, frozen=True):
    """What it is called, and the report with its calls answered."""

    name: str
    expansion: Expansion


def year_state(root: Path, word: str) -> State:
    """A year as it lies in the folder."""
    return State(word, _expanded(load_report(root, int(word)), _previous(root, int(word)), word))


def state(root: Path, repo: Repository, word: str, year: int) -> State:
    """One year at a revision or as a paper was closed; ``""`` is what lies in the folder."""
    if not word:
        return State(HERE, _expanded(load_report(root, year), _previous(root, year), HERE))
    paper, edition = paper_of(repo, word)
    if paper:
        return _closed(root, paper, edition, year)
    commit = commit_of(root, word)
    if commit is None:
        raise UsageError(_unknown(repo, word))
    short = commit[:7]
    return _at(root, commit, year, word if commit.startswith(word) else f"{word} ({short})")


def paper_of(repo: Repository, word: str) -> tuple[Paper | None, int | None]:
    """A paper by its id, and which edition of it where the word says so: ``draf-akhir``, ``draf-akhir-2``."""
    papers = {paper.id: paper for paper in _papers(repo)}
    found = _EDITION.fullmatch(word)
    if word not in papers and found and found[1] in papers:
        return papers[found[1]], int(found[2])
    return papers.get(word), None


def years_of(root: Path, repo: Repository, before: str, after: str) -> list[int]:
    """The years that two states can be about: those whose files differ, or whose book has the papers."""
    if any(paper_of(repo, word)[0] for word in (before, after)):
        return [year for year in report_years(root) if load_book(root, year)]
    for word in filter(None, (before, after)):
        if commit_of(root, word) is None:
            raise UsageError(_unknown(repo, word))
    paths = changed_since(root, before or "HEAD", "lakip", after or "HEAD") or frozenset()
    return sorted({int(found[1]) for path in paths if (found := _CHANGED_YEAR.fullmatch(path))})


def _papers(repo: Repository) -> list[Paper]:
    """The papers that carry a part of the report; a letter has no chapters to compare."""
    papers = repo.papers.value.naskah if repo.papers else ()
    return [paper for paper in papers if any(covers(paper.mencakup, name) for name in _OF_REPORT)]


def _unknown(repo: Repository, word: str) -> str:
    papers = ", ".join(paper.id for paper in _papers(repo))
    named = f", atau naskah yang tercatat di buku: {papers}" if papers else ""
    return f"“{echo(word)}” tidak dikenal. Sebut tahun, cabang, tag, atau nomor commit{named}."


def _closed(root: Path, paper: Paper, edition: int | None, year: int) -> State:
    """A paper as it was when it was done, by the digest that the book records."""
    volumes, _ = read_books(load_book(root, year), year)
    lines = [one.first for one in volumes if one.first.naskah == paper.id and edition in (None, one.first.edisi)]
    if not lines:
        which = f" edisi {edition}" if edition else ""
        raise UsageError(
            f"Buku kendali {year} belum mencatat {paper.id}{which}."
            f" Yang tercatat: {', '.join(dict.fromkeys(one.first.naskah for one in volumes)) or 'belum ada'}."
        )
    line: Line = lines[-1]
    commit = commit_of_content(root, year, paper.mencakup, line.sidik_isi)
    if commit is None:
        raise UsageError(
            f"Isi {paper.id} {year} seperti yang disetujui (PR #{line.pr}, sidik jari {line.sidik_isi[:12]}) tidak ada pada"
            f" riwayat Git di komputer ini. Ambil riwayat lengkapnya (git fetch --unshallow), atau sebut nomor commit-nya."
        )
    told = f"{paper.nama} edisi {line.edisi}" if line.edisi > 1 else paper.nama
    return _at(root, commit, year, f"{told}, selesai {write_date(line.selesai.date())}")


def _at(root: Path, commit: str, year: int, name: str) -> State:
    files = files_at(root, commit, f"lakip/{year}")
    if not files:
        raise UsageError(f"Tahun {year} belum ada pada {echo(name)}. Sebut revisi sesudah tahunnya dibuka.")
    before = files_at(root, commit, f"lakip/{year - 1}")
    return State(name, _expanded(read_report(year, files), read_report(year - 1, before) if before else None, name))


def _previous(root: Path, year: int) -> Report | None:
    return load_report(root, year - 1) if year - 1 in report_years(root) else None


def _expanded(report: Report, previous: Report | None, name: str) -> Expansion:
    """The report with its calls answered; raises ``UsageError`` where a chapter cannot be read."""
    read = {chapter.file for chapter in report.chapters}
    names = (f"{report.folder}/{one}" for one in sorted(report.files) if NAME.fullmatch(one))
    unread = next((one for one in names if one not in read), None)
    if unread:
        fault = next((one for one in report.faults if one.place.file == unread), None)
        why = f": {fault.message}" if fault else ""
        raise UsageError(
            f"Bab {unread} pada {echo(name)} tidak dapat dibaca{why}. Perbaiki dulu, atau pilih revisi lain."
        )
    if not report.chapters and not report.performance:
        raise UsageError(
            f"Tahun {report.year} pada {echo(name)} belum mempunyai bab atau data yang dapat dibandingkan."
        )
    return expand_report(report, previous)
