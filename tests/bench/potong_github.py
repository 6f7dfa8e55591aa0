"""Cuts out of GitHub's published descriptions what the tests of the double need; to be run again when they change.

``npm install @octokit/openapi @octokit/graphql-schema @octokit/webhooks-examples`` in an empty folder, then:
``PYTHONPATH=scripts .venv/bin/python tests/bench/potong_github.py <that folder>/node_modules/@octokit``
It needs graphql-core, as the tests do, and writes to ``tests/cases/github/``, where the licences stand too.
"""

import dataclasses
import json
import re
import sys
from pathlib import Path
from typing import Any

from graphql import build_schema, print_schema
from graphql.language import DocumentNode, parse, print_ast
from graphql.language.ast import NamedTypeNode

from paraf.adapters.forge_double.answering import TABLE

TARGET = Path(__file__).parents[1] / "cases" / "github"
PACKAGES = ("openapi", "graphql-schema", "webhooks-examples")
DROPPED = {"description", "example", "examples", "externalDocs", "title", "x-github", "x-multi-segment", "summary"}
FIELDS = {
    "Query": "repository viewer rateLimit",
    "Mutation": "pinIssue unpinIssue markPullRequestReadyForReview convertPullRequestToDraft",
    "Repository": "id databaseId name nameWithOwner isPrivate viewerPermission pullRequest pullRequests pinnedIssues issue",
    "PullRequest": "id databaseId fullDatabaseId number title body url createdAt updatedAt lastEditedAt closed author"
    " comments state isDraft merged headRefName headRefOid baseRefName baseRefOid reviews",
    "Issue": "id databaseId fullDatabaseId number title body url createdAt updatedAt lastEditedAt closed author comments"
    " isPinned state",
    "PinnedIssue": "id issue",
    "PullRequestReview": "id databaseId fullDatabaseId url author authorAssociation body createdAt updatedAt lastEditedAt"
    " includesCreatedEdit state submittedAt commit",
    "IssueComment": "id databaseId fullDatabaseId url author authorAssociation body createdAt updatedAt lastEditedAt"
    " includesCreatedEdit",
    "Commit": "oid",
    "User": "id databaseId login",
    "Bot": "id databaseId login",
    "Actor": "login",
    "RateLimit": "limit cost remaining used resetAt",
}
EVENTS = {
    "pull_request": (
        "opened",
        "synchronize",
        "closed",
        "reopened",
        "ready_for_review",
        "converted_to_draft",
        "review_requested",
    ),
    "pull_request_review": ("submitted", "dismissed"),
    "issue_comment": ("created", "edited"),
    "workflow_run": ("completed",),
    "push": (None,),
    "workflow_dispatch": (None,),
}


