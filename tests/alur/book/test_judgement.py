"""What the book is judged by, each rule on its edge: the very day, the very second, the nearest other name, another order."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import (
    BOOKS,
    EARLIER,
    NOW,
    POLICY,
    TREE,
    YEAR,
    Forger,
    account,
    books,
    chained,
    closing_of,
    closings,
    lines,
    said,
    verified,
    with_deed,
    with_officials,
)
from alur.story import rearranged
from alur.world import blob
from paraf.alur.book.noting import lacking
from paraf.alur.book.ordering import turns
from paraf.alur.book.reading import read_books
from paraf.alur.facts import Policy, Tree
from paraf.alur.states import Closing
from paraf.sop.forms.officials import Term

FIRST, SECOND, *_ = sorted(BOOKS)
REHASHED = Forger(rehash=True)
DAY = date(2026, 1, 8)
"""The day of every deed of the first paper."""


# Times


def test_a_merge_in_the_second_of_the_last_record_is_sound() -> None:
    one = closings()[0]
    at = one.at - timedelta(hours=1)
    deeds = tuple(
        (step, tuple(replace(deed, at=at) if deed.kind == "gabung" else deed for deed in done))
        for step, done in one.deeds
    )
    assert said(books([replace(one, at=at, deeds=deeds)])) == []


def test_a_hand_over_between_two_records_in_the_wrong_order_is_found() -> None:
    """Records have no order among them, but what follows is later than every one."""
    rows = lines(BOOKS[SECOND])
    sent = rows[0].tindakan[0].waktu
    rows[1] = with_deed(0, waktu=sent - timedelta(minutes=5))(rows[1])
    rows[2] = with_deed(0, waktu=sent - timedelta(minutes=2))(rows[2])
    found = said(chained({FIRST: lines(BOOKS[FIRST]), SECOND: rows}))
    assert any("Langkah A9" in one and "mendahului yang harus lebih dahulu" in one for one in found)


def test_papers_closed_in_one_second_are_recorded_one_after_the_other() -> None:
    first, second = closings()[:2]
    second = replace(second, at=first.at)
    found = lacking(books([first]), [first, second], POLICY, YEAR, now=NOW)
    assert isinstance(found, dict)
    assert list(found) == [SECOND]


def test_files_closed_in_one_second_are_in_order() -> None:
    first, second = closings()[:2]
    found = said(books([first, replace(second, at=first.at)]))
    assert not any("selesai lebih dahulu" in one for one in found)


def test_a_turn_begins_when_the_last_of_several_papers_is_done() -> None:
    volumes = read_books(BOOKS, YEAR)[0]
    waits = ("draf-akhir", "nota-dinas")
    papers = [
        msgspec.structs.replace(one, setelah=waits) if one.id == "surat-pengantar" else one
        for one in POLICY.papers.naskah
    ]
    before = next(one.first.selesai for one in volumes if one.paper == "draf-akhir")
    assert turns(volumes, papers)[-1] == before


def test_an_edition_that_is_missing_is_told_once() -> None:
    """What follows goes on from the number that is written."""
    rows = {name: lines(data) for name, data in BOOKS.items()}
    rows["008-nota-dinas.jsonl"] = [msgspec.structs.replace(line, edisi=4, pr=8) for line in rows[FIRST]]
    rows[FIRST] = [msgspec.structs.replace(line, edisi=3) for line in rows[FIRST]]
    found = said(chained(rows))
    assert sum("padahal seharusnya edisi" in one for one in found) == 1


# Names


@pytest.mark.parametrize(
    ("line", "name"),
    [(2, f"akun nomor {account('sekdin')}"), (5, "Orang Lain")],
    ids=["an approval of nobody", "a merge of somebody else"],
)
def test_only_a_merge_may_be_of_an_account_without_a_name(line: int, name: str) -> None:
    at = len(lines(BOOKS[FIRST])[line].tindakan) - 1
    assert any(f"tercatat bernama {name}" in one for one in said(REHASHED.line(FIRST, line, with_deed(at, nama=name))))


# Officials


def held(*terms: tuple[str, str, date, date | None]) -> Policy:
    """The Sekdin's own terms are these: whose, standing, from when to when."""
    own = next(one for one in POLICY.officials.masa_jabatan if one.peran == "sekdin")
    made = [
        Term(peran="sekdin", orang=f"contoh-{who}", kedudukan=rank, mulai=since, sk=f"SK {number}", selesai=until)  # type: ignore[arg-type]
        for number, (who, rank, since, until) in enumerate(terms)
    ]
    others = [one for one in POLICY.officials.masa_jabatan if one is not own]
    return with_officials(masa_jabatan=(*others, *made))


