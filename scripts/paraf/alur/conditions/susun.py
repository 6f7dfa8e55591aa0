"""``susun``: the paper's files are there and pass the checks of the step, and somebody of the role wrote them.

Whoever opened the pull request or pushed to the paper's files, or to the reason of another round, wrote. Writing stands: no
turn, return or approval asks for it again.
"""

from collections.abc import Iterator

from paraf.alur.content import digest
from paraf.alur.course import Bound
from paraf.alur.gaps import Absent, Findings, Gap, Unwritten
from paraf.alur.progress import Progress
from paraf.alur.states import Deed


def serving(progress: Progress, at: int) -> Iterator[Bound]:
    """The first time that somebody of the role wrote, once it has come and while the files are there."""
    if at not in progress.writers:
        progress.writers[at] = _first(progress, progress.course.slots[at].condition.oleh)
    first = progress.writers[at]
    if first and first.version <= progress.standing.now and _present(progress):
        yield first


def gap(progress: Progress, at: int) -> Gap:
    """Why it is open."""
    if not _present(progress):
        return Absent()
    said = progress.findings(progress.course.slots[at].step)
    return Findings(said) if said else Unwritten()


def _present(progress: Progress) -> bool:
    """Whether the files are there without which there is no paper."""
    main = progress.course.main_files
    return progress.standing.digest(main) != digest(main, {})


def _first(progress: Progress, role: str) -> Bound | None:
    pull, scope, until = progress.course.pull, progress.course.written, progress.course.until
    opened = pull.spans[0].since
    if progress.holds(pull.author, role, opened):
        return Bound(Deed(kind="susun", role=role, by=pull.author, at=opened), 0, pull.author)
    for number, one in enumerate(progress.standing.versions):
        told = one.at or one.seen
        if told is None or one.by is None or not any(map(scope.holds, one.touched)):
            continue
        # The gate may have seen a push only after the merge, although it came before.
        at = min(told, until) if until else told
        if progress.holds(one.by, role, at):
            return Bound(Deed(kind="susun", role=role, by=one.by, at=at), number, one.by)
    return None
