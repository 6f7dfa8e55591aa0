"""Years: of the plan, and sentences that compare, refer, or tell results."""

import pytest

from paraf.rules.years import compares, plan_years, refers, tells_results
from rules.speech import report_with, sentence, without


def test_the_plan_is_from_its_name_to_its_end() -> None:
    assert plan_years(report_with().report) == frozenset(range(2021, 2027))
    assert plan_years(without("data/kinerja.yml").report) == frozenset()


@pytest.mark.parametrize(
    ("text", "compared", "referred", "told"),
    [
        ("Naik dibanding tahun 2024.", True, False, False),
        ("Sampai tahun 2024.", True, False, False),
        ("Seperti tahun lalu pada tahun 2024.", True, False, False),
        ("Lalu pada tahun 2024.", False, False, False),
        ("Evaluasi tahun 2024.", False, True, False),
        ("Realisasi tahun 2024.", False, False, True),
    ],
)
def test_company(text: str, compared: bool, referred: bool, told: bool) -> None:
    said = sentence(text)
    assert (compares(said, text.index("2024")), refers(said), tells_results(said)) == (compared, referred, told)
