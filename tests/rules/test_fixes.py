"""Repairs of the language rules: one pass makes them all, a second finds nothing left to repair, and meaning is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.case import base_files, facts
from paraf.finding import repaired
from paraf.rules.catalogue import BY_CODE
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import run_report

CHAPTER = "lakip/2025/80-penutup.md"
STYLE = [rule for rule in REPORT_RULES if rule.code.startswith("BHS")]
REPAIRED = {
    "Berdasarkan analisa, resiko turun.": "Berdasarkan analisis, risiko turun.",
    "Anggaran Rp. 5.000.000,- terserap 89.65 %.": "Anggaran Rp5.000.000 terserap 89,65%.",
    "Pagu Rp 1,250,000 dan 1,234,567.89.": "Pagu Rp1.250.000 dan 1.234.567,89.",
    "Rapat 02 Juni 2025 pukul 09:00–15:00 WIB.": "Rapat 2 Juni 2025 pukul 09.00–15.00 WIB.",
    "Di laksanakan diluar kota pada triwulan ke dua.": "Dilaksanakan di luar kota pada triwulan kedua.",
    "Tanggal 2025-06-02 dan bulan agustus.": "Tanggal 2 Juni 2025 dan bulan Agustus.",
    "Pagu Rp 1.500.000.00 dan Rp1500000 dan rp 2500,50.": "Pagu Rp1.500.000,00 dan Rp1.500.000 dan Rp2.500,50.",
    "Tanggal 2/6/2025 dibiarkan.": "Tanggal 2/6/2025 dibiarkan.",
}


@pytest.mark.parametrize(("written", "better"), REPAIRED.items())
def test_one_pass_repairs_a_line(written: str, better: str) -> None:
    files = base_files()
    clean = files[CHAPTER]
    files[CHAPTER] = f"{clean}\n{written}\n"
    for expected_fixes in (written != better, False):
        fixes = [one.fix for one in run_report(STYLE, facts(files)) if one.fix]
        assert bool(fixes) is expected_fixes
        files[CHAPTER], made = repaired(files[CHAPTER], fixes)
        assert len(made) == len(fixes)
        assert files[CHAPTER] == f"{clean}\n{better}\n"


SIGNS, TAILS = ("", "Rp", "Rp ", "Rp. ", "rp", "RP "), ("", ",-", ",--", " %", "%", " rupiah", " persen", ".")
AMOUNTS = [BY_CODE[code] for code in ("BHS103", "BHS104")]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(SIGNS), st.from_regex(r"[1-9]\d{0,6}([.,]\d{1,3}){0,3}", fullmatch=True), st.sampled_from(TAILS))
def test_a_repaired_amount_is_told_no_more(sign: str, number: str, tail: str) -> None:
    if sign and ("%" in tail or "persen" in tail):
        return
    files = base_files()
    files[CHAPTER] += f"\nNilainya {sign}{number}{tail} pada tahun itu.\n"
    for _ in range(2):
        found = run_report(AMOUNTS, facts(files))
        files[CHAPTER], made = repaired(files[CHAPTER], [one.fix for one in found if one.fix])
        assert len(found) <= 1, files[CHAPTER]
        if not made:
            return
    raise AssertionError(files[CHAPTER])
