"""All charts of a version on one page, each once, its table beside it."""

from msgspec.structs import replace

from paraf.views.terbit.charts_page import charts_page
from views.terbit.editions import first, pages, sample, shelf_of, shown


def test_every_chart_stands_there_once_with_its_table() -> None:
    page = pages(sample())["lakip/2025/v1/grafik.md"]
    names = {name.rpartition("/")[2] for name in sample().files if "/v1/grafik/" in name}
    assert len(names) == 12
    assert all(page.body.count(f"../grafik/{name}") == 1 for name in names)
    assert page.body.count('class="berdampingan"') == 12
    assert page.body.count('class="gulir"') == 12


def test_without_charts_there_is_no_page() -> None:
    edition = first()
    bare = tuple(replace(one, pieces=()) for one in edition.expansion.chapters)
    shelf = shelf_of(replace(edition, expansion=replace(edition.expansion, chapters=bare)))
    assert list(charts_page(shelf, shelf.newest)) == []
    assert "grafik.md" not in pages(shown(shelf.newest.edition))["lakip/2025/v1/pengesahan.md"].body
