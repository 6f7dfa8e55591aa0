"""SOP113, beyond its cases: the two messages, and the label as the sheet writes it."""

import pytest

from helpers import findings_of
from paraf.finding import Severity
from paraf.sop.repository import Repository
from rules.build import load, only, row, with_steps


def drawn(shape: str, arrows: str) -> Repository:
    more = f"gambar: {{pelaksana: [penerima], simbol: [{{bentuk: {shape}}}], lanjut: [{arrows}]}}"
    return load(with_steps(row(1, more), row(2)))


@pytest.mark.parametrize(("answer", "label"), [("ya", "Ya"), ("tidak", "Tidak")])
def test_a_label_that_leaves_no_decision(answer: str, label: str) -> None:
    finding = only("SOP113", drawn("kapsul", f"{{ke: C2, bila: {answer}}}"))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.SEBAIKNYA)
    assert finding.message == f"Anak panah ke C2 berlabel {label}, padahal tidak keluar dari keputusan."
    assert finding.repair == "Cocokkan anak panah ini dengan lembar SOP."


def test_a_decision_without_a_label() -> None:
    finding = only("SOP113", drawn("belah-ketupat", "{ke: C2}"))
    assert finding.message == "Anak panah dari keputusan ke C2 tidak berlabel Ya atau Tidak."


def test_the_place_is_the_arrow_and_not_the_row() -> None:
    found = findings_of("SOP113", drawn("belah-ketupat", "{ke: C2}, {ke: C1}"))
    assert [finding.message.split()[5] for finding in found] == ["C2", "C1"]
    assert found[0].place.column < found[1].place.column
