"""SOP103, beyond its cases: three messages of two weights, and our reason in the repair."""

import pytest

from helpers import findings_of
from paraf.finding import Severity
from rules.build import BASE, BOX, load, only, row, with_steps

READ = "tafsir: {pelaksana: {siapa: [pemeriksa], alasan: Contoh alasan.}}"


def test_an_undrawn_section() -> None:
    finding = findings_of("SOP103", load(BASE))[0]
    assert (finding.subject, finding.severity) == ("Bagian C", Severity.CATATAN)
    assert finding.message == (
        "Kolom pelaksana tidak berisi simbol apa pun; pelaksana, simbol, dan anak panahnya tafsir kami."
    )
    assert finding.repair == (
        "Minta lembar SOP yang bergambar, lalu salin gambarnya; sampai saat itu tafsirnya yang berlaku."
    )


def test_a_step_without_any_performer_weighs_more() -> None:
    finding = only("SOP103", load(with_steps(row(1, BOX), row(2))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.SEBAIKNYA)
    assert finding.message == "Tidak ada pelaksananya, baik di SOP maupun di tafsir."
    assert finding.repair == "Tulis tafsir.pelaksana beserta alasannya."


def test_a_reading_is_said_with_its_reason() -> None:
    finding = only("SOP103", load(with_steps(row(1, BOX), row(2, READ))))
    assert (finding.subject, finding.severity) == ("Langkah C2", Severity.CATATAN)
    assert finding.message == "Kegiatannya tidak menyebut pelaksana; kami membaca Pemeriksa."
    assert finding.repair == "Alasan kami: Contoh alasan. Tegaskan pada SOP siapa pelaksananya."


@pytest.mark.parametrize(
    ("reason", "closed"),
    [
        ("Contoh alasan", "Contoh alasan."),
        ("Contoh alasan.", "Contoh alasan."),
        ("Siapa lagi?", "Siapa lagi?"),
        ("Disebut “Pemeriksa.”", "Disebut “Pemeriksa.”"),
        ("Disebut “Pemeriksa”", "Disebut “Pemeriksa”."),
        ("Contoh (lihat lembar)", "Contoh (lihat lembar)."),
    ],
)
def test_the_reason_is_a_whole_sentence(reason: str, closed: str) -> None:
    reading = READ.replace("Contoh alasan.", reason)
    finding = only("SOP103", load(with_steps(row(1, BOX), row(2, reading))))
    assert finding.repair == f"Alasan kami: {closed} Tegaskan pada SOP siapa pelaksananya."
