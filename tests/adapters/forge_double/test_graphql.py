"""GraphQL: queries are read as GitHub reads them, and tell edits, pins and drafts."""

import json
from typing import Any

import pytest

from adapters.forge_double.asking import ask, queried
from github_form import UnrealError
from github_graphql import check_graphql
from paraf.adapters.forge_double import ForgeDouble, Refusal
from paraf.adapters.forge_double.answering import Exchange, Request
from paraf.adapters.forge_double.graphql.document import GraphqlError, Reader, Variable

PAGE = """query Page($n: Int!, $first: Int = 2, $after: String) {
  repository(owner: "kantor", name: "lakip") {
    pullRequest(number: $n) {
      comments(first: $first, after: $after) {
        totalCount nodes { databaseId lastEditedAt body } pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
      }
    }
  }
}"""


def pull(answer: Any) -> Any:
    return answer["data"]["repository"]["pullRequest"]


def test_connections_are_paged(forge: ForgeDouble, number: int) -> None:
    for at in range(5):
        forge.person("siti").comments(number, f"komentar {at}")
    found, after, pages = [], None, 0
    while True:
        part = pull(queried(forge, PAGE, n=number, after=after))["comments"]
        found += [one["body"] for one in part["nodes"]]
        pages += 1
        after = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert (pages, part["totalCount"], found) == (3, 5, [f"komentar {at}" for at in range(5)])
    last = '{repository(owner:"kantor",name:"lakip"){pullRequest(number:1){comments(last:2){edges{node{body}cursor}}}}}'
    assert [one["node"]["body"] for one in pull(queried(forge, last))["comments"]["edges"]] == found[-2:]


def test_the_edit_of_a_comment_and_of_an_issue(forge: ForgeDouble, number: int) -> None:
    siti = forge.person("siti")
    comment = siti.comments(number, "awal")
    assert pull(queried(forge, PAGE, n=number))["comments"]["nodes"][0]["lastEditedAt"] is None
    forge.wait(minutes=1)
    siti.edits_comment(comment, "awal")  # nothing changed
    assert pull(queried(forge, PAGE, n=number))["comments"]["nodes"][0]["lastEditedAt"] is None
    siti.edits_comment(comment, "akhir")
    assert pull(queried(forge, PAGE, n=number))["comments"]["nodes"][0]["lastEditedAt"] == "2026-01-05T01:01:00Z"
    assert ask(forge, "GET", f"issues/{number}/comments").value[0]["updated_at"] == "2026-01-05T01:01:00Z"


def test_aliases_fragments_and_kinds(forge: ForgeDouble, number: int) -> None:
    forge.person("budi").reviews(number, "APPROVE")
    query = """
    # everything at once
    query { kantor: repository(owner: "kantor", name: "lakip") { ...Isi satu: pullRequest(number: 1) { state isDraft } } }
    fragment Isi on Repository { nameWithOwner
      pullRequests(first: 5, states: [OPEN]) { nodes { number author { __typename login ... on User { databaseId } } } } }
    """
    said = queried(forge, query)["data"]["kantor"]
    assert said["satu"] == {"state": "OPEN", "isDraft": False}
    author = {"__typename": "User", "login": "siti", "databaseId": 102}
    assert said["pullRequests"]["nodes"] == [{"number": number, "author": author}]


PIN = "mutation($id: ID!) { pinIssue(input: {issueId: $id}) { issue { number isPinned } } }"
PINS = '{ repository(owner: "kantor", name: "lakip") { pinnedIssues(first: 3) { nodes { issue { number } } } } }'


def test_pins(forge: ForgeDouble) -> None:
    siti = forge.person("siti")
    numbers = [siti.opens_issue(f"Papan {at}") for at in range(4)]
    nodes = [f"I_{forge.repo('kantor/lakip').issues[one].id}" for one in numbers]
    for node in nodes[:3]:
        assert queried(forge, PIN, id=node)["data"]["pinIssue"]["issue"]["isPinned"] is True
    assert "Maximum 3 pinned" in queried(forge, PIN, id=nodes[3])["errors"][0]["message"]
    assert queried(forge, PIN, "tamu", id=nodes[0])["errors"][0]["type"] == "FORBIDDEN"
    queried(forge, PIN.replace("pinIssue", "unpinIssue"), id=nodes[0])
    shown = queried(forge, PINS)["data"]["repository"]["pinnedIssues"]["nodes"]
    assert [one["issue"]["number"] for one in shown] == numbers[1:3]
    told = [one["event"] for one in ask(forge, "GET", f"issues/{numbers[0]}/timeline").value]
    assert told == ["pinned", "unpinned"]


