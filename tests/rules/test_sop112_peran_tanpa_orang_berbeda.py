"""SOP112, beyond its cases: the days, the steps and the roles in words, and silence where papers or officials are not kept."""

from datetime import date

import pytest

from helpers import findings_of
from paraf.finding import Severity
from paraf.sop.repository import Repository
from rules.build import FIRST, OFFICIALS, PAPERS, SECOND, load, only, said, swapped, with_steps

GUIDE = swapped(
    with_steps(FIRST, SECOND), ("pelaksana: [penerima, pemeriksa]", "pelaksana: [penerima, pemeriksa, kepala]")
)
SAME = swapped(OFFICIALS, ("orang: dua,", "orang: satu,"))
WRITE, APPROVE = "{jenis: susun, oleh: penerima}", "{jenis: setujui, oleh: pemeriksa}"
TO_KEPALA = "{jenis: ajukan, oleh: %s, ke: kepala}, {jenis: setujui, oleh: kepala}"
TWICE = f"{APPROVE}, {TO_KEPALA % 'penerima'}"
ADD = "lalu tambahkan masa jabatannya di sop/petugas.yml."


def office(officials: str, *swaps: tuple[str, str]) -> Repository:
    papers = swapped(PAPERS, ("nama: Berkas", "nama: Berkas Contoh"), *swaps)
    return load(GUIDE, papers=papers, officials=officials)


def term(role: str, person: str, start: str, end: str = "", kind: str = "definitif") -> str:
    """A term as a line of petugas.yml."""
    until = f", selesai: {end}" if end else ""
    return f"  - {{peran: {role}, orang: {person}, kedudukan: {kind}, mulai: {start}{until}, sk: SK contoh 9}}\n"


def ended(day: str) -> str:
    """The sample officials, pemeriksa only until that day."""
    return swapped(OFFICIALS, ("mulai: 2025-01-02, sk: SK contoh 2", f"mulai: 2025-01-02, selesai: {day}, sk: SK 2"))


def test_one_person_in_two_roles() -> None:
    finding = only("SOP112", office(SAME))
    assert (finding.subject, finding.severity) == ("Naskah Berkas Contoh", Severity.WAJIB)
    assert finding.message == (
        "Mulai 15 Januari 2026, hanya ada satu orang untuk menyusun di langkah C1 (Penerima) dan menyetujui di langkah C2 "
        "(Pemeriksa). Yang menyetujui harus orang lain, jadi naskah ini berhenti."
    )
    assert finding.repair == (
        f"Tunjuk orang lain sebagai pejabat definitif atau Plt untuk peran Penerima atau Pemeriksa, {ADD}"
    )


def test_a_stand_in_who_wrote_the_paper() -> None:
    finding = only("SOP112", office(OFFICIALS + term("pemeriksa", "satu", "2026-02-02", "2026-02-06", "plh")))
    assert finding.message.startswith(
        "Dari 2 Februari 2026 sampai 6 Februari 2026, hanya ada satu orang untuk menyusun "
    )
    assert finding.repair == (
        f"Tunjuk orang lain sebagai Plh untuk peran Penerima atau Pemeriksa pada hari-hari itu, {ADD}"
    )


def test_a_gap_of_several_days() -> None:
    finding = only("SOP112", office(ended("2026-01-31") + term("pemeriksa", "dua", "2026-02-10")))
    assert finding.message == (
        "Dari 1 Februari 2026 sampai 9 Februari 2026, tidak ada yang memegang peran Pemeriksa, "
        "sehingga langkah C2 tidak dapat dijalankan dan naskah ini berhenti."
    )
    assert finding.repair == f"Tunjuk Plh untuk peran Pemeriksa pada hari-hari itu, {ADD}"


def test_a_gap_of_one_day() -> None:
    finding = only("SOP112", office(ended("2026-03-02") + term("pemeriksa", "dua", "2026-03-04")))
    assert finding.message.startswith("Pada 3 Maret 2026, tidak ada yang memegang peran Pemeriksa, ")
    assert finding.repair == f"Tunjuk Plh untuk peran Pemeriksa pada hari itu, {ADD}"


