"""What libyaml says, in Indonesian that an office can act on."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from paraf.door.regex import regex


class Said(NamedTuple):
    """A problem in words, and the place to show: where it failed, where the construct began, or the beginning of a line:
    that one, the one above it, or the first of the file."""

    message: str
    repair: str
    at: Literal["here", "opening", "line", "above", "first"] = "here"


_ALIGN = "bandingkan jorokannya dengan baris di atas; teks yang memuat ': ' atau '#' perlu diapit kutip"
_QUOTE = "apit seluruh teks itu dengan tanda kutip"
_SPECIAL = Said("teks diawali tanda yang bermakna khusus di YAML", _QUOTE)

OPEN_BRACKET = Said(
    "kurung dibuka tetapi tidak ditutup", "tambahkan kurung penutup atau koma yang kurang", at="opening"
)
_DIRECTIVE = Said("baris perintah '%' tidak dipakai di sini", "hapus baris itu")
_COMMA = Said("ada koma berlebih di dalam kurung", "hapus koma itu, atau isi yang kurang di antaranya")
_CLOSING = Said(
    "ada kurung penutup tanpa pembukanya", "hapus kurung itu, atau apit teks yang memuatnya dengan tanda kutip"
)
_ENDED = Said(
    "isi berkas sudah berakhir sebelum baris ini",
    "sejajarkan baris ini dengan baris pertama, dan hapus baris '...' bila ada",
)
_NO_COLON = "tidak ada titik dua setelah kunci"
_WRITE_COLON = "tulis 'kunci: isi', dengan satu spasi"
_NO_COLON_ABOVE = Said(_NO_COLON, _WRITE_COLON, at="above")
_DEEPER = Said(
    "baris ini menjorok lebih dalam daripada baris di atasnya",
    "sejajarkan awalnya dengan baris di atas; bila ini lanjutan teks, apit seluruh teks itu dengan tanda kutip",
    at="line",
)
_FIRST_DEEPER = Said(
    "baris pertama menjorok, padahal baris di bawahnya tidak", "hapus spasi di awal baris ini", at="first"
)
_TAB = Said("ada tab sesudah tanda hubung", "ganti tab itu dengan satu spasi")
_TRAILING = Said(
    "ada teks sesudah tanda kutip atau kurung penutup",
    "apit seluruh nilai itu dengan satu pasang tanda kutip, atau pisahkan menjadi butir sendiri",
)
_BACKSLASH = Said("garis miring terbalik di dalam kutip ganda", "pakai kutip tunggal untuk teks itu")

# Part of libyaml's sentence, and what we say instead; the first match is taken.
_TABLE = (
    ("mapping values are not allowed", Said("ada titik dua di tengah teks", _QUOTE)),
    (
        "block sequence entries are not allowed",
        Said(
            "tanda hubung di sini terbaca sebagai butir daftar",
            "apit dengan kutip bila maksudnya tanda '-', atau pindahkan butir itu ke baris berikutnya",
        ),
    ),
    (
        "unexpected end of stream",
        Said("tanda kutip dibuka tetapi tidak ditutup", "tambahkan kutip penutupnya", at="opening"),
    ),
    ("unknown escape character", _BACKSLASH),
    ("expected hexdecimal number", _BACKSLASH),
    ("Unicode character escape", _BACKSLASH),
    ("expected ',' or", OPEN_BRACKET),
    ("expected '-' indicator", Said("baris ini tidak sejajar dengan daftar di atasnya", _ALIGN)),
    (
        "expected ':'",
        Said(_NO_COLON, _WRITE_COLON, at="opening"),
    ),
    ("expected <document start>", _ENDED),
    ("did not find expected key", Said("baris ini tidak sejajar dengan baris di atasnya", _ALIGN)),
    ("cannot start any token", _SPECIAL),
    ("expected node content", _SPECIAL),
    ("mapping keys are not allowed", _SPECIAL),
    ("expected alphabetic or numeric character", _SPECIAL),
    ("expected comment or line break", _SPECIAL),
    ("expected whitespace or line break", _SPECIAL),
    ("expected tag URI", _SPECIAL),
    ("URI escaped octet", _SPECIAL),
    ("indentation indicator", _SPECIAL),
)

# A word where a key would stand, and nothing before it.
_KEY = regex(r"\s*(?:- +)*[^\s:#'\"]+")
_VALUE = regex(r".*: +[^\s#&|>]")


def explain_yaml(
    problem: str, line: str = "", before: str = "", above: Sequence[str] = (), inside_bracket: bool = False
) -> Said:
    """Turn libyaml's problem sentence into ours; an unknown sentence becomes a general one, never English.

    ``line`` is the line where it failed, ``before`` its part left of that spot, ``above`` the lines before it; they tell
    apart what libyaml does not.
    """
    here = line[len(before) : len(before) + 1]
    if line.startswith("%"):
        return _DIRECTIVE
    if "cannot start any token" in problem and here == "\t":
        return _TAB
    if inside_bracket and here == ",":
        return _COMMA
    if inside_bracket and "expected node content" in problem:
        return OPEN_BRACKET
    if "did not find expected" in problem and not inside_bracket and here in ("]", "}"):
        return _CLOSING
    after_a_value = before.strip() and not line.startswith("...")
    if after_a_value and any(part in problem for part in ("expected key", "expected '-'", "expected <document start>")):
        return _TRAILING
    if "mapping values are not allowed" in problem and _KEY.fullmatch(before) and (nested := _nested(line, above)):
        return nested
    if "expected <document start>" in problem and _pushed_in(line, above):
        return _FIRST_DEEPER
    for part, said in _TABLE:
        if part in problem:
            return said
    return Said("susunan YAML tidak terbaca di sini", _ALIGN)


def column_of(line: str) -> int:
    """Where the words of a line begin, behind its dashes; counted from 0."""
    return len(line) - len(line.lstrip("- "))


def content_of(lines: Sequence[str]) -> list[int]:
    """Which of the lines are more than space and a comment; counted from 0."""
    return [number for number, line in enumerate(lines) if line.strip()[:1] not in ("", "#")]


def _nested(line: str, above: Sequence[str]) -> Said | None:
    """A key that could not be one: deeper than it may be, or below a key without its colon; ``None``: words of a text."""
    column = column_of(line)
    nearest = [above[number] for number in reversed(content_of(above))]
    if not nearest or column_of(nearest[0]) > column:
        return None
    if column_of(nearest[0]) < column:
        return _DEEPER
    parent = next((other for other in nearest if column_of(other) < column), "")
    return None if _VALUE.match(parent) else _NO_COLON_ABOVE


def _pushed_in(line: str, above: Sequence[str]) -> bool:
    """Whether the first words of a file stand deeper than this line."""
    first = next((above[number] for number in content_of(above)), "")
    return not first.startswith("-") and column_of(first) > column_of(line)
