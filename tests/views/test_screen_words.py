"""The forge's words: only for the acts a role performs."""

from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Merge, Submit, Write
from paraf.views.screen_words import screen_table, screen_words


def test_only_the_acts_of_the_role_are_explained() -> None:
    assert [row[0] for row in screen_words([Approve(oleh="x"), Approve(oleh="x")])] == [
        "baca perubahan",
        "setujui",
        "kembalikan",
    ]
    everything: list[AnyCondition] = [
        Write(oleh="x"),
        Submit(oleh="x", ke="y"),
        Approve(oleh="x"),
        Evidence(oleh="x", isi=("n",)),
        Merge(oleh="x"),
    ]
    assert len(list(screen_words(everything))) == 9


def test_english_words_are_marked_as_english() -> None:
    assert '<span lang="en">Squash and merge</span>' in screen_table([Merge(oleh="x")])
