"""Lines as a reader sees them; a place leads back to what was written."""

from paraf.rules.seen_lines import seen_lines
from rules.speech import report_with


def test_places_of_own_words_and_of_answers() -> None:
    text = "(Ada) {{ jumlah_indikator() }} hal."
    (line,) = seen_lines(report_with(text).expansion, "(")
    assert line.text == "(Ada) 3 hal."
    columns = [line.place(offset).column for offset in (0, 6, 8, 99)]
    assert columns == [1, 7, text.index("hal") + 1, 1]


def test_signs_in_calls_do_not_count() -> None:
    assert list(seen_lines(report_with("Ada {{ jumlah_indikator() }} hal.").expansion, "(")) == []
