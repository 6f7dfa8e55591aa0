"""A book against the forge: what happened is confirmed, whatever did not is named, and what could not be read is no pass."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from alur.book.handmade import chained, lines, with_deed
from alur.sample import DONE, POLICY, facts_2025
from alur.story import FOLDER, case_files, read_case
from alur.world import blob
from paraf.alur.book.against import later_changes, unlike_forge
from paraf.alur.book.line import Line
from paraf.alur.book.reading import Volume, read_books
from paraf.alur.book.writing import additions
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Facts, Naming, Policy, Pull, Ready, Review, Version

YEAR, PAPER = 2025, "006-draf-akhir.jsonl"
Pulls = dict[int, Pull]
Change = Callable[[Pull], Pull]


@cache
def _facts() -> Facts:
    return facts_2025()


@cache
def _books() -> Mapping[str, bytes]:
    return additions({}, (), evaluate_cycle(POLICY, _facts(), DONE).closings, POLICY, YEAR)


def pulls(number: int = 6, change: Change = lambda pull: pull) -> Pulls:
    """The year's pull requests, one of them changed."""
    return {one.number: change(one) if one.number == number else one for one in _facts().pulls}


def volumes(books: Mapping[str, bytes] | None = None) -> list[Volume]:
    found, problems = read_books(_books() if books is None else books, YEAR)
    assert problems == []
    return found


def forged(name: str, at: int, change: Callable[[Line], Line]) -> list[Volume]:
    """The book with one line changed, and hashed again so that it is sound in itself."""
    found = {file: lines(data) for file, data in _books().items()}
    found[name][at] = change(found[name][at])
    return volumes(chained(found))


def said(there: Pulls, book: list[Volume] | None = None, policy: Policy = POLICY) -> list[str]:
    """What is not confirmed, as sentences."""
    return [one.said for one in unlike_forge(volumes() if book is None else book, there, policy, YEAR)]


def reviews(change: Callable[[Review], Review | None], by: str = "kadin") -> Change:
    """The reviews of the account that holds a role changed; ``None`` takes one away."""
    key = next(term.orang for term in POLICY.officials.masa_jabatan if term.peran == by)
    account = next(person.id for person in POLICY.officials.orang if person.kunci == key)

    def changed(pull: Pull) -> Pull:
        found = (change(one) if one.by == account else one for one in pull.reviews)
        return replace(pull, reviews=tuple(one for one in found if one))

    return changed


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_whatever_the_engine_calls_done_is_confirmed(path: Path) -> None:
    """Late pushes, papers on paper, evidence of an early merge, corrections: none is taken for a forgery."""
    for point in read_case(path).checkpoints:
        cycle = evaluate_cycle(point.policy, point.facts, point.now)
        books = additions({}, (), cycle.closings, point.policy, point.facts.year)
        found, _ = read_books(books, point.facts.year)
        there = {pull.number: pull for pull in point.facts.pulls}
        assert [*unlike_forge(found, there, point.policy, point.facts.year)] == []


def test_the_sample_year_is_confirmed() -> None:
    assert said(pulls()) == []


KADIN = "Langkah B11: persetujuan Kadin (contoh) (tinjauan nomor 17)"


def _unlike_review(**changes: Any) -> Change:
    return reviews(lambda one: replace(one, **changes))


def _tell(pull: Pull, **changes: Any) -> Pull:
    assert pull.merged
    return replace(pull, merged=replace(pull.merged, **changes))


def _other_chapter(pull: Pull) -> Pull:
    assert pull.merged
    return _tell(pull, tree={**pull.merged.tree, "lakip/2025/80-penutup.md": blob("lain")})


def _returned(pull: Pull) -> Pull:
    assert pull.merged
    sekdin = next(one.by for one in pull.reviews)
    late = pull.merged.at - timedelta(minutes=1)
    return replace(pull, reviews=(*pull.reviews, Review(id=99, by=sekdin, state="changes_requested", at=late)))


def _approved_before_the_last_push(pull: Pull) -> Pull:
    """What was approved was another text; the recorded one came a minute before the merge."""
    assert pull.merged
    last = pull.versions[-1]
    before = {**last.tree, "lakip/2025/80-penutup.md": blob("lain")}
    versions = tuple(replace(one, tree={**one.tree, "lakip/2025/80-penutup.md": blob("lain")}) for one in pull.versions)
    late = Version(at=pull.merged.at, by=last.by, tree=last.tree, touched=frozenset({"lakip/2025/80-penutup.md"}))
    assert versions[-1].tree == before
    return replace(pull, versions=(*versions, late))


