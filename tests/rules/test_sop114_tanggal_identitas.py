"""SOP114, beyond its cases: the three messages, and the office's own labels."""

import pytest

from helpers import findings_of
from paraf.finding import Severity
from rules.build import BASE, load, only, swapped

EFFECTIVE = "tanggal_efektif: 2 Januari 2026"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("Juni 2020", "“Juni 2020” tidak menyebut tanggalnya."),
        ("belum pernah", "“belum pernah” tidak terbaca sebagai tanggal."),
        ("31 Februari 2026", "“31 Februari 2026” tidak terbaca sebagai tanggal."),
        ('"-"', "Tanggalnya belum diisi."),
        ("", "Tanggalnya belum diisi."),
    ],
)
def test_the_message_quotes_what_is_there(cell: str, message: str) -> None:
    finding = only("SOP114", load(swapped(BASE, (EFFECTIVE, f"tanggal_efektif: {cell}"))))
    assert (finding.subject, finding.severity, finding.message) == ("Tanggal Efektif", Severity.CATATAN, message)
    assert finding.repair == "Cocokkan dengan lembar SOP; lengkapi saat SOP direvisi."


def test_the_subject_is_the_label_on_the_sheet() -> None:
    labelled = f"label: {{tanggal_efektif: Tgl Efektif}}\n  {EFFECTIVE[:-15]} Juni 2020"
    assert only("SOP114", load(swapped(BASE, (EFFECTIVE, labelled)))).subject == "Tgl Efektif"


def test_each_date_is_looked_at_in_the_order_of_the_file() -> None:
    text = swapped(BASE, ("2 Januari 2026", "kata"), ('"-"', "Mei 2026"))
    found = findings_of("SOP114", load(text))
    assert [finding.subject for finding in found] == ["Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif"]
