"""The states of a step on screen: always a shape and a word, readable without colour (site.md section 4)."""

from enum import Enum

from msgspec import Struct

from paraf.views.html import Html, el


class Look(Struct, frozen=True):
    """The word, what it means, and the shape inside a box of 16 by 16."""

    word: str
    meaning: str
    shape: Html


_RING = '<circle cx="8" cy="8" r="6.5"{extra}/>'
_BARE, _DASHED = _RING.format(extra=""), _RING.format(extra=' stroke-dasharray="2.6 2.2"')
_DISC = _RING.format(extra=' fill="currentColor"')


class Status(Enum):
    """Every state a step can be in (DESIGN section 5)."""

    SELESAI = Look(
        "selesai",
        "semua syarat langkah ini terpenuhi",
        Html(f'{_DISC}<path d="M5 8.2l2.2 2.2L11.2 6" stroke="var(--kertas)"/>'),
    )
    BERJALAN = Look(
        "berjalan", "sedang dikerjakan", Html(f'{_BARE}<path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>')
    )
    MENUNGGU = Look("menunggu", "menunggu seseorang bertindak", Html(f'{_BARE}<path d="M8 4.2V8l2.6 1.8"/>'))
    DIKEMBALIKAN = Look(
        "dikembalikan",
        "dikembalikan untuk diperbaiki",
        Html(f'{_BARE}<path d="M10.8 10.5H7.5a2.2 2.2 0 0 1 0-4.5H5M6.8 4.2 5 6l1.8 1.8"/>'),
    )
    GUGUR = Look("gugur", "tidak berlaku lagi karena isi berubah", Html(f'{_DASHED}<path d="M5 8h6"/>'))
    DITOLAK = Look(
        "ditolak", "tindakannya tidak menurut aturan", Html(f'{_BARE}<path d="M5.5 5.5l5 5M10.5 5.5l-5 5"/>')
    )
    TIDAK_DAPAT_DIPERIKSA = Look(
        "tidak dapat diperiksa",
        "keterangannya belum lengkap terbaca",
        Html(f'{_BARE}<path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.5-.8 1.1M8 11.3v.4"/>'),
    )
    BELUM = Look("belum", "belum dimulai", Html('<circle cx="8" cy="8" r="2.2" fill="currentColor"/>'))


def icon(status: Status) -> Html:
    """The shape alone; the word must stand beside it."""
    return el("svg", status.value.shape, viewBox="0 0 16 16", aria_hidden="true", focusable="false")


def mark(status: Status) -> Html:
    """Shape and word."""
    kind = status.value.word.replace(" ", "-")
    return el("span", icon(status), status.value.word, class_=f"tanda tanda-{kind}")
