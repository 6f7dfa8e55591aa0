"""The workflows of a repository as the diagnosis looks at them: what starts them, and what they run."""

import re
from collections.abc import Iterator
from pathlib import Path

from paraf.adapters.files import folder_below, read_data
from paraf.door.syntax import Mapping, Node, Scalar, Sequence, parse
from paraf.gerbang.doctor.point import Workflow

FOLDER = ".github/workflows"
_USES = re.compile(r"^\s*(?:- +)?uses: +(\S+)", re.MULTILINE)
_PINNED = re.compile(r"[^@]+@[0-9a-f]{40}|\./.*")
_LONG = re.compile(r"requirement=\S*/?requirements(?:-terbit)?\.txt")
"""A job that installs what printing or the site needs takes more than a minute."""


def read_workflows(root: Path) -> tuple[Workflow, ...]:
    """Every workflow below the root that can be read; what GitHub itself could not read starts nothing."""
    folder = folder_below(root, FOLDER)
    names = sorted(path.name for path in folder.iterdir() if path.suffix in (".yml", ".yaml")) if folder else []
    found = (_workflow(name, read_data(root, f"{FOLDER}/{name}") or b"") for name in names)
    return tuple(one for one in found if one)


def _workflow(name: str, data: bytes) -> Workflow | None:
    path, text = f"{FOLDER}/{name}", data.decode(errors="replace")
    node, _ = parse(path, data)
    top = _entries(node)
    triggers = _entries(top.get("on")) or dict.fromkeys(_texts(top.get("on")))
    return Workflow(
        path=path,
        name=next(iter(_texts(top.get("name"))), path),
        events={event: tuple(_texts(_entries(filters).get("types"))) for event, filters in triggers.items()},
        after=tuple(_texts(_entries(triggers.get("workflow_run")).get("workflows"))),
        schedules=tuple(_crons(triggers.get("schedule"))),
        minutes=max(1, len(_entries(top.get("jobs")))) + len(_LONG.findall(text)),
        unpinned=tuple(used for used in _USES.findall(text) if not _PINNED.fullmatch(used)),
    )


def _entries(node: Node | None) -> dict[str, Node | None]:
    return {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}


def _texts(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar) and node.text:
        yield node.text
    elif isinstance(node, Sequence):
        yield from (item.text for item in node.items if isinstance(item, Scalar))


def _crons(node: Node | None) -> Iterator[str]:
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _texts(_entries(item).get("cron"))
