"""Which indicator a line speaks of, and which lines speak of one indicator: reading the part about causes."""

from collections.abc import Iterable, Iterator, Sequence

from paraf.door.regex import regex
from paraf.laporan.anatomy import Region
from paraf.laporan.markdown import Block
from paraf.laporan.performance import Measure, Performance

# A pointer to a table or chart names an indicator without discussing it.
_POINTER = regex(r"\{\{\s*lihat\s*\([^{}]*\}\}")


_ID = regex(r"(?<![\w-])[a-z]{1,4}-[0-9]{1,3}(?![\w-])")
_ACHIEVED = (("target", "realisasi"), ("target", "capaian"))
_SERIES = ("triwulan", "tahun", "bulan", "semester", "periode", "kegiatan", "program", "bidang")
_FIRST_CELLS = 3


class Naming:
    """The names of all indicators: their ids, and their names as the agreement has them; capitals do not matter."""

    def __init__(self, performance: Performance) -> None:
        self.ids = {measure.id.casefold(): measure for measure in performance.measures.values()}
        names = {" ".join(measure.form.nama.casefold().split()): measure for measure in reversed(self.ids.values())}
        self.names = sorted(names.items(), key=lambda item: -len(item[0]))

    def named(self, text: str, *, pointers: bool = True) -> list[Measure]:
        """The indicators of a text in their order, each once; ``pointers``: those a reference names, too."""
        folded = (text if pointers else _POINTER.sub("", text)).casefold()
        return list({measure.id: measure for _, _, measure in sorted(self._spans(folded), key=lambda s: s[0])}.values())

    def without(self, text: str) -> str:
        """A text in small letters without the names: a word of a name is not taken for a word about it."""
        folded, parts, at = text.casefold(), [], 0
        for start, end, _ in sorted(self._spans(folded), key=lambda span: span[0]):
            parts.append(folded[at:start])
            at = end
        return "".join((*parts, folded[at:]))

    def _spans(self, folded: str) -> Iterator[tuple[int, int, Measure]]:
        """Where names stand; of names that hold each other the longest."""
        for found in _ID.finditer(folded):
            if found[0] in self.ids:
                yield *found.span(), self.ids[found[0]]
        taken = bytearray()
        for name, measure in self.names:
            at = folded.find(name)
            while at >= 0:
                end = at + len(name)
                taken = taken or bytearray(len(folded))
                if not taken[at] and not (_joined(folded[max(0, at - 1) : at]) or _joined(folded[end : end + 1])):
                    taken[at:end] = b"x" * len(name)
                    yield at, end, measure
                at = folded.find(name, end)


def _joined(letter: str) -> bool:
    return letter.isalnum() or letter in ("_", "-")


def lines_of(region: Region) -> Iterator[tuple[int, str, bool, bool]]:
    """Each line of a region: number, text, whether it opens a block, whether it is a heading.

    A row of a table is read together with the head, which says what its cells are.
    """
    for block in region.blocks:
        if block.kind in ("kode", "gambar", "garis", "catatan"):
            continue
        if block.kind == "tabel":
            for number, cells in block.rows():
                yield number, f"{block.lines[0]} {' | '.join(cells)}", True, False
            continue
        for at, text in enumerate(block.lines):
            yield block.line + at, text, at == 0, block.kind == "judul"


def stretches(region: Region, naming: Naming, measures: Sequence[Measure]) -> dict[str, tuple[int, str]]:
    """For each indicator that is named: the first line that does, and all that is said of it.

    What follows a name belongs to it until another is named; what opens its paragraph does, too. Below a heading that
    names none, everything is about all of them.
    """
    found: dict[str, tuple[int, list[str]]] = {}
    everyone = [measure.id for measure in measures]
    current: list[str] = []
    opening: list[str] | None = []
    for number, text, opens, heading in lines_of(region):
        opening = [] if opens else opening
        named = [measure.id for measure in naming.named(text)]
        if named:
            current = named
            for name in named:
                found.setdefault(name, (number, []))[1].extend([*(opening or ()), text])
            opening = None
            continue
        if heading:
            current = everyone
        if opening is not None:
            opening.append(text)
        for name in current:
            if name in found:
                found[name][1].append(text)
    return {name: (line, naming.without("\n".join(texts))) for name, (line, texts) in found.items()}


def rows_twice(blocks: Iterable[Block], naming: Naming, listed: set[tuple[str, str]]) -> Iterator[tuple[int, Measure]]:
    """Rows of tables of achievement whose indicator a table of the same form has had already.

    ``listed`` remembers from chapter to chapter. Rows by quarter, year or unit are a series, not a repetition.
    """
    for block in blocks:
        if block.kind != "tabel":
            continue
        (_, heads), *rows = block.rows()
        words = " ".join(heads).casefold()
        achieved = any(all(word in words for word in wanted) for wanted in _ACHIEVED)
        if not achieved or any(word in words for word in _SERIES):
            continue
        for number, cells in rows:
            for measure in naming.named(" | ".join(cells[:_FIRST_CELLS])):
                if (measure.id, words) in listed:
                    yield number, measure
                listed.add((measure.id, words))
