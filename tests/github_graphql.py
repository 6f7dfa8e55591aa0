"""GraphQL answers of the double against GitHub's published schema."""

import json
from functools import cache
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema, build_schema, execute, parse, validate

from github_form import FOLDER, UnrealError
from paraf.adapters.forge_double.answering import Exchange


@cache
def schema() -> GraphQLSchema:
    """The part of GitHub's schema that is kept here."""
    return build_schema((FOLDER / "schema.graphql").read_text(encoding="utf-8"))


def check_graphql(exchange: Exchange) -> None:
    """Raises ``UnrealError`` where the query would be refused and was answered, or the answer has another form."""
    if exchange.status != 200:
        return
    asked = json.loads(exchange.request.body)
    said = exchange.value
    if "errors" in said:
        if not all(isinstance(one.get("message"), str) for one in said["errors"]) or said.get("data"):
            raise UnrealError(f"not how GitHub tells of errors: {said}")
        return
    document = parse(asked["query"])
    wrong = validate(schema(), document)
    if wrong:
        raise UnrealError(f"GitHub would refuse this query: {wrong[0].message}")
    again = execute(
        schema(),
        document,
        root_value=said["data"],
        variable_values=asked.get("variables"),
        field_resolver=_kept,
        type_resolver=_kind,
    )
    if getattr(again, "errors", None) or getattr(again, "data", None) != said["data"]:
        raise UnrealError(f"not the form of the answer: {again} instead of {said['data']}")


def _kept(source: Any, info: Any, **_: Any) -> Any:
    return source[info.path.key]


def _kind(value: Any, info: Any, kind: Any) -> str | None:
    """Who an actor is does not show in the answer unless it was asked for; both kinds of actors have the same fields."""
    known = value.get("__typename", "User")
    return known if isinstance(info.schema.get_type(known), GraphQLObjectType) else None
