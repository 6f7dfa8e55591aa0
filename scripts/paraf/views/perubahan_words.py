"""The words of a *lembar perubahan*, the same on a page, in a terminal and in Markdown."""

from collections.abc import Iterable, Sequence

from paraf.laporan.perubahan.records import Angka, Cell, Change, Origin, Part, Perubahan, Spot
from paraf.views.forge.escape import shortened
from paraf.views.words import listed

NOTHING = "Tidak ada yang berubah pada bunyi dan angkanya."
ABSENT, GONE = "(tidak ada)", "(dihapus)"
CONTEXT, MOST_WORDS = 14, 250
"""Words that stayed beside a change, and words of a passage that came or went, which are shown."""
MOST_CHANGES, MOST_FIGURES, FIRST = 150, 300, 3
"""Changes of a chapter, figures, and passages of a new chapter that are shown; the rest is counted."""
LONGEST_ROW = 60
HEADINGS: tuple[tuple[str, Origin], ...] = (
    ("Angka dan keterangan data", "data"),
    ("Angka yang ditulis di dalam naskah", "tulisan"),
    ("Angka yang dihitung dari data", "hitungan"),
)
"""The tables of figures, and where the figures of each come from."""
DERIVED = "Ikut berubah karena datanya berubah"
_SHAPES = {
    "judul": "Judul",
    "paragraf": "Paragraf",
    "butir": "Butir",
    "gambar": "Gambar",
    "kutipan": "Kutipan",
    "catatan": "Catatan panduan",
    "kode": "Contoh",
    "keterangan": "Keterangan",
    "baris": "Baris tabel",
}
_WAYS = {"diubah": "diubah", "ditambah": "baru", "dihapus": "dihapus"}


def title(perubahan: Perubahan, name: str) -> str:
    """What the sheet is called; ``name`` is what the office calls its report."""
    years = perubahan.before_year, perubahan.after_year
    about = str(years[1]) if years[0] == years[1] else f"{years[0]} dan {years[1]}"
    return f"Lembar perubahan {name} {about}"


def summary(perubahan: Perubahan) -> str:
    """How much changed, in a sentence."""
    if perubahan.nothing:
        return NOTHING
    changes = [one for part in perubahan.parts for one in part.changes if not one.made]
    counts = [
        (len(perubahan.angka), "angka atau keterangan data berubah"),
        (sum(part.kind == "bab" and part.state == "baru" for part in perubahan.parts), "bab baru"),
        (sum(part.kind == "bab" and part.state == "dihapus" for part in perubahan.parts), "bab dihapus"),
        (sum(part.kind == "bab" and part.state == "tetap" for part in perubahan.parts), "bab berubah"),
        (sum(part.kind == "lampiran" for part in perubahan.parts), "lampiran berubah"),
        (sum(one.way == "dipindahkan" for one in changes), "bagian dipindahkan"),
    ]
    said = listed([f"{number} {what}" for number, what in counts if number])
    return f"{said}."


def subject(angka: Angka) -> str:
    """What a figure is, as one line."""
    return f"{angka.subject}: {angka.what}"


def figures(perubahan: Perubahan, origin: Origin) -> list[Angka]:
    """The figures of one origin."""
    return [one for one in perubahan.angka if one.origin == origin]


def state(part: Part) -> str:
    """What became of a whole part; nothing where it is as a whole as it was."""
    noun = "Bab" if part.kind == "bab" else "Lampiran"
    if part.state == "baru":
        return f"{noun} ini baru: {part.passages} bagian."
    if part.state == "dihapus":
        return f"{noun} ini dihapus; semula {part.passages} bagian."
    return f"Judulnya semula “{part.was}”." if part.was else ""


def own(part: Part) -> list[Change]:
    """What somebody changed in a part; of a new one only the beginning, the rest is read in the report itself."""
    found = [one for one in part.changes if not one.made]
    return [one for index, one in enumerate(found) if part.state != "baru" or one.way != "ditambah" or index < FIRST]


def left_out(part: Part, shown: int) -> str:
    """What of a part is not shown, in a sentence."""
    rest = sum(not one.made for one in part.changes) - shown
    if rest <= 0:
        return ""
    return "Selebihnya dibaca di naskahnya." if part.state == "baru" else f"Dan {rest} perubahan lain pada bagian ini."


def derived(part: Part) -> str:
    """Where figures became others only because the data did: paragraphs and tables, each once."""
    groups: dict[str, dict[str, None]] = {}
    for noun, number in (_derived(one) for one in part.changes if one.made):
        groups.setdefault(noun, {})[number] = None
    return "; ".join(f"{noun} {', '.join(numbers)}".rstrip() for noun, numbers in groups.items())


def _derived(change: Change) -> tuple[str, str]:
    """The kind of a place and its number."""
    spot = change.after or change.before
    assert spot
    if spot.panel:
        noun, _, number = spot.panel.partition(" ")
        return noun, number
    return ("paragraf", str(spot.paragraph)) if spot.paragraph else (_SHAPES[change.shape].lower(), "")


def place(change: Change) -> str:
    """Where it is, and what became of it: ``Paragraf 78 diubah``."""
    spot = change.after or change.before
    assert spot
    here = _place(change, spot)
    if change.way != "dipindahkan":
        return f"{here} {_WAYS[change.way]}"
    assert change.before
    assert change.after
    was = f"“{change.before.part}”" if change.before.part != change.after.part else "tempat lain pada bagian ini"
    number = f", semula paragraf {change.before.paragraph}" if change.before.paragraph else ""
    return f"{here} dipindahkan dari {was}{number}"


def _place(change: Change, spot: Spot) -> str:
    if change.shape == "baris":
        row = f", baris “{_row(change)}”" if _row(change) else ""
        return f"{spot.panel or _SHAPES['baris']}{row}"
    if change.shape == "keterangan":
        return f"Keterangan {spot.panel}"
    if spot.paragraph:
        return f"Paragraf {spot.paragraph}" + (" (semula)" if change.after is None else "")
    under = f" di bawah “{spot.section}”" if spot.section and change.shape != "judul" else ""
    return f"{_SHAPES[change.shape]}{under}"


def _row(change: Change) -> str:
    """What a row is about: its first cell that says something."""
    said = (cell.after or cell.before for cell in change.cells)
    return shortened(next((text for text in said if any(map(str.isalpha, text))), ""), LONGEST_ROW)


def told_cells(change: Change) -> Sequence[Cell]:
    """The cells to show: of a row that was changed those that differ, of a new one all that say something."""
    if len(change.cells) == 1:
        return change.cells
    return [cell for cell in change.cells if any(piece.tag != "sama" for piece in cell.pieces)]


def chapters(shown: Iterable[str]) -> str:
    """In which chapters a figure is read."""
    return "; ".join(shown)
