"""Editions beside each other: which one is to be read, which one replaced another, what may be compared."""

from msgspec.structs import replace

from paraf.terbit.edition import Published
from paraf.views.terbit.shelf import shelves
from views.terbit.editions import CLOCK, REPO, closing_annex, first, later, shelf_of, withdrawing, year_of

GONE = "tahun: 2025, versi: {}, tanggal: 2026-06-01, alasan: Salah ketik"


def test_the_newest_version_that_was_not_withdrawn_is_shown() -> None:
    editions = (first(), later(2), later(3))
    numbers = {
        (): 3,
        (3,): 2,
        (2, 3): 1,
        (1, 2, 3): None,
    }
    for gone, number in numbers.items():
        shelf = shelf_of(*editions, repo=withdrawing(*(GONE.format(one) for one in gone)) if gone else REPO)
        assert (shelf.shown.edition.number if shelf.shown else None) == number
        assert shelf.newest.edition.number == 3


def test_years_stand_in_order() -> None:
    found = shelves(REPO, Published((year_of(2026), first(), year_of(2024))), CLOCK)
    assert [shelf.year for shelf in found] == [2024, 2025, 2026]


def test_a_version_is_compared_with_the_one_before_unless_that_may_not_come_out_again() -> None:
    shelf = shelf_of(first(), later(2))
    assert shelf.compared(shelf.volumes[0]) is None
    assert shelf.compared(shelf.volumes[1]) is shelf.volumes[0]
    gone = shelf_of(first(), later(2), repo=withdrawing(GONE.format(1)))
    assert gone.compared(gone.volumes[1]) is None
    closed = shelf_of(first(), later(2), repo=closing_annex("iku"), ppid=True)
    assert closed.compared(closed.volumes[1]) is None


def test_a_report_that_does_not_say_what_it_is_called() -> None:
    edition = first()
    bare = replace(edition, source=replace(edition.source, report=replace(edition.source.report, identity=None)))
    volume = shelf_of(bare).newest
    assert (volume.title, volume.short) == ("Laporan Kinerja Tahun 2025", "Laporan 2025")
    assert shelf_of(edition).newest.short == "LAKIP 2025"
