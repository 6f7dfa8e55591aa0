"""Addresses open the right page, no name breaks out of one, and none is longer than a forge takes."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraf.views.forge.links import LONGEST, Forge, branch_of, of_year, quoted, whatsapp

FORGE = Forge("https://github.com/kantor/lakip")
BRANCH = "naskah/2026/draf-awal"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (FORGE.pull(5), "/pull/5"),
        (FORGE.files(5), "/pull/5/files"),
        (FORGE.comment_box(5), "/pull/5#issuecomment-new"),
        (FORGE.review(5, 71), "/pull/5#pullrequestreview-71"),
        (FORGE.conflicts(5), "/pull/5/conflicts"),
        (FORGE.edit(BRANCH, "lakip/2026/10-a.md"), "/edit/naskah/2026/draf-awal/lakip/2026/10-a.md"),
        (FORGE.edit("main", "a.md", 12), "/edit/main/a.md#L12"),
        (FORGE.edit("a?b#c", "d (e).md"), "/edit/a%3Fb%23c/d%20%28e%29.md"),
        (FORGE.show(BRANCH, "lakip/2026"), "/tree/naskah/2026/draf-awal/lakip/2026"),
        (FORGE.new("main", "lakip/2026/x.yml"), "/new/main?filename=lakip/2026/x.yml"),
        (FORGE.new("main", "x.yml", "a: 1\n"), "/new/main?filename=x.yml&value=a%3A%201%0A"),
        (FORGE.upload(BRANCH, "lakip/2026/data"), "/upload/naskah/2026/draf-awal/lakip/2026/data"),
        (FORGE.begin(BRANCH, "Draf awal"), "/compare/main...naskah/2026/draf-awal?quick_pull=1&title=Draf%20awal"),
        (
            FORGE.begin("x", "a&b", "isi", "draf-awal"),
            "/compare/main...x?quick_pull=1&title=a%26b&body=isi&template=draf-awal.md",
        ),
        (FORGE.workflow(), "/actions/workflows/jalankan.yml"),
        (FORGE.labelled("posisi naskah"), "/labels/posisi%20naskah"),
    ],
)
def test_pages(address: str, path: str) -> None:
    assert address == f"https://github.com/kantor/lakip{path}"


def test_a_new_file_has_its_text_only_while_the_address_is_short_enough() -> None:
    room = LONGEST - len(FORGE.new("main", "x", "a")) + 1
    assert len(FORGE.new("main", "x", "a" * room)) == LONGEST
    assert FORGE.new("main", "x", "a" * (room + 1)) == FORGE.new("main", "x")


def test_a_pull_request_is_filled_in_only_while_the_address_is_short_enough() -> None:
    assert FORGE.begin("x", "judul", "é" * LONGEST, "draf-awal") == FORGE.begin("x", "judul")


def test_the_text_of_a_new_file_comes_back_as_it_was() -> None:
    text = "# Isi\nnama: 'A & B; 100%'\n"
    assert parse_qs(urlsplit(FORGE.new("main", "x.yml", text)).query)["value"] == [text]


@given(st.text(max_size=60))
def test_whatever_is_quoted_comes_back_and_holds_nothing_of_an_address(text: str) -> None:
    said = text.encode("utf-8", "replace").decode()
    assert unquote(quoted(text)) == said
    assert not set(quoted(text)) & set(" ()<>\"'&?#/\n")
    assert set(quoted(text)) <= set(map(chr, range(33, 127)))


def test_whatsapp_takes_the_lines_and_no_number() -> None:
    address = whatsapp(("Yth. Sekretaris Dinas,", "Terima kasih."))
    assert address.startswith("https://wa.me/?text=")
    assert parse_qs(urlsplit(address).query)["text"] == ["Yth. Sekretaris Dinas,\nTerima kasih."]


def test_names_of_a_year() -> None:
    assert branch_of(2026, "draf-awal") == BRANCH
    assert of_year(2026, "data/kinerja.yml") == "lakip/2026/data/kinerja.yml"
