"""The commands about the flow as users call them: on the sample years, on facts of their own, and on what is wrong."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.conftest import Run
from helpers import ROOT

BOOK = "lakip/2025/buku"
AFTER = ("--hari-ini", "2026-03-01")
FACTS = "sop/contoh/fakta-2025.json"


def test_the_sample_book_verifies_and_says_that_it_is_a_sample(paraf: Run) -> None:
    done = paraf("verifikasi", "2025", *AFTER, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("DATA CONTOH – bukan laporan resmi\nBuku kendali LAKIP 2025\n")
    assert "001 Nota dinas penyusunan Lapkin\n" in done.stdout
    assert "Tidak dapat diverifikasi tanpa GitHub" in done.stdout


def test_without_a_year_every_book_is_verified_and_years_without_one_are_named(paraf: Run) -> None:
    done = paraf("verifikasi", *AFTER, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "Tahun 2026: belum ada buku.\n")
    assert "Buku kendali LAKIP 2025" in done.stdout


def test_a_year_without_a_book_is_no_pass(paraf: Run) -> None:
    done = paraf("verifikasi", "2026", *AFTER, cwd=ROOT)
    assert done.returncode == 1
    assert "Belum ada naskah yang tercatat, jadi belum ada yang diverifikasi." in done.stdout


def test_a_changed_line_is_exit_1_and_told_in_words(paraf: Run, repository: Path) -> None:
    path = next((repository / BOOK).glob("001-*"))
    path.write_bytes(path.read_bytes().replace(b'"definitif"', b'"plt"', 1))
    done = paraf("verifikasi", "2025", *AFTER, cwd=repository)
    assert done.returncode == 1
    assert "Rantai terputus di sini" in done.stdout
    assert "Hasil: buku ini tidak dapat dipercaya" in done.stdout


def test_a_book_that_was_written_anew_is_found_by_the_digest_that_was_kept(paraf: Run, repository: Path) -> None:
    kept = paraf("verifikasi", "2025", *AFTER, cwd=repository).stdout.splitlines()[-1].strip()
    assert paraf("verifikasi", "2025", *AFTER, "--sidik", kept, cwd=repository).returncode == 0
    max((repository / BOOK).iterdir()).unlink()
    done = paraf("verifikasi", "2025", *AFTER, "--sidik", kept, cwd=repository)
    assert done.returncode == 1
    assert "Tidak ada baris buku dengan sidik jari" in done.stdout
    assert paraf("verifikasi", "--sidik", kept, cwd=repository).returncode == 2


def test_a_changed_file_is_found(paraf: Run, repository: Path) -> None:
    path = repository / "lakip" / "2025" / "surat-pengantar.md"
    path.write_bytes(path.read_bytes() + b"\nTambahan.\n")
    done = paraf("verifikasi", "2025", *AFTER, cwd=repository)
    assert done.returncode == 1
    assert "tidak sama dengan yang disetujui pada PR #7." in done.stdout


def test_catat_writes_the_book_and_never_touches_a_line(paraf: Run, repository: Path) -> None:
    before = {path.name: path.read_bytes() for path in (repository / BOOK).iterdir()}
    shutil.rmtree(repository / BOOK)
    done = paraf("catat", "2025", "--fakta", FACTS, cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name: path.read_bytes() for path in (repository / BOOK).iterdir()} == before
    assert paraf("catat", "2025", cwd=repository).stdout == "Semua naskah yang selesai sudah tercatat.\n"
    last = max((repository / BOOK).iterdir())
    last.unlink()
    assert paraf("catat", "2025", cwd=repository).stdout == f"ditulis: {BOOK}/{last.name}\n"
    first = min((repository / BOOK).iterdir())
    first.write_bytes(first.read_bytes().replace(b'"pr":1', b'"pr":9'))
    changed = first.read_bytes()
    done = paraf("catat", "2025", cwd=repository)
    assert done.returncode == 2
    assert "tidak utuh, jadi tidak dapat dilanjutkan. Sebabnya disebut perintah 'paraf verifikasi 2025'." in done.stderr
    assert first.read_bytes() == changed


def test_status_tells_every_step_and_who_is_next(paraf: Run) -> None:
    done = paraf("status", "2026", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "DATA CONTOH – bukan laporan resmi\nAlur tahun 2026, keadaan per 20 November 2026 pukul 16.00 WIB\n"
    )
    assert "\n  A1   selesai" in done.stdout
    assert "\nBerikutnya:\n  PR #" in done.stdout
    assert "Laporan tahun 2026: " in done.stdout
    assert "di luar SOP" not in done.stdout


def test_status_of_a_year_that_is_closed_ends_with_what_is_asked_for_beyond_the_sop(paraf: Run) -> None:
    done = paraf("status", "2025", cwd=ROOT).stdout
    flow, _, beyond = done.partition("\nSesudah B17: di luar SOP (bukan langkah SOP, tidak diperiksa di sini)\n")
    assert flow.endswith("Tidak ada; semua langkah tahun ini selesai.\n")
    assert beyond.startswith("  Unggah ke e-SAKIP kabupaten; batas waktu: Sabtu, 28 Februari 2026 (akhir pekan; ")
    assert "  Hari libur nasional dan cuti bersama belum diperhitungkan.\n\nLaporan tahun 2025: " in beyond


def test_status_without_a_year_is_of_the_newest(paraf: Run) -> None:
    assert "Alur tahun 2026" in paraf("status", cwd=ROOT).stdout


def test_status_as_json_is_the_answer_alone(paraf: Run) -> None:
    document = json.loads(paraf("status", "2026", "--format", "json", cwd=ROOT).stdout)
    assert (document["skema"], document["tahun"], len(document["langkah"])) == (1, 2026, 29)
    assert all(one["berikutnya"]["kalimat"] for one in document["putusan"])


def test_status_of_facts_elsewhere(paraf: Run, tmp_path: Path) -> None:
    copy = tmp_path / "fakta.json"
    copy.write_bytes((ROOT / FACTS).read_bytes())
    done = paraf("status", "--fakta", str(copy), cwd=ROOT)
    assert done.returncode == 0
    assert "Tidak ada; semua langkah tahun ini selesai." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status", "2026", "--fakta", FACTS], f"{FACTS} memuat fakta tahun 2025, bukan 2026."),
        (["status", "2026", "--fakta", "tidak-ada.json"], "tidak-ada.json tidak dapat dibaca: tidak ada."),
        (["status", "2026", "--fakta", "sop"], "sop tidak dapat dibaca: itu folder, bukan berkas."),
        (["status", "2026", "--fakta", "README.md"], "README.md:1:1: isinya bukan JSON yang utuh"),
        (["status", "2024", "--format", "json"], "Fakta tahun 2024 tidak ada. Sebut berkasnya: --fakta FILE"),
        (["periksa", "lakip/2026", "--fakta", FACTS], "fakta tahun 2025; lakip/2025 tidak termasuk yang diperiksa."),
        (["andai", "sekdin menyetujui B10"], "Fakta tidak ada. Sebut berkasnya: --fakta FILE"),
        (["andai", "apa saja", "2026"], "'apa saja' tidak dimengerti. Tulis: PELAKSANA, lalu menyusun"),
        (["catat", "2024"], "Fakta tahun 2024 tidak ada."),
        (["verifikasi", "2024"], "Tahun 2024 belum dibuka: folder lakip/2024/ tidak ada. Yang ada: 2025, 2026."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told_with_what_could(paraf: Run, arguments: list[str], said: str) -> None:
    done = paraf(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_periksa_judges_the_flow_only_with_facts(paraf: Run, tmp_path: Path) -> None:
    facts = json.loads((ROOT / "sop/contoh/fakta-2026.json").read_text(encoding="utf-8"))
    next(pull for pull in facts["pr"] if pull["nomor"] == 3)["tak_terbaca"] = ["daftar tinjauan"]
    copy = tmp_path / "fakta.json"
    copy.write_text(json.dumps(facts), encoding="utf-8")
    assert "ALU2" not in paraf("periksa", "lakip/2026", "--semua", cwd=ROOT).stdout
    done = paraf("periksa", "lakip/2026", "--fakta", str(copy), cwd=ROOT)
    assert done.returncode == 1
    assert "ALU205" in done.stdout
    assert "Keterangan PR ini belum terbaca lengkap: daftar tinjauan." in done.stdout


def test_periksa_without_facts_does_not_load_the_flow(paraf: Run) -> None:
    """It would cost every check some milliseconds."""
    loaded = [paraf(*call, cwd=ROOT, PYTHONPROFILEIMPORTTIME="1").stderr for call in (["periksa"], ["status", "2026"])]
    assert ["paraf.alur" in text for text in loaded] == [False, True]


def test_andai_tells_what_would_change_and_writes_nothing(paraf: Run) -> None:
    done = paraf("andai", "staf mencatat bukti A8", "2026", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("DATA CONTOH – bukan laporan resmi\nA8 (Laporan Kinerja Individu): ")
    assert "→ selesai" in done.stdout
    assert "\nBerikutnya:\n" in done.stdout


def test_a_year_runs_under_the_version_it_names(paraf: Run, repository: Path) -> None:
    """The SOP was revised after the year: its own version is asked for, and used once it is kept."""
    sop = repository / "sop" / "sop-lakip.yml"
    old = sop.read_bytes()
    sop.write_bytes(old.replace(b"01/SOP.Perenc/406.020/2020", b"02/SOP.Perenc/406.020/2026"))
    done = paraf("verifikasi", "2025", *AFTER, cwd=repository)
    assert done.returncode == 2
    assert "sop/arsip/01-sop-perenc-406-020-2020/ tidak memuat berkas SOP." in done.stderr
    archive = repository / "sop" / "arsip" / "01-sop-perenc-406-020-2020"
    archive.mkdir(parents=True)
    (archive / "sop-lakip.yml").write_bytes(old)
    assert paraf("verifikasi", "2025", *AFTER, cwd=repository).returncode == 0


def test_verifikasi_compares_with_facts_that_were_kept(paraf: Run, repository: Path) -> None:
    done = paraf("verifikasi", "2025", *AFTER, "--fakta", FACTS, cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hasil: setiap tindakan yang tercatat dibenarkan." in done.stdout
    facts = repository / FACTS
    facts.write_bytes(facts.read_bytes().replace(b"2026-02-23T09:30:00", b"2026-02-23T09:31:00"))
    done = paraf("verifikasi", "2025", *AFTER, "--fakta", FACTS, cwd=repository)
    assert done.returncode == 1
    assert "di sana lain: pada waktu yang lain." in done.stdout


def test_verifikasi_asks_no_forge_about_a_sample(paraf: Run, repository: Path) -> None:
    done = paraf("verifikasi", "2025", *AFTER, "--forge", cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tidak dicocokkan dengan GitHub: tahun contoh tidak pernah berjalan di sana." in done.stdout


def test_verifikasi_needs_one_year_and_one_source_of_facts(paraf: Run, repository: Path) -> None:
    assert "Sebut tahunnya bersama --fakta." in paraf("verifikasi", "--fakta", FACTS, cwd=repository).stderr
    both = paraf("verifikasi", "2025", "--forge", "--fakta", FACTS, cwd=repository)
    assert (both.returncode, both.stderr.startswith("Pilih salah satu")) == (2, True)
    other = paraf("verifikasi", "2026", *AFTER, "--fakta", FACTS, cwd=repository)
    assert other.returncode == 1  # no book, so nothing is compared


def test_verifikasi_packs_what_an_examiner_is_handed(paraf: Run, repository: Path) -> None:
    """The same bytes each time, sound by the program that goes with them; nothing where something is wrong."""
    done = paraf("verifikasi", "2025", *AFTER, "--paket", cwd=repository)
    assert done.returncode == 0, done.stderr
    package = repository / "build" / "periksa" / "periksa-lakip-2025-v1.zip"
    assert str(package) in done.stdout
    made = package.read_bytes()
    paraf("verifikasi", "2025", *AFTER, "--paket", cwd=repository)
    assert package.read_bytes() == made
    verifier = repository / "scripts" / "verifikasi.py"
    alone = [sys.executable, "-I", "-S", str(verifier), str(package)]
    checked = subprocess.run(alone, capture_output=True, encoding="utf-8")
    assert (checked.returncode, "HASIL: semua yang dapat diperiksa benar." in checked.stdout) == (0, True)
    package.unlink()
    assert "Sebut tahunnya bersama --paket." in paraf("verifikasi", "--paket", cwd=repository).stderr
    chapter = repository / "lakip" / "2025" / "80-penutup.md"
    chapter.write_bytes(chapter.read_bytes() + b"\nTambahan.\n")
    assert paraf("verifikasi", "2025", *AFTER, "--paket", cwd=repository).returncode == 1
    assert not package.exists()
