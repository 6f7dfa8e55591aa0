"""The single next act on a pull request: a verb with its link, the buttons to click, and whose it is.

The buttons are named as they stand on the forge's pages, which are English; office words stand beside them.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from paraf.alur.slots import record_of
from paraf.alur.states import Outcome, State
from paraf.sop.forms.papers import Approve, Evidence, Paper, Submit, Write
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain
from paraf.views.forge.links import MAIN, branch_of, of_year
from paraf.views.forge.turn import Turn

SAVE = "klik **Commit changes…**, lalu **Commit changes** (simpan langsung ke cabang ini)"
APPROVE = (
    "Buka tautan itu, baca, lalu klik **Review changes** → **Approve** (setujui) atau **Request changes** (kembalikan,"
    " dengan alasannya) → **Submit review**."
)
MERGE = "Klik **Squash and merge** (satukan ke naskah resmi) → **Confirm squash and merge**."
_FINDING = re.compile(r"(?P<name>[^\s:]+)(?: baris (?P<line>[0-9]{1,7}))?: (?P<said>.+)", re.DOTALL)


class Act(Struct, frozen=True):
    """``verb`` is what the link says, ``link`` where it leads, ``how`` the clicks as Markdown; ``who`` whose act it is."""

    who: str
    verb: str
    link: str
    how: str = ""


class Missing(Struct, frozen=True):
    """A finding that must be repaired: the file below the year's folder (``""``: none is named), its line, what is wrong."""

    name: str
    line: int
    said: str


def missing(turn: Turn) -> list[Missing]:
    """The findings that hold up what is open."""
    if turn.step is None:
        return []
    key = record_of(turn.step.step, turn.edition) if isinstance(turn.condition, Evidence) else turn.step.step
    found = []
    for said in turn.pull.checks.get(key, ()):
        parts = _FINDING.fullmatch(said)
        known = parts is not None and "." in parts["name"]
        found.append(
            Missing(parts["name"], int(parts["line"] or 1), parts["said"]) if parts and known else Missing("", 1, said)
        )
    return found


def act(desk: Desk, turn: Turn) -> Act:
    """What comes next."""
    if turn.step is not None and turn.paper is not None:
        return _of_paper(desk, turn, turn.paper)
    return _otherwise(desk, turn)


def _of_paper(desk: Desk, turn: Turn, paper: Paper) -> Act:
    assert turn.step
    assert turn.step.role
    who, number = desk.role(turn.step.role), turn.pull.number
    if turn.mends:
        return _mend(desk, turn, who)
    match turn.condition:
        case Write():
            return _write(desk, turn, paper, who)
        case Submit(ke=to):
            how = "Tulis komentar `/ajukan` (hanya itu), lalu klik **Comment**."
            return Act(who, f"Serahkan kepada {desk.role(to)}", desk.forge.comment_box(number), how)
        case Approve():
            return Act(who, "Baca, lalu setujui atau kembalikan", desk.forge.files(number), APPROVE)
        case Evidence():
            return _record(desk, turn, who)
    if turn.pull.draft:
        ready = f"Klik **Ready for review** (siap). Sesudah itu: {MERGE[0].lower()}{MERGE[1:]}"
        return Act(who, "Tandai siap, lalu satukan", desk.forge.pull(number), ready)
    return Act(who, "Satukan ke naskah resmi", desk.forge.pull(number), MERGE)


def _mend(desk: Desk, turn: Turn, who: str) -> Act:
    """The paper is mended: after a return by what the reviewer wrote, else by the findings."""
    assert turn.step
    how = f"Betulkan, {SAVE}."
    found = next((one for one in missing(turn) if one.name), None)
    if turn.step.state is State.DIKEMBALIKAN:
        notes = [one for one in turn.pull.reviews if one.state == "changes_requested"]
        last = max(notes, key=lambda one: (one.at, one.id), default=None)
        link = desk.forge.review(turn.pull.number, last.id) if last else desk.forge.pull(turn.pull.number)
        folder = desk.forge.show(turn.meta.branch, of_year(desk.year, "").rstrip("/"))
        how = f"Buka [berkas naskahnya]({folder}), klik ikon pensil, betulkan, {SAVE}. Sesudah itu naskah diserahkan lagi."
        return Act(who, "Baca catatan peninjau, lalu perbaiki", link, how)
    if found is None:
        return Act(who, "Perbaiki naskahnya", desk.forge.pull(turn.pull.number), how)
    link = desk.forge.edit(turn.meta.branch, of_year(desk.year, found.name), found.line)
    return Act(who, "Perbaiki yang tersebut di atas", link, how)


