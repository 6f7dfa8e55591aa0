"""Answering a query: the fields that were asked for, and no others."""

from collections.abc import Callable
from typing import Any

from paraf.adapters.forge_double.graphql.document import Field, GraphqlError, Operation, Reader, Variable
from paraf.adapters.forge_double.graphql.mutations import MUTATIONS
from paraf.adapters.forge_double.graphql.things import Asking, root
from paraf.adapters.forge_double.routing import Refusal, Reply, Site
from paraf.adapters.forge_double.state import Json, Token

_INTERFACES = {"Actor": ("User", "Bot"), "Node": None, "Comment": ("IssueComment", "PullRequestReview")}


def answer(site: Site, method: str, body: Json, token: Token | None) -> Reply:
    """The data, or the errors; both with status 200, as GitHub does."""
    if token is None:
        raise Refusal(401, "This endpoint requires you to be authenticated.")
    if method != "POST" or not isinstance(body.get("query"), str):
        raise Refusal(400, "A query attribute must be specified and must be a string.")
    try:
        reader = Reader(body["query"])
        operations = reader.document()
        if len(operations) != 1:
            raise GraphqlError("An operation name is required")
        data = _Run(reader, operations[0], body.get("variables") or {}).of(site, token)
    except GraphqlError as error:
        told: Json = {"message": str(error), "locations": [{"line": 1, "column": 1}]}
        told |= {"type": error.kind} if error.kind else {}
        return Reply({"errors": [told]} | ({"data": None} if error.kind else {}))
    return Reply({"data": data})


class _Run:
    """One operation with its variables."""

    def __init__(self, reader: Reader, operation: Operation, variables: Json) -> None:
        self.reader = reader
        self.operation = operation
        self.variables = operation.defaults | variables

    def of(self, site: Site, token: Token) -> Json:
        """The whole answer."""
        asking = Asking(site, token)
        start: Json = root(asking)
        if self.operation.kind == "mutation":
            start = {"__typename": "Mutation"} | {name: _bound(one, asking) for name, one in MUTATIONS.items()}
        return self.selected(start, self.operation.selection)

    def selected(self, thing: Json, selection: list[Field]) -> Json:
        """The fields of one thing."""
        found: Json = {}
        for asked in selection:
            if asked.key:
                found[asked.key] = self.one(thing, asked)
                continue
            fragment = asked if asked.on else self.reader.fragments.get(asked.name)
            if fragment is None:
                raise GraphqlError(f"Fragment {asked.name} was used, but not defined")
            kinds = _INTERFACES.get(fragment.on or "", (fragment.on,))
            if kinds is None or thing["__typename"] in kinds:
                found |= self.selected(thing, fragment.selection)
        return found

    def one(self, thing: Json, asked: Field) -> Any:
        """One field of a thing."""
        if asked.name not in thing:
            raise GraphqlError(f"Field '{asked.name}' doesn't exist on type '{thing['__typename']}'")
        value = thing[asked.name]
        if callable(value):
            value = value(self.filled(asked.arguments))
        return self.shown(value, asked)

    def shown(self, value: Any, asked: Field) -> Any:
        """A value as it goes out."""
        if isinstance(value, list):
            return [self.shown(one, asked) for one in value]
        if isinstance(value, dict):
            if not asked.selection:
                raise GraphqlError(f"Field must have selections (field '{asked.name}' returns {value['__typename']})")
            return self.selected(value, asked.selection)
        return value

    def filled(self, value: Any) -> Any:
        """Arguments with variables put in."""
        if isinstance(value, Variable):
            if value.name not in self.variables:
                raise GraphqlError(f"Variable ${value.name} is used by anonymous query but not declared")
            return self.variables[value.name]
        if isinstance(value, dict):
            return {key: self.filled(one) for key, one in value.items()}
        return [self.filled(one) for one in value] if isinstance(value, list) else value


def _bound(mutation: Callable[[Asking, Json], Json], asking: Asking) -> Callable[[Json], Json]:
    return lambda arguments: mutation(asking, arguments.get("input") or {})