def test_a_workflow_pins_with_the_right_scope(forge: ForgeDouble) -> None:
    number = forge.person("siti").opens_issue("Papan")
    node = f"I_{forge.repo('kantor/lakip').issues[number].id}"
    assert queried(forge, PIN, forge.actions_token(contents="write"), id=node)["errors"][0]["type"] == "FORBIDDEN"
    assert "data" in queried(forge, PIN, forge.actions_token(issues="write"), id=node)


def test_drafts_by_the_author_or_a_writer(forge: ForgeDouble, number: int) -> None:
    with pytest.raises(Refusal, match="permissions"):
        forge.person("tamu").makes_draft(number)
    forge.person("budi").makes_draft(number)
    forge.person("budi").makes_draft(number)
    assert ask(forge, "GET", f"pulls/{number}").value["draft"] is True
    forge.person("siti").marks_ready(number)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('{ repository(owner: "kantor", name: "tiada") { id } }', "Could not resolve to a Repository"),
        ('{ repository(owner: "kantor", name: "lakip") { pullRequest(number: 99) { id } } }', "a PullRequest"),
        ('{ repository(owner: "kantor", name: "lakip") { issue(number: 1) { id } } }', "an Issue"),
        (
            '{ repository(owner: "kantor", name: "lakip") { tiada } }',
            "Field 'tiada' doesn't exist on type 'Repository'",
        ),
        ('{ repository(owner: "kantor", name: "lakip") }', "must have selections"),
        ('{ repository(owner: "kantor", name: "lakip") { pullRequests { nodes { id } } } }', "`first` or `last`"),
        ('{ repository(owner: "kantor", name: "lakip") { pullRequests(first: 101) { nodes { id } } } }', "100 records"),
        (
            '{ repository(owner: "kantor", name: "lakip") { pullRequests(first: 1, after: "x") { nodes { id } } } }',
            "cursor",
        ),
        ("{ viewer { ...Tiada } }", "not defined"),
        ("query($a: Int) { viewer { login } } query { viewer { login } }", "operation name"),
        ('{ repository(owner: $a, name: "x") { id } }', "not declared"),
        ("{ viewer { login }", "Parse error"),
        ("{ viewer ^ }", "Parse error"),
        ('{ viewer { login(a: "\\q") } }', "Parse error"),
        ('mutation { pinIssue(input: {issueId: "I_1"}) { issue { id } } }', "Could not resolve to a node"),
    ],
)
def test_what_cannot_be_answered(forge: ForgeDouble, number: int, query: str, said: str) -> None:
    assert number == 1
    answer = queried(forge, query)
    assert said in answer["errors"][0]["message"]
    assert answer.get("data") is None


def test_who_asks_and_how_much_is_left(forge: ForgeDouble) -> None:
    said = queried(forge, "{ viewer { login databaseId } rateLimit { limit cost remaining used } }", "budi")["data"]
    assert said["viewer"] == {"login": "budi", "databaseId": 103}
    assert said["rateLimit"]["remaining"] == said["rateLimit"]["limit"] - said["rateLimit"]["used"]
    assert ask(forge, "POST", "/graphql", None, {"query": "{viewer{login}}"}).status == 401
    assert ask(forge, "GET", "/graphql").status == 400


def test_a_document_is_read() -> None:
    reader = Reader(
        'query A($a: [Int!]! = [1, -2], $b: In = {c: "d\\"e", f: 1.5, g: null}) { x: y(z: $a, e: ENUM) { w } }'
    )
    (found,) = reader.document()
    assert found.defaults == {"a": [1, -2], "b": {"c": 'd"e', "f": 1.5, "g": None}}
    (one,) = found.selection
    assert (one.key, one.name, one.arguments) == ("x", "y", {"z": Variable("a"), "e": "ENUM"})
    with pytest.raises(GraphqlError):
        Reader("query {").document()


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("{ viewer { login } }", {"data": {"viewer": {"login": None}}}),
        ("{ viewer { login } }", {"data": {"viewer": {"login": "x", "id": "y"}}}),
        ("{ viewer { lgoin } }", {"data": {"viewer": {"lgoin": "x"}}}),
        ("{ viewer { login } }", {"errors": [{"pesan": "x"}]}),
        ('{ repository(owner: 1, name: "x") { id } }', {"data": {"repository": None}}),
    ],
)
def test_control_an_unreal_answer_is_found(query: str, value: Any) -> None:
    asked = Request("POST", "/graphql", {}, json.dumps({"query": query}).encode())
    with pytest.raises(UnrealError):
        check_graphql(Exchange(asked, 200, {}, value))
