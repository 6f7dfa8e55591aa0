"""The working sheet: every chapter that is asked for, every value that is there, every finding with its place."""

from msgspec import structs
from msgspec.structs import replace

from laporan.case import base_files, facts, found_by
from paraf.finding import Finding, Place, Severity
from paraf.rules.report_base import ReportFacts
from paraf.views.worksheet import summary, worksheet

BASE = facts(base_files())
FINDING = Finding(
    code="STR114",
    severity=Severity.WAJIB,
    place=Place("lakip/2025/80-penutup.md", 9, 1),
    subject="Penutup",
    message="Panduan tertinggal.",
    repair="Hapus.",
)


def sheet(files: dict[str, str], *findings: Finding) -> str:
    return worksheet(facts(files), findings)


def with_address(found: ReportFacts) -> ReportFacts:
    office = structs.replace(found.repo.office, repositori="https://forge.example/dinas/lakip")
    return replace(found, repo=replace(found.repo, office=office))


def test_every_chapter_has_its_row_with_words_and_a_link() -> None:
    text = sheet(base_files(), FINDING)
    assert "| Bab II Perjanjian Kinerja | 17 kata | 0 | [20-perjanjian.md](lakip/2025/20-perjanjian.md) |" in text
    assert "[80-penutup.md](lakip/2025/80-penutup.md) |" in text
    assert "kata | 1 | [80-penutup.md]" in text
    assert "Capaian sasaran SS-2" in text


def test_a_missing_chapter_is_said_with_the_link_that_begins_it() -> None:
    files = base_files()
    del files["lakip/2025/32-capaian-ss-2.md"]
    assert "| Capaian sasaran SS-2 | belum ada | – | 32-capaian-ss-2.md |" in sheet(files)
    linked = worksheet(with_address(facts(files)), [])
    assert "(https://forge.example/dinas/lakip/new/main/lakip/2025?filename=32-capaian-ss-2.md)" in linked
    assert "(https://forge.example/dinas/lakip/edit/main/lakip/2025/80-penutup.md)" in linked


def test_a_missing_chapter_is_never_sent_to_the_number_of_another() -> None:
    files = base_files()
    del files["lakip/2025/31-capaian-ss-1.md"]
    files["lakip/2025/31-gangguan.md"] = files.pop("lakip/2025/32-capaian-ss-2.md")
    assert "| Capaian sasaran SS-1 | belum ada | – | 32-capaian-ss-1.md |" in sheet(files)


def test_a_chapter_that_cannot_be_read_has_its_row_and_is_not_called_missing() -> None:
    files = base_files()
    files["lakip/2025/32-capaian-ss-2.md"] = "tanpa kepala"
    text = sheet(files)
    assert "| 32-capaian-ss-2.md | belum terbaca | 0 | [32-capaian-ss-2.md](lakip/2025/32-capaian-ss-2.md) |" in text
    assert "belum ada" not in text


def test_an_optional_chapter_that_is_missing_is_not_asked_for_and_an_unknown_one_is_shown() -> None:
    files = base_files()
    files["sop/sistematika.yml"] = files["sop/sistematika.yml"].replace(
        "  - id: pengantar\n", "  - id: lain\n    wajib: tidak\n"
    )
    text = sheet(files)
    assert "belum ada" not in text
    assert "| Pengantar | " in text


def test_values_stand_in_their_table() -> None:
    text = sheet(base_files())
    row = (
        "| IKU-1 | Persentase layanan yang memenuhi standar | 82,00 | 71,00 | 76,00 | 81,50 | 84,05 | 84,05 | 102,50% |"
    )
    assert row in text
    assert "## Anggaran\n\nPagu Rp650.000.000,00, realisasi Rp610.750.000,00, serapan 93,96%." in text


def test_what_is_not_measured_and_not_confirmed_is_said() -> None:
    files = base_files()
    path = "lakip/2025/data/kinerja.yml"
    files[path] = files[path].replace('{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', "{}\n        ditegaskan: tidak")
    assert "| IKU-3 | Lama gangguan layanan | 40,00 (belum ditegaskan) | – | – | – | – | – | belum terukur |" in sheet(
        files
    )


def test_findings_are_listed_unless_they_are_notes() -> None:
    note = replace(FINDING, severity=Severity.CATATAN)
    assert "- `lakip/2025/80-penutup.md:9` STR114 Penutup: Panduan tertinggal. Hapus." in sheet(base_files(), FINDING)
    assert sheet(base_files(), note).endswith("## Yang perlu diperbaiki\n\nTidak ada.\n")


def test_a_year_that_cannot_be_read_has_a_sheet_too() -> None:
    files = {path: text for path, text in base_files().items() if path.startswith("sop/")}
    del files["sop/sistematika.yml"]
    text = sheet(files)
    assert text.startswith("# Lembar kerja laporan 2025")
    assert "Data kinerja belum ada atau belum terbaca: [data/kinerja.yml](lakip/2025/data/kinerja.yml)." in text


def test_the_summary_counts() -> None:
    assert summary(BASE.report, found_by("STR114", base_files())).splitlines()[1:] == [
        "Indikator yang sudah terisi: 3 dari 3.",
        "Pemeriksaan: tidak ada catatan pemeriksaan.",
    ]
    empty = replace(BASE.report, performance=None)
    assert "0 dari 0" in summary(empty, [])
