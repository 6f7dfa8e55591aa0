"""SOP101, beyond its cases: the words, and what is expected after a jump."""

from paraf.finding import Severity
from rules.build import load, only, row, said, with_steps


def test_the_words() -> None:
    finding = only("SOP101", load(with_steps(row(1), row(3))))
    assert (finding.subject, finding.severity) == ("Langkah C3", Severity.SEBAIKNYA)
    assert finding.message == "Nomornya 3, padahal urutannya 2."
    assert finding.repair == "Cocokkan dengan lembar SOP, lalu tambahkan langkah yang terlewat atau betulkan nomornya."


def test_after_a_jump_the_printed_number_is_the_one_that_counts() -> None:
    assert said("SOP101", load(with_steps(row(3), row(4), row(6)))) == [
        "Nomornya 3, padahal urutannya 1.",
        "Nomornya 6, padahal urutannya 5.",
    ]
