"""States on screen: every one its own shape and word."""

import re

import pytest

from helpers import ROOT
from paraf.views.status import Status, icon, mark

STYLE = (ROOT / "scripts" / "tema" / "aset" / "panduan.css").read_text(encoding="utf-8")


def test_shapes_and_words_differ() -> None:
    assert len({status.value.shape for status in Status}) == len(Status)
    assert len({status.value.word for status in Status}) == len(Status)


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name)
def test_a_mark_says_its_word_and_has_a_colour(status: Status) -> None:
    marked = mark(status)
    assert marked.endswith(f"</svg>{status.value.word}</span>")
    assert 'aria-hidden="true"' in icon(status)
    kind = re.search(r'class="tanda (tanda-[a-z-]+)"', marked)
    assert kind is not None
    assert re.search(rf"\.{kind[1]}[ ,]", STYLE)
