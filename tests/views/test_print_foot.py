"""The foot of printed pages: words from the data, harmless inside a stylesheet."""

from helpers import ROOT, TODAY, load_case
from paraf.views.print_foot import foot_css, quoted


def test_the_foot_names_office_number_day_and_page() -> None:
    css = foot_css(load_case(ROOT), TODAY)
    assert '"Dinas Komunikasi dan Informatika Trenggalek"' in css
    assert '"01/SOP.Perenc/406.020/2020 · keadaan per 15 Januari 2026"' in css
    assert 'counter(page) " dari " counter(pages)' in css


def test_nothing_in_a_name_ends_the_string() -> None:
    assert quoted('a"}\n\\') == '"a\\22 \\7d \\a \\5c "'
