"""The verifier that goes with a package: a plain Python alone, on whole packages and on broken ones.

It was written from the page on formats, so that each side would notice a mistake of the other. What it cannot see (a book
that was rewritten as a whole) it says, and sees once somebody gives it the digest that was printed.
"""

import ast
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from paraf.laporan.records.names import EvidenceName
from paraf.terbit.package import package_files
from terbit.filed import PDF, SIGNED, edition, naming, with_files
from terbit.packed import OFFICE, OUTLINE, PROGRAM, REPORT, binding, package, rewritten, zipped
from terbit.years import YEAR

BELOW = f"lakip/{YEAR}/"
CHAPTER, BOOK, RECORD = f"{BELOW}80-penutup.md", f"{BELOW}buku/{REPORT}", f"{BELOW}bukti/b12.yml"
DOCUMENT = f"{BELOW}bukti/b12-lakip.pdf"
LIMITS = "Yang TIDAK dapat dibuktikan dari paket ini saja"
Files = Mapping[str, bytes]


def verified(folder: Path, files: Files, *arguments: str) -> tuple[int, str]:
    """The exit code and what the program says of a ZIP, in a Python without anything of ours."""
    path = folder / "paket.zip"
    path.write_bytes(zipped(files))
    return run(str(path), *arguments)


def run(*arguments: str, program: Path = PROGRAM) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(program), *arguments], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def changed(path: str, old: bytes, new: bytes) -> Files:
    assert old in package()[path]
    return {**package(), path: package()[path].replace(old, new, 1)}


def without(path: str) -> Files:
    return {name: data for name, data in package().items() if name != path}


def test_a_whole_package_is_right_and_says_who_approved_it_and_what_is_not_proven(tmp_path: Path) -> None:
    code, said = verified(tmp_path, package())
    assert code == 0, said
    assert "HASIL: semua yang dapat diperiksa benar." in said
    assert "DATA CONTOH: bukan laporan resmi" in said
    assert "[benar] bukti/b12-lakip.pdf: sidiknya disebut buktinya; terikat di buku" in said
    assert "B11 Kadin (contoh), kadin definitif (akun nomor 999000004), 23 Feb 2026 pukul 09.30 (+07:00)" in said
    assert LIMITS in said


def test_the_same_in_a_folder_whatever_a_file_manager_left_there(tmp_path: Path) -> None:
    for name, data in package().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / BELOW / ".DS_Store").write_bytes(b"x")
    assert run(program=tmp_path / "verifikasi.py")[0] == 0
    (tmp_path / BELOW / "tautan.md").symlink_to(tmp_path / CHAPTER)
    code, said = run(program=tmp_path / "verifikasi.py")
    assert (code, "adalah tautan" in said) == (2, True)


def test_what_was_laid_beside_the_package_is_named_as_not_examined(tmp_path: Path) -> None:
    """A "signed" report beside the real one must not seem to be proven with it."""
    assert "TIDAK diperiksa: 0 berkas" in verified(tmp_path, package())[1]
    code, said = verified(tmp_path, {**package(), "LAKIP-bertanda-tangan.pdf": b"%PDF", "lakip/1999/a.md": b"x"})
    assert code == 0
    assert "TIDAK diperiksa: 2 berkas LAKIP-bertanda-tangan.pdf, lakip/1999/a.md\n" in said


BROKEN: dict[str, tuple[Files, str]] = {
    "a byte of a chapter": ({**package(), CHAPTER: package()[CHAPTER] + b"x"}, "[SALAH] Isi naskah"),
    "a chapter is gone": (without(CHAPTER), "[SALAH] Isi naskah"),
    "a chapter more": ({**package(), f"{BELOW}90-lain.md": b"# x\n"}, "[SALAH] Isi naskah"),
    "a byte of the text": ({**package(), "teks-yang-disetujui.md": b"lain"}, "[SALAH] Teks yang dibaca"),
    "no text": (without("teks-yang-disetujui.md"), "[SALAH] Teks yang dibaca"),
    "a byte of the evidence": (changed(RECORD, b"eksemplar: 5", b"eksemplar: 6"), "[SALAH] Bukti B12"),
    "another document": ({**package(), DOCUMENT: PDF + b" "}, "[SALAH] bukti/b12-lakip.pdf"),
    "a document more": ({**package(), f"{BELOW}bukti/b12-lain.pdf": b"x"}, "[SALAH] Bukti B12"),
    "a byte of the book": (changed(BOOK, b"Kadin (contoh)", b"Kadim (contoh)"), "rantai terputus"),
    "a line in another form": (changed(BOOK, b'{"edisi"', b'{ "edisi"'), "bukan bentuk baku"),
    "a key twice": (changed(BOOK, b'{"edisi":1', b'{"edisi":1,"edisi":1'), "bukan bentuk baku"),
    "a cut end": ({**package(), BOOK: package()[BOOK][:-1]}, "ujungnya terpotong"),
    "a line is gone": ({**package(), BOOK: package()[BOOK].split(b"\n", 1)[1]}, "rantai terputus"),
    "a file of the book is gone": (without(f"{BELOW}buku/003-rencana-kerja.jsonl"), "tidak berurutan"),
    "no book": ({name: data for name, data in package().items() if "/buku/" not in name}, "[SALAH] Buku kendali"),
    "the report is not in the book": (
        changed("paket.json", b'"edisi": 1', b'"edisi": 2'),
        "tidak tercatat di buku ini",
    ),
    "approved was another paper": (changed("paket.json", b"draf-akhir", b"draf-awal"), "[SALAH] Isi naskah"),
    "other content, lines rewritten": (rewritten(sidik_isi="0" * 64), "[SALAH] Persetujuan atas isi ini"),
    "lines of another year": (rewritten(tahun=2024), "tentang naskah atau tahun lain"),
}


