"""How long one year takes to judge: seven papers, with so many events as a busy office makes, and with ten times as many.

Run ``python tests/bench/alur.py``; it prints milliseconds of CPU and the ratio of ten times the events to one time. The bar
is 10 ms for 200 events, and a ratio near 10.
"""

import sys
import time
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.story import read_case  # noqa: E402
from paraf.alur.cycle import evaluate_cycle  # noqa: E402
from paraf.alur.facts import Comment, Facts, Pull  # noqa: E402

REPORT_FILES = 60
STEP = timedelta(milliseconds=1)


def busier(facts: Facts, more: int) -> Facts:
    """The same year with ``more`` pushes and comments, spread over its pull requests right after they are opened."""
    each = more // (2 * len(facts.pulls))
    return replace(facts, pulls=tuple(_busier(pull, each) for pull in facts.pulls))


def _busier(pull: Pull, more: int) -> Pull:
    first = pull.versions[0]
    assert first.at
    path = min(first.touched)
    other = {**first.tree, path: replace(first.tree[path], sha256="f" * 64)}
    pushes, words = [first], list(pull.comments)
    for number in range(1, more + 1):
        tree = other if number % 2 else first.tree
        at = first.at + number * STEP
        pushes.append(replace(first, at=at, tree=tree, touched=frozenset({path})))
        words.append(Comment(id=900_000 + number, by=pull.author, at=at, text="/ajukan"))
    back = replace(first, at=first.at + (more + 1) * STEP, touched=frozenset({path}))
    return replace(pull, versions=(*pushes, back, *pull.versions[1:]), comments=tuple(words))


def events(facts: Facts) -> int:
    """Everything that happened in a year."""
    return sum(
        len(one.versions)
        + len(one.reviews)
        + len(one.comments)
        + len(one.namings)
        + len(one.readies)
        + len(one.spans)
        + 1
        for one in facts.pulls
    )


def main() -> None:
    """Print the figures."""
    checkpoint = read_case(ROOT / "tests" / "cases" / "alur" / "tahun" / "lengkap.txt").checkpoints[-1]
    took = {}
    for more in (0, 140, 1940, 19940):
        facts = busier(checkpoint.facts, more)
        best = min(_once(checkpoint, facts) for _ in range(20 if more < 10_000 else 3))
        took[more] = best
        sys.stdout.write(f"{events(facts):>6} kejadian, {len(facts.pulls)} PR: {best * 1000:.2f} ms\n")
    sys.stdout.write(f"sepuluh kali kejadian, {took[19940] / took[1940]:.1f} kali lama\n")


def _once(checkpoint: object, facts: Facts) -> float:
    began = time.process_time()
    evaluate_cycle(checkpoint.policy, facts, checkpoint.now)  # type: ignore[attr-defined]
    return time.process_time() - began


if __name__ == "__main__":
    main()
