"""Mutants of the flow: which change of a comparison, a condition or an early return does no case notice?

    python tests/bench/mutan.py [--hanya walk,cycle] [--proses 2] [--acak 200]

Each mutant (``mutants.py``) takes the place of its module in memory, and the cases of ``tests/cases/alur`` are asked in one
process until one fails (``--acak``: then so many random histories); what they do not notice is shown to the other tests of
the flow. Survivors are printed with file, line and change unless ``mutan-selamat.txt`` tells why they may live; then the exit
code is 0. Not part of the suite.
"""

import argparse
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import multiprocessing
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from multiprocessing.pool import ThreadPool
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from bench.mutants import PACKAGE, SURVIVORS, Mutant, let_live, modules, mutants, source  # noqa: E402

LIMIT = 60
"""Seconds after which a mutant that runs on counts as noticed."""
CASES: list[tuple[Any, list[str]]] = []
"""Every case, with how it differs without any change; read once, before the processes part."""
TESTS = (
    *(
        "alur/test_year.py",
        "alur/test_walk.py",
        "alur/test_standing.py",
        "alur/test_answer.py",
        "alur/test_supposing.py",
    ),
    *(
        "alur/test_appointing.py",
        "alur/test_leaks.py",
        "alur/test_content.py",
        "alur/test_sentences.py",
        "alur/test_settled.py",
        "alur/test_sample.py",
        "alur/test_snapshot.py",
        "alur/book",
        "views/test_position.py",
    ),
    *("views/test_book_words.py", "views/test_flow_words.py"),
)
FIRST = {
    "appointing": "alur/test_appointing.py",
    "leaks": "alur/test_leaks.py",
    "content": "alur/test_content.py",
    "book": "alur/book",
    "settled": "alur/test_settled.py",
    "snapshot": "alur/test_snapshot.py",
    "supposing": "alur/test_supposing.py",
    "answer": "alur/test_answer.py",
}
"""Which tests notice the most of a module, by the beginning of its name."""


@cache
def uses(module: str) -> frozenset[str]:
    """The modules of the flow that a module loads."""
    found = re.findall(r"^from (paraf\.alur[\w.]*) import (\([^)]+\)|.+)", source(module), re.MULTILINE)
    parts = {f"{start}.{name}" for start, names in found for name in re.findall(r"\w+", names)}
    return frozenset(
        one for one in modules() if any(f"paraf.alur.{one}" in (name, name.rpartition(".")[0]) for name in parts)
    )


def engine() -> set[str]:
    """The modules that judge a year: everything of the flow that ``cycle`` uses."""
    found = {"cycle"}
    while more := {one for user in found for one in uses(user)} - found:
        found |= more
    return found


def importers(name: str) -> list[str]:
    """The modules of the flow that are loaded again after ``name``: those that use it, in the order in which they load."""
    wanted = {name}
    while more := {other for other in modules() if uses(other) & wanted} - wanted:
        wanted |= more
    ordered: list[str] = []

    def place(one: str) -> None:
        if one not in ordered:
            for other in sorted(uses(one) & wanted):
                place(other)
            ordered.append(one)

    for one in sorted(wanted):
        place(one)
    return ordered


