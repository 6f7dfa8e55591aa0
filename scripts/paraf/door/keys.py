"""What to say about a key the schema does not know: a slip of the finger, or a letter of another alphabet."""

import difflib
import unicodedata
from collections.abc import Iterable


def listing(words: Iterable[str]) -> str:
    """Join words as a reader expects a choice to be printed."""
    return " · ".join(words)


def describe_unknown(key: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and repair for an unknown key, with the nearest known one where there is one."""
    known = list(known)
    foreign = next((letter for letter in key if ord(letter) > 127), None)
    if foreign:
        name = unicodedata.name(foreign, "karakter tak bernama")
        kind = "huruf yang tidak dipakai pada kunci" if "LATIN" in name else "huruf bukan Latin"
        return (
            f"kunci '{key}' memuat {kind}: '{foreign}' (U+{ord(foreign):04X}, {name})",
            "ketik ulang kuncinya dengan huruf biasa",
        )
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"kunci '{key}' tidak dikenal", f"mungkin maksudnya '{near[0]}'"
    return f"kunci '{key}' tidak dikenal", f"hapus, atau pakai salah satu: {listing(known)}"
