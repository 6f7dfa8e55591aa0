"""Publication as the command does it: what is attacked is not published, the rest of the site stands, one sentence says why.

Canaries: a sentence in every chapter, table, annex, data file and evidence of the year that is being written appears nowhere
on the site; a site into which one of them got is caught by the same search.
"""

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from e2e.conftest import Run
from terbit.years import rehashed, rewrite_book

DRAFT, PUBLISHED = "lakip/2026", "lakip/2025"
ENTRANCE = "lakip/2025/index.html"
Attack = Callable[[Path], None]


def canary(number: int) -> str:
    """A sentence that nobody writes, long enough to be told apart."""
    return f"burung kenari nomor {number} hinggap diam di ranting pohon jambu kantor sebelah sana"


def planted(root: Path) -> list[str]:
    """Plant a canary in every file of the draft year where text may stand; they are given back."""
    found: list[str] = []
    for path in sorted((root / DRAFT).rglob("*")):
        if path.suffix in (".md", ".yml", ".csv") and path.is_file():
            words = canary(len(found))
            text = path.read_text()
            if path.suffix == ".md":
                row = f"| Kenari | Isi |\n|---|---|\n| {words} tabel | 1 |\n" if path.name[:1].isdigit() else ""
                text += f"\n{words.capitalize()}.\n\n{row}"
            elif path.suffix == ".yml":
                text += f"# {words}\n"
            else:
                text = re.sub(r"(?m)^([^;\n]*;[^;\n]*)", rf"\g<1> {words}", text)
            path.write_text(text)
            found.append(words)
    return found


def escaped(site: Path, canaries: list[str]) -> Iterator[str]:
    """The files of a site that hold a canary, in whatever form the file keeps its text."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode(errors="replace").casefold()
            plain = " ".join(re.sub(r"<[^>]*>|\\u[0-9a-f]{4}|[^\w]+", " ", text).split())
            yield from (path.relative_to(site).as_posix() for words in canaries if words in plain)


def test_no_word_of_a_draft_reaches_the_site(repository: Path, paraf: Run) -> None:
    canaries = planted(repository)
    assert len(canaries) > 15
    done = paraf("situs", cwd=repository)
    assert done.returncode == 0, done.stderr
    site = repository / "site"
    assert (site / ENTRANCE).is_file()
    assert (site / "search" / "search_index.json").is_file()
    assert list(escaped(site, canaries)) == []
    # The same search catches a site into which a canary got.
    (repository / "docs" / "kabar.md").write_text(f"# Kabar\n\nDikutip: {canary(99)}.\n")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 0, done.stderr
    assert {"kabar/index.html", "search/search_index.json"} <= set(escaped(site, [*canaries, canary(99)]))


def test_a_draft_placed_in_docs_is_not_shown(repository: Path, paraf: Run) -> None:
    canaries = planted(repository)
    chapter = next(path for path in sorted((repository / DRAFT).glob("[0-9]*.md")))
    (repository / "docs" / "bocoran.md").write_text(f"# Bocoran\n\n{chapter.read_text().partition('---')[2]}")
    text = (repository / "docs" / "bocoran.md").read_text()
    (repository / "docs" / "bocoran.md").write_text(re.sub(r"(?s)\{\{.*?\}\}|^---$", "", text, flags=re.MULTILINE))
    done = paraf("situs", cwd=repository)
    assert done.returncode == 1, done.stderr
    assert "docs/bocoran.md tidak ditampilkan: memuat kalimat dari naskah yang belum disetujui" in done.stderr
    assert "Halaman ini belum ditampilkan" in (repository / "site" / "bocoran" / "index.html").read_text()
    assert list(escaped(repository / "site", canaries)) == []


def append(path: str, words: str) -> Attack:
    def attack(root: Path) -> None:
        (root / path).write_text((root / path).read_text() + words)

    return attack


def in_book(old: str, new: str) -> Attack:
    def attack(root: Path) -> None:
        path = root / PUBLISHED / "buku" / "006-draf-akhir.jsonl"
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))

    return attack


def book_rehashed(root: Path) -> None:
    """The text's digest of another text, the chain made anew."""
    book = {path.name: path.read_bytes() for path in (root / PUBLISHED / "buku").iterdir()}
    for name, data in rehashed({"sidik_teks": "0" * 64}, book).items():
        (root / PUBLISHED / "buku" / name).write_bytes(data)


