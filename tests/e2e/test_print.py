"""Printed pages: their size and number, their foot, the form's heads and connectors on every sheet."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from helpers import ROOT, load_case

SOP = load_case(ROOT).sop
MM = 72 / 25.4
Print = Callable[[str], PdfReader]


@pytest.fixture(scope="module")
def printed(browser: Browser, looks: str) -> Iterator[Print]:
    """Print a page as its style sheets ask."""
    page = browser.new_page()
    yield lambda path: print_from(page, f"{looks}/{path}")
    page.close()


def print_from(page: Page, url: str) -> PdfReader:
    page.goto(url)
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


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
        ("a/", (210, 297), 1),
        ("b/", (210, 297), 2),
        ("lembar-sop/", (210, 297), 1),
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


def test_the_form_on_screen_leads_to_the_sheets_instead_of_printing_itself(printed: Print) -> None:
    (sheet,) = words(printed("lembar-sop/"))
    assert "Lembar untuk dicetak: kertas A4 (/lembar-sop/a4/) atau kertas F4 (folio) (/lembar-sop/f4/)." in sheet
    assert SOP.heads.kelengkapan not in sheet


def test_a_flow_is_printed_with_its_folds_closed(printed: Print) -> None:
    (sheet,) = words(printed("a/"))
    assert SOP.heads.kelengkapan not in sheet
    assert "Bila dikembalikan, ke A8 (tafsir kami)." in sheet


FILLED = re.compile(r"([\d.]+) [\d.]+ [\d.]+ rg\s+/G\d+ gs\s+\S+ \S+ (\S+) (\S+) re\s+f")


def grounds(document: PdfReader) -> set[float]:
    """How much red the large areas of the first page are filled with: 1 is white, under a half is dark."""
    content = document.pages[0].get_contents()
    assert content is not None
    found = FILLED.findall(content.get_data().decode("latin-1"))
    return {float(red) for red, width, height in found if float(width) > 300 and float(height) > 300}


@pytest.mark.parametrize("path", ["b7/", "jabatan/staf/", "lembar-sop/a4/", "poster/"])
@pytest.mark.parametrize("how", ["perangkat", "tombol"])
def test_a_dark_screen_prints_on_white_paper(browser: Browser, looks: str, path: str, how: str) -> None:
    """Dark by the device, or by the site's own button on a light device."""
    context = browser.new_context(color_scheme="dark" if how == "perangkat" else "light")
    page = context.new_page()
    if how == "tombol":
        page.goto(f"{looks}/{path}")
        page.locator("label[for=__palette_1]").click()
    document = print_from(page, f"{looks}/{path}")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()
    assert grounds(document) == {1}


def test_control_a_dark_sheet_is_found(browser: Browser, looks: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{looks}/b7/")
    page.add_style_tag(
        content="@media print { html, body { color-scheme: dark !important; background: none !important; } }"
    )
    document = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    page.close()
    assert min(grounds(document)) < 0.5


def test_control_a_sheet_that_is_too_full_is_found(browser: Browser, looks: str, built: Path) -> None:
    page = browser.new_page()
    page.goto(f"{looks}/lembar-sop/a4/")
    page.evaluate("document.querySelectorAll('.lembar td').forEach(cell => { cell.style.height = '40mm'; })")
    document = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(document.pages) > 5
