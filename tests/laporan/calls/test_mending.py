"""What a writer meant: a refused call that is offered mended is one that can be read."""

import pytest

from paraf.laporan.calls.mending import arguments_in, near_id, written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("serapan(SS-1)", ["SS-1"]),
        (' capaian ( “IKU-1” , 2024 ) ', ["IKU-1", "2024"]),
        ("tahun()", []),
        ("tahun", None),
        ("terbilang(tahun())", None),
        ("realisasi(IKU-1,)", None),
        ("realisasi(<b>)", None),
    ],
)  # fmt: skip
def test_the_words_of_a_call(text: str, words: list[str] | None) -> None:
    assert arguments_in(text) == words


@pytest.mark.parametrize(
    ("words", "accepted", "call"),
    [
        (["IKU-1", "2024"], [(str,), (int,)], 'x("IKU-1", 2024)'),
        (["IKU-1", "2024"], [(str,)], 'x("IKU-1", "2024")'),
        (["TW2"], [(int,)], None),
        ([], [], "x()"),
        (["a"], [], None),
    ],
)
def test_words_are_written_as_their_place_wants_them(
    words: list[str], accepted: list[tuple[type, ...]], call: str | None
) -> None:
    assert written("x", words, accepted) == call


def test_a_near_id_has_the_same_number() -> None:
    known = ["SS-1", "IKU-1", "IKU-10", "umum"]
    assert [near_id(name, known) for name in ("iku10", "IKU-2", "SS 1", "?", "umum")] == [
        "IKU-10",
        None,
        "SS-1",
        None,
        None,
    ]
