"""Where a step leads: onward, back, and to one's own next step."""

from helpers import CASES, ROOT, load_case
from paraf.sop.stages import carriers
from paraf.views.ways import asked_at, asked_in, before, deciders, judges, next_of, onward, others, refused_into

SOP = load_case(ROOT).sop
SECOND = load_case(CASES / "sop-kedua").sop
PAPERS = load_case(ROOT).papers
CARRIED = carriers(PAPERS.value if PAPERS else None)


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
    found = [(role.sebutan, step.code) for role, step in next_of(SOP, SOP.steps["B11"]) if step]
    assert found == [("Staf", "B12"), ("Kadin", "B16")]
    assert [(role.sebutan, step) for role, step in next_of(SOP, SOP.steps["B17"])] == [("Staf", None)]


def test_who_decides_inside_anothers_step_and_where_they_are_asked() -> None:
    assert judges(SOP.steps["B6"]) == ()
    assert judges(SOP.steps["B16"]) == ("kadin",)
    assert judges(SECOND.steps["D7"]) == ("koordinator",)
    found = {code: asked_at(SOP, SOP.steps[code], CARRIED).code for code in ("B1", "B6", "B11", "B16")}
    assert found == {"B1": "B1", "B6": "B6", "B11": "B11", "B16": "B15"}
    assert asked_at(SOP, SOP.steps["B16"], {}).code == "B16"
    asked = {code: [step.code for step in asked_in(SOP, SOP.steps[code], CARRIED)] for code in ("B11", "B15", "B16")}
    assert asked == {"B11": ["B11"], "B15": ["B16"], "B16": []}
