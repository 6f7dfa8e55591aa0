"""Reading a GraphQL document: operations, fragments, fields with arguments. No schema is needed for that."""

import re
from typing import Any

from msgspec import Struct, field

_TOKEN = re.compile(
    r"""[\s,﻿]*(?:\#[^\n]*[\s,]*)*(?P<token>\.\.\.|"(?:[^"\\\n]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|[_A-Za-z]\w*|[!$&()*:=@\[\]{|}])""",
)
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}


class GraphqlError(Exception):
    """What is wrong with a query, in the words of an answer's ``errors``."""

    def __init__(self, message: str, kind: str | None = None) -> None:
        self.kind = kind
        super().__init__(message)


class Variable(Struct, frozen=True):
    """``$name`` where a value stands."""

    name: str


class Field(Struct):
    """A field of a selection, or a fragment: then ``on`` names its type and ``key`` is empty."""

    key: str
    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    selection: list["Field"] = field(default_factory=list)
    on: str | None = None


class Operation(Struct):
    """A query or a mutation, with what its variables are when nobody sets them."""

    kind: str
    defaults: dict[str, Any]
    selection: list[Field]


class Reader:
    """Goes through a document from left to right."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.fragments: dict[str, Field] = {}

    def take(self, wanted: str | None = None) -> str:
        """The next word, which must be the wanted one."""
        token = self.peek
        if token == "" or wanted not in (None, token):
            raise GraphqlError(f"Parse error on {token!r}, expected {wanted or 'more'!r}")
        self.at += 1
        return token

    @property
    def peek(self) -> str:
        """The next word; empty at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def document(self) -> list[Operation]:
        """All operations."""
        found: list[Operation] = []
        while self.peek:
            if self.peek == "fragment":
                self.take()
                name = self.take()
                self.take("on")
                self.fragments[name] = Field("", name, on=self.take(), selection=self.selection())
            else:
                found.append(self.operation())
        return found

    def operation(self) -> Operation:
        """One query or mutation."""
        kind = self.take() if self.peek in ("query", "mutation") else "query"
        if self.peek not in ("{", "("):
            self.take()
        defaults = self.variables() if self.peek == "(" else {}
        return Operation(kind, defaults, self.selection())

    def variables(self) -> dict[str, Any]:
        """The declared variables."""
        found: dict[str, Any] = {}
        self.take("(")
        while self.peek != ")":
            self.take("$")
            name = self.take()
            self.take(":")
            while self.peek not in ("$", ")", "="):
                self.take()
            found[name] = None
            if self.peek == "=":
                self.take()
                found[name] = self.value()
        self.take(")")
        return found

    def selection(self) -> list[Field]:
        """Fields in braces."""
        found: list[Field] = []
        self.take("{")
        while self.peek != "}":
            found.append(self.spread() if self.peek == "..." else self.field())
        self.take("}")
        return found

    def spread(self) -> Field:
        """A fragment, by name or in place."""
        self.take("...")
        if self.peek != "on":
            return Field("", self.take())
        self.take()
        return Field("", "", on=self.take(), selection=self.selection())

    def field(self) -> Field:
        """One field."""
        key = name = self.take()
        if self.peek == ":":
            self.take()
            name = self.take()
        arguments: dict[str, Any] = {}
        if self.peek == "(":
            arguments = self.pairs("(", ")")
        return Field(key, name, arguments, self.selection() if self.peek == "{" else [])

    def pairs(self, first: str, last: str) -> dict[str, Any]:
        """Names with values."""
        found: dict[str, Any] = {}
        self.take(first)
        while self.peek != last:
            name = self.take()
            self.take(":")
            found[name] = self.value()
        self.take(last)
        return found

    def value(self) -> Any:
        """A value; an enumeration's word is its text."""
        word = self.peek
        if word == "{":
            return self.pairs("{", "}")
        self.take()
        if word == "$":
            return Variable(self.take())
        if word == "[":
            found = []
            while self.peek != "]":
                found.append(self.value())
            self.take("]")
            return found
        if word.startswith('"'):
            return _text(word)
        if word[0] == "-" or word[0].isdigit():
            return float(word) if set(word) & set(".eE") else int(word)
        return _WORDS.get(word, word)


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    while (match := _TOKEN.match(text, at)) is not None:
        found.append(match["token"])
        at = match.end()
    if re.sub(r"#[^\n]*", "", text[at:]).strip(" \t\r\n,"):
        raise GraphqlError(f"Parse error on {text[at : at + 10]!r}")
    return found


def _text(token: str) -> str:
    import json

    try:
        return str(json.loads(token))
    except ValueError as error:
        raise GraphqlError(f"Parse error on {token!r}") from error
