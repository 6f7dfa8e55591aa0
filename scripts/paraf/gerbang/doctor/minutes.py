"""How many minutes of Actions a month of the busiest kind takes (issue 6: below 1,000 in a private free repository).

    minutes = sum over workflows of (runs x minutes of a run)
    runs    = runs by schedule in a month + events of the busiest month that start the workflow

A run is billed by whole minutes for each job, two for one that prints or builds the site; jobs that a run passes over are
counted too, so that the figure errs upwards. Events of a year follow from ``sop/naskah.yml``: a paper is opened, merged and
recorded by a pull request of its own; a text takes 12 pushes, evidence 2; a hand-over is a comment, an approval a
review; every second approval first sends the paper back, which costs a review, a comment and 3 pushes more. The busiest
month has half of them, because the report is written in January and February. What the gate itself writes starts no
workflow: GitHub does not let the token of a run start another one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from paraf.gerbang.doctor.point import Point, State, Subject, Workflow
from paraf.sop.forms.papers import Approve, Evidence, Merge, PapersFile, Submit, Write

Kind = tuple[str, str]
SHARE = 0.5
DAYS = 365.25 / 12
FREE, COMFORTABLE = 2000, 1000
"""Minutes a month that a private repository of a free account has, and half of them."""
_PUSH: Kind = ("pull_request", "synchronize")
_REVIEW: Kind = ("pull_request_review", "submitted")
_COMMENT: Kind = ("issue_comment", "created")
_BACK = Counter({_REVIEW: 1, _COMMENT: 1, _PUSH: 3})
_CARRIED = Counter(
    {("pull_request", "opened"): 2, ("pull_request", "closed"): 2, ("push", ""): 2, ("workflow_dispatch", ""): 1}
)
CAUSED: Mapping[type, Counter[Kind]] = {
    Write: Counter({_PUSH: 12}),
    Submit: Counter({_COMMENT: 1}),
    Approve: Counter({_REVIEW: 1}),
    Evidence: Counter({_PUSH: 2}),
    Merge: Counter(),
}
"""What people do for each kind of condition that GitHub tells workflows of."""


def minutes(subject: Subject) -> Iterator[Point]:
    """What GitHub will bill, or would."""
    about = "Menit Actions sebulan"
    if subject.papers is None or not subject.workflows:
        yield Point(about, State.TAK_TAHU, "Naskah atau alur kerjanya tidak terbaca, jadi tidak dapat dihitung.")
        return
    total = round(sum(monthly(subject.workflows, subject.papers).values()))
    repository = subject.told.repositori
    said = f"Pada bulan tersibuk perkiraannya {total} menit"
    path = "Jarangkan jadwal di .github/workflows/gerbang.yml (cron) lewat PR tata kelola."
    if repository is None or not repository.private:
        yield Point(
            about, State.BERES if repository else State.CATATAN, f"{said}; pada repositori terbuka tidak dihitung."
        )
    elif total < COMFORTABLE:
        yield Point(about, State.BERES, f"{said}, dari {FREE} menit gratis untuk repositori tertutup.")
    else:
        state = State.PERLU if total >= FREE else State.CATATAN
        yield Point(
            about,
            state,
            f"{said}, dari {FREE} menit gratis; sesudah habis gerbang berhenti sampai bulan berikutnya.",
            path,
        )


def monthly(workflows: tuple[Workflow, ...], papers: PapersFile) -> dict[str, float]:
    """Minutes of the busiest month, by the file of each workflow."""
    events = {kind: number * SHARE for kind, number in _events(papers).items()}
    runs = {one.name: _started(one, events) + sum(map(scheduled, one.schedules)) for one in workflows}
    after = {one.path: sum(runs.get(name, 0) for name in one.after) for one in workflows}
    return {one.path: (runs[one.name] + after[one.path]) * one.minutes for one in workflows}


def _events(papers: PapersFile) -> Counter[Kind]:
    """What people do in a year that GitHub tells workflows of."""
    total: Counter[Kind] = Counter()
    for paper in papers.naskah:
        total += _CARRIED
        for stage in paper.langkah:
            for one in stage.syarat:
                total += CAUSED[type(one)]
    approvals = total[_REVIEW]
    return total + Counter({kind: number * approvals // 2 for kind, number in _BACK.items()})


def _started(workflow: Workflow, events: Mapping[Kind, float]) -> float:
    """The runs that these events start."""
    return sum(
        number
        for (event, kind), number in events.items()
        if event in workflow.events and (not workflow.events[event] or kind in workflow.events[event])
    )


def scheduled(cron: str) -> float:
    """Runs of a schedule in a month; a text that is no schedule has none."""
    fields = cron.split()
    if len(fields) != 5:
        return 0
    counts = [
        _values(field, *span) for field, span in zip(fields, ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6)), strict=True)
    ]
    return counts[0] * counts[1] * DAYS * counts[2] / 31 * counts[3] / 12 * counts[4] / 7


def _values(field: str, low: int, high: int) -> int:
    """How many values a field of a schedule stands for."""
    found: set[int] = set()
    for piece in field.split(","):
        span, _, step = piece.partition("/")
        first, _, last = span.partition("-")
        bounds = (low, high) if span == "*" else (first, last or (high if step else first))
        if all(str(one).isdigit() for one in (*bounds, step or 1)) and int(step or 1):
            found.update(range(int(bounds[0]), int(bounds[1]) + 1, int(step or 1)))
    return len(found)
