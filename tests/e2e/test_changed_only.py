"""What the workflows ask of a pull request's checkout: only what it changed, for its paper's step, with a summary."""

import subprocess
from pathlib import Path

import pytest

from e2e.conftest import Run

BEFORE = ("--sejak", "HEAD^1")


def change(root: Path, **files: str) -> None:
    """A commit with these files; what they hold before stays in front."""
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + text)
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    for arguments in (("add", "-A"), (*who, "commit", "-q", "-m", "ubah")):
        subprocess.run(["git", *arguments], cwd=root, check=True)


def periksa(paraf: Run, root: Path, branch: str) -> "subprocess.CompletedProcess[str]":
    return paraf("periksa", "--format", "github", *BEFORE, "--cabang", branch, "--ringkasan", "r.md", cwd=root)


def test_a_papers_branch_is_checked_for_the_step_it_is_written_in(paraf: Run, repository: Path) -> None:
    change(repository, **{"lakip__2026__10-pendahuluan.md": "\nAda resiko baru.\n"})
    early = periksa(paraf, repository, "naskah/2026/draf-awal")
    other = periksa(paraf, repository, "$(touch x)`id`")
    assert "::notice file=lakip/2026/10-pendahuluan.md,line=" in early.stdout
    assert "“resiko”" in early.stdout
    assert (early.returncode, "::error " in early.stdout) == (0, False)
    assert "::error " in other.stdout, "an unknown branch gets the strictest"
    assert not (repository / "x").exists()
    assert "lakip/2025" not in early.stdout
    assert "sop/" not in early.stdout
    assert (repository / "r.md").read_text().count("## Catatan pemeriksaan") == 2


def test_where_no_year_changed_the_sop_is_checked(paraf: Run, repository: Path) -> None:
    change(repository, **{"docs__baru.md": "---\npintu: Bantuan\n---\n# Baru\n\nIsi.\n"})
    done = periksa(paraf, repository, "docs-baru")
    assert (done.returncode, "file=sop/" in done.stdout, "file=lakip/" in done.stdout) == (0, True, False)


def test_data_that_cannot_be_read_is_in_the_summary_too(paraf: Run, repository: Path) -> None:
    change(repository, **{"sop__naskah.yml": "\nasing: ya\n"})
    done = periksa(paraf, repository, "aturan")
    assert (done.returncode, done.stdout.startswith("::error file=sop/naskah.yml")) == (2, True)
    assert "### Belum terbaca (1)" in (repository / "r.md").read_text()


def test_the_year_that_changed_is_printed(paraf: Run, repository: Path) -> None:
    change(repository, **{"lakip__2026__10-pendahuluan.md": "\nSatu <b>kalimat</b> baru.\n"})
    done = paraf("cetak", "naskah-baca", *BEFORE, "--ringkasan", "r.md", cwd=repository)
    assert (done.returncode, done.stderr) == (0, "Menyusun naskah …\n")
    assert [Path(line).name for line in done.stdout.splitlines()] == ["naskah-baca-2026.pdf", "naskah-baca-2026.md"]
    assert "Satu &lt;b>kalimat&lt;/b> baru." in (repository / "r.md").read_text()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs__baru.md": "x"}, "Tidak ada naskah yang berubah."),
        ({"lakip__2026__foto.png": "x"}, "Tidak ada bab atau data tahun 2026 yang berubah."),
        ({"lakip__2027__data__x.csv": "x"}, "Tidak ada bab atau data tahun 2027 yang berubah."),
    ],
    ids=["none", "no text", "no chapters"],
)
def test_nothing_to_print_is_no_fault(paraf: Run, repository: Path, files: dict[str, str], said: str) -> None:
    change(repository, **files)
    done = paraf("cetak", "naskah-baca", *BEFORE, "--ringkasan", "r.md", cwd=repository)
    assert (done.returncode, done.stdout) == (0, f"{said}\n")
    assert (repository / "r.md").read_text() == f"## Naskah baca\n\n{said}\n"
    assert not (repository / "build" / "cetak").exists()


def test_a_letter_is_read_in_the_summary(paraf: Run, repository: Path) -> None:
    change(repository, **{"lakip__2025__nota-dinas.md": "\nSatu kalimat baru.\n"})
    done = paraf("cetak", "naskah-baca", *BEFORE, "--ringkasan", "r.md", cwd=repository)
    assert (done.returncode, done.stdout) == (0, "Tidak ada bab atau data tahun 2025 yang berubah.\n")
    told = (repository / "r.md").read_text()
    assert told.startswith("## Berkas tahun 2025 yang berubah\n\n### nota-dinas.md\n\n# Nota Dinas\n")
    assert told.endswith("\nSatu kalimat baru.\n\n")


def test_what_stands_beside_the_report_is_read_before_it(paraf: Run, repository: Path) -> None:
    change(repository, **{"lakip__2025__10-pendahuluan.md": "\nBaru.\n", "lakip__2025__tanggapan.yml": "# baru\n"})
    done = paraf("cetak", "naskah-baca", *BEFORE, "--ringkasan", "r.md", cwd=repository)
    assert done.returncode == 0
    told = (repository / "r.md").read_text()
    assert 0 <= told.index("### tanggapan.yml") < told.index("## Naskah baca LAKIP 2025")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cetak", "naskah-baca"), "Sebut tahunnya, misalnya 2026, atau --sejak REVISI"),
        (("cetak", "naskah-baca", "--sejak", "--help"), "Revisi '--help' tidak ada di repositori ini."),
        (("cetak", "naskah-baca", *BEFORE), "Lebih dari satu tahun laporan berubah: 2025, 2026."),
        (("periksa", "--cabang", "x"), "--cabang dipakai bersama --sejak, tanpa alamat."),
        (("periksa", "--cabang", "x", *BEFORE, "sop"), "--cabang dipakai bersama --sejak, tanpa alamat."),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_told_apart_is_refused(
    paraf: Run, repository: Path, arguments: tuple[str, ...], said: str
) -> None:
    change(repository, **{f"lakip__{year}__10-pendahuluan.md": "\nBaru.\n" for year in (2025, 2026)})
    done = paraf(*arguments, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
