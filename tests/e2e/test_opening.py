"""A year or a paper is begun from the command: what is there is never begun a second time."""

from pathlib import Path

from e2e.conftest import Run

CHAPTER = "lakip/2026/32-jaringan-dan-keamanan.md"


def made(answer: str) -> list[str]:
    return [line for line in answer.splitlines() if line.startswith("lakip/")]


def test_a_paper_of_a_year_that_is_there_begins_only_its_missing_chapters(paraf: Run, repository: Path) -> None:
    done = paraf("buka-tahun", "2026", "draf-akhir", cwd=repository)
    assert done.returncode == 0, done.stderr
    assert [name for name in made(done.stdout) if name.endswith(".md")] == [
        "lakip/2026/01-kata-pengantar.md",
        "lakip/2026/02-ikhtisar-eksekutif.md",
        "lakip/2026/33-capaian-sasaran-ss-3.md",
        "lakip/2026/70-realisasi-anggaran.md",
        "lakip/2026/80-penutup.md",
    ]
    again = paraf("buka-tahun", "2026", "draf-akhir", cwd=repository)
    assert (again.returncode, made(again.stdout)) == (0, [])
    assert "0 berkas dibuat" in again.stdout


def test_a_chapter_that_cannot_be_read_is_named_instead_of_begun_again(paraf: Run, repository: Path) -> None:
    (repository / CHAPTER).write_text("tanpa kepala\n", encoding="utf-8")
    done = paraf("buka-tahun", "2026", "draf-akhir", cwd=repository)
    assert done.returncode == 0
    assert [name for name in made(done.stdout) if "/3" in name] == []
    assert "belum ada dari bab ini tidak dibuatkan kerangka: capaian-sasaran" in done.stderr


def test_the_sheet_and_the_command_name_the_same_file(paraf: Run, repository: Path) -> None:
    done = paraf("status", "2026", "--lembar", cwd=repository)
    sheet = (repository / "build/lembar-kerja/2026.md").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "33-capaian-sasaran-ss-3.md" in sheet
    assert "31-capaian-sasaran" not in sheet
