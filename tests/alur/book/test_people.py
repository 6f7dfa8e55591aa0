"""Who stood where on a day: one role at a time, one day at a time, whatever else somebody holds or held."""

from datetime import date

import pytest

from paraf.alur.book.people import People, Standing
from paraf.sop.forms.officials import OfficialsFile, Person, Term

DAY = date(2026, 1, 8)
FILE = OfficialsFile(
    skema=1,
    orang=(Person(kunci="ani", nama="Ani", akun="ani", id=1), Person(kunci="budi", nama="Budi")),
    masa_jabatan=(
        Term(peran="sekdin", orang="ani", kedudukan="definitif", mulai=date(2025, 1, 2), sk="SK 1"),
        Term(
            peran="sekdin", orang="ani", kedudukan="plt", mulai=date(2024, 1, 2), sk="SK 2", selesai=date(2024, 12, 31)
        ),
        Term(peran="kadin", orang="ani", kedudukan="plt", mulai=DAY, sk="SK 3", selesai=DAY),
        Term(peran="staf", orang="budi", kedudukan="definitif", mulai=DAY, sk="SK 4"),
    ),
)


@pytest.mark.parametrize(
    ("role", "day", "standing"),
    [
        ("sekdin", DAY, "definitif"),
        ("sekdin", date(2024, 12, 31), "plt"),
        ("sekdin", date(2025, 1, 1), None),
        ("kadin", DAY, "plt"),
        ("kadin", date(2026, 1, 9), None),
    ],
)
def test_a_standing_is_of_its_role_and_its_day(role: str, day: date, standing: Standing | None) -> None:
    people = People(FILE)
    assert people.standing(people.of(1), role, day) == standing
    assert people.holds(1, role, day) is (standing is not None)


def test_an_unknown_account_holds_nothing_and_has_no_name() -> None:
    people = People(FILE)
    assert people.of(2) is None
    assert people.name(2) == "akun nomor 2"
    assert not people.holds(2, "sekdin", DAY)


def test_who_signs_is_the_one_holder_also_without_an_account() -> None:
    people = People(FILE)
    assert people.signer("staf", DAY) == FILE.orang[1]
    assert people.signer("staf", date(2026, 1, 7)) is None
