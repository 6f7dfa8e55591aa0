"""What the book still lacks, offered: the next file prefilled in the web editor, or the command behind a button."""

from collections.abc import Mapping

from paraf.alur.book.line import FOLDER, read_name
from paraf.alur.carried import Notes
from paraf.alur.others import NAMES
from paraf.alur.states import Outcome
from paraf.views.forge.desk import Desk
from paraf.views.forge.escape import plain
from paraf.views.forge.links import MAIN, of_year
from paraf.views.forge.turn import Turn


def noting_line(desk: Desk, turn: Turn) -> str | None:
    """For a paper that is done and not in the book yet, and where somebody wrote other lines than these."""
    if turn.verdict.carries == NAMES[Notes] and turn.verdict.outcome is Outcome.DITOLAK:
        return noting_words(desk)
    if turn.closing is None or not isinstance(desk.unnoted, Mapping):
        return None
    papers = {found[1] for name in desk.unnoted if (found := read_name(name))}
    return noting_words(desk) if turn.closing.paper in papers else None


def noting_words(desk: Desk) -> str | None:
    """How the next line of the book comes to be; ``None`` where nothing is lacking."""
    if isinstance(desk.unnoted, str):
        return f"Buku kendali: {plain(desk.unnoted)}"
    if not desk.unnoted:
        return None
    name, data = next(iter(desk.unnoted.items()))
    path = of_year(desk.year, f"{FOLDER}/{name}")
    run = f"[Run workflow]({desk.forge.workflow()}), pilih `catat`, isi tahun {desk.year}"
    link = desk.forge.new(MAIN, path, data.decode())
    lead = f"Buku kendali belum memuat {len(desk.unnoted)} naskah yang selesai"
    if "&value=" not in link:
        return f"{lead}: klik {run}."
    return (
        f"{lead}. [Simpan {name}]({link}) tanpa mengubah isinya: **Commit changes…** → **Create a new branch** →"
        f" **Propose changes** → **Create pull request**. Atau klik {run}."
    )
