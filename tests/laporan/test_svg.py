"""The small writer of SVG: whatever the text, the file is well-formed, fits its width and is the same every time."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.door.text import INVISIBLE
from paraf.laporan.svg import (
    MAX_LINES,
    WIDTH,
    element,
    hatch,
    number,
    picture,
    rectangle,
    stroke,
    text_width,
    without_rim,
    wrapped,
    written,
)

# A busy machine is no fault of the code, and the same cases are tried everywhere.
settled = settings(max_examples=200, deadline=None, derandomize=True, database=None)

NS = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1"), (1.0, "1"), (1.25, "1.2"), (1.26, "1.3"), (-0.01, "0"), (-2.5, "-2.5"), (100, "100")]
)
def test_coordinates_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_an_element_escapes_its_attributes_and_leaves_out_what_is_none() -> None:
    assert (
        element("a", x=1.5, fill=None, class_='"<&', stroke_width=2)
        == '<a x="1.5" class="&quot;&lt;&amp;" stroke-width="2"/>'
    )
    assert element("g", element("b")) == "<g><b/></g>"


def test_a_picture_says_what_it_is() -> None:
    drawn = picture(
        40, "Judul & <b>", 'Kata "kata"', [rectangle(0, 0, 1, 1, "#000"), stroke(0, 0, 1, 1), hatch("arsir")]
    )
    root = ET.fromstring(drawn)
    assert (root.get("role"), root.get("viewBox"), root.get("width")) == ("img", f"0 0 {WIDTH} 40", str(WIDTH))
    assert root.get("font-family") == '"Plus Jakarta Sans", sans-serif'
    assert root.findtext(f"{NS}title") == "Judul & <b>"
    assert root.findtext(f"{NS}desc") == 'Kata "kata"'
    assert drawn.endswith("</svg>\n")
    assert not {"linearGradient", "filter", "script", "image", "a", "style"} & {
        e.tag.removeprefix(NS) for e in root.iter()
    }


@pytest.mark.parametrize(
    ("text", "room", "most", "lines"),
    [
        ("satu dua tiga", 1000, 4, ["satu dua tiga"]),
        ("satu dua tiga", 45, 4, ["satu", "dua", "tiga"]),
        ("", 100, 4, []),
        ("   ", 100, 4, []),
        ("satu dua tiga empat", 50, 2, ["satu", "dua …"]),
        ("aaaaaaaaaa b", 42, 4, ["aaaa", "aaaa", "aa b"]),
        ("aaaaaaaaaa", 42, 2, ["aaaa", "aa …"]),
        ("a b", 1, 1, [" …"]),
    ],
)
def test_lines_fit_and_nothing_is_lost_without_dots(text: str, room: float, most: int, lines: list[str]) -> None:
    assert wrapped(text, room, most) == lines


def test_a_word_of_any_length_is_wrapped_at_once() -> None:
    assert len(wrapped("a" * 1_000_000, 400)) == MAX_LINES
    assert len(wrapped("a " * 500_000, 400)) == MAX_LINES


@settled
@given(st.text(max_size=300), st.integers(60, 460))
def test_any_text_is_wrapped_into_lines_that_fit(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert len(lines) <= MAX_LINES
    assert all(text_width(line) <= room for line in lines)
    if not lines or not lines[-1].endswith(" …"):
        assert "".join("".join(lines).split()) == "".join(text.split())


@settled
@given(st.text(max_size=100).filter(lambda text: not INVISIBLE.search(text) and text.isprintable()))
def test_any_text_of_the_data_is_well_formed(text: str) -> None:
    root = ET.fromstring(picture(10, text, text, [written([text], 0, 0)]))
    assert root.findtext(f"{NS}desc") == (text or "")
    assert "".join(root.itertext()).count(text) >= 3 or not text


def test_text_may_be_centred_and_strong() -> None:
    assert 'text-anchor="middle" font-weight="600"' in written(["a"], 0, 0, "middle", "600")
    assert "text-anchor" not in written(["a"], 0, 0)


def test_letters_without_a_rim_are_the_same_letters() -> None:
    with_rim = written(["satu", "dua"], 10, 20, "end", "700")
    assert with_rim.count("paint-order") == 2
    bare = without_rim(with_rim)
    assert bare == '<text x="10" y="20" text-anchor="end" font-weight="700">satu</text>' + (
        '<text x="10" y="41" text-anchor="end" font-weight="700">dua</text>'
    )
    assert without_rim(stroke(0, 0, 1, 1)) == stroke(0, 0, 1, 1)
