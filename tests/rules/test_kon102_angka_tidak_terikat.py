"""What is offered for a figure without a source: its call where it is said of an indicator, else a form to be filled in."""

import pytest

from paraf.rules.kon102_angka_tidak_terikat import check
from rules.speech import report_with


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("Capaian IKU-1 yang diraih 83%.", 'Periksa angkanya, lalu pakai panggilan, misalnya {{ capaian("IKU-1") }}.'),
        ("Ada 45 orang.", 'Tulis {{ angka("45", "sumber") }}, dan ganti “sumber” dengan nama dokumennya.'),
        ("Ada 1.500 orang.", 'Tulis {{ angka("1500", "sumber") }}, dan ganti “sumber” dengan nama dokumennya.'),
        ("Ada 1.234,5 ton.", 'Tulis {{ angka("1.234,5", "sumber") }}, dan ganti “sumber” dengan nama dokumennya.'),
    ],
)
def test_what_is_offered(text: str, repair: str) -> None:
    (seen,) = check(report_with(text))
    assert seen.repair == repair
