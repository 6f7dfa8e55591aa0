"""SOP102, beyond its cases: the four messages, and that only a decider without a column weighs less."""

from paraf.finding import Severity
from paraf.sop.repository import Repository
from rules.build import BASE, BOX, load, only, row, said, swapped, with_steps

APPROVED = "tafsir: {persetujuan: {oleh: kepala, alasan: Contoh alasan.}}"
LACKING = "Kepala diperlukan di langkah ini, tetapi bagian C tidak punya kolomnya."


def one_step(more: str, columns: str = "[penerima]", last: str = "kepala") -> Repository:
    """One step, these columns, and only the performers ``penerima`` and ``last``."""
    text = swapped(with_steps(row(more=more)), ("[penerima, pemeriksa]", columns))
    other = "pemeriksa" if last == "kepala" else "kepala"
    return load(swapped(text, (f"  - {{id: {other}, sebutan: {other.capitalize()}}}\n", "")))


def test_a_performer_without_a_column() -> None:
    both = swapped(BOX, ("[penerima]", "[penerima, kepala]"))
    finding = only("SOP102", one_step(both))
    assert (finding.subject, finding.severity, finding.message) == ("Langkah C1", Severity.SEBAIKNYA, LACKING)
    assert finding.repair == "Tambahkan kolom Kepala pada SOP, atau tegaskan bahwa ia tidak ikut di langkah ini."


def test_a_decider_without_a_column_is_only_noted() -> None:
    finding = only("SOP102", one_step(f"{BOX}, {APPROVED}"))
    assert (finding.severity, finding.message) == (Severity.CATATAN, LACKING)


def test_a_performer_who_also_decides_is_said_once_with_full_weight() -> None:
    both = swapped(BOX, ("[penerima]", "[penerima, kepala]"), ("kotak}", "kotak, oleh: kepala}"))
    assert only("SOP102", one_step(f"{both}, {APPROVED}")).severity is Severity.SEBAIKNYA


def test_a_role_drawn_without_any_column_lacks_the_column_and_is_not_idle() -> None:
    drawn = swapped(BOX, ("{bentuk: kotak}]", "{bentuk: kotak}, {bentuk: kotak, oleh: kepala}]"))
    assert only("SOP102", one_step(drawn)).message == LACKING


def test_a_column_without_steps_names_its_section() -> None:
    finding = only("SOP102", one_step(BOX, "[penerima, pemeriksa]", last="pemeriksa"))
    assert (finding.subject, finding.severity) == ("Bagian C", Severity.SEBAIKNYA)
    assert finding.message == "Kolom Pemeriksa tidak dipakai satu langkah pun."
    assert finding.repair == "Sebut langkah yang dikerjakannya, atau hapus kolomnya."


def test_an_idle_performer_is_the_subject() -> None:
    finding = only("SOP102", one_step(BOX))
    assert (finding.subject, finding.severity) == ("Kepala", Severity.SEBAIKNYA)
    assert finding.message == "Pelaksana ini tidak mempunyai kolom maupun langkah."
    assert finding.repair == "Hapus dari daftar pelaksana, atau tambahkan kolom dan langkahnya."


def test_the_findings_follow_the_file_from_the_performers_to_the_columns() -> None:
    assert said("SOP102", load(BASE)) == [
        "Pelaksana ini tidak mempunyai kolom maupun langkah.",
        "Kolom Penerima tidak dipakai satu langkah pun.",
        "Kolom Pemeriksa tidak dipakai satu langkah pun.",
    ]