YESTERDAY, LONG_AGO = date(2026, 1, 7), date(2025, 3, 1)
PLH = ("staf", "plh", DAY, DAY)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ([("sekdin", "definitif", DAY, None), PLH], "padahal saat itu ada Plt atau Plh yang menggantikannya."),
        (
            [("sekdin", "plt", LONG_AGO, LONG_AGO), ("sekdin", "definitif", date(2025, 1, 2), None), PLH],
            "padahal saat itu ada Plt atau Plh yang menggantikannya.",
        ),
        (
            [("sekdin", "plt", LONG_AGO, LONG_AGO), ("sekdin", "definitif", date(2025, 4, 1), YESTERDAY)],
            "padahal masa jabatannya berakhir 7 Januari 2026.",
        ),
        ([("sekdin", "definitif", date(2026, 1, 9), None)], "padahal tidak memegang peran itu."),
    ],
    ids=["began that day", "acted once before", "ended the day before", "begins tomorrow"],
)
def test_why_somebody_did_not_hold_a_role(terms: Sequence[tuple[str, str, date, date | None]], told: str) -> None:
    (found, *_) = said({FIRST: BOOKS[FIRST]}, held(*terms))
    assert found == f"{FIRST}:3 Langkah A3: Sekdin (contoh) bertindak sebagai Sekdin pada 8 Januari 2026, {told}"


def test_a_standing_is_told_also_where_two_hold_the_role() -> None:
    rows = lines(BOOKS[FIRST])
    rows[2] = with_deed(0, kedudukan="plt")(rows[2])
    both = held(("sekdin", "definitif", LONG_AGO, None), ("staf", "definitif", LONG_AGO, None))
    told = f"{FIRST}:3 Langkah A3: kedudukannya tercatat plt, padahal menurut sop/petugas.yml definitif."
    assert said(chained({FIRST: rows}), both) == [told]


# Two persons


def walked(conditions: str, **by: int) -> list[str]:
    """What is said of the first paper under other conditions of A2, handed over by somebody else."""
    policy = rearranged(POLICY, "syarat", f"nota-dinas A2: {conditions}")
    one = closing_of(policy.papers.naskah[0], 1, closings()[0].at, TREE)
    deeds = tuple(
        (step, tuple(replace(deed, by=by.get(deed.kind, deed.by)) if step == "A2" else deed for deed in done))
        for step, done in one.deeds
    )
    one = replace(one, deeds=deeds)
    return [told for told in said(books([one], policy), policy) if "tidak memegang peran itu" not in told]


ALONE = "Langkah A3: Sekdin (contoh) menyetujui naskah yang diajukannya sendiri."


@pytest.mark.parametrize(
    "conditions",
    ["ajukan kasubag sekdin", "ajukan kasubag sekdin, bukti staf", "ajukan kasubag sekdin, gabung staf"],
)
def test_who_handed_over_is_the_last_who_did_and_not_the_last_who_acted(conditions: str) -> None:
    assert any(ALONE in one for one in walked(conditions, ajukan=account("sekdin")))


