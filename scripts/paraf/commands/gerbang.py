"""``paraf gerbang``: the verdict of one pull request, or of all that are open; with ``tulis`` people see it on the forge."""

from collections.abc import Sequence
from pathlib import Path

from paraf.adapters.clock import now
from paraf.adapters.files import write_if_changed
from paraf.adapters.github.client import Client
from paraf.adapters.github.environment import open_forge, repository_address, run_address
from paraf.adapters.github.gathering import Forge, Gathered
from paraf.adapters.github.judged import judged_year
from paraf.adapters.github.meta import metas_of
from paraf.adapters.github.transport import ForgeError
from paraf.adapters.github.writing import Showing
from paraf.alur.snapshot_write import write_facts
from paraf.alur.states import Cycle, Outcome, Verdict
from paraf.commands.console import narrate, result
from paraf.errors import UsageError
from paraf.gerbang.effects import STATUS, LabelEffects
from paraf.views.flow_words import verdict_text
from paraf.views.forge.effects import effects
from paraf.views.forge.labels import BOARD, READY, labels

_UNREAD = "Keterangan dari GitHub belum terbaca lengkap; penilaian diulang."


def gerbang(root: Path, number: int | None, everything: bool, write: bool, save: str | None) -> int:
    """Print the verdicts; 1 where the pull request asked for may not be merged.

    With ``write`` status, comment, title, labels, requests and board follow; ``save`` keeps the facts of the year.
    """
    if (number is None) != everything:
        raise UsageError("Sebut satu nomor PR, atau --semua untuk semua yang terbuka.")
    with open_forge(root, now()) as forge:
        try:
            forge.read()
            if write and everything:
                forge.read_merged(READY.name)
            judged = [judged_year(forge, year) for year in _years(forge, number)]
        except Exception:  # a fault of the program, too: what an earlier run said is not known to hold any more
            if write:
                _tell_unread(forge)
            raise
        told = [verdict for gathered, cycle in judged for verdict in _asked(gathered, cycle, number)]
        for verdict in told:
            result(verdict_text(verdict, judged[-1][0].policy))
        if number is not None and not told:
            raise UsageError(f"PR #{number} tidak ada di repositori ini, atau bukan milik tahun laporan mana pun.")
        if save is not None:
            write_if_changed(Path(save), write_facts(judged[-1][0].facts, forge.now))
        if write:
            try:
                trouble = _show(forge, judged, number)
            except Exception:  # what one pull request refuses is told by itself, and is none of these
                _tell_unread(forge)
                raise
            if trouble:
                raise ForgeError("Sebagian belum tertulis di GitHub: " + " ".join(trouble))
            return 0
    return int(any(one.outcome not in (Outcome.LULUS, Outcome.SELESAI) for one in told))


def _years(forge: Forge, number: int | None) -> Sequence[int]:
    """The years to judge: of the one pull request, or of all; what belongs to none is judged with the newest."""
    years = forge.years() or (forge.now.astimezone(forge.zone).year,)  # rules and pages come before the first year
    own = [year for year in years if number is not None and forge.concerns(number, year)]
    return own[:1] or (years if number is None else years[-1:])


def _asked(gathered: Gathered, cycle: Cycle, number: int | None) -> list[Verdict]:
    """The verdicts asked for, of pull requests that are open, or of the one that was named."""
    running = {pull.number for pull in gathered.facts.pulls if pull.open}
    return [one for one in cycle.verdicts if (one.pull == number if number is not None else one.pull in running)]


def _show(forge: Forge, judged: Sequence[tuple[Gathered, Cycle]], number: int | None) -> list[str]:
    """Bring the forge to what was decided; one pull request that refuses does not keep the others waiting: what it said."""
    rules = [(gathered.policy, cycle.year) for gathered, cycle in judged]
    own = {one.name: one for policy, year in rules for one in labels(policy.sop, policy.papers, [year])}
    made = [LabelEffects(one.name, one.color, one.about) for one in own.values()]
    showing = Showing(forge.client, made, BOARD.name, run_address())
    shown: set[int] = set()
    trouble: list[str] = []
    for gathered, cycle in reversed(judged):
        metas = list(metas_of(forge, gathered, cycle))
        when = forge.now.astimezone(forge.zone)
        pulls, board = effects(cycle, gathered.facts, gathered.policy, gathered.repo, metas, when, repository_address())
        for one in pulls:
            if one.number in shown or (number is not None and one.number != number):
                continue
            shown.add(one.number)
            try:
                showing.show(one, gathered.records[one.number])
            except ForgeError as error:
                trouble.append(f"#{one.number}: {error}")
            else:
                if gathered.records[one.number].pull.state == "open":
                    narrate(f"  #{one.number}: halamannya sudah sesuai.")
        if not forge.opened(board.year):
            continue
        try:
            showing.board(board)
        except ForgeError as error:
            trouble.append(f"papan {board.year}: {error}")
    return trouble


def _tell_unread(forge: Forge) -> None:
    """Take back what an earlier run may have said: without facts nothing passes."""
    for pull in forge.pulls.values():
        _say_error(forge.client, pull.head.sha)


def _say_error(client: Client, head: str) -> None:
    body = {"state": "error", "context": STATUS, "description": _UNREAD}
    try:
        client.send("POST", f"statuses/{head}", body)
    except ForgeError as error:
        narrate(str(error))
