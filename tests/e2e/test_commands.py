"""The commands as users call them: transcripts, exit codes, and nothing lost when something is wrong."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from e2e.conftest import Run
from helpers import ROOT

COMMANDS = (
    *("mulai", "periksa", "situs", "pratinjau", "jelaskan"),
    *("buka-tahun", "bukti", "cetak", "perubahan", "status", "andai", "gerbang", "kirim"),
    *("terbit", "antar", "kemas", "catat", "verifikasi"),
    *("diagnosis", "mulai-sungguhan", "selaraskan"),
)


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
    assert re.findall(r"^  (\S+)", done.stdout.split("Perintah:\n")[1], re.MULTILINE) == list(COMMANDS)
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
        (["unggah"], "Perintah 'unggah' tidak ada. Bantuan: paraf --help"),
        (["jelaskan", "Z99"], "'Z99' bukan kode aturan maupun kode langkah. Langkah: A1 sampai B17."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_answered_with_what_would_be_right(paraf: Run, arguments: list[str], said: str) -> None:
    done = paraf(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_periksa_finds_notes_and_no_error_on_the_real_sop(paraf: Run) -> None:
    done = paraf("periksa", "sop", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
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
    document = json.loads(paraf("periksa", "sop", "--format", "json", cwd=ROOT).stdout)
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
    assert paraf("selaraskan", cwd=repository).stdout == "ditulis: sop/skema/sop.json\n43 berkas selaras.\n"
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


CHAPTER = "lakip/2025/80-penutup.md"
UNCHECKED = "Ejaan tidak diperiksa: kamusnya belum terpasang. Caranya: paraf jelaskan BHS106\n"


def spoiled(repository: Path, *lines: str) -> bytes:
    """The last chapter with more lines; what it then holds."""
    path = repository / CHAPTER
    path.write_bytes(path.read_bytes() + "".join(f"\n{line}\n" for line in lines).encode())
    return path.read_bytes()


def test_periksa_says_once_that_no_dictionary_is_installed(paraf: Run, repository: Path) -> None:
    empty = repository / "tanpa-pustaka"
    empty.mkdir()
    (empty / "hunspell.py").write_text("raise ImportError\n")
    done = paraf(
        "periksa", CHAPTER, cwd=repository, PYTHONPATH=f"{empty}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    )
    assert (done.returncode, done.stderr) == (0, UNCHECKED)
    assert "chunspell" in paraf("jelaskan", "BHS106", cwd=repository).stdout


def test_periksa_asks_the_dictionary_that_is_installed(paraf: Run, repository: Path) -> None:
    spoiled(repository, "Seluruh kegiatn selesai.")
    library = repository / "pustaka"
    library.mkdir()
    (library / "id_ID.dic").write_text("")
    (library / "hunspell.py").write_text(
        "class Hunspell:\n"
        "    def __init__(self, language, hunspell_data_dir):\n"
        "        self.asked = (language, hunspell_data_dir)\n"
        "    def spell(self, word):\n"
        "        return 'giatn' not in word\n"
    )
    path = f"{library}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    done = paraf("periksa", CHAPTER, "--semua", cwd=repository, PYTHONPATH=path, PARAF_KAMUS=str(library))
    assert done.stderr == ""
    assert "BHS106 “kegiatn”: Kata ini tidak ada di kamus." in done.stdout


def test_perbaiki_shows_the_difference_writes_it_and_tells_what_remains(paraf: Run, repository: Path) -> None:
    before = spoiled(repository, "Berdasarkan analisa itu, biayanya Rp. 5.000,- lebih.", "Hubungi 081234567890.")
    tried = paraf("periksa", "--perbaiki", "--coba", CHAPTER, cwd=repository)
    assert tried.returncode == 1
    assert "+Berdasarkan analisis itu, biayanya Rp5.000 lebih." in tried.stdout.splitlines()
    assert "Dapat diperbaiki: 2 tempat di 1 berkas. Tidak ada yang ditulis." in tried.stdout
    assert (repository / CHAPTER).read_bytes() == before
    done = paraf("periksa", "--perbaiki", CHAPTER, cwd=repository)
    assert done.returncode == 1
    assert done.stdout.startswith(f"Perbaikan pada {CHAPTER}:\n--- semula   {CHAPTER}\n+++ menjadi  {CHAPTER}\n@@ ")
    assert "Sudah diperbaiki: 2 tempat di 1 berkas." in done.stdout
    assert "BHS101" not in done.stdout
    assert "PRI102 “0812…90”: Ini tampak seperti nomor ponsel pribadi." in done.stdout
    after = before.replace(b"analisa itu, biayanya Rp. 5.000,- ", b"analisis itu, biayanya Rp5.000 ")
    assert (repository / CHAPTER).read_bytes() == after
    again = paraf("periksa", "--perbaiki", CHAPTER, cwd=repository)
    assert again.stdout.startswith("Tidak ada yang dapat diperbaiki otomatis.\n")
    assert (repository / CHAPTER).read_bytes() == after


def test_perbaiki_keeps_line_endings_and_touches_nothing_else(paraf: Run, repository: Path) -> None:
    spoiled(repository, "Resiko turun.")
    path = repository / CHAPTER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = tree(repository)
    assert paraf("periksa", "--perbaiki", "lakip/2025", cwd=repository).returncode == 0
    assert tree(repository) == before | {CHAPTER: before[CHAPTER].replace(b"Resiko", b"Risiko")}


def test_a_file_that_changed_meanwhile_is_not_written(repository: Path) -> None:
    script = (
        "import paraf.commands.perbaiki as p\n"
        "from pathlib import Path\n"
        f"path = Path({CHAPTER!r})\n"
        "real = p.difference\n"
        "def slow(repair):\n"
        "    path.write_text(path.read_text() + 'Ditulis orang lain.')\n"
        "    return real(repair)\n"
        "p.difference = slow\n"
        "from paraf.cli import run\n"
        f"raise SystemExit(run(['periksa', '--perbaiki', {CHAPTER!r}]))\n"
    )
    before = spoiled(repository, "Resiko turun.")
    done = subprocess.run([sys.executable, "-c", script], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"{CHAPTER} berubah selama diperiksa, jadi tidak ditulis. Jalankan lagi." in done.stderr
    assert (repository / CHAPTER).read_bytes() == before + b"Ditulis orang lain."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--coba"], "--coba dipakai bersama --perbaiki."),
        (["--perbaiki", "--format", "json"], "--perbaiki menampilkan teks; jangan disertai --format."),
        (["sop/naskah.yaml"], "Berkas sop/naskah.yaml tidak ada. Yang ada di sop/: bukti.yml, "),
        (["--sejak", "tidak-ada", "lakip/2025"], "Revisi 'tidak-ada' tidak ada di sini, atau folder ini bukan"),
        (["--sejak", "--output=x", "lakip/2025"], "Revisi '--output=x' tidak ada di sini"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_periksa_refuses_what_it_cannot_do(paraf: Run, repository: Path, arguments: list[str], said: str) -> None:
    before = tree(repository)
    done = paraf("periksa", *arguments, cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert tree(repository) == before


def test_sejak_holds_style_to_changed_lines_and_nothing_else(paraf: Run, repository: Path) -> None:
    spoiled(repository, "Resiko lama turun.", "Hubungi 081234567890.")
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid")
    subprocess.run(["git", *who, "commit", "-q", "-a", "-m", "resiko"], cwd=repository, check=True)
    spoiled(repository, "Analisa baru dimulai.")
    added = repository / "lakip/2025/81-tambahan.md"
    added.write_text("---\nid: tambahan\njudul: Tambahan\n---\n\nPraktek baru.\n")
    done = paraf("periksa", "--sejak", "HEAD", "lakip/2025", cwd=repository)
    assert re.findall(r"(?:BHS|PRI)\d+ “\w+", done.stdout) == ["PRI102 “0812", "BHS101 “Analisa", "BHS101 “Praktek"]
    everything = paraf("periksa", "--sejak", "HEAD~1", "lakip/2025", cwd=repository)
    assert "BHS101 “Resiko”" in everything.stdout


def test_sejak_outside_a_repository_is_told(paraf: Run, repository: Path) -> None:
    (repository / ".git").rename(repository.parent / "disisihkan")
    done = paraf("periksa", "--sejak", "HEAD", "lakip/2025", cwd=repository, GIT_CEILING_DIRECTORIES="/")
    assert (done.returncode, done.stdout) == (2, "")
    assert "atau folder ini bukan repositori Git. Sebut cabang, tag, atau nomor commit." in done.stderr


def test_the_hook_gives_periksa_files_that_it_takes(paraf: Run) -> None:
    (local,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (hook,) = [hook for hook in local["hooks"] if hook["id"] == "periksa"]
    listed = subprocess.run(["git", "ls-files", "-co"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    given = [
        name for name in listed.splitlines() if re.search(hook["files"], name) and not name.startswith("lakip/2026")
    ]
    assert {"sop/naskah.yml", CHAPTER} <= set(given)
    assert "lakip/BACA-SAYA.md" not in given
    assert hook["require_serial"]
    assert hook.get("pass_filenames", True)
    assert paraf("periksa", *given, cwd=ROOT).returncode == 0
