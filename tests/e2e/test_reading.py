"""Reading with a keyboard, searching in one's own words, copying a message; and how much must arrive first."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from e2e.looking import TEMPLATES

FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  // The theme shows the focus of its own controls on their labels.
  const themes = at.closest('.md-search, .md-header, .md-tabs') !== null;
  const seen = themes || (style.outlineStyle !== 'none' && box.width > 0);
  return {text: at.innerText || at.getAttribute('aria-label') || at.tagName, seen, href: at.href || ''};
}"""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A page for all who search: every one begins with an address of its own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def forgetful(browser: Browser) -> Iterator[Page]:
    """A page that keeps nothing of what it has loaded: every visit is the first."""
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    context.close()


def test_the_keyboard_alone_leads_from_home_to_a_step(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["href"].endswith("#panduan-dan-lakip-diskominfo-trenggalek")
    follow(page, "Staf\n")
    follow(page, "Staf Menyampaikan draf awal LAKIP")
    expect(page.locator("h1")).to_contain_text("B7")
    follow(page, "Berikutnya: B8")
    expect(page.locator("h1")).to_contain_text("B8")


def follow(page: Page, text: str) -> None:
    """Tab until a link that begins so has the focus, then press Enter; every stop on the way must be visible."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["seen"], focused
        if focused["text"].startswith(text):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"{text} was not reached")


def test_a_scroll_box_can_be_moved_by_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/lembar-sop/")
    box = page.locator(".gulir:has(.sop-prosedur)").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("B7", "B7"),
        ("B.7", "B7"),
        ("b7", "B7"),
        ("nota dinas", "A"),
        ("surat pengantar", "B1"),
        ("tanda terima", "B17"),
        ("masukan dari SKPD", "B7"),
        ("menolak", "A3"),
        ("Sekdin menolak", "A3"),
        ("memaraf", "A3"),
        ("tenggat", "B1"),
        ("batas waktu", "A11"),
        ("30 menit", "A3"),
        ("kirim inspektorat", "B17"),
        ("minta masukan", "B7"),
        ("cetak jilid", "B12"),
        ("ttd kepala dinas", "B11"),
        ("disposisi", "A10"),
    ],
)
def test_search_finds_steps_by_code_paper_and_everyday_words(desk: Page, address: str, typed: str, first: str) -> None:
    desk.goto(f"{address}/")
    desk.locator("article input[type=search]").fill(typed)
    desk.locator("article input[type=search]").press("Enter")
    results = desk.locator(".md-search-result__item h1")
    results.first.wait_for()
    titles = results.all_inner_texts()[:5]
    assert any(re.match(rf"{first}\d*\b", title) for title in titles), titles


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("B7", "B7"), ("B.7", "B7"), ("b7", "B7"), ("B 7", "B7"), ("A1", "A1"), ("B1", "B1"), ("B17", "B17")),
        *(("tanda terima", "B17"), ("masukan dari SKPD", "B7"), ("Sekdin menolak", "A3"), ("lembar sop", "Lembar")),
    ],
)
def test_search_puts_the_best_answer_first(desk: Page, address: str, typed: str, first: str) -> None:
    desk.goto(f"{address}/?q={typed}")
    results = desk.locator(".md-search-result__item h1")
    results.first.wait_for()
    assert re.match(rf"{first}\b", results.first.inner_text()), results.all_inner_texts()[:5]


def test_what_helps_the_search_is_not_shown_in_its_results(desk: Page, address: str) -> None:
    desk.goto(f"{address}/?q=fotokopi")
    result = desk.locator(".md-search-result__item").first
    result.wait_for()
    assert "B12" in result.inner_text()
    assert "fotokopi" not in result.inner_text().lower()
    assert "Staf · 1 minggu" in result.inner_text()


def test_no_list_of_all_steps_answers_for_them(desk: Page, address: str) -> None:
    desk.goto(f"{address}/?q=B7")
    desk.locator(".md-search-result__item").first.wait_for()
    shown = desk.locator(".md-search-result__item").all_inner_texts()
    assert not [text for text in shown if text.count("·") > 3]


def test_a_message_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/b5/")
    page.get_by_role("button", name="Salin pesan").click()
    expect(page.locator(".md-dialog")).to_contain_text("Tersalin")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Yth. Sekretaris Dinas,\nLangkah B5 sudah selesai.")
    context.close()


def test_without_scripts_the_guide_is_all_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/b7/")
    assert page.locator(".pesan button").first.is_hidden()
    assert page.locator("ol.cara").is_visible()
    page.goto(f"{address}/a/")
    assert page.locator("svg.jalur polygon").count() > 10
    context.close()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path or "beranda")
def test_the_first_load_is_light(forgetful: Page, address: str, built: Path, path: str) -> None:
    """As a web server sends it, compressed; fonts and pictures are compressed already."""
    asked: set[str] = set()

    def listen(request: Request) -> None:
        asked.add(request.url.removeprefix(f"{address}/"))

    forgetful.on("request", listen)
    forgetful.goto(f"{address}/{path}", wait_until="networkidle")
    forgetful.remove_listener("request", listen)
    files = {url: built / url / "index.html" if url.endswith("/") or not url else built / url for url in asked}
    sizes = {url: len(gzip.compress(file.read_bytes())) for url, file in files.items()}
    assert any(url.endswith(".woff2") for url in sizes)
    assert any(url.endswith(".json") for url in sizes), "what the search reads counts, too"
    assert sum(sizes.values()) < 200_000, sizes


@pytest.mark.parametrize("path", ["", "b7/", "lembar-sop/"], ids=["beranda", "langkah", "lembar"])
def test_a_late_font_moves_nothing(page: Page, address: str, path: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/*.woff2", late)
    page.goto(f"{address}/{path}")
    page.wait_for_timeout(300)
    assert page.evaluate(SHIFTS) == 0


def test_the_site_is_built_quickly_and_small(built: Path) -> None:
    fonts = list(built.rglob("*.woff2"))
    assert [font.name for font in fonts] == ["plus-jakarta-sans.woff2"]
    assert (fonts[0].parent / "LISENSI-OFL.txt").is_file()
