"""SOP108, beyond its cases: the words, with the cell quoted as it is written."""

from paraf.finding import Severity
from rules.build import load, only, row, with_steps


def test_the_words() -> None:
    finding = only("SOP108", load(with_steps(row(output="2 Hari  Kerja"))))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.SEBAIKNYA)
    assert finding.message == "Output “2 Hari  Kerja” terbaca sebagai lama waktu."
    assert finding.repair == "Tulis kertas atau keadaan yang dihasilkan langkah ini."
