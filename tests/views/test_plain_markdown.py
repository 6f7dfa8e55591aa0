"""Hand-written Markdown: no tags, no addresses that run something; code may show both."""

import pytest

from paraf.views.plain_markdown import refused, refused_html
from published import published


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
        ("a\n[x](http://[y)", [(2, 5)]),
        ("[x](//[)", [(1, 5)]),
        ("![x](//[y)", [(1, 6)]),
        ("a <https://[y> `<https://[y>`", [(1, 4)]),
        ("[x]: http://[::1]/y", [(1, 6)]),
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
        "[x](https://contoh.invalid/a[1]) <https://contoh.invalid/?a=[1]> [x]: a",
    ],
)
def test_ordinary_markdown_passes(text: str) -> None:
    assert list(refused("docs/a.md", text, 1)) == []


def test_the_message_shows_what_it_means() -> None:
    (fault,) = refused("docs/a.md", "<blink>", 7)
    assert (str(fault.place), fault.message) == ("docs/a.md:7:1", "HTML tidak dipakai di halaman ini: “<blink>”")


SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"

# One line of Markdown after another that a check of the text alone may take for code, or for no link.
HIDDEN = {
    "unclosed fence": (f"```\n\n{SCRIPT}", "3:1"),
    "indented fence": (f" ```\n\n{SCRIPT}\n\n ```", "3:1"),
    "fence on one line": (f"```kode``` teks\n\n{SCRIPT}", "3:1"),
    "closing fence with a word": (f"```\nx\n``` x\n```\n\n{SCRIPT}\n\n```", "6:1"),
    "lengths of fences": (f"````\nx\n```\n{SCRIPT}\n````\n\n~~~~\nx\n~~~\n~~~~\n\n{SCRIPT}", "12:1"),
    "escaped ticks": (f"a \\`{IMAGE}\\`", "1:5"),
    "code over two lines": (f"`a\nb` {IMAGE} `c`", "2:4"),
    "address in angle brackets": ("<mailto:x onmouseover=alert(1)>y", "1:1"),
    "attributes": ("```{ .py #id }\nx\n```", "1:1"),
    "link over two lines": ("[a](\njavascript:x)", "2:1"),
    "link in angle brackets": ("[a](< javascript:x>)", "1:7"),
    "link of code": ("[x](`javascript:x`)", "1:6"),
    "definition over two lines": ("[a]\n\n[a]:\n  javascript:x", "4:3"),
    "definition in a quote": ("[a]\n\n> [a]: javascript:x", "3:8"),
    "definition in a list": ("[a]\n\n- [a]: javascript:x", "3:8"),
    "entities": ("> [a]: java&Tab;script&colon;x\n\n[a]", "1:8"),
    "picture of an address that runs": ("![a](\ndata:text/html,x)", "2:1"),
}


def told_by_html(text: str) -> list[str]:
    made = published(text)
    assert made is not None
    return [f"{fault.place.line}:{fault.place.column}" for fault in refused_html(made, "docs/a.md", text, 1)]


@pytest.mark.parametrize(("text", "place"), HIDDEN.values(), ids=list(HIDDEN))
def test_what_the_builder_would_make_is_refused_at_the_best_place(text: str, place: str) -> None:
    assert place in told_by_html(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("![x](https://contoh.invalid/x.png)", "gambar “https://contoh.invalid/x.png” diambil dari luar situs"),
        ("![x](//contoh.invalid/x.png)", "gambar “//contoh.invalid/x.png” diambil dari luar situs"),
        ("![x](/\\\\contoh.invalid)", "gambar “/\\contoh.invalid” diambil dari luar situs"),
        ("[x](http://[::1]/y)", "alamat “http://[::1]/y” tidak dapat dibaca"),
    ],
)
def test_addresses_that_the_site_cannot_have(text: str, message: str) -> None:
    made = published(text)
    assert made is not None
    (fault,) = refused_html(made, "docs/a.md", text, 1)
    assert (fault.message, str(fault.place)[:12]) == (message, "docs/a.md:1:")


EVERYTHING = """## Judul `<b>` & "kutip"

[TOC]

- satu
    - dua

3. tiga *miring* **tebal** `kode <i>` &copy; &#60;b&#62; a < b

> kutipan\x20\x20
> baris

a | b | c
:-|-:|:-:
1 | ![gambar "x"](x.png 'judul "y"') | [tautan](<a b.md> "a > b")

<a@contoh.invalid> <https://contoh.invalid/?a=1&b=[2]> [x](#judul) [y](b7.md#z)

    <script>kode</script>

```html
<b onclick=x>
```

~~~
[x](javascript:y)
~~~

***
"""


def test_everything_that_markdown_makes_passes() -> None:
    assert told_by_html(EVERYTHING) == []


def test_a_place_that_cannot_be_found_is_the_first_line() -> None:
    (fault,) = refused_html("<b>", "docs/a.md", "teks", 7)
    assert str(fault.place) == "docs/a.md:7:1"
    (fault,) = refused_html("a <b", "docs/a.md", "teks", 7)
    assert fault.message == "HTML tidak dipakai di halaman ini: “<b”"


@pytest.mark.parametrize("text", ["[x](http://[y)", "[x](//[)", "<http://[y>"])
def test_control_the_builder_stumbles_over_what_the_text_is_looked_at_for(text: str) -> None:
    assert published(text) is None
    assert [fault.message[-20:] for fault in refused("docs/a.md", text, 1)] == ["” tidak dapat dibaca"]