def _write(desk: Desk, turn: Turn, paper: Paper, who: str) -> Act:
    found = next((one for one in missing(turn) if one.name), None)
    if found:
        link = desk.forge.edit(turn.meta.branch, of_year(desk.year, found.name), found.line)
        return Act(who, "Perbaiki yang tersebut di atas", link, f"Betulkan, {SAVE}.")
    first = paper.mencakup[0]
    if first.endswith("/") or "*" in first:
        link = desk.forge.show(turn.meta.branch, of_year(desk.year, first if first.endswith("/") else "").rstrip("/"))
        return Act(who, "Susun naskahnya", link, f"Pilih berkasnya, klik ikon pensil, tulis, {SAVE}.")
    path = of_year(desk.year, first)
    there = path in (turn.pull.versions[-1].tree if turn.pull.versions else {})
    link = desk.forge.edit(turn.meta.branch, path) if there else desk.forge.new(turn.meta.branch, path)
    return Act(who, f"Susun {first}", link, f"Tulis, {SAVE}.")


def _record(desk: Desk, turn: Turn, who: str) -> Act:
    assert turn.step
    name = record_of(turn.step.step, turn.edition)
    path = of_year(desk.year, name)
    if path in (turn.pull.versions[-1].tree if turn.pull.versions else {}):
        link, verb = desk.forge.edit(turn.meta.branch, path), f"Lengkapi bukti langkah {turn.step.step}"
    else:
        blank = desk.blank(turn.step.step, turn.edition)
        link, verb = desk.forge.new(turn.meta.branch, path, blank), f"Catat bukti langkah {turn.step.step}"
    return Act(who, verb, link, f"Isi yang kosong, {SAVE}.")


def _otherwise(desk: Desk, turn: Turn) -> Act:
    """What the verdict says, with the page where it is done."""
    said, number = turn.verdict.next, turn.pull.number
    who = desk.role(said.role) if said.role else ""
    if said.paper:
        return begin(desk, said.paper)
    if said.pull is not None:
        return Act(who, f"Lanjutkan di #{said.pull}", desk.forge.pull(said.pull))
    if turn.verdict.outcome is Outcome.LULUS:
        return Act("Pembuka PR ini", "Satukan ke naskah resmi", desk.forge.pull(number), MERGE)
    if turn.verdict.outcome is Outcome.MENUNGGU and turn.paper is None and said.role:
        return Act(who, "Baca perubahannya, lalu setujui atau kembalikan", desk.forge.files(number), APPROVE)
    return Act(who, plain(said.sentence), "")


def begin(desk: Desk, key: str, branch: str | None = None) -> Act:
    """The first act of a paper that nobody brought yet: its file on a new branch, then a pull request of it."""
    paper = desk.paper(key)
    assert paper
    stage = paper.langkah[0]
    first = stage.syarat[0]
    name = branch or branch_of(desk.year, paper.id)
    if isinstance(first, Evidence):
        path = of_year(desk.year, record_of(stage.kode))
        value = desk.blank(stage.kode)
    else:
        path, value = of_year(desk.year, paper.mencakup[0].rstrip("/")), ""
    there = path in desk.facts.main
    folder = "*" in path or paper.mencakup[0].endswith("/")
    opened: Callable[[str, str], str] = desk.forge.edit if there else desk.forge.show
    link = opened(MAIN, path.rpartition("/")[0] if "*" in path else path) if there or folder else ""
    link = link or desk.forge.new(MAIN, path, value)
    how = (
        "Sunting, klik **Commit changes…** → **Create a new branch** dengan nama"
        f" `{name}` → **Propose changes** → **Create pull request**."
    )
    return Act(desk.role(first.oleh), f"Mulai {paper.nama}", link, how)
