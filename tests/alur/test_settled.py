"""A change of the officials takes no recorded deed from whoever did it: other years, names, standings, sheets, what is damaged.

The everyday cases are stories (``tests/cases/alur/aturan/mundur-*``); here is what a story cannot tell. A proposal that is not
refused waits for its approvals.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256

import msgspec
import pytest
from msgspec.structs import replace

from alur import test_year
from alur.book.handmade import BOOKS, POLICY, YEAR, account, books
from alur.book.test_on_paper import on_paper, signed, without_account
from alur.world import WIB, blob
from paraf.alur.book.reading import folder
from paraf.alur.book.writing import additions
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Blob, Facts, Policy, Pull, Span, Tree, Version
from paraf.alur.states import Outcome, Verdict
from paraf.sop.forms.officials import OfficialsFile, Term
from paraf.sop.repository import OFFICIALS

NOW = datetime(2026, 3, 2, 8, tzinfo=WIB)
FIRST = "001-nota-dinas.jsonl"
A3 = date(2026, 1, 8)
"""The day of every deed of the first paper of the book."""
Changed = Callable[[OfficialsFile], OfficialsFile]


def files(found: Mapping[str, bytes], year: int = YEAR) -> tuple[Tree, Mapping[str, bytes]]:
    """A book as it lies on main, with its bytes."""
    names = {folder(year) + name: data for name, data in found.items()}
    tree = {path: Blob("100644", sha256(data).hexdigest(), len(data)) for path, data in names.items()}
    return tree, {tree[path].sha256: data for path, data in names.items()}


def proposing(officials: OfficialsFile, facts: Facts) -> Facts:
    """A pull request by a stranger to the roles that brings a list."""
    tree = {**facts.main, OFFICIALS: blob("baru")}
    version = Version(at=NOW, by=998, tree=tree, touched=frozenset({OFFICIALS}))
    pull = Pull(
        number=900,
        author=998,
        spans=(Span(NOW),),
        versions=(version,),
        paths=frozenset({OFFICIALS}),
        proposed=officials,
    )
    return replace(facts, pulls=(pull,))


def asked(
    change: Changed, policy: Policy = POLICY, found: Mapping[str, bytes] = BOOKS, *, year: int = YEAR, now: int = YEAR
) -> Verdict:
    """What is said of a changed list in the year ``now`` while main has the book of ``year``."""
    tree, texts = files(found, year)
    facts = Facts(year=now, pulls=(), main={}, live=False, texts=texts)
    facts = replace(facts, main=tree) if year == now else replace(facts, past=tree)
    cycle = evaluate_cycle(policy, proposing(change(policy.officials), facts), NOW)
    assert cycle.doubts == ()
    return cycle.verdicts[0]


def person_of(role: str, **changes: object) -> Changed:
    """The person of a role is written otherwise."""

    def change(file: OfficialsFile) -> OfficialsFile:
        people = (msgspec.structs.replace(one, **changes) if one.id == account(role) else one for one in file.orang)
        return msgspec.structs.replace(file, orang=tuple(people))

    return change


def also(role: str, rank: str, by: str, since: date = A3, until: date | None = A3) -> Changed:
    """The person of the role ``by`` holds ``role`` as well."""

    def change(file: OfficialsFile) -> OfficialsFile:
        key = next(one.kunci for one in file.orang if one.id == account(by))
        term = Term(peran=role, orang=key, kedudukan=rank, mulai=since, sk="SK 99", selesai=until)  # type: ignore[arg-type]
        return msgspec.structs.replace(file, masa_jabatan=(*file.masa_jabatan, term))

    return change


def closed(role: str, day: date) -> Changed:
    """The term of a role ends."""

    def change(file: OfficialsFile) -> OfficialsFile:
        terms = (msgspec.structs.replace(one, selesai=day) if one.peran == role else one for one in file.masa_jabatan)
        return msgspec.structs.replace(file, masa_jabatan=tuple(terms))

    return change


def test_control_an_unchanged_list_and_one_for_days_without_a_deed_wait_for_approvals() -> None:
    assert asked(lambda file: file).outcome is Outcome.MENUNGGU
    assert asked(also("sekdin", "plh", "kasubag", date(2025, 3, 3), date(2025, 3, 4))).outcome is Outcome.MENUNGGU


@pytest.mark.parametrize("now", [YEAR, YEAR + 1])
def test_the_book_of_another_year_is_kept_true_as_well(now: int) -> None:
    said = asked(also("sekdin", "plh", "kasubag"), now=now)
    assert said.outcome is Outcome.DITOLAK
    assert said.reasons == (
        (
            "Daftar ini mengubah siapa Sekdin pada 8 Januari 2026, padahal langkah A3 pada 8 Januari 2026 tercatat di"
            f" {folder(YEAR)}{FIRST} sebagai perbuatan Sekdin (contoh) selaku Sekdin; tulis tanggal mulai atau selesai"
            " sesudah 8 Januari 2026."
        ),
    )
    assert said.next.sentence == "Pembuka PR ini membetulkan sop/petugas.yml."


def test_the_latest_deed_of_all_years_tells_the_date() -> None:
    """Written after that one it is written after all of them."""
    last = asked(closed("staf", date(2026, 1, 2)), now=YEAR + 1).reasons[0]
    assert "langkah B17" in last
    assert asked(closed("staf", date(2026, 2, 1)), now=YEAR + 1).outcome is Outcome.MENUNGGU


def test_a_deed_keeps_its_standing() -> None:
    """The same person as Plh of the same role on that day is another standing than the one that is recorded."""
    assert "mengubah siapa Sekdin" in asked(also("sekdin", "plh", "sekdin")).reasons[0]


def test_a_recorded_name_stays_known() -> None:
    said = asked(person_of("sekdin", nama="Ibu Lain"))
    assert said.outcome is Outcome.DITOLAK
    assert len(said.reasons) == 1
    assert "tidak lagi memuat nama Sekdin (contoh), padahal langkah B14" in said.reasons[0]
    assert "tambahkan nama itu pada 'nama_dulu' orangnya" in said.reasons[0]
    kept = asked(person_of("sekdin", nama="Ibu Lain", nama_dulu=("Sekdin (contoh)",)))
    assert kept.outcome is Outcome.MENUNGGU


def test_name_and_date_are_told_both() -> None:
    both = asked(lambda file: also("kadin", "plh", "kasubag")(person_of("sekdin", nama="Ibu Lain")(file)))
    assert ["'nama_dulu'" in one for one in both.reasons] == [True, False]


def test_a_sheet_keeps_who_signed_and_who_confirmed() -> None:
    policy = on_paper(orang=without_account("kadin"))
    found = books([signed()], policy)
    assert asked(lambda file: file, policy, found).outcome is Outcome.MENUNGGU
    signer = asked(also("kadin", "plh", "sekdin"), policy, found).reasons
    assert "mengubah siapa Kadin pada 8 Januari 2026, padahal langkah A5" in signer[0]
    assert "sebagai perbuatan Kadin (contoh) selaku Kadin" in signer[0]


def test_who_confirmed_a_sheet_may_still_confirm() -> None:
    """Only the confirmation is another year's, by somebody whose other deeds are no part of the book."""
    policy = on_paper(orang=without_account("kadin"))
    found = books([signed(by="sekdin")], policy)
    said = asked(closed("sekdin", date(2025, 12, 31)), policy, found, now=YEAR + 1).reasons
    assert len(said) == 1
    assert "mengubah siapa yang dapat menegaskan lembar kertas" in said[0]
    assert "penegasan Sekdin (contoh) untuk langkah A5 pada 8 Januari 2026 tercatat di" in said[0]
    none = replace(policy, papers=msgspec.structs.replace(policy.papers, kertas=None))
    assert asked(closed("sekdin", date(2025, 12, 31)), none, found, now=YEAR + 1).reasons == said


