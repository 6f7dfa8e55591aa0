"""A call as it is written, read and answered: a name of our list with quoted words, whole numbers and other calls.

Jinja2 reads the expression; its tree is then translated into ``Parsed``, which can say nothing else. Nothing of a chapter
is ever compiled or run, so there is nothing to loop, to reach or to escape from (threats T82).
"""

import difflib
import inspect
import typing
from decimal import Decimal
from functools import cache, lru_cache

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from paraf.door.text import echo
from paraf.laporan.calls.base import Call, CallError, Context, Figure, Key, Panel
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.calls.mending import arguments_in, written
from paraf.terbilang import in_words

MAX_EXPRESSION = 300
"""Letters of one call."""
LARGEST = 10**18
"""No count, year or amount of an office is larger."""
_SHOWN = 'tulis misalnya {{ realisasi("IKU-1") }}'
# Word and phones write these; in a call they are meant as what a keyboard has.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})
_NO_BREAK = "\u00a0"


class Parsed(Struct, frozen=True):
    """A call that may be answered, with its arguments."""

    call: Call
    arguments: "tuple[str | int | Parsed, ...]"

    @property
    def key(self) -> Key:
        """What a panel is numbered by."""
        plain = ("…" if isinstance(argument, Parsed) else str(argument) for argument in self.arguments)
        return self.call.name, tuple(plain)

    def answer(self, context: Context) -> Figure | Panel:
        """The figure, table or chart; raises ``CallError``."""
        given = [found.answer(context) if isinstance(found, Parsed) else found for found in self.arguments]
        accepted = _accepted(self.call)
        for index, argument in enumerate(given):
            if not isinstance(argument, accepted[min(index, len(accepted) - 1)]):
                shown = argument.label if not isinstance(argument, str | int) else str(argument)
                words = [str(word) for word in self.arguments if not isinstance(word, Parsed)]
                mended = _mended(self.call, words) if len(words) == len(given) else None
                raise CallError(
                    f"“{self.call.name}” tidak dapat memakai “{echo(shown)}”",
                    f"tulis {mended}" if mended else _form_of(self.call),
                )
        return self.call.run(context, *given)


@cache
def _accepted(call: Call) -> tuple[tuple[type, ...], ...]:
    """The classes each argument may have, from the function's own annotations."""
    types = typing.get_type_hints(call.run)
    parameters = list(inspect.signature(call.run).parameters)[1:]
    return tuple(typing.get_args(types[name]) or (types[name],) for name in parameters)


def _mended(call: Call, words: list[str]) -> str | None:
    """The call with these words, where it could then be answered."""
    most = len(words) if _endless(call) else len(call.arguments)
    return written(call.name, words, _accepted(call)) if call.least <= len(words) <= most else None


def _form_of(call: Call) -> str:
    return f"tulis {call.form}, misalnya {call.example}" if call.arguments else f"tulis {call.form}"


def _endless(call: Call) -> bool:
    return call.arguments[-1:] == ("…?",)


@lru_cache(maxsize=20_000)
def parse_call(source: str) -> Parsed | CallError:
    """Read one expression (without its braces); a ``CallError`` says what is wrong with it. Total."""
    text = source.replace(_NO_BREAK, " ").strip()
    if len(text) > MAX_EXPRESSION:
        return CallError("panggilan ini terlalu panjang", f"paling banyak {MAX_EXPRESSION} huruf")
    if not text:
        return CallError("panggilan ini kosong", _SHOWN)
    if "\\" in text:
        return CallError("garis miring terbalik tidak dipakai di dalam panggilan", _SHOWN)
    try:
        # As written first: a curly quote inside straight ones is part of the text.
        return _call(_tree(text) or _tree(text.translate(_QUOTES)), text)
    except CallError as error:
        return error.with_traceback(None)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def _tree(text: str) -> nodes.Expr | None:
    """The expression as Jinja2 reads it, if it is one."""
    try:
        parser = Parser(_environment(), text, state="variable")
        tree = parser.parse_expression()
        return tree if parser.stream.eos else None
    except (TemplateSyntaxError, RecursionError):
        return None


def _call(node: nodes.Expr | None, text: str) -> Parsed:
    """The tree as a call of our list; anything else is refused."""
    if node is None:
        raise CallError(f"panggilan “{echo(text)}” tidak terbaca", f"periksa kurung dan tanda kutipnya, {_SHOWN}")
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        bare = BY_NAME.get(node.name) if isinstance(node, nodes.Name) else None
        raise CallError(f"“{echo(text)}” bukan panggilan", f"tulis {bare.form}" if bare else _SHOWN)
    name = node.node.name
    if name not in BY_NAME:
        near = difflib.get_close_matches(name.lower(), BY_NAME, n=1)
        meant = BY_NAME[near[0]] if near else None
        mended = _mended(meant, arguments_in(text) or []) if meant else None
        repair = f"mungkin maksudnya {mended or meant.form}" if meant else f"yang ada: {', '.join(BY_NAME)}"
        raise CallError(f"panggilan “{echo(name)}” tidak ada", repair)
    call = BY_NAME[name]
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise CallError(f"isi “{name}” ditulis berurutan, tanpa nama", f"tulis {call.form}")
    if len(node.args) < call.least or (len(node.args) > len(call.arguments) and not _endless(call)):
        raise CallError(_miscounted(call, len(node.args)), _form_of(call))
    return Parsed(call, tuple(_argument(argument, call, text) for argument in node.args))


def _miscounted(call: Call, given: int) -> str:
    """How many arguments a call wants, by their names."""
    if not call.arguments:
        return f"“{call.name}” ditulis tanpa isian"
    few = given < call.least
    named = [one.removesuffix("?") for one in call.arguments if not (few and one.endswith("?"))]
    listed = f"{', '.join(named[:-1])} dan {named[-1]}" if len(named) > 1 else named[0]
    count = f"{'perlu' if few else 'paling banyak'} {in_words(Decimal(len(named)))} isian"
    return f"“{call.name}” {count}, yaitu {listed}"


def _argument(node: nodes.Expr, call: Call, text: str) -> str | int | Parsed:
    if isinstance(node, nodes.Call):
        return _call(node, text)
    minus = isinstance(node, nodes.Neg)
    inner = node.node if isinstance(node, nodes.Neg) else node
    value = inner.value if isinstance(inner, nodes.Const) else None
    if type(value) is int:
        if value > LARGEST:
            raise CallError(f"angka pada “{call.name}” terlalu besar", "tulis angka yang lebih kecil")
        return -value if minus else value
    if type(value) is str and not minus:
        return value
    mended = _mended(call, arguments_in(text) or [])
    raise CallError(
        f"isi “{call.name}” tidak dikenal pada “{echo(text)}”",
        f"apit kodenya dengan tanda kutip: {mended}" if mended else _form_of(call),
    )
