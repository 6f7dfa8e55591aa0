"""What lies in the folders that are read and written: links, pipes, folders in place of files, names that miss."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.conftest import Run
from helpers import ROOT

Made = Callable[[Path], None]


def socket_at(path: Path) -> None:
    """A socket's address may be about a hundred letters long, so it is made under a short name and moved."""
    short = Path("/tmp") / f"paraf-{os.getpid()}.sock"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(short))
    shutil.move(short, path)


IRREGULAR: dict[str, tuple[Made, str]] = {
    "pipe": (os.mkfifo, "bukan berkas biasa, melainkan pipa, soket, atau perangkat."),
    "socket": (socket_at, "bukan berkas biasa, melainkan pipa, soket, atau perangkat."),
    "folder": (Path.mkdir, "adalah folder, padahal di situ perlu berkas."),
    "link to a file": (lambda path: path.symlink_to(ROOT / "sop" / path.name), "adalah tautan ke berkas lain."),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "adalah tautan ke berkas lain."),
    "link to nothing": (lambda path: path.symlink_to("tidak-ada"), "adalah tautan ke berkas lain."),
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with nothing but the data and a page."""
    root = tmp_path / "folder kantor"
    shutil.copytree(ROOT / "sop", root / "sop")
    (root / "docs").mkdir()
    (root / "docs" / "tentang.md").write_text("# Tentang\n")
    return root


def listed(root: Path) -> dict[str, bytes | None]:
    """Everything below a folder; ``None`` for what is no regular file."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() and not path.is_symlink() else None
        for path in root.rglob("*")
    }


def refused(paraf: Run, root: Path, *arguments: str) -> str:
    """What a command says when it refuses: nothing on stdout, no traceback."""
    done = paraf(*arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return done.stderr


def test_control_the_folder_is_in_order(paraf: Run, office: Path) -> None:
    assert paraf("periksa", cwd=office).returncode == 0
    assert paraf("situs", "--hanya-sumber", cwd=office).returncode == 0
    assert paraf("selaraskan", cwd=office).stdout.endswith(" berkas selaras.\n")


@pytest.mark.parametrize("name", ["naskah.yml", "sop-lakip.yml", "pipa"])
@pytest.mark.parametrize(("make", "said"), IRREGULAR.values(), ids=list(IRREGULAR))
def test_what_is_no_file_in_sop_is_refused_at_once(paraf: Run, office: Path, name: str, make: Made, said: str) -> None:
    (office / "sop" / name).unlink(missing_ok=True)
    make(office / "sop" / name)
    if name == "pipa" and make is Path.mkdir:
        assert paraf("periksa", cwd=office).returncode == 0, "a folder of any other name is nobody's business"
    else:
        assert f"sop/{name} {said}" in refused(paraf, office, "periksa")


@pytest.mark.parametrize("name", ["halaman.md", "bahan/gambar.png"])
@pytest.mark.parametrize(
    ("make", "said"),
    [pytest.param(*value, id=key) for key, value in IRREGULAR.items() if key != "folder"],
)
def test_what_is_no_file_in_docs_is_refused_at_once(paraf: Run, office: Path, name: str, make: Made, said: str) -> None:
    (office / "docs" / name).parent.mkdir(exist_ok=True)
    make(office / "docs" / name)
    assert f"docs/{name} {said}" in refused(paraf, office, "situs", "--hanya-sumber")
    assert not (office / "build").exists()


@pytest.mark.parametrize("name", ["sop", "docs"])
def test_a_folder_that_is_a_link_is_refused(paraf: Run, office: Path, name: str) -> None:
    (office / name).rename(office.parent / "milik orang")
    (office / name).symlink_to(office.parent / "milik orang")
    before = listed(office.parent)
    said = refused(paraf, office, "situs", "--hanya-sumber")
    assert said == f"{name} adalah tautan ke tempat lain. Ganti dengan foldernya sendiri.\n"
    assert listed(office.parent) == before


@pytest.mark.parametrize("arguments", [["selaraskan"], ["selaraskan", "--periksa"]], ids=" ".join)
@pytest.mark.parametrize("name", ["sop", "sop/skema"])
def test_schemas_are_never_written_through_a_link(paraf: Run, office: Path, name: str, arguments: list[str]) -> None:
    (office / name).rename(office.parent / "milik orang")
    (office / name).symlink_to(office.parent / "milik orang")
    for schema in (office / "sop" / "skema").iterdir():
        schema.write_text("milik orang")
    before = listed(office.parent)
    assert f"{name} adalah tautan ke tempat lain." in refused(paraf, office, *arguments)
    assert listed(office.parent) == before


@pytest.mark.parametrize("arguments", [["selaraskan"], ["selaraskan", "--periksa"]], ids=" ".join)
@pytest.mark.parametrize(("make", "said"), IRREGULAR.values(), ids=list(IRREGULAR))
def test_what_is_no_file_among_the_schemas_is_refused_at_once(
    paraf: Run, office: Path, arguments: list[str], make: Made, said: str
) -> None:
    (office / "sop" / "skema" / "naskah.json").unlink()
    make(office / "sop" / "skema" / "naskah.json")
    assert f"sop/skema/naskah.json {said}" in refused(paraf, office, *arguments)


def test_a_template_of_a_paper_that_is_gone_is_removed_and_ones_own_stays(paraf: Run, office: Path) -> None:
    assert paraf("selaraskan", cwd=office).returncode == 0
    kept = office / ".github" / "PULL_REQUEST_TEMPLATE"
    (kept / "lama.md").write_bytes((kept / "draf-awal.md").read_bytes())
    (kept / "sendiri.md").write_text("milik kantor")
    done = paraf("selaraskan", "--periksa", cwd=office)
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        1,
        "tidak dipakai lagi: .github/PULL_REQUEST_TEMPLATE/lama.md",
    )
    assert "dihapus: .github/PULL_REQUEST_TEMPLATE/lama.md\n" in paraf("selaraskan", cwd=office).stdout
    assert not (kept / "lama.md").exists()
    assert (kept / "sendiri.md").read_text() == "milik kantor"


