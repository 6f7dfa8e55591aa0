"""SOP112, beyond its cases: the days and the roles in words, and silence where papers or officials are not kept."""

from datetime import date

import pytest

from helpers import findings_of
from paraf.finding import Severity
from paraf.sop.repository import Repository
from rules.build import FIRST, OFFICIALS, PAPERS, SECOND, load, only, said, swapped, with_steps

SAME = swapped(OFFICIALS, ("orang: dua,", "orang: satu,"))
GUIDE = with_steps(FIRST, SECOND)


def office(officials: str) -> Repository:
    return load(GUIDE, papers=swapped(PAPERS, ("nama: Berkas", "nama: Berkas Contoh")), officials=officials)


def test_one_person_in_two_roles() -> None:
    finding = only("SOP112", office(SAME))
    assert (finding.subject, finding.severity) == ("Berkas Contoh", Severity.WAJIB)
    assert finding.message == (
        "Sejak 15 Januari 2026, peran Pemeriksa dan Penerima tidak dipegang orang yang cukup berbeda."
    )
    assert finding.repair == (
        "Tunjuk Plh Pemeriksa untuk hari-hari itu, lalu tambahkan masa jabatannya di sop/petugas.yml."
    )


def test_the_days_of_a_gap_and_the_days_after_the_last_term() -> None:
    ends = swapped(OFFICIALS, ("mulai: 2025-01-02, sk: SK contoh 2", "mulai: 2025-01-02, selesai: 2026-01-31, sk: A"))
    again = "  - {peran: pemeriksa, orang: dua, kedudukan: plt, mulai: 2026-02-10, selesai: 2026-12-31, sk: SK B}\n"
    assert said("SOP112", office(ends + again)) == [
        "Pada 1 Februari 2026 sampai 9 Februari 2026, tidak ada yang memegang peran Pemeriksa.",
        "Sejak 1 Januari 2027, tidak ada yang memegang peran Pemeriksa.",
    ]


def test_the_days_begin_today() -> None:
    (finding,) = findings_of("SOP112", office(SAME), date(2026, 8, 17))
    assert finding.message.startswith("Sejak 17 Agustus 2026, ")


def test_three_roles_are_joined_with_and() -> None:
    role, paper = "pelaksana: [penerima, pemeriksa]", "{jenis: setujui, oleh: pemeriksa}"
    sop = swapped(GUIDE, (role, "pelaksana: [penerima, pemeriksa, kepala]"))
    handed = f"{{jenis: ajukan, oleh: pemeriksa, ke: kepala}}, {paper}, {{jenis: setujui, oleh: kepala}}"
    term = "  - {peran: kepala, orang: dua, kedudukan: definitif, mulai: 2025-01-02, sk: SK contoh 3}\n"
    repo = load(sop, papers=swapped(PAPERS, (paper, handed)), officials=OFFICIALS + term)
    assert only("SOP112", repo).message.partition(", ")[2] == (
        "peran Pemeriksa, Kepala dan Penerima tidak dipegang orang yang cukup berbeda."
    )


@pytest.mark.parametrize("repo", [load(GUIDE), load(GUIDE, papers=PAPERS), load(GUIDE, officials=SAME)])
def test_without_papers_or_officials_there_is_nothing_to_say(repo: Repository) -> None:
    assert findings_of("SOP112", repo) == []
