"""Charts as geometry: what stands for which figure, where it ends, and that nothing leaves the picture."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.laporan.drawing import Bar, Column, Key, Scale, bars, columns, fitting, portions
from paraf.laporan.svg import HUE, PAPER, WIDTH, text_width

# A busy machine is no fault of the code, and the same cases are tried everywhere.
settled = settings(max_examples=200, deadline=None, derandomize=True, database=None)

NS = "{http://www.w3.org/2000/svg}"
HUNDRED = Decimal(100)
ALONG = ("x", "y", "x1", "x2", "y1", "y2", "width", "height")
KEYS: list[Key] = [("tegak", "target"), ("datar", "target"), ("penuh", "a"), ("arsir", "b"), ("kosong", "c")]
FIGURES = st.none() | st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


def boxes(svg: str, keys: int = 0) -> list[tuple[float, float, float, str]]:
    """Bars and columns after the paper, the pattern and the legend: left edge, width, height, fill."""
    found = ET.fromstring(svg).findall(f"{NS}rect")[1 + keys :]
    return [(*(float(e.get(k, "nan")) for k in ("x", "width", "height")), e.get("fill", "")) for e in found]  # type: ignore[misc]


def bar(value: str | None, look: str = "penuh", frame: str | None = None) -> Bar:
    return Bar(
        name="Nama",
        words="kata",
        value=None if value is None else Decimal(value),
        look=look,  # type: ignore[arg-type]
        frame=None if frame is None else Decimal(frame),
    )


def test_a_scale_ends_at_its_edges() -> None:
    scale = Scale(Decimal(0), Decimal(200), 10, 110)
    assert [scale.at(Decimal(value)) for value in (-50, 0, 100, 200, 900)] == [10, 10, 60, 110, 110]


def test_bars_are_as_long_as_their_figures_and_look_like_what_they_say() -> None:
    svg = bars("t", "w", "n", [bar("50", "arsir"), bar("100"), bar(None), bar("25", "kosong")], [], HUNDRED)
    (_, half, _, first), (_, whole, _, second), (_, quarter, _, third) = boxes(svg)
    assert (first, second, third) == ("url(#arsir-n)", HUE, PAPER)
    assert half * 2 == whole
    assert quarter * 4 == pytest.approx(whole, abs=0.3)


def test_a_bar_far_above_ends_at_twice_the_tick_with_a_gap_and_a_negative_one_runs_back() -> None:
    svg = bars("t", "w", "n", [bar("2550"), bar("100"), bar("-40", "arsir"), bar("-900", "arsir")], [], HUNDRED)
    (zero, far, _, _), (start, whole, _, _), (left, back, _, _), (edge, _, _, _) = boxes(svg)
    assert far == pytest.approx(2 * whole, abs=0.2)
    assert left + back == pytest.approx(zero, abs=0.2)
    assert start == zero
    assert edge < left
    white = [
        e for e in ET.fromstring(svg).findall(f"{NS}line") if (e.get("stroke"), e.get("stroke-width")) == (PAPER, "3")
    ]
    assert len(white) == 4


def test_a_frame_goes_around_a_slimmer_bar() -> None:
    (_, around, tall, paper), (_, inside, slim, hue) = boxes(bars("t", "w", "n", [bar("30", frame="60")], [], None))
    assert (paper, hue, slim < tall) == (PAPER, HUE, True)
    assert inside * 2 == pytest.approx(around, abs=0.2)


def test_nothing_to_draw_is_a_picture_with_words() -> None:
    drawn = bars("t", "w", "n", [Bar(name="", words="belum ada", value=None)], KEYS, None)
    assert "belum ada" in drawn
    assert boxes(drawn, keys=3) == []
    assert columns("t", "w", "n", [], KEYS).startswith("<svg")


def column(value: str | None, *ticks: str, name: str = "2025", words: str = "1") -> Column:
    ticked = tuple(map(Decimal, ticks))
    return Column(name=name, words=words, value=None if value is None else Decimal(value), ticks=ticked)


def test_columns_are_as_high_as_their_figures_with_a_line_for_each_target() -> None:
    drawn = columns("t", "w", "n", [column("10", "20"), column("20", "15", "18"), column(None, "5")], [])
    (_, _, low, _), (_, _, high, _) = boxes(drawn)
    assert low * 2 == pytest.approx(high, abs=0.2)
    ticks = [e for e in ET.fromstring(drawn).findall(f"{NS}line") if e.get("stroke-width") == "3"]
    assert len(ticks) == 4


def test_only_as_many_columns_as_what_is_written_above_has_room() -> None:
    years = [column("1", name=str(year)) for year in range(2010, 2026)]
    assert fitting(years) == 8
    assert columns("t", "w", "n", years, []).count(">20") == 8
    assert fitting([column("1", words="1.234.567.890,00")] * 9) == 2
    assert fitting([]) == 8


@settled
@given(
    st.lists(st.tuples(FIGURES, FIGURES, st.text("abc DEF,.<&", max_size=90)), max_size=6),
    st.sampled_from([HUNDRED, None]),
)
def test_bars_of_any_figures_stay_in_the_picture(
    rows: list[tuple[Decimal | None, Decimal | None, str]], tick: Decimal
) -> None:
    drawn = [
        Bar(name=words, words=words[:30], value=value, frame=None if tick else frame) for value, frame, words in rows
    ]
    inside(bars("t", "w", "n", drawn, KEYS, tick))


@settled
@given(st.lists(st.tuples(FIGURES, st.lists(FIGURES, max_size=2), st.text("abc 123,.", max_size=20)), max_size=9))
def test_columns_of_any_figures_stay_in_the_picture(
    rows: list[tuple[Decimal | None, list[Decimal | None], str]],
) -> None:
    found = [
        Column(name=str(2000 + at), words=words, value=value, ticks=tuple(tick for tick in ticks if tick is not None))
        for at, (value, ticks, words) in enumerate(rows)
    ]
    inside(columns("t", "w", "n", found, KEYS))


def inside(svg: str) -> None:
    """Every shape and every text lies in the picture."""
    root = ET.fromstring(svg)
    height = float(root.get("height", "0"))
    for e in root:
        at = {key: float(value) for key, value in e.attrib.items() if key in ALONG}
        if e.tag == f"{NS}rect":
            assert -0.1 <= at["x"] <= at["x"] + at["width"] <= WIDTH + 0.1
            assert -0.1 <= at["y"] <= at["y"] + at["height"] <= height + 0.1
        if e.tag == f"{NS}line":
            assert all(-0.1 <= at[key] <= WIDTH + 0.1 for key in ("x1", "x2"))
            assert all(-0.1 <= at[key] <= height + 0.1 for key in ("y1", "y2"))
        if e.tag == f"{NS}text":
            width = text_width(e.text or "")
            left = at["x"] - (width / 2 if e.get("text-anchor") else 0)
            assert left >= -0.1
            assert left + width <= WIDTH + 0.1
            assert 10 <= at["y"] <= height


def test_rows_are_shared_out_evenly_in_their_order() -> None:
    rows = [bar(str(number)) for number in range(60)]
    found = portions(rows)
    assert [row for portion in found for row in portion] == rows
    assert {len(portion) for portion in found} <= {14, 15, 16}
    assert portions(rows[:17]) == [rows[:17]]
    assert portions([]) == [[]]
