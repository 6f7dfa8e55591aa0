"""The diagnosis as text for the terminal: what is to be repaired first, what is in order last."""

from collections.abc import Iterable, Iterator

from paraf.gerbang.doctor.point import Point, State

ORDER = (State.PERLU, State.TAK_TAHU, State.CATATAN, State.BERES)
_HEADINGS = {
    State.PERLU: "Perlu dibetulkan",
    State.TAK_TAHU: "Tidak diketahui (tidak dianggap beres)",
    State.CATATAN: "Catatan",
    State.BERES: "Beres",
}


def diagnosis_text(points: Iterable[Point], repository: str, when: str) -> str:
    """Every point, and the count of each state."""
    return "\n".join(_lines(tuple(points), repository, when))


def _lines(points: tuple[Point, ...], repository: str, when: str) -> Iterator[str]:
    yield f"Diagnosis {repository}, keadaan per {when}"
    for state in ORDER:
        found = [point for point in points if point.state is state]
        if found:
            yield ""
            yield f"{_HEADINGS[state]} ({len(found)})"
        for point in found:
            yield f"  {point.about}: {plain(point.said)}"
            if point.repair:
                yield f"      Caranya: {plain(point.repair)}"
    yield ""
    yield ", ".join(f"{sum(one.state is state for one in points)} {state.value}" for state in ORDER) + "."


def plain(text: str) -> str:
    """Without the marks that set the forge's own words apart on a page."""
    return text.replace("**", "")
