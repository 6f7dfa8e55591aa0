"""SOP115, beyond its cases: the remark's own words, how sure it is, and what it is about."""

import pytest

from helpers import findings_of
from paraf.finding import Severity
from rules.build import BASE, load, only

VERIFY = (
    "Baca dahulu sumbernya. Bila benar, ubah keyakinannya menjadi 'terbaca'; bila keliru, hapus dari sop/sop-uji.yml."
)


def decide(about: str) -> str:
    return (
        f"Tanyakan kepada pejabat yang mengesahkan SOP apakah {about} perlu diubah, "
        "lalu hapus catatan ini dari sop/sop-uji.yml."
    )


@pytest.mark.parametrize(
    ("remark", "subject", "message", "repair"),
    [
        ("isi: Salah salin., keyakinan: terbaca", "SOP", "Salah salin.", decide("lembarnya")),
        ("isi: Keliru., keyakinan: terbaca, langkah: C2", "Langkah C2", "Keliru.", decide("langkah C2")),
        ("isi: Konon keliru., keyakinan: belum diverifikasi", "SOP", "Belum diverifikasi: Konon keliru.", VERIFY),
    ],
)
def test_the_remark_is_passed_on(remark: str, subject: str, message: str, repair: str) -> None:
    finding = only("SOP115", load(f"{BASE}catatan:\n  - {{{remark}}}\n"))
    assert (finding.subject, finding.message, finding.severity) == (subject, message, Severity.CATATAN)
    assert finding.repair == repair


def test_remarks_keep_the_order_of_the_file() -> None:
    remarks = "catatan:\n" + "".join(f"  - {{isi: Catatan {n}., keyakinan: terbaca}}\n" for n in (2, 1, 3))
    found = findings_of("SOP115", load(BASE + remarks))
    assert [finding.message for finding in found] == ["Catatan 2.", "Catatan 1.", "Catatan 3."]
