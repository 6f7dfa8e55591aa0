"""Where the year is, for everybody: a shape and a word for every step, roles and dates, no person and no number."""

import re

import pytest
from msgspec.structs import replace

from alur.story import FOLDER, read_case
from helpers import ROOT, load_files
from paraf.alur.cycle import evaluate_cycle
from paraf.views.home import home_page
from paraf.views.position import Position, lines, position_of, sentence, strip
from paraf.views.year import year_pages

FILES = {
    path: (ROOT / path).read_text(encoding="utf-8")
    for path in ("sop/sop-lakip.yml", "sop/naskah.yml", "sop/petugas.yml", "sop/instansi.yml")
}
REPO = load_files(FILES)


def position(case: str, sample: bool = False) -> Position:
    """The position at the end of a case."""
    last = read_case(FOLDER / f"{case}.txt").checkpoints[-1]
    return position_of(evaluate_cycle(last.policy, last.facts, last.now), last.policy, "hari ini", sample)


RUNNING = position("tahun/2026-sedang-disusun", sample=True)
DONE = position("tahun/lengkap")


def test_every_step_has_a_shape_and_a_word() -> None:
    html = str(strip(RUNNING))
    assert html.count("<svg") == len(RUNNING.spots) == len(REPO.sop.steps)
    assert re.findall(r'title="([A-Z]\d+): ', html) == [spot.code for spot in RUNNING.spots]
    assert html.count("<li>") == len(RUNNING.papers)


def test_the_sentence_names_step_role_and_date() -> None:
    assert re.fullmatch(
        r"LAKIP \d{4}: langkah [AB]\d+ selesai pada \d+ \w+ \d{4}\. Sekarang .+ di .+\.", sentence(RUNNING)
    )


def test_it_tells_since_when_somebody_is_waited_for() -> None:
    told = sentence(position("syarat/masih-draf"))
    assert re.search(r"A6 di Staf sejak 5 Januari 2026", told), told


def test_a_year_that_is_done_waits_for_nobody() -> None:
    assert sentence(DONE).endswith("Semua langkah sudah selesai.")
    assert {str(line).rpartition(" ")[2] for _, line in lines(DONE)} >= {"B17</span>"}


def test_a_year_without_any_deed_has_no_date() -> None:
    empty = position("aturan/halaman")
    assert "selesai pada" not in sentence(empty)


def test_where_nobody_is_waited_for_it_says_why() -> None:
    assert sentence(position("aturan/petugas-berubah-liar")).endswith("Langkah yang lain sedang tidak dapat diperiksa.")
    spots = tuple(replace(spot, holder=None) for _, there in RUNNING.papers for spot in there)
    idle = replace(RUNNING, papers=(("Naskah", spots),))
    assert sentence(idle).endswith("Tidak ada langkah yang sedang ditunggu.")


def test_a_published_paper_that_is_worked_on_again_is_named_by_its_next_version() -> None:
    again = next(
        point for point in read_case(FOLDER / "edisi/versi-kedua.txt").checkpoints if point.facts.pulls[-1].number == 6
    )
    cycle = evaluate_cycle(again.policy, again.facts, again.now)
    assert "Draf akhir LAKIP, versi 2</b>" in str(strip(position_of(cycle, again.policy, "hari ini", False)))
    assert ", versi" not in str(strip(DONE))


def test_nobody_and_no_number_is_named() -> None:
    last = read_case(FOLDER / "tahun/2026-sedang-disusun.txt").checkpoints[-1]
    text = f"{strip(RUNNING)}{sentence(RUNNING)}{list(lines(RUNNING))}"
    assert "#" not in text
    assert not [one.nama for one in last.policy.officials.orang if one.nama in text]


@pytest.mark.parametrize("sample", [True, False])
def test_a_sample_says_so_wherever_it_is_shown(sample: bool) -> None:
    shown = position("tahun/2026-sedang-disusun", sample=sample)
    pages = [home_page(REPO, (), (2026,), shown), *year_pages(REPO, (2026,), shown)][:2]
    assert ["DATA CONTOH" in page.body for page in pages] == [sample, sample]
    assert all("Keadaan per hari ini." in page.body for page in pages)
    assert "Posisi" in pages[1].body


def test_without_facts_nothing_is_shown() -> None:
    assert 'class="posisi"' not in home_page(REPO, (), (2026,)).body
