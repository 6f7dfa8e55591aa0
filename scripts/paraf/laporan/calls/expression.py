"""A call in any spelling: Jinja2 reads the expression, and its tree becomes a ``Parsed``, which can say nothing else.

Nothing of a chapter is ever compiled or run, so there is nothing to loop, to reach or to escape from (threats T82).
"""

import difflib
from decimal import Decimal
from functools import cache

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from paraf.door.text import echo
from paraf.laporan.calls.base import Call, CallError
from paraf.laporan.calls.catalogue import BY_NAME
from paraf.laporan.calls.mending import arguments_in
from paraf.laporan.calls.parsed import SHOWN, Parsed, form_of, mended, takes
from paraf.terbilang import in_words

LARGEST = 10**18
"""No count, year or amount of an office is larger."""
# Word and phones write these; in a call they are meant as what a keyboard has.
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})


def read_expression(text: str) -> Parsed:
    """One expression as a call; raises ``CallError``."""
    # As written first: a curly quote inside straight ones is part of the text.
    return _call(_tree(text) or _tree(text.translate(_QUOTES)), text)


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
        raise CallError(f"panggilan “{echo(text)}” tidak terbaca", f"periksa kurung dan tanda kutipnya, {SHOWN}")
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        bare = BY_NAME.get(node.name) if isinstance(node, nodes.Name) else None
        raise CallError(f"“{echo(text)}” bukan panggilan", f"tulis {bare.form}" if bare else SHOWN)
    name = node.node.name
    if name not in BY_NAME:
        near = difflib.get_close_matches(name.lower(), BY_NAME, n=1)
        meant = BY_NAME[near[0]] if near else None
        better = mended(meant, arguments_in(text) or []) if meant else None
        repair = f"mungkin maksudnya {better or meant.form}" if meant else f"yang ada: {', '.join(BY_NAME)}"
        raise CallError(f"panggilan “{echo(name)}” tidak ada", repair)
    call = BY_NAME[name]
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise CallError(f"isi “{name}” ditulis berurutan, tanpa nama", f"tulis {call.form}")
    if not takes(call, len(node.args)):
        raise CallError(_miscounted(call, len(node.args)), form_of(call))
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
    better = mended(call, arguments_in(text) or [])
    raise CallError(
        f"isi “{call.name}” tidak dikenal pada “{echo(text)}”",
        f"apit kodenya dengan tanda kutip: {better}" if better else form_of(call),
    )