@pytest.mark.parametrize(("files", "told"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_named(tmp_path: Path, files: Files, told: str) -> None:
    code, said = verified(tmp_path, files)
    assert code == 1
    assert told in said
    assert "HASIL: SALAH" in said


def test_a_book_that_was_rewritten_as_a_whole_is_seen_by_what_was_printed(tmp_path: Path) -> None:
    """Alone it is right, and the program says what that does not prove."""
    forged = rewritten(pr=99)
    printed = grouped_seal(tmp_path, package())
    code, said = verified(tmp_path, forged)
    assert (code, LIMITS in said) == (0, True)
    code, said = verified(tmp_path, forged, "--sidik", printed)
    assert code == 1
    assert "[SALAH] Sidik tercetak" in said
    assert verified(tmp_path, package(), "--sidik", printed.upper())[0] == 0


def grouped_seal(folder: Path, files: Files) -> str:
    """The digest of the book as the program prints it."""
    said = verified(folder, files)[1]
    return next(line.rpartition(": ")[2] for line in said.splitlines() if line.startswith("Sidik buku"))


def test_the_printed_digest_of_the_content_is_recognised(tmp_path: Path) -> None:
    code, said = verified(tmp_path, package(), "--sidik", edition().closing.content)
    assert code == 0
    assert "cocok dengan isi naskah" in said


def test_what_was_filed_later_is_not_called_bound(tmp_path: Path) -> None:
    one = with_files(naming(SIGNED, "b12-2-ttd.pdf", EvidenceName("B12", number=2)))
    code, said = verified(tmp_path, package_files(one, binding(one), OFFICE, OUTLINE, b""))
    assert code == 0, said
    assert (
        "[benar] bukti/b12-2-ttd.pdf: sidiknya disebut buktinya; dicatat sesudah terbit, TIDAK terikat di buku" in said
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--lain",), "Pakai:"),
        (("--sidik",), "Pakai:"),
        (("--sidik", "12ab"), "64 angka"),
        (("a.zip", "b.zip"), "satu paket saja"),
        (("tidak-ada.zip",), "tidak dapat dibaca"),
    ],
)
def test_a_wrong_call_is_told(arguments: tuple[str, ...], told: str) -> None:
    code, said = run(*arguments)
    assert (code, told in said) == (2, True)


def test_what_is_no_package_is_told(tmp_path: Path) -> None:
    assert verified(tmp_path, {"a.txt": b""}) == (
        2,
        "paket.json tidak ada atau tidak dapat dibaca; ini bukan paket pemeriksaan.\n",
    )
    (tmp_path / "rusak.zip").write_bytes(zipped(package())[:5000])
    assert run(str(tmp_path / "rusak.zip"))[0] == 2


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """Which of the two is unpacked depends on the program."""
    path = tmp_path / "ganda.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as archive:
        warnings.simplefilter("ignore")
        for data in (b"satu", b"dua"):
            archive.writestr(CHAPTER, data)
    assert run(str(path)) == (2, f"Paket ini memuat dua berkas bernama {CHAPTER}.\n")


def test_a_line_of_the_right_form_that_says_nonsense_is_wrong_and_no_crash(tmp_path: Path) -> None:
    first = package()[BOOK].split(b"\n", 1)[0]
    odd = first[: first.index(b'"tindakan":')] + b'"tindakan":7}\n'
    code, said = verified(tmp_path, {**package(), BOOK: odd})
    assert (code, "HASIL: SALAH" in said) == (1, True)


def test_it_stands_alone_is_short_and_runs_in_an_old_python() -> None:
    text = PROGRAM.read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 8))
    assert text.count("\n") < 300
    brought = {
        alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    } | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert brought <= sys.stdlib_module_names
