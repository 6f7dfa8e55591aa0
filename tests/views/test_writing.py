"""Whoever has to write a part of the report is led to the guides for it, and told where the findings are seen."""

import pytest

from helpers import CASES, ROOT, TODAY, load_case
from htmltext import parse
from paraf.rules.of_sop import RULES
from paraf.sop.evidence import evidence_forms
from paraf.views.site import build_site
from paraf.views.writing import EVIDENCE, GUIDES, guide_links, written_steps

REPO = load_case(ROOT)
assert REPO.papers
PAPERS = REPO.papers.value.naskah
WRITTEN = written_steps(PAPERS)
DOCS = dict.fromkeys((*GUIDES, EVIDENCE), b"# Judul\n\nKata.\n")
FILES = build_site(REPO, [], RULES, TODAY, DOCS).files
WITHOUT = build_site(REPO, [], RULES, TODAY, {}).files
LEAD = "Cara menulisnya"


def test_steps_that_write_chapters_or_figures_are_found_by_what_their_paper_covers() -> None:
    assert {"B3", "B4", "B8"} == WRITTEN  # letters and plans are written too, but without these guides
    assert written_steps(()) == frozenset()


@pytest.mark.parametrize("code", list(REPO.sop.steps))
def test_only_those_steps_lead_to_the_guides(code: str) -> None:
    paragraphs = [found for found in parse(FILES[f"{code.lower()}.md"]).all("p") if found.text().startswith(LEAD)]
    assert len(paragraphs) == (code in WRITTEN)
    for paragraph in paragraphs:
        links = [link.attributes["href"] for link in paragraph.all("a")]
        assert links == [f"../{path.removesuffix('.md')}/" for path in GUIDES]
        assert "Catatan pemeriksaan tampil di komputer yang menjalankan paraf periksa" in paragraph.text()


def test_the_notice_of_a_step_that_writes_does_not_send_its_reader_to_paper_first() -> None:
    said = {code: parse(FILES[f"{code}.md"]).all("p", class_="maklumat")[0].text() for code in ("b4", "b7")}
    assert "tulis berkasnya di komputer kantor, atau di repositori kantor yang tertutup" in said["b4"]
    assert "kerjakan di atas kertas" in said["b7"]


def test_a_performer_is_led_there_from_the_steps_that_write() -> None:
    items = parse(FILES["jabatan/tim.md"]).all("li")
    (item,) = [item for item in items if LEAD in item.text()]
    assert item.text().startswith("B4")
    assert "../../menulis/mulai/" in [link.attributes["href"] for link in item.all("a")]
    assert LEAD not in FILES["jabatan/sekdin.md"]


def test_without_guides_nothing_is_promised() -> None:
    assert guide_links(()) is None
    assert not any(LEAD in content for path, content in WITHOUT.items() if not path.startswith("menulis/"))
    second = build_site(load_case(CASES / "sop-kedua"), [], RULES, TODAY, DOCS).files
    assert not any(LEAD in content for content in second.values())


def test_only_the_guides_that_there_are_are_named() -> None:
    assert guide_links(("menulis/data.md", "lain.md"), "../") == '<a href="../menulis/data.md">Mengisi data</a>'


@pytest.mark.parametrize("code", list(REPO.sop.steps))
def test_steps_that_ask_for_evidence_lead_to_the_page_about_it(code: str) -> None:
    said = "Cara mencatat buktinya: Bukti pelaksanaan"
    found = [found for found in parse(FILES[f"{code.lower()}.md"]).all("p") if found.text().startswith(said)]
    assert len(found) == (code in evidence_forms(REPO))
    assert said not in parse(WITHOUT[f"{code.lower()}.md"]).text()