def noticed(mutant: Mutant, histories: int) -> bool:
    """Whether a case, or a random history, comes out differently; runs in a process of its own, so nothing is put back."""
    for name in importers(mutant.module):
        module = importlib.import_module(f"paraf.alur.{name}")
        text = mutant.text() if name == mutant.module else source(name)
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


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads a mutant where its module is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.text = f"paraf.alur.{mutant.module}", mutant.text()
        self.path = str(PACKAGE.joinpath(*mutant.module.split(".")).with_suffix(".py"))

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Only its own module."""
        return (
            importlib.util.spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None
        )

    def exec_module(self, module: ModuleType) -> None:
        """The changed text in the place of the file."""
        exec(compile(self.text, self.path, "exec"), module.__dict__)


def tested(mutant: Mutant) -> Mutant | None:
    """A mutant that no other test of the flow notices, in a new process with it in the place of its module."""
    return None if fails(f"{mutant.module}/{mutant.node}/{mutant.edit}") else mutant


def fails(mutant: str) -> bool:
    """Whether a test of the flow fails; running on is noticed as well."""
    try:
        done = subprocess.run([sys.executable, __file__, "--uji", mutant], check=False, timeout=5 * LIMIT)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def run_tests(asked: str) -> int:
    """The other tests of the flow, in this process."""
    first = []
    if asked:
        name, node, edit = asked.split("/")
        mutant = next(one for one in mutants(name) if (one.node, one.edit) == (int(node), int(edit)))
        sys.meta_path.insert(0, Instead(mutant))
        first = [test for start, test in FIRST.items() if name.startswith(start)]
    paths = [str(ROOT / "tests" / test) for test in dict.fromkeys([*first, *TESTS])]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return pytest.main(["-x", "-q", "-p", "no:cacheprovider", *paths])


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def tried(job: tuple[Mutant, int, bool]) -> tuple[Mutant, bool]:
    """A mutant, and whether it is noticed; an exception or running on is noticed as well."""
    mutant, histories, judges = job
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(LIMIT)
    try:
        found = judges and noticed(mutant, histories)
    except Exception:
        found = True
    finally:
        signal.alarm(0)
    return mutant, found


def read_cases() -> None:
    """Every case, the whole years first: they notice the most."""
    cases, story = importlib.import_module("alur.test_cases"), importlib.import_module("alur.story")
    importlib.import_module("property.test_alur")
    for path in reversed(story.case_files()):
        case = story.read_case(path)
        CASES.append((case, cases.differences(case)))


def main() -> int:
    """Makes the mutants, tries them, lists the survivors."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--hanya", default="", help="modul, dipisahkan koma")
    asked.add_argument("--proses", type=int, default=2)
    asked.add_argument("--acak", type=int, default=0, help="sekian riwayat acak sesudah kasus")
    asked.add_argument("--semua", action="store_true", help="tampilkan juga yang dibiarkan dengan alasan")
    asked.add_argument("--kasus", action="store_true", help="hanya kasus, tanpa uji lain (jauh lebih cepat)")
    asked.add_argument("--ulang", type=Path, help="hanya yang dicetak ke berkas ini oleh jalan sebelumnya")
    asked.add_argument("--uji", help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.uji is not None:
        return run_tests(told.uji)
    if not told.kasus and fails(""):
        sys.stdout.write("Uji alur gagal tanpa mutan pun. Perbaiki dahulu.\n")
        return 1
    names = told.hanya.split(",") if told.hanya else modules()
    known = let_live(SURVIVORS.read_text(encoding="utf-8"))
    begun, judging = time.perf_counter(), engine()
    made = [mutant for name in names for mutant in mutants(name) if told.semua or mutant.key not in known]
    if told.ulang:
        printed = told.ulang.read_text(encoding="utf-8").splitlines()
        again_keys = {line.partition(": ")[2].partition("  [")[0] for line in printed}
        made = [mutant for mutant in made if mutant.key in again_keys]
    read_cases()
    # A fresh process for every mutant: it begins as a copy of this one, with the cases' own modules loaded already.
    context = multiprocessing.get_context("fork")
    survivors = []
    with context.Pool(told.proses, maxtasksperchild=1) as pool, ThreadPool(told.proses) as threads:
        jobs = ((mutant, told.acak, mutant.module in judging) for mutant in made)
        open_ones = (mutant for mutant, found in pool.imap(tried, jobs) if not found)
        again = open_ones if told.kasus else threads.imap(tested, open_ones)
        for mutant in (one for one in again if one):
            survivors.append(mutant)
            why = f"  [{known[mutant.key]}]" if mutant.key in known else ""
            sys.stdout.write(f"{mutant.line}: {mutant.key}{why}\n")
            sys.stdout.flush()
    bare = [mutant for mutant in survivors if mutant.key not in known]
    seconds = time.perf_counter() - begun
    everything = sum(len(mutants(name)) for name in names)
    sys.stdout.write(
        f"{everything} mutan, {everything - len(made)} tidak dicoba karena beralasan, {len(survivors)} tidak ketahuan,"
        f" {len(bare)} tanpa alasan, {seconds:.0f} detik\n"
    )
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main())
