"""The page about evidence does not lie: every example is read, valid, and nothing that the office asks for is left out."""

import re
from datetime import date

import pytest

from helpers import ROOT, load_case
from paraf.finding import Finding
from paraf.laporan.report import Report, read_report
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportFacts, facts_of, run_report
from paraf.sop.evidence import columns, evidence_forms, on_paper
from paraf.sop.repository import Repository, read_repository

PAGE = (ROOT / "docs" / "menulis" / "bukti.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
TODAY = date(2027, 2, 27)
NEXT = {"80-penutup.md": "---\nid: penutup\njudul: Penutup\n---\n"}


def office() -> Repository:
    """The office, which lets the Sekdin sign on paper as the page shows it."""
    files = {f"sop/{path.name}": path.read_bytes() for path in (ROOT / "sop").glob("*.yml")}
    files["sop/naskah.yml"] = files["sop/naskah.yml"].replace(b"kertas: {boleh: []", b"kertas: {boleh: [sekdin]")
    return read_repository(files)


OFFICE = office()


def facts(files: dict[str, str]) -> ReportFacts:
    report: Report = read_report(2026, {name: text.encode() for name, text in (files | NEXT).items()})
    return facts_of(OFFICE, report, None, TODAY)


def findings(files: dict[str, str]) -> list[Finding]:
    return [
        finding
        for finding in run_report(REPORT_RULES, facts(files))
        if finding.code.startswith(("ALU", "PRI")) or finding.place.file.removeprefix("lakip/2026/") in files
    ]


def test_control_a_fault_in_an_example_is_found() -> None:
    for name, old, new in (
        ("bukti/a6.yml", "tanggal: 2026-11-13", "tanggal: 2026-11-11"),
        ("bukti/b7.yml", "{dari: Sekretariat}", "{dari: Bidang Lain}"),
        ("tanggapan.yml", "nomor: 1", "nomor: 2"),
        ("individu.yml", "jumlah_wajib: 2", "jumlah_wajib: 3"),
        ("bukti/b10-kertas.yml", "sidik: 3f9a", "sidik: 3f"),
    ):
        assert old in FILES[name]
        assert len(findings(FILES | {name: FILES[name].replace(old, new)})) > len(findings(FILES))


def test_every_example_is_valid() -> None:
    found = facts(FILES)
    assert (found.report.faults, found.evidence.unread, found.evidence.foreign) == ((), (), ())
    (only,) = findings(FILES)
    assert only.message.startswith("Belum dijadwalkan: B4, ")  # the page says "dan seterusnya"


def test_every_record_the_office_asks_for_is_shown_or_said_to_be_the_same() -> None:
    forms = evidence_forms(load_case(ROOT))
    shown = {name.removeprefix("bukti/").removesuffix(".yml").upper() for name in FILES if name.startswith("bukti/")}
    same = [step for step in forms if step not in shown]
    assert all(f"({step} sama isinya)" in PAGE for step in same)
    assert [forms[step].kinds for step in same] == [forms["A6"].kinds]


def test_every_key_is_named() -> None:
    keys = {
        part
        for form in evidence_forms(OFFICE).values()
        for field in form.fields
        for path, _ in columns(field)
        for part in path.split(".")
    }
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", PAGE)] == []


@pytest.mark.parametrize("word", ["--susulan 2", "--terbitan 2", "--kertas", "sop/bukti.yml"])
def test_the_page_says_how(word: str) -> None:
    assert word in PAGE
    assert on_paper(OFFICE)
