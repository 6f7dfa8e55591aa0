"""SOP107, beyond its cases: the words, and what follows a step that nothing reaches."""

from helpers import findings_of
from paraf.finding import Severity
from rules.build import BOX, load, only, row, swapped, with_steps

SKIP = swapped(BOX, ("kotak}]", "kotak}], lanjut: [{ke: C3}]"))


def test_the_words() -> None:
    finding = only("SOP107", load(with_steps(row(1, SKIP), row(2), row(3))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.SEBAIKNYA)
    assert finding.message == "Tidak ada anak panah yang sampai ke langkah ini."
    assert finding.repair == "Cocokkan anak panahnya dengan lembar SOP; biasanya satu cabang terlewat disalin."


def test_everything_behind_a_dead_end_is_said_in_order() -> None:
    dead_end = swapped(SKIP, ("{ke: C3}", ""))
    found = findings_of("SOP107", load(with_steps(row(1, dead_end), row(2), row(3))))
    assert [finding.subject for finding in found] == ["Langkah C2", "Langkah C3"]
