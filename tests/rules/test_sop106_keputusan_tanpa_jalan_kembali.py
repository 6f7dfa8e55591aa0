"""SOP106, beyond its cases: a missing return weighs more than one we read, and the reading is said."""

from paraf.finding import Severity
from rules.build import load, only, row, with_steps

DIAMOND = "gambar: {pelaksana: [pemeriksa], simbol: [{bentuk: belah-ketupat}]}"
BACK = "tafsir: {kembali: {ke: C1, alasan: Contoh alasan.}}"


def test_no_return_at_all() -> None:
    finding = only("SOP106", load(with_steps(row(1), row(2, DIAMOND))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.SEBAIKNYA)
    assert finding.message == "Langkah ini keputusan, tetapi tidak ada jalan kembali bila belum disetujui."
    assert finding.repair == "Salin anak panah Tidak dari lembar SOP, atau tulis tafsir.kembali beserta alasannya."


def test_a_return_we_read() -> None:
    finding = only("SOP106", load(with_steps(row(1), row(2, f"{DIAMOND}, {BACK}"))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.CATATAN)
    assert finding.message == "SOP tidak menulis jalan kembali; kami membaca: bila belum disetujui, kembali ke C1."
    assert finding.repair == "Tegaskan jalan kembalinya pada SOP."
