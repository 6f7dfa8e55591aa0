"""The site on a stick: opened as files, by a browser that may ask nobody for anything."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from e2e.conftest import Run, copy_repository, made_once

_ADDRESS = re.compile(r'(?:href|src|action)="([^"#?]*)')


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory, paraf: Run) -> Path:
    def build(folder: Path) -> None:
        done = paraf("situs", "--usb", cwd=copy_repository(folder / "folder kantor"))
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "usb", build) / "folder kantor" / "site-usb"


@pytest.fixture
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A phone's page, and everything that it complains about or asks somebody else for."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.extend([request.url] if not request.url.startswith("file:") else []))
    left = "net::ERR_ABORTED"  # the reader went on before it came
    page.on("requestfailed", lambda request: said.extend([request.url] if request.failure != left else []))
    yield page, said
    page.close()


def test_a_reader_searches_and_reads(stick: Path, opened: tuple[Page, list[str]]) -> None:
    page, said = opened
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("searchbox").fill("sinkronisasi draf")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/index.html?q=*")
    assert re.match(r"\d+ halaman ditemukan", page.inner_text("#cari-hasil"))
    page.get_by_role("searchbox").fill("b.7")
    first = page.locator("#cari-daftar a").first
    assert first.inner_text().startswith("B7")
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/b7/index.html")
    page.goto((stick / "cari" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("zzyzx")
    assert page.inner_text("#cari-hasil").startswith("Tidak ada halaman")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto((stick / "lakip" / "2025" / "index.html").as_uri())
    page.get_by_role("link", name="Bab I Pendahuluan").first.click()
    page.wait_for_url("**/10-pendahuluan/index.html")
    page.goto((stick / "keaslian" / "index.html").as_uri())
    assert said == []


def test_without_scripts_the_page_says_so(stick: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((stick / "cari" / "index.html").as_uri())
    assert "memerlukan JavaScript" in page.inner_text("#cari-hasil")
    context.close()


def test_every_address_names_a_file_of_the_stick(stick: Path) -> None:
    pages = sorted(stick.rglob("*.html"))
    assert len(pages) > 150
    broken = set()
    for page in pages:
        for target in _ADDRESS.findall(page.read_text()):
            outside = not target or target.startswith(("https:", "mailto:"))
            if not outside and not (page.parent / target).is_file():
                broken.add((page.relative_to(stick).as_posix(), target))
    assert broken == set()
    assert not (stick / "404.html").exists()
    assert not (stick / "sitemap.xml").exists()


def test_it_is_made_again_byte_for_byte(stick: Path, tmp_path: Path, paraf: Run) -> None:
    again = copy_repository(tmp_path / "folder lain")
    assert paraf("situs", "--usb", cwd=again, TZ="Asia/Jayapura").returncode == 0
    files = {path.relative_to(stick).as_posix(): path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    made = again / "site-usb"
    assert files == {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
