"""``paraf diagnosis``: the settings of the repository against what the gate needs, live or from a saved snapshot."""

from pathlib import Path

from paraf.adapters.clock import now, office_zone
from paraf.adapters.files import Kind, folder_below, kind_of, read_data, write_if_changed
from paraf.adapters.flow_year import read_whole
from paraf.adapters.office import load_repository
from paraf.adapters.workflows import read_workflows
from paraf.commands.console import narrate, result
from paraf.gerbang.doctor.judging import diagnosis as judge
from paraf.gerbang.doctor.judging import outcome
from paraf.gerbang.doctor.point import Subject
from paraf.gerbang.settings import MOST_BYTES, Ruleset, Snapshot, read_ruleset, read_settings, write_settings
from paraf.sop.repository import Repository
from paraf.views.book_words import Clock
from paraf.views.diagnosis import diagnosis_text
from paraf.views.forge.generated import generated_files

RULESETS = ".github/rulesets"


def diagnosis(root: Path, named: str | None, save: str | None) -> int:
    """Print every point; 0 in order, 1 something to repair, 2 something unknown.

    With ``named`` a saved snapshot is judged, as of its own moment. With ``save`` the snapshot is kept; what that file held
    before is what the new one is compared with.
    """
    repo = load_repository(root)
    zone = repo.office.zona_waktu
    snapshot = _saved(named) if named is not None else _live(root)
    before = _saved(save) if save is not None and kind_of(Path(save)) is Kind.FILE else None
    subject = Subject(
        snapshot=snapshot,
        before=before,
        now=snapshot.dibaca.astimezone(office_zone(zone.nama)),
        shipped=_shipped(root),
        workflows=read_workflows(root),
        drift=_drift(root, repo),
        papers=repo.papers.value if repo.papers else None,
        officials=repo.officials.value if repo.officials else None,
        publishing=repo.office.terbit,
    )
    points = judge(subject)
    when = Clock(office_zone(zone.nama), zone.singkatan).words(subject.now)
    result(diagnosis_text(points, snapshot.nama, when))
    if save is not None:
        write_if_changed(Path(save), write_settings(snapshot))
        narrate(f"  potret setelan: {save}")
    return outcome(points)


def _saved(name: str) -> Snapshot:
    return read_settings(read_whole(Path(name), MOST_BYTES), name)


def _live(root: Path) -> Snapshot:
    from paraf.adapters.github.environment import client_of
    from paraf.adapters.github.settings_reading import read_live

    client = client_of(root)
    client.cache = None  # settings are looked at as they are now
    try:
        return read_live(client, now())
    finally:
        client.close()


def _shipped(root: Path) -> tuple[Ruleset, ...]:
    """The rulesets that the repository brings; without them nothing would be asked for."""
    folder = folder_below(root, RULESETS)
    names = sorted(path.name for path in folder.iterdir() if path.suffix == ".json") if folder else []
    return tuple(read_ruleset(read_data(root, f"{RULESETS}/{name}") or b"", f"{RULESETS}/{name}") for name in names)


def _drift(root: Path, repo: Repository) -> tuple[str, ...]:
    return tuple(path for path, text in generated_files(repo).items() if read_data(root, path) != text.encode())
