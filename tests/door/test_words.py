"""What libyaml says, reached from real broken text: the place, our words, and never a word of English."""

import re

import pytest

from paraf.door.syntax import parse
from paraf.door.words import _TABLE, explain_yaml
from paraf.errors import Fault

ALIGN = "bandingkan jorokannya dengan baris di atas; teks yang memuat ': ' atau '#' perlu diapit kutip"
QUOTE = "apit seluruh teks itu dengan tanda kutip"
DASH = "apit dengan kutip bila maksudnya tanda '-', atau pindahkan butir itu ke baris berikutnya"
BRACKET = "tambahkan kurung penutup atau koma yang kurang"
CLOSE_QUOTE = "tambahkan kutip penutupnya"

COLON = "ada titik dua di tengah teks"
DEEPER = "baris ini menjorok lebih dalam daripada baris di atasnya"
LEVEL = "sejajarkan awalnya dengan baris di atas; bila ini lanjutan teks, apit seluruh teks itu dengan tanda kutip"
FIRST = "baris pertama menjorok, padahal baris di bawahnya tidak"
NOT_AN_ITEM = "tanda hubung di sini terbaca sebagai butir daftar"
OPEN_QUOTE = "tanda kutip dibuka tetapi tidak ditutup"
OPEN_BRACKET = "kurung dibuka tetapi tidak ditutup"
BACKSLASH = "garis miring terbalik di dalam kutip ganda"
NOT_IN_LIST = "baris ini tidak sejajar dengan daftar di atasnya"
NO_COLON = "tidak ada titik dua setelah kunci"
NOT_ALIGNED = "baris ini tidak sejajar dengan baris di atasnya"
SPECIAL = "teks diawali tanda yang bermakna khusus di YAML"
CLOSING = "ada kurung penutup tanpa pembukanya"
NO_BRACKET = "hapus kurung itu, atau apit teks yang memuatnya dengan tanda kutip"
ENDED = "isi berkas sudah berakhir sebelum baris ini"
BACK = "sejajarkan baris ini dengan baris pertama, dan hapus baris '...' bila ada"
TRAILING = "ada teks sesudah tanda kutip atau kurung penutup"
GENERAL = "susunan YAML tidak terbaca di sini"

ENGLISH = re.compile(
    r"\b(the|not|found|expected|while|parsing|scanning|allowed|cannot|token|key|mapping|block|of|in)\b"
)


def faults(text: str) -> list[Fault]:
    node, found = parse("sop/uji.yml", text.encode())
    assert node is None
    return found


def shown(text: str) -> str:
    (fault,) = faults(text)
    return f"{fault.place.line}:{fault.place.column} {fault.message} / {fault.repair}"


