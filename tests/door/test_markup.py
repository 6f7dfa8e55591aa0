"""Links, pictures and foreign markup: found wherever one reader of Markdown would act on them, and only there."""

import pytest

from paraf.door.markup import read_markup, without_code

FENCE = "```"


def foreign(text: str) -> list[tuple[str, int, int]]:
    return [(one.kind, one.line, one.column) for one in read_markup(text).foreign]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("isi <script>alert(1)</script>", [("html", 1, 5), ("html", 1, 21)]),
        ("baris\n<!-- x -->", [("html", 2, 1)]),
        ("<iframe src=x>", [("html", 1, 1)]),
        ("[x](javascript:alert(1))", [("alamat", 1, 5)]),
        ("[x](java&#115;cript:y)", [("alamat", 1, 5)]),
        ("[x](javascript&colon;y)", [("alamat", 1, 5)]),
        ("[x](java&Tab;script:y)", [("alamat", 1, 5)]),
        ("[x](\n  javascript:y)", [("alamat", 2, 3)]),
        ("![x](data:text/html,y)", [("alamat", 1, 6)]),
        ("[x]:\n  vbscript:y", [("alamat", 2, 3)]),
        ("--8<-- 'x.md'", [("sisipan", 1, 1)]),
        ("`;--8<-- x`", [("sisipan", 1, 3)]),
        ("*a*{: onclick=x }", [("atribut", 1, 4)]),
        ("## Judul {#x}", [("atribut", 1, 10)]),
        ("## Judul { .kelas }", [("atribut", 1, 10)]),
        ("`x`{=typst}", [("atribut", 1, 4)]),
        ("kata{style=x}", [("atribut", 1, 5)]),
        # A fence that no reader of Markdown closes, or only one of them does, hides nothing.
        (f"{FENCE}\n<b>", [("html", 2, 1)]),
        (f"{FENCE}`\n{FENCE}\n{FENCE}`\n<b>", [("html", 4, 1)]),
        (f"{FENCE}\n <b>\n {FENCE}\n<i>\n{FENCE}", [("html", 2, 2), ("html", 4, 1)]),
        (f"{FENCE}\n{FENCE}`\n<b>\n{FENCE}", [("html", 3, 1)]),
        (f"{FENCE} a b\n<b>\n{FENCE}", [("html", 2, 1)]),
        # Ticks that pair across lines, or are escaped, leave no code on a line of its own.
        ("a ` b\nc ` <b> `", [("html", 2, 5)]),
        ("\\` <b> `", [("html", 1, 4)]),
        ("`` ` <b> `", [("html", 1, 6)]),
    ],
)
def test_what_runs_or_reaches_elsewhere_is_found_at_its_place(text: str, found: list[tuple[str, int, int]]) -> None:
    assert foreign(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "a < b, 3 <4, <3",
        "<https://contoh.invalid> <mailto:a@contoh.invalid>",
        "[x](b7.md) [z](https://contoh.invalid) [m](mailto:a@contoh.invalid) [y](#jangkar)",
        "`<script>` dan ``<b> ` <i>``",
        f"{FENCE}html\n<b>\n{FENCE}\n~~~\n{FENCE}\n<b>\n~~~",
        "[^1]: Lihat: catatan",
        "{{ realisasi('IKU-1') }} dan {{capaian('x')}} {1, 2} {}",
        "[x](a/b:c.md)",
    ],
)
def test_ordinary_markdown_is_left_alone(text: str) -> None:
    assert foreign(text) == []


def test_links_and_pictures_are_read_with_their_words() -> None:
    links = read_markup("![Peta jalan](peta.png) dan [berkas](<a.md#b> 'x')\n![](foto.jpg)\n[r]: c.md\n`[x](y)`").links
    assert [(one.line, one.column, one.target, one.picture, one.text) for one in links] == [
        (1, 15, "peta.png", True, "Peta jalan"),
        (1, 39, "a.md#b", False, ""),
        (2, 5, "foto.jpg", True, ""),
        (3, 6, "c.md", False, ""),
    ]


@pytest.mark.parametrize(
    ("target", "scheme"),
    [("HTTPS://x", "https"), ("a.md", None), ("#a:b", None), ("a?b:c", None), ("ja\tva:x", "java"), ("//x", None)],
)
def test_the_scheme_is_what_a_browser_would_take(target: str, scheme: str | None) -> None:
    (link,) = read_markup(f"[x]({target.replace(chr(9), '&Tab;')})").links
    assert link.scheme == scheme


def test_code_is_blanked_and_nothing_moves() -> None:
    assert without_code("a `b` c\nd") == "a     c\nd"
    assert without_code(f"{FENCE}\nab\n{FENCE}  \nc") == "   \n  \n     \nc"


@pytest.mark.parametrize("piece", ["`", "` ``", "![", "](", "[a", "{a", "``\n", "```\n", "<", "~~~a\n\n"])
def test_a_long_file_of_one_mark_takes_no_time(piece: str) -> None:
    # 300 kB; quadratic work would take minutes and be stopped by whoever waits.
    read_markup(piece * (300_000 // len(piece)))
