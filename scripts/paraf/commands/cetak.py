"""``paraf cetak``: papers from the report. So far the *naskah baca*: the expanded draft as one PDF and as Markdown."""

import tempfile
from pathlib import Path

from paraf.adapters.clock import build_time
from paraf.adapters.files import append, copy_below, own_folder, write_if_changed
from paraf.adapters.git import files_at
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.paper import drop_broken, typeset
from paraf.adapters.years import load_report
from paraf.commands.console import echo, narrate, result
from paraf.commands.scope import changed_years
from paraf.errors import UsageError
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.report import read_report
from paraf.views.reading import reading, too_long
from paraf.views.summary import nothing_summary, reading_summary

KINDS = ("naskah-baca",)


def cetak(root: Path, kind: str, year: int | None, since: str | None, summary: str | None = None) -> int:
    """Write ``build/cetak/<kind>-<year>.pdf`` and ``.md``; prints where they lie.

    Without a year it is the one that changed ``since``; where none did, or it has no chapter yet, nothing is printed.
    The text is added to the file ``summary``, too.
    """
    repo = load_repository(root)
    found = year or _changed(root, since)
    expansion = _expansion(root, found) if found else None
    if found is None or expansion is None or not expansion.chapters:
        why = (
            f"Tahun {found} belum mempunyai bab yang dapat dibaca."
            if found
            else "Tidak ada tahun laporan yang berubah."
        )
        if year:
            raise UsageError(f"{why} Periksa dulu: paraf periksa lakip/{found}")
        result(why)
        if summary:
            append(Path(summary), nothing_summary(why))
        return 0
    label = since if year else "naskah resmi"
    made = reading(repo, expansion, _before(root, found, since) if since else None, label)
    if trouble := too_long(made, expansion):
        raise UsageError(trouble)
    troubles = len(expansion.context.report.faults) + len(expansion.faults)
    if troubles:
        narrate(
            f"Ada {troubles} bagian yang belum terbaca atau terjawab; tampil apa adanya. Lihat: paraf periksa lakip/{found}"
        )
    narrate("Menyusun naskah …")
    with tempfile.TemporaryDirectory(prefix="paraf-") as workshop:
        folder = Path(workshop)
        (folder / "grafik").mkdir()
        for name, svg in made.pictures.items():
            (folder / "grafik" / name).write_text(svg, encoding="utf-8")
        for name in made.photos:
            copy_below(root, f"lakip/{found}/{name}", folder / name)
        broken = drop_broken(folder, made.photos)
        if broken:
            narrate(
                f"Gambar ini rusak atau terlalu besar, jadi tidak tercetak: {', '.join(map(echo, broken))}."
                " Simpan ulang sebagai png atau jpg yang lebih kecil."
            )
        pdf = typeset(made.source, folder, made.words, build_time(root, None))
    target = own_folder(root, "build/cetak")
    for suffix, data in ((".pdf", pdf), (".md", made.text.encode())):
        path = target / f"{kind}-{found}{suffix}"
        write_if_changed(path, data)
        result(str(path))
    if summary:
        append(Path(summary), reading_summary(found, made.text, f"{kind}-{found}.pdf", troubles))
    return 0


def _changed(root: Path, since: str | None) -> int | None:
    """The one year that changed since a revision; ``None`` where none did."""
    if since is None:
        raise UsageError("Sebut tahunnya, misalnya 2026, atau --sejak REVISI untuk tahun yang berubah sejak itu.")
    years = changed_years(root, since)
    if len(years) > 1:
        raise UsageError(f"Lebih dari satu tahun laporan berubah: {', '.join(map(str, years))}. Sebut salah satu.")
    return years[0] if years else None


def _expansion(root: Path, year: int) -> Expansion:
    """The report of a year as people read it."""
    previous = load_report(root, year - 1) if year - 1 in report_years(root) else None
    return expand_report(load_report(root, year), previous)


def _before(root: Path, year: int, since: str) -> Expansion:
    """The report as it stood at a revision."""
    files = files_at(root, since, f"lakip/{year}")
    if files is None:
        raise UsageError(f"Revisi '{echo(since)}' tidak ada di repositori ini. Sebut cabang, tag, atau nomor commit.")
    return expand_report(read_report(year, files))