def test_the_days_after_the_last_term() -> None:
    finding = only("SOP112", office(ended("2026-12-31")))
    assert finding.message.startswith("Mulai 1 Januari 2027, tidak ada yang memegang peran Pemeriksa, ")
    assert finding.repair == f"Tunjuk pejabat definitif atau Plt untuk peran Pemeriksa, {ADD}"


def test_the_days_begin_today() -> None:
    (finding,) = findings_of("SOP112", office(SAME), date(2026, 8, 17))
    assert finding.message.startswith("Mulai 17 Agustus 2026, ")


def test_every_step_of_a_role_nobody_holds_is_named() -> None:
    (message,) = said("SOP112", office(swapped(OFFICIALS, ("peran: penerima,", "peran: kepala,"))))
    assert message.endswith(
        "tidak ada yang memegang peran Penerima, sehingga langkah C1 dan C2 tidak dapat dijalankan dan naskah ini berhenti."
    )


def test_one_person_for_two_approvals() -> None:
    finding = only("SOP112", office(OFFICIALS + term("kepala", "dua", "2025-01-02"), (APPROVE, TWICE)))
    assert finding.message == (
        "Mulai 15 Januari 2026, hanya ada satu orang untuk menyetujui di langkah C2 (Pemeriksa) dan menyetujui di langkah C2 "
        "(Kepala). Setiap persetujuan harus dari orang yang berbeda, jadi naskah ini berhenti."
    )


def test_too_few_people_for_three_acts() -> None:
    people = [*(term("penerima", "dua", "2025-01-02"), term("pemeriksa", "satu", "2025-01-02"))]
    people += [*(term("kepala", "satu", "2025-01-02"), term("kepala", "dua", "2025-01-02"))]
    finding = only("SOP112", office(OFFICIALS + "".join(people), (APPROVE, TWICE)))
    assert finding.message == (
        "Mulai 15 Januari 2026, hanya ada dua orang untuk menyusun di langkah C1 (Penerima), menyetujui di langkah C2 "
        "(Pemeriksa), dan menyetujui di langkah C2 (Kepala). Yang menyetujui harus orang lain, jadi naskah ini berhenti."
    )
    assert "untuk peran Penerima, Pemeriksa, atau Kepala, lalu" in finding.repair


def test_one_person_who_hands_over_to_himself() -> None:
    officials = OFFICIALS + term("kepala", "dua", "2025-01-02")
    message = said("SOP112", office(officials, (APPROVE, TO_KEPALA % "pemeriksa")))[0]
    assert (
        "untuk mengajukan di langkah C2 (Pemeriksa) dan menyetujui di langkah C2 (Kepala). Yang menyetujui" in message
    )


SELF = (WRITE, "{jenis: susun, oleh: pemeriksa}"), ("oleh: penerima, ke:", "oleh: pemeriksa, ke:")


@pytest.mark.parametrize(
    ("officials", "repair"),
    [
        (OFFICIALS, " dengan kedudukan yang sama (definitif atau Plt)"),
        (
            OFFICIALS + term("pemeriksa", "satu", "2026-02-02"),
            " pada hari-hari itu dengan kedudukan yang sama (definitif, Plt, atau Plh)",
        ),
    ],
)
def test_one_role_that_does_everything_needs_a_second_holder(officials: str, repair: str) -> None:
    """A Plh or Plt would be as alone in the role as the one before."""
    papers = swapped(PAPERS, *SELF)
    sop = swapped(GUIDE, ("{pelaksana: [penerima]", "{pelaksana: [pemeriksa]"))
    finding = only("SOP112", load(sop, papers=papers, officials=officials))
    assert finding.message.partition(", ")[2] == (
        "hanya ada satu orang untuk menyusun di langkah C1 (Pemeriksa) dan menyetujui di langkah C2 (Pemeriksa). "
        "Yang menyetujui harus orang lain, jadi naskah ini berhenti."
    )
    assert finding.repair == f"Tunjuk satu orang lagi untuk peran Pemeriksa{repair}, {ADD}"


@pytest.mark.parametrize("repo", [load(GUIDE), load(GUIDE, papers=PAPERS), load(GUIDE, officials=SAME)])
def test_without_papers_or_officials_there_is_nothing_to_say(repo: Repository) -> None:
    assert findings_of("SOP112", repo) == []
