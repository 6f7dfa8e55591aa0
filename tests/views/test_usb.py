"""The site without a server: its page for searching, and the list of words, which is a script that holds no other."""

import json
import re

import pytest

from helpers import ROOT, TODAY, load_case
from paraf.views.page import Page
from paraf.views.site import Site, build_site
from paraf.views.usb import INDEX, SEARCH, index_js

REPO = load_case(ROOT)


@pytest.fixture(scope="module")
def site() -> Site:
    return build_site(REPO, [], (), TODAY, {"kabar.md": b"# Kabar\n\nIsi kabar.\n"}, usb=True)


def rows(script: str) -> list[list[object]]:
    found = re.fullmatch(r"window\.PARAF_INDEKS = (\[.*\]);\n", script, re.DOTALL)
    assert found
    listed = json.loads(found[1])
    assert isinstance(listed, list)
    return listed


def test_every_page_that_may_be_found_is_listed(site: Site) -> None:
    listed = {str(row[1]): row for row in rows(site.files[INDEX])}
    assert {"index.html", "b7/index.html", "kabar/index.html"} <= listed.keys()
    assert "cari/index.html" not in listed
    assert "Isi kabar" in str(listed["kabar/index.html"][3])
    assert all("<" not in str(row[3]) or "&" in str(row[3]) for row in listed.values())


def test_hidden_words_of_a_step_are_listed(site: Site) -> None:
    row = next(row for row in rows(site.files[INDEX]) if row[1] == "b7/index.html")
    assert "B.7" in str(row[2])


def test_the_front_page_asks_the_page_that_searches(site: Site) -> None:
    assert 'action="cari/"' in site.files["index.md"]
    assert 'skrip: "indeks cari"' in site.files[SEARCH]
    served = build_site(REPO, [], (), TODAY, {})
    assert SEARCH not in served.files
    assert INDEX not in served.files
    assert "action=" not in served.files["index.md"]


def test_no_word_of_a_page_ends_the_script() -> None:
    page = Page(path="a.md", title="</script><script>alert(1)</script>", body="`&lt;/script&gt;` dan [tautan](b.md)")
    script = index_js([page, Page(path="b.md", title="B", body="x", searchable=False)])
    assert "<" not in script
    ((title, address, words, text, weight),) = rows(script)
    assert (title, address, words, weight) == (page.title, "a/index.html", "", 1)
    assert text == "</script dan tautan"


def test_the_site_s_own_address_is_not_named() -> None:
    assert "site_url" not in build_site(REPO, [], (), TODAY, {}, usb=True).settings
