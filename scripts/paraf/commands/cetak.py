"""``paraf cetak``: papers from the report. So far the *naskah baca*: the expanded draft as one PDF and as Markdown."""

import tempfile
from pathlib import Path

from paraf.adapters.clock import build_time
from paraf.adapters.files import copy_below, own_folder, write_if_changed
from paraf.adapters.git import files_at
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.paper import drop_broken, typeset
from paraf.adapters.years import load_report
from paraf.commands.console import echo, narrate, result
from paraf.errors import UsageError
from paraf.laporan.expand import Expansion, expand_report
from paraf.laporan.report import read_report
from paraf.views.reading import reading

KINDS = ("naskah-baca",)


def cetak(root: Path, kind: str, year: int, since: str | None) -> int:
    """Write ``build/cetak/<kind>-<year>.pdf`` and ``.md``; prints where they lie."""
    repo = load_repository(root)
    report = load_report(root, year)
    previous = load_report(root, year - 1) if year - 1 in report_years(root) else None
    expansion = expand_report(report, previous)
    if not expansion.chapters:
        raise UsageError(
            f"Tahun {year} belum mempunyai bab yang dapat dibaca. Periksa dulu: paraf periksa lakip/{year}"
        )
    made = reading(repo, expansion, _before(root, year, since) if since else None, since)
    troubles = len(report.faults) + len(expansion.faults)
    if troubles:
        narrate(
            f"Ada {troubles} bagian yang belum terbaca atau terjawab; tampil apa adanya. Lihat: paraf periksa lakip/{year}"
        )
    narrate("Menyusun naskah …")
    with tempfile.TemporaryDirectory(prefix="paraf-") as workshop:
        folder = Path(workshop)
        (folder / "grafik").mkdir()
        for name, svg in made.pictures.items():
            (folder / "grafik" / name).write_text(svg, encoding="utf-8")
        for name in made.photos:
            copy_below(root, f"lakip/{year}/{name}", folder / name)
        broken = drop_broken(folder, made.photos)
        if broken:
            narrate(
                f"Gambar ini rusak atau terlalu besar, jadi tidak tercetak: {', '.join(map(echo, broken))}."
                " Simpan ulang sebagai png atau jpg yang lebih kecil."
            )
        pdf = typeset(made.source, folder, made.words, build_time(root, None))
    target = own_folder(root, "build/cetak")
    for suffix, data in ((".pdf", pdf), (".md", made.text.encode())):
        path = target / f"{kind}-{year}{suffix}"
        write_if_changed(path, data)
        result(str(path))
    return 0


def _before(root: Path, year: int, since: str) -> Expansion:
    """The report as it stood at a revision."""
    files = files_at(root, since, f"lakip/{year}")
    if files is None:
        raise UsageError(f"Revisi '{echo(since)}' tidak ada di repositori ini. Sebut cabang, tag, atau nomor commit.")
    return expand_report(read_report(year, files))
