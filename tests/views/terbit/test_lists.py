"""The list of years and the place on the front page."""

from msgspec.structs import replace

from helpers import TODAY
from paraf.rules.of_sop import RULES
from paraf.terbit.edition import Published
from paraf.views.site import build_site
from paraf.views.terbit.lists import last_shown
from paraf.views.terbit.published import Shown
from paraf.views.terbit.shelf import shelves
from paraf.views.words import SAMPLE
from paraf.views.year import NO_REPORT
from views.terbit.editions import CLOCK, REPO, first, year_of

OWN = replace(year_of(2024), sample=False)


def test_the_newest_year_stands_first_and_samples_are_marked() -> None:
    site = build_site(REPO, [], RULES, TODAY, {}, shown=Shown(published=Published((OWN, first())), clock=CLOCK))
    listed = site.files["terbit.md"]
    assert listed.index(">2025<") < listed.index(">2024<")
    assert listed.count(SAMPLE) == 1
    assert NO_REPORT not in listed + site.files["index.md"]
    assert "8 dari 10" in site.files["index.md"]
    assert str(site.settings["nav"]).index("Semua tahun") < str(site.settings["nav"]).index("'2025'")


def test_a_report_of_the_office_goes_before_any_sample_on_the_front_page() -> None:
    shown = last_shown(shelves(REPO, Published((OWN, first())), CLOCK))
    assert shown
    assert shown.year == 2024
    site = build_site(REPO, [], RULES, TODAY, {}, shown=Shown(published=Published((OWN,)), clock=CLOCK))
    assert "pita-contoh" not in site.files["index.md"]


def test_figures_that_cannot_be_read_are_not_shown() -> None:
    context = first().expansion.context
    bare = replace(context, report=replace(context.report, budget=None, performance=None))
    one = replace(first(), expansion=replace(first().expansion, context=bare))
    site = build_site(REPO, [], RULES, TODAY, {}, shown=Shown(published=Published((one,)), clock=CLOCK))
    assert "angka-utama" not in site.files["index.md"]


def test_while_nothing_is_published_it_is_said_in_the_words_of_before() -> None:
    site = build_site(REPO, [], RULES, TODAY, {})
    assert NO_REPORT in site.files["terbit.md"]
    assert NO_REPORT in site.files["index.md"]
