"""Markdown written by people may format words, not bring its own HTML or addresses that run something.

It is looked at twice. The text gives exact places, but readers of Markdown differ about what is code; so the HTML that the
builder makes of the page, the very one it publishes, is looked at too, and may hold only what Markdown itself makes.
"""

import html
import re
from collections.abc import Iterator

from paraf.door.markup import SCHEMES, Markup, read_markup, scheme_of, without_code
from paraf.door.regex import regex
from paraf.door.text import Spots, echo
from paraf.errors import Fault
from paraf.finding import Place

# Every `<` of the HTML must begin one of these; our renderer escapes the characters of an attribute's value.
_TAG = regex(r'<(/?[a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)(?: /)?>')
_ATTRIBUTE = regex(r' ([a-z]+)="([^"]*)"')
# What Markdown makes, and what the value of each attribute looks like.
_MADE: dict[str, dict[str, re.Pattern[str]]] = {
    **{name: {} for name in ("p", "em", "strong", "pre", "blockquote", "ul", "li", "hr", "br")},
    **{name: {} for name in ("table", "thead", "tbody", "tr")},
    **{f"h{level}": {"id": re.compile(r"[\w-]*")} for level in range(1, 7)},
    **{name: {"style": re.compile(r"text-align: (left|center|right);")} for name in ("th", "td")},
    "a": {"href": re.compile(r".*", re.DOTALL), "title": re.compile(r".*", re.DOTALL)},
    "img": {name: re.compile(r".*", re.DOTALL) for name in ("src", "alt", "title")},
    "code": {"class": re.compile(r"language-[\w#.+-]+")},
    "ol": {"start": re.compile(r"\d+")},
    "div": {"class": re.compile("toc")},
}
_DROPPED = regex(r"[\x00-\x20]")
_ELSEWHERE = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}")
_HOST_IN_BRACKETS = regex(r"[^/?#]*//[^/?#]*[\[\]]")
_BRACKETS = "hapus kurung siku di dalamnya"
_AUTOLINK = regex(r"<(https?://[^<>\s]*)")
_ADDRESSES = "pakai berkas .md, https, atau mailto"
_CODE = "tulis dengan Markdown; bila maksudnya contoh kode, apit dengan `…` pada satu baris"


def refused(file: str, text: str, first: int) -> Iterator[Fault]:
    """Every raw tag and every address with an unknown scheme; ``first`` is the number of the text's first line.

    An address that the builder would stumble over is told here too: it could not tell where it stands, nor go on.
    """
    markup = read_markup(text)
    for found in markup.foreign:
        place = Place(file, found.line + first - 1, found.column)
        if found.kind == "html":
            message = f"HTML tidak dipakai di halaman ini: “{found.shown}”"
            yield Fault(place, message, "tulis dengan Markdown, atau apit dengan `…`")
        elif found.kind == "alamat":
            yield Fault(place, f"alamat “{found.shown}” tidak dipakai di halaman ini", _ADDRESSES)
    for line, column, target in _addresses(text, markup):
        if _HOST_IN_BRACKETS.match(target):
            place = Place(file, line + first - 1, column)
            yield Fault(place, f"alamat “{echo(target)}” tidak dapat dibaca", _BRACKETS)


def _addresses(text: str, markup: Markup) -> Iterator[tuple[int, int, str]]:
    """Line, column and target of every link, picture and bare address."""
    yield from ((link.line, link.column, link.target) for link in markup.links)
    if _AUTOLINK.search(text):
        spots = Spots("", text)
        for found in _AUTOLINK.finditer(without_code(text)):
            place = spots.place(found.start(1))
            yield place.line, place.column, found[1]


def refused_html(made: str, file: str, text: str, first: int) -> Iterator[Fault]:
    """What of a page's HTML did not come from Markdown; ``text`` is its source, searched for the place."""
    at = made.find("<")
    while at >= 0:
        tag = _TAG.match(made, at)
        if tag is None or not _is_made(tag):
            shown = made[at : made.find(">", at) + 1 or len(made)]
            place = _place(file, text, first, shown, shown[:3])
            yield Fault(place, f"HTML tidak dipakai di halaman ini: “{echo(shown)}”", _CODE)
        else:
            yield from _targets(tag, file, text, first)
        at = made.find("<", tag.end() if tag else at + 1)


def _is_made(tag: re.Match[str]) -> bool:
    known = _MADE.get(tag[1].removeprefix("/"))
    if known is None:
        return False
    return all(name in known and known[name].fullmatch(value) for name, value in _ATTRIBUTE.findall(tag[2]))


def _targets(tag: re.Match[str], file: str, text: str, first: int) -> Iterator[Fault]:
    """The addresses of a link or a picture that the site must not have."""
    for name, value in _ATTRIBUTE.findall(tag[2]):
        target = html.unescape(value)
        scheme, shown = scheme_of(target), echo(target)
        if name not in ("href", "src"):
            continue
        if scheme is not None and scheme not in SCHEMES:
            said = (f"alamat “{shown}” tidak dipakai di halaman ini", _ADDRESSES)
        elif name == "src" and _ELSEWHERE.match(_DROPPED.sub("", target)):
            said = (f"gambar “{shown}” diambil dari luar situs", "simpan gambarnya di docs/, lalu sebut nama berkasnya")
        elif _HOST_IN_BRACKETS.match(target):
            said = (f"alamat “{shown}” tidak dapat dibaca", _BRACKETS)
        else:
            continue
        yield Fault(_place(file, text, first, target.strip(), f"{scheme}:", value), *said)


def _place(file: str, text: str, first: int, *wanted: str) -> Place:
    """Where the first of the wanted pieces stands, rather outside of code; the page's first line at worst."""
    for piece in filter(None, wanted):
        for source in (without_code(text), text):
            if found := re.search(re.escape(piece), source, re.IGNORECASE):
                place = Spots(file, text).place(found.start())
                return Place(file, place.line + first - 1, place.column)
    return Place(file, first, 1)
