"""Everything or an error: pages, faults that pass and faults that stay, silence, refusals, answers kept by their tag."""

from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.github import transport
from paraf.adapters.github.client import Absent, Client, Denied
from paraf.adapters.github.transport import ForgeError
from paraf.gerbang.answers import CommentAnswer, PullAnswer

NAME = "contoh-kantor/lakip"
COMMENTS = f"/repos/{NAME}/issues/1/comments"


@pytest.mark.parametrize("key", ["ghp_rahasia\n", "ghp_rahasia\r\nX: y", "ghp rahasia", "ghp_rähasia"])
def test_a_key_that_is_none_is_never_quoted(key: str) -> None:
    """Python's own error would show it to whoever reads the log."""
    with pytest.raises(ForgeError) as caught:
        Client("http://127.0.0.1:9", NAME, key)
    assert "hasia" not in str(caught.value)


class Desk:
    """A repository with one pull request and many comments, a client of it, and how long that client paused."""

    def __init__(self, forge: ForgeDouble) -> None:
        self.forge = forge
        self.pauses: list[float] = []
        self.clients: list[Client] = []
        self.comments = 205

    def client(self, token: str | None = "", cache: Path | None = None) -> Client:
        """A client of the repository."""
        key = self.forge.token("penulis") if token == "" else token
        self.clients.append(Client(self.forge.url, NAME, key, cache=cache, pause=self.pauses.append))
        return self.clients[-1]

    def read(self, client: Client) -> int:
        """How many comments are read."""
        return len(client.pages(CommentAnswer, "issues/1/comments"))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ForgeDouble(tmp_path_factory.mktemp("forge")) as forge:
        forge.account("penulis", 11)
        forge.repository(NAME, private=True, files={"a.md": b"a\n"}, roles={"penulis": "write"})
        writer = forge.person("penulis")
        writer.pushes({"b.md": b"b\n"}, "cabang")
        writer.opens("cabang", "Satu")
        desk = Desk(forge)
        for number in range(desk.comments):
            writer.comments(1, f"nomor {number}")
        yield desk


@pytest.fixture
def desk(prepared: Desk) -> Iterator[Desk]:
    prepared.pauses.clear()
    prepared.forge.asked.clear()
    yield prepared
    prepared.forge.faults.clear()
    while prepared.clients:
        prepared.clients.pop().close()


def test_every_page_is_read(desk: Desk) -> None:
    """205 comments lie on three pages."""
    assert desk.read(desk.client()) == desk.comments
    assert len(desk.forge.asked) == 3


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_fault_that_passes_is_waited_for(desk: Desk, status: int, page: int) -> None:
    """The first, a middle or the last page: what is read is whole."""
    desk.forge.fails("GET", COMMENTS, status, page=page, times=2)
    assert desk.read(desk.client()) == desk.comments
    assert desk.pauses == [1, 2]


@pytest.mark.parametrize(
    ("status", "words"), [(502, "sedang terganggu"), (429, "Batas jumlah permintaan"), (500, "sedang terganggu")]
)
def test_a_fault_that_stays_is_an_error(desk: Desk, status: int, words: str) -> None:
    """After four attempts it is given up: never a part for the whole."""
    desk.forge.fails("GET", COMMENTS, status, page=2, times=-1)
    with pytest.raises(ForgeError, match=words) as raised:
        desk.read(desk.client())
    assert raised.value.status == status
    assert len(desk.pauses) == transport.ATTEMPTS - 1


def test_the_forge_may_ask_for_patience(desk: Desk) -> None:
    """As long as it asks for, no longer than we wait."""
    desk.forge.fails("GET", COMMENTS, 429, headers={"retry-after": "7"})
    assert desk.read(desk.client()) == desk.comments
    assert desk.pauses == [7]


