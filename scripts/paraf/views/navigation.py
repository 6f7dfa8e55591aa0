"""The navigation: pages behind doors, doors in a fixed order, never deeper than three (site.md section 1)."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from msgspec import Struct

from paraf.views.html import text

NavItem = Mapping[str, "str | list[NavItem]"]

Door = Literal["Panduan SOP", "Menulis", "Menyetujui", "LAKIP terbit", "Bantuan"]
DOORS: tuple[Door, ...] = get_args(Door)


class Entry(Struct, frozen=True):
    """One line of the navigation: the doors that lead to it, its name, its file. No door: the top level."""

    doors: tuple[str, ...]
    label: str
    path: str


def navigation(entries: Iterable[Entry]) -> list[NavItem]:
    """A nested list as MkDocs reads it; a door appears where its first page stands, doors in the order of ``DOORS``.

    A door with nothing behind it but a page of its own name is that page.
    """
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
            alone = inside[0][2] if [name for _, name, _ in inside] == [doors[0]] else None
            items.append({doors[0]: alone or _nested(inside)})
    return items