def _unknown_time(pull: Pull) -> Pull:
    """Something else may have stood for a while, of which the forge tells no time."""
    tree = {**pull.versions[0].tree, "lakip/2025/80-penutup.md": blob("lain")}
    vague = Version(at=None, by=pull.author, tree=tree, touched=frozenset({"lakip/2025/80-penutup.md"}))
    return replace(pull, versions=(*pull.versions[:-1], vague, pull.versions[-1]))


BREAKS: dict[str, tuple[Change, list[str]]] = {
    "a removed review": (reviews(lambda _: None), [f"{KADIN} tidak ada di PR itu."]),
    "a review by another account": (
        reviews(lambda one: replace(one, by=4711)),
        [f"{KADIN} di sana lain: dibuat akun nomor 4711, bukan 999000004."],
    ),
    "a review at another time": (
        reviews(lambda one: replace(one, at=one.at + timedelta(seconds=1))),
        [f"{KADIN} di sana lain: pada waktu yang lain."],
    ),
    "a review that only comments": (_unlike_review(state="commented"), [f"{KADIN} di sana lain: bukan persetujuan."]),
    "a program's review": (_unlike_review(bot=True), [f"{KADIN} di sana lain: dibuat program, bukan orang."]),
    "a review dismissed before the merge": (
        reviews(lambda one: replace(one, dismissed=one.at + timedelta(minutes=5))),
        [f"{KADIN} sudah dibatalkan sebelum PR itu disatukan."],
    ),
    "a later return": (
        _returned,
        [
            f"Langkah {step}: sesudah {who} (contoh) bertindak, Sekdin (contoh) mengembalikan naskah itu."
            for step, who in (("B9", "Kasubag KPP"), ("B10", "Sekdin"), ("B11", "Staf"), ("B11", "Kadin"))
        ],
    ),
    "another merge": (
        lambda pull: _tell(pull, at=pull.merged.at + timedelta(seconds=1), by=4711),  # type: ignore[union-attr]
        [
            "PR #6 disatukan pada waktu yang lain daripada selesainya Draf akhir LAKIP menurut buku.",
            "Langkah B12: bukan Staf (contoh) yang menyatukan PR itu, atau bukan pada waktu yang tercatat.",
        ],
    ),
    "other content was merged": (
        _other_chapter,
        ["Isi Draf akhir LAKIP yang disatukan lewat PR #6 tidak sama dengan yang tercatat di buku."],
    ),
    "not merged": (
        lambda pull: replace(pull, merged=None),
        ["Draf akhir LAKIP tercatat selesai, tetapi PR #6 belum disatukan."],
    ),
    "approved was another text": (
        _approved_before_the_last_push,
        [
            f"Langkah {step}: saat {what}, isi PR itu bukan isi yang tercatat."
            for step, what in (("B9", "diajukan"), ("B10", "disetujui"), ("B11", "diajukan"), ("B11", "disetujui"))
        ],
    ),
    "nobody knows what stood": (
        _unknown_time,
        [
            f"Langkah {step}: isi saat {what} tidak dapat diperiksa; GitHub tidak menyebut waktu perubahannya."
            for step, what in (("B9", "diajukan"), ("B10", "disetujui"), ("B11", "diajukan"), ("B11", "disetujui"))
        ],
    ),
    "nothing is known of its content": (
        lambda pull: replace(pull, versions=()),
        [
            "Langkah B9: saat diajukan, isi PR itu bukan isi yang tercatat.",
            "Langkah B10: saat disetujui, isi PR itu bukan isi yang tercatat.",
            "Langkah B11: saat diajukan, isi PR itu bukan isi yang tercatat.",
            "Langkah B11: saat disetujui, isi PR itu bukan isi yang tercatat.",
            "Langkah B12: lakip/2025/bukti/b12.yml bukan dari Staf (contoh) pada waktu yang tercatat.",
        ],
    ),
    "not handed over": (
        lambda pull: replace(pull, comments=pull.comments[:-1]),
        ["Langkah B11: Staf (contoh) tidak mengajukan naskah itu pada waktu yang tercatat."],
    ),
    "the hand-over was edited": (
        lambda pull: replace(
            pull, comments=(*pull.comments[:-1], replace(pull.comments[-1], edited=pull.comments[-1].at))
        ),
        ["Langkah B11: Staf (contoh) tidak mengajukan naskah itu pada waktu yang tercatat."],
    ),
    "evidence of somebody else": (
        lambda pull: replace(pull, versions=(*pull.versions[:-1], replace(pull.versions[-1], by=4711))),
        ["Langkah B12: lakip/2025/bukti/b12.yml bukan dari Staf (contoh) pada waktu yang tercatat."],
    ),
    "other evidence was merged": (
        lambda pull: _tell(pull, tree={**pull.merged.tree, "lakip/2025/bukti/b12.yml": blob("lain")}),  # type: ignore[union-attr]
        ["Langkah B12: lakip/2025/bukti/b12.yml bukan dari Staf (contoh) pada waktu yang tercatat."],
    ),
    "another document was merged with the evidence": (
        lambda pull: _tell(pull, tree={**pull.merged.tree, "lakip/2025/bukti/b12-lakip.pdf": blob("lain")}),  # type: ignore[union-attr]
        ["Langkah B12: bukti dan berkas yang menyertainya bukan yang tercatat."],
    ),
    "somebody else opened it and wrote": (
        lambda pull: replace(pull, author=4711, versions=(replace(pull.versions[0], by=4711), *pull.versions[1:])),
        ["Langkah B8: Kasubag KPP (contoh) tidak menyusun naskah itu pada waktu yang tercatat."],
    ),
    "opened at another time, and pushed something else": (
        lambda pull: replace(
            pull,
            spans=(replace(pull.spans[0], since=pull.spans[0].since - timedelta(minutes=1)),),
            versions=(replace(pull.versions[0], touched=frozenset({"docs/lain.md"})), *pull.versions[1:]),
        ),
        ["Langkah B8: Kasubag KPP (contoh) tidak menyusun naskah itu pada waktu yang tercatat."],
    ),
    "facts that could not be read": (
        lambda pull: replace(pull, missing=("tinjauannya terpotong.",)),
        ["PR #6 tidak dapat diperiksa: tinjauannya terpotong."],
    ),
    "a merge commit that hides something": (
        lambda pull: replace(pull, forged=("penggabungannya memuat lebih",)),
        ["Isi PR #6 tidak dapat dipercaya: penggabungannya memuat lebih."],
    ),
    "from a fork": (
        lambda pull: replace(pull, fork=True),
        [
            "Isi PR #6 tidak dapat dipercaya: tidak berasal dari repositori kantor, atau tidak menuju naskah resmi.",
        ],
    ),
    "into another branch": (
        lambda pull: replace(pull, base="lain"),
        [
            "Isi PR #6 tidak dapat dipercaya: tidak berasal dari repositori kantor, atau tidak menuju naskah resmi.",
        ],
    ),
}


