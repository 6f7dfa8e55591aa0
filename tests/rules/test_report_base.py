"""Findings of a report: exemptions, weight by step, order, and the rules that look at the others."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from helpers import ROOT, load_case
from laporan.case import FOLDER, base_files, facts
from paraf.finding import Finding, Place, Severity
from paraf.rules.catalogue import BY_CODE
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, Scale, run_report, sentence, shown
from rules.build import FIRST, SECOND, with_steps

STRICTNESS = """
ketegasan:
  - {aturan: BHS, sejak: C2, tingkat: catatan}
  - {aturan: STR, sejak: C1, tingkat: catatan}
  - {aturan: STR, sejak: C2, tingkat: sebaiknya}
"""


def changed(exemption: str = "", papers: bool = False) -> ReportFacts:
    return facts(changed_files(exemption, papers))


def changed_files(exemption: str = "", papers: bool = False) -> dict[str, str]:
    """A term to correct, a heading and a chapter that are absent, an empty history."""
    files = base_files()
    last = f"{FOLDER}/80-penutup.md"
    files[last] = files[last].replace("## Simpulan\n\n", "\nMenurut analisa itu:\n\n")
    del files[f"{FOLDER}/01-pengantar.md"]
    kinerja = f"{FOLDER}/data/kinerja.yml"
    files[kinerja] = files[kinerja].replace('- {tahun: 2023, target: "60", realisasi: "58"}\n          ', "")
    if exemption:
        rows = "".join(f"  - {{{row}, alasan: Memang begitu.}}\n" for row in exemption.splitlines())
        files[f"{FOLDER}/data/pengecualian.yml"] = f"skema: 1\npengecualian:\n{rows}"
    if papers:
        files["sop/sop-uji.yml"] = with_steps(FIRST, SECOND)
        files["sop/naskah.yml"] += STRICTNESS
    return files


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


ALL = ["STR103", "STR104", "LKP106", "BHS101"]


def test_findings_come_in_the_order_of_the_rules() -> None:
    assert codes(run_report(REPORT_RULES, changed())) == ALL


@pytest.mark.parametrize(
    ("exemption", "gone"),
    [
        ("kode: BHS101, berkas: 80-penutup.md, memuat: analisa itu", "BHS101"),
        ("kode: STR104, berkas: 80-penutup.md, memuat: Simpulan", "STR104"),
        ("kode: STR103, berkas: 01-pengantar.md, memuat: Pengantar", "STR103"),
        ("kode: LKP106, berkas: data/kinerja.yml, memuat: IKU-3", "LKP106"),
    ],
)
def test_an_exemption_takes_one_finding_away_and_is_used(exemption: str, gone: str) -> None:
    assert codes(run_report(REPORT_RULES, changed(exemption))) == [code for code in ALL if code != gone]


@pytest.mark.parametrize(
    ("exemption", "said"),
    [
        ("kode: BHS101, berkas: 80-penutup.md, memuat: resiko", "tidak mengecualikan apa pun"),
        ("kode: BHS101, berkas: 70-anggaran.md, memuat: analisa", "tidak mengecualikan apa pun"),
        ("kode: STR104, berkas: 80-penutup.md, memuat: Langkah", "tidak mengecualikan apa pun"),
        ("kode: STR110, berkas: data/pengecualian.yml, memuat: STR110", "tidak mengecualikan apa pun"),
        ("kode: ZZZ101, berkas: 80-penutup.md, memuat: analisa", "tidak ada"),
    ],
)
def test_one_that_exempts_nothing_is_told(exemption: str, said: str) -> None:
    found = [f for f in run_report(REPORT_RULES, changed(exemption)) if f.code == "STR110"]
    if "STR110" in exemption:
        assert found == []  # it takes itself away, and nothing else
    else:
        assert said in found[0].message


def test_a_rule_that_looks_at_the_others_sees_what_they_found_wherever_it_stands_in_the_list() -> None:
    seen: list[tuple[frozenset[str], list[str]]] = []

    def look(facts: ReportFacts) -> Iterator[Observed]:
        seen.append((facts.ran, codes(list(facts.found))))
        return iter(())

    spy: ReportRule = replace(BY_CODE["STR110"], code="STR999", check=look)
    run_report([spy, BY_CODE["BHS101"], BY_CODE["STR103"]], changed())
    assert seen == [(frozenset({"STR999", "BHS101", "STR103"}), ["BHS101", "STR103"])]


@pytest.mark.parametrize(
    ("step", "structure", "words"),
    [
        ("C1", Severity.CATATAN, Severity.CATATAN),
        ("C2", Severity.SEBAIKNYA, Severity.CATATAN),
        (None, Severity.SEBAIKNYA, Severity.CATATAN),
    ],
)
def test_a_step_weakens_a_family_and_never_strengthens_it(
    step: str | None, structure: Severity, words: Severity
) -> None:
    weights = {finding.code: finding.severity for finding in run_report(REPORT_RULES, changed(papers=True), step)}
    assert weights == {"STR103": structure, "STR104": structure, "LKP106": Severity.SEBAIKNYA, "BHS101": words}


@pytest.mark.parametrize(
    ("own", "step", "weights"),
    [
        ("C1, tingkat: wajib", "C1", (Severity.WAJIB, Severity.CATATAN)),
        ("C2, tingkat: wajib", "C1", (Severity.CATATAN, Severity.CATATAN)),
        ("C2, tingkat: wajib", "C2", (Severity.WAJIB, Severity.SEBAIKNYA)),
        ("C1, tingkat: catatan", "C2", (Severity.CATATAN, Severity.SEBAIKNYA)),
        ("C1, tingkat: catatan", None, (Severity.CATATAN, Severity.SEBAIKNYA)),
        ("C1, tingkat: wajib", None, (Severity.WAJIB, Severity.SEBAIKNYA)),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_rule_that_is_named_leaves_its_family(
    own: str, step: str | None, weights: tuple[Severity, Severity], first: bool
) -> None:
    """Heavier or lighter than it, before its own first step too, and wherever its line stands."""
    files = changed_files(papers=True)
    line = f"  - {{aturan: STR103, sejak: {own}}}\n"
    text = files["sop/naskah.yml"]
    files["sop/naskah.yml"] = text.replace("ketegasan:\n", f"ketegasan:\n{line}") if first else text + line
    found = {finding.code: finding.severity for finding in run_report(REPORT_RULES, facts(files), step)}
    assert (found["STR103"], found["STR104"]) == weights


@pytest.mark.parametrize(
    ("code", "weights"),
    [
        ("KON101", "catatan wajib wajib wajib wajib"),  # a figure that contradicts data
        ("KON102", "catatan catatan catatan sebaiknya sebaiknya"),  # an unbound one is a note until the final draft
        ("KON103", "catatan sebaiknya sebaiknya wajib wajib"),
        ("STR101", "catatan wajib wajib wajib wajib"),  # what nobody can read passes at no step
        ("STR102", "catatan wajib wajib wajib wajib"),
        ("STR103", "catatan sebaiknya sebaiknya sebaiknya wajib"),
        ("STR107", "catatan catatan catatan catatan wajib"),  # a missing table is a note while drafting
        ("STR113", "catatan catatan catatan catatan wajib"),
        ("LKP101", "catatan catatan sebaiknya wajib wajib"),  # the step that asks for all of it
        ("DAT104", "wajib wajib wajib wajib wajib"),
        ("BHS101", "catatan catatan catatan catatan sebaiknya"),
        ("BHS102", "catatan sebaiknya sebaiknya sebaiknya wajib"),
        ("PRI101", "wajib wajib wajib wajib wajib"),
        ("TAU101", "catatan sebaiknya sebaiknya sebaiknya wajib"),
        ("ALU101", "wajib wajib wajib wajib wajib"),
    ],
)
def test_the_offices_own_weights(code: str, weights: str) -> None:
    """As DESIGN section 7 says: at the data, the first draft, its approval, the final draft and its hand-over."""
    repo, rule = load_case(ROOT), BY_CODE[code]
    found = [Finding(code=code, severity=rule.severity, place=Place("x", 1, 1), subject="x", message="x", repair="x")]
    said = [Scale(repo, step)(finding).severity.value for step in ("B3", "B4", "B6", "B8", "B9") for finding in found]
    assert " ".join(said) == weights
    assert Scale(repo, None)(found[0]).severity.value == said[-1], "without a step as much as it ever will"


def test_sentences_and_lists() -> None:
    assert [sentence("isi dulu"), sentence("")] == ["Isi dulu.", ""]
    assert [shown(["a"]), shown(["a", "b"]), shown(["a", "b", "c"])] == ["a", "a dan b", "a, b, dan c"]


def test_an_exemption_of_a_data_file_may_name_words_of_its_line() -> None:
    files = base_files()
    files[f"{FOLDER}/data/kontak.csv"] = "nama;telepon\nPosko siaga;081234567890\nPosko lain;081234567891\n"
    row = "{kode: PRI102, berkas: data/kontak.csv, memuat: Posko siaga, alasan: Nomor layanan kantor.}"
    files[f"{FOLDER}/data/pengecualian.yml"] = f"skema: 1\npengecualian:\n  - {row}\n"
    found = run_report([BY_CODE["PRI102"]], facts(files))
    assert [finding.place.line for finding in found] == [3]
