"""What a call may look at, and how what is known is listed."""

import pytest

from laporan.changed import context_of
from paraf.laporan.calls.base import CallError, Figure, span

CONTEXT = context_of()


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["IKU-1", "IKU-2", "IKU-3", "IKU-4"], "IKU-1 … IKU-4"),
        (["IKU-1", "IKU-2"], "IKU-1 · IKU-2"),
        (["IKU-1", "IKU-3", "IKU-4"], "IKU-1 · IKU-3 · IKU-4"),
        (["IKU-2", "IKU-3", "IKU-4"], "IKU-2 · IKU-3 · IKU-4"),
        (["murni"], "murni"),
        ([], "belum ada"),
    ],
)
def test_a_span_is_short_where_the_names_run_on(names: list[str], shown: str) -> None:
    assert span(names) == shown


def test_goals_and_indicators_are_found_by_id() -> None:
    assert CONTEXT.aim("SS-1").id == "SS-1"
    assert CONTEXT.measure("IKU-3").goal == "SS-2"
    assert [aim.id for aim in CONTEXT.aims(None)] == ["SS-1", "SS-2"]
    assert [aim.id for aim in CONTEXT.aims("SS-2")] == ["SS-2"]


def test_an_unknown_name_is_repeated_short_and_visible() -> None:
    with pytest.raises(CallError) as caught:
        CONTEXT.measure("\x1b[31m" + "x" * 200)
    assert str(caught.value) == "indikator \ufffd[31m" + "x" * 54 + "… tidak ada"
    assert caught.value.repair == "yang ada: IKU-1 … IKU-3"


@pytest.mark.parametrize("name", ["IKU1", "iku 01", "iku-1", "IKK-1", "I.K.U.1"])
def test_a_name_that_only_looks_different_is_asked_for(name: str) -> None:
    with pytest.raises(CallError) as caught:
        CONTEXT.measure(name)
    assert caught.value.repair == "mungkin maksudnya IKU-1; yang ada: IKU-1 … IKU-3"


@pytest.mark.parametrize("name", ["IKU-9", "SS-1", "1", "IKU", "IKU-1-2", ""])
def test_a_name_of_another_number_or_other_letters_is_not(name: str) -> None:
    with pytest.raises(CallError) as caught:
        CONTEXT.measure(name)
    assert caught.value.repair == "yang ada: IKU-1 … IKU-3"


def test_a_figure_is_its_text() -> None:
    assert str(Figure("84,05%", "IKU-1")) == "84,05%"
