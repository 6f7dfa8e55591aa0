"""The house plan: a room uses only what stands below it, and everything below the shell is pure (DESIGN section 3)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT

PACKAGE = ROOT / "scripts" / "paraf"
FLOORS = {
    **{"finding": 1, "errors": 1, "door": 1, "terbilang": 1},
    **{"sop": 2, "kalender": 2},
    "laporan": 3,  # stands on sop: the outline, the officials, the records of a format
    "alur": 4,  # receives the findings of the checks as facts
    "rules": 5,  # those of family ALU read the states
    "terbit": 6,  # reads what was approved, and what the book and the forge say of it
    "gerbang": 6,  # what a forge said becomes facts, and settings become a diagnosis
    **{"views": 7, "adapters": 7},
    "commands": 8,
    **{"cli_words": 9, "cli": 10, "__main__": 11},  # one floor, in the order of use
}
SHELL = {"adapters", "commands", "cli", "cli_words", "__main__", "__init__"}
IMPURE_MODULES = {
    "os",
    "pathlib",
    "subprocess",
    "socket",
    "shutil",
    "tempfile",
    "time",
    "random",
    "urllib",
    "http",
    "logging",
}
IMPURE_CALLS = {
    "open",
    "print",
    "input",
    "now",
    "today",
    "utcnow",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports are not used here"
            yield node.module or ""


def climbs(path: Path, source: str) -> list[str]:
    """Imports of a room on the same floor (other than its own) or above."""
    own = room(path)
    rooms = [name.split(".")[1] for name in imported(ast.parse(source)) if name.startswith("paraf.")]
    beside = {"finding", "errors"} if own in ("door", "errors") else set()
    ok = {own} | beside
    return [other for other in rooms if other not in ok and FLOORS[other] >= FLOORS[own] and own != "__init__"]


def impurities(source: str) -> list[str]:
    tree = ast.parse(source)
    found = [name for name in imported(tree) if name.split(".")[0] in IMPURE_MODULES and name != "urllib.parse"]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            found += [name] if name in IMPURE_CALLS else []
    return found


def test_control_the_probes_find_what_they_look_for() -> None:
    assert climbs(PACKAGE / "sop" / "x.py", "from paraf.rules import RULES") == ["rules"]
    assert climbs(PACKAGE / "views" / "x.py", "import paraf.adapters.git") == ["adapters"]
    assert impurities("import os\nfrom pathlib import Path\nPath('x').read_text()") == ["os", "pathlib", "read_text"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_uses_only_what_stands_below_it(path: Path) -> None:
    assert climbs(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", [path for path in FILES if room(path) not in SHELL], ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_the_core_is_pure(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


def test_few_modules_call_each_outside_thing() -> None:
    callers = {
        tool: sorted(path.name for path in FILES if any(name.split(".")[0] == tool for name in imported(_tree(path))))
        for tool in ("subprocess", "mkdocs", "typst", "pypandoc")
    }
    paper = ["paper.py"]
    git = ["bare.py", "git.py", "objects.py"]  # the double's, what lies on the disk, a copy of what lies elsewhere
    assert callers == {
        "subprocess": sorted([*git, *paper, "own_process.py"]),  # the last: this very package
        "mkdocs": ["builder.py"],
        "typst": ["typesetter.py"],
        "pypandoc": paper,
    }


def test_records_are_structs() -> None:
    """A dataclass costs half a millisecond at every start, and a command starts often; ``msgspec.Struct`` is as short."""
    assert [path.name for path in FILES if "dataclasses" in imported(_tree(path))] == []
    assert "dataclasses" in imported(ast.parse("from dataclasses import dataclass")), "the probe finds one"


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