@pytest.mark.parametrize(
    "headers",
    [
        {"retry-after": "3600"},
        {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999"},
        {"x-ratelimit-remaining": "0"},
    ],
)
@pytest.mark.parametrize("status", [403, 429])
def test_too_much_patience_is_an_error(desk: Desk, status: int, headers: dict[str, str]) -> None:
    """An hour is not waited for; the next run is."""
    desk.forge.fails("GET", COMMENTS, status, headers=headers, times=-1)
    with pytest.raises(ForgeError, match="Batas jumlah permintaan"):
        desk.read(desk.client())
    assert desk.pauses == []


def test_silence_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forge that does not answer is asked four times, each for a bounded time."""
    monkeypatch.setattr(transport, "SECONDS", 0.05)
    desk.forge.fails("GET", f"/repos/{NAME}/keys", 502, hangs=0.3, times=-1)
    with pytest.raises(ForgeError, match="tidak menjawab"):
        desk.client().ask("keys")
    assert len(desk.pauses) == transport.ATTEMPTS - 1


def test_nobody_there(desk: Desk) -> None:
    client = Client("http://127.0.0.1:1", NAME, None, pause=desk.pauses.append)
    with pytest.raises(ForgeError, match="tidak dapat dihubungi"):
        desk.read(client)


@pytest.mark.parametrize(("method", "repeated"), [("POST", False), ("PATCH", True), ("PUT", True), ("DELETE", True)])
def test_only_what_may_be_repeated_is(desk: Desk, method: str, repeated: bool) -> None:
    """A comment that was perhaps written is not written again."""
    desk.forge.fails(method, f"/repos/{NAME}/mana-saja", 502, times=-1)
    with pytest.raises(ForgeError):
        desk.client().send(method, "mana-saja", {})
    assert len(desk.forge.asked) == (transport.ATTEMPTS if repeated else 1)


@pytest.mark.parametrize(
    ("path", "token", "words"),
    [
        ("pulls/9", "", "tidak ada di GitHub"),
        ("pulls/1", None, "tidak ada di GitHub"),
        ("pulls/1", "salah", "tidak diterima GitHub"),
    ],
)
def test_refusals_say_what_and_why(desk: Desk, path: str, token: str | None, words: str) -> None:
    with pytest.raises(ForgeError, match=words):
        desk.client(token).get(PullAnswer, path)


def test_no_right_to_read(desk: Desk) -> None:
    desk.forge.fails("GET", COMMENTS, 403)
    with pytest.raises(ForgeError, match="tidak boleh membuka issues/1/comments"):
        desk.read(desk.client())


def test_asking_tells_what_may_not_be_known(desk: Desk) -> None:
    """For the diagnosis a refusal is an answer, and never a good one."""
    client = desk.client()
    desk.forge.fails("GET", f"/repos/{NAME}/keys", 403)
    assert client.ask("keys") == Denied()
    assert client.ask("pulls/9") == Absent()
    assert client.ask("pulls/1")["number"] == 1
    assert len(client.ask("issues/1/comments")) == desk.comments
    assert desk.client("salah").ask("pulls/1") == Denied()


def test_an_answer_that_looks_otherwise_is_an_error(desk: Desk) -> None:
    """Half an answer, another thing, no JSON at all: nothing is filled in."""
    for body in ('{"number": "satu"}', "{}", "<html>", ""):
        desk.forge.fails("GET", f"/repos/{NAME}/pulls/1", 200, body=body)
        with pytest.raises(ForgeError, match="tidak seperti yang diharapkan"):
            _with(desk, body).get(PullAnswer, "pulls/1")


def _with(desk: Desk, body: str) -> Client:
    """A client to which the forge says just this."""
    client = desk.client()
    answer = transport.Answer(200, Message(), body.encode())
    client.transport.ask = lambda *_, **__: answer  # type: ignore[method-assign]
    return client


def test_a_list_leads_to_no_other_host(desk: Desk) -> None:
    """The key is shown to nobody else."""
    desk.forge.faults.clear()
    client = desk.client()
    headers = Message()
    headers["Link"] = '<https://jahat.invalid/repos?page=2>; rel="next"'
    client.transport.ask = lambda *_, **__: transport.Answer(200, headers, b"[]")  # type: ignore[method-assign]
    with pytest.raises(ForgeError, match="alamat lain"):
        desk.read(client)


def test_a_list_without_end_is_an_error(desk: Desk) -> None:
    client = desk.client()
    headers = Message()
    headers["Link"] = f'<{desk.forge.url}/repos?page=2>; rel="next"'
    client.transport.ask = lambda *_, **__: transport.Answer(200, headers, b"[]")  # type: ignore[method-assign]
    with pytest.raises(ForgeError, match="lebih dari 200 halaman"):
        desk.read(client)


def test_what_did_not_change_is_kept(desk: Desk, tmp_path: Path) -> None:
    """The second look costs nothing of the limit, and a new comment is seen."""
    client = desk.client(cache=tmp_path)
    assert desk.read(client) == desk.comments
    desk.forge.asked.clear()
    assert desk.read(client) == desk.comments
    assert {status for _, target, status in desk.forge.asked if COMMENTS in target} == {304}
    desk.forge.person("penulis").comments(1, "baru")
    desk.comments += 1
    assert desk.read(client) == desk.comments
    for kept in tmp_path.iterdir():
        kept.write_bytes(b"rusak")
    assert desk.read(client) == desk.comments


def test_a_query_with_an_error_is_none(desk: Desk) -> None:
    with pytest.raises(ForgeError, match="menolak pertanyaan"):
        desk.client().graphql(object, "query { tidakAda }")


def test_a_query_is_tried_again(desk: Desk) -> None:
    """It changes nothing, although it is sent like a change."""
    desk.forge.fails("POST", "/graphql", 502, times=2)
    query = 'query { repository(owner: "contoh-kantor", name: "lakip") { id } }'
    assert desk.client().graphql(dict, query)["repository"]["id"]
    desk.forge.fails("POST", "/graphql", 502, times=-1)
    with pytest.raises(ForgeError, match="502"):
        desk.client().graphql(dict, query)


@pytest.mark.parametrize("name", ["tanpa-garis", "a/b/c", "../x", "-a/b", "a/b?c", "a/"])
def test_a_name_that_is_no_repository(name: str) -> None:
    with pytest.raises(ForgeError, match="bukan nama repositori"):
        Client("https://api.github.com", name, None)


@pytest.mark.parametrize("address", ["ftp://x", "github", "file:///etc/passwd", "http://x:pintu", "http://[::1"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(ForgeError, match="bukan alamat http"):
        Client(address, NAME, None)
