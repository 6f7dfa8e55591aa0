"""Approvals signed on paper: the line names who signed, the account is that of who confirmed."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import POLICY, account, books, chained, closings, lines, said, with_deed
from paraf.alur.facts import Policy
from paraf.sop.forms.officials import Person

FIRST = "001-nota-dinas.jsonl"


def on_paper(**officials: Any) -> Policy:
    """The office lets the Kadin sign on paper."""
    kept = POLICY.papers.kertas
    assert kept
    papers = msgspec.structs.replace(POLICY.papers, kertas=msgspec.structs.replace(kept, boleh=("kadin",)))
    return replace(POLICY, papers=papers, officials=msgspec.structs.replace(POLICY.officials, **officials))


def signed(role: str = "kadin", by: str = "kasubag") -> Any:
    """The first paper, one role of which signed on paper; who confirmed."""
    one = closings()[0]
    return replace(
        one,
        deeds=tuple(
            (
                step,
                tuple(
                    replace(deed, by=account(by), on_paper=True)
                    if (deed.role, deed.kind) == (role, "setujui")
                    else deed
                    for deed in done
                ),
            )
            for step, done in one.deeds
        ),
    )


def without_account(role: str) -> tuple[Person, ...]:
    return tuple(
        msgspec.structs.replace(person, akun=None, id=None) if person.id == account(role) else person
        for person in POLICY.officials.orang
    )


def test_the_line_names_who_signed_and_who_confirmed() -> None:
    policy = on_paper(orang=without_account("kadin"))
    found = books([signed()], policy)
    (deed,) = [deed for deed in lines(found[FIRST])[4].tindakan if deed.jenis == "setujui"]
    assert (deed.nama, deed.di_atas_kertas, deed.kedudukan) == ("Kasubag KPP (contoh)", "Kadin (contoh)", "definitif")
    assert said(found, policy) == []


def test_a_role_that_may_not_sign_on_paper_is_found() -> None:
    policy = on_paper()
    told = "Langkah A3: disetujui di atas kertas, padahal sop/naskah.yml tidak mengizinkannya bagi Sekdin."
    assert said(books([signed("sekdin")], policy), policy) == [f"{FIRST}:3 {told}"]
    none = replace(policy, papers=msgspec.structs.replace(policy.papers, kertas=None))
    assert len(said(books([signed()], none), none)) == 1


def test_who_confirms_must_be_allowed_to() -> None:
    policy = on_paper()
    told = "Langkah A5: lembar kertasnya ditegaskan Staf (contoh), yang hari itu tidak memegang peran penegas."
    assert said(books([signed(by="staf")], policy), policy) == [f"{FIRST}:5 {told}"]


def test_another_signer_is_found() -> None:
    policy = on_paper()
    found = lines(books([signed()], policy)[FIRST])
    found[4] = with_deed(0, di_atas_kertas="Orang")(found[4])
    told = "Langkah A5: yang menandatangani tercatat Orang, bukan pemegang peran hari itu."
    assert said(chained({FIRST: found}), policy) == [f"{FIRST}:5 {told}"]


def test_the_standing_on_a_sheet_is_that_of_who_signed() -> None:
    policy = on_paper()
    rows = lines(books([signed()], policy)[FIRST])
    rows[4] = with_deed(0, kedudukan="plt")(rows[4])
    told = f"{FIRST}:5 Langkah A5: kedudukannya tercatat plt, padahal menurut sop/petugas.yml definitif."
    assert said(chained({FIRST: rows}), policy) == [told]


def test_who_signed_may_be_called_otherwise_later() -> None:
    """Their name of that day is kept, as of everybody else."""
    policy = on_paper()
    found = books([signed()], policy)

    def called(*before: str) -> Policy:
        people = (
            msgspec.structs.replace(one, nama="Ibu Lain", nama_dulu=before) if one.id == account("kadin") else one
            for one in policy.officials.orang
        )
        return on_paper(orang=tuple(people))

    assert said(found, called("Kadin (contoh)")) == []
    assert "yang menandatangani tercatat Kadin (contoh)" in said(found, called())[0]


def test_two_holders_leave_the_signer_unknown() -> None:
    """The engine binds no such approval; should one come, the line says so and does not verify."""
    term = next(term for term in POLICY.officials.masa_jabatan if term.peran == "kadin")
    again = msgspec.structs.replace(term, orang="contoh-tim-satu")
    policy = on_paper(masa_jabatan=(*POLICY.officials.masa_jabatan, again))
    found = books([signed()], policy)
    assert b'"di_atas_kertas":"tidak diketahui"' in found[FIRST]
    assert any("yang menandatangani tercatat tidak diketahui" in one for one in said(found, policy))


@pytest.mark.parametrize("account_there", [True, False], ids=["with account", "without"])
def test_who_signed_on_paper_approves_no_other_step(account_there: bool) -> None:
    """The two-person rule looks at who signed, not at who confirmed."""
    terms = tuple(
        msgspec.structs.replace(term, orang="contoh-sekdin") if term.peran == "kadin" else term
        for term in POLICY.officials.masa_jabatan
    )
    policy = on_paper(masa_jabatan=terms)
    if account_there:
        told = "Langkah A5: Kasubag KPP (contoh) sudah menyetujui langkah A3 pada naskah ini."
        assert said(books([signed()], policy), policy) == [f"{FIRST}:5 {told}"]
        return
    kept = policy.papers.kertas
    assert kept
    both = msgspec.structs.replace(policy.papers, kertas=msgspec.structs.replace(kept, boleh=("kadin", "sekdin")))
    policy = replace(
        policy, papers=both, officials=msgspec.structs.replace(policy.officials, orang=without_account("sekdin"))
    )
    one = signed()
    one = replace(
        one,
        deeds=tuple(
            (
                step,
                tuple(
                    replace(deed, by=account("kadin"), on_paper=True) if deed.role == "sekdin" else deed
                    for deed in done
                ),
            )
            for step, done in one.deeds
        ),
    )
    assert any("sudah menyetujui langkah A3" in problem for problem in said(books([one], policy), policy))


def test_two_people_without_accounts_are_two_people() -> None:
    kept = on_paper().papers.kertas
    assert kept
    papers = msgspec.structs.replace(on_paper().papers, kertas=msgspec.structs.replace(kept, boleh=("kadin", "sekdin")))
    nobody = tuple(
        msgspec.structs.replace(person, akun=None, id=None)
        if person.id in (account("kadin"), account("sekdin"))
        else person
        for person in POLICY.officials.orang
    )
    policy = replace(POLICY, papers=papers, officials=msgspec.structs.replace(POLICY.officials, orang=nobody))
    one = closings()[0]
    both = replace(
        one,
        deeds=tuple(
            (
                step,
                tuple(
                    replace(deed, by=account("kasubag"), on_paper=True) if deed.kind == "setujui" else deed
                    for deed in done
                ),
            )
            for step, done in one.deeds
        ),
    )
    assert said(books([both], policy), policy) == []
