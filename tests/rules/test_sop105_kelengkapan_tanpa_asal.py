"""SOP105, beyond its cases: the words, the office's own word for tools, and each paper once."""

from helpers import CASES, findings_of, load_files
from paraf.finding import Severity
from rules.build import load, only, row, said, swapped, with_steps

BASE_TEXT = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")


def test_the_words() -> None:
    finding = only("SOP105", load(with_steps(row(kelengkapan="Surat Kuasa (asli)"))))
    assert (finding.subject, finding.severity) == ("Langkah C1", Severity.CATATAN)
    assert finding.message == ("“Surat Kuasa (asli)” tidak dihasilkan langkah sebelumnya dan tidak ada di PERALATAN.")
    assert finding.repair == "Sebut dari mana datangnya, atau samakan sebutannya dengan output yang dimaksud."


def test_the_box_of_tools_is_named_as_the_sheet_names_it() -> None:
    text = swapped(with_steps(row(kelengkapan="Kartu")), ("judul: PERALATAN", "judul: PERALATAN/PERLENGKAPAN"))
    assert only("SOP105", load(text)).message.endswith("tidak ada di PERALATAN/PERLENGKAPAN.")


def test_a_paper_is_said_once_at_the_first_step_that_needs_it() -> None:
    first, second = row(1, kelengkapan="Surat kuasa"), row(2, kelengkapan='"surat KUASA yang terkait, Kartu"')
    assert [message.split("”")[0] for message in said("SOP105", load(with_steps(first, second)))] == [
        "“Surat kuasa",
        "“Kartu",
    ]


def test_a_paper_said_once_stays_said_when_another_step_makes_it_later() -> None:
    rows = row(1, kelengkapan="Kartu"), row(2, output="Kartu"), row(3, kelengkapan="Kartu")
    assert only("SOP105", load(with_steps(*rows))).subject == "Langkah C1"


def test_tools_written_as_a_paragraph_count_too() -> None:
    text = BASE_TEXT.replace(
        "peralatan: {judul: PERALATAN, butir: [Berkas]}", "peralatan: {judul: P, paragraf: 'ATK, Berkas'}"
    )
    assert findings_of("SOP105", load_files({"sop/sop-uji.yml": text})) == []
