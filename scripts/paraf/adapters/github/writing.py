"""Showing people what the gate decided: status, comment, title, labels, requests and the board; only what differs is sent.

A success is given to a commit only while it still is what was judged (threats T72). Nothing here decides anything.
"""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from paraf.adapters.github.client import Client
from paraf.adapters.github.reading import own_statuses
from paraf.adapters.github.transport import ForgeError
from paraf.gerbang.answers import BOT, Account, CommentAnswer, Label, PullAnswer, PullRecord
from paraf.gerbang.effects import MARK, STATUS, BoardEffects, LabelEffects, PullEffects, board_mark

_MOVED = "PR ini berubah sewaktu dinilai; penilaian diulang."


class Issue(Struct, frozen=True):
    """An issue, as far as the board needs it."""

    number: int
    node_id: str
    title: str
    user: Account | None
    body: str | None = None


class Showing:
    """Brings a repository to what the gate decided; ``run`` is the address of this very run, for whoever asks why."""

    def __init__(self, client: Client, labels: Collection[LabelEffects], board: str, run: str | None = None) -> None:
        self.client = client
        self.labels = {label.name: label for label in labels}
        self.board_label = board
        self.run = run
        self._there: set[str] | None = None

    def show(self, effects: PullEffects, record: PullRecord) -> None:
        """Show a pull request's effects; the labels that people gave it stay.

        The status comes first: whatever else the forge refuses, an earlier success does not outlive its reasons. One that is
        over is told so where the gate has spoken before; nobody is asked any more, and its status stays.
        """
        number, pull = effects.number, record.pull
        over = pull.state != "open"
        if over and not _own(record.comments):
            return
        if not over:
            self._status(effects)
        if pull.title != effects.title:
            self.client.send("PATCH", f"pulls/{number}", {"title": effects.title})
        own = [label.name for label in pull.labels]
        wanted = [name for name in own if name not in self.labels] + list(effects.labels)
        if set(own) != set(wanted):
            self._known(effects.labels)
            self.client.send("PUT", f"issues/{number}/labels", {"labels": wanted})
        self._comment(number, effects.comment, record.comments)
        if not over:
            self._request(number, effects.request, pull, asked_by_gate(record))

    def board(self, effects: BoardEffects) -> None:
        """Rewrite the board of a year, or open it and pin it."""
        mark = board_mark(effects.year)
        found = self.client.pages(Issue, "issues", state="open", labels=self.board_label)
        mine = [one for one in found if _is_bot(one.user) and (one.body or "").startswith(mark)]
        said = {"title": effects.title, "body": effects.body}
        if mine:
            first = min(mine, key=lambda one: one.number)
            if (first.title, first.body) != (effects.title, effects.body):
                self.client.send("PATCH", f"issues/{first.number}", said)
            return
        self._known([self.board_label])
        made = self.client.send("POST", "issues", {**said, "labels": [self.board_label]})
        try:
            self.client.graphql(object, _PIN, id=made["node_id"])
        except ForgeError:
            return  # a board that is not pinned is a board; the repository may have three pinned already

    def _known(self, names: Collection[str]) -> None:
        """Make the labels that the repository does not have yet, each in its colour."""
        if self._there is None:
            self._there = {label.name.casefold() for label in self.client.pages(Label, "labels")}
        for name in names:
            if name.casefold() not in self._there:
                self.client.send("POST", "labels", self.labels[name])
                self._there.add(name.casefold())

    def _comment(self, number: int, body: str, comments: Collection[CommentAnswer]) -> None:
        """The one comment of the gate's own account; a look-alike by anybody else is left where it is."""
        mine = _own(comments)
        if not mine:
            self.client.send("POST", f"issues/{number}/comments", {"body": body})
        elif mine[0].body != body:
            self.client.send("PATCH", f"issues/comments/{mine[0].id}", {"body": body})

    def _request(self, number: int, wanted: frozenset[int], pull: PullAnswer, asked: frozenset[int]) -> None:
        """Ask exactly the next person; whom people asked stays asked, whom only the gate asked does not."""
        now = {one.id: one.login for one in pull.requested_reviewers}
        if gone := [now[one] for one in sorted(asked & now.keys() - wanted)]:
            self.client.send("DELETE", f"pulls/{number}/requested_reviewers", {"reviewers": gone})
        if new := [self.client.get(Account, f"/user/{one}").login for one in sorted(wanted - now.keys())]:
            self.client.send("POST", f"pulls/{number}/requested_reviewers", {"reviewers": new})

    def _status(self, effects: PullEffects) -> None:
        """Give the judged commit its status, unless the gate's latest one says the same and nobody wrote over it."""
        state, said = effects.state, effects.description
        if state == "success" and not self._still(effects):
            state, said = "pending", _MOVED
        last = own_statuses(self.client, effects.head)
        if last and last[0].state == state and last[0].description == said and _is_bot(last[0].creator):
            return
        body = {"state": state, "context": STATUS, "description": said}
        self.client.send("POST", f"statuses/{effects.head}", body | ({"target_url": self.run} if self.run else {}))

    def _still(self, effects: PullEffects) -> bool:
        """Whether a pull request still is what was judged."""
        now = self.client.get(PullAnswer, f"pulls/{effects.number}")
        return now.state == "open" and now.head.sha == effects.head and not now.draft


_PIN = "mutation($id: ID!) { pinIssue(input: {issueId: $id}) { clientMutationId } }"


def asked_by_gate(record: PullRecord) -> frozenset[int]:
    """The accounts whose latest request came from the gate and from nobody else."""
    last: dict[int, tuple[datetime, bool]] = {}
    for event in record.timeline:
        if event.event == "review_requested" and event.requested_reviewer and event.created_at:
            last[event.requested_reviewer.id] = (event.created_at, _is_bot(event.actor))
    return frozenset(account for account, (_, bot) in last.items() if bot)


def _own(comments: Collection[CommentAnswer]) -> list[CommentAnswer]:
    """What the gate's own account wrote as its comment."""
    return [one for one in comments if _is_bot(one.user) and (one.body or "").startswith(MARK)]


def label_names(labels: Collection[Label]) -> tuple[str, ...]:
    """The names of labels."""
    return tuple(label.name for label in labels)


def _is_bot(account: Account | None) -> bool:
    return account is not None and account.type == BOT
