"""SOP115, beyond its cases: the remark's own words, how sure it is, and what it is about."""

import pytest

from helpers import findings_of
from paraf.finding import Severity
from rules.build import BASE, load, only


@pytest.mark.parametrize(
    ("remark", "subject", "message"),
    [
        ("isi: Tampak salah salin., keyakinan: terbaca", "SOP", "Tampak salah salin."),
        ("isi: Tampak keliru., keyakinan: terbaca, langkah: C2", "Langkah C2", "Tampak keliru."),
        ("isi: Konon keliru., keyakinan: belum diverifikasi", "SOP", "Konon keliru. (belum diverifikasi)"),
    ],
)
def test_the_remark_is_passed_on(remark: str, subject: str, message: str) -> None:
    finding = only("SOP115", load(f"{BASE}catatan:\n  - {{{remark}}}\n"))
    assert (finding.subject, finding.message, finding.severity) == (subject, message, Severity.CATATAN)
    assert finding.repair == "Putuskan saat SOP direvisi, lalu hapus catatan ini."


def test_remarks_keep_the_order_of_the_file() -> None:
    remarks = "catatan:\n" + "".join(f"  - {{isi: Catatan {n}., keyakinan: terbaca}}\n" for n in (2, 1, 3))
    found = findings_of("SOP115", load(BASE + remarks))
    assert [finding.message for finding in found] == ["Catatan 2.", "Catatan 1.", "Catatan 3."]