def test_a_hand_over_to_somebody_else_is_not_the_one_that_is_answered() -> None:
    """The Sekdin handed it on to the Kadin, but got it from the Kasubag."""
    policy = rearranged(POLICY, "syarat", "nota-dinas A2: ajukan kasubag sekdin, ajukan sekdin kadin")
    one = closing_of(policy.papers.naskah[0], 1, closings()[0].at, TREE)
    assert said(books([one], policy), policy) == []


def test_an_approval_without_any_hand_over_is_judged_by_the_conditions_alone() -> None:
    assert walked("bukti staf") == []


def test_an_account_that_approves_twice_is_found_whoever_holds_the_role() -> None:
    rows = lines(BOOKS[FIRST])
    rows[2] = with_deed(0, akun=account("kadin"), nama="Kadin (contoh)")(rows[2])
    told = "Langkah A5: Kadin (contoh) sudah menyetujui langkah A3 pada naskah ini."
    assert any(told in one for one in said(chained({FIRST: rows})))


def test_an_approval_of_a_record_names_its_digest() -> None:
    told = "Langkah A10: yang disetujui bukan isi yang tercatat pada baris ini."
    assert any(told in one for one in said(REHASHED.line(SECOND, 3, with_deed(0, sidik=None))))


# Contents


def covering(**patterns: tuple[str, ...]) -> Policy:
    """Papers cover other files; a name has ``_`` for ``-``."""
    named = {name.replace("_", "-"): told for name, told in patterns.items()}
    papers = tuple(
        msgspec.structs.replace(one, mencakup=named.get(one.id, one.mencakup)) for one in POLICY.papers.naskah
    )
    return replace(POLICY, papers=msgspec.structs.replace(POLICY.papers, naskah=papers))


def drafts(policy: Policy, tree: Tree, earlier: Tree = EARLIER) -> str:
    """How the first draft of a year under these rules compares with what lies here."""
    found: list[Closing] = []
    for number, paper in enumerate(policy.papers.naskah, start=1):
        begin = closings()[number - 1].at - timedelta(days=1)
        found.append(closing_of(paper, number, begin, earlier if paper.id == "draf-awal" else TREE))
    made = verified(books(found, policy), policy, tree=tree)
    at = [one.id for one in policy.papers.naskah].index("draf-awal")
    berbeda = any("Isi Draf awal" in one.said for one in made.problems)
    return "berbeda" if berbeda else made.contents[at]


def test_a_later_paper_that_covers_one_of_the_files_hides_what_was_approved() -> None:
    """Its patterns are other ones; one file here belongs to both."""
    assert drafts(covering(draf_akhir=("80-penutup.md",)), TREE) == "tertutup"


def test_a_later_paper_that_took_the_files_away_hides_it_too() -> None:
    """The same pattern, of which nothing lies here any more."""
    here = {path: held for path, held in TREE.items() if "/lampiran/" not in path}
    rules = covering(draf_awal=("lampiran/",), draf_akhir=("lampiran/", "80-penutup.md"))
    assert drafts(rules, here) == "tertutup"


@pytest.mark.parametrize("path", ["data/kinerja.yml", "lakip/2024/data/kinerja.yml"])
def test_files_of_other_folders_hide_nothing(path: str) -> None:
    rules = covering(draf_awal=("data/*.csv", "data/kinerja.yml"), draf_akhir=("data/kinerja.*",))
    here = {name: held for name, held in TREE.items() if "/data/" not in name}
    assert drafts(rules, {**here, path: blob("x")}, TREE) == "berbeda"


def test_evidence_that_no_step_asks_for_announces_no_later_version() -> None:
    """Of B9 there is no evidence; a file of that name does not excuse a changed text."""
    changed = {**TREE, f"lakip/{YEAR}/80-penutup.md": blob("diubah")}
    for name, excused in (("b9-v2.yml", False), ("b12-v2.yml", True)):
        found = said(BOOKS, tree={**changed, f"lakip/{YEAR}/bukti/{name}": blob(name)})
        assert (found == []) is excused, (name, found)