def test_another_role_does_not_confirm_a_sheet() -> None:
    """Who confirmed was Sekdin and Staf that day; as Staf alone it would not have counted."""
    policy = on_paper(orang=without_account("kadin"))
    policy = replace(policy, officials=also("staf", "definitif", "sekdin")(policy.officials))
    found = books([signed(by="sekdin")], policy)
    assert "menegaskan" in asked(closed("sekdin", date(2025, 12, 31)), policy, found, now=YEAR + 1).reasons[0]


def test_a_book_that_cannot_be_continued_is_kept_true_as_far_as_it_goes() -> None:
    """A paper was closed before the last one that is recorded, and is not: what comes next cannot be told."""
    policy = test_year.POLICY
    later = [one for one in test_year.DONE.closings if one.paper not in ("nota-dinas", "laporan-individu")]
    facts = test_year.with_book(test_year.FACTS, additions({}, [], later, policy, YEAR))
    file = also("sekdin", "plh", "staf", date(2025, 5, 5), date(2026, 12, 31))(policy.officials)
    cycle = evaluate_cycle(policy, replace(facts, pulls=(*facts.pulls, *proposing(file, facts).pulls)), test_year.NOW)
    (said,) = (one for one in cycle.verdicts if one.pull == 900)
    assert said.outcome is Outcome.DITOLAK
    assert "tercatat di" in said.reasons[0]
    far = also("kasubag", "plt", "staf", date(2025, 5, 5), date(2026, 1, 6))(policy.officials)
    cycle = evaluate_cycle(policy, replace(facts, pulls=(*facts.pulls, *proposing(far, facts).pulls)), test_year.NOW)
    (said,) = (one for one in cycle.verdicts if one.pull == 900)
    assert "akan dicatat di lakip/2025/buku/" in said.reasons[0], said.reasons


