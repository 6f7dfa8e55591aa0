"""Which sentences of a page come from a chapter that nobody approved."""

import pytest

from paraf.alur.leaks import leaks, shared, told_apart

LONG = "Capaian indeks layanan dasar tahun ini naik menjadi sembilan puluh persen"
CHAPTER = f"## Capaian\n\n{LONG}.\nSingkat saja.\n"


@pytest.mark.parametrize(
    ("page", "before", "chapters", "wanted"),
    [
        (f"# Halaman\n\n{LONG}.", "", [CHAPTER], [LONG]),
        (f"Kata orang: {LONG.upper()}!", "", [CHAPTER], [LONG]),
        (f"{LONG.replace(' ', chr(10))}, dan seterusnya", "", [CHAPTER], [LONG]),
        (f"{LONG}.", f"{LONG}.", [CHAPTER], []),
        ("Singkat saja.", "", [CHAPTER], []),
        ("Sama sekali lain.", "", [CHAPTER], []),
        (f"{LONG}.", "", [], []),
        (f"{LONG}.", "", [CHAPTER, CHAPTER], [LONG]),
        ("Satu dua tiga empat lima enam tujuh delapan.", "", ["Satu dua tiga empat lima enam tujuh."], []),
        (
            "Satu dua tiga empat lima enam tujuh delapan.",
            "",
            ["Satu dua tiga empat lima enam tujuh delapan."],
            ["Satu dua tiga empat lima enam tujuh delapan."],
        ),
    ],
)
def test_leaks(page: str, before: str, chapters: list[str], wanted: list[str]) -> None:
    """Marks, case and line ends hide nothing; short phrases and what stood there before are nobody's."""
    assert list(leaks(page, before, chapters)) == wanted


def test_sentences_long_enough_are_told_apart_by_their_words() -> None:
    eight = "Satu dua tiga empat lima enam tujuh delapan"
    assert told_apart([f"{eight}.\n{eight.upper()}!\nSatu dua tiga empat lima enam tujuh."]) == {
        f" {eight.casefold()} ": eight
    }
    assert told_apart([]) == {}


def test_a_page_shares_what_it_holds() -> None:
    sentences = told_apart([LONG, LONG.replace("naik", "turun")])
    assert list(shared(f"# Halaman\n\n{LONG}.", sentences).values()) == [LONG]
    assert shared("# Halaman", sentences) == {}
