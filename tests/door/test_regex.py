"""Late patterns: they do what compiled ones do, they are compiled once, and not before they are used."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import paraf
from paraf.door.regex import regex

LATE = type(regex(""))
RUN = ("paraf.__main__", "paraf.adapters.")
"""What importing may set off: the command itself, and scripts for other processes."""


def test_it_is_used_like_a_compiled_pattern() -> None:
    late = regex(r"(?P<letter>[a-c])\d", re.IGNORECASE)
    assert [found["letter"] for found in late.finditer("A1 b2 d3")] == ["A", "b"]
    assert (late.sub("x", "c3!"), late.flags & re.IGNORECASE, late.fullmatch("a")) == ("x!", re.IGNORECASE, None)


def test_it_is_compiled_once_and_only_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    ours = re.compile

    def counted(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return ours(text, flags)

    monkeypatch.setattr(re, "compile", counted)
    late = regex("once")
    assert compiled == []
    assert [bool(late.match("once")), bool(late.match("twice")), bool(late.search("at once"))] == [True, False, True]
    assert compiled == ["once"]


def test_a_malformed_pattern_is_told_at_its_first_use() -> None:
    late = regex("(")
    with pytest.raises(re.error, match="unterminated"):
        late.match("x")


def test_every_pattern_of_the_package_is_well_formed() -> None:
    modules = [
        import_module(found.name) for found in walk_packages(paraf.__path__, "paraf.") if not found.name.startswith(RUN)
    ]
    values = [value for module in modules for value in vars(module).values()]
    late = {id(one): one for value in values for one in (value if isinstance(value, tuple) else (value,))}
    patterns = [one.pattern for one in late.values() if isinstance(one, LATE)]
    assert len(patterns) > 200
