"""The site in a real browser: nothing from outside, nothing wider than the phone, nothing axe objects to."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

TEMPLATES = (
    *("", "b7/", "b6/", "lembar-sop/", "sekilas/", "jabatan/staf/", "tahapan/"),
    *("catatan-sop/", "aturan/", "aturan/sop105/", "tentang/", "404.html"),
)
WIDTHS = (390, 1440)


class Watched:
    """A page that remembers what it asked for and what it complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.outside: list[str] = []
        self.said: list[str] = []
        page.on(
            "request", lambda request: None if request.url.startswith(address) else self.outside.append(request.url)
        )
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))


@pytest.fixture(scope="module", params=["light", "dark"])
def watched(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    context = browser.new_context(color_scheme=request.param)
    yield Watched(context.new_page(), address)
    context.close()


def violations(page: Page) -> list[str]:
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in Axe().run(page).response["violations"]]


def test_control_axe_finds_a_planted_fault(watched: Watched, address: str) -> None:
    watched.page.goto(f"{address}/tentang/")
    watched.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\">')")
    assert any(found.startswith("image-alt") for found in violations(watched.page))
    watched.said.clear()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path or "beranda")
def test_a_page_is_clean_on_phone_and_desktop(watched: Watched, address: str, path: str) -> None:
    for width in WIDTHS:
        watched.page.set_viewport_size({"width": width, "height": 900})
        watched.page.goto(f"{address}/{path}")
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(watched.page) == []
    assert (watched.outside, watched.said) == ([], [])


def test_the_first_answer_is_visible_on_a_phone_without_scrolling(watched: Watched, address: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    watched.page.goto(f"{address}/b7/")
    box = watched.page.locator("dl.kartu").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844


def test_search_finds_a_step_by_its_code(watched: Watched, address: str) -> None:
    watched.page.set_viewport_size({"width": 1440, "height": 900})
    watched.page.goto(f"{address}/")
    watched.page.locator("input.md-search__input").click()
    watched.page.locator("input.md-search__input").press_sequentially("sinkronisasi")
    first = watched.page.locator(".md-search-result__item").first
    first.wait_for()
    assert "B7" in first.inner_text()