BROKEN = {
    "colon in a text": ("a: 1\nb: satu: dua\n", f"2:8 {COLON} / {QUOTE}"),
    "key deeper than a text": ("a: 1\n  b: 2\n", f"2:3 {DEEPER} / {LEVEL}"),
    "key deeper than a key": ("a: 1\n\n b_c: 2\nd: 3\n", f"3:2 {DEEPER} / {LEVEL}"),
    "item deeper than a key": ("a:\n  - b: 1\n     c: 2\n", f"3:6 {DEEPER} / {LEVEL}"),
    "first key deeper": (" a: 1\nb: 2\n", f"1:2 {FIRST} / hapus spasi di awal baris ini"),
    "first key deeper, below a comment": (
        "# x\n\n  a: 1\n  b: 1\nc: 2\n",
        f"3:3 {FIRST} / hapus spasi di awal baris ini",
    ),
    "first key without its colon": (
        "# x\nskema 1\nnama: x\n",
        f"2:1 {NO_COLON} / tulis 'kunci: isi', dengan satu spasi",
    ),
    "item without its colon": ("- a\n  b: 1\n", f"1:3 {NO_COLON} / tulis 'kunci: isi', dengan satu spasi"),
    "second line of a text": ("a: satu\n  dua\n  tiga: empat\n", f"3:7 {COLON} / {QUOTE}"),
    "second line of a text, less deep": ("a: satu\n    dua\n  tiga: empat\n", f"3:7 {COLON} / {QUOTE}"),
    "escape that is no number": ('a: "\\xZZ"\n', f"1:7 {BACKSLASH} / pakai kutip tunggal untuk teks itu"),
    "escape of half a character": ('a: "\\ud800"\n', f"1:7 {BACKSLASH} / pakai kutip tunggal untuk teks itu"),
    "escape beyond every character": ('a: "\\UFFFFFFFF"\n', f"1:7 {BACKSLASH} / pakai kutip tunggal untuk teks itu"),
    "text after ---": ("--- a: 1\n", f"1:6 {COLON} / {QUOTE}"),
    "dash as value": ("a: 1\nrevisi: -\n", f"2:9 {NOT_AN_ITEM} / {DASH}"),
    "item on the line of its key": ("a: - b\n", f"1:4 {NOT_AN_ITEM} / {DASH}"),
    "single quote left open": ("a: 1\nb: 'dua\nc: 3\n", f"2:4 {OPEN_QUOTE} / {CLOSE_QUOTE}"),
    "double quote left open": ('a: 1\nb: "dua\nc: 3\n', f"2:4 {OPEN_QUOTE} / {CLOSE_QUOTE}"),
    "quote left open in a list": ("a: [b, 'c]\nd: 1\n", f"1:8 {OPEN_QUOTE} / {CLOSE_QUOTE}"),
    "backslash": ('a: 1\nb: "C:\\folder\\qa"\n', f"2:14 {BACKSLASH} / pakai kutip tunggal untuk teks itu"),
    "list left open": ("a: 1\nb: [c, d\ne: 2\n", f"2:4 {OPEN_BRACKET} / {BRACKET}"),
    "list left open at the end": ("a: [b, c\n", f"1:4 {OPEN_BRACKET} / {BRACKET}"),
    "braces left open": ("a: 1\nb: {c: d\ne: 2\n", f"2:4 {OPEN_BRACKET} / {BRACKET}"),
    "comma missing": ("- {jenis: susun oleh: staf}\n", f"1:3 {OPEN_BRACKET} / {BRACKET}"),
    "wrong bracket": ("a: [b, c}\n", f"1:4 {OPEN_BRACKET} / {BRACKET}"),
    "key beside items": ("a:\n  - b\n  c: 1\n", f"3:3 {NOT_IN_LIST} / {ALIGN}"),
    "key shallower than an item": ("- a: 1\n  b: 2\n c: 3\n", f"3:2 {NOT_IN_LIST} / {ALIGN}"),
    "key between two indents": ("a:\n  b: 1\n c: 2\n", f"3:2 {NOT_ALIGNED} / {ALIGN}"),
    "item beside keys": ("a: 1\n- b\n", f"2:1 {NOT_ALIGNED} / {ALIGN}"),
    "at sign": ("a: 1\nb: @akun\n", f"2:4 {SPECIAL} / {QUOTE}"),
    "backtick": ("a: `b`\n", f"1:4 {SPECIAL} / {QUOTE}"),
    "exclamation mark and a brace": ("a: !{b\n", f"1:5 {SPECIAL} / {QUOTE}"),
    "exclamation mark and a percent sign": ("a: !%5\n", f"1:5 {SPECIAL} / {QUOTE}"),
    "exclamation marks in braces": ("{a: !!, b: 1}\n", f"1:7 {SPECIAL} / {QUOTE}"),
    "more than nought": ("a: >01/2026\n", f"1:5 {SPECIAL} / {QUOTE}"),
    "percent": ("a: %50\n", f"1:4 {SPECIAL} / {QUOTE}"),
    "comma first": ("a: ,b\n", f"1:4 {SPECIAL} / {QUOTE}"),
    "question mark": ("a: ? b\n", f"1:4 {SPECIAL} / {QUOTE}"),
    "text after ...": ("a: 1\n...\nb: 2\n", f"3:1 {ENDED} / {BACK}"),
    "text beside ...": ("a: 1\n... b\n", f"2:5 {ENDED} / {BACK}"),
    "key below a closed whole": ("{a: 1}\nb: 2\n", f"2:1 {ENDED} / {BACK}"),
    "closed twice": ("a: [b]]\nc: 1\n", f"1:7 {CLOSING} / {NO_BRACKET}"),
    "brace closed twice": ("a: 1\nb: {c: d}}\n", f"2:10 {CLOSING} / {NO_BRACKET}"),
    "item closed twice": ("- [a]]\n- b\n", f"1:6 {CLOSING} / {NO_BRACKET}"),
    "whole closed twice": ("[a]]\n", f"1:4 {CLOSING} / {NO_BRACKET}"),
    "closed on its own line": ("a:\n  b: 1\n]\nc: 1\n", f"3:1 {CLOSING} / {NO_BRACKET}"),
    "closed and never opened": ("a: ]\n", f"1:4 {CLOSING} / {NO_BRACKET}"),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_broken_text(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_colon_left_out_is_reported_on_its_own_line() -> None:
    repair = "tulis 'kunci: isi', dengan satu spasi"
    assert shown("a: 1\nb\nc: 2\n") == f"2:1 {NO_COLON} / {repair}"
    assert shown("a: 1\n\nb dua\n\n\n") == f"3:1 {NO_COLON} / {repair}"
    assert shown("- a\n-b\n- c\n") == f"2:1 {NO_COLON} / {repair}"


@pytest.mark.parametrize("text", ["a: [\n", "a: {\n", "a: [b,\n", "a: [[b]\n", "a: 1\nb:\n  - {c: \n"])
def test_a_bracket_left_open_is_reported_where_it_opens(text: str) -> None:
    (fault,) = faults(text)
    assert fault.message == OPEN_BRACKET
    assert re.match(r"[\[{]", text.splitlines()[fault.place.line - 1][fault.place.column - 1 :])


COMMAS = {"in a list": "a: [b,, c]\n", "first in a list": "a: [, b]\n", "in braces": "a: {b: 1,, c: 2}\n"}


@pytest.mark.parametrize("text", COMMAS.values(), ids=list(COMMAS))
def test_a_comma_too_many_is_not_an_open_bracket(text: str) -> None:
    (fault,) = faults(text)
    assert text[fault.place.column - 1] == ","
    assert fault.message == "ada koma berlebih di dalam kurung"


AFTER_A_CLOSED_TEXT = {
    "single quotes": ("a: 'satu' dua\n", 1),
    "double quotes": ('a: 1\nb: "satu" dan "dua"\n', 2),
    "brackets": ("a: [b] c\n", 1),
    "braces": ("a: {b: 1} c\n", 1),
    "the whole in brackets": ("[a] b\n", 1),
    "the whole in quotes": ("'a' b\n", 1),
    "quote closed lines below": ('a: "satu\nb: "dua"\n', 2),
}


@pytest.mark.parametrize(("text", "line"), AFTER_A_CLOSED_TEXT.values(), ids=list(AFTER_A_CLOSED_TEXT))
def test_text_after_a_closed_text_is_no_matter_of_alignment(text: str, line: int) -> None:
    (fault,) = faults(text)
    assert fault.place.line == line
    assert fault.message == TRAILING


@pytest.mark.parametrize("value", ["*) lihat lampiran", "& lain-lain", "> 5 hari", "| satu"])
def test_a_text_that_begins_with_a_yaml_sign_should_be_quoted(value: str) -> None:
    (fault,) = faults(f"a: 1\nket: {value}\n")
    assert fault.place.line == 2
    assert (fault.message, fault.repair) == (SPECIAL, QUOTE)


EVERYTHING = [
    *(text for text, _ in BROKEN.values()),
    *(text for text, _ in AFTER_A_CLOSED_TEXT.values()),
    *("a: 1\nb\n", "a: [\n", "a: {\n", "a: >\n b\nc\n", "a: b\n\nc\n"),
    *("a: &\n", "a: *\n", "a: !<\n", "a: !e!x b\n", "a: !%zz b\n", "a: |x\n b\n", "a: |0\n b\n", "a: 'b\n---\nc'\n"),
    *('a: "\\xzz"\n', 'a: "\\ud800"\n', 'a: "\\U00110000"\n', "%FOO\n---\na: 1\n", "%YAML\n---\na: 1\n", "...\n"),
]


@pytest.mark.parametrize("text", EVERYTHING)
def test_no_english_and_no_empty_words(text: str) -> None:
    for fault in faults(text):
        assert fault.message
        assert fault.repair
        assert not ENGLISH.search(f"{fault.message} {fault.repair}")


@pytest.mark.parametrize("text", EVERYTHING)
def test_the_place_lies_inside_the_file(text: str) -> None:
    lines = text.splitlines()
    for fault in faults(text):
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1


def test_every_entry_of_the_table_is_reached_by_a_real_text() -> None:
    reached = {fault.message for text in EVERYTHING for fault in faults(text)}
    assert reached >= {said.message for _, said in _TABLE}


def test_an_unknown_sentence_becomes_a_general_one() -> None:
    assert explain_yaml("something libyaml may say one day") == (GENERAL, ALIGN, "here")
