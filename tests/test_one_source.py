"""No step id, role or chapter name stands in ``scripts/``: they are written once, in ``sop/`` (DESIGN invariant 1)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT, load_case

SOP = load_case(ROOT).sop
STEPS = re.compile(rf"\b({'|'.join(SOP.steps)})\b")
ROLE_WORDS = [word for role in SOP.roles for word in (role.id, role.sebutan, *role.sebutan_lain)]
ROLES = re.compile(rf"\b({'|'.join(map(re.escape, ROLE_WORDS))})\b", re.IGNORECASE)
# Sheets of paper have names like steps; named as paper they are not steps.
PAPER = re.compile(r"\b(?:poster |kertas |size: )A[345]\b")
FILES = sorted(path for path in (ROOT / "scripts").rglob("*") if path.suffix in (".py", ".html", ".css", ".js", ".typ"))


def strings(source: str) -> Iterator[str]:
    """Every string constant and name of a Python file; docstrings and comments may cite the SOP as their source."""
    tree = ast.parse(source)
    docstrings = {id(found) for node in ast.walk(tree) if (found := _docstring(node))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id


def _docstring(node: ast.AST) -> ast.expr | None:
    if not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) or not node.body:
        return None
    first = node.body[0]
    return first.value if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else None


def literals(path: Path, text: str) -> list[str]:
    pieces = list(strings(text)) if path.suffix == ".py" else [text]
    return [match[0] for piece in pieces for probe in (STEPS, ROLES) for match in probe.finditer(PAPER.sub("", piece))]


def test_control_the_probe_finds_a_planted_literal() -> None:
    step, role = next(iter(SOP.steps)), SOP.roles[2].id
    planted = f'"""{step} may stand here."""\nstage = "{step}"\n{role} = f"{{stage}} {role}"\n'
    assert sorted(literals(Path("x.py"), planted)) == sorted([step, role, role])
    assert literals(Path("x.html"), f"<p>{step}</p>") == [step]
    assert literals(Path("x.py"), 'x = "kertas A4, lalu A4"') == ["A4"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_step_and_no_role_is_named_in_code(path: Path) -> None:
    assert literals(path, path.read_text(encoding="utf-8")) == []
