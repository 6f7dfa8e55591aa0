"""Hand-written Markdown: no tags, no addresses that run something; code may show both."""

import pytest

from paraf.views.plain_markdown import refused


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("isi <script>alert(1)</script>", [(1, 5), (1, 21)]),
        ("baris\n<!-- x -->", [(2, 1)]),
        ("</div>", [(1, 1)]),
        ("<?php", [(1, 1)]),
        ("<a href=x>", [(1, 1)]),
        ("<ftp://x>", [(1, 1)]),
        ("[x](javascript:alert(1))", [(1, 5)]),
        ("[x](JavaScript:y)", [(1, 5)]),
        ("[x](java&#115;cript:y)", [(1, 5)]),
        ("![x]( data:text/html,y)", [(1, 7)]),
        ("[x]: vbscript:y", [(1, 6)]),
        ("[x](<javascript:y>)", [(1, 5), (1, 6)]),
        ("```\n<b>\n```\n<b>", [(4, 1)]),
        ("~~~\n```\n<b>\n~~~\n<b>", [(5, 1)]),
        ("--8<-- x {: onclick=x }\n<b>", [(2, 1)]),
        ("`a` <b> ``c ` <d>``", [(1, 5)]),
    ],
)
def test_what_may_run_is_refused_at_its_place(text: str, places: list[tuple[int, int]]) -> None:
    assert [(fault.place.line, fault.place.column) for fault in refused("docs/a.md", text, 1)] == places


@pytest.mark.parametrize(
    "text",
    [
        "a < b, 3 <4, <3",
        "<https://contoh.invalid> <mailto:a@contoh.invalid>",
        "[x](b7.md) [y](b7.md#bila-ditolak) [z](https://contoh.invalid) [m](mailto:a@contoh.invalid)",
        "`<script>` dan ``<b> ` <i>``",
        "[x]: b7.md",
        "pukul 09:00 (lihat: catatan)",
        "[x](a/b:c.md)",
    ],
)
def test_ordinary_markdown_passes(text: str) -> None:
    assert list(refused("docs/a.md", text, 1)) == []


def test_the_message_shows_what_it_means() -> None:
    (fault,) = refused("docs/a.md", "<blink>", 7)
    assert (str(fault.place), fault.message) == ("docs/a.md:7:1", "HTML tidak dipakai di halaman ini: “<blink>”")
