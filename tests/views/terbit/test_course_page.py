"""The course of a year in the words of the office: every paper, every step, no word of Git."""

import re

from msgspec.structs import replace

from paraf.alur.states import Closing
from paraf.views.terbit.course_page import NOT_RECORDED, RECORDED, course_page
from views.terbit.editions import REPO, first, later, shelf_of


def body(*editions: object) -> str:
    (page,) = course_page(REPO, shelf_of(*editions))  # type: ignore[arg-type]
    return page.body


def test_every_paper_and_every_step_is_told() -> None:
    said = body(first())
    for paper in first().policy.papers.naskah:
        assert f"## {paper.nama}" in said
        for stage in paper.langkah:
            assert f">{stage.kode}</a>" in said
    assert "Sekdin menyetujui (Sekdin (contoh))" in said
    assert RECORDED in said


def test_no_word_of_git_is_used() -> None:
    words = re.sub(r"<[^>]*>", " ", body(first()))
    assert not re.search(r"\b(?:pull|request|merge|commit|push|branch|review|PR|Git|GitHub)\b", words, re.IGNORECASE)


def test_what_is_not_in_the_book_yet_is_said_to_be_so() -> None:
    assert NOT_RECORDED in body(replace(first(), recorded=False))


def test_a_later_version_is_told_as_one() -> None:
    assert "## Draf akhir LAKIP, versi 2" in body(first(), later(2))


def test_steps_and_papers_that_the_rules_of_now_do_not_know() -> None:
    one = first()
    closing: Closing = replace(one.closing, deeds=(("Z9", one.closing.deeds[0][1]),))
    said = body(replace(one, closings=(replace(closing, paper="lain"), closing)))
    assert "Z9" not in said
    assert said.count("## ") == 1
    sop = replace(REPO.sop, sections=())
    shelf = shelf_of(one)
    (page,) = course_page(replace(REPO, sop=sop), shelf)
    assert "<span>B11</span>" in page.body


def test_an_approval_on_paper_and_one_of_an_unknown_account() -> None:
    one = first()
    deeds = tuple(
        (step, tuple(replace(deed, on_paper=step == "B11", by=1 if step == "B10" else deed.by) for deed in done))
        for step, done in one.closing.deeds
    )
    said = body(replace(one, closings=(replace(one.closing, deeds=deeds),)))
    assert "Kadin menyetujui (Kadin (contoh)), di atas kertas" in said
    assert "<div>Sekdin menyetujui</div>" in said
