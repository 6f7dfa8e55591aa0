"""``paraf buka-tahun``: the files of a new report year, or those of one paper that are still missing."""

from collections.abc import Sequence
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import own_folder, write_if_changed
from paraf.adapters.office import load_repository, report_years
from paraf.adapters.years import load_report
from paraf.commands.console import echo, narrate, program, result
from paraf.errors import UsageError
from paraf.laporan.filing import doubtful
from paraf.laporan.records.year import Asked, read_year
from paraf.laporan.report import Report
from paraf.laporan.scaffold import scaffold
from paraf.laporan.skeletons import skeletons
from paraf.sop.covering import covers
from paraf.sop.evidence import evidence_forms, on_paper
from paraf.sop.forms.outline import OutlineFile
from paraf.sop.forms.papers import Paper
from paraf.sop.repository import OUTLINE, Repository


def buka_tahun(root: Path, year: int, paper: str | None) -> int:
    """Write what is not there yet; what exists is never touched."""
    repo = load_repository(root)
    if repo.outline is None:
        raise UsageError(f"{OUTLINE} tidak ada, jadi kerangka laporan tidak dapat dibuat. Tulis dulu berkas itu.")
    asked = _paper(repo, paper)
    patterns = asked.mencakup if asked else None
    folder = root / "lakip" / str(year)
    if paper is None and folder.exists():
        raise UsageError(
            f"Tahun {year} sudah dibuka: folder lakip/{year}/ ada. Untuk satu naskah saja, sebut naskahnya."
        )
    before = load_report(root, year - 1) if year - 1 in report_years(root) else None
    narrate(f"Kerangka dari {'laporan tahun ' + str(year - 1) if before else 'sistematika'} …")
    if before and str(year - 1) in repo.office.tahun_contoh:
        narrate(
            f"Perhatian: tahun {year - 1} adalah data contoh; nama, riwayat, dan kalimatnya ikut terbawa. "
            f"Bila {year} tahun sungguhan, jalankan dulu {program()} mulai-sungguhan."
        )
    present = load_report(root, year) if folder.exists() else None
    files = dict(scaffold(repo.outline.value, year, repo.sop.identity.nomor, now().date(), before, present))
    if asked:
        files |= skeletons(repo, asked, year, _to_answer(repo, present))
    wanted = {name: text for name, text in files.items() if patterns is None or covers(patterns, name)}
    kept = sum(covers(patterns, name) for name in present.files) if present and patterns else 0
    if patterns and present:
        _warn(repo.outline.value, present, patterns)
    if not wanted and not kept:
        raise UsageError(f"Naskah {paper} tidak mempunyai kerangka; tulis berkasnya sendiri di lakip/{year}/.")
    own_folder(root, f"lakip/{year}")
    written = 0
    for name, text in wanted.items():
        if not (folder / name).exists():
            write_if_changed(folder / name, text.encode())
            result(f"lakip/{year}/{name}")
            written += 1
    result(f"{written} berkas dibuat, {kept} sudah ada dan tidak disentuh.")
    result(f"Berikutnya: {program()} periksa lakip/{year}")
    return 0


def _warn(outline: OutlineFile, present: Report, patterns: Sequence[str]) -> None:
    """Say which chapters are not begun, because a file that cannot be read may be one of them."""
    unsure = doubtful(outline, present)
    named = [plan.id for plan in outline.bab if plan.id in unsure and covers(patterns, f"{plan.nomor}-{plan.id}.md")]
    if named:
        narrate(
            f"Perhatian: ada berkas bab yang belum terbaca, jadi yang belum ada dari bab ini tidak dibuatkan kerangka: "
            f"{', '.join(named)}. Perbaiki dulu berkasnya."
        )


def _to_answer(repo: Repository, present: Report | None) -> tuple[Asked, ...]:
    """The rows of the matrix that this year already has."""
    if present is None:
        return ()
    return read_year(evidence_forms(repo), on_paper(repo), present, now().date()).asked


def _paper(repo: Repository, paper: str | None) -> Paper | None:
    """The paper asked for; ``None`` for the whole year."""
    if paper is None:
        return None
    papers = {one.id: one for one in repo.papers.value.naskah} if repo.papers else {}
    if paper not in papers:
        raise UsageError(f"Naskah '{echo(paper)}' tidak ada. Yang ada: {', '.join(papers) or 'belum ada'}.")
    return papers[paper]
