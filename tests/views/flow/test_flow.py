"""Every arrow starts and ends on a symbol's edge, stays in the performer columns and crosses no symbol."""

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from helpers import CASES, ROOT, load_case
from paraf.sop.model import Section, Sop
from paraf.sop.repository import read_repository
from paraf.views.flow import route
from paraf.views.flow.draw import flow_words, row_drawings
from paraf.views.flow.layout import lay_out
from paraf.views.flow.pieces import PHONE, SHEET, Style
from paraf.views.flow.route import edge_right
from property.strategies import Builtins, dump, sop_files
from views.flow.geometry import faults, sheet

REAL = load_case(ROOT).sop
SECOND = load_case(CASES / "sop-kedua").sop
SECTIONS = [*REAL.sections, *SECOND.sections]
OFFICE = (CASES / "dasar" / "instansi.yml").read_bytes()


def complete(section: Section) -> None:
    """Every step is drawn once, or named as not drawable; a joint one has a symbol in each of its columns."""
    layout = lay_out(section)
    names = [(node.code, node.order) for node in layout.nodes]
    assert len(set(names)) == len(names)
    assert {code for code, _ in names} | set(layout.missing) == {step.code for step in section.steps}
    assert not {code for code, _ in names} & set(layout.missing)
    for node in layout.nodes:
        role, symbol = next(step for step in section.steps if step.code == node.code).placed[node.order - 1]
        assert section.columns[node.lane] == role
        assert node.shape == symbol.bentuk


@pytest.mark.parametrize("style", [SHEET, PHONE], ids=["lembar", "ponsel"])
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_the_real_and_the_second_sop_are_drawn_rightly(section: Section, style: Style) -> None:
    complete(section)
    assert faults(sheet(lay_out(section), style)) == []
    assert lay_out(section).missing == ()


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(sop_files())
def test_any_sop_is_drawn_rightly(data: Builtins) -> None:
    sop = read_repository({"sop/sop-uji.yml": dump(data), "sop/instansi.yml": OFFICE}).sop
    for section in sop.sections:
        complete(section)
        for style in (SHEET, PHONE):
            assert faults(sheet(lay_out(section), style)) == []


def test_control_a_wrong_drawing_is_found() -> None:
    layout = lay_out(REAL.sections[0])
    crossing = replace(layout.wires[0], target=layout.nodes[5])
    assert any("crosses" in fault for fault in faults(sheet(replace(layout, wires=(crossing,)), SHEET)))
    narrow = replace(layout, lanes=1)
    assert any("leaves the performer columns" in fault for fault in faults(sheet(narrow, SHEET)))


def arrows(sop: Sop) -> set[tuple[str, str, str | None, bool]]:
    return {
        (wire.source.code, wire.target.code, wire.label, wire.track is None)
        for section in sop.sections
        for wire in lay_out(section).wires
    }


def test_refusals_go_back_through_the_gutter_and_the_rest_goes_down() -> None:
    found = arrows(REAL)
    assert ("A3", "A1", "Tidak", False) in found
    assert ("A3", "A4", "Ya", True) in found
    assert ("B10", "B8", "Tidak", False) in found
    assert {label for *_, label, down in found if not down} == {"Tidak"}
    assert len(found) == 11 + 2 + 16 + 3


def test_two_returns_to_one_step_use_two_tracks() -> None:
    layout = lay_out(REAL.sections[0])
    assert sorted(wire.track for wire in layout.wires if wire.track is not None) == [0, 1]
    assert layout.tracks == 2


def test_forks_loops_and_several_symbols_of_the_second_sop() -> None:
    layout = lay_out(SECOND.sections[0])
    assert [(left.code, left.lane, right.lane) for left, right in layout.joints] == [("D5", 0, 1), ("D5", 1, 2)]
    assert layout.levels("D10") == 2
    assert layout.levels("D5") == 1
    assert ("D10", "D10", None, True) in arrows(SECOND)
    assert {target for source, target, label, _ in arrows(SECOND) if source == "D7" and label == "Tidak"} == {"D6"}


def test_a_row_is_drawn_without_style_or_script() -> None:
    _, drawings = row_drawings(REAL.sections[0], SHEET)
    drawing = drawings["A3"]
    assert drawing.startswith('<svg class="jalur" width="344" height="100%" aria-hidden="true"')
    assert "<polygon" in drawing
    assert ">Ya</text>" in drawing
    assert ">Tidak</text>" in drawing
    assert "style=" not in drawing
    assert row_drawings(REAL.sections[0], SHEET)[1] == drawings


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("A1", "kapsul pada Kasubag KPP; ke A2."),
        ("A3", "belah ketupat pada Sekdin; Ya: ke A4; Tidak: ke A1."),
        ("B17", "kapsul pada Staf; selesai."),
    ],
)
def test_the_flow_in_words(code: str, expected: str) -> None:
    assert flow_words(REAL, REAL.steps[code]) == expected


def test_control_an_arrow_beside_a_corner_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = sheet(lay_out(REAL.sections[0]), SHEET)
    assert faults(drawn) == []
    monkeypatch.setattr(route, "edge_right", lambda node, style, rise: edge_right(node, style, 0.2))
    assert any("the tip is not" in fault for fault in faults(drawn))
    assert any("at a corner of the diamond" in fault for fault in faults(drawn))
