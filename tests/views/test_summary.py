"""Summaries of a run: what people wrote formats nothing, calls nobody and loads nothing; what is too long ends with a word."""

import pytest

from paraf.errors import Fault
from paraf.finding import Finding, Place, Severity
from paraf.views.summary import (
    MAX_BYTES,
    MAX_OTHERS,
    ROWS,
    findings_summary,
    nothing_summary,
    others_summary,
    part,
    reading_summary,
)

NASTY = "<img src=x onerror=a> | `b` @orang\n\n# Judul"


def finding(severity: Severity, message: str = "Pesan.") -> Finding:
    place = Place("lakip/2026/10-a.md", 3, 5)
    return Finding(code="BHS101", severity=severity, place=place, subject="resiko", message=message, repair="Ganti.")


def test_findings_stand_by_weight_and_notes_are_folded() -> None:
    said = findings_summary([finding(Severity.CATATAN), finding(Severity.WAJIB)], [])
    assert said.startswith(
        "## Catatan pemeriksaan\n\nHasil: 1 wajib diperbaiki, 1 catatan.\n\n### Wajib diperbaiki (1)\n\n<table"
    )
    assert "<td>lakip/2026/10-a.md:3:5</td> <td>BHS101 resiko: Pesan.</td> <td>Ganti.</td>" in said
    assert "<details><summary>Catatan (1)</summary> <table" in said
    assert "Sebaiknya" not in said


def test_nothing_found_is_said() -> None:
    assert findings_summary([], []) == "## Catatan pemeriksaan\n\nHasil: tidak ada catatan pemeriksaan.\n"


def test_what_could_not_be_read_comes_instead_of_a_result() -> None:
    said = findings_summary([], [Fault(Place("sop/y.yml", 1, 2), "salah", "betulkan")])
    assert said.startswith("## Catatan pemeriksaan\n\n### Belum terbaca (1)\n\n<table")
    assert "<td>sop/y.yml:1:2</td> <td>salah</td> <td>betulkan</td>" in said


def test_in_a_table_nothing_a_person_wrote_is_markup() -> None:
    [row] = [line for line in findings_summary([finding(Severity.WAJIB, NASTY)], []).splitlines() if "onerror" in line]
    assert "&lt;img src=x onerror=a&gt; | `b` @orang # Judul" in row
    assert row.startswith("<table")
    assert row.endswith("</table>")


def test_a_long_list_ends_with_how_many_more() -> None:
    said = findings_summary([finding(Severity.WAJIB)] * (ROWS + 2), [])
    assert said.count("<tr><td>") == ROWS
    assert '<td colspan="3">dan 2 lagi</td>' in said


def test_the_report_is_read_as_it_is_printed() -> None:
    said = reading_summary(2026, "# Bab\n\nKalimat **tebal**.\n", "naskah-baca-2026.pdf", 0)
    assert said.startswith("## Naskah baca LAKIP 2026\n\nPDF-nya bernama **naskah-baca-2026.pdf**")
    assert said.endswith("\n---\n\n# Bab\n\nKalimat **tebal**.\n")
    assert "belum terbaca" not in said
    assert "Ada 3 bagian yang belum terbaca" in reading_summary(2026, "", "x.pdf", 3)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a <script>b</script> c\n", "a &lt;script>b&lt;/script> c\n"),
        ("kata @orang\n", "kata &#64;orang\n"),
        ("![Grafik. Naik.](grafik/a.svg)\n", "*Grafik. Naik.*\n"),
        ("![](https://contoh.invalid/x.png)\n", "\n"),
        ("[tautan](https://contoh.go.id)\n", "[tautan](https://contoh.go.id)\n"),
    ],
)
def test_a_line_brings_no_tag_no_name_and_no_picture(line: str, shown: str) -> None:
    assert reading_summary(2026, line, "x.pdf", 0).endswith(f"---\n\n{shown}")


def test_what_github_would_not_take_is_cut_at_a_line() -> None:
    said = reading_summary(2026, "é" * 99 + "\n" + f"{'b' * 99}\n" * 20_000, "x.pdf", 0)
    assert MAX_BYTES - MAX_OTHERS - 200 < len(said.encode()) < MAX_BYTES - MAX_OTHERS + 100
    assert said.endswith("b\n\n*Selebihnya terlalu panjang untuk halaman ini.*\n")


def test_why_there_is_nothing() -> None:
    assert nothing_summary("Tidak ada yang berubah.") == "## Naskah baca\n\nTidak ada yang berubah.\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("10-pendahuluan.md", True), ("data/kinerja.yml", True), ("lampiran/a.md", True)]
    + [(name, False) for name in ("nota-dinas.md", "laporan.yml", "bukti/a8.yml", "tanggapan.yml")],
)
def test_what_belongs_to_the_report(name: str, expected: bool) -> None:
    assert part(name) is expected


def test_a_letter_is_words_and_data_stand_as_they_are() -> None:
    told = others_summary(2026, {"bukti/a8.yml": "x: '<b>'\n```\n", "nota-dinas.md": "# Nota <b>\n\nIsi @orang.\n"})
    assert told == (
        "## Berkas tahun 2026 yang berubah\n\n"
        "### bukti/a8.yml\n\n````\nx: '<b>'\n```\n````\n\n"
        "### nota-dinas.md\n\n# Nota &lt;b>\n\nIsi &#64;orang.\n\n"
    )
    assert others_summary(2026, {}) == ""


def test_a_long_file_is_cut_too() -> None:
    told = others_summary(2026, {"a.md": "kata\n" * MAX_OTHERS})
    assert len(told.encode()) < MAX_OTHERS + 100
    assert told.endswith("*Selebihnya terlalu panjang untuk halaman ini.*\n")
