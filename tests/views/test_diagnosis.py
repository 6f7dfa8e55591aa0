"""What is to be repaired stands first, with the way to it; nothing of the page's marks is left on a terminal."""

from paraf.gerbang.doctor.point import Point, State
from paraf.views.diagnosis import diagnosis_text

POINTS = (
    Point("Rahasia", State.BERES, "Tidak ada."),
    Point("Pages", State.TAK_TAHU, "Tidak terlihat.", "Pakai kunci lain."),
    Point("Ruleset", State.PERLU, "Belum dipasang.", "**Settings** → **Rules**"),
)


def test_the_text() -> None:
    assert diagnosis_text(POINTS, "kantor/lakip", "hari ini") == (
        "Diagnosis kantor/lakip, keadaan per hari ini\n\n"
        "Perlu dibetulkan (1)\n  Ruleset: Belum dipasang.\n      Caranya: Settings → Rules\n\n"
        "Tidak diketahui (tidak dianggap beres) (1)\n  Pages: Tidak terlihat.\n      Caranya: Pakai kunci lain.\n\n"
        "Beres (1)\n  Rahasia: Tidak ada.\n\n"
        "1 perlu dibetulkan, 1 tidak diketahui, 0 catatan, 1 beres."
    )