@pytest.mark.parametrize("arguments", [["selaraskan"], ["selaraskan", "--periksa"]], ids=" ".join)
@pytest.mark.parametrize("name", [".github", ".github/PULL_REQUEST_TEMPLATE"])
def test_what_github_reads_is_never_written_through_a_link(
    paraf: Run, office: Path, name: str, arguments: list[str]
) -> None:
    (office / ".github" / "PULL_REQUEST_TEMPLATE").mkdir(parents=True, exist_ok=True)
    (office / name).rename(office.parent / "milik orang")
    (office / name).symlink_to(office.parent / "milik orang")
    before = listed(office.parent)
    assert f"{name} adalah tautan ke tempat lain." in refused(paraf, office, *arguments)
    assert listed(office.parent) == before


@pytest.mark.parametrize("arguments", [["selaraskan"], ["selaraskan", "--periksa"], ["periksa"]], ids=" ".join)
def test_a_folder_without_sop_stays_as_it_is(paraf: Run, tmp_path: Path, arguments: list[str]) -> None:
    said = refused(paraf, tmp_path, *arguments)
    assert said == "Folder sop/ tidak ada di sini. Jalankan dari folder repositori, atau pakai --akar FOLDER.\n"
    assert "tidak ada. Periksa alamat sesudah --akar." in refused(paraf, tmp_path, "--akar", "lain", *arguments)
    assert list(tmp_path.iterdir()) == []


def test_sop_as_a_file(paraf: Run, tmp_path: Path) -> None:
    (tmp_path / "sop").write_text("x")
    for command in ("periksa", "selaraskan"):
        assert "sop adalah berkas, padahal di situ perlu folder." in refused(paraf, tmp_path, command)


