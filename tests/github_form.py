"""Every answer of the double is held against GitHub's own descriptions: ``validated(forge)`` (files: cases/github).

An answer with a field that GitHub does not describe is as wrong as one that lacks a field; so is a request that the
code under test sends and GitHub would not take.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import jsonschema
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from helpers import CASES
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.answering import TABLE, Exchange
from paraf.adapters.forge_double.routing import Refusal

FOLDER = CASES / "github"
ANYWHERE = {"304", "400", "401", "403", "404", "422", "429"}
"""GitHub may answer so wherever it likes; its description names these statuses only here and there."""
UNDESCRIBED = {"GET /repos/{}/{}/actions/policies", "POST /repos/{}/{}/actions/policies"}
"""Newer than the description."""
SEEN = {("GET /repos/{}/{}/actions/permissions/selected-actions", "409")}
"""Not described, but what GitHub answers where all actions are allowed."""
ERROR: Any = {
    "type": "object",
    "required": ["message", "documentation_url"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "documentation_url": {"type": "string"},
        "status": {"type": "string"},
        "errors": {"type": "array"},
    },
    "additionalProperties": False,
}
FORMS = jsonschema.FormatChecker(formats=())
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or bool(_MOMENT.fullmatch(value))


FORMS.checks("date-time")(_is_moment)


class UnrealError(AssertionError):
    """The double said, or was asked, what GitHub would not."""


def validate_all() -> None:
    """From now on an unreal answer of any double, or an unreal request to one, fails its test."""
    if check not in ForgeDouble.watched:
        ForgeDouble.watched.append(check)


def validated(forge: ForgeDouble) -> ForgeDouble:
    """The same double, of which it is certain."""
    assert check in forge.observers
    return forge


def check(exchange: Exchange) -> None:
    """Raises ``UnrealError``."""
    if exchange.request.path == "/graphql":
        import_module("github_graphql").check_graphql(exchange)  # reads a schema, so only where it is needed
        return
    kind = operation(exchange.request.method, exchange.request.path)
    if kind is None or kind in UNDESCRIBED:
        return
    known = described()[kind]
    _check_request(kind, known, exchange)
    status = str(exchange.status)
    if status not in known["answers"] and status not in ANYWHERE and (kind, status) not in SEEN:
        raise UnrealError(f"{kind} never answers {status}")
    schema = known["answers"].get(status)
    if status in ("204", "304"):
        return
    known_text = (kind, status, exchange.body)
    if not exchange.body or known_text not in _answered:
        _demand(kind, status, ERROR if exchange.status >= 400 else schema, exchange.value)
        _answered.add(known_text)


def operation(method: str, path: str) -> str | None:
    """How the description calls what is asked; ``None`` for paths that nobody answers."""
    try:
        row, _ = TABLE.find(method, path)
    except Refusal:
        return None
    return f"{method} {re.sub(r'{[^}]*}', '{}', row.template)}"


def _check_request(kind: str, known: Any, exchange: Exchange) -> None:
    strange = exchange.request.query.keys() - known["query"].keys() - {"page", "per_page"}  # harmless where unknown
    if strange:
        raise UnrealError(f"{kind} knows no {sorted(strange)}")
    if exchange.status < 300 and known["body"] and exchange.request.body:
        _demand(kind, "request", known["body"], json.loads(exchange.request.body))


_answered: set[tuple[str, str, bytes]] = set()
_seen: set[tuple[str, str, str]] = set()


def _demand(kind: str, what: str, schema: Any, value: Any) -> None:
    """Holds a value against a schema; one that differs from a former one in numbers only is not looked at again."""
    if schema is None:
        return
    key = (kind, what, re.sub(r"[0-9a-f]{40}|\d+", "0", json.dumps(value)))
    if key in _seen:
        return
    strict = tight(schema) if what != "request" else schema
    checker = jsonschema.Draft202012Validator(strict, registry=registry(what != "request"), format_checker=FORMS)
    found = jsonschema.exceptions.best_match(checker.iter_errors(value))
    if found is not None:
        raise UnrealError(f"{kind} {what}: at {list(found.absolute_path)}: {found.message[:600]}")
    _seen.add(key)


def _kept(name: str) -> dict[str, Any]:
    """A file of schemas, in which each schema of GitHub has a name of its own to be found by."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.replace('"#/components/schemas/', '"github:'))
    if "pull-request-simple" in found:  # the schema ``label`` says what is true: a label can be without a description
        label = found["pull-request-simple"]["properties"]["labels"]["items"]["properties"]
        label["description"] = found["label"]["properties"]["description"]
    return found


@cache
def described() -> dict[str, Any]:
    """What GitHub says of each operation; where its schema contradicts its words, the words count."""
    found = _kept("operations.json")
    labels = found["PUT /repos/{}/{}/issues/{}/labels"]  # "You can pass an empty array to remove all labels."
    ways = labels["body"].pop("oneOf")
    for way in ways:
        way["properties"]["labels"].pop("minItems")
    labels["body"]["anyOf"] = ways
    return found


@cache
def registry(strict: bool) -> Any:
    """The schemas that others name; ``strict`` allows no field beside those that are named."""
    schemas = _kept("schemas.json")
    shared = set(re.findall(r'"github:([a-z-]+)"', json.dumps(list(_joined(list(schemas.values()))))))
    parts = {name: tight(schema, name in shared) if strict else schema for name, schema in schemas.items()}
    return Registry().with_resources(
        (f"github:{name}", DRAFT202012.create_resource(part)) for name, part in parts.items()
    )


def _joined(value: Any) -> Iterator[Any]:
    """Every ``allOf``: what is named there is a part only."""
    if isinstance(value, dict):
        yield from ([value["allOf"]] if "allOf" in value else [])
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _joined(one)


def tight(schema: Any, part: bool = False) -> Any:
    """The schema, with no room for what it does not name; a ``part`` of a whole does not know the rest."""
    if isinstance(schema, list):
        return [tight(one, part) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made: dict[str, Any] = {}
    for key, one in schema.items():
        if key == "properties":
            made[key] = {name: tight(value) for name, value in one.items()}
        elif key not in ("enum", "required", "default", "const"):
            made[key] = tight(one, part or key == "allOf")
        else:
            made[key] = one
    if "properties" in made and "additionalProperties" not in made and "allOf" not in made and not part:
        made["additionalProperties"] = False
    return made
