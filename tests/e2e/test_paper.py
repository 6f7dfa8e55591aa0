"""The naskah baca as a reader gets it: every sentence and cell in order, its marks, and the same bytes every time."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from e2e.conftest import Run, copy_repository
from helpers import CASES

SMALL = CASES / "laporan"
SMALLEST, LARGEST = 7.55, 40
"""Points between which the report's own words are set."""
DOCUMENT = "build/cetak/naskah-baca-2025"
_CELL = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(r"\\(?=[^\w\s])|\*\*|`|^\s*(?:#+|>|[-*+]|\d+\.)\s+|!?\[|\]\([^)]*\)", re.MULTILINE)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the small report and its outline."""
    root = copy_repository(tmp_path_factory.mktemp("cetak") / "folder kantor")
    shutil.rmtree(root / "lakip")
    shutil.copytree(SMALL / "lakip", root / "lakip")
    shutil.copy(SMALL / "sop" / "sistematika.yml", root / "sop")
    return root


@pytest.fixture(scope="module")
def printed(office: Path, paraf: Run) -> Path:
    done = paraf("cetak", "naskah-baca", "2025", cwd=office)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(office / f"{DOCUMENT}{suffix}") for suffix in (".pdf", ".md")]
    return office / f"{DOCUMENT}.pdf"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pages(pdf: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(pdf).pages]


def body(pdf: Path) -> str:
    """All words of the report without spaces: not what stands before its first heading (cover, contents, lists), nor what
    is set smaller than a table's cells (heads and feet, sources, paragraph numbers) or as large as the watermark."""
    found: list[str] = []
    reader = PdfReader(pdf)

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if SMALLEST < size < LARGEST:
            found.append(text)

    for page in reader.pages[reader.get_destination_page_number(reader.outline[0]) :]:
        page.extract_text(visitor_text=visit)
    return squeezed("".join(found))


def pieces(markdown: str) -> Iterator[str]:
    """Sentences and cells of the expanded text, without marks and spaces."""
    for line in markdown.split("\n"):
        if re.fullmatch(r"[|:\- ]*", line) or line.startswith("!["):
            continue
        for cell in _CELL.split(line) if line.startswith("|") else [line]:
            plain = _MARKUP.sub("", cell)
            if plain.strip():
                yield squeezed(plain)


def missing(text: str, wanted: Iterator[str]) -> list[str]:
    """What does not stand in the text at or behind the place of what came before."""
    at, lost = 0, []
    for piece in wanted:
        found = text.find(piece, at)
        if found < 0:
            lost.append(piece)
        else:
            at = found
    return lost


def test_the_pdf_holds_every_sentence_and_cell_in_order(printed: Path) -> None:
    markdown = printed.with_suffix(".md").read_text(encoding="utf-8")
    wanted = list(pieces(markdown))
    assert len(wanted) > 100
    assert missing(body(printed), iter(wanted)) == []


def test_control_a_lost_or_moved_sentence_is_noticed() -> None:
    assert missing("satuduatiga", iter(["satu", "empat", "tiga"])) == ["empat"]
    assert missing("satuduatiga", iter(["tiga", "satu"])) == ["satu"]


def test_every_page_says_konsep_and_its_digest(printed: Path) -> None:
    found = pages(printed)
    digest = re.findall(r"SHA-256\): ((?:[0-9a-f]{4} ?){16})", found[0])
    assert digest
    for text in found:
        assert "KONSEP" in text
        assert digest[0].strip() in text
        assert f"dari {len(found)}" in text


def test_figures_name_their_source(printed: Path) -> None:
    assert "IKU-1 · realisasi 2025" in " ".join(pages(printed))


def test_the_same_report_gives_the_same_bytes(office: Path, printed: Path, paraf: Run) -> None:
    before = printed.read_bytes()
    printed.unlink()
    assert paraf("cetak", "naskah-baca", "2025", cwd=office, TZ="Asia/Tokyo").returncode == 0
    assert printed.read_bytes() == before


def test_what_changed_since_a_revision_is_said(office: Path, printed: Path, paraf: Run) -> None:
    chapter = office / "lakip" / "2025" / "80-penutup.md"
    kept = chapter.read_text(encoding="utf-8")
    chapter.write_text(f"{kept}\nKalimat yang baru.\n", encoding="utf-8")
    done = paraf("cetak", "naskah-baca", "2025", "--sejak", "HEAD", cwd=office)
    chapter.write_text(kept, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "berubah sejak HEAD" in pages(printed)[0].replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("naskah-baca", "2031"), "Tahun 2031 belum dibuka"),
        (("naskah-baca", "tahun ini"), "bukan tahun"),
        (("poster", "2025"), "Pilih salah satu: naskah-baca"),
        (("naskah-baca", "2025", "--sejak", "tidak-ada"), "Revisi 'tidak-ada' tidak ada"),
        (("naskah-baca", "2025", "--sejak", "--output=x"), "Revisi '--output=x' tidak ada"),
    ],
)
def test_what_cannot_be_printed_is_told(office: Path, paraf: Run, arguments: tuple[str, ...], said: str) -> None:
    done = paraf("cetak", *arguments, cwd=office)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_year_without_chapters_is_told(office: Path, paraf: Run) -> None:
    (office / "lakip" / "2023").mkdir()
    done = paraf("cetak", "naskah-baca", "2023", cwd=office)
    (office / "lakip" / "2023").rmdir()
    assert done.returncode == 2
    assert "belum mempunyai bab" in done.stderr


def test_a_broken_call_is_printed_as_it_is_and_said(office: Path, paraf: Run) -> None:
    chapter = office / "lakip" / "2025" / "80-penutup.md"
    kept = chapter.read_text(encoding="utf-8")
    chapter.write_text(kept + '\nAngka {{ realisasi("IKU-9") }} tidak ada.\n', encoding="utf-8")
    done = paraf("cetak", "naskah-baca", "2025", cwd=office)
    chapter.write_text(kept, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "1 bagian yang belum terbaca atau terjawab" in done.stderr
