"""The frame of the rules: places, order, severity, and reading a page from a docstring."""

from collections.abc import Iterator

import pytest

from helpers import TODAY
from paraf.finding import Place, Severity
from paraf.rules.base import PARTS, Facts, RulePage, Seen, SopRule, at, read_page, run
from paraf.rules.catalogue import BY_CODE
from paraf.sop.model import Route
from paraf.sop.repository import Repository
from rules.build import BASE, FIRST, OFFICIALS, PAPERS, SECOND, load, with_steps


def repository() -> Repository:
    return load(with_steps(FIRST, SECOND), papers=PAPERS, officials=OFFICIALS)


def seen(*route: str | int) -> Seen:
    return Seen(route=route, subject="Contoh", message="Pesan.", repair="Perbaikan.")


def rule(*found: Seen, code: str = "SOP901") -> SopRule:
    def check(facts: Facts) -> Iterator[Seen]:
        yield from found

    return SopRule(code=code, name="Contoh", severity=Severity.SEBAIKNYA, basis="Contoh", check=check)


def lines(*found: Seen) -> list[int]:
    return [finding.place.line for finding in run([rule(*found)], Facts(repository(), TODAY))]


def test_a_route_becomes_file_line_and_column() -> None:
    (finding,) = run([rule(seen("kode"))], Facts(load(BASE), TODAY))
    assert (finding.place, BASE.splitlines()[2]) == (Place("sop/sop-uji.yml", 3, 7), "kode: uji")


@pytest.mark.parametrize("file", ["naskah", "petugas"])
def test_a_rule_may_point_into_another_file(file: str) -> None:
    found = {
        "naskah": Seen(route=("naskah", 0, "id"), subject="", message="", repair="", file="naskah"),
        "petugas": Seen(route=("orang", 1), subject="", message="", repair="", file="petugas"),
    }
    (finding,) = run([rule(found[file])], Facts(repository(), TODAY))
    assert (finding.place.file, finding.place.line) == (f"sop/{file}.yml", {"naskah": 7, "petugas": 6}[file])


def test_pointing_into_a_file_that_was_not_loaded_is_our_mistake() -> None:
    lost = Seen(route=(), subject="", message="", repair="", file="naskah")
    with pytest.raises(AssertionError, match="was not loaded"):
        run([rule(lost)], Facts(load(BASE), TODAY))


@pytest.mark.parametrize(("route", "line"), [(("kode", "lebih", "dalam"), 3), (("pelaksana", 9), 21), (("lain",), 1)])
def test_a_route_that_leads_nowhere_ends_at_its_longest_known_part(route: Route, line: int) -> None:
    assert lines(seen(*route)) == [line]


def test_the_findings_of_a_rule_are_ordered_by_place() -> None:
    assert lines(seen("pelaksana", 1), seen("kode"), seen("pelaksana", 0)) == [3, 21, 22]


def test_rules_keep_their_order_and_equal_places_the_order_of_the_rule() -> None:
    twice = [seen("kode"), Seen(route=("kode",), subject="", message="Kedua.", repair="")]
    found = run([rule(*twice, code="SOP902"), rule(seen("skema"))], Facts(repository(), TODAY))
    assert [(finding.code, finding.message) for finding in found] == [
        ("SOP902", "Pesan."),
        ("SOP902", "Kedua."),
        ("SOP901", "Pesan."),
    ]


def test_the_rule_gives_the_severity_unless_the_observation_departs_from_it() -> None:
    departing = Seen(route=("kode",), subject="", message="", repair="", severity=Severity.WAJIB)
    found = run([rule(seen("skema"), departing)], Facts(repository(), TODAY))
    assert [finding.severity for finding in found] == [Severity.SEBAIKNYA, Severity.WAJIB]


def test_the_words_of_an_observation_arrive_unchanged() -> None:
    (finding,) = run([rule(seen("kode"))], Facts(repository(), TODAY))
    assert (finding.code, finding.subject, finding.message, finding.repair) == (
        "SOP901",
        "Contoh",
        "Pesan.",
        "Perbaikan.",
    )


def test_the_route_of_a_part_of_a_step() -> None:
    step = repository().sop.steps["C2"]
    assert at(step, "gambar", "lanjut") == ("bagian", 0, "langkah", 1, "gambar", "lanjut")


def test_a_docstring_is_split_at_its_headings() -> None:
    text = "Kalimat.\n\n## Mengapa\nIsi satu.\n\n### Bukan judul\n\n## Buruk\n```\n## Contoh\n# komentar\n```\n"
    assert read_page(text) == RulePage(
        "Kalimat.", {"Mengapa": "Isi satu.\n\n### Bukan judul", "Buruk": "```\n## Contoh\n# komentar\n```"}
    )


def test_a_docstring_without_headings_is_all_summary() -> None:
    assert read_page("\nKalimat saja.\n") == RulePage("Kalimat saja.", {})


def test_a_rule_reads_its_page_from_its_own_module() -> None:
    page = BY_CODE["SOP101"].page
    assert page.summary == "Nomor langkah berurutan mulai dari satu di setiap bagian."
    assert tuple(page.parts) == PARTS == ("Mengapa", "Buruk", "Baik", "Memperbaiki")
