"""The form on paper: every row once, columns that fit, arrows that go on behind the break."""

import re

import pytest
from msgspec.structs import replace

from helpers import CASES, ROOT, TODAY, load_case
from htmltext import parse
from paraf.rules.of_sop import RULES
from paraf.sop.model import Section
from paraf.sop.repository import Repository
from paraf.views.flow.layout import lay_out
from paraf.views.flow.route import Rows
from paraf.views.sheet_pages import PAPER_A4, PAPER_F4, PAPERS, Columns, Paper, columns, cut, print_style
from paraf.views.site import build_site

REPOS = [load_case(ROOT), load_case(CASES / "sop-kedua")]
SECTIONS = [section for repo in REPOS for section in repo.sop.sections]


def laid(paper: Paper, section: Section) -> tuple[Columns, tuple[Rows, ...]]:
    layout, style = lay_out(section), print_style(paper, section)
    wide = columns(paper, section, layout, style)
    return wide, cut(paper, section, layout, wide)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_every_row_stands_on_one_sheet_and_the_columns_fill_it(paper: Paper, section: Section) -> None:
    wide, sheets = laid(paper, section)
    assert [code for rows in sheets for code in rows] == [step.code for step in section.steps]
    assert sum(wide.all) == pytest.approx(paper.width)
    assert len(wide.lanes) == len(section.columns)


def test_sheets_are_about_equally_full() -> None:
    _, sheets = laid(PAPER_A4, SECTIONS[0])
    assert [len(rows) for rows in sheets] == [6, 6]


def test_what_fits_one_sheet_needs_no_connector() -> None:
    assert len(laid(PAPER_F4, SECTIONS[0])[1]) == 1


def test_a_row_taller_than_a_sheet_has_one_of_its_own() -> None:
    section = SECTIONS[0]
    long = replace(section.steps[3], kegiatan="kata " * 2000)
    tall = replace(section, steps=(*section.steps[:3], long, *section.steps[4:]))
    assert ("A4",) in laid(PAPER_A4, tall)[1]


def test_many_performers_get_narrower_lanes_and_words_keep_their_room() -> None:
    section = SECTIONS[0]
    crowded = replace(section, columns=tuple(f"peran-{number}" for number in range(7)))
    assert print_style(PAPER_A4, crowded).lane < print_style(PAPER_A4, section).lane
    beyond = replace(section, columns=tuple(f"peran-{number}" for number in range(20)))
    wide, _ = laid(PAPER_A4, beyond)
    assert wide.text == 24
    assert sum(wide.all) > PAPER_A4.width


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("repo", REPOS, ids=["nyata", "kedua"])
def test_each_sheet_repeats_the_heads_and_connector_letters_pair_up(repo: Repository, paper: Paper) -> None:
    page = build_site(repo, [], RULES, TODAY, {}).files[f"lembar-sop/{paper.id}.md"]
    sheets = [block for block in page.split("\n\n") if 'class="sop-prosedur"' in block]
    assert len(sheets) > len(repo.sop.sections)
    for block in sheets:
        heads = [head.text() for head in parse(block).all("thead")[0].all("th")]
        assert heads[:2] == [repo.sop.heads.no, repo.sop.heads.kegiatan]
    for section in repo.sop.sections:
        own = [block for block in sheets if f'aria-label="Bagian {section.code}, lembar ' in block]
        letters = [re.findall(r'text-anchor="middle">([A-Z]+)<', block) for block in own]
        everything = [letter for found in letters for letter in found]
        assert {everything.count(letter) for letter in everything} <= {2}
        assert all(len(set(found)) == len(found) for found in letters), "a letter twice on one sheet"


def test_each_sheet_says_what_is_ours_and_not_the_prints() -> None:
    files = [build_site(repo, [], RULES, TODAY, {}).files["lembar-sop/a4.md"] for repo in REPOS]
    assert files[0].count("tafsir, belum ditegaskan kantor") == files[0].count('class="sop-prosedur"')
    assert "tafsir, belum" not in files[1]
    assert files[1].count("Segi lima: sambungan ke lembar lain.") == files[1].count('class="sop-prosedur"')
