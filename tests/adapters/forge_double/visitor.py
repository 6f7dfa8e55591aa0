"""Somebody with a browser: follows addresses, fills forms in, presses buttons by their words."""

import http.client
from collections.abc import Mapping
from email.message import Message
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urlsplit

from msgspec import Struct, field

from paraf.adapters.forge_double import ForgeDouble


class Form(Struct):
    """A form: where it goes, what stands in it, and its buttons with what each of them adds."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str] | None] = field(default_factory=dict)


class Reading(HTMLParser):
    """The forms, the links and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.words = ""
        self._inside: tuple[str, dict[str, str]] = ("", {})
        self._said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What begins."""
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(known["action"]))
        if tag == "input" and known.get("type") != "file" and (known.get("type") != "radio" or "checked" in known):
            self.forms[-1].fields[known["name"]] = known.get("value", "")
        if tag in ("textarea", "button", "a"):
            self._inside, self._said = (tag, known), ""

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words += data
        self._said += data

    def handle_endtag(self, tag: str) -> None:
        """What ends."""
        kind, known = self._inside
        if kind != tag:
            return
        if tag == "textarea":
            self.forms[-1].fields[known["name"]] = self._said.removeprefix("\n")
        elif tag == "button" and "disabled" not in known:
            more = (known["name"], known.get("value", "")) if "name" in known else None
            self.forms[-1].buttons[self._said.strip()] = more
        elif tag == "a":
            self.links[self._said.strip()] = known.get("href", "")
        self._inside = ("", {})


class Visitor:
    """Somebody at a page."""

    def __init__(self, forge: ForgeDouble, login: str | None) -> None:
        self.forge = forge
        self.cookie = ""
        self.status, self.at, self.page = 0, "/", Reading("")
        if login:
            self._asked("GET", f"/login?as={login}&return_to=/kantor/lakip/pulls", None, {})

    def opens(self, address: str) -> Reading:
        """Goes to an address."""
        self._asked("GET", address.removeprefix(self.forge.url).partition("#")[0], None, {})
        return self.page

    def presses(self, button: str, **given: str) -> Reading:
        """Fills in the form with this button, and presses it; what it holds and nobody changed is sent as it is."""
        form = next(one for one in self.page.forms if button in one.buttons)
        added = form.buttons[button]
        body = urlencode(form.fields | given | (dict([added]) if added else {})).encode()
        self._asked("POST", form.action, body, {"Content-Type": "application/x-www-form-urlencoded"})
        return self.page

    def drops(self, button: str, files: Mapping[str, bytes]) -> Reading:
        """Chooses files, and presses the button."""
        form = next(one for one in self.page.forms if button in one.buttons)
        line = b"--batas\r\nContent-Disposition: form-data; name="
        parts = [line + f'"{name}"\r\n\r\n{value}\r\n'.encode() for name, value in form.fields.items()]
        parts += [line + f'"file"; filename="{name}"\r\n\r\n'.encode() + data + b"\r\n" for name, data in files.items()]
        self._asked(
            "POST",
            form.action,
            b"".join([*parts, b"--batas--\r\n"]),
            {"Content-Type": "multipart/form-data; boundary=batas"},
        )
        return self.page

    def _asked(self, method: str, target: str, body: bytes | None, headers: Mapping[str, str]) -> None:
        line = http.client.HTTPConnection("127.0.0.1", urlsplit(self.forge.url).port or 0, timeout=10)
        try:
            line.request(method, target, body, {**headers, **({"Cookie": self.cookie} if self.cookie else {})})
            answer = line.getresponse()
            text, said = answer.read().decode(), answer.headers
        finally:
            line.close()
        self._went(answer.status, target, text, said)

    def _went(self, status: int, target: str, text: str, said: Message) -> None:
        given: Any = said.get("Set-Cookie")
        self.cookie = given.partition(";")[0] if given else self.cookie
        if status in (302, 303):
            self._asked("GET", said["Location"].removeprefix(self.forge.url), None, {})
            return
        self.status, self.at, self.page = status, target, Reading(text)
