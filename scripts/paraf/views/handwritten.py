"""The pages of ``docs/``: strict at the door like everything else, then pages like the generated ones.

A file's name becomes an address, and front matter steers the builder, so neither may say more than we know.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Struct

from paraf.door.decode import load
from paraf.door.regex import regex
from paraf.door.text import text_of
from paraf.errors import DataError, Fault
from paraf.finding import Place
from paraf.sop.forms.words import Record, Text, YesNo
from paraf.views.first_words import first_words
from paraf.views.html import Html
from paraf.views.navigation import Door
from paraf.views.page import Page, claim
from paraf.views.plain_markdown import refused, refused_html

PICTURES = ("png", "jpg", "jpeg", "webp", "pdf")
PICTURE_BYTES = 20_000_000
"""The most that one file of the site may be: larger ones do not open on a phone."""
_NAME = regex(rf"([a-z0-9][a-z0-9_-]{{0,59}}/)*[a-z0-9][a-z0-9_-]{{0,59}}\.(md|{'|'.join(PICTURES)})")
# Folders of the site that the builder, the theme and the generated files fill.
_TAKEN = ("api", "aset", "assets", "search", "lakip")
_FRONT = regex(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_TITLE = "tulis judulnya di baris pertama, misalnya: # Tentang panduan ini"
_HEADING = regex(r"\A\s*# +(.+?) *\n")


class Front(Record, frozen=True):
    """The front matter a page may have: the door it stands behind and the group inside it, its name there, a place on the
    front page, where it stands behind its door, and whether the search finds it (its words load with every first page)."""

    pintu: Door = "Bantuan"
    kelompok: Text | None = None
    sebutan: Text | None = None
    di_beranda: YesNo = "tidak"
    dicari: YesNo = "ya"
    urutan: Annotated[int, msgspec.Meta(ge=0, description="tulis angkanya; yang kecil berdiri lebih dulu")] = 50


class Teaser(Struct, frozen=True):
    """What the front page shows of a page: its title and the words of its first paragraph."""

    title: str
    text: Html
    path: str


class Written(Struct, frozen=True):
    """What somebody wrote of a page: the file, the text below its settings, and the number of that text's first line."""

    file: str
    text: str
    first: int

    def refused(self, made: str) -> Iterator[Fault]:
        """What must not stand in the HTML that the builder made of this page."""
        return refused_html(made, self.file, self.text, self.first)


class Docs(Struct, frozen=True):
    """``pages`` in the order of their files, what was ``written`` of each by its path, those the front page shows, and
    every other file as it is."""

    pages: tuple[Page, ...]
    written: Mapping[str, Written]
    teasers: tuple[Teaser, ...]
    pictures: Mapping[str, bytes]


class _Read(Struct, frozen=True):
    page: Page
    written: Written
    teaser: Teaser | None


def read_docs(files: Mapping[str, bytes], generated: Iterable[str], known: Iterable[Fault] = ()) -> Docs:
    """Accept the files of ``docs/`` by relative path; ``generated`` pages keep their addresses.

    Raises ``DataError`` with every fault and those that are ``known`` already.
    """
    faults = [*known, *(fault for path in files if (fault := _name_fault(path)))]
    faults += [fault for path, data in files.items() if (fault := _size_fault(path, data))]
    faults += _address_faults(files, generated)
    pages: list[Page] = []
    written: dict[str, Written] = {}
    teasers: list[Teaser] = []
    for path, data in files.items():
        if path.endswith(".md") and len(data) <= PICTURE_BYTES:
            read, found = _page(path, data)
            faults += found
            if read:
                pages.append(read.page)
                written[path] = read.written
                teasers += [read.teaser] if read.teaser else []
    if faults:
        raise DataError(list(dict.fromkeys(faults)))
    return Docs(
        tuple(pages), written, tuple(teasers), {path: data for path, data in files.items() if not path.endswith(".md")}
    )


def _name_fault(path: str) -> Fault | None:
    place = Place(f"docs/{path}", 1, 1)
    if not _NAME.fullmatch(path):
        return Fault(
            place,
            "nama berkas ini tidak dapat menjadi alamat halaman",
            f"pakai huruf kecil, angka, dan tanda hubung, diakhiri .md atau .{', .'.join(PICTURES)}",
        )
    if path.split("/", maxsplit=1)[0] in _TAKEN:
        return Fault(place, f"folder {path.split('/', maxsplit=1)[0]}/ sudah dipakai situs", "pakai nama folder lain")
    return None


def _size_fault(path: str, data: bytes) -> Fault | None:
    if len(data) <= PICTURE_BYTES:
        return None
    message = f"berkas ini lebih dari {PICTURE_BYTES // 1_000_000} MB"
    return Fault(Place(f"docs/{path}", 1, 1), message, "perkecil atau bagi berkasnya, lalu simpan lagi")


def _address_faults(files: Mapping[str, bytes], generated: Iterable[str]) -> Iterator[Fault]:
    taken = {claim(path): "yang dibuat dari SOP" for path in generated}
    for path in filter(_NAME.fullmatch, files):
        owner = taken.setdefault(claim(path), f"docs/{path}")
        if owner != f"docs/{path}":
            message = f"alamatnya sama dengan halaman {owner}"
            yield Fault(Place(f"docs/{path}", 1, 1), message, "beri nama berkas lain")


def _page(path: str, data: bytes) -> tuple[_Read | None, list[Fault]]:
    """What becomes of a file, and every fault of it."""
    file = f"docs/{path}"
    content, faults = text_of(file, data)
    if content is None:
        return None, faults
    front, body, found = _front(file, content)
    line = content.count("\n", 0, len(content) - len(body)) + 1
    faults += [*found, *refused(file, body, line)]
    heading = _HEADING.match(body + "\n")
    if not heading:
        unclosed = body is content and content.startswith("---\n")
        repair = "tutup pengaturan di atas dengan baris '---'" if unclosed else _TITLE
        faults.append(Fault(Place(file, line, 1), "halaman ini belum berjudul", repair))
        return None, faults
    rest = body[heading.end() :]
    doors = (front.pintu, front.kelompok) if front.kelompok else (front.pintu,)
    page = Page(
        path=path,
        title=heading[1],
        short=front.sebutan,
        doors=doors,
        order=front.urutan,
        body=rest,
        searchable=front.dicari == "ya",
    )
    teaser = Teaser(page.title, first_words(page.content()), path) if front.di_beranda == "ya" and not faults else None
    return _Read(page, Written(file, body, line), teaser), faults


def _front(file: str, content: str) -> tuple[Front, str, list[Fault]]:
    """The settings of a page, the text below them, and the faults of the settings."""
    found = _FRONT.match(content)
    if not found:
        return Front(), content, []
    body = content[found.end() :]
    if all(line.strip()[:1] in ("", "#") for line in found[1].split("\n")):
        return Front(), body, []
    # An empty first line keeps the places of the front matter those of the file.
    source, faults = load(Front, file, f"\n{found[1]}".encode())
    return source.value if source else Front(), body, faults
