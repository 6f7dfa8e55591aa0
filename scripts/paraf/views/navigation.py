"""The navigation: pages behind doors, doors in a fixed order, never deeper than three (site.md section 1)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from paraf.views.html import text

NavItem = Mapping[str, "str | list[NavItem]"]

DOORS = ("Panduan SOP", "Menulis", "Menyetujui", "LAKIP terbit", "Bantuan")

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_DOOR = re.compile(r"^pintu: *(.+?) *$", re.MULTILINE)
_TITLE = re.compile(r"^# +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation: the doors that lead to it, its name, its file. No door: the top level."""

    doors: tuple[str, ...]
    label: str
    path: str


def handwritten(pages: Mapping[str, str]) -> Iterable[Entry]:
    """The entries of ``docs/``: a page names its door in its front matter (``pintu: Menulis``), else it is help."""
    for path, content in pages.items():
        front = _FRONT.match(content)
        door = _DOOR.search(front[1]) if front else None
        title = _TITLE.search(content)
        named = door[1] if door and door[1] in DOORS else DOORS[-1]
        yield Entry((named,), title[1] if title else path, path)


def navigation(entries: Iterable[Entry]) -> list[NavItem]:
    """A nested list as MkDocs reads it; a door appears where its first page stands, doors in the order of ``DOORS``."""
    ordered = sorted(entries, key=lambda entry: DOORS.index(entry.doors[0]) if entry.doors else -1)
    return _nested([(entry.doors, entry.label, entry.path) for entry in ordered])


def _nested(rows: list[tuple[tuple[str, ...], str, str]]) -> list[NavItem]:
    items: list[NavItem] = []
    seen: set[str] = set()
    for doors, label, path in rows:
        if not doors:
            items.append({text(label): path})
        elif doors[0] not in seen:
            seen.add(doors[0])
            inside = [(other[1:], name, target) for other, name, target in rows if other[:1] == doors[:1]]
            items.append({doors[0]: _nested(inside)})
    return items
