"""The pages of ``docs/``: strict at the door like everything else, then pages like the generated ones.

A file's name becomes an address, and front matter steers the builder, so neither may say more than we know.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec

from paraf.door.decode import load
from paraf.door.text import text_of
from paraf.errors import DataError, Fault
from paraf.finding import Place
from paraf.sop.forms.words import Record, Text, YesNo
from paraf.views.navigation import Door
from paraf.views.page import Page, claim
from paraf.views.plain_markdown import refused

PICTURES = ("png", "jpg", "jpeg", "webp", "pdf")
_NAME = re.compile(rf"([a-z0-9][a-z0-9_-]{{0,59}}/)*[a-z0-9][a-z0-9_-]{{0,59}}\.(md|{'|'.join(PICTURES)})")
# Folders of the site that the builder, the theme and the generated files fill.
_TAKEN = ("api", "aset", "assets", "search")
_FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\A\s*# +(.+?) *\n")


class Front(Record, frozen=True):
    """The front matter a page may have: the door it stands behind, its name there, a place on the front page,
    and where it stands behind its door."""

    pintu: Door = "Bantuan"
    sebutan: Text | None = None
    di_beranda: YesNo = "tidak"
    urutan: Annotated[int, msgspec.Meta(ge=0, description="tulis angkanya; yang kecil berdiri lebih dulu")] = 50


@dataclass(frozen=True, slots=True)
class Teaser:
    """What the front page shows of a page: its title and its first paragraph."""

    title: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Docs:
    """``pages`` in the order of their files, those the front page shows, and every other file as it is."""

    pages: tuple[Page, ...]
    teasers: tuple[Teaser, ...]
    pictures: Mapping[str, bytes]


def read_docs(files: Mapping[str, bytes], generated: Iterable[str]) -> Docs:
    """Accept the files of ``docs/`` by relative path; ``generated`` pages keep their addresses. Raises ``DataError``."""
    faults = [fault for path in files if (fault := _name_fault(path))]
    faults += _address_faults(files, generated)
    pages: list[Page] = []
    teasers: list[Teaser] = []
    for path, data in files.items():
        if path.endswith(".md"):
            front, page, found = _page(path, data)
            faults += found
            pages += [page] if page else []
            if page and front.di_beranda == "ya":
                teasers.append(Teaser(page.title, page.body.strip().split("\n\n")[0], path))
    if faults:
        raise DataError(faults)
    return Docs(tuple(pages), tuple(teasers), {path: data for path, data in files.items() if not path.endswith(".md")})


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


def _address_faults(files: Mapping[str, bytes], generated: Iterable[str]) -> Iterator[Fault]:
    taken = {claim(path): "yang dibuat dari SOP" for path in generated}
    for path in files:
        owner = taken.setdefault(claim(path), f"docs/{path}")
        if owner != f"docs/{path}":
            message = f"alamatnya sama dengan halaman {owner}"
            yield Fault(Place(f"docs/{path}", 1, 1), message, "beri nama berkas lain")


def _page(path: str, data: bytes) -> tuple[Front, Page | None, list[Fault]]:
    file = f"docs/{path}"
    content, wrong = text_of(file, data)
    if content is None:
        return Front(), None, wrong
    found = _FRONT.match(content)
    front, body = Front(), content
    if found:
        # An empty first line keeps the places of the front matter those of the file.
        source, faults = load(Front, file, f"\n{found[1]}".encode())
        if source is None:
            return Front(), None, faults
        front, body = source.value, content[found.end() :]
    line = content.count("\n", 0, len(content) - len(body)) + 1
    heading = _HEADING.match(body + "\n")
    if not heading:
        repair = "tulis judulnya di baris pertama, misalnya: # Tentang panduan ini"
        return Front(), None, [Fault(Place(file, line, 1), "halaman ini belum berjudul", repair)]
    wrong += refused(file, body, line)
    rest = body[heading.end() :]
    page = Page(path=path, title=heading[1], short=front.sebutan, doors=(front.pintu,), order=front.urutan, body=rest)
    return front, page, wrong
