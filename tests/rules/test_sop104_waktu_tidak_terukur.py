"""SOP104, beyond its cases: the reason of each kind of cell, and the cell itself where there is one to quote."""

import pytest

from paraf.finding import Severity
from rules.build import load, only, row, with_steps


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("", "Waktunya tidak terukur: kolom waktu kosong."),
        ('"-"', "Waktunya tidak terukur: kolom waktu berisi tanda hubung (“-”)."),
        ("Segera", "Waktunya tidak terukur: kata-kata, bukan lama waktu (“Segera”)."),
        ("5", "Waktunya tidak terukur: angka tanpa satuan waktu (“5”)."),
        ("10 - 5 Menit", "Waktunya tidak terukur: rentang waktunya terbalik (“10 - 5 Menit”)."),
    ],
)
def test_the_message_gives_the_reason_and_quotes_the_cell(cell: str, message: str) -> None:
    assert only("SOP104", load(with_steps(row(waktu=cell)))).message == message


def test_the_other_words() -> None:
    finding = only("SOP104", load(with_steps(row(1), row(2, waktu="Segera"))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.CATATAN)
    assert finding.repair == (
        "Cocokkan dengan lembar SOP; bila memang begitu, usulkan waktu yang terukur saat SOP direvisi."
    )
