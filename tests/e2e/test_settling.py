"""``paraf mulai-sungguhan`` as an office answers it: wrong answers are asked again, nothing is written before the end."""

import subprocess
import sys
from pathlib import Path

from e2e.conftest import Run

OFFICE = "Dinas Contoh\nDinas Contoh\nPemerintah Kabupaten Contoh\nContoh\nJalan Satu\n{address}\n"
HOLDER = "\nakun{number}\n{number}\n2026-01-02\nSK {number}\n"


def answers(address: str = "", holder: str = HOLDER) -> str:
    return OFFICE.format(address=address) + "".join(holder.format(number=number) for number in range(1, 6))


def answered(root: Path, text: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "paraf", "mulai-sungguhan"]
    return subprocess.run(command, cwd=root, input=text, capture_output=True, text=True, timeout=60)


def sample(root: Path, year: str) -> None:
    office = root / "sop" / "instansi.yml"
    lines = office.read_text(encoding="utf-8").splitlines()
    changed = [f'tahun_contoh: ["{year}"]' if line.startswith("tahun_contoh:") else line for line in lines]
    office.write_text("\n".join(changed) + "\n", encoding="utf-8")


def sop(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "sop").glob("*.yml")}


def test_the_office_becomes_the_one_that_answered(repository: Path, paraf: Run) -> None:
    sample(repository, "2025")
    done = answered(repository, answers("https://forge.example/dinas/lakip/"))
    assert done.returncode == 0, done.stderr
    assert "ditulis: sop/petugas.yml" in done.stdout
    assert 'repositori: "https://forge.example/dinas/lakip"' in (repository / "sop" / "instansi.yml").read_text()
    assert (repository / "contoh" / "2025" / "laporan.yml").is_file()
    assert not (repository / "lakip" / "2025").exists()
    assert paraf("periksa", "sop", cwd=repository).returncode == 0
    assert "\n* @akun2 @akun3 @akun4\n" in (repository / ".github" / "CODEOWNERS").read_text()
    assert paraf("selaraskan", "--periksa", cwd=repository).returncode == 0


def test_a_wrong_answer_is_told_and_asked_again(repository: Path) -> None:
    holder = "\nbukan akun\nakun{number}\nsatu\n{number}\n2026-02-30\n2026-01-02\nSK {number}\n"
    done = answered(repository, answers("ftp://x\n", holder))
    assert done.returncode == 0, done.stderr
    for said in ("tulis nama akun GitHub-nya", "'satu' bukan nomor akun", "'2026-02-30' bukan tanggal"):
        assert said in done.stderr
    assert "Error" not in done.stderr


def test_whoever_stops_in_the_middle_has_lost_nothing(repository: Path) -> None:
    before = sop(repository)
    done = answered(repository, "Dinas Contoh\nDinas")
    assert done.returncode == 130
    assert "Dihentikan." in done.stderr
    assert sop(repository) == before


def test_a_sample_year_is_never_moved_over_another(repository: Path) -> None:
    sample(repository, "2031")
    for folder in ("lakip/2031", "contoh/2031"):
        (repository / folder).mkdir(parents=True)
    before = sop(repository)
    done = answered(repository, answers())
    assert done.returncode == 2
    assert "contoh/2031 sudah ada" in done.stderr
    assert sop(repository) == before
