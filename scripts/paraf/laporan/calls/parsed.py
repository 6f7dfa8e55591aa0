"""A call that was read: which one of our list, with quoted words, whole numbers and other calls, and nothing else."""

import inspect
import typing
from functools import cache

from msgspec import Struct

from paraf.door.text import echo
from paraf.laporan.calls.base import Call, CallError, Context, Figure, Key, Panel
from paraf.laporan.calls.mending import written

SHOWN = 'tulis misalnya {{ realisasi("IKU-1") }}'
"""What to write where it cannot be told which call was meant."""


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
                better = mended(self.call, words) if len(words) == len(given) else None
                raise CallError(
                    f"“{self.call.name}” tidak dapat memakai “{echo(shown)}”",
                    f"tulis {better}" if better else form_of(self.call),
                )
        return self.call.run(context, *given)


@cache
def _accepted(call: Call) -> tuple[tuple[type, ...], ...]:
    """The classes each argument may have, from the function's own annotations."""
    types = typing.get_type_hints(call.run)
    parameters = list(inspect.signature(call.run).parameters)[1:]
    return tuple(typing.get_args(types[name]) or (types[name],) for name in parameters)


def mended(call: Call, words: list[str]) -> str | None:
    """The call with these words, where it could then be answered."""
    return written(call.name, words, _accepted(call)) if takes(call, len(words)) else None


def form_of(call: Call) -> str:
    """How a call is written, for a repair."""
    return f"tulis {call.form}, misalnya {call.example}" if call.arguments else f"tulis {call.form}"


def takes(call: Call, count: int) -> bool:
    """Whether a call can have so many arguments."""
    endless = call.arguments[-1:] == ("…?",)
    return call.least <= count and (endless or count <= len(call.arguments))
