"""Calls read by their shape: name, quoted words, place; whether they can be answered does not matter."""

import time

import pytest

from paraf.laporan.markdown import blocks
from paraf.laporan.used import Used, calls_in, calls_of


@pytest.mark.parametrize(
    ("text", "name", "words", "kind"),
    [
        ('{{ tabel_capaian("SS-1") }}', "tabel_capaian", ("SS-1",), "tabel"),
        ("{{tabel_pk()}}", "tabel_pk", (), "tabel"),
        ("{{ realisasi(“IKU-1”, 'TW2') }}", "realisasi", ("IKU-1", "TW2"), "angka"),
        ('{{ terbilang(realisasi("IKU-1")) }}', "terbilang", ("IKU-1",), "kata"),
        ('{{ tabel_entah("SS-1") }}', "tabel_entah", ("SS-1",), "tabel"),
        ("{{ entah() }}", "entah", (), "entah"),
    ],
)
def test_a_call_is_read_by_its_shape(text: str, name: str, words: tuple[str, ...], kind: str) -> None:
    (call,) = calls_in(text)
    assert (call.name, call.words, call.kind) == (name, words, kind)
    assert call.panel == (kind == "tabel")


@pytest.mark.parametrize("text", ["tanpa panggilan", "{{ 1 + 1 }}", "{{ nama", "{{ {{ }} }}"])
def test_what_is_no_call(text: str) -> None:
    assert list(calls_in(text)) == []


def test_calls_of_blocks_know_their_places_and_code_is_none() -> None:
    lines = ['Realisasi {{ realisasi("IKU-1") }}.', "", "```", "{{ tabel_pk() }}", "```", "{{ tabel_pk() }}"]
    found = list(calls_of(list(blocks(lines, first=5))))
    assert [(call.name, call.line, call.column) for call in found] == [("realisasi", 5, 11), ("tabel_pk", 10, 1)]
    assert isinstance(found[0], Used)


def test_a_long_line_of_braces_is_read_once() -> None:
    begun = time.perf_counter()
    assert list(calls_in("{{ a(" * 200_000)) == []
    assert time.perf_counter() - begun < 2
