"""On a phone: nothing that answers a question is cut, tiny, or far down."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WIDTH, HEIGHT = 390, 844


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    yield context.new_page()
    context.close()


def test_the_strip_shows_one_part_with_room_for_a_finger_and_a_link_to_the_other(phone: Page, looks: str) -> None:
    phone.goto(f"{looks}/b7/")
    chips = phone.locator(".pita li a:visible")
    assert {text[0] for text in chips.all_inner_texts()} == {"B"}
    boxes = [chip.bounding_box() for chip in chips.all()]
    assert all(box and box["height"] >= 40 for box in boxes)
    phone.locator(".pita .balik").get_by_role("link", name="Bagian A").click()
    expect(phone.locator("h1")).to_contain_text("INVENTARISASI")


def test_the_name_and_what_may_be_searched_are_not_cut(phone: Page, looks: str) -> None:
    phone.goto(f"{looks}/")
    title = phone.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("name => name.scrollWidth <= name.clientWidth")
    field = phone.locator("article input[type=search]")
    # As wide as the placeholder would like to be, drawn in the field's own letters.
    wanted = field.evaluate("""field => {
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = getComputedStyle(field).font;
      return pen.measureText(field.placeholder).width;
    }""")
    room = field.evaluate("field => field.clientWidth - 2 * parseFloat(getComputedStyle(field).paddingLeft)")
    assert wanted <= room


def test_the_flow_has_readable_labels_and_folds_for_a_finger(phone: Page, looks: str) -> None:
    phone.goto(f"{looks}/a/")
    label = phone.locator(".alur-sempit .jalur text").first
    assert label.evaluate("label => getComputedStyle(label).fontSize") == "12px"
    fold = phone.locator(".alur-sempit summary").first.bounding_box()
    assert fold is not None
    assert fold["height"] >= 44


@pytest.mark.parametrize("path", ["lembar-sop/", "lembar-sop/a4/"])
def test_the_number_stays_when_the_form_is_scrolled_sideways(phone: Page, looks: str, path: str) -> None:
    phone.goto(f"{looks}/{path}")
    box = phone.locator(".gulir:has(.sop-prosedur)").first
    box.evaluate("box => { box.scrollLeft = 400; }")
    number = box.locator("tbody td:first-child a").first.bounding_box()
    frame = box.bounding_box()
    assert number is not None
    assert frame is not None
    assert frame["x"] <= number["x"] <= frame["x"] + 40


@pytest.mark.parametrize("path", ["tahapan/", "catatan-sop/", "aturan/"])
def test_tables_become_cards_that_need_no_scrolling_sideways(phone: Page, looks: str, path: str) -> None:
    phone.goto(f"{looks}/{path}")
    boxes = phone.locator(".gulir:has(.susun)")
    assert boxes.count() > 0
    assert all(box.evaluate("box => box.scrollWidth <= box.clientWidth") for box in boxes.all())


def test_a_page_outside_the_navigation_marks_its_door(browser: Browser, looks: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    for path in ("b7/", "lembar-sop/a4/", "poster/"):
        page.goto(f"{looks}/{path}")
        edges = page.locator(".md-tabs__link").evaluate_all(
            "links => links.map(link => [link.innerText.trim(), parseFloat(getComputedStyle(link).borderBottomWidth)])"
        )
        marked = [name for name, width in edges if width > 0]
        inside = page.locator(".md-tabs__item--active").count()
        assert (marked, inside) == (["Panduan SOP"], 0), path
    page.close()
