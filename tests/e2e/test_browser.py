"""The site in a real browser: nothing from outside, nothing wider than the window, nothing cut, nothing axe objects to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from e2e.looking import TEMPLATES, Watched, violations


@pytest.fixture(scope="module", params=["light", "dark"])
def watched(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    context = browser.new_context(color_scheme=request.param)
    yield Watched(context.new_page(), address)
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(color_scheme="light")
    yield Watched(context.new_page(), address)
    context.close()


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p style='width: 20px; overflow: hidden; white-space: nowrap'>terpotong</p>", "clipped: cut: "),
        ("<p style='width: 20px; white-space: nowrap'>keluar-dari-kotak</p>", "clipped: beyond: "),
        ("<div style='width: 2000px'>lebar</div>", "wider than the window"),
        ("<img alt='' src='tidak-ada.png'>", "console: "),
        ("<img alt='' src='http://127.0.0.1:9/x.png'>", "outside: "),
    ],
)
def test_control_a_planted_fault_is_found(browser: Browser, address: str, html: str, fault: str) -> None:
    context = browser.new_context()
    looking = Watched(context.new_page(), address)
    page = looking.open("tentang/", 390)
    assert looking.faults() == []
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", html)
    page.wait_for_load_state("networkidle")
    assert any(found.startswith(fault) for found in looking.faults())
    context.close()


def test_control_axe_finds_a_planted_fault(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = Watched(context.new_page(), address).open("tentang/", 390)
    assert violations(page) == []
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')")
    assert [found.split(":")[0] for found in violations(page)] == ["image-alt"]
    context.close()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path or "beranda")
def test_a_template_is_clean_at_every_width(watched: Watched, path: str) -> None:
    for width in (390, 768, 1440):
        watched.open(path, width)
        assert watched.faults() == []
    assert violations(watched.page) == []


def test_every_page_is_clean_on_a_phone(phone: Watched, built: Path) -> None:
    pages = sorted(path.parent.relative_to(built).as_posix() for path in built.rglob("index.html"))
    assert len(pages) > len(TEMPLATES)
    found = {}
    for path in pages:
        page = phone.open("" if path == "." else f"{path}/", 390)
        found[path] = phone.faults() + violations(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_the_first_answer_is_visible_on_a_phone_without_scrolling(phone: Watched, built: Path) -> None:
    for folder in sorted(path.parent for path in built.glob("[ab][0-9]*/index.html")):
        box = phone.open(f"{folder.name}/", 390, 844).locator("dl.kartu").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, folder.name
