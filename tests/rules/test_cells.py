"""Cells of hand-written tables that hold a figure of the data."""

import pytest

from paraf.rules.cells import loose_cells
from rules.speech import report_with


def found(*rows: str) -> list[tuple[str, str | None]]:
    facts = report_with("Tabel: Contoh", "", "| Hal | Nilai |", "|--|--:|", *rows)
    return [(cell.text, cell.value.call) for cell in loose_cells(facts.report, lambda: facts.values)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| IKU-1 | 84,05% |", [("84,05%", 'realisasi("IKU-1")')]),
        ("| Lama gangguan layanan | 34 |", [("34", 'realisasi("IKU-3")')]),
        ("| Lain | 84,05% |", [("84,05%", 'realisasi("IKU-1")')]),
        ("| Jumlah | 650.000.000 |", [("650.000.000", "pagu()")]),
        ("| Jumlah | Rp650.000.000,00 |", [("Rp650.000.000,00", "pagu()")]),
        ("| Lain | 34 |", []),
        ("| Lain | 85,05% |", []),
        ("| IKU-1 | 99 |", []),
        ("| IKU-1 | 34 jam |", []),
        ("| IKU-1 | 3 dan 4 |", []),
        ("| IKU-1 | |", []),
    ],
)
def test_a_cell(row: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(row) == expected


def test_control_values_are_not_asked_for_without_a_figure_to_compare() -> None:
    facts = report_with("| Hal | Nilai |", "|--|--:|", "| Lain | 34 |")
    assert list(loose_cells(facts.report, lambda: pytest.fail("asked"))) == []