def bare_path(path: str) -> str:
    """A path whose parameters have no names."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def schema_of(value: Any) -> Any:
    """An OpenAPI schema as JSON Schema: what may be null says so, and words for readers fall away."""
    if isinstance(value, list):
        return [schema_of(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _part(key, one)
        for key, one in value.items()
        if key not in DROPPED and key not in ("nullable", "discriminator")
    }
    if not value.get("nullable"):
        return kept
    if isinstance(kept.get("type"), str):
        kept["type"] = [kept["type"], "null"]
        if "enum" in kept:
            kept["enum"] = [*kept["enum"], None] if None not in kept["enum"] else kept["enum"]
        return kept
    return {"anyOf": [kept, {"type": "null"}]}


def _part(key: str, value: Any) -> Any:
    if key in ("properties", "patternProperties"):  # here the keys are names, not words of the schema language
        return {name: schema_of(one) for name, one in value.items()}
    return schema_of(value) if key not in ("required", "enum", "default") else value


def operations(whole: dict[str, Any]) -> dict[str, Any]:
    """What the double serves: by method and path, the parameters, the request's and every answer's schema."""
    described = {
        (method.upper(), bare_path(path)): one for path, item in whole["paths"].items() for method, one in item.items()
    }
    found: dict[str, Any] = {}
    for row in TABLE.rows:
        path = bare_path(row.template.replace("*}", "}"))
        one = described.get((row.method, path))
        if one is None:
            print(f"not described: {row.method} {path}", file=sys.stderr)  # noqa: T201
            continue
        found[f"{row.method} {path}"] = {
            "body": _content(whole, one.get("requestBody", {})),
            "query": dict(_queries(whole, one)),
            "answers": {status: _content(whole, answer) for status, answer in one["responses"].items()},
        }
    return found


def _resolved(whole: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in value:
        return value
    at: Any = whole
    for step in value["$ref"].removeprefix("#/").split("/"):
        at = at[step]
    return dict(at)


def _content(whole: dict[str, Any], value: dict[str, Any]) -> Any:
    content = _resolved(whole, value).get("content", {})
    shown = content.get("application/json") or content.get("application/json+ld") or {}
    return schema_of(shown["schema"]) if "schema" in shown else None


def _queries(whole: dict[str, Any], one: dict[str, Any]) -> list[tuple[str, Any]]:
    parameters = [_resolved(whole, parameter) for parameter in one.get("parameters", ())]
    return [(found["name"], schema_of(found["schema"])) for found in parameters if found["in"] == "query"]


def parts_of(whole: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """Every schema that the operations name, and those that these name."""
    parts: dict[str, Any] = {}
    waiting = [found]
    while waiting:
        for name in sorted(set(re.findall(r"#/components/schemas/([A-Za-z0-9_-]+)", json.dumps(waiting.pop())))):
            if name not in parts:
                parts[name] = schema_of(whole["components"]["schemas"][name])
                waiting.append(parts[name])
    return parts


def cut_schema(text: str) -> str:
    """The types of FIELDS with those fields only, and the types that their fields and arguments name."""
    document = parse(re.sub(r'"""(?:[^"]|"(?!""))*"""', "", text))
    known = {one.name.value: one for one in document.definitions if hasattr(one, "name") and one.name}
    kept: dict[str, Any] = {}
    waiting = ["Query", "Mutation", *FIELDS]
    while waiting:
        name = waiting.pop()
        if name in kept or name not in known:
            continue
        node = known[name]
        changed: dict[str, Any] = {"directives": ()} if hasattr(node, "directives") else {}
        if hasattr(node, "fields") and name in FIELDS:
            changed["fields"] = tuple(one for one in node.fields if one.name.value in FIELDS[name].split())
        if hasattr(node, "interfaces"):
            changed["interfaces"] = tuple(one for one in node.interfaces or () if one.name.value == "Actor")
        kept[name] = node = dataclasses.replace(node, **changed)
        waiting += sorted(_named(node))
    shown = DocumentNode(definitions=tuple(kept[name] for name in sorted(kept)))
    return print_schema(build_schema(print_ast(shown)))


def _named(node: Any) -> set[str]:
    if isinstance(node, NamedTypeNode):
        return {node.name.value}
    found: set[str] = set()
    for key in getattr(node, "keys", ()):
        value = getattr(node, key, None)
        for one in value if isinstance(value, (tuple, list)) else (value,):
            if hasattr(one, "keys"):
                found |= _named(one)
    return found


def cut_events(index: list[dict[str, Any]]) -> dict[str, Any]:
    """The first example of each event and action that is needed, the newest for its kind."""
    found: dict[str, Any] = {}
    for event in index:
        for action in EVENTS.get(event["name"], ()):
            examples = [one for one in event["examples"] if one.get("action") == action]
            telling = [one for one in examples if one.get("commits", True)]  # of pushes, one that brings something
            found[f"{event['name']} {action or ''}".strip()] = telling[-1]
    return found


def lines(value: dict[str, Any]) -> str:
    """JSON with a line for each entry, so that a renewal can be read as a difference."""
    shown = (
        f"{json.dumps(key)}:{json.dumps(one, separators=(',', ':'), sort_keys=True)}"
        for key, one in sorted(value.items())
    )
    return "{\n" + ",\n".join(shown) + "\n}\n"


def write(name: str, text: str) -> None:
    """Into the folder of the tests."""
    (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(text)} bytes")  # noqa: T201


def main(packages: Path) -> None:
    """Writes what is needed of the three packages."""
    TARGET.mkdir(parents=True, exist_ok=True)
    whole = json.loads((packages / "openapi" / "generated" / "api.github.com.json").read_text(encoding="utf-8"))
    found = operations(whole)
    write("operations.json", lines(found))
    write("schemas.json", lines(parts_of(whole, found)))
    write("schema.graphql", cut_schema((packages / "graphql-schema" / "schema.graphql").read_text(encoding="utf-8")))
    index = json.loads((packages / "webhooks-examples" / "api.github.com" / "index.json").read_text(encoding="utf-8"))
    write("events.json", lines(cut_events(index)))
    named = {
        name: json.loads((packages / name / "package.json").read_text(encoding="utf-8"))["version"] for name in PACKAGES
    }
    write("versions.json", lines(named))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