def test_missing_schemas_are_named_first_and_then_written(paraf: Run, office: Path) -> None:
    shutil.rmtree(office / "sop" / "skema")
    done = paraf("selaraskan", "--periksa", cwd=office)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "tidak selaras: sop/skema/sop.json")
    assert not (office / "sop" / "skema").exists()
    assert paraf("selaraskan", cwd=office).stdout.endswith(" berkas selaras.\n")
    assert paraf("selaraskan", "--periksa", cwd=office).returncode == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [("naskah.yaml", "sop/naskah.yml"), ("Naskah.yml", "sop/naskah.yml"), ("petugas.yml.txt", "sop/petugas.yml")],
)
def test_a_name_that_misses_is_refused(paraf: Run, office: Path, name: str, expected: str) -> None:
    (office / expected).rename(office / "sop" / name)
    said = refused(paraf, office, "periksa")
    assert f"sop/{name}:1:1: nama ini tidak dikenal, jadi isinya tidak akan dibaca" in said
    assert f"Perbaikan: ganti namanya menjadi {expected}, atau pindahkan ke luar folder sop/" in said


def test_officials_without_papers_are_refused(paraf: Run, office: Path) -> None:
    (office / "sop" / "naskah.yml").unlink()
    said = refused(paraf, office, "periksa")
    assert "sop/petugas.yml:1:1: daftar petugas ini tidak dipakai, karena sop/naskah.yml tidak ada" in said
    (office / "sop" / "petugas.yml").unlink()
    assert paraf("periksa", cwd=office).returncode == 0


def test_names_that_nobody_reads_as_data_are_left_alone(paraf: Run, office: Path) -> None:
    for name in (".gitkeep", ".naskah.yml.swp", "Thumbs.db", "BACA-SAYA.md"):
        (office / "sop" / name).write_text("x")
    (office / "sop" / ".#naskah.yml").symlink_to("tidak-ada")
    assert paraf("periksa", cwd=office).returncode == 0


def test_a_file_larger_than_memory_is_refused_unread(paraf: Run, office: Path) -> None:
    with (office / "sop" / "instansi.yml").open("wb") as stream:
        stream.truncate(60_000_000_000)
    said = refused(paraf, office, "periksa")
    assert "sop/instansi.yml:1:1: berkas ini 60000,0 MB; paling besar 1 MB" in said


def test_a_pipe_in_our_own_folder_is_replaced(paraf: Run, office: Path) -> None:
    assert paraf("situs", "--hanya-sumber", cwd=office).returncode == 0
    page = office / "build" / "sumber" / "tentang.md"
    before = page.read_bytes()
    page.unlink()
    os.mkfifo(page)
    assert paraf("situs", "--hanya-sumber", cwd=office).returncode == 0
    assert page.is_file()
    assert page.read_bytes() == before


def test_a_file_in_place_of_docs_is_named(paraf: Run, office: Path) -> None:
    shutil.rmtree(office / "docs")
    (office / "docs").write_text("bukan folder")
    assert "docs adalah berkas, padahal di situ perlu folder." in refused(paraf, office, "situs", "--hanya-sumber")


def test_faults_of_the_sop_and_of_the_pages_come_together(paraf: Run, office: Path) -> None:
    with (office / "docs" / "pindaian.pdf").open("wb") as stream:
        stream.truncate(60_000_000_000)
    (office / "docs" / "tentang.md").write_text("tanpa judul\n")
    with (office / "sop" / "naskah.yml").open("wb") as stream:
        stream.truncate(5_000_000)
    (office / "sop" / "petugas.yml").rename(office / "sop" / "petugas.yaml")
    (office / "sop" / "instansi.yml").write_text("sampah")
    said = refused(paraf, office, "situs", "--hanya-sumber")
    assert [line.split(": ")[0] for line in said.splitlines() if line[:1] in "ds"] == [
        *("docs/pindaian.pdf:1:1", "docs/tentang.md:1:1"),
        *("sop/instansi.yml:1:1", "sop/naskah.yml:1:1", "sop/petugas.yaml:1:1"),
    ]
    assert not (office / "build").exists()
