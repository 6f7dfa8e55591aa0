"""SOP111, beyond its cases: the two messages, and silence for an office that uses the guide alone."""

from helpers import findings_of
from paraf.finding import Severity
from rules.build import FIRST, PAPERS, SECOND, load, only, row, swapped, with_steps

SUBMIT = "{jenis: ajukan, oleh: penerima, ke: pemeriksa}"
REPAIR = "Tambahkan langkah ini beserta syaratnya di sop/naskah.yml."


def test_a_step_no_paper_carries() -> None:
    finding = only("SOP111", load(with_steps(FIRST, SECOND, row(3)), papers=PAPERS))
    assert (finding.subject, finding.severity) == ("Langkah C3", Severity.WAJIB)
    assert (finding.message, finding.repair) == ("Tidak ada naskah yang membawa langkah ini.", REPAIR)


def test_a_step_carried_without_conditions_names_its_paper() -> None:
    emptied = swapped(
        PAPERS, (f"{{jenis: susun, oleh: penerima}}, {SUBMIT}", ""), ("[{jenis: set", f"[{SUBMIT}, {{jenis: set")
    )
    finding = only("SOP111", load(with_steps(FIRST, SECOND), papers=emptied))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.WAJIB)
    assert (finding.message, finding.repair) == ("Naskah 'berkas' membawa langkah ini tanpa syarat.", REPAIR)


def test_without_papers_there_is_nothing_to_say() -> None:
    assert findings_of("SOP111", load(with_steps(FIRST, SECOND))) == []
