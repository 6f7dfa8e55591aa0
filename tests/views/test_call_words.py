"""What is added to a report for the person who called for it."""

import pytest

from paraf.finding import Finding, Place, Severity
from paraf.views.call_words import as_called, closing


def found(severity: Severity) -> Finding:
    place = Place("sop/x.yml", 1, 1)
    return Finding(code="SOP101", severity=severity, place=place, subject="s", message="m", repair="r")


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), "SOP ini siap dipakai."),
        ((Severity.CATATAN,), "Tidak ada yang wajib diperbaiki; SOP ini siap dipakai."),
        ((Severity.CATATAN, Severity.SEBAIKNYA), "Tidak ada yang wajib diperbaiki; SOP ini sudah dapat dipakai."),
        ((Severity.CATATAN, Severity.WAJIB), ""),
    ],
)
def test_the_last_line_says_what_the_result_means(severities: tuple[Severity, ...], said: str) -> None:
    closed = closing([found(severity) for severity in severities])
    assert closed.startswith(said)
    assert bool(closed) is bool(said)


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), "Laporan ini sudah lengkap dan angkanya cocok."),
        ((Severity.CATATAN,), "Tidak ada yang wajib diperbaiki; laporan ini sudah lengkap"),
        ((Severity.SEBAIKNYA,), "Tidak ada yang wajib diperbaiki; laporan ini sudah dapat diteruskan."),
        ((Severity.WAJIB,), ""),
    ],
)
def test_a_report_is_not_a_sop(severities: tuple[Severity, ...], said: str) -> None:
    assert closing([found(severity) for severity in severities], "Laporan ini").startswith(said)


def test_commands_are_named_as_they_are_typed_and_nothing_else_is_touched() -> None:
    text = "Lihat: paraf periksa --semua. Artinya: paraf jelaskan KODE. Bubuhkan paraf mulai dari staf."
    assert as_called(text, "paraf") == text
    assert as_called(text, r"py scripts\mulai.py") == (
        r"Lihat: py scripts\mulai.py periksa --semua. Artinya: py scripts\mulai.py jelaskan KODE. "
        "Bubuhkan paraf mulai dari staf."
    )
