"""Every written absorption, and every percentage in a row of totals, gets one verdict."""

import pytest

from paraf.rules.serapan import serapan_doubts
from paraf.rules.tables import HandTable
from rules.handmade import drawn, table, with_text

HEAD = ["Kode", "Pagu perubahan", "Realisasi", "%"]
BOTH = ["Kode", "Pagu murni", "Pagu perubahan", "Realisasi", "Serapan"]


def verdicts(found: HandTable, text: str = "") -> list[str]:
    budget = with_text("").report.budget
    assert budget
    return [doubt.verdict.name for doubt in serapan_doubts(budget, found)]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (HEAD, "2.16.03|150.000.000|138.250.000|92,17", []),
        (HEAD, "2.16.03|150.000.000|138.250.000|92", []),
        (HEAD, "2.16.03|150.000.000|138.250.000|91", ["FORMULA"]),
        (HEAD, "2.16.03|150.000.000|138.250.000|", []),
        (HEAD, "2.16.03|150.000.000||92,17", []),
        (HEAD, "2.16.03||138.250.000|92,17", []),
        (HEAD, "2.16.03|0|138.250.000|92,17", []),
        (HEAD, "2.16.03|150.000.000|13.825.000|92,17", []),
        (HEAD, "2.16.03|150.000|138.250.000|92,17", []),
        (HEAD, "2.16.02.01.01|320.000.000|301.500.000|100,50", ["EDITION"]),
        (HEAD, "Hal lain|200|150|80", ["FORMULA"]),
        (["Kode", "Pagu", "Realisasi", "%"], "Hal lain|200|150|75", []),
        (["Kode", "Pagu murni", "Realisasi", "%"], "2.16.02.01.01|300.000.000|301.500.000|100,50", ["EDITION"]),
        (["Kode", "Pagu murni", "Realisasi", "%"], "2.16.03|150.000.000|138.250.000|92,17", []),
        (["Kode", "Pagu murni", "Realisasi", "%"], "Hal lain|200|150|75", []),
        (BOTH, "2.16.02.01.01|300.000.000|320.000.000|301.500.000|94,22", []),
        (BOTH, "2.16.02.01.01|300.000.000|320.000.000|301.500.000|100,50", ["EDITION"]),
        (BOTH, "Hal lain|300|200|150|50", ["EDITION"]),
        (["Kode", "Pagu awal", "Pagu lain", "Realisasi", "%"], "Hal lain|300|200|150|50", []),
        (["Sasaran", "Serapan"], "SS-2|92,17", []),
        (["Sasaran", "Serapan"], "SS-2|95", ["FORMULA"]),
        (["Sasaran", "Serapan"], "Hal lain|95", []),
    ],
)
def test_a_row(head: list[str], row: str, expected: list[str]) -> None:
    assert verdicts(table(head, row.split("|"))) == expected


ROWS = [["2.16.02", "500.000.000", "472.500.000", "94,50"], ["2.16.03", "150.000.000", "138.250.000", "92,17"]]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("Jumlah|650.000.000|610.750.000|93,96", []),
        ("Jumlah|650.000.000|610.750.000|93,33", ["AVERAGE"]),
        ("Jumlah|650.000.000|610.750.000|95", ["FORMULA"]),
        # The total itself is wrong, and a rule of its own says so.
        ("Jumlah|660.000.000|610.750.000|93,96", []),
        ("Rata-rata|325.000.000|305.375.000|93,33", ["AVERAGE"]),
        ("Rata-rata|||93,33", []),
    ],
)
def test_a_row_of_totals(total: str, expected: list[str]) -> None:
    assert verdicts(table(HEAD, *ROWS, total.split("|"))) == expected


def test_a_row_of_totals_without_a_column_of_what_was_spent() -> None:
    assert verdicts(table(["Kode", "Pagu perubahan", "Serapan"], ["Jumlah", "650.000.000", "80"])) == []


def test_a_goal_without_money_and_a_report_without_a_budget() -> None:
    blank = (
        "2.16.03.01.01;Pemantauan jaringan;;150000000;150000000;138250000",
        "2.16.03.01.01;Pemantauan jaringan;;;;",
    )
    facts = with_text(drawn(["Sasaran", "Serapan"], ["SS-2", "92,17"]), anggaran=[blank])
    assert facts.doubts == ()
    unread = with_text(drawn(HEAD, ["2.16.03", "150.000.000", "138.250.000", "91"]), anggaran=[("kode;", "kod;")])
    assert [doubt.verdict.name for doubt in unread.doubts] == ["FORMULA"]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("Jumlah|100|95|75", ["AVERAGE"]),
        ("Jumlah|100|95|95", []),
        ("Jumlah|100|95|80", []),
        ("Jumlah|100||75", []),
        ("Jumlah|||75", []),
        ("Jumlah|0|95|75", []),
        ("Jumlah|100|95|", []),
        ("Rata-rata|100|95|75", []),
    ],
)
def test_a_total_of_capaian(total: str, expected: list[str]) -> None:
    rows = [["Utara", "10", "5", "50"], ["Selatan", "90", "90", "100"]]
    assert verdicts(table(["Kecamatan", "Target", "Realisasi", "Capaian"], *rows, total.split("|"))) == expected