@pytest.mark.parametrize(("change", "told"), BREAKS.values(), ids=BREAKS)
def test_what_the_forge_does_not_confirm_is_named(change: Change, told: list[str]) -> None:
    assert said(pulls(6, change)) == told


def test_a_later_approval_taken_back_voids_the_earlier_one() -> None:
    def twice(pull: Pull) -> Pull:
        last = pull.reviews[-1]
        again = replace(last, id=99, at=last.at + timedelta(minutes=1), dismissed=last.at + timedelta(minutes=2))
        return replace(pull, reviews=(*pull.reviews, again))

    assert said(pulls(6, twice)) == [f"{KADIN} sudah dibatalkan sebelum PR itu disatukan."]


def test_an_earlier_approval_taken_back_leaves_the_later_one() -> None:
    def before(pull: Pull) -> Pull:
        last = pull.reviews[-1]
        gone = replace(last, id=99, at=last.at - timedelta(minutes=9), dismissed=last.at - timedelta(minutes=5))
        return replace(pull, reviews=(*pull.reviews, gone))

    assert said(pulls(6, before)) == []


def _sent_back(by: int, at: datetime) -> Change:
    back = Review(id=99, by=by, state="changes_requested", at=at)
    return lambda pull: replace(pull, reviews=(*pull.reviews, back))


