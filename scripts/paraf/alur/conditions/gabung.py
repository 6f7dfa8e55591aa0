"""``gabung``: the pull request was merged while everything before held; whoever merged it is noted."""

from collections.abc import Iterator

from paraf.alur.course import Bound, later
from paraf.alur.progress import Progress
from paraf.alur.states import Deed


def serving(progress: Progress, at: int) -> Iterator[Bound]:
    """The merge, once the walk is over and if it came after the paper's turn began."""
    merged, role = progress.course.pull.merged, progress.course.slots[at].condition.oleh
    if progress.over and merged and later(merged.at, progress.course.turn):
        yield Bound(Deed(kind="gabung", role=role, by=merged.by, at=merged.at), progress.standing.now, merged.by)
