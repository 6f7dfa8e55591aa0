"""The act of an approval: what is read, which buttons are clicked, and the ways on paper where the office allows them."""

from collections.abc import Iterator

from paraf.alur.content import Covered, digest
from paraf.alur.slots import sheet_of
from paraf.laporan.binding import grouped
from paraf.laporan.records.names import read_name
from paraf.laporan.records.template import sheet_template
from paraf.sop.forms.papers import Approve
from paraf.views.forge.begin import Act
from paraf.views.forge.desk import Desk
from paraf.views.forge.links import of_year
from paraf.views.forge.turn import Turn
from paraf.views.words import listed

JUDGED = "Baca, lalu setujui atau kembalikan"
APPROVE = (
    "Sesudah membaca, klik **Review changes** → **Approve** (setujui), atau **Request changes** (kembalikan) dengan"
    " alasannya → **Submit review**."
)


def approval(desk: Desk, turn: Turn, who: str) -> Act:
    """What an approver does."""
    return Act(
        who=who,
        verb=JUDGED,
        link=desk.forge.files(turn.pull.number),
        how=" ".join([*_read(desk, turn), APPROVE, *_named(desk, turn), *_on_paper(desk, turn)]),
        plea="Mohon dibaca, lalu disetujui atau dikembalikan.",
    )


def _read(desk: Desk, turn: Turn) -> Iterator[str]:
    """Evidence that is approved instead of the paper."""
    if isinstance(turn.condition, Approve) and turn.condition.atas:
        shown = [
            f"[{_file_words(name)}]({desk.forge.show(turn.meta.branch, of_year(desk.year, name))})"
            for name in turn.condition.atas
        ]
        yield f"Yang disetujui: {listed(shown)}."


def _file_words(name: str) -> str:
    """Evidence by its step, anything else by the name of its file."""
    record = read_name(name)
    return f"bukti langkah {record.step}" if record else name


def _digest(desk: Desk, turn: Turn) -> str:
    """The digest of what is approved, in groups of four."""
    assert isinstance(turn.condition, Approve)
    assert turn.paper
    return grouped(digest(Covered(desk.year, turn.condition.atas or turn.paper.mencakup), turn.tree))


def _named(desk: Desk, turn: Turn) -> Iterator[str]:
    """Where the office is strict, the approval repeats the digest."""
    if desk.policy.papers.ketat == "ya":
        yield f"Tempel sidik jari digital ini di kotak tinjauannya: `{_digest(desk, turn)}`."


def _on_paper(desk: Desk, turn: Turn) -> Iterator[str]:
    """Where the role may sign on paper: who files the sheet, in a file that names the digest already, who confirms it."""
    kept = desk.policy.papers.kertas
    if kept is None or turn.step is None or turn.step.role not in kept.boleh:
        return
    name = sheet_of(turn.step.step, turn.edition)
    path = of_year(desk.year, name)
    said = f"ditegaskan {listed([desk.role(role) for role in kept.ditegaskan], 'atau')} dengan **Approve**"
    if path in turn.tree:
        yield f"Lembar bertanda tangan sudah dicatat di `{name}`; sesudah dicocokkan, {said}."
        return
    record = read_name(name)
    assert record
    text = sheet_template(record, desk.now.date(), {"tanggal": "", "sidik": _digest(desk, turn)})
    link = desk.forge.new(turn.meta.branch, path, text)
    yield f"Di atas kertas: {desk.role(kept.dicatat)} menyimpan [lembar bertanda tangan]({link}), lalu {said}."
