"""SOP110, beyond its cases: the words, and how many sentences are enough."""

import pytest

from paraf.finding import Severity
from rules.build import load, only, row, said, with_steps


@pytest.mark.parametrize(
    ("count", "messages"),
    [
        (0, ["Caranya belum ditulis."]),
        (1, ["Caranya baru terdiri atas 1 kalimat; yang diharapkan 3 sampai 6 kalimat."]),
        (2, ["Caranya baru terdiri atas 2 kalimat; yang diharapkan 3 sampai 6 kalimat."]),
        (3, []),
        (6, []),
        (7, ["Caranya terdiri atas 7 kalimat; yang diharapkan 3 sampai 6 kalimat."]),
    ],
)
def test_three_to_six_sentences(count: int, messages: list[str]) -> None:
    more = f"cara: [{', '.join(['Kalimat contoh.'] * count)}]"
    assert said("SOP110", load(with_steps(row(more=more)))) == messages


def test_the_other_words() -> None:
    finding = only("SOP110", load(with_steps(row())))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.CATATAN)
    assert finding.repair == "Tulis 3 sampai 6 kalimat di 'cara', satu tindakan satu kalimat."
