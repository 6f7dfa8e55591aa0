"""The naskah baca as a reader gets it: every sentence and cell in order, its marks, and the same bytes every time."""

import base64
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from e2e.conftest import Run, copy_repository
from helpers import CASES

SMALL = CASES / "laporan"
SMALLEST, LARGEST = 7.55, 40
"""Points between which the report's own words are set."""
WIDTH = 210 / 25.4 * 72
"""Points of the paper's width."""
ROWS = 90
VARIED = f"""
Sumbernya {{{{ realisasi("IKU-1") }}}}, {{{{ target("IKU-1") }}}}, dan sekali lagi {{{{ realisasi("IKU-1") }}}}.

Tabel: Desa

| No. | Kepalanya |
|--:|:--|
{"".join(f"| {number} | Desa nomor {number} |{chr(10)}" for number in range(1, ROWS + 1))}
Tabel: Perbandingan

| Kode | Indikator | {" | ".join(f"Realisasi {year}" for year in range(2017, 2025))} |
|:--|:--|{"--:|" * 8}
| IKU-7 | Persentase pengaduan masyarakat yang ditindaklanjuti tepat waktu | {" | ".join(["88,50"] * 8)} |

{{{{ grafik_tren("IKU-1") }}}}

![Foto kegiatan](foto%20kegiatan.png)

![Foto lain](tidak-ada.png)
"""
"""What the last chapter may be followed by: a long table, a wide one, a chart, a picture and one that is not there."""
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
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


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, paraf: Run) -> Path:
    """The complete sample year."""
    root = copy_repository(tmp_path_factory.mktemp("contoh") / "folder kantor")
    done = paraf("cetak", "naskah-baca", "2025", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / f"{DOCUMENT}.pdf"


def edited(office: Path, name: str, text: str, paraf: Run, *arguments: str) -> Path:
    """The PDF with other words in a file of the year, which is as before afterwards."""
    file, sheet = office / "lakip" / "2025" / name, office / f"{DOCUMENT}.pdf"
    kept, before = file.read_text(encoding="utf-8"), sheet.read_bytes()
    file.write_text(text, encoding="utf-8")
    try:
        done = paraf("cetak", "naskah-baca", "2025", *arguments, cwd=office)
        assert done.returncode == 0, done.stderr
        other = office / "lain.pdf"
        other.write_bytes(sheet.read_bytes())
    finally:
        file.write_text(kept, encoding="utf-8")
        sheet.write_bytes(before)
    return other


@pytest.fixture(scope="module")
def varied(office: Path, printed: Path, paraf: Run) -> Path:
    """The small report with what is hard to print."""
    (office / "lakip" / "2025" / "foto kegiatan.png").write_bytes(PIXEL)
    last = (office / "lakip" / "2025" / "80-penutup.md").read_text(encoding="utf-8")
    return edited(office, "80-penutup.md", last + VARIED, paraf)


def words(pdf: Path, text: str) -> Iterator[tuple[int, float]]:
    """Every piece of text with these words: its page, counted from 0, and how far from the left it begins, in points."""
    found: list[tuple[int, float]] = []
    for number, page in enumerate(PdfReader(pdf).pages):

        def visit(
            said: str, cm: list[float], tm: list[float], _font: object, _size: float, number: int = number
        ) -> None:
            if text in said:
                found.append((number, cm[0] * tm[4] + cm[4]))

        page.extract_text(visitor_text=visit)
    yield from found


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

    first = reader.outline[0]
    assert isinstance(first, Destination)
    for page in reader.pages[reader.get_destination_page_number(first) :]:
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


@pytest.mark.parametrize(("report", "least"), [("printed", 100), ("sample", 2500)])
def test_the_pdf_holds_every_sentence_and_cell_in_order(
    report: str, least: int, request: pytest.FixtureRequest
) -> None:
    pdf = request.getfixturevalue(report)
    wanted = list(pieces(pdf.with_suffix(".md").read_text(encoding="utf-8")))
    assert len(wanted) > least
    assert missing(body(pdf), iter(wanted)) == []


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


def test_figures_name_their_source_at_the_right_margin_once_for_every_paragraph(varied: Path) -> None:
    found = list(words(varied, "IKU-1 · realisasi 2025"))
    assert found
    assert all(x > 0.7 * WIDTH for _, x in found)
    last = max(number for number, _ in words(varied, "Sumbernya"))
    assert [number for number, _ in found].count(last) == 1


def test_a_panel_names_its_source_at_the_right_margin(printed: Path) -> None:
    assert [x > 0.7 * WIDTH for _, x in words(printed, "SS-1 · capaian")] == [True]


def test_a_long_table_goes_on_with_its_head_and_loses_no_row(varied: Path) -> None:
    found = [text for text in pages(varied) if "Desa nomor" in text]
    assert len(found) > 1
    assert all("Kepalanya" in text for text in found)
    assert [int(number) for text in found for number in re.findall(r"Desa nomor (\d+)", text)] == [*range(1, ROWS + 1)]


def test_the_sentences_of_a_wide_table_get_more_room_than_its_numbers(varied: Path) -> None:
    (page,) = [text for text in pages(varied) if "88,50" in text]
    lines = page.split("Persentase pengaduan", 1)[1].split("88,50", 1)[0].strip().split("\n")
    assert len(lines) <= 3


def test_a_chart_stands_beside_its_figures(varied: Path) -> None:
    assert [x > 0.4 * WIDTH for _, x in words(varied, "Keterangan")] == [True]


def test_tables_and_charts_are_listed_after_the_contents(varied: Path) -> None:
    front = "".join(pages(varied)[1:4])
    at = [front.index(words) for words in ("Daftar Isi", "Daftar Tabel", "Desa .", "Daftar Gambar", "Gambar 1.")]
    assert at == sorted(at)


def test_a_picture_is_shown_and_one_that_is_not_there_is_told(varied: Path) -> None:
    assert sum(len(page.images) for page in PdfReader(varied).pages) == 1
    assert "Gambar tidak-ada.png belum dapat ditampilkan. Foto lain" in " ".join("".join(pages(varied)).split())


def test_a_broken_picture_does_not_stop_the_printing(office: Path, printed: Path, paraf: Run) -> None:
    (office / "lakip" / "2025" / 'rusak "1".png').write_bytes(b"bukan gambar")
    last = (office / "lakip" / "2025" / "80-penutup.md").read_text(encoding="utf-8")
    found = pages(edited(office, "80-penutup.md", f'{last}\n![Foto](<rusak "1".png>)\n', paraf))
    assert "belum dapat ditampilkan" in " ".join("".join(found).split())


def test_annexes_are_bound_at_the_end(printed: Path) -> None:
    assert "Lampiran 1. Perjanjian Kinerja Tahun 2025" in pages(printed)[-1]
    assert (
        printed.with_suffix(".md")
        .read_text(encoding="utf-8")
        .rstrip()
        .endswith("Tempat arsipnya: Map PK 2025, lemari 2.")
    )


def test_the_same_report_gives_the_same_bytes(office: Path, printed: Path, paraf: Run) -> None:
    before = printed.read_bytes()
    printed.unlink()
    assert paraf("cetak", "naskah-baca", "2025", cwd=office, TZ="Asia/Tokyo").returncode == 0
    assert printed.read_bytes() == before


def test_what_changed_since_a_revision_is_said(office: Path, printed: Path, paraf: Run) -> None:
    """The revision holds the complete sample, of which the small report has next to nothing."""
    last = (office / "lakip" / "2025" / "80-penutup.md").read_text(encoding="utf-8")
    found = pages(edited(office, "80-penutup.md", f"{last}\nKalimat baru.\n", paraf, "--sejak", "HEAD"))
    assert "berubah sejak HEAD" in found[0].replace("\n", " ")
    first = next(number for number, text in enumerate(found) if "Kalimat baru." in text)
    (earlier,) = [number for number, text in enumerate(found) if "Bagian ini bukan isi laporan." in text]
    assert first < earlier
    assert "Puji syukur kami panjatkan" in "".join(found[earlier:])


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


def test_a_chart_of_many_indicators_is_printed_whole(office: Path, printed: Path, paraf: Run) -> None:
    """Its pictures are never shrunk to a page: see ``HIGHEST`` in the test of charts."""
    data, last = (office / "lakip" / "2025" / name for name in ("data/kinerja.yml", "80-penutup.md"))
    kept, text = last.read_text(encoding="utf-8"), data.read_text(encoding="utf-8")
    one = text[text.index("      - id: IKU-3") :]
    more = "".join(one.replace("IKU-3", f"IKU-{number}") for number in range(4, 61))
    last.write_text(f"{kept}\n{{{{ grafik_capaian() }}}}\n", encoding="utf-8")
    try:
        pdf = edited(office, "data/kinerja.yml", text + more, paraf)
    finally:
        last.write_text(kept, encoding="utf-8")
    drawn = [text for text in pages(pdf) if "target (100%)" in text]
    assert [text.count("target (100%)") for text in drawn] == [2, 2]
    # After the pictures the second page begins with the table of the figures.
    shown = [re.findall(r"IKU-\d+", text.partition("Gambar 1.")[0]) for text in drawn]
    assert [code for codes in shown for code in codes] == [f"IKU-{number}" for number in range(1, 61)]
