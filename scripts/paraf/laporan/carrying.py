"""A chapter of last year as it comes into a new one: the order stays, and nothing of it passes for this year's text.

Sentences become notes. A table, a picture or code written by hand cannot be one, so a note stands above it. Calls stay: they
answer with this year's data, and an explicit year in one moves along, unless years in words stand beside it.
"""

from collections.abc import Iterator, Sequence

from paraf.door.regex import regex
from paraf.laporan.calls.base import CallError
from paraf.laporan.calls.parsed import Parsed
from paraf.laporan.calls.reading import parse_call
from paraf.laporan.chapter import CALL, Chapter, bare
from paraf.laporan.markdown import AS_IT_WAS, CARRIED, Block
from paraf.laporan.numbering import CAPTION

_PROSE = ("paragraf", "butir", "kutipan")
_BY_HAND = {"tabel": "Tabel", "gambar": "Gambar", "kode": "Teks"}
_YEAR = regex(r"(?<![\w.,])(?:19|20)\d\d(?!\w)")
_WORDS = regex(r"([\"“”„'‘’‚])(?:(?![\"“”„'‘’‚]).)*[\"“”„'‘’‚]|\d+")


def carried(chapter: Chapter, years: int) -> Iterator[str]:
    """The lines of the body; ``years`` from its report to the new one."""
    blocks = chapter.blocks
    for index, block in enumerate(blocks):
        named = _names_what_follows(blocks, index)
        by_hand = _BY_HAND.get((blocks[index + 1] if named else block).kind)
        if by_hand and not (index and _names_what_follows(blocks, index - 1)):
            note = f"{CARRIED}{by_hand}{AS_IT_WAS}"
            # It stands already above what nobody has looked at since the year before last.
            if not (index and blocks[index - 1].lines[-1] == note):
                yield from (note, "")
        moved = _moved(block, years)
        yield from moved if block.kind not in _PROSE else map(_line, moved)
        yield ""


def _names_what_follows(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is the caption of the table below it."""
    here, below = blocks[index], blocks[index + 1 : index + 2]
    return len(here.lines) == 1 and bool(CAPTION.match(here.lines[0])) and bool(below) and below[0].kind == "tabel"


def _line(line: str) -> str:
    """A line of prose: a panel or a caption stays, anything else becomes a note."""
    text = line.strip()
    panel = text.startswith("{{") and text.endswith("}}") and "}}" not in text[:-2]
    return line if panel or CAPTION.match(line) else f"{CARRIED}{text}"


def _moved(block: Block, years: int) -> Sequence[str]:
    """The lines with the years in their calls moved; of a table or a line that names a year itself, as they are.

    There the words and the call are about the same year, and which one is meant now, only a person knows.
    """
    if block.kind == "tabel":
        return (
            block.lines if any(_names_year(line) for line in block.lines) else [_shifted(x, years) for x in block.lines]
        )
    if block.kind in ("kode", "catatan"):
        return block.lines
    return [line if _names_year(line) else _shifted(line, years) for line in block.lines]


def _names_year(line: str) -> bool:
    return bool(_YEAR.search(bare(line)))


def _shifted(line: str, years: int) -> str:
    return CALL.sub(lambda found: _call(found[0], years), line) if "{{" in line else line


def _call(text: str, years: int) -> str:
    """A call whose years are moved; one that cannot be read stays, the checks have told it."""
    parsed = parse_call(text[2:-2])
    named = set() if isinstance(parsed, CallError) else {str(year) for year in _years(parsed)}
    if not named:
        return text
    return _WORDS.sub(lambda found: str(int(found[0]) + years) if found[0] in named else found[0], text)


def _years(parsed: Parsed) -> Iterator[int]:
    """The years among the arguments of a call and of those inside it."""
    names = parsed.call.arguments
    for index, argument in enumerate(parsed.arguments):
        if isinstance(argument, Parsed):
            yield from _years(argument)
        elif isinstance(argument, int) and "tahun" in names[min(index, len(names) - 1)]:
            yield argument
