"""The difference that repairs make, as the reader sees it, and one line that counts it."""

from paraf.finding import Fix, Place
from paraf.views.repairs import Repair, difference, done

ONE = Repair(
    "a.md", "satu\nanalisa\ntiga\nempat\n", "satu\nanalisis\ntiga\nempat\n", (Fix(Place("a.md", 2, 1), "a", "b"),)
)


def test_the_difference_names_the_file_in_indonesian() -> None:
    assert difference(ONE).splitlines() == [
        "Perbaikan pada a.md:",
        "--- semula   a.md",
        "+++ menjadi  a.md",
        "@@ -1,3 +1,3 @@",
        " satu",
        "-analisa",
        "+analisis",
        " tiga",
    ]


def test_one_line_says_how_much() -> None:
    assert done([ONE, ONE], trial=False) == "Sudah diperbaiki: 2 tempat di 2 berkas."
    assert done([ONE], trial=True) == "Dapat diperbaiki: 1 tempat di 1 berkas. Tidak ada yang ditulis."
    assert done([], trial=True) == "Tidak ada yang dapat diperbaiki otomatis."
