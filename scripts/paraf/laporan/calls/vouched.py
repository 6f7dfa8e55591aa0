"""A figure that stands nowhere in the data: whether it is plainly written, and whether a source vouches for it."""

import re
from decimal import Decimal

from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.laporan.calls.base import CallError
from paraf.laporan.numbers import Unclear, read_number, write_number

EXAMPLE = "Berita acara rapat 6 Januari 2026"
_BARE = regex(r"(?<![\w.,/-])(Rp ?)?(?!(?:19|20)[0-9]{2}(?![0-9]))([0-9]{4,15})(?![\w/-]|[.,][0-9])")
_TOKEN = regex(r"(?<![\w.,])(?P<rp>Rp ?)?(?P<digits>[0-9]+(?:[.,][0-9]+)+)(?![\w.,]*[0-9])")
_NATIVE = regex(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_DOUBTFUL = regex(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_CLOCK = regex(r"\b(?:pukul|jam|WIB|WITA|WIT)\b", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+")
_FORM_WORDS = (
    "sumber sumbernya nama dokumen dokumennya data datanya isi isikan tulis tuliskan sebut sebutkan di sini contoh"
)
_EMPTY = frozenset((*_FORM_WORDS.split(" "), "x", "xx", "xxx"))
"""Words of a form that asks for the source; a source that has no other word is none."""


def check_written(text: str) -> None:
    """Raise ``CallError`` where a figure could be read as two numbers, or is not written as an office writes it."""
    for found in _TOKEN.finditer(text) if not _CLOCK.search(text) else ():
        digits = found["digits"]
        money = bool(found["rp"]) or text[found.end() :].lstrip().startswith("rupiah")
        if _NATIVE.fullmatch(digits) and not (_DOUBTFUL.fullmatch(digits) and not (money and "." in digits)):
            continue
        read = read_number(digits)
        if isinstance(read, Unclear):
            message, _, repair = read.question.rpartition("; ")
            raise CallError(message, repair)
        better = f"{text[: found.start('digits')]}{write_number(read)}{text[found.end() :]}"
        raise CallError(f"“{echo(text)}” belum ditulis dengan koma desimal dan titik ribuan", f"tulis “{echo(better)}”")


def check_source(source: str) -> None:
    """Raise ``CallError`` where what stands for the source names none."""
    words = [word.casefold() for word in _WORD.findall(source)]
    # The repair holds no source that could be copied with it: that one would be false.
    if not words:
        raise CallError("angka ini tanpa sumber", "tulis nama dokumen yang memuat angka ini")
    if "…" in source or "..." in source or _EMPTY.issuperset(words):
        raise CallError(
            f"“{echo(source)}” belum menyebut sumber angka ini",
            f"ganti “{echo(source)}” dengan nama dokumen yang memuatnya",
        )


def grouped(text: str) -> str:
    """Whole numbers with their points, since ``1500`` is asked for where ``1.500`` could be two numbers; years have none."""
    return _BARE.sub(lambda found: f"{found[1] or ''}{write_number(Decimal(found[2]))}", text)
