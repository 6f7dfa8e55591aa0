"""What a run leaves in its summary on GitHub: the findings as a table, and the expanded report to be read there.

Both hold what people wrote. The findings are HTML, in which everything is escaped; the report stays Markdown, but brings
no tag, no picture and no name that GitHub would call.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from paraf.door.regex import regex
from paraf.errors import Fault
from paraf.finding import Finding, Severity
from paraf.laporan.chapter import NAME
from paraf.views.html import Html, el, joined, md, table
from paraf.views.words import counts

MAX_BYTES = 900_000
"""GitHub takes 1,024 KiB of a summary and drops the whole of a longer one."""
MAX_OTHERS = 100_000
"""The report itself needs the rest."""
ROWS = 200
_PARTS = ("data/", "lampiran/")
_FENCE = regex("`{3,}")
_CUT = "\n*Selebihnya terlalu panjang untuk halaman ini.*\n"
_HEADS = ("Tempat", "Catatan pemeriksaan", "Cara memperbaiki")
_PICTURE = regex(r"!\[([^\]\n]*)\]\([^)\n]*\)")


def findings_summary(findings: Sequence[Finding], faults: Sequence[Fault]) -> str:
    """Every finding by its weight, the notes folded; faults first, since they kept the data from being read."""
    parts = ["## Catatan pemeriksaan"]
    if faults:
        rows = [(str(fault.place), fault.message, fault.repair) for fault in faults]
        parts += [f"### Belum terbaca ({len(faults)})", _table(rows)]
    else:
        parts.append(f"Hasil: {counts(list(findings))}.")
    for severity in Severity:
        rows = [
            (str(f.place), f"{f.code} {f.subject}: {f.message}", f.repair) for f in findings if f.severity is severity
        ]
        if rows and severity is Severity.CATATAN:
            parts.append(el("details", el("summary", f"{severity.heading} ({len(rows)})"), _table(rows)))
        elif rows:
            parts += [f"### {severity.heading} ({len(rows)})", _table(rows)]
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[tuple[str, ...]]) -> Html:
    """A row for each, on one line: a blank line would end the HTML."""
    lines = [el("tr", joined([el("td", " ".join(cell.split())) for cell in row])) for row in rows[:ROWS]]
    if len(rows) > ROWS:
        lines.append(el("tr", el("td", f"dan {len(rows) - ROWS} lagi", colspan=str(len(_HEADS)))))
    return Html(table(_HEADS, lines).replace("\n", " "))


def reading_summary(year: int, text: str, pdf: str, troubles: int) -> str:
    """The expanded report, to be read in the browser; ``pdf`` is the name of the same as a document."""
    told = f" Ada {troubles} bagian yang belum terbaca atau terjawab; tampil apa adanya." if troubles else ""
    head = (
        f"## Naskah baca LAKIP {year}\n\nPDF-nya bernama **{pdf}**, di bagian Artifacts halaman ini.{told}\n\n---\n\n"
    )
    room = MAX_BYTES - MAX_OTHERS - len(head.encode())
    return head + "".join(_fitting(map(_harmless, text.splitlines(keepends=True)), room))


def part(name: str) -> bool:
    """Whether a file of a year, by its path below it, is a part of the report that is printed."""
    return bool(NAME.fullmatch(name)) or name.startswith(_PARTS)


def others_summary(year: int, texts: Mapping[str, str]) -> str:
    """What changed beside the report, each file as it is read: letters as words, data as it stands; ``""`` without any."""
    if not texts:
        return ""
    parts = [f"## Berkas tahun {year} yang berubah"]
    for name, text in texts.items():
        shown = "".join(map(_harmless, text.splitlines(keepends=True))) if name.endswith(".md") else _as_it_is(text)
        parts += [f"### {md(name)}", shown.strip("\n")]
    lines = f"{parts[0]}\n\n" + "\n\n".join(parts[1:]) + "\n\n"
    return "".join(_fitting(lines.splitlines(keepends=True), MAX_OTHERS))


def _as_it_is(text: str) -> str:
    fence = max(["```", *(f"{run}`" for run in _FENCE.findall(text))], key=len)
    return f"{fence}\n{text.rstrip()}\n{fence}"


def nothing_summary(said: str) -> str:
    """Why there is nothing to read."""
    return f"## Naskah baca\n\n{said}\n"


def _harmless(line: str) -> str:
    """A line of Markdown that only formats words: a picture is its description, a tag or a name is shown as it is."""
    shown = _PICTURE.sub(lambda found: f"*{found[1]}*" if found[1] else "", line)
    return shown.replace("<", "&lt;").replace("@", "&#64;")


def _fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line.encode())
        if room < 0:
            yield _CUT
            return
        yield line
