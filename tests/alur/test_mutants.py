"""The list of mutants that may live stays true: each is one that the flow has, with a reason; and what a mutant is.

Whether the cases notice the others is asked by hand (``tests/bench/mutan.py``): that takes many minutes.
"""

import ast

import pytest

from bench.mutants import SURVIVORS, Mutant, let_live, modules, mutants, source

LISTED = let_live(SURVIVORS.read_text(encoding="utf-8"))


def test_every_listed_mutant_is_there_and_has_a_reason() -> None:
    there = {one.key for name in {key.partition(":")[0].rpartition(".")[0] for key in LISTED} for one in of(name)}
    assert [key for key in LISTED if key not in there] == []
    assert all(len(reason.split()) >= 5 for reason in LISTED.values())


def of(place: str) -> list[Mutant]:
    """The mutants of the module that a function, or a class, stands in."""
    module = max((name for name in modules() if f"{place}.".startswith(f"{name}.")), key=len)
    return list(mutants(module))


def test_control_a_line_that_fits_no_mutant_is_noticed() -> None:
    assert "acts.acts: act.review or 0  ->  act.reviewed" not in {one.key for one in mutants("acts")}
    assert "acts.acts: act.review or 0  ->  act.review" in {one.key for one in mutants("acts")}


def test_a_reason_holds_for_all_lines_above_it() -> None:
    assert let_live("# x\na: b\nc: d\n    satu\n    dua\n\ne: f\n    tiga\n") == {
        "a: b": "satu dua",
        "c: d": "satu dua",
        "e: f": "tiga",
    }
    with pytest.raises(ValueError, match="tanpa alasan: g: h"):
        let_live("e: f\n    tiga\ng: h\n")


def test_a_mutant_differs_from_its_module_and_can_be_run() -> None:
    for one in mutants("walk"):
        text = one.text()
        assert ast.unparse(ast.parse(text)) != ast.unparse(ast.parse(source("walk"))), one.key


def test_every_module_that_decides_has_some() -> None:
    """Only forms and texts have none."""
    assert [name for name in modules() if not mutants(name)] == ["answer", "snapshot_form"]
