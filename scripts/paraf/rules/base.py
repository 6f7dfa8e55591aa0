"""What a rule is, and how its observations become findings with a place.

A rule is one file: identity at the top, one pure function, and a docstring that *is* its page on the site. It speaks in
routes ("bagian, 0, langkah, 3, waktu"); only ``run`` turns a route into file, line and column.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from paraf.finding import Finding, Place, Severity
from paraf.sop.model import Route, Step
from paraf.sop.repository import Repository

F = TypeVar("F")
S = TypeVar("S")

PARTS = ("Mengapa", "Buruk", "Baik", "Memperbaiki")
"""The headings every rule docstring has, in this order."""


class Facts(Struct, frozen=True):
    """What a rule may look at: the repository and today's date."""

    repo: Repository
    today: date


class Seen(Struct, frozen=True, kw_only=True):
    """An observation: a route in one of the files, in office words. ``severity`` where it departs from the rule's own."""

    route: Route
    subject: str
    message: str
    repair: str
    severity: Severity | None = None
    file: Literal["sop", "naskah", "petugas"] = "sop"


class Rule(Struct, Generic[F, S], frozen=True, kw_only=True):
    """A rule's identity and its check, from the facts of its kind to observations; ``basis`` is what it rests on.

    ``last``: it looks at what the others found, so it runs after them.
    """

    code: str
    name: str
    severity: Severity
    basis: str
    check: Callable[[F], Iterator[S]]
    last: bool = False

    @property
    def page(self) -> "RulePage":
        """The rule's page, taken from the docstring of its module."""
        return read_page(sys.modules[self.check.__module__].__doc__ or "")


class RulePage(Struct, frozen=True):
    """A rule's docstring: its summary sentence, and the Markdown under each heading of ``PARTS``."""

    summary: str
    parts: dict[str, str]


def read_page(docstring: str) -> RulePage:
    """Split a docstring at the headings of ``PARTS``; an example may have headings of its own."""
    summary, *rest = re.split(rf"^## ({'|'.join(PARTS)})\n", docstring.strip(), flags=re.MULTILINE)
    return RulePage(summary.strip(), {name: text.strip() for name, text in zip(rest[::2], rest[1::2], strict=True)})


SopRule = Rule[Facts, Seen]
AnyRule = Rule[Any, Any]


def run(rules: Iterable[SopRule], facts: Facts) -> list[Finding]:
    """Every finding of the rules, ordered by rule, then by place."""
    return [finding for rule in rules for finding in sorted(_findings(rule, facts), key=lambda f: f.place)]


def _findings(rule: SopRule, facts: Facts) -> Iterator[Finding]:
    for seen in rule.check(facts):
        yield Finding(
            code=rule.code,
            severity=seen.severity or rule.severity,
            place=_place(seen, facts.repo),
            subject=seen.subject,
            message=seen.message,
            repair=seen.repair,
        )


def _place(seen: Seen, repo: Repository) -> Place:
    source = {"sop": repo.sop_source, "naskah": repo.papers, "petugas": repo.officials}[seen.file]
    assert source is not None, "a rule pointed into a file that was not loaded"
    return source.place(*seen.route)


def at(step: Step, *parts: str) -> Route:
    """The route of a part of a step."""
    return (*step.route, *parts)
