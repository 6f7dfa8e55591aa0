"""Pages: titles that survive YAML, links in HTML that become addresses."""

import html
import json

import pytest

from paraf.views.page import Page, address, built_file, claim


@pytest.mark.parametrize(
    ("path", "expected"),
    [("b7.md", "b7/"), ("index.md", ""), ("aturan/index.md", "aturan/"), ("aturan/sop101.md", "aturan/sop101/")],
)
def test_the_address_of_a_file(path: str, expected: str) -> None:
    assert address(path) == expected


@pytest.mark.parametrize("path", ["b7.md", "B7.md", "b7/index.md", "b7", "B7"])
def test_files_that_take_the_same_place_claim_the_same(path: str) -> None:
    assert claim(path) == "b7"


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("index.md", "b7.md", "b7/"),
        ("b7.md", "b8.md", "../b8/"),
        ("jabatan/tim.md", "../b7.md", "../../b7/"),
        ("aturan/index.md", "sop101.md", "sop101/"),
        ("b7.md", "index.md", "../"),
    ],
)
def test_links_in_html_become_addresses(path: str, target: str, expected: str) -> None:
    assert f'<a href="{expected}">x</a>' in Page(path=path, title="t", body=f'<a href="{target}">x</a>').markdown()


def test_other_links_are_left_alone() -> None:
    body = '<a href="https://contoh.invalid/a.md">x</a> [y](b7.md)'
    assert body in Page(path="a.md", title="t", body=body).markdown()


def test_a_title_with_quotes_and_markup_stays_text() -> None:
    title = '"Kutip": <b> *x* # y'
    page = Page(path="a.md", title=title, body="").markdown()
    assert html.unescape(json.loads(page.split("title: ")[1].split("\n")[0])) == title
    assert "<b>" not in page
    assert "\n# &quot;Kutip&quot;: &lt;b&gt; &#42;x&#42; &#35; y\n" in page


def test_the_label_is_the_short_name_or_the_title() -> None:
    assert (Page(path="a.md", title="t", body="").label, Page(path="a.md", title="t", short="s", body="").label) == (
        "t",
        "s",
    )


def settings(page: Page) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in page.markdown().split("---\n")[1].splitlines())


def test_what_the_search_is_told() -> None:
    assert "search" not in settings(Page(path="a.md", title="t", body=""))
    assert settings(Page(path="a.md", title="t", body="", words=("a & b", "c")))["tags"] == '["a &amp; b", "c"]'
    assert settings(Page(path="a.md", title="t", body="", weight=0.1))["search"] == '{"boost": 0.1}'
    assert settings(Page(path="a.md", title="t", body="", searchable=False))["search"] == '{"exclude": true}'


@pytest.mark.parametrize(
    ("path", "folders", "file"),
    [
        ("b7.md", True, "b7/index.html"),
        ("index.md", True, "index.html"),
        ("lakip/2025/index.md", True, "lakip/2025/index.html"),
        ("lakip/2025/v1/10-bab.md", False, "lakip/2025/v1/10-bab.html"),
        ("index.md", False, "index.html"),
    ],
)
def test_what_a_builder_makes_of_a_page(path: str, folders: bool, file: str) -> None:
    assert built_file(path, folders) == file
