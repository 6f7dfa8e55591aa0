"""Which editions may be published: what was approved, as it was approved; each attack keeps the year off the site."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from alur.sample import POLICY
from paraf.alur.book.problem import Problem
from paraf.alur.content import REGULAR
from paraf.alur.facts import Blob
from paraf.alur.states import Cycle, NextAct, Outcome, Verdict
from paraf.finding import Place
from paraf.laporan.binding import digest, expanded_text
from paraf.sop.forms.papers import PapersFile
from paraf.terbit.edition import Published, Refusal, YearHere
from paraf.terbit.judging import judge, publishing
from terbit.years import (
    NOW,
    PAPER,
    REPO,
    YEAR,
    books,
    closing_of,
    cycle,
    files,
    here,
    recorded,
    rehashed,
    state,
)

CHAPTER = "10-pendahuluan.md"
CHANGED = state({CHAPTER: files()[CHAPTER] + b"\nKalimat yang tidak pernah disetujui.\n"})
OWN = {"sample": False}


def refusal(year: YearHere) -> Refusal:
    editions, refused = judge(year, NOW)
    assert not editions
    assert refused is not None
    assert str(refused).startswith(f"LAKIP {YEAR} tidak diterbitkan. {refused.place}: ")
    assert refused.sentence.endswith(".")
    return refused


def without(paper: str) -> list[object]:
    return [one for name, one in recorded().items() if name != paper]


def test_the_sample_is_published_as_approved() -> None:
    (edition,), refused = judge(here(), NOW)
    assert refused is None
    assert (edition.year, edition.number, edition.sample, edition.recorded) == (YEAR, 1, True, True)
    assert edition.folder == f"lakip/{YEAR}/v1/"
    assert edition.seal is not None
    assert len(edition.closings) == len(books())
    outline = REPO.outline.value if REPO.outline else None
    assert digest(expanded_text(edition.expansion, outline)) == edition.closing.expanded


def test_nothing_is_published_before_the_step_that_publishes() -> None:
    early = {name: data for name, data in books().items() if name < "006"}
    assert judge(here(books=early), NOW) == ((), None)
    assert judge(here(books={}), NOW) == ((), None)


def test_an_office_that_publishes_nothing_has_no_editions() -> None:
    papers: PapersFile = replace(POLICY.papers, terbit="Z9")
    assert publishing(papers) is None
    assert judge(here(policy=replace(POLICY, papers=papers)), NOW) == ((), None)


def _cut(name: str) -> dict[str, bytes]:
    """The book without the last line of a file."""
    return {**books(), name: b"".join(books()[name].splitlines(keepends=True)[:-1])}


def _byte(name: str) -> dict[str, bytes]:
    return {**books(), name: books()[name].replace(b'"pr":6', b'"pr":9', 1)}


ATTACKS: Mapping[str, tuple[YearHere, str, str]] = {
    "a byte of a chapter": (here(here=CHANGED), "006-draf-akhir", "tidak sama dengan yang disetujui"),
    "a byte of the book": (
        here(books=_byte("006-draf-akhir.jsonl")),
        "006-draf-akhir.jsonl, baris 2",
        "Rantai terputus",
    ),
    "the last step missing": (here(books=_cut("006-draf-akhir.jsonl")), "00", "Rantai terputus"),
    "the report's file missing": (
        here(books={name: data for name, data in books().items() if not name.startswith("006")}),
        "buku",
        "006 tidak ada",
    ),
    "the forge does not confirm": (
        here(
            unlike_forge=[
                Problem(Place("lakip/2025/buku/006-draf-akhir.jsonl", 3, 1), "Tinjauan tidak ada.", "A.", "B.")
            ]
        ),
        "006-draf-akhir.jsonl, baris 3",
        "Tinjauan tidak ada. A. B.",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_record_that_is_not_right_keeps_the_year_away(attack: str) -> None:
    year, place, words = ATTACKS[attack]
    found = refusal(year)
    assert place in found.place
    assert words in found.sentence


def test_more_than_one_problem_is_counted() -> None:
    one = Problem(Place("lakip/2025/buku/006-draf-akhir.jsonl", 3, 1), "Satu.", "Dua.", "Tiga.")
    assert "Masih ada 1 hal lain; lihat: paraf verifikasi 2025." in refusal(here(unlike_forge=[one, one])).sentence


@pytest.mark.parametrize("mode", ["120000", "100755", "160000"])
def test_a_chapter_that_is_no_regular_file_keeps_the_year_away(mode: str) -> None:
    source = state()
    path = f"lakip/{YEAR}/{CHAPTER}"
    found = refusal(here(here=replace(source, tree={**source.tree, path: Blob(mode, source.tree[path].sha256, 9)})))
    assert found.place == path
    assert "bukan berkas biasa" in found.sentence


def test_a_text_made_by_other_rules_is_not_what_was_read() -> None:
    """Rules changed so that a printed word or figure changes: the files are the same, the text is not."""
    assert REPO.outline is not None
    plans = tuple(replace(plan, bab=f"{plan.bab} X" if plan.bab else None) for plan in REPO.outline.value.bab)
    other = replace(REPO, outline=replace(REPO.outline, value=replace(REPO.outline.value, bab=plans)))
    assert "teks yang dihitung dari berkas itu sekarang lain" in refusal(here(repo=other)).sentence


def test_a_book_made_anew_for_other_rules_is_believed_offline_only() -> None:
    """Whoever writes chapter, text and book anew is not caught without the forge; the forge is asked for that."""
    closing = closing_of(CHANGED)
    forged = here(books=rehashed({"sidik_isi": closing.content, "sidik_teks": closing.expanded}), here=CHANGED)
    assert judge(forged, NOW)[1] is None
    said = Problem(Place("b", 1, 1), "GitHub menyimpan isi lain.", "A.", "B.")
    assert "GitHub menyimpan isi lain" in refusal(replace(forged, unlike_forge=[said], sample=False)).sentence


def test_a_report_is_published_at_its_step_before_it_is_recorded() -> None:
    early = {name: data for name, data in books().items() if name < "006"}
    (edition,), refused = judge(here(**OWN, books=early, live=cycle(*recorded().values())), NOW)
    assert refused is None
    assert not edition.recorded
    assert edition.closing == recorded()[edition.paper.id]
    assert len(edition.closings) == len(books())
    (edition,), refused = judge(here(**OWN, books={}, live=cycle(*recorded().values())), NOW)
    assert refused is None
    assert edition.seal is None


def test_the_forge_is_not_asked_to_publish_a_sample() -> None:
    early = {name: data for name, data in books().items() if name < "006"}
    assert judge(here(books=early, live=cycle(*recorded().values())), NOW) == ((), None)


def test_a_report_whose_predecessor_is_not_done_waits() -> None:
    assert PAPER is not None
    found = refusal(here(**OWN, books={}, live=cycle(closing_of(state()))))
    assert "belum selesai, padahal" in found.sentence
    assert found.place == f"lakip/{YEAR}/buku/"


def test_content_changed_after_an_unrecorded_closing_is_not_published() -> None:
    found = refusal(here(**OWN, books={}, live=cycle(*recorded().values()), here=CHANGED))
    assert "tidak ditemukan lagi." in found.sentence
    found = refusal(here(**OWN, books={}, live=cycle(*recorded().values()), here=CHANGED, earlier=[CHANGED]))
    assert "tidak ditemukan lagi." in found.sentence


def test_the_files_that_changed_are_named_where_the_state_before_is_known() -> None:
    other = state({"80-penutup.md": files()["80-penutup.md"] + b"\nLain.\n"}, named="commit 1a2b3c4d5e6f")
    found = refusal(here(**OWN, books={}, live=cycle(*recorded().values()), here=CHANGED, earlier=[other]))
    assert f"berbeda dari commit 1a2b3c4d5e6f: lakip/{YEAR}/{CHAPTER}, lakip/{YEAR}/80-penutup.md" in found.sentence


def test_an_earlier_edition_comes_from_the_state_that_has_its_content() -> None:
    before = state(named="commit 1a2b3c4d5e6f")
    live = cycle(*recorded().values(), closing_of(CHANGED, edition=2, pull=9))
    editions, refused = judge(here(**OWN, books={}, live=live, here=CHANGED, earlier=[CHANGED, before]), NOW)
    assert refused is None
    assert [(one.number, one.source.named, one.folder) for one in editions] == [
        (1, "commit 1a2b3c4d5e6f", f"lakip/{YEAR}/v1/"),
        (2, "folder ini", f"lakip/{YEAR}/v2/"),
    ]
    assert Published(editions).newest == (editions[1],)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (CHAPTER, b"<script>alert(1)</script>"),
        (CHAPTER, b"[tekan](javascript:alert(1))"),
        ("lampiran/indikator-kinerja-utama.md", b"<img src=x onerror=alert(1)>"),
    ],
)
def test_what_would_run_is_not_published_even_where_it_was_approved(path: str, words: bytes) -> None:
    source = state({path: files()[path] + b"\n" + words + b"\n"})
    closings = [*without(PAPER.id if PAPER else ""), closing_of(source)]
    found = refusal(here(**OWN, books={}, live=cycle(*closings), here=source))  # type: ignore[arg-type]
    assert found.place.startswith(f"lakip/{YEAR}/{path}")
    assert "tidak boleh terbit" in found.sentence


def verdict(carries: str) -> Cycle:
    one = Verdict(pull=7, outcome=Outcome.SELESAI, carries=carries, reasons=(), next=NextAct(role=None, sentence="."))
    return Cycle(year=YEAR, steps=(), verdicts=(one,), closings=())


def test_a_year_that_went_through_the_forge_is_no_sample() -> None:
    assert PAPER is not None
    found = refusal(here(live=verdict(PAPER.id)))
    assert found.place == "sop/instansi.yml, tahun_contoh"
    assert "PR #7" in found.sentence
    assert judge(here(live=verdict("tata kelola")), NOW)[1] is None
    assert judge(here(live=cycle()), NOW)[1] is None


def test_what_was_merged_too_early_is_told_and_the_edition_before_stays() -> None:
    assert PAPER is not None
    cycle_ = verdict(PAPER.id)
    early = replace(
        cycle_, verdicts=(replace(cycle_.verdicts[0], outcome=Outcome.TERLALU_DINI, reasons=("Terlalu dini.",)),)
    )
    editions, refused = judge(here(**OWN, live=early), NOW)
    assert len(editions) == 1
    assert str(refused) == f"LAKIP {YEAR} versi 2 tidak diterbitkan. PR #7: Terlalu dini. ."
    before = replace(early, verdicts=(replace(early.verdicts[0], pull=5),))
    assert judge(here(**OWN, live=before), NOW)[1] is None


def test_officials_in_doubt_keep_the_year_away() -> None:
    doubted = replace(cycle(), doubts=("Pejabat diubah di luar PR",))
    assert refusal(here(**OWN, live=doubted)).place == "sop/petugas.yml"
    assert judge(here(live=doubted), NOW)[1] is None


def test_a_year_has_the_mode_of_git() -> None:
    assert {blob.mode for blob in state().tree.values()} == {REGULAR}


def test_evidence_changed_after_an_unrecorded_closing_is_not_published() -> None:
    """Nothing binds it but the forge until the book does."""
    other = state({"bukti/b12.yml": files()["bukti/b12.yml"] + b"# diganti\n"})
    found = refusal(here(**OWN, books={}, live=cycle(*recorded().values()), here=other))
    assert found.place == f"lakip/{YEAR}/bukti/b12.yml"
    assert "bukan yang disatukan lewat PR #" in found.sentence
    beside = state({"bukti/b12-lakip.pdf": b"%PDF palsu"})
    assert (
        "bukan yang disatukan" in refusal(here(**OWN, books={}, live=cycle(*recorded().values()), here=beside)).sentence
    )


def test_an_earlier_edition_is_shown_with_the_evidence_that_was_verified() -> None:
    """Somebody lets a forged state appear in the history and takes it back: its content is right, its evidence is not."""
    forged = state({"bukti/b12.yml": b"palsu\n", "bukti/b12-lakip.pdf": b"%PDF palsu"}, named="commit 1a2b3c4d5e6f")
    (edition,), refused = judge(
        here(here=CHANGED, earlier=[forged], **OWN, books={}, live=cycle(*recorded().values())), NOW
    )
    assert refused is None
    assert edition.source.named == forged.named
    assert edition.source.files["bukti/b12.yml"] == files()["bukti/b12.yml"]
    assert edition.source.report.evidence == state().report.evidence
    assert b"%PDF palsu" not in edition.source.files.values()


def test_later_evidence_that_nothing_confirms_is_as_if_it_were_not_there() -> None:
    name = "bukti/b12-2-palsu.pdf"
    (edition,), _ = judge(here(here=state({name: b"%PDF"}), unconfirmed=[name]), NOW)
    assert name not in edition.source.files
    (edition,), _ = judge(here(here=state({name: b"%PDF"})), NOW)
    assert name in edition.source.files
