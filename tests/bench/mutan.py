"""Mutants of the flow, made by hand: which change of a comparison, a condition or an early return does no case notice?

    python tests/bench/mutan.py [--hanya walk,cycle] [--proses 2] [--acak 200]

Each mutant differs in one place of a module of ``scripts/paraf/alur``; it takes the place of the module in memory, and the
cases of ``tests/cases/alur`` are asked in one process until one fails (``--acak``: then so many random histories). Survivors
are listed with file, line and change; each is a missing case or needs a reason. Not part of the suite.
"""

import argparse
import ast
import copy
import importlib
import multiprocessing
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
PACKAGE = ROOT / "scripts" / "paraf" / "alur"
ONLY_VALUES = ("__init__", "facts", "states")
"""Modules that hold no decision."""
LIMIT = 60
"""Seconds after which a mutant that runs on counts as noticed."""
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
CASES: list[tuple[Any, list[str]]] = []
"""Every case, with how it differs without any change; read once, before the processes part."""
Edit = Callable[[Any], ast.AST]


@dataclass(frozen=True)
class Mutant:
    """One change: in which module, on which line, what it is, and the whole changed text."""

    module: str
    line: int
    what: str
    text: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its text."""
    tree = ast.parse(source)
    typing = {id(inner) for node in ast.walk(tree) for part in _annotations(node) for inner in ast.walk(part)}
    for index, node in enumerate(ast.walk(tree)):
        for edit in _edits(node) if id(node) not in typing else ():
            other = copy.deepcopy(tree)
            target = next(one for at, one in enumerate(ast.walk(other)) if at == index)
            new = edit(target)
            if new is not target:
                other = ast.fix_missing_locations(_Put(target, new).visit(other))
            line = getattr(node, "lineno", 0) or node.target.lineno  # type: ignore[attr-defined]
            yield Mutant(module, line, f"{_shown(node)}  ->  {_shown(new)}", ast.unparse(other))


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """What only the type checker reads."""
    for field in ("annotation", "returns"):
        part = getattr(node, field, None)
        if part is not None:
            yield part


class _Put(ast.NodeTransformer):
    """Puts a node in the place of another one."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


def _shown(node: ast.AST) -> str:
    text = f"if {ast.unparse(node.test)}" if isinstance(node, ast.If | ast.While) else ast.unparse(node)
    line = " ".join(text.split())
    return line if len(line) < 100 else line[:97] + "..."


