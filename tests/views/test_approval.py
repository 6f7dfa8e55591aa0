"""The approval of a report as one value: the same from the book, from what is done but not recorded, and before the signing."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import BOOKS, POLICY, YEAR, account, books, closings, covered, lines
from alur.story import Reader
from paraf.alur.book.reading import read_books
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Policy
from paraf.alur.states import Closing, Cycle
from paraf.sop.forms.officials import OfficialsFile
from paraf.views.approval import Pengesahan, approving, of_closing, of_cycle, of_volume


def last_draft() -> Closing:
    return next(one for one in closings() if one.paper == "draf-akhir")


def of(one: Closing, policy: Policy = POLICY) -> Pengesahan:
    found = of_closing(one, policy, YEAR)
    assert found
    return found


def changed(one: Closing, step: str, of_kind: str, **changes: Any) -> Closing:
    """A paper with the deeds of a kind, at one step, done otherwise."""
    return replace(
        one,
        deeds=tuple(
            (code, tuple(replace(deed, **changes) if (code, deed.kind) == (step, of_kind) else deed for deed in done))
            for code, done in one.deeds
        ),
    )


def test_the_sheet_names_every_approval_of_the_report() -> None:
    found = of(last_draft())
    assert [(one.step, one.post, one.name, one.pull, one.also) for one in found.approvals] == [
        ("B10", "Sekretaris Dinas", "Sekdin (contoh)", 6, ()),
        ("B11", "Kepala Dinas", "Kadin (contoh)", 6, ()),
    ]
    paper = approving(POLICY)[0]
    assert (found.year, found.edition, found.paper) == (YEAR, 1, "Draf akhir LAKIP")
    assert (found.content, found.text) == (covered(paper.mencakup), last_draft().expanded)
    assert found.at == found.approvals[-1].at
    assert not any(one.on_paper for one in found.approvals)


def test_the_book_tells_the_same() -> None:
    volumes, problems = read_books(BOOKS, YEAR)
    assert problems == []
    assert [found for volume in volumes if (found := of_volume(volume, POLICY))] == [of(last_draft())]


def test_the_book_keeps_the_name_of_its_day() -> None:
    """Whoever is called otherwise later stands on the sheet as he was called."""
    renamed = tuple(
        msgspec.structs.replace(one, nama="Nama Baru", nama_dulu=(one.nama,)) if one.kunci == "contoh-kadin" else one
        for one in POLICY.officials.orang
    )
    policy = replace(POLICY, officials=msgspec.structs.replace(POLICY.officials, orang=renamed))
    volumes, _ = read_books(BOOKS, YEAR)
    assert of_volume(volumes[5], policy) == of(last_draft())
    assert of(last_draft(), policy).approvals[-1].name == "Nama Baru"


def test_another_paper_approves_no_report() -> None:
    volumes, _ = read_books(BOOKS, YEAR)
    assert [of_closing(one, POLICY, YEAR) for one in closings() if one.paper != "draf-akhir"] == [None] * 6
    assert of_volume(volumes[0], POLICY) is None


@pytest.mark.parametrize(
    "one",
    [
        changed(last_draft(), "B10", "setujui", content="1" * 64),
        changed(last_draft(), "B11", "setujui", content=None),
        changed(last_draft(), "B11", "setujui", kind="ajukan"),
        replace(last_draft(), deeds=last_draft().deeds[:-2]),
    ],
    ids=["two contents", "no content", "no approval", "too short"],
)
def test_what_is_no_whole_approval_is_none(one: Closing) -> None:
    assert of_closing(one, POLICY, YEAR) is None


def test_a_step_that_asks_for_no_approval_approves_nothing() -> None:
    papers = msgspec.structs.replace(POLICY.papers, disetujui="B9")
    assert of_closing(last_draft(), replace(POLICY, papers=papers), YEAR) is None


def test_who_acts_stands_there_as_acting() -> None:
    plh = msgspec.structs.replace(
        next(term for term in POLICY.officials.masa_jabatan if term.peran == "kadin"),
        orang="contoh-tim-dua",
        kedudukan="plh",
        mulai=of(last_draft()).at.date(),
        selesai=of(last_draft()).at.date(),
    )
    who = next(one.id for one in POLICY.officials.orang if one.kunci == "contoh-tim-dua")
    policy = replace(POLICY, officials=_with(masa_jabatan=(*POLICY.officials.masa_jabatan, plh)))
    found = of(changed(last_draft(), "B11", "setujui", by=who), policy).approvals[-1]
    assert (found.post, found.name, found.standing) == ("Plh Kepala Dinas", "Anggota Tim dua (contoh)", "plh")


def _with(**changes: Any) -> OfficialsFile:
    return msgspec.structs.replace(POLICY.officials, **changes)


def test_one_person_twice_is_noted_where_the_office_notes_it() -> None:
    terms = tuple(
        msgspec.structs.replace(term, orang="contoh-sekdin") if term.peran == "kadin" else term
        for term in POLICY.officials.masa_jabatan
    )
    policy = replace(POLICY, officials=_with(masa_jabatan=terms))
    one = changed(last_draft(), "B11", "setujui", by=account("sekdin"))
    noting = replace(policy, papers=msgspec.structs.replace(policy.papers, rangkap="catat"))
    assert [two.also for two in of(one, noting).approvals] == [("B11",), ("B10",)]
    assert [two.also for two in of(one, policy).approvals] == [(), ()]


def test_a_sheet_signed_on_paper_names_who_signed_and_which_role_confirmed() -> None:
    kept = POLICY.papers.kertas
    assert kept
    papers = msgspec.structs.replace(POLICY.papers, kertas=msgspec.structs.replace(kept, boleh=("kadin",)))
    policy = replace(POLICY, papers=papers)
    one = changed(last_draft(), "B11", "setujui", by=account("kasubag"), on_paper=True)
    found = of(one, policy).approvals[-1]
    assert (found.name, found.confirmed, found.on_paper) == ("Kadin (contoh)", "Kepala Subbagian KPP", True)
    volumes, _ = read_books(books([*closings()[:5], one, closings()[6]], policy), YEAR)
    assert of_volume(volumes[5], policy) == of(one, policy)
    assert lines(books([one], policy)["001-draf-akhir.jsonl"])[3].tindakan[1].nama == "Kasubag KPP (contoh)"


# As the engine tells it


BEFORE = "# setahun\njalan 3 rencana-kerja\njalan 4 data-lakip\njalan 5 draf-awal\n"


def told(story: str) -> tuple[Cycle, Policy]:
    """The engine's answer at the end of a story."""
    point = Reader("uji.txt").read(f"{BEFORE}{story}\n? B4 selesai").checkpoints[-1]
    return evaluate_cycle(point.policy, point.facts, point.now), point.policy