def test_only_who_approves_the_paper_sends_it_back_and_only_from_where_it_returns_to() -> None:
    draft = next(pull for pull in _facts().pulls if pull.number == 5)
    assert draft.merged
    late = draft.merged.at - timedelta(minutes=1)
    sekdin = draft.reviews[0].by
    steps = [one.partition(":")[0] for one in said(pulls(5, _sent_back(sekdin, late)))]
    assert steps == ["Langkah B5", "Langkah B6"]
    assert said(pulls(5, _sent_back(draft.comments[-1].by, late))) == []


def test_a_return_in_the_second_of_an_approval_undoes_it() -> None:
    last = pulls()[6].reviews[-1]
    told = said(pulls(6, _sent_back(last.by, last.at)))
    assert "Langkah B11: sesudah Kadin (contoh) bertindak, Kadin (contoh) mengembalikan naskah itu." in told


def test_who_approved_did_not_hand_over_by_that() -> None:
    approval = pulls()[6].reviews[0]
    claimed = forged(PAPER, 1, with_deed(0, akun=approval.by, waktu=approval.at))
    assert "tidak mengajukan naskah itu pada waktu yang tercatat." in said(pulls(), claimed)[0]


def test_who_pushed_a_file_of_the_paper_among_others_wrote_it() -> None:
    def other(pull: Pull) -> Pull:
        first = replace(pull.versions[0], touched=pull.versions[0].touched | {"lakip/2025/bukti/b7.yml"})
        return replace(pull, author=4711, versions=(first, *pull.versions[1:]))

    assert said(pulls(6, other)) == []


def test_evidence_that_its_own_filer_took_away_again_is_none() -> None:
    path = "lakip/2025/bukti/b12.yml"

    def gone(pull: Pull) -> Pull:
        assert pull.merged
        last = pull.versions[-1]
        left = {name: held for name, held in last.tree.items() if name != path}
        return _tell(replace(pull, versions=(*pull.versions[:-1], replace(last, tree=left))), tree=left)

    assert said(pulls(6, gone)) == [
        "Langkah B12: lakip/2025/bukti/b12.yml bukan dari Staf (contoh) pada waktu yang tercatat."
    ]


def test_a_pull_request_that_the_forge_does_not_know() -> None:
    there = pulls()
    del there[6]
    told = "Draf akhir LAKIP tercatat selesai lewat PR #6, tetapi PR itu tidak ada di riwayat naskah resmi."
    (problem,) = unlike_forge(volumes(), there, POLICY, YEAR)
    assert problem.said == told
    assert (problem.place.file, problem.place.line) == (f"lakip/2025/buku/{PAPER}", 1)
    assert "PR #6" in problem.repair


@pytest.mark.parametrize("act", ["minta", "siap"])
def test_a_hand_over_may_be_a_request_or_a_draft_made_ready(act: str) -> None:
    def other(pull: Pull) -> Pull:
        last = pull.comments[-1]
        kadin = pull.reviews[-1].by
        if act == "minta":
            return replace(pull, comments=pull.comments[:-1], namings=(Naming(by=last.by, whom=kadin, at=last.at),))
        return replace(pull, comments=pull.comments[:-1], readies=(Ready(by=last.by, at=last.at),))

    assert said(pulls(6, other)) == []


def test_a_request_to_somebody_who_does_not_hold_the_role_is_no_hand_over() -> None:
    def other(pull: Pull) -> Pull:
        last = pull.comments[-1]
        return replace(pull, comments=pull.comments[:-1], namings=(Naming(by=last.by, whom=last.by, at=last.at),))

    assert len(said(pulls(6, other))) == 1


def test_a_forged_book_that_is_sound_in_itself() -> None:
    """The line claims another moment, an account that did nothing, another content: each is noticed."""
    earlier = with_deed(0, waktu=DONE)
    assert said(pulls(), forged(PAPER, 0, earlier)) == [
        "Langkah B8: Kasubag KPP (contoh) tidak menyusun naskah itu pada waktu yang tercatat."
    ]
    assert said(pulls(), forged(PAPER, 2, with_deed(0, tinjauan=4711))) == [
        "Langkah B10: persetujuan Sekdin (contoh) (tinjauan nomor 4711) tidak ada di PR itu."
    ]
    assert said(pulls(), forged(PAPER, 2, with_deed(0, sidik="0" * 64))) == [
        "Langkah B10: saat disetujui, isi PR itu bukan isi yang tercatat."
    ]


