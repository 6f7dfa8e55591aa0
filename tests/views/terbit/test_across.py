"""Year against year: what each report itself says, side by side, only where there are two of them."""

from msgspec.structs import replace

from paraf.terbit.edition import Edition, Published
from paraf.views.terbit.across import across
from paraf.views.terbit.lists import ACROSS
from paraf.views.terbit.shelf import Shelf, shelves
from views.terbit.editions import CLOCK, REPO, first, pages, shown, with_files, withdrawing, year_of

DATA = first().source.report.texts["data/kinerja.yml"]


def found(*editions: Edition) -> tuple[Shelf, ...]:
    return shelves(REPO, Published(editions), CLOCK)


def test_one_year_is_not_compared() -> None:
    assert across(found(first())) is None
    assert ACROSS not in pages(shown(first()))
    unread = replace(first(), source=replace(first().source, report=replace(first().source.report, performance=None)))
    assert across(found(first(), year_of(2026, unread))) is None
    row = "tahun: 2026, versi: 1, tanggal: 2026-06-01, alasan: Salah"
    assert ACROSS not in pages(shown(first(), year_of(2026), repo=withdrawing(row)))


def test_two_years_stand_side_by_side_with_a_chart_for_each_indicator() -> None:
    renamed = with_files({"data/kinerja.yml": DATA.replace("nama: Indeks SPBE", "nama: Indeks Baru").encode()})
    made = across(found(first(), year_of(2026, renamed)))
    assert made
    body = made.page.body
    assert "Realisasi 2025 (contoh)" in body
    assert "Realisasi 2026 (contoh)" in body
    assert "Indeks SPBE" in body
    assert "Indeks Baru" in body
    assert len(made.files) == 9
    assert all(svg.startswith("<svg") for svg in made.files.values())
    assert body.count("<figure") == 9
    assert made.files == across(found(first(), year_of(2026, renamed))).files  # type: ignore[union-attr]


def test_what_has_no_capaian_is_said_in_the_legend() -> None:
    unmeasured = DATA.replace('realisasi: {tw1: "3,42", tw2: "3,47", tw3: "3,58", tw4: "3,68"}', "realisasi: {}")
    missed = unmeasured.replace('tw4: "81,25"}', 'tw4: "1,25"}')
    later = replace(with_files({"data/kinerja.yml": missed.encode()}), sample=False)
    made = across(found(first(), year_of(2026, later)))
    assert made
    assert "Realisasi 2026<" in made.page.body
    legends = ["capaian tidak dihitung" in svg for svg in made.files.values()]
    assert legends[0]
    assert not all(legends)
    assert "belum terukur" in made.page.body
