"""What to say about a key the schema does not know: a slip of the finger, or a letter of another alphabet."""

import difflib
import unicodedata
from collections.abc import Iterable

from paraf.door.text import echo

LONGEST_CHOICE = 20


def listing(words: Iterable[str]) -> str:
    """Join words as a reader expects a choice to be printed; a very long choice is cut and says so."""
    choice = list(words)
    more = [f"dan {len(choice) - LONGEST_CHOICE} lagi"] if len(choice) > LONGEST_CHOICE else []
    return " · ".join(choice[:LONGEST_CHOICE] + more)


def describe_unknown(key: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and repair for an unknown key, with the nearest known one where there is one."""
    known, shown = list(known), echo(key)
    foreign = next((letter for letter in key if ord(letter) > 127), None)
    if foreign:
        name = unicodedata.name(foreign, "karakter tak bernama")
        kind = "huruf yang tidak dipakai pada kunci" if "LATIN" in name else "huruf bukan Latin"
        return (
            f"kunci '{shown}' memuat {kind}: '{foreign}' (U+{ord(foreign):04X}, {name})",
            "ketik ulang kuncinya dengan huruf biasa",
        )
    if key.isdigit():
        return (
            f"kunci '{shown}' tidak dikenal; koma di dalam kurung kurawal memisahkan isi",
            f'apit angka yang berkoma dengan tanda kutip, misalnya "3,{shown}"',
        )
    if " " in key.strip():
        return (
            f"kunci '{shown}' tidak dikenal; koma di dalam kurung kurawal memisahkan isi",
            "apit seluruh teks yang berkoma dengan tanda kutip",
        )
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"kunci '{shown}' tidak dikenal", f"mungkin maksudnya '{near[0]}'"
    return f"kunci '{shown}' tidak dikenal", f"hapus, atau pakai salah satu: {listing(known)}"
