"""Printed pages: their size and number, their foot, the form's heads and connectors on every sheet."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from helpers import ROOT, load_case

SOP = load_case(ROOT).sop
MM = 72 / 25.4
Print = Callable[[str], PdfReader]


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Print]:
    """Print a page as its style sheets ask."""
    page = browser.new_page()

    def run(path: str) -> PdfReader:
        page.goto(f"{address}/{path}")
        return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))

    yield run
    page.close()


def sizes(document: PdfReader) -> set[tuple[int, int]]:
    return {
        (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) for page in document.pages
    }


def words(document: PdfReader) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in document.pages]


@pytest.mark.parametrize(
    ("path", "size", "pages"),
    [
        ("b7/", (148, 210), 1),
        ("jabatan/staf/", (148, 210), 2),
        ("jabatan/kasubag/", (148, 210), 2),
        ("poster/", (420, 297), 1),
        ("lembar-sop/a4/", (297, 210), 5),
        ("lembar-sop/f4/", (330, 210), 4),
    ],
)
def test_a_page_is_printed_on_its_paper(printed: Print, path: str, size: tuple[int, int], pages: int) -> None:
    document = printed(path)
    assert sizes(document) == {size}
    assert len(document.pages) == pages


def test_every_step_card_fits_one_sheet(printed: Print) -> None:
    too_long = {code for code, step in SOP.steps.items() if len(printed(f"{step.slug}/").pages) != 1}
    assert too_long == set()


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_each_sheet_of_the_form_repeats_its_heads_and_every_row_is_printed(printed: Print, paper: str) -> None:
    _cover, *sheets = words(printed(f"lembar-sop/{paper}/"))
    for sheet in sheets:
        assert all(
            head in sheet for head in (SOP.heads.kegiatan, SOP.heads.kelengkapan, SOP.heads.output, SOP.heads.ket)
        )
    for section in SOP.sections:
        own = [sheet for sheet in sheets if f"{section.code}. {section.title}" in sheet]
        assert own
        text = " ".join(own)
        assert all(step.kegiatan.replace(" ", "") in text.replace(" ", "") for step in section.steps)


def test_every_foot_names_office_number_and_page(printed: Print) -> None:
    for number, sheet in enumerate(words(printed("lembar-sop/a4/")), start=1):
        assert "Dinas Komunikasi dan Informatika Trenggalek" in sheet
        assert "01/SOP.Perenc/406.020/2020 · keadaan per" in sheet
        assert f"halaman {number} dari 5" in sheet


def test_printed_pages_leave_the_screen_out(printed: Print) -> None:
    (card,) = words(printed("b7/"))
    assert "Salin pesan" not in card
    assert "Beranda" not in card
    assert "Tafsir kami" not in card


def test_control_a_sheet_that_is_too_full_is_found(browser: Browser, address: str, built: Path) -> None:
    page = browser.new_page()
    page.goto(f"{address}/lembar-sop/a4/")
    page.evaluate("document.querySelectorAll('.lembar td').forEach(cell => { cell.style.height = '40mm'; })")
    document = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(document.pages) > 5
