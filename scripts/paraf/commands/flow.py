"""What the commands about the flow share: the facts of a year, from the file that was named or the sample that is shipped."""

from datetime import date, datetime, time, tzinfo
from pathlib import Path

from msgspec import Struct

from paraf.adapters.clock import now, office_zone
from paraf.adapters.files import read_data
from paraf.adapters.flow_year import load_policy, read_whole
from paraf.adapters.github.reach import reachable
from paraf.adapters.office import load_repository
from paraf.alur.facts import Facts, Policy
from paraf.alur.snapshot import MOST_BYTES, Snapshot, read_snapshot
from paraf.alur.states import Cycle
from paraf.commands.console import echo
from paraf.errors import UsageError
from paraf.sop.repository import Repository
from paraf.views.book_words import Clock


class Flow(Struct, frozen=True, kw_only=True):
    """A year as its facts tell it, and the engine's answer; ``sample`` where it is no report of the office."""

    facts: Facts
    policy: Policy
    now: datetime
    cycle: Cycle
    clock: Clock
    repo: Repository
    sample: bool

    @property
    def when(self) -> str:
        """The moment for a reader."""
        return self.clock.words(self.now)


def load_flow(
    root: Path, year: int | None, named: str | None, today: date | None, repo: Repository | None = None
) -> Flow | None:
    """The flow of a year; ``None`` where no facts were named, none are shipped for it, and no forge is named.

    Facts say nothing about what came after they were read, so they are judged as of that moment unless a day is given.
    """
    if named is None and today is None and year is not None and reachable():
        repo = repo or load_repository(root)
        if str(year) not in repo.office.tahun_contoh:
            return _live(root, year, repo)
    data, name = _facts(root, year, named)
    if data is None:
        return None
    repo = repo or load_repository(root)
    office = repo.office
    clock = Clock(office_zone(office.zona_waktu.nama), office.zona_waktu.singkatan)
    snapshot = _of_year(read_snapshot(data, name, clock.zone), name, year)
    facts = snapshot.facts
    _, policy = load_policy(root, facts.year, repo)
    day = datetime.combine(today, time(23, 59, 59), clock.zone) if today else None
    moment = (day or snapshot.read or now()).astimezone(clock.zone)
    from paraf.alur.cycle import evaluate_cycle

    cycle = evaluate_cycle(policy, facts, moment)
    sample = str(facts.year) in office.tahun_contoh
    return Flow(facts=facts, policy=policy, now=moment, cycle=cycle, clock=clock, repo=repo, sample=sample)


def named_facts(named: str, year: int, zone: tzinfo) -> Snapshot:
    """The facts of a file that the caller named; raises ``UserError`` where they are of another year or cannot be read."""
    return _of_year(read_snapshot(read_whole(Path(named), MOST_BYTES), named, zone), named, year)


def _of_year(snapshot: Snapshot, name: str, year: int | None) -> Snapshot:
    if year is not None and snapshot.facts.year != year:
        raise UsageError(f"{echo(name)} memuat fakta tahun {snapshot.facts.year}, bukan {year}.")
    return snapshot


def _live(root: Path, year: int, repo: Repository) -> Flow:
    """The flow as GitHub tells it now."""
    from paraf.adapters.github.environment import open_forge
    from paraf.adapters.github.judged import judged_year

    clock = Clock(office_zone(repo.office.zona_waktu.nama), repo.office.zona_waktu.singkatan)
    with open_forge(root, now()) as forge:
        forge.read()
        gathered, cycle = judged_year(forge, year)
    moment = forge.now.astimezone(clock.zone)
    facts, policy = gathered.facts, gathered.policy
    return Flow(facts=facts, policy=policy, now=moment, cycle=cycle, clock=clock, repo=repo, sample=False)


def _facts(root: Path, year: int | None, named: str | None) -> tuple[bytes | None, str]:
    if named is not None:
        return read_whole(Path(named), MOST_BYTES), named
    name = f"sop/contoh/fakta-{year}.json"
    return (read_data(root, name) if year is not None else None), name


def demand_flow(root: Path, year: int | None, named: str | None, today: date | None = None) -> Flow:
    """The flow, or why there is none."""
    found = load_flow(root, year, named, today)
    if found is None:
        of = f" tahun {year}" if year is not None else ""
        raise UsageError(
            f"Fakta{of} tidak ada. Sebut berkasnya: --fakta FILE (dari paraf gerbang --simpan FILE), atau isi"
            " GITHUB_REPOSITORY dan GITHUB_TOKEN agar dibaca dari GitHub."
        )
    return found
