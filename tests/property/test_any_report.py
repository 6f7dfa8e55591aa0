"""Whatever bytes stand in the files of a year, reading, answering its calls and every check end with an answer.

A fault names a file of the year and says in Indonesian what is wrong and what to do.
"""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from laporan.case import FOLDER, TODAY, YEAR, base_files, known
from paraf.finding import Finding
from paraf.laporan.report import Report, read_report
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import facts_of, run_report
from paraf.sop.repository import read_repository, wanted
from property.strategies import broken

BASE = {path: text.encode() for path, text in base_files().items()}
REPO = read_repository({path: data for path, data in BASE.items() if wanted(path)})
FILES = {path.removeprefix(f"{FOLDER}/"): data for path, data in BASE.items() if path.startswith(f"{FOLDER}/")}
PREVIOUS = read_report(
    YEAR - 1, {path.removeprefix(f"lakip/{YEAR - 1}/"): data for path, data in BASE.items() if f"/{YEAR - 1}/" in path}
)
SETTINGS = settings(
    max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
ENGLISH = re.compile(r"\b(the|is|not|while|expected|found|could|cannot|invalid|unexpected|error|traceback)\b")
QUOTED = re.compile(r"'.*'|“.*”|\(.*\)", re.DOTALL)

# What offices and spreadsheets put into cells, between the marks that break them.
CELLS = (
    *("", "0", "1.234", "1,5", "12.345,67", "Rp1.000.000,00", "(5)", "-7", "-", "–", "n/a", "belum terukur", "100%"),
    *("IKU-1", "SS-1", "2.16.02", "2.16.02.01.01", "Jumlah", "Rata-rata", "Lama gangguan layanan", "82", "84,05"),
    *("9" * 40, "0,000000000000001", "1e9", "=A1", "@x", "+x", "> 75 – 90", "91 – 100", "Sangat Baik", '"', '""'),
    *('{{ realisasi("IKU-1") }}', "{{ x", "**tebal**", "²", "٣", "\u00a0", "a\\|b", "2024", "TW1", "(1)", "1.23.456"),
)
HEADS = (
    *("No.", "Kode", "Indikator", "Target", "Realisasi", "Capaian", "%", "Satuan", "Pagu", "Pagu murni", "Serapan"),
    *(
        "Realisasi 2024",
        "Capaian 2024",
        "Pagu perubahan (Rp juta)",
        "Belanja",
        "Jumlah",
        "Interval",
        "Sebutan",
        "",
        "Tahun",
    ),
)


def read(files: dict[str, bytes]) -> tuple[Report, list[Finding]]:
    """The report of these files and what the checks say, after a look at every fault and finding."""
    report = read_report(YEAR, files)
    for fault in report.faults:
        assert fault.place.file.startswith(f"{FOLDER}/")
        assert fault.place.line >= 1
        assert fault.place.column >= 1
        for words in (fault.message, fault.repair):
            assert words.strip()
            assert not ENGLISH.search(QUOTED.sub("", words)), words
    found = run_report(REPORT_RULES, facts_of(REPO, report, PREVIOUS, TODAY, known))
    for finding in found:
        assert finding.place.line >= 1
        assert finding.message.strip()
        assert finding.repair.strip()
    return report, found


def test_control_the_unbroken_year_is_read_and_clean() -> None:
    report, found = read(FILES)
    assert report.performance
    assert report.budget
    assert not report.faults
    assert found == []


@SETTINGS
@example("data/anggaran.csv", b"")
@example("data/anggaran.csv", b"\xff\xfea\x00")
@example("data/anggaran.csv", b"sep=;\r\n")
@example("data/anggaran.csv", b"\x00")
@example("data/anggaran.csv", b'"')
@example("data/kinerja.yml", b"- " * 500)
@example("80-penutup.md", b"---\n---\n")
@given(
    st.sampled_from(sorted(FILES)),
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_any_bytes_get_an_answer(name: str, data: bytes) -> None:
    read({**FILES, name: data})


@SETTINGS
@given(st.sampled_from(sorted(FILES)).flatmap(lambda name: st.tuples(st.just(name), broken(FILES[name]))))
def test_a_broken_file_gets_an_answer(file: tuple[str, bytes]) -> None:
    read({**FILES, file[0]: file[1]})


@SETTINGS
@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=6, max_size=6), max_size=6), st.sampled_from(";,\t"))
def test_any_cells_of_the_budget_get_an_answer(rows: list[list[str]], mark: str) -> None:
    head = FILES["data/anggaran.csv"].decode().split("\n")[0].replace(";", mark)
    data = "\n".join([head, *(mark.join(row) for row in rows)]).encode()
    read({**FILES, "data/anggaran.csv": data})


@SETTINGS
@given(st.data())
def test_any_table_written_by_hand_gets_an_answer(data: st.DataObject) -> None:
    heads = data.draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=6))
    row = st.lists(st.sampled_from(CELLS), min_size=1, max_size=len(heads) + 1)
    rows = [heads, ["---"] * len(heads), *data.draw(st.lists(row, max_size=6))]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    caption = data.draw(st.sampled_from(["", "Tabel: Capaian tahun 2024\n\n", "Pagu perubahan:\n\n"]))
    read({**FILES, "80-penutup.md": FILES["80-penutup.md"] + f"\n{caption}{table}\n".encode()})


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        *(("data/kinerja.yml", piece) for piece in (b"a;", b"- ", b"'")),
        *(("data/anggaran.csv", piece) for piece in (b"a;", b'"a""b";', b"1.1.1.1.", b"a\n", b'"')),
        *(("data/daftar-aplikasi.csv", piece) for piece in (b"a\n", b"a;")),
        *(("80-penutup.md", piece) for piece in (b"| a |\n", b"1.1.1.1.", b"{{ x }} ", b"Rp1.2")),
    ],
)
def test_a_megabyte_of_one_thing_gets_an_answer(name: str, piece: bytes) -> None:
    read({**FILES, name: FILES[name] + piece * (990_000 // len(piece))})


def test_the_year_of_another_kind_of_computer_is_read() -> None:
    """Carriage returns, a byte order mark, Excel's first line, empty columns at the end."""
    sheet = FILES["data/anggaran.csv"].decode().replace("\n", ";;\r\n")
    report, found = read({**FILES, "data/anggaran.csv": b"\xef\xbb\xbfsep=;\r\n" + sheet.encode()})
    assert report.budget
    assert report.budget.money == read(FILES)[0].budget.money  # type: ignore[union-attr]
    assert found == []
    assert Path(report.budget.file).name == "anggaran.csv"
