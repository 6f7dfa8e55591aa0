"""Patterns that are compiled when they are first used: of three hundred most commands use a few, and every one pays at
its start for what it compiles."""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        # Kept, so that the next use finds it without coming here.
        self.__dict__[name] = found = getattr(self._compiled, name)
        return found


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``; whether the pattern is well-formed shows at its first use."""
    return cast("re.Pattern[str]", _Late(text, flags))
