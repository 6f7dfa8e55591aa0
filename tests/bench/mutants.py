"""The mutants of the flow: each differs in one place from a module of ``scripts/paraf/alur``; and the list of those let live.

What is changed: every comparison, every part of a condition, every condition and early return, every filter, every arm of a
``match``, every act without an answer. A mutant is known by its function and by the text of its change, never by a line.
"""

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

PACKAGE = Path(__file__).parents[2] / "scripts" / "paraf" / "alur"
SURVIVORS = Path(__file__).with_name("mutan-selamat.txt")
ONLY_VALUES = ("facts", "states", "gaps", "formats", "book.problem")
"""Modules that hold no decision."""
SWAPS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPPOSITE = {"any": "all", "all": "any", "min": "max", "max": "min"}
Edit = Callable[[Any], ast.AST]


class Mutant(Struct, frozen=True):
    """One change: in which function, on which line, what it is; ``node`` and ``edit`` find it in the tree of the module."""

    module: str
    function: str
    line: int
    change: str
    node: int
    edit: int

    @property
    def key(self) -> str:
        """What it is known by, whatever stands above it."""
        place = f"{self.module}.{self.function}" if self.function else self.module
        return f"{place}: {self.change}"

    def text(self) -> str:
        """The whole changed module."""
        tree = ast.parse(source(self.module))
        target = next(one for at, one in enumerate(ast.walk(tree)) if at == self.node)
        new = list(_edits(target))[self.edit](target)
        return ast.unparse(ast.fix_missing_locations(tree if new is target else _Put(target, new).visit(tree)))


@cache
def modules() -> list[str]:
    """Every module of the flow that decides something."""
    names = (".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py"))
    return sorted(name for name in names if name not in ONLY_VALUES and not name.endswith("__init__"))


def source(module: str) -> str:
    """The text of a module."""
    return PACKAGE.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")


@cache
def mutants(module: str) -> tuple[Mutant, ...]:
    """Every mutant of a module, in the order of its text."""
    tree = ast.parse(source(module))
    typing = {id(inner) for node in ast.walk(tree) for part in _annotations(node) for inner in ast.walk(part)}
    functions = dict(_functions(tree, ""))
    found = []
    for index, node in enumerate(ast.walk(tree)):
        for number, edit in enumerate(_edits(node) if id(node) not in typing else ()):
            change = f"{_shown(node)}  ->  {_shown(edit(copy.deepcopy(node)))}"
            found.append(Mutant(module, functions.get(id(node), ""), _line(node), change, index, number))
    return tuple(sorted(found, key=lambda one: one.line))


def _line(node: ast.AST) -> int:
    if isinstance(node, ast.comprehension):
        return node.target.lineno
    return node.pattern.lineno if isinstance(node, ast.match_case) else getattr(node, "lineno", 0)


def _functions(node: ast.AST, name: str) -> Iterator[tuple[int, str]]:
    """In which function, or class, every node stands."""
    for child in ast.iter_child_nodes(node):
        yield id(child), name
        inner = name
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            inner = f"{name}.{child.name}" if name else child.name
        yield from _functions(child, inner)


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """What only the type checker reads."""
    for field in ("annotation", "returns"):
        part = getattr(node, field, None)
        if part is not None:
            yield part
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp) and node.targets[0].id[0].isupper():  # type: ignore[attr-defined]
        yield node.value


class _Put(ast.NodeTransformer):
    """Puts a node in the place of another one."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


def _shown(node: ast.AST) -> str:
    """A node as one line: of an ``if`` and of an arm only the condition."""
    match node:
        case ast.If() | ast.While():
            text = f"if {ast.unparse(node.test)}"
        case ast.match_case():
            guard = f" if {ast.unparse(node.guard)}" if node.guard else ""
            text = f"case {ast.unparse(node.pattern)}{guard}"
        case _:
            text = ast.unparse(node)
    return " ".join(text.split())


def _edits(node: ast.AST) -> Iterator[Edit]:
    """Every change of one node."""
    match node:
        case ast.Compare():
            for at, op in enumerate(node.ops):
                yield from (_with(f"ops/{at}", other()) for other in SWAPS[type(op)])
        case ast.BoolOp():
            yield _with("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
            yield from (_part(at) for at in range(len(node.values)))
        case ast.UnaryOp(op=ast.Not()):
            yield _take("operand")
        case ast.If() | ast.IfExp():
            yield from (_with("test", ast.Constant(answer)) for answer in (True, False))
        case ast.match_case() if not (isinstance(node.pattern, ast.MatchAs) and node.pattern.pattern is None):
            yield _with("guard", ast.Constant(False))
        case ast.match_case(guard=ast.expr()):
            yield from (_with("guard", ast.Constant(answer)) for answer in (True, False))
        case ast.comprehension():
            yield from (_with(f"ifs/{at}", ast.Constant(True)) for at in range(len(node.ifs)))
        case ast.Call(func=ast.Name(id=name)) if name in OPPOSITE:
            yield _with("func", ast.Name(OPPOSITE[name], ast.Load()))
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.Sub() | ast.Add()):
            yield _take("left")
            yield _take("right")
        case (
            ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Continue() | ast.Break()
        ):
            yield _gone
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield _gone


def _gone(_node: Any) -> ast.AST:
    """A statement that does nothing."""
    return ast.Pass()


def _with(where: str, new: ast.AST) -> Edit:
    """A part of a node becomes another one."""
    name, _, at = where.partition("/")

    def edit(node: Any) -> ast.AST:
        if at:
            getattr(node, name)[int(at)] = new
        else:
            setattr(node, name, new)
        return node  # type: ignore[no-any-return]

    return edit


def _take(name: str) -> Edit:
    """Only a part of a node is left."""

    def edit(node: Any) -> ast.AST:
        return getattr(node, name)  # type: ignore[no-any-return]

    return edit


def _part(at: int) -> Edit:
    """A condition loses one of its parts."""

    def edit(node: Any) -> ast.AST:
        kept = node.values[:at] + node.values[at + 1 :]
        if len(kept) == 1:
            return kept[0]  # type: ignore[no-any-return]
        node.values = kept
        return node  # type: ignore[no-any-return]

    return edit


# ------------------------------------------------------------------------------------------- those let live


def let_live(text: str) -> Mapping[str, str]:
    """The mutants that no case need notice, each with the reason: lines of keys, and below them the reason, indented."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    reason = ""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] == " ":
            reason = f"{reason} {line.strip()}".strip()
            found |= dict.fromkeys(waiting, reason)
            continue
        if reason:
            waiting, reason = [], ""
        waiting.append(line.rstrip())
    if waiting and not reason:
        raise ValueError(f"tanpa alasan: {waiting[-1]}")
    return found
