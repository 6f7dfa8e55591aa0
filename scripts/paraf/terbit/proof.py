"""The proof after the build: every file of the site is one that was meant, and holds nothing that runs or reaches elsewhere.

What is looked at is the HTML itself, whatever made it. Each fault is a sentence; with one of them the site is not put up.
"""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.terbit.manifest import Manifest, policy, script_digest
from paraf.terbit.wording import made_of, plain, unlike, words_of_html, words_of_markdown

ALLOWED = regex(
    "html|head|meta|title|link|body|header|nav|main|article|aside|section|footer|div|span|p|a|img|b|strong|em|i|small|sup|sub"
    "|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|h[1-6]|pre|code|blockquote|hr|br|button|input"
    "|label|form|textarea|details|summary|figure|figcaption|del|ins|mark|time|kbd|abbr|output|svg|g|path|line|polygon|polyline|rect"
    "|circle|ellipse|text|tspan|desc|defs|use|pattern|clippath"
)
"""The elements of the theme and of our pages. Scripts are looked at apart."""
_LOADS = frozenset(
    ["src", "srcset", "href", "xlink:href", "action", "formaction", "poster", "data", "background", "ping", "manifest"]
)
_NAME = r"[^\s\"'<>/=]+"
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)"
_TOKEN = regex(
    rf"<!--.*?-->|<!doctype html>|</?(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s+{_NAME}(?:\s*=\s*{_VALUE})?)*)\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = regex(rf"\s({_NAME})(?:\s*=\s*({_VALUE}))?")
_SCRIPT = regex(r"<script((?:\s[^>]*)?)>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_SCHEME = regex(r"([a-z][a-z0-9+.-]*):")
_DROPPED = regex(r"[\x00-\x20]")
_MAIL = "mailto"
_STYLE = regex(r"text-align: ?(?:left|center|right);?")
_SVG_BAD = regex(
    r"<script|<foreignobject|<iframe|<!entity|<!doctype|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*[\"'](?!#)"
)
REPAIR = "Situs yang lama tetap; cari siapa atau apa yang menambahkannya, lalu bangun lagi."


INDEX = "search/search_index.json"


class _Entry(Struct, frozen=True):
    """A part of a page in the list of words."""

    location: str
    text: str


class _Index(Struct, frozen=True):
    """The list of words."""

    docs: tuple[_Entry, ...]


class Built(Struct, frozen=True):
    """A file of the built site: its path, its bytes, and whether it is a regular file."""

    path: str
    data: bytes
    regular: bool
    sha256: str


def faults_of(built: Built, known: Manifest) -> Iterator[str]:
    """Everything about one file that was not meant."""
    path = built.path
    if not built.regular:
        yield f"{path}: bukan berkas biasa (tautan?)."
    elif path in known.pages or path == _MISSING:
        text = built.data.decode(errors="replace")
        yield from (f"{path}: {said}." for said in _page_faults(path, text, known))
    elif path in known.made:
        return
    elif path in known.files:
        if built.sha256 != known.files[path]:
            yield f"{path}: isinya bukan isi yang disiapkan."
        if path.endswith(".svg") and (found := _SVG_BAD.search(built.data.decode(errors="replace").lower())):
            yield f"{path}: gambar ini memuat “{echo(found[0])}”, yang dapat berjalan atau mengambil dari luar."
    else:
        yield f"{path}: berkas ini tidak termasuk yang disiapkan untuk situs."


def index_faults(data: bytes, folders: Mapping[str, str]) -> Iterator[str]:
    """What the list of words for the search has and no page shows; ``folders`` are the letters of pages by their address."""
    try:
        index = msgspec.json.decode(data, type=_Index)
    except msgspec.DecodeError:
        yield f"{INDEX}: daftar kata pencarian tidak terbaca."
        return
    for one in index.docs:
        shown = folders.get(one.location.partition("#")[0])
        if shown is None:
            yield f"{INDEX}: memuat halaman “{echo(one.location)}”, yang tidak disiapkan."
        elif not made_of(plain(one.text), shown):
            yield f"{INDEX}: memuat kata-kata untuk “{echo(one.location)}” yang tidak ada di halamannya."


def lacking(there: frozenset[str], known: Manifest) -> Iterator[str]:
    """Pages and files that were meant and are not there; what the theme does not copy is no loss."""
    yield from (
        f"{path}: halaman ini disiapkan, tetapi tidak ada di situs." for path in sorted(known.pages.keys() - there)
    )


_MISSING = "404.html"


def _page_faults(path: str, text: str, known: Manifest) -> Iterator[str]:
    """What of a page's HTML was not meant."""
    for found in _SCRIPT.finditer(text):
        yield from _script_faults(path, found[1], found[2], known)
    rest = _SCRIPT.sub("", text)
    if known.guarded and (wanted := policy(text, known.scripts)) not in text:
        yield f"pengaman halaman ini bukan “{echo(wanted)}”"
    yield from _markup_faults(path, rest, known)
    if path in known.approved and (said := _unlike(rest, known.approved[path])):
        yield said


def _script_faults(path: str, attributes: str, body: str, known: Manifest) -> Iterator[str]:
    given = {found[1].lower(): _unquoted(found[2] or "") for found in _ATTRIBUTE.finditer(attributes)}
    if given.get("type") == "application/json" and set(given) <= {"type", "id"}:
        return
    if "src" in given:
        if set(given) - {"src", "defer", "async"} or body.strip():
            yield f"skrip “{echo(given['src'])}” dipanggil dengan cara yang tidak dikenal"
        elif _goal(path, given["src"], known.top) not in known.files:
            yield f"skrip “{echo(given['src'])}” bukan milik situs ini"
    elif given or script_digest(body) not in known.scripts:
        yield f"skrip “{echo(body.strip()[:60])}” bukan milik tema"


def _markup_faults(path: str, text: str, known: Manifest) -> Iterator[str]:
    at = text.find("<")
    while at >= 0:
        found = _TOKEN.match(text, at)
        if found is None:
            yield f"“{echo(text[at : at + 40])}” bukan HTML yang dikenal"
            at = text.find("<", at + 1)
            continue
        if tag := found["tag"]:
            if not ALLOWED.fullmatch(tag.lower()):
                yield f"unsur <{tag.lower()}> tidak dipakai di situs ini"
            if found["attributes"]:
                yield from _attribute_faults(path, tag.lower(), found["attributes"], known)
        at = text.find("<", found.end())


def _attribute_faults(path: str, tag: str, attributes: str, known: Manifest) -> Iterator[str]:
    for written, quoted in _ATTRIBUTE.findall(attributes):
        name = written.lower()
        if name.startswith("on"):
            yield f"atribut {name} menjalankan sesuatu"
        elif name == "http-equiv" and _unquoted(quoted) != "Content-Security-Policy":
            yield f"meta http-equiv “{echo(_unquoted(quoted))}” tidak dipakai"
        elif name == "style" and not _STYLE.fullmatch(_unquoted(quoted)):
            yield f"atribut style “{echo(_unquoted(quoted))}” tidak dipakai"
        elif name in _LOADS:
            value = html.unescape(_unquoted(quoted))
            if said := _address_fault(path, tag, name, value, known):
                yield said


def _address_fault(path: str, tag: str, name: str, value: str, known: Manifest) -> str | None:
    """What is wrong with an address; of links to other sites only those that the page's source has."""
    plain = _DROPPED.sub("", value)
    if known.top and plain.startswith(known.top):
        plain = "../" * path.count("/") + plain.removeprefix(known.top)
    scheme = _SCHEME.match(plain.lower())
    if scheme and scheme[1] == _MAIL and (tag, name) == ("a", "href"):
        return None
    if scheme or plain.startswith(("//", "\\", "/\\")):
        link = (tag, name) == ("a", "href") and scheme is not None and scheme[1] in ("http", "https")
        if link and plain.rstrip(".,;:!?*_") in known.pages.get(path, frozenset()):
            return None
        return f"alamat “{echo(value)}” menuju ke luar situs atau menjalankan sesuatu"
    goal = _goal(path, plain, known.top)
    if goal is None or goal in known.pages or goal in known.files or goal in known.made:
        return None
    return f"alamat “{echo(value)}” tidak menuju berkas situs ini"


def _goal(path: str, address: str, top: str) -> str | None:
    """The file that an address of a page leads to; ``None`` for a place on the page itself, or where the site's own top is
    not known (the page of missing addresses)."""
    target = unquote(address.partition("#")[0].partition("?")[0])
    if not target:
        return None
    if path == _MISSING:
        target = target.removeprefix(urlsplit(top).path).lstrip("/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    folder = target.endswith("/") or posixpath.basename(target) in ("", ".", "..")
    return posixpath.normpath(posixpath.join(joined, "index.html")) if folder else joined


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value


def _unlike(text: str, approved: str) -> str | None:
    """Where the words of the approved part differ from the approved ones; nothing where they are the same."""
    shown = words_of_html(text)
    if shown is None:
        return "bagian yang disetujui tidak ada di halaman ini"
    found = unlike(shown, words_of_markdown(approved))
    if found is None:
        return None
    at, wanted = found
    before = shown[max(0, at - 20) : at]
    return (
        f"isinya bukan yang disetujui: tertulis “{echo(before + shown[at : at + 20])}”,"
        f" yang disetujui “{echo(before + wanted[:20])}”"
    )