def test_what_differs_already_is_not_this_changes_doing() -> None:
    """A book of another year that is damaged, or not true any more, keeps nobody from changing the list."""
    plh = also("sekdin", "plh", "kasubag")
    policy = replace(POLICY, officials=plh(POLICY.officials))
    assert asked(lambda file: file, policy, now=YEAR + 1).outcome is Outcome.MENUNGGU
    torn = {**BOOKS, FIRST: b"{}\n"}
    assert asked(closed("kasubag", date(2026, 2, 1)), found=torn, now=YEAR + 1).outcome is Outcome.MENUNGGU
    assert asked(closed("kasubag", date(2026, 1, 9)), found=torn, now=YEAR + 1).outcome is Outcome.DITOLAK


def test_a_role_that_today_s_sop_does_not_know_is_called_as_the_book_calls_it() -> None:
    roles = tuple(one for one in POLICY.sop.roles if one.id != "tim")
    policy = replace(POLICY, sop=replace(POLICY.sop, roles=roles))
    assert "mengubah siapa tim pada" in asked(closed("tim", date(2025, 12, 31)), policy, now=YEAR + 1).reasons[0]


def test_a_book_that_cannot_be_read_is_no_pass() -> None:
    tree, _ = files(BOOKS)
    facts = Facts(year=YEAR + 1, pulls=(), main={}, live=False, past={**tree, "lakip/aneh.txt": blob("x")})
    said = evaluate_cycle(POLICY, proposing(POLICY.officials, facts), NOW).verdicts[0]
    assert said.outcome is Outcome.DITOLAK
    assert "Buku tidak dapat dibaca: isi lakip/2025/buku/001-nota-dinas.jsonl" in said.reasons[0]


def test_the_book_of_a_year_whose_rules_cannot_be_read_lies_among_the_others() -> None:
    """Then main has nothing of the year for the flow; who did what is told all the same."""
    tree, texts = files(BOOKS)
    facts = Facts(year=YEAR, pulls=(), main={}, live=False, texts=texts, past=tree)
    changed = also("sekdin", "plh", "kasubag")(POLICY.officials)
    said = evaluate_cycle(POLICY, proposing(changed, facts), NOW).verdicts[0]
    assert said.outcome is Outcome.DITOLAK
