"""A chapter with its calls answered: what a person reads and approves (DESIGN sections 5 and 7).

Jinja2 reads and runs the expressions, in its immutable sandbox; before that its own syntax tree is looked at, and
anything but a call of our list with plain words and numbers is refused. So there is nothing to loop and nothing to reach.
"""

import difflib
import inspect
import re
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from paraf.door.text import echo
from paraf.errors import Fault
from paraf.finding import Place
from paraf.laporan.calls.base import Call, CallError, Chart, Context, Figure, Key, Panel, Table
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.chapter import Chapter
from paraf.laporan.panels import panel_markdown
from paraf.laporan.report import Report

MAX_EXPRESSION, MAX_CALLS, MAX_TEXT = 300, 400, 3_000_000
"""Letters of one call, calls of one chapter, letters of an expanded chapter."""
CAPTION = re.compile(r"Tabel: (?P<title>\S.*)$")
"""The line above a table written by hand; it gets its number here."""
_OPENING = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}|(\{\{|\}\}|\{%|%\}|\{#|#\})")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})
_KINDS = {"tabel": "Tabel", "grafik": "Gambar"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the expanded text. ``made`` is what a call answered, ``None`` for the writer's own words.

    ``line`` and ``column`` are where it comes from; ``number`` is a panel's ("Tabel 3").
    """

    text: str
    line: int
    column: int
    made: Figure | Panel | None = None
    number: str | None = None


@dataclass(frozen=True, kw_only=True)
class Expanded:
    """A chapter after its calls; ``pieces`` in order, the body only."""

    chapter: Chapter
    pieces: tuple[Piece, ...]

    @cached_property
    def markdown(self) -> str:
        """The body as ordinary Markdown."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def charts(self) -> Iterator[Chart]:
        """The charts it shows."""
        return (piece.made for piece in self.pieces if isinstance(piece.made, Chart))


@dataclass(frozen=True, kw_only=True)
class Expansion:
    """Every chapter of a report; a chapter with a fault shows the call as it was written."""

    context: Context
    chapters: tuple[Expanded, ...]
    faults: tuple[Fault, ...]


def expand_report(report: Report, previous: Report | None = None) -> Expansion:
    """Answer every call of every chapter, in order."""
    context = Context(report=report, previous=previous, numbers=_numbers(report))
    faults: list[Fault] = []
    chapters = tuple(expand_chapter(chapter, context, faults) for chapter in report.chapters)
    return Expansion(context=context, chapters=chapters, faults=tuple(faults))


def _numbers(report: Report) -> Mapping[Key, str]:
    """Number tables and figures through the report, whether called or written by hand."""
    counts = {"Tabel": 0, "Gambar": 0}
    found: dict[Key, str] = {}
    for chapter in report.chapters:
        for text in chapter.lines:
            title = CAPTION.match(text)
            key = ("", (title["title"],)) if title else _panel_key(text)
            if key:
                noun = "Tabel" if title else _KINDS[BY_NAME[key[0]].kind]
                counts[noun] += 1
                found.setdefault(key, f"{noun} {counts[noun]}")
    return found


def _panel_key(line: str) -> Key | None:
    stripped = line.strip()
    if not (stripped.startswith("{{") and stripped.endswith("}}")):
        return None
    parsed = parse_call(stripped[2:-2])
    if isinstance(parsed, CallError) or BY_NAME[parsed.name].kind not in _KINDS:
        return None
    return parsed.name, tuple(str(argument) for argument in parsed.arguments)


def expand_chapter(chapter: Chapter, context: Context, faults: list[Fault]) -> Expanded:
    """Answer the calls of one chapter; what goes wrong is added to ``faults`` with its place."""
    pieces: list[Piece] = []
    calls, size = 0, 0
    functions = {name: partial(_run, call, context) for name, call in BY_NAME.items()}
    for number, text in enumerate(chapter.lines, start=chapter.first):
        end = "\n" if number < chapter.first + len(chapter.lines) - 1 else ""
        title = CAPTION.match(text)
        if title:
            said = f"**{context.numbers.get(('', (title['title'],)), 'Tabel')}.** {title['title']}"
            pieces.append(Piece(said + end, number, 1))
            continue
        at = 0
        for found in _OPENING.finditer(text) if "{" in text or "}" in text else ():
            place = chapter.place(number, found.start() + 1)
            pieces.append(Piece(text[at : found.start()], number, at + 1))
            calls += 1
            try:
                if calls > MAX_CALLS or size > MAX_TEXT:
                    raise CallError(
                        "bab ini terlalu banyak memakai panggilan",
                        f"pecah menjadi beberapa bab; paling banyak {MAX_CALLS}",
                    )
                if found[2]:
                    raise CallError(
                        f"tanda “{found[2]}” tidak dipakai di sini", 'pakai hanya {{ panggilan("…") }} pada satu baris'
                    )
                piece = _answer(found[1], functions, context, number, found.start() + 1, alone=text.strip() == found[0])
            except CallError as error:
                faults.append(Fault(place, str(error), error.repair))
                piece = Piece(found[0], number, found.start() + 1)
            pieces.append(piece)
            size += len(piece.text)
            at = found.end()
        pieces.append(Piece(text[at:] + end, number, at + 1))
    return Expanded(chapter=chapter, pieces=tuple(piece for piece in pieces if piece.text))


def _answer(
    source: str,
    functions: Mapping[str, Callable[..., object]],
    context: Context,
    line: int,
    column: int,
    *,
    alone: bool,
) -> Piece:
    parsed = parse_call(source)
    if isinstance(parsed, CallError):
        raise parsed
    made = parsed.run(**functions)
    if isinstance(made, Figure):
        return Piece(made.text, line, column, made)
    assert isinstance(made, Table | Chart)
    if not alone:
        raise CallError(
            f"{parsed.name} harus berdiri pada barisnya sendiri", "beri baris kosong sebelum dan sesudahnya"
        )
    number = context.numbers[parsed.name, tuple(str(argument) for argument in parsed.arguments)]
    return Piece(panel_markdown(made, number), line, column, made, number)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An expression that may be run: its outer call, the arguments that are plain, and the compiled whole."""

    name: str
    arguments: tuple[object, ...]
    run: Callable[..., object]


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@lru_cache(maxsize=20_000)
def parse_call(source: str) -> Parsed | CallError:
    """Read one expression (without its braces); a ``CallError`` says what is wrong with it."""
    text = source.translate(_QUOTES).strip()
    if len(text) > MAX_EXPRESSION:
        return CallError("panggilan ini terlalu panjang", f"paling banyak {MAX_EXPRESSION} huruf")
    try:
        tree = _environment().parse("{{" + text + "}}")
        output = tree.body[0] if len(tree.body) == 1 else None
        if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
            raise CallError(f"“{echo(text)}” bukan satu panggilan", 'tulis misalnya {{ realisasi("IKU-1") }}')
        outer = _checked(output.nodes[0], text)
    except (TemplateSyntaxError, RecursionError):
        return CallError(
            f"panggilan “{echo(text)}” tidak terbaca",
            'periksa kurung dan tanda kutipnya, misalnya {{ realisasi("IKU-1") }}',
        )
    except CallError as error:
        return error
    plain = tuple(_plain(argument) for argument in outer.args)
    compiled = _environment().compile_expression(text, undefined_to_none=False)
    assert isinstance(outer.node, nodes.Name)
    return Parsed(outer.node.name, plain, compiled)


def _plain(node: nodes.Expr) -> object:
    return node.as_const() if isinstance(node, nodes.Const | nodes.Neg) else "…"


def _checked(node: nodes.Node, text: str) -> nodes.Call:
    """The node as a call of our list with plain arguments; anything else is refused."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        raise CallError(f"“{echo(text)}” bukan panggilan yang dikenal", 'tulis misalnya {{ realisasi("IKU-1") }}')
    name = node.node.name
    if name not in BY_NAME:
        near = difflib.get_close_matches(name, BY_NAME, n=1)
        repair = f"mungkin maksudnya {BY_NAME[near[0]].form}" if near else f"yang ada: {', '.join(BY_NAME)}"
        raise CallError(f"panggilan “{echo(name)}” tidak ada", repair)
    call = BY_NAME[name]
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise CallError(f"isi {name} ditulis berurutan, tanpa nama", f"tulis {call.form}")
    most = None if call.arguments and call.arguments[-1] == "…?" else len(call.arguments)
    if len(node.args) < call.least or (most is not None and len(node.args) > most):
        raise CallError(f"{name} diisi {len(node.args)} hal", f"tulis {call.form}")
    for argument in node.args:
        negative = isinstance(argument, nodes.Neg) and isinstance(argument.node, nodes.Const)
        if not negative and not (isinstance(argument, nodes.Const) and type(argument.value) in (str, int)):
            _checked(argument, text)
    return node


def _run(call: Call, context: Context, *arguments: object) -> object:
    """Run a call after a look at the kinds of its arguments."""
    hints = _hints(call)
    for index, argument in enumerate(arguments):
        if not isinstance(argument, hints[min(index, len(hints) - 1)]):
            shown = echo(str(argument))
            raise CallError(f"{call.name} tidak dapat memakai “{shown}”", f"tulis {call.form}, misalnya {call.example}")
    return call.run(context, *arguments)


@cache
def _hints(call: Call) -> tuple[tuple[type, ...], ...]:
    """The classes each argument may have, from the function's own annotations."""
    types = typing.get_type_hints(call.run)
    parameters = list(inspect.signature(call.run).parameters)[1:]
    return tuple(typing.get_args(types[name]) or (types[name],) for name in parameters)


def call_places(expanded: Expanded) -> Iterator[tuple[Place, Piece]]:
    """Every answered call with where it was written."""
    for piece in expanded.pieces:
        if piece.made is not None:
            yield expanded.chapter.place(piece.line, piece.column), piece
