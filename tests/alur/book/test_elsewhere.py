"""Two copies of a book: the same, one behind the other, or one of them rewritten."""

from alur.book.handmade import BOOKS, YEAR
from paraf.alur.book.elsewhere import only_one_has, unlike_main

FIRST, *_, LAST = sorted(BOOKS)
SHORTER = {name: data for name, data in BOOKS.items() if name != LAST}


def test_the_same_book_is_the_same() -> None:
    assert [*unlike_main(BOOKS, BOOKS, YEAR)] == []
    assert [*only_one_has(BOOKS, BOOKS)] == []


def test_a_file_that_differs_is_a_problem_with_its_place() -> None:
    (problem,) = unlike_main(BOOKS, BOOKS | {FIRST: b"lain"}, YEAR)
    assert problem.place.file == f"lakip/{YEAR}/buku/{FIRST}"
    assert problem.said == "Berkas buku ini tidak sama dengan yang ada pada naskah resmi di GitHub."


def test_a_copy_that_is_behind_or_ahead_is_told_and_is_no_problem() -> None:
    assert [*unlike_main(SHORTER, BOOKS, YEAR)] == []
    assert [*unlike_main(BOOKS, SHORTER, YEAR)] == []
    assert [*only_one_has(SHORTER, BOOKS)] == [f"Buku di GitHub sudah memuat {LAST}; salinan ini tertinggal."]
    assert [*only_one_has(BOOKS, SHORTER)] == [
        f"Salinan ini memuat {LAST}, yang belum ada pada naskah resmi di GitHub."
    ]