@pytest.mark.parametrize("until", ["", " sampai siap", " sampai B11"], ids=["merged", "signed", "approved"])
def test_the_engine_tells_the_same_from_the_approval_on(until: str) -> None:
    """What came after the approval changes nothing but the digest of the text, which is recorded at the merge."""
    whole, policy = told("jalan 6 draf-akhir")
    done = of_cycle(whole, policy)
    cycle, _ = told(f"jalan 6 draf-akhir{until}")
    found = of_cycle(cycle, policy)
    assert done
    assert found
    assert [one.step for one in found.approvals] == ["B10", "B11"]
    assert replace(found, text=None) == replace(done, text=None)
    assert done == of_closing(whole.closings[-1], policy, whole.year)


@pytest.mark.parametrize(
    "story",
    ["jalan 6 draf-akhir sampai B10", "jalan 6 draf-akhir sampai B11\n6 dorong kasubag: 80-penutup.md=lain", ""],
    ids=["one approval", "changed after it", "not begun"],
)
def test_nothing_is_approved_before_or_after(story: str) -> None:
    assert of_cycle(*told(story)) is None


def test_the_edition_that_is_being_signed_goes_before_the_one_that_is_published() -> None:
    again = "jalan 6 draf-akhir\n8 buka kasubag: 80-penutup.md=lagi\n"
    acts = ("8 ajukan kasubag", "+1jam 8 setuju sekdin", "8 ajukan staf", "+1jam 8 setuju kadin")
    published, begun, signing = (of_cycle(*told(again + "\n".join(acts[:many]))) for many in (0, 2, 4))
    assert published
    assert published.edition == 1
    assert begun == published
    assert signing
    assert (signing.edition, signing.pull) == (2, 8)


def test_where_nothing_can_be_believed_nothing_is_approved() -> None:
    cycle, policy = told("jalan 6 draf-akhir sampai B11")
    assert of_cycle(replace(cycle, doubts=("Daftar petugas berubah.",)), policy) is None
