"""``paraf cetak``: papers from the report. Here the *naskah baca*: the expanded draft as one PDF and as Markdown."""

from pathlib import Path
from typing import NamedTuple

from paraf.adapters.clock import build_time
from paraf.adapters.files import append, own_folder, write_if_changed
from paraf.adapters.git import changed_since, files_at
from paraf.adapters.office import load_repository
from paraf.commands.console import echo, narrate, result
from paraf.commands.printing import FOLDER, demand_short, expansion_of, set_document, written_of
from paraf.commands.scope import changed_years
from paraf.errors import UsageError
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.report import read_report
from paraf.sop.repository import Repository
from paraf.views.reading import reading
from paraf.views.summary import nothing_summary, others_summary, part, reading_summary

KIND, FINAL = "naskah-baca", "lakip"
"""What is printed: the draft as it is read, and the approved report."""


def cetak(
    root: Path, kind: str, year: int | None, since: str | None, summary: str | None = None, named: str | None = None
) -> int:
    """Write ``build/cetak/<kind>-<year>.pdf`` and of a draft ``.md``; prints where they lie.

    Without a year it is what changed ``since``: nothing is printed where no part of the report did, and a letter is only
    told. What can be read is added to the file ``summary``.
    """
    if kind == FINAL:
        return _final(root, year, since or summary, named)
    if named:
        raise UsageError(f"--fakta hanya untuk 'paraf cetak {FINAL}': naskah baca tidak bergantung pada persetujuan.")
    repo = load_repository(root)
    if year is None:
        return _changed_only(root, repo, since, summary)
    return _printed(root, repo, written_of(root, year), _Since(since, since), summary)


def _final(root: Path, year: int | None, draft_only: str | None, named: str | None) -> int:
    if draft_only is not None:
        raise UsageError(f"--sejak dan --ringkasan hanya untuk 'paraf cetak {KIND}'.")
    if year is None:
        raise UsageError(f"Sebut tahunnya, misalnya: paraf cetak {FINAL} 2026.")
    from paraf.commands.cetak_lakip import cetak_lakip

    return cetak_lakip(root, year, named)


class _Since(NamedTuple):
    """The revision that changes are marked from, and what it is called."""

    revision: str | None
    called: str | None


def _changed_only(root: Path, repo: Repository, since: str | None, summary: str | None) -> int:
    """What a pull request brings: the report where a part of it changed, and the other files that did."""
    if since is None:
        raise UsageError("Sebut tahunnya, misalnya 2026, atau --sejak REVISI untuk tahun yang berubah sejak itu.")
    years = changed_years(root, since)
    if len(years) > 1:
        raise UsageError(f"Lebih dari satu tahun laporan berubah: {', '.join(map(str, years))}. Sebut salah satu.")
    told, expansion, of_report = "", None, False
    if years:
        below = f"lakip/{years[0]}/"
        names = {path.removeprefix(below) for path in changed_since(root, since, below.rstrip("/")) or ()}
        expansion = expansion_of(root, years[0])
        texts = expansion.context.report.texts
        told = others_summary(years[0], {name: texts[name] for name in sorted(names & texts.keys()) if not part(name)})
        of_report = any(map(part, names)) and bool(expansion.chapters)
    if expansion is None or not of_report:
        why = f"Tidak ada bab atau data tahun {years[0]} yang berubah." if years else "Tidak ada naskah yang berubah."
        result(why)
        told = told or nothing_summary(why)
    if summary and told:
        append(Path(summary), told)
    return _printed(root, repo, expansion, _Since(since, "naskah resmi"), summary) if expansion and of_report else 0


def _printed(root: Path, repo: Repository, expansion: Expansion, since: _Since, summary: str | None) -> int:
    year = expansion.context.report.year
    before = _before(root, year, since.revision) if since.revision else None
    made = reading(repo, expansion, before, since.called)
    demand_short(made, expansion)
    troubles = len(expansion.context.report.faults) + len(expansion.faults)
    if troubles:
        narrate(
            f"Ada {troubles} bagian yang belum terbaca atau terjawab; tampil apa adanya. Lihat: paraf periksa lakip/{year}"
        )
    narrate("Menyusun naskah …")
    document = set_document(root, year, made, build_time(root, None), "baca")
    if document.broken:
        narrate(
            f"Gambar ini rusak atau terlalu besar, jadi tidak tercetak: {', '.join(map(echo, document.broken))}."
            " Simpan ulang sebagai png atau jpg yang lebih kecil."
        )
    target = own_folder(root, FOLDER)
    for suffix, data in ((".pdf", document.pdf), (".md", made.text.encode())):
        path = target / f"{KIND}-{year}{suffix}"
        write_if_changed(path, data)
        result(str(path))
    if summary:
        append(Path(summary), reading_summary(year, made.text, f"{KIND}-{year}.pdf", troubles))
    return 0


def _before(root: Path, year: int, since: str) -> Expansion:
    """The report as it stood at a revision."""
    files = files_at(root, since, f"lakip/{year}")
    if files is None:
        raise UsageError(f"Revisi '{echo(since)}' tidak ada di repositori ini. Sebut cabang, tag, atau nomor commit.")
    return expand_report(read_report(year, files))
