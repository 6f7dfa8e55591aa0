"""Since when a paper lies with somebody: not since before it was sent back to others, nor since before its text changed."""

import pytest

from paraf.views.forge.lying import since
from views.forge.shown import desk, last, turn

B4 = "jalan 1 rencana-kerja\njalan 2 data-lakip\njalan 3 draf-awal sampai B5"
A3 = "jalan 1 nota-dinas sampai A3"


def began(story: str, number: int) -> str:
    """The minute since when it lies there."""
    moment = last(story)
    found = since(desk(moment), turn(moment, number))
    return f"{found:%H.%M}" if found else ""


def clock(story: str) -> str:
    """The minute of a story's last event; the gate looks a minute later."""
    return f"{last(story).now:%H.%M}"


RETURNED = f"{B4}\n3 kembalikan sekdin: salah"


@pytest.mark.parametrize(
    ("story", "until", "number"),
    [
        # Handed over or approved: since then.
        (B4, B4, 3),
        (A3, A3, 1),
        # Sent back: since then; mended by the Tim: since then, not since the text was first written.
        (RETURNED, RETURNED, 3),
        (f"{RETURNED}\n3 dorong tim-satu: 01-pendahuluan.md=dua", f"{RETURNED}\n3 dorong tim-satu: 01-pendahuluan.md=dua", 3),
        # Evidence is no change of the text.
        (f"{RETURNED}\n3 dorong tim-satu: 01-pendahuluan.md=dua\n3 dorong staf: bukti/b7.yml=x",
         f"{RETURNED}\n3 dorong tim-satu: 01-pendahuluan.md=dua", 3),
        # What lapsed lies there since the text changed; what came back does since the act that holds again.
        (f"{A3}\n1 dorong kasubag: nota-dinas.md=dua", f"{A3}\n1 dorong kasubag: nota-dinas.md=dua", 1),
    ],
)  # fmt: skip
def test_a_paper_lies_there_since_what_happened_last_to_it(story: str, until: str, number: int) -> None:
    at = began(story, number)
    minute = int(clock(until)[3:]) - 1
    assert at == f"{clock(until)[:2]}.{minute:02d}"


def test_what_is_no_paper_lies_nowhere() -> None:
    assert began("1 buka staf: /docs/a.md=b", 1) == ""
