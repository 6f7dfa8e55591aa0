"""Days are told with their weekday."""

from datetime import date

import pytest

from alur.world import START
from paraf.views.forge.days import day, moment, short


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (date(2026, 2, 9), "Senin, 9 Februari 2026"),
        (date(2026, 2, 13), "Jumat, 13 Februari 2026"),
        (date(2027, 2, 28), "Minggu, 28 Februari 2027"),
    ],
)
def test_days(at: date, said: str) -> None:
    assert day(at) == said


def test_moments_and_short_days() -> None:
    assert moment(START, "WIB") == "Senin, 5 Januari 2026 pukul 08.00 WIB"
    assert short(date(2026, 8, 17)) == "17 Agu"
