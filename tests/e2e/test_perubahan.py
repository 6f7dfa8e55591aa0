"""``paraf perubahan`` with a real repository: revisions, papers of the book, years, and every bad call in one sentence."""

import json
import subprocess
from pathlib import Path

import pytest

from e2e.conftest import Run

CLOSING = "lakip/2025/80-penutup.md"
DATA = "lakip/2025/data/kinerja.yml"


def commit(root: Path, name: str, old: str, new: str) -> None:
    """A commit that changes some words of a file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    subprocess.run(["git", *who, "commit", "-qam", "ubah"], cwd=root, check=True)


@pytest.fixture
def changed(repository: Path) -> Path:
    """The sample with a figure and a sentence of 2025 changed by two commits."""
    commit(repository, DATA, 'tw4: "3,68"', 'tw4: "3,71"')
    commit(repository, CLOSING, "Jaringan lebih andal", "Jaringan jauh lebih andal")
    return repository


def test_two_revisions_and_the_only_year_that_changed(paraf: Run, changed: Path) -> None:
    done = paraf("perubahan", "HEAD~2..HEAD", cwd=changed)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["DATA CONTOH – bukan laporan resmi", "Lembar perubahan LAKIP 2025"]
    assert "    realisasi triwulan IV: semula 3,68, menjadi 3,71" in lines
    assert "Jaringan [jauh] lebih andal" in " ".join(done.stdout.split())
    assert done.stdout.index("semula 3,68") < done.stdout.index("Bab IV Penutup\n")


def test_since_a_revision_until_what_lies_in_the_folder(paraf: Run, changed: Path) -> None:
    (changed / CLOSING).write_text((changed / CLOSING).read_text().replace("jauh lebih andal", "paling andal"))
    done = paraf("perubahan", "HEAD~1..", "2025", cwd=changed)
    assert done.returncode == 0
    assert "Menjadi: folder ini." in done.stdout
    assert "[paling] andal" in " ".join(done.stdout.split())


def test_a_paper_is_found_by_the_digest_in_the_book(paraf: Run, changed: Path) -> None:
    done = paraf("perubahan", "draf-akhir-1..HEAD", cwd=changed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Semula: Draf akhir LAKIP, selesai 25 Februari 2026." in done.stdout
    assert "semula 3,68, menjadi 3,71" in done.stdout


def test_two_years_from_the_folder(paraf: Run, changed: Path) -> None:
    done = paraf("perubahan", "2025..2026", cwd=changed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Lembar perubahan LAKIP 2025 dan 2026" in done.stdout
    assert "    target: semula 3,60, menjadi 3,75" in done.stdout


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("markdown", "| IKU-1 Indeks SPBE: realisasi triwulan IV | 3,68 | 3,71 |"),
        ("html", '<ins><span class="terdengar">'),
    ],
)
def test_other_forms(paraf: Run, changed: Path, form: str, said: str) -> None:
    done = paraf("perubahan", "HEAD~2..HEAD", "2025", "--format", form, cwd=changed)
    assert done.returncode == 0
    assert said in done.stdout
    assert "DATA CONTOH" in done.stdout
    assert done.stdout == paraf("perubahan", "HEAD~2..HEAD", "2025", "--format", form, cwd=changed).stdout


def test_json(paraf: Run, changed: Path) -> None:
    document = json.loads(paraf("perubahan", "HEAD~2..HEAD", "--format", "json", cwd=changed).stdout)
    assert document["contoh"] is True
    assert {"semula": "3,68", "menjadi": "3,71"}.items() <= document["angka"][0].items()


def test_nothing_changed_is_in_order(paraf: Run, changed: Path) -> None:
    done = paraf("perubahan", "HEAD~2..HEAD", "2026", cwd=changed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Tidak ada yang berubah pada bunyi dan angkanya.\n")


def test_data_that_cannot_be_read_are_told_beside(paraf: Run, changed: Path) -> None:
    commit(changed, DATA, 'tw4: "3,71"', 'tw4: "x"')
    done = paraf("perubahan", "HEAD~1..HEAD", cwd=changed)
    assert done.returncode == 0
    assert f"Belum terbaca pada HEAD ({_head(changed)}): {DATA}:" in done.stderr


def _head(root: Path) -> str:
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=True)
    return said.stdout[:7]


FORM = "Tulis dua keadaan dengan dua titik di antaranya"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["HEAD"], FORM),
        (["..HEAD"], FORM),
        (["HEAD~1...HEAD"], FORM),
        (["a..b..c"], FORM),
        (["HEAD..HEAD"], "Kedua keadaan itu sama"),
        (["2025..2025"], "Kedua keadaan itu sama"),
        (["2025..2026", "2025"], "Dua tahun dibandingkan tanpa TAHUN di belakangnya."),
        (["2024..2025"], "Tahun 2024 belum dibuka: folder lakip/2024/ tidak ada. Yang ada: 2025, 2026."),
        (["asing..HEAD"], "“asing” tidak dikenal. Sebut tahun, cabang, tag, atau nomor commit, atau naskah"),
        (["asing..HEAD", "2025"], "“asing” tidak dikenal."),
        (["--", "--all..HEAD", "2025"], "“--all” tidak dikenal."),
        (["nota-dinas..HEAD", "2025"], "“nota-dinas” tidak dikenal."),
        (["HEAD~1..HEAD", "2027"], "Tahun 2027 belum ada pada HEAD~1 ("),
        (["HEAD..main"], "Tidak ada laporan yang berbeda di antara keduanya."),
        (
            ["draf-awal..draf-akhir"],
            "Isi draf-awal 2025 seperti yang disetujui (PR #5, sidik jari ed28774373d1) tidak ada",
        ),
        (
            ["draf-akhir-2..HEAD", "2025"],
            "Buku kendali 2025 belum mencatat draf-akhir edisi 2. Yang tercatat: nota-dinas,",
        ),
        (["draf-akhir..HEAD", "2026"], "Buku kendali 2026 belum mencatat draf-akhir. Yang tercatat: belum ada."),
        (["HEAD~1..HEAD", "--format", "pdf"], "'pdf' tidak ada. Pilih salah satu: teks, markdown, html, json."),
    ],
)
def test_a_bad_call_is_answered_in_one_sentence(paraf: Run, changed: Path, arguments: list[str], said: str) -> None:
    subprocess.run(["git", "branch", "-f", "main"], cwd=changed, check=False, capture_output=True)
    done = paraf("perubahan", *arguments, cwd=changed)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_chapter_that_cannot_be_read_is_named(paraf: Run, changed: Path) -> None:
    commit(changed, CLOSING, "id: penutup", "idd: penutup")
    commit(changed, CLOSING, "idd: penutup", "id: penutup")
    done = paraf("perubahan", "HEAD~1..HEAD", cwd=changed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Bab {CLOSING} pada HEAD~1 (")
    assert done.stderr.rstrip().endswith("Perbaiki dulu, atau pilih revisi lain.")


def test_two_years_changed_asks_which(paraf: Run, changed: Path) -> None:
    commit(changed, "lakip/2026/10-pendahuluan.md", "dinas", "kantor")
    done = paraf("perubahan", "HEAD~2..HEAD", cwd=changed)
    assert (done.returncode, done.stderr) == (2, "Sebut tahunnya sesudah A..B, salah satu dari 2025, 2026.\n")


def test_an_empty_year_cannot_be_compared(paraf: Run, changed: Path) -> None:
    for path in (changed / "lakip" / "2026").rglob("*"):
        if path.is_file() and path.name != "laporan.yml":
            path.unlink()
    done = paraf("perubahan", "HEAD..", "2026", cwd=changed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Tahun 2026 pada folder ini belum mempunyai bab atau data yang dapat dibandingkan.\n"


def test_help_shows_examples(paraf: Run, changed: Path) -> None:
    done = paraf("perubahan", "--help", cwd=changed)
    assert "Pemakaian: paraf perubahan [PILIHAN] A..B [TAHUN]" in done.stdout
    assert "perubahan draf-awal..draf-akhir" in done.stdout