def test_a_book_of_other_steps_or_papers_cannot_be_compared() -> None:
    other = forged(PAPER, 0, lambda line: msgspec.structs.replace(line, langkah="B9"))
    told = "Draf akhir LAKIP tidak dapat diperiksa: langkahnya tidak tercatat seperti di sop/naskah.yml."
    assert said(pulls(), other) == [told]
    few = msgspec.structs.replace(POLICY.papers, naskah=POLICY.papers.naskah[:-1])
    assert said(pulls(), policy=replace(POLICY, papers=few)) == [
        "Naskah surat-pengantar tidak dapat diperiksa: tidak ada di sop/naskah.yml."
    ]


def _on_paper() -> tuple[list[Volume], Pulls, Policy]:
    """A case of the flow in which a paper that was signed on paper is done."""
    for path in sorted((FOLDER / "kertas").glob("*.txt")):
        for point in read_case(path).checkpoints:
            cycle = evaluate_cycle(point.policy, point.facts, point.now)
            deeds = (deed for one in cycle.closings for _, done in one.deeds for deed in done)
            if any(deed.on_paper for deed in deeds):
                books = additions({}, (), cycle.closings, point.policy, point.facts.year)
                return volumes(books), {pull.number: pull for pull in point.facts.pulls}, point.policy
    raise AssertionError


def test_a_sheet_signed_on_paper_is_there_and_names_this_content() -> None:
    book, there, policy = _on_paper()
    number = next(
        volume.first.pr
        for volume in book
        for entry in volume.entries
        if any(deed.di_atas_kertas for deed in entry.line.tindakan)
    )
    assert said(there, book, policy) == []
    pull = there[number]
    assert pull.merged
    gone = {path: held for path, held in pull.merged.tree.items() if "kertas" not in path}
    (told,) = said(there | {number: _tell(pull, tree=gone)}, book, policy)
    assert "lembar yang ditandatangani, tidak ada di PR itu." in told
    other = replace(pull, sheets=dict.fromkeys(pull.sheets, "0" * 64))
    (told,) = said(there | {number: other}, book, policy)
    assert told.endswith("lembar yang ditandatangani menyebut isi yang lain.")


def test_a_confirmation_stands_although_the_same_person_takes_another_approval_back() -> None:
    book, there, policy = _on_paper()
    number, step, review = next(
        (volume.first.pr, entry.line.langkah, deed.tinjauan)
        for volume in book
        for entry in volume.entries
        for deed in entry.line.tindakan
        if deed.di_atas_kertas
    )
    pull = there[number]
    confirmed = next(one for one in pull.reviews if one.id == review)
    later = replace(
        confirmed,
        id=9999,
        at=confirmed.at + timedelta(seconds=1),
        dismissed=confirmed.at + timedelta(seconds=2),
    )
    told = said(there | {number: replace(pull, reviews=(*pull.reviews, later))}, book, policy)
    assert told, "the same person approved another step before"
    assert not any(one.startswith(f"Langkah {step}:") for one in told)
    own = replace(confirmed, dismissed=confirmed.at + timedelta(seconds=1))
    others = tuple(one for one in pull.reviews if one.id != review)
    told = said(there | {number: replace(pull, reviews=(*others, own))}, book, policy)
    assert any(
        one.startswith(f"Langkah {step}:") and one.endswith("sudah dibatalkan sebelum PR itu disatukan.")
        for one in told
    )


def test_a_later_dismissal_or_edit_is_told_and_is_no_break() -> None:
    def later(pull: Pull) -> Pull:
        assert pull.merged
        after = pull.merged.at + timedelta(days=1)
        return replace(pull, reviews=tuple(replace(one, dismissed=after, edited=after) for one in pull.reviews))

    there = pulls(6, later)
    assert said(there) == []
    told = [*later_changes(volumes(), there, POLICY)]
    assert len(told) == 4
    assert told[0].startswith("Persetujuan Sekdin (contoh) pada PR #6 dibatalkan pada 26 Februari 2026")
    assert [*later_changes(volumes(), pulls(), POLICY)] == []
    open_again = pulls(6, lambda pull: replace(later(pull), merged=None))
    assert [*later_changes(volumes(), open_again, POLICY)] == []
    assert [*later_changes(volumes(), {}, POLICY)] == []
