"""Bytes to nodes: everything the door refuses, with its exact place, the words and the repair."""

import time

import pytest

from paraf.door.syntax import MAX_DEPTH, Mapping, Node, Scalar, Sequence, parse
from paraf.door.text import MAX_BYTES
from paraf.errors import Fault
from paraf.finding import Place

FILE = "sop/uji.yml"

RETYPE = "hapus karakter itu, lalu ketik ulang kata di sekitarnya"
SPACES = "ganti tab di awal baris dengan spasi"
MERGE_KEYS = "hapus salah satu, atau gabungkan isinya"
PLAIN_KEY = "kunci harus satu kata, bukan daftar atau susunan"
DIRECTIVE = "baris perintah '%' tidak dipakai di sini"
UTF8 = "simpan ulang berkas ini dengan pengodean UTF-8"


def read(data: str | bytes) -> tuple[Node | None, list[Fault]]:
    return parse(FILE, data.encode() if isinstance(data, str) else data)


def good(data: str | bytes) -> Node:
    """The node of a text that must be accepted."""
    node, faults = read(data)
    assert faults == []
    assert node is not None
    return node


def texts(node: Node) -> object:
    """A node as plain lists, dicts and texts; a blank value as ``None``."""
    if isinstance(node, Mapping):
        return {key.text: texts(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    assert isinstance(node, Scalar)
    return None if node.blank else node.text


def shown(faults: list[Fault]) -> list[str]:
    """Each fault as ``line:column message / repair``; the file is always the one that was read."""
    assert {fault.place.file for fault in faults} <= {FILE}
    return [f"{fault.place.line}:{fault.place.column} {fault.message} / {fault.repair}" for fault in faults]


BYTES = {
    "bom": (
        b"\xef\xbb\xbfa: 1\n",
        "1:1 berkas ini tersimpan sebagai UTF-8 dengan BOM / simpan ulang sebagai UTF-8 tanpa BOM",
    ),
    "utf16-le": (
        "a: 1\n".encode("utf-16"),
        "1:1 berkas ini tersimpan sebagai UTF-16 / simpan ulang dengan pengodean UTF-8",
    ),
    "utf16-be": (
        b"\xfe\xff\0a\0:\0 \x001",
        "1:1 berkas ini tersimpan sebagai UTF-16 / simpan ulang dengan pengodean UTF-8",
    ),
    "latin-1": ("a: 1\nb: café\n".encode("latin-1"), f"2:7 bita 0xe9 bukan UTF-8 / {UTF8}"),
    "latin-1 after CRLF": (b"a: 1\r\nb: \xe9\r\n", f"2:4 bita 0xe9 bukan UTF-8 / {UTF8}"),
    "latin-1 after CR": (b"a: 1\rb: \xe9\r", f"2:4 bita 0xe9 bukan UTF-8 / {UTF8}"),
    "column counts characters": ("kunci: ééé".encode() + b"\xff", f"1:11 bita 0xff bukan UTF-8 / {UTF8}"),
    "cut sequence": (b"a: \xe2\x80", f"1:4 bita 0xe2 bukan UTF-8 / {UTF8}"),
    "encoded surrogate": (b"a: \xed\xa0\x80", f"1:4 bita 0xed bukan UTF-8 / {UTF8}"),
    "overlong": (b"a: \xc0\xaf", f"1:4 bita 0xc0 bukan UTF-8 / {UTF8}"),
}


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=list(BYTES))
def test_bytes_refused(data: bytes, expected: str) -> None:
    node, faults = read(data)
    assert node is None
    assert shown(faults) == [expected]


INVISIBLE = {
    "nul": ("\0", "U+0000 (NUL)"),
    "bell": ("\a", "U+0007 (karakter kendali)"),
    "vertical tab": ("\v", "U+000B (karakter kendali)"),
    "escape": ("\x1b", "U+001B (karakter kendali)"),
    "delete": ("\x7f", "U+007F (karakter kendali)"),
    "next line": ("\x85", "U+0085 (karakter kendali)"),
    "soft hyphen": ("\u00ad", "U+00AD (SOFT HYPHEN)"),
    "grapheme joiner": ("\u034f", "U+034F (COMBINING GRAPHEME JOINER)"),
    "hangul choseong filler": ("\u115f", "U+115F (HANGUL CHOSEONG FILLER)"),
    "hangul jungseong filler": ("\u1160", "U+1160 (HANGUL JUNGSEONG FILLER)"),
    "khmer inherent vowel": ("\u17b4", "U+17B4 (KHMER VOWEL INHERENT AQ)"),
    "mongolian vowel separator": ("\u180e", "U+180E (MONGOLIAN VOWEL SEPARATOR)"),
    "blank braille": ("\u2800", "U+2800 (BRAILLE PATTERN BLANK)"),
    "hangul filler": ("\u3164", "U+3164 (HANGUL FILLER)"),
    "halfwidth hangul filler": ("\uffa0", "U+FFA0 (HALFWIDTH HANGUL FILLER)"),
    "variation selector": ("\ufe0f", "U+FE0F (VARIATION SELECTOR-16)"),
    "unassigned ignorable": ("\ufff0", "U+FFF0 (karakter kendali)"),
    "variation selector supplement": ("\U000e0100", "U+E0100 (VARIATION SELECTOR-17)"),
    "tag character": ("\U000e0041", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
    "arabic letter mark": ("\u061c", "U+061C (ARABIC LETTER MARK)"),
    "zero-width space": ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
    "zero-width joiner": ("\u200d", "U+200D (ZERO WIDTH JOINER)"),
    "right-to-left mark": ("\u200f", "U+200F (RIGHT-TO-LEFT MARK)"),
    "line separator": ("\u2028", "U+2028 (LINE SEPARATOR)"),
    "paragraph separator": ("\u2029", "U+2029 (PARAGRAPH SEPARATOR)"),
    "bidi override": ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    "word joiner": ("\u2060", "U+2060 (WORD JOINER)"),
    "bidi isolate": ("\u2067", "U+2067 (RIGHT-TO-LEFT ISOLATE)"),
    "bom inside": ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
    "replacement character": ("\ufffd", "U+FFFD (REPLACEMENT CHARACTER)"),
    "noncharacter": ("\uffff", "U+FFFF (karakter kendali)"),
}


@pytest.mark.parametrize(("character", "name"), INVISIBLE.values(), ids=list(INVISIBLE))
def test_invisible_characters_refused(character: str, name: str) -> None:
    node, faults = read(f"a: 1\nb: dua{character} kata\n")
    assert node is None
    assert shown(faults) == [f"2:7 ada karakter yang tidak terlihat: {name} / {RETYPE}"]


@pytest.mark.parametrize("code", ["\\0", "\\x07", "\\u200b", "\\u202e", "\\u2028", "\\uFEFF", "\\L", "\\N"])
def test_invisible_characters_refused_when_escaped(code: str) -> None:
    _, faults = read(f'a: 1\nb: "dua{code} kata"\n')
    assert [(fault.place.line, fault.message[:33]) for fault in faults] == [(2, "ada karakter yang tidak terlihat:")]


def test_an_escaped_invisible_character_in_a_key_is_refused() -> None:
    assert shown(read('a: 1\n"b\\u200b": 2\n')[1]) == [
        f"2:1 ada karakter yang tidak terlihat: U+200B (ZERO WIDTH SPACE) / {RETYPE}"
    ]


@pytest.mark.parametrize("text", ["é", "“kutip”", "1 – 2", "½", "\u00a0", "日本", "😀", "\t", "~"])
def test_visible_characters_accepted(text: str) -> None:
    assert texts(good(f"a: x{text}y\n")) == {"a": f"x{text}y"}


def test_column_counts_characters_beyond_the_basic_plane() -> None:
    assert shown(read("😀: 1\n'😀': 2\n")[1]) == [
        f"2:1 kunci '😀' ditulis dua kali (pertama di baris 1) / {MERGE_KEYS}"
    ]
    assert shown(read("a: ['😀', 😀, !x b]\n")[1]) == [
        "1:13 tanda tipe '!x' tidak dipakai di sini / hapus tanda tipenya"
    ]


TABS = {
    "line start": ("a:\n\tb: 1\n", ["2:1"]),
    "after spaces": ("a:\n  \tb: 1\n", ["2:3"]),
    "three lines": ("a:\n\tb: 1\n\t\tc: 1\nd:\n \te: 1\n", ["2:1", "3:1", "5:2"]),
    "first line": ("\ta: 1\n", ["1:1"]),
    "inside brackets": ("a: [1,\n\t2]\n", ["2:1"]),
    "inside a quoted text": ("a: 'b\n\tc'\n", ["2:1"]),
}


@pytest.mark.parametrize(("text", "places"), TABS.values(), ids=list(TABS))
def test_tab_indentation_refused_every_line_at_once(text: str, places: list[str]) -> None:
    node, faults = read(text)
    assert node is None
    assert shown(faults) == [f"{place} jorokan memakai tab / {SPACES}" for place in places]


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\t# catatan\n", "a: b\tc\n"])
def test_tab_between_words_accepted(text: str) -> None:
    assert texts(good(text)) in ({"a": "b"}, {"a": "b\tc"})


def test_tab_after_a_dash_is_named_as_a_tab() -> None:
    (fault,) = read("a:\n  -\tb\n")[1]
    assert fault.place == Place(FILE, 2, 4)
    assert "tab" in fault.message


def test_invisible_characters_and_tabs_reported_together() -> None:
    assert shown(read("a: 1\0\n\tb: \u200b\n")[1]) == [
        f"1:5 ada karakter yang tidak terlihat: U+0000 (NUL) / {RETYPE}",
        f"2:5 ada karakter yang tidak terlihat: U+200B (ZERO WIDTH SPACE) / {RETYPE}",
        f"2:1 jorokan memakai tab / {SPACES}",
    ]


@pytest.mark.parametrize("line", ["\t\n", "\0\n"], ids=["tabs", "nul"])
def test_a_file_full_of_faults_is_read_in_linear_time(line: str) -> None:
    start = time.process_time()
    assert len(read(line * 100_000)[1]) >= 1
    assert time.process_time() - start < 3


def test_size_cap() -> None:
    fits = b"a: 1\n#" + b"x" * (MAX_BYTES - 7) + b"\n"
    assert len(fits) == MAX_BYTES
    assert texts(good(fits)) == {"a": "1"}
    node, faults = read(fits + b"x")
    assert node is None
    assert [str(fault.place) for fault in faults] == [f"{FILE}:1:1"]


def test_size_is_named_with_a_decimal_comma() -> None:
    assert shown(read(b"\0" * 5_340_000)[1]) == [
        "1:1 berkas ini 5,3 MB; paling besar 1 MB / pindahkan isi yang bukan data ke berkas lain"
    ]


@pytest.mark.parametrize("over", [1, 49_999, 50_000])
def test_a_size_just_over_the_bound_is_not_called_equal_to_it(over: int) -> None:
    (fault,) = read(b"#" * (MAX_BYTES + over))[1]
    assert fault.message == "berkas ini 1,1 MB; paling besar 1 MB"


SWALLOWED = "dianggap catatan, jadi bukan bagian dari isinya"
GLUED = {
    "number": ("a: Surat #5\n", ["1:10 '#5'"]),
    "letters": ("a: Surat #lima masuk\nb: 1\n", ["1:10 '#lima masuk'"]),
    "nothing before": ("a: #5/2020\n", ["1:4 '#5/2020'"]),
    "item": ("- #5\n- x #6\n", ["1:3 '#5'", "2:5 '#6'"]),
    "bracket": ("a: Surat #(5)\n", ["1:10 '#(5)'"]),
    "alone": ("a: Surat #\n", ["1:10 '#'"]),
    "doubled": ("a: Surat ## 5\n", ["1:10 '## 5'"]),
    "after a tab": ("a: Surat\t#5\n", ["1:10 '#5'"]),
    "above a list": ("a: #5\n  - x\n", ["1:4 '#5'"]),
    "above the text": ("a: #5\n  x\n", ["1:4 '#5'"]),
    "second line of a text": ("a: satu\n  dua #5\nb: 1\n", ["2:7 '#5'"]),
    "after a quoted text": ("a: 'Surat' #5\n", ["1:12 '#5'"]),
    "after brackets": ("a: [b]  #5\nc: {d: e} #6\n", ["1:9 '#5'", "2:11 '#6'"]),
    "touching brackets": ("a: [b]#5\n", ["1:7 '#5'"]),
    "touching a quote": ("a: 'b'#5\n", ["1:7 '#5'"]),
    "inside brackets": ("a: [b, #5\n  c]\n", ["1:8 '#5'"]),
    "beyond the basic plane": ("a: 😀 é #5\n", ["1:8 '#5'"]),
    "after a comment above": ("# c #1\na: b # c #2\nc: d #3\n", ["3:6 '#3'"]),
    "no newline at the end": ("a: b #5", ["1:6 '#5'"]),
    "very long": (f"a: b #{'x' * 99}\n", [f"1:6 '#{'x' * 58}…'"]),
}


@pytest.mark.parametrize(("text", "expected"), GLUED.values(), ids=list(GLUED))
def test_words_that_yaml_would_drop_as_a_comment_are_refused(text: str, expected: list[str]) -> None:
    node, faults = read(text)
    assert node is not None
    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in faults] == [
        f"{row} {SWALLOWED}" for row in expected
    ]
    assert {fault.repair for fault in faults} == {
        "apit seluruh teks dengan tanda kutip, atau beri spasi sesudah '#' bila memang catatan"
    }


COMMENTS = {
    "whole line": ("#5\na: b\n#c: d\n  #e\n", "b"),
    "at the end of a line": ("a: b # lima\n", "b"),
    "after a tab": ("a: b\t#\tlima\n", "b"),
    "number sign in a word": ("a: b#5 c#\n", "b#5 c#"),
    "in single quotes": ("a: 'b #5' # c #d\n", "b #5"),
    "in double quotes": ('a: "b #5\n  #6"\n', "b #5 #6"),
    "in a block": ("a: |\n  b #5\n  #6\n", "b #5\n#6\n"),
}


@pytest.mark.parametrize(("text", "value"), COMMENTS.values(), ids=list(COMMENTS))
def test_comments_that_swallow_nothing_are_accepted(text: str, value: str) -> None:
    assert texts(good(text)) == {"a": value}


def test_a_comment_that_swallows_a_closing_bracket_is_named_beside_the_open_one() -> None:
    node, faults = read("a: {b: Surat #5}\nc: 1\n")
    assert node is None
    assert [row.split(" / ")[0] for row in shown(faults)] == [
        f"1:14 '#5}}' {SWALLOWED}",
        "1:4 kurung dibuka tetapi tidak ditutup",
    ]


def test_a_long_piece_of_the_file_is_cut_in_every_message() -> None:
    long = "x" * 1000
    for text in (f"a: *{long}\n", f"a: &{long} b\n", f"a: !{long} b\n", f"{long}: 1\n{long}: 2\n"):
        (fault,) = read(text)[1]
        assert f"{'x' * 50}" in fault.message
        assert len(fault.message) < 130


def test_depth_cap() -> None:
    good("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    node, faults = read("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert node is None
    assert shown(faults) == ["1:23 susunan bertingkat lebih dari 20 / kurangi tingkat jorokannya"]


def test_depth_cap_of_indented_keys_keeps_earlier_faults() -> None:
    text = "a: !x 1\n" + "".join(f"{' ' * level}k:\n" for level in range(25))
    assert shown(read(text)[1]) == [
        "1:4 tanda tipe '!x' tidak dipakai di sini / hapus tanda tipenya",
        "22:21 susunan bertingkat lebih dari 20 / kurangi tingkat jorokannya",
    ]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: "])
def test_bombs_end_at_the_depth_cap(opening: str) -> None:
    node, faults = read(opening * 100_000)
    assert node is None
    assert [fault.message for fault in faults] == ["susunan bertingkat lebih dari 20"]


def twice(place: str, key: str, first: int) -> str:
    return f"{place} kunci '{key}' ditulis dua kali (pertama di baris {first}) / {MERGE_KEYS}"


FEATURES = {
    "duplicate": ("a: 1\nb: 2\na: 3\n", [twice("3:1", "a", 1)]),
    "duplicate thrice": ("a: 1\na: 2\na: 3\n", [twice("2:1", "a", 1), twice("3:1", "a", 1)]),
    "duplicate folded": ("sop: 1\nSOP: 2\n", [twice("2:1", "SOP", 1)]),
    "duplicate sharp s": ("maße: 1\nMASSE: 2\n", [twice("2:1", "MASSE", 1)]),
    "duplicate fullwidth": ("kode: 1\nｋｏｄｅ: 2\n", [twice("2:1", "ｋｏｄｅ", 1)]),
    "duplicate quoted": ("kode: 1\n'kode': 2\n", [twice("2:1", "kode", 1)]),
    "duplicate escaped": ('kode: 1\n"\\x6bode": 2\n', [twice("2:1", "kode", 1)]),
    "duplicate nested": ("x:\n  - a: 1\n  - b: 2\n    c: 3\n    b: 4\n", [twice("5:5", "b", 3)]),
    "duplicate in braces": ("x: {a: 1, a: 2}\n", [twice("1:11", "a", 1)]),
    "alias": ("a: *acuan\n", ["1:4 rujukan '*acuan' tidak dipakai di sini / tulis isinya sekali lagi"]),
    "alias as key": ("*acuan : 1\n", ["1:1 rujukan '*acuan' tidak dipakai di sini / tulis isinya sekali lagi"]),
    "anchor on text": ("a: &acuan b\n", ["1:4 jangkar '&acuan' tidak dipakai di sini / hapus jangkarnya"]),
    "anchor on list": ("a:\n  &acuan\n  - b\n", ["2:3 jangkar '&acuan' tidak dipakai di sini / hapus jangkarnya"]),
    "anchor on mapping": ("a: &acuan {b: 1}\n", ["1:4 jangkar '&acuan' tidak dipakai di sini / hapus jangkarnya"]),
    "own tag": ("a: !nomor 1\n", ["1:4 tanda tipe '!nomor' tidak dipakai di sini / hapus tanda tipenya"]),
    "tag on list": ("a: !daftar [b]\n", ["1:4 tanda tipe '!daftar' tidak dipakai di sini / hapus tanda tipenya"]),
    "tag without name": ("a: ! b\n", ["1:4 tanda tipe '!' tidak dipakai di sini / hapus tanda tipenya"]),
    "standard tag": ("a: !!str b\n", ["1:4 tanda tipe '!!str' tidak dipakai di sini / hapus tanda tipenya"]),
    "python tag": (
        "a: !!python/object/apply:os.system [ls]\n",
        ["1:4 tanda tipe '!!python/object/apply:os.system' tidak dipakai di sini / hapus tanda tipenya"],
    ),
    "anchor and tag": (
        "a: &acuan !nomor 1\n",
        [
            "1:4 jangkar '&acuan' tidak dipakai di sini / hapus jangkarnya",
            "1:4 tanda tipe '!nomor' tidak dipakai di sini / hapus tanda tipenya",
        ],
    ),
    "two documents": (
        "a: 1\n---\nb: 2\n",
        ["2:1 berkas ini memuat lebih dari satu dokumen YAML / hapus baris '---' kedua"],
    ),
    "three documents": (
        "---\na: 1\n---\nb: 2\n---\nc: 3\n",
        [
            "3:1 berkas ini memuat lebih dari satu dokumen YAML / hapus baris '---' kedua",
            "5:1 berkas ini memuat lebih dari satu dokumen YAML / hapus baris '---' kedua",
        ],
    ),
    "version directive": ("%YAML 1.1\n---\na: 1\n", [f"1:1 {DIRECTIVE} / hapus baris itu"]),
    "tag directive": ("# k\n%TAG !e! tag:e,2020:\n---\na: 1\n", [f"2:1 {DIRECTIVE} / hapus baris itu"]),
    "list as key": ("? [a]\n: 1\n", [f"1:3 {PLAIN_KEY} / tulis 'kunci: isi'"]),
    "list as key in braces": ("x: {[a]: 1, b: 2}\n", [f"1:5 {PLAIN_KEY} / tulis 'kunci: isi'"]),
    "mapping as key": ("{a: 1}: 2\n", [f"1:1 {PLAIN_KEY} / tulis 'kunci: isi'"]),
}


@pytest.mark.parametrize(("text", "expected"), FEATURES.values(), ids=list(FEATURES))
def test_yaml_features_refused(text: str, expected: list[str]) -> None:
    node, faults = read(text)
    assert shown(faults) == expected
    assert node is not None, "the rest of the file is still decoded"


@pytest.mark.parametrize("text", ["%YAML 2.0\n---\na: 1\n", "%FOO x\n---\na: 1\n", "%YAML\n---\na: 1\n"])
def test_broken_directives_are_named_as_directives(text: str) -> None:
    (fault,) = read(text)[1]
    assert fault.place.line == 1
    assert fault.message == DIRECTIVE


@pytest.mark.parametrize("text", ["", "\n\n", "# hanya komentar\n", "   \n"])
def test_empty_file(text: str) -> None:
    node, faults = read(text)
    assert node is None
    assert shown(faults) == ["1:1 berkas ini kosong / isi menurut contoh, atau hapus berkasnya"]


def test_several_faults_of_different_kinds_at_once() -> None:
    text = "a: &x 1\nb: *x\nA: 2\nc: !t 3\nd: {[e]: 4}\n---\nf: 5\n"
    assert [row.split(" / ")[0] for row in shown(read(text)[1])] == [
        "1:4 jangkar '&x' tidak dipakai di sini",
        "2:4 rujukan '*x' tidak dipakai di sini",
        "4:4 tanda tipe '!t' tidak dipakai di sini",
        f"5:5 {PLAIN_KEY}",
        "3:1 kunci 'A' ditulis dua kali (pertama di baris 1)",
        "6:1 berkas ini memuat lebih dari satu dokumen YAML",
    ]


def test_faults_before_the_text_breaks_off_are_kept() -> None:
    node, faults = read("a: &x 1\nb: 'terbuka\n")
    assert node is None
    assert [str(fault.place) for fault in faults] == [f"{FILE}:1:4", f"{FILE}:2:4"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["windows", "old mac"])
def test_foreign_line_endings_read_as_newlines(ending: str) -> None:
    text = "a: 1\nb:\n  - |\n    satu\n    dua\n  - c: 'x'\n"
    assert good(text.replace("\n", ending)) == good(text)


def test_scalars_stay_text() -> None:
    written = [
        "no",
        "NO",
        "012",
        "1:30",
        "1e3",
        "~",
        "null",
        "2026-01-31",
        "197106091992011002",
        "0x1F",
        "yes",
        ".5",
        "<<",
    ]
    assert texts(good(f"a: [{', '.join(written)}]\n")) == {"a": written}


def test_blank_is_not_an_empty_quoted_text() -> None:
    assert texts(good("a:\nb: ''\nc: \"\"\nd: |\n")) == {"a": None, "b": "", "c": "", "d": ""}


def test_merge_key_is_an_ordinary_key() -> None:
    assert texts(good("<<: {a: 1}\nb: 2\n")) == {"<<": {"a": "1"}, "b": "2"}


def test_places_count_from_one() -> None:
    root = good("# k\na: 1\nb:\n  - {c: x}\n")
    assert isinstance(root, Mapping)
    assert root.place == Place(FILE, 2, 1)
    (_, _), (key, items) = root.entries
    assert (key.place, items.place) == (Place(FILE, 3, 1), Place(FILE, 4, 3))
    assert isinstance(items, Sequence)
    (item,) = items.items
    assert isinstance(item, Mapping)
    assert item.entries[0][1] == Scalar("x", Place(FILE, 4, 9), blank=False)


def test_first_of_two_documents_is_the_one_read() -> None:
    node, _ = read("a: 1\n---\nb: 2\n")
    assert node is not None
    assert texts(node) == {"a": "1"}


def test_a_key_written_twice_keeps_its_first_value() -> None:
    node, _ = read("a: 1\na: 2\n")
    assert node is not None
    assert texts(node) == {"a": "1"}