def without_step(root: Path) -> None:
    path = root / PUBLISHED / "buku" / "006-draf-akhir.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def linked_chapter(root: Path) -> None:
    path = root / PUBLISHED / "10-pendahuluan.md"
    moved = root / "pendahuluan.md"
    shutil.move(path, moved)
    path.symlink_to(moved)


def linked_book(root: Path) -> None:
    path = root / PUBLISHED / "buku" / "006-draf-akhir.jsonl"
    shutil.move(path, root / "buku.jsonl")
    path.symlink_to(root / "buku.jsonl")


def other_outline(root: Path) -> None:
    """A rule by which the printed text is made."""
    path = root / "sop" / "sistematika.yml"
    assert "bab: Bab II\n" in path.read_text()
    path.write_text(path.read_text().replace("bab: Bab II\n", "bab: Bab 2\n", 1))


def script_in_chapter(root: Path) -> None:
    """Rewritten with its book, so that only what it holds is wrong."""
    append(f"{PUBLISHED}/10-pendahuluan.md", "\n<script>alert(1)</script>\n")(root)
    rewrite_book(root)


ATTACKS: dict[str, tuple[Attack, str]] = {
    "a byte of a chapter": (append(f"{PUBLISHED}/80-penutup.md", "\n"), "tidak sama dengan yang disetujui"),
    "a byte of the data": (append(f"{PUBLISHED}/data/kinerja.yml", "#\n"), "tidak sama dengan yang disetujui"),
    "a byte of the book": (in_book('"pr":6', '"pr":9'), "006-draf-akhir.jsonl, baris 2: Rantai terputus"),
    "the book made anew": (book_rehashed, "teks yang dihitung dari berkas itu sekarang lain"),
    "no publishing step": (without_step, "Rantai terputus"),
    "a chapter that is a link": (linked_chapter, "10-pendahuluan.md: berkas ini bukan berkas biasa"),
    "a book that is a link": (linked_book, "tautan ke berkas lain"),
    "an outline of other words": (other_outline, "teks yang dihitung dari berkas itu sekarang lain"),
    "a script in a chapter": (script_in_chapter, "tidak boleh terbit"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_year_that_was_tampered_with_is_not_published(repository: Path, paraf: Run, name: str) -> None:
    attack, said = ATTACKS[name]
    attack(repository)
    done = paraf("situs", "--hanya-sumber", cwd=repository)
    assert done.returncode == 1, done.stderr
    (line,) = [one for one in done.stderr.splitlines() if "tidak diterbitkan" in one]
    assert line.startswith("LAKIP 2025 tidak diterbitkan. ")
    assert said in line
    staged = repository / "build" / "sumber"
    assert not (staged / PUBLISHED).exists()
    assert (staged / "b7.md").is_file()


def test_the_rest_of_the_site_is_built_without_the_year(repository: Path, paraf: Run) -> None:
    append(f"{PUBLISHED}/80-penutup.md", "\n")(repository)
    done = paraf("situs", cwd=repository)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert (repository / "site" / "b7" / "index.html").is_file()
    assert not (repository / "site" / "lakip").exists()


def test_the_position_is_told_by_the_book_where_there_are_no_other_facts(repository: Path, paraf: Run) -> None:
    shutil.rmtree(repository / DRAFT)
    (repository / "sop" / "contoh" / "fakta-2025.json").unlink()
    done = paraf("situs", "--hanya-sumber", cwd=repository)
    assert done.returncode == 0, done.stderr
    told = json.loads((repository / "build" / "sumber" / "api" / "status.json").read_text())
    assert told["tahun"] == 2025
    assert {step["keadaan"] for paper in told["naskah"] for step in paper["langkah"]} == {"selesai"}
    shutil.rmtree(repository / PUBLISHED / "buku")
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
    assert not (repository / "build" / "sumber" / "api" / "status.json").exists()


def test_a_drawing_with_a_script_never_enters_from_docs(repository: Path, paraf: Run) -> None:
    (repository / "docs" / "gambar.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )
    done = paraf("situs", "--hanya-sumber", cwd=repository)
    assert done.returncode == 2
    assert "docs/gambar.svg:1:1" in done.stderr
