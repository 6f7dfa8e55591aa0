"""The commands as users call them: transcripts, exit codes, and nothing lost when something is wrong."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from e2e.conftest import Run
from helpers import ROOT

COMMANDS = ("mulai", "periksa", "situs", "pratinjau", "jelaskan", "selaraskan")


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_help_lists_every_command_in_indonesian(paraf: Run) -> None:
    done = paraf("--help", cwd=ROOT)
    assert done.returncode == 0
    assert done.stdout.startswith("Pemakaian: paraf [PILIHAN] PERINTAH …")
    assert [line.split()[0] for line in done.stdout.split("Perintah:\n")[1].splitlines()] == list(COMMANDS)
    assert not {"Usage", "Options", "Commands", "Show"} & set(done.stdout.replace(":", " ").split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(paraf: Run, command: str) -> None:
    done = paraf(command, "--help", cwd=ROOT)
    assert done.returncode == 0
    assert "Tampilkan bantuan ini." in done.stdout
    assert not {"Usage", "Options", "Show"} & set(done.stdout.replace(":", " ").split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kerja"], "Perintah 'kerja' tidak ada. Bantuan: paraf --help"),
        (["jelaskan", "Z99"], "'Z99' bukan kode aturan maupun kode langkah. Langkah: A1 sampai B17."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_answered_with_what_would_be_right(paraf: Run, arguments: list[str], said: str) -> None:
    done = paraf(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_periksa_finds_notes_and_no_error_on_the_real_sop(paraf: Run) -> None:
    done = paraf("periksa", cwd=ROOT)
    assert done.returncode == 0
    assert "Wajib diperbaiki" not in done.stdout
    assert "Sebaiknya" not in done.stdout
    assert "Hasil: 74 catatan" in done.stdout
    assert done.stdout.endswith(
        "Tidak ada yang wajib diperbaiki; SOP ini siap dipakai. Catatan di atas boleh ditinjau kapan saja.\n"
    )


def test_periksa_shows_every_note_on_request(paraf: Run) -> None:
    done = paraf("periksa", "--semua", cwd=ROOT)
    assert "Langkah A6: Waktunya tidak terukur: kolom waktu berisi tanda hubung (“-”)." in done.stdout


def test_periksa_json_is_versioned_and_complete(paraf: Run) -> None:
    document = json.loads(paraf("periksa", "--format", "json", cwd=ROOT).stdout)
    assert document["versi"] == 1
    assert document["kesalahan"] == []
    assert len(document["catatan_pemeriksaan"]) == 74
    assert {"kode", "tingkat", "berkas", "baris", "kolom"} <= document["catatan_pemeriksaan"][0].keys()


def test_a_lacking_role_is_a_finding_and_exit_1(paraf: Run, repository: Path) -> None:
    officials = repository / "sop" / "petugas.yml"
    officials.write_text(officials.read_text(encoding="utf-8").replace("orang: contoh-kadin", "orang: contoh-sekdin"))
    done = paraf("periksa", "--format", "github", cwd=repository)
    assert done.returncode == 1
    assert "::error file=sop/petugas.yml,line=" in done.stdout
    assert "title=SOP112 " in done.stdout


@pytest.mark.parametrize("command", ["periksa", "situs", "mulai", "pratinjau"])
def test_broken_data_stop_every_command_and_write_nothing(paraf: Run, repository: Path, command: str) -> None:
    sop = repository / "sop" / "sop-lakip.yml"
    sop.write_text(sop.read_text(encoding="utf-8").replace("  kegiatan: Kegiatan", "  kegiatn: &x Kegiatan"))
    before = tree(repository)
    done = paraf(command, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert "kunci 'kegiatn' tidak dikenal" in done.stderr
    assert "Perbaikan: mungkin maksudnya 'kegiatan'." in done.stderr
    assert "jangkar '&x' tidak dipakai di sini" in done.stderr
    assert "2 kesalahan pada data. Tidak ada yang ditulis." in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(repository) == before


@pytest.mark.parametrize(
    ("form", "part"), [("json", '"kesalahan": [\n    {'), ("github", "::error file=sop/naskah.yml")]
)
def test_faults_are_reported_in_machine_formats_too(paraf: Run, repository: Path, form: str, part: str) -> None:
    (repository / "sop" / "naskah.yml").write_text("skema: 2\n")
    done = paraf("periksa", "--format", form, cwd=repository)
    assert done.returncode == 2
    assert part in done.stdout


def test_a_huge_file_is_refused_at_once(paraf: Run, repository: Path) -> None:
    (repository / "sop" / "instansi.yml").write_bytes(b"# " + b"x" * 5_000_000)
    done = paraf("periksa", cwd=repository)
    assert done.returncode == 2
    assert "sop/instansi.yml:1:1: berkas ini 5,0 MB; paling besar 1 MB" in done.stderr


def test_a_link_in_place_of_a_file_is_refused(paraf: Run, repository: Path) -> None:
    (repository / "sop" / "instansi.yml").unlink()
    (repository / "sop" / "instansi.yml").symlink_to("/etc/hostname")
    done = paraf("periksa", cwd=repository)
    assert done.returncode == 2
    assert "sop/instansi.yml adalah tautan ke berkas lain." in done.stderr


@pytest.mark.parametrize("spelling", ["B7", "b7", "B.7", "b 7"])
def test_jelaskan_a_step_in_any_spelling(paraf: Run, spelling: str) -> None:
    done = paraf("jelaskan", spelling, cwd=ROOT)
    assert done.stdout.startswith(
        "B7 · Staf Menyampaikan draf awal LAKIP kepada seluruh seksi dalam rangka sinkronisasi"
    )


def test_jelaskan_a_rule(paraf: Run) -> None:
    done = paraf("jelaskan", "sop104", cwd=ROOT)
    assert done.stdout.startswith("SOP104 · Waktu tidak terukur (Catatan)")
    assert "Memperbaiki:" in done.stdout


def test_selaraskan_writes_and_then_agrees(paraf: Run, repository: Path) -> None:
    schema = repository / "sop" / "skema" / "sop.json"
    schema.write_text("{}")
    assert paraf("selaraskan", "--periksa", cwd=repository).returncode == 1
    assert paraf("selaraskan", cwd=repository).stdout == "ditulis: sop/skema/sop.json\n4 berkas selaras.\n"
    assert paraf("selaraskan", "--periksa", cwd=repository).returncode == 0


def test_a_folder_without_a_sop_is_told_what_to_do(paraf: Run, tmp_path: Path) -> None:
    done = paraf("periksa", cwd=tmp_path)
    assert done.returncode == 2
    assert "Jalankan dari folder repositori, atau pakai --akar FOLDER." in done.stderr


@pytest.mark.parametrize(
    ("epoch", "said"),
    [
        ("besok", "SOURCE_DATE_EPOCH berisi 'besok', bukan detik."),
        ("-1", "SOURCE_DATE_EPOCH berisi '-1', bukan detik."),
        ("0", "SOURCE_DATE_EPOCH (0) di luar tahun 1980 sampai 2105."),
        ("99999999999", "SOURCE_DATE_EPOCH (99999999999) di luar tahun 1980 sampai 2105."),
        ("9" * 5000, f"SOURCE_DATE_EPOCH ({'9' * 20}) di luar tahun 1980 sampai 2105."),
    ],
    ids=["word", "negative", "1970", "5138", "beyond"],
)
def test_a_senseless_source_date_is_refused(paraf: Run, repository: Path, epoch: str, said: str) -> None:
    done = paraf("situs", "--hanya-sumber", cwd=repository, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("moment", ["@100000000 +0000", "@4300000000 +0000"])
def test_a_commit_from_another_age_is_refused(paraf: Run, repository: Path, moment: str) -> None:
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    subprocess.run(
        ["git", *who, "commit", "-q", "--allow-empty", "-m", "dahulu"],
        cwd=repository,
        env=os.environ | {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment},
        check=True,
    )
    done = paraf("situs", "--hanya-sumber", cwd=repository)
    assert done.returncode == 2
    assert "Waktu commit terakhir di luar tahun 1980 sampai 2105. Sebut tanggalnya dengan --hari-ini" in done.stderr
    assert paraf("situs", "--hanya-sumber", "--hari-ini", "2026-01-15", cwd=repository).returncode == 0
