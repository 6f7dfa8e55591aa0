"""What libyaml says, in Indonesian that an office can act on."""

from typing import NamedTuple


class Said(NamedTuple):
    """A problem in words; ``at_opening`` when the place to show is where the construct began, not where it failed."""

    message: str
    repair: str
    at_opening: bool = False


_ALIGN = "bandingkan jorokannya dengan baris di atas; teks yang memuat ': ' atau '#' perlu diapit kutip"
_QUOTE = "apit seluruh teks itu dengan tanda kutip"
_SPECIAL = Said("teks diawali tanda yang bermakna khusus di YAML", _QUOTE)

OPEN_BRACKET = Said(
    "kurung dibuka tetapi tidak ditutup", "tambahkan kurung penutup atau koma yang kurang", at_opening=True
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
_TAB = Said("ada tab sesudah tanda hubung", "ganti tab itu dengan satu spasi")
_TRAILING = Said(
    "ada teks sesudah tanda kutip atau kurung penutup",
    "apit seluruh nilai itu dengan satu pasang tanda kutip, atau pisahkan menjadi butir sendiri",
)

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
        Said("tanda kutip dibuka tetapi tidak ditutup", "tambahkan kutip penutupnya", at_opening=True),
    ),
    (
        "unknown escape character",
        Said("garis miring terbalik di dalam kutip ganda", "pakai kutip tunggal untuk teks itu"),
    ),
    ("expected ',' or", OPEN_BRACKET),
    ("expected '-' indicator", Said("baris ini tidak sejajar dengan daftar di atasnya", _ALIGN)),
    (
        "expected ':'",
        Said("tidak ada titik dua setelah kunci", "tulis 'kunci: isi', dengan satu spasi", at_opening=True),
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


def explain_yaml(problem: str, line: str = "", before: str = "", inside_bracket: bool = False) -> Said:
    """Turn libyaml's problem sentence into ours; an unknown sentence becomes a general one, never English.

    ``line`` is the line where it failed, ``before`` its part left of that spot; both tell apart what libyaml does not.
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
    for part, said in _TABLE:
        if part in problem:
            return said
    return Said("susunan YAML tidak terbaca di sini", _ALIGN)