def _edits(node: ast.AST) -> Iterator[Edit]:
    """Every change of one node."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            yield from (_with(f"ops/{at}", other()) for other in SWAPS[type(op)])
    elif isinstance(node, ast.BoolOp):
        yield _with("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        yield from (_part(at) for at in range(len(node.values)))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _take("operand")
    elif isinstance(node, ast.If | ast.IfExp):
        yield from (_with("test", ast.Constant(answer)) for answer in (True, False))
    elif isinstance(node, ast.comprehension):
        yield from (_with(f"ifs/{at}", ast.Constant(True)) for at in range(len(node.ifs)))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OPPOSITE:
        yield _with("func", ast.Name(OPPOSITE[node.func.id], ast.Load()))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
        yield _take("left")
        yield _take("right")


def _with(where: str, new: ast.AST) -> Edit:
    """A part of a node becomes another one."""
    name, _, at = where.partition("/")

    def edit(node: Any) -> ast.AST:
        if at:
            getattr(node, name)[int(at)] = new
        else:
            setattr(node, name, new)
        return ast.fix_missing_locations(node)  # type: ignore[no-any-return]

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


# --------------------------------------------------------------------------------------------------- trying


def engine() -> list[str]:
    """The modules that judge a year: everything of the flow that ``cycle`` uses."""
    uses = {
        path.stem: path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py") if path.stem not in ONLY_VALUES
    }
    found = {"cycle"}
    while more := {one for one in uses if any(f"paraf.alur.{one} import" in uses[user] for user in found)} - found:
        found |= more
    return sorted(found)


def importers(name: str) -> list[str]:
    """The modules of the flow that are loaded again after ``name``: those that use it, in the order in which they load."""
    wanted = {name}
    uses = {
        path.stem: path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py") if path.stem not in ONLY_VALUES
    }
    while True:
        more = {
            other for other, text in uses.items() if any(f"paraf.alur.{one} import" in text for one in wanted)
        } - wanted
        if not more:
            break
        wanted |= more
    ordered: list[str] = []

    def place(one: str) -> None:
        for other in sorted(wanted - {one}):
            if f"paraf.alur.{other} import" in uses[one] and other not in ordered:
                place(other)
        if one not in ordered:
            ordered.append(one)

    for one in sorted(wanted):
        place(one)
    return ordered


def noticed(mutant: Mutant, histories: int) -> bool:
    """Whether a case fails; runs in a process of its own, so nothing is put back."""
    for name in importers(mutant.module):
        module = importlib.import_module(f"paraf.alur.{name}")
        text = mutant.text if name == mutant.module else Path(module.__file__ or "").read_text(encoding="utf-8")
        exec(compile(text, str(module.__file__), "exec"), module.__dict__)
    evaluate = importlib.import_module("paraf.alur.cycle").evaluate_cycle
    cases = importlib.import_module("alur.test_cases")
    cases.evaluate_cycle = evaluate  # type: ignore[attr-defined]
    if any(cases.differences(case) != usual for case, usual in CASES):
        return True
    random_ones, made = importlib.import_module("property.test_alur"), importlib.import_module("property.histories")
    random_ones.evaluate_cycle = evaluate  # type: ignore[attr-defined]
    for number in range(histories):
        told = made.history(random.Random(number).randbytes(made.LONG))
        judged = {pull for pull, passes in random_ones.Judge(told.policy, told.facts).passing.items() if passes}
        if random_ones.passing(random_ones.answer(told)) != judged:
            return True
    return False


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def tried(job: tuple[Mutant, int]) -> tuple[Mutant, bool]:
    """A mutant, and whether it is noticed; an exception or running on is noticed as well."""
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(LIMIT)
    try:
        found = noticed(*job)
    except Exception:
        found = True
    finally:
        signal.alarm(0)
    return job[0], found


def main() -> None:
    """Makes the mutants, tries them, lists the survivors."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--hanya", default="", help="modul, dipisahkan koma")
    asked.add_argument("--proses", type=int, default=2)
    asked.add_argument("--acak", type=int, default=0, help="sekian riwayat acak sesudah kasus")
    told = asked.parse_args()
    names = told.hanya.split(",") if told.hanya else engine()
    made = [mutant for name in names for mutant in mutants(name, (PACKAGE / f"{name}.py").read_text(encoding="utf-8"))]
    begun = time.perf_counter()
    # A fresh process for every mutant: it begins as a copy of this one, with the cases' own modules loaded already.
    cases, story = importlib.import_module("alur.test_cases"), importlib.import_module("alur.story")
    importlib.import_module("property.test_alur")
    # The whole years first: they notice the most.
    for path in reversed(story.case_files()):
        case = story.read_case(path)
        CASES.append((case, cases.differences(case)))
    survivors = []
    with multiprocessing.get_context("fork").Pool(told.proses, maxtasksperchild=1) as pool:
        for mutant, found in pool.imap(tried, [(mutant, told.acak) for mutant in made]):
            if not found:
                survivors.append(mutant)
                sys.stdout.write(f"{mutant.module}.py:{mutant.line}: {mutant.what}\n")
                sys.stdout.flush()
    seconds = time.perf_counter() - begun
    sys.stdout.write(f"{len(made)} mutan, {len(survivors)} tidak ketahuan, {seconds:.0f} detik\n")


if __name__ == "__main__":
    main()
