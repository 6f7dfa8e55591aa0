"""Where a step leads: onward, back, and to one's own next step."""

from helpers import CASES, ROOT, load_case
from paraf.views.ways import before, deciders, next_of, onward, others, refused_into

SOP = load_case(ROOT).sop
SECOND = load_case(CASES / "sop-kedua").sop


def test_onward_and_before_leave_refusals_out() -> None:
    assert [step.code for step in onward(SOP, SOP.steps["A3"])] == ["A4"]
    assert [step.code for step in before(SOP, SOP.steps["A1"])] == []
    assert [step.code for step in before(SOP, SOP.steps["B8"])] == ["B7"]
    assert onward(SOP, SOP.steps["B17"]) == []


def test_a_fork_leads_to_several_steps() -> None:
    assert max(len(onward(SECOND, step)) for step in SECOND.steps.values()) > 1


def test_refusals_lead_to_a_step() -> None:
    assert [step.code for step in refused_into(SOP, SOP.steps["A1"])] == ["A3", "A5"]


def test_who_decides() -> None:
    assert deciders(SOP.steps["B6"]) == ("sekdin",)
    assert deciders(SOP.steps["B11"]) == ("kadin",)
    assert deciders(SOP.steps["A10"]) == ("sekdin",)


def test_the_others_of_a_step() -> None:
    assert [role.id for role in others(SOP, SOP.steps["B6"], {"staf"})] == ["sekdin"]
    assert others(SOP, SOP.steps["B6"], {"sekdin"}) == []


def test_everybody_has_a_next_step_of_their_own() -> None:
    assert [(name, step.code) for name, step in next_of(SOP, SOP.steps["B11"])] == [("Staf", "B12"), ("Kadin", "B16")]
    assert list(next_of(SOP, SOP.steps["B17"])) == []
