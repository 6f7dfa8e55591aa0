"""SOP109, beyond its cases: the words, with the longest name quoted as the sentence writes it."""

import pytest

from paraf.finding import Severity
from rules.build import load, only, row, said, swapped, with_steps


def test_the_words() -> None:
    finding = only("SOP109", load(with_steps(row(kegiatan="Penerima menerima berkas"))))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.CATATAN)
    assert finding.message == "Kegiatannya diawali pelaksana (“Penerima”)."
    assert finding.repair == "Saat SOP direvisi, mulai kalimatnya dengan kata kerja."


@pytest.mark.parametrize(
    ("sentence", "name"), [("KEPALA Dinas menyetujui", "KEPALA Dinas"), ("kepala menyetujui", "kepala")]
)
def test_the_name_is_quoted_whole_and_as_written(sentence: str, name: str) -> None:
    text = swapped(with_steps(row(kegiatan=sentence)), ("sebutan: Kepala", "sebutan: Kepala, jabatan: Kepala Dinas"))
    assert said("SOP109", load(text)) == [f"Kegiatannya diawali pelaksana (“{name}”)."]
