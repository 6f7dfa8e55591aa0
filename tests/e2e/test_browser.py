"""The site in a real browser: nothing from outside, nothing wider than the window, nothing cut, nothing axe objects to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import pytest
from playwright.sync_api import Browser

from e2e.looking import TEMPLATES, Watched, violations

WIDTH, HEIGHT = 390, 844
Scheme = Literal["light", "dark"]


class Visit(NamedTuple):
    """What a visitor with a phone meets on a page: faults, and how far down (pixels) two answers of a step stand."""

    faults: list[str]
    card_ends: float | None
    refusal_begins: float | None


@pytest.fixture(scope="module")
def screens(browser: Browser, address: str) -> Iterator[dict[str, Watched]]:
    """One by light and one in the dark: the site remembers how it was looked at."""
    contexts = {scheme: browser.new_context(color_scheme=scheme) for scheme in get_args(Scheme)}
    yield {scheme: Watched(context.new_page(), address) for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="module")
def visits(browser: Browser, looks: str, built: Path) -> dict[str, Visit]:
    """Every page on a phone, by path; each is opened once."""
    folders = sorted(path.parent.relative_to(built).as_posix() for path in built.rglob("index.html"))
    context = browser.new_context(color_scheme="light")
    phone = Watched(context.new_page(), looks)
    pages = ["404.html", *("" if folder == "." else f"{folder}/" for folder in folders)]
    seen = {path: visited(phone, path) for path in pages}
    context.close()
    return seen


def visited(watched: Watched, path: str) -> Visit:
    page = watched.open(path, WIDTH, HEIGHT)
    card = page.locator("dl.kartu").first
    refusal = page.get_by_role("heading", name="Bila dikembalikan").first
    answer, back = (found.bounding_box() if found.count() else None for found in (card, refusal))
    return Visit(watched.faults() + violations(page), answer and answer["y"] + answer["height"], back and back["y"])


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
@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_a_template_is_clean_at_every_width(screens: dict[str, Watched], scheme: Scheme, path: str) -> None:
    """By light, the narrowest are opened with every page on a phone; in the dark, the window is made narrower."""
    watched = screens[scheme]
    page = watched.open(path, 1440)
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    assert watched.faults() == []
    assert violations(page) == []
    if scheme == "light":
        watched.open(path, 768)
        assert watched.faults() == []
        return
    for width in (768, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert watched.faults() == []


def test_every_page_is_clean_on_a_phone(visits: dict[str, Visit]) -> None:
    assert visits.keys() > set(TEMPLATES)
    assert {path: visit.faults for path, visit in visits.items() if visit.faults} == {}


def test_the_first_answer_is_visible_on_a_phone_without_scrolling(visits: dict[str, Visit], built: Path) -> None:
    steps = {f"{path.parent.name}/": visits[f"{path.parent.name}/"] for path in built.glob("[ab][0-9]*/index.html")}
    assert steps
    assert {path for path, visit in steps.items() if visit.card_ends is None or visit.card_ends > HEIGHT} == set()


def test_what_happens_on_a_refusal_stands_within_one_and_a_half_screens(visits: dict[str, Visit]) -> None:
    """On the pages with a card; a guide that tells a whole way comes to it in its turn."""
    steps = {path: visit for path, visit in visits.items() if visit.card_ends is not None}
    told = {path: visit.refusal_begins for path, visit in steps.items() if visit.refusal_begins is not None}
    assert len(told) > 5
    assert {path for path, y in told.items() if y > 1.5 * HEIGHT} == set()
