"""Every sentence that the engine says in any case, read for form; ``python tests/alur/test_sentences.py`` prints the list.

The list is for somebody who reads it aloud as a Kasubag would who never used Git.
"""

import re
import sys
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.story import FOLDER, read_case  # noqa: E402
from paraf.alur.cycle import evaluate_cycle  # noqa: E402
from paraf.alur.sentences import moment  # noqa: E402
from paraf.alur.states import Cycle  # noqa: E402

FOREIGN = re.compile(
    r"\b(merge|push|pull request|branch|commit|rebase|review|approve|reviewer|head|base)\b", re.IGNORECASE
)


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence once, whatever numbers, dates and names stand in it."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.rglob("*/*.txt")):
        for at in read_case(path).checkpoints:
            for said in said_in(evaluate_cycle(at.policy, at.facts, at.now)):
                found.setdefault(re.sub(r"\d+", "0", said), said)
    return tuple(sorted(found.values()))


def said_in(cycle: Cycle) -> list[str]:
    """Everything that an answer says."""
    steps = [step.sentence for step in cycle.steps]
    reasons = [reason for verdict in cycle.verdicts for reason in verdict.reasons]
    return [*steps, *reasons, *(verdict.next.sentence for verdict in cycle.verdicts), *cycle.oddities, *cycle.doubts]


def test_every_sentence_is_one() -> None:
    """It ends with a full stop, has no double blank, and begins with a capital or with the name of a file."""
    odd = [
        said
        for said in sentences()
        if not said.endswith(".") or "  " in said or not re.match(r"[A-Z]|[a-z0-9./-]+[/.][a-z0-9]", said)
    ]
    assert odd == []


def test_no_word_of_git_where_an_office_word_exists() -> None:
    own = [re.sub(r"\S*[/.]\S*|\(fork\)", "", said) for said in sentences()]
    assert [said for said in own if FOREIGN.search(said)] == []
    assert FOREIGN.search("Menunggu review"), "the probe finds one"


def test_a_moment_has_the_letters_of_its_zone_where_it_has_any() -> None:
    at = datetime(2026, 2, 9, 9, 14)
    assert moment(at.replace(tzinfo=timezone(timedelta(hours=7), "WIB"))) == "9 Februari 2026 pukul 09.14 WIB"
    assert moment(at.replace(tzinfo=timezone(timedelta(hours=7)))) == "9 Februari 2026 pukul 09.14"


def test_there_are_many() -> None:
    """The cases reach every kind of reason; far fewer would mean that nothing was read."""
    assert len(sentences()) > 100


if __name__ == "__main__":
    sys.stdout.write("\n".join(sentences()) + "\n")
