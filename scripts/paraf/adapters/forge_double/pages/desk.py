"""Who looks at which page of which repository, and what was sent along."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from paraf.adapters.forge_double.person import Person
from paraf.adapters.forge_double.routing import Refusal
from paraf.adapters.forge_double.state import Account, Issue, Pull, Repo

if TYPE_CHECKING:
    from paraf.adapters.forge_double.double import ForgeDouble

SHELL = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{{font:16px/1.5 sans-serif;margin:0 auto;max-width:60rem;padding:1rem}} textarea,input[type=text]{{width:100%;font:inherit}}
textarea{{min-height:8rem}} article,fieldset,.box{{border:1px solid #bbb;border-radius:6px;padding:.75rem;margin:.75rem 0}}
table{{border-collapse:collapse}} td,th{{border:1px solid #bbb;padding:.2rem .5rem}} pre{{overflow:auto;background:#f4f4f4}}
button{{font:inherit;padding:.3rem .9rem}} nav a{{margin-right:1rem}}</style></head><body>
<nav><a href="{home}">{name}</a><a href="{home}/pulls">Pull requests</a><a href="{home}/issues">Issues</a>
<span>Signed in as {who}</span></nav><main><h1>{title}</h1>{body}</main></body></html>"""


class Page(Struct, frozen=True):
    """What is shown; or, with ``to``, where it goes on."""

    title: str = ""
    body: str = ""
    to: str | None = None
    status: int = 200


class Desk(Struct, frozen=True):
    """Somebody in front of a page; ``given`` is the query of a GET, the form of a POST, ``files`` what was chosen."""

    forge: ForgeDouble
    account: Account
    repo: Repo
    given: Mapping[str, str]
    files: Mapping[str, bytes] = {}

    @property
    def person(self) -> Person:
        """The one who acts."""
        return Person(self.forge, self.account, self.repo)

    @property
    def home(self) -> str:
        """The address of the repository without its host."""
        return f"/{self.repo.full_name}"

    def show(self, page: Page) -> str:
        """The page with what is around it."""
        return SHELL.format(
            title=escape(page.title),
            body=page.body,
            home=self.home,
            name=escape(self.repo.full_name),
            who=escape(self.account.login),
        )

    def branches(self) -> list[str]:
        """The names of all branches, longest first."""
        said = self.repo.git.run("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").decode().split("\n")
        return sorted(filter(None, said), key=len, reverse=True)

    def split(self, rest: str) -> tuple[str, str]:
        """A branch and the path behind it; a name may hold slashes, so the longest branch counts."""
        for branch in self.branches():
            if rest == branch or rest.startswith(f"{branch}/"):
                return branch, rest[len(branch) + 1 :]
        raise Refusal(404, "Not Found")

    def text(self, branch: str, path: str) -> str | None:
        """A file as text; ``None`` where there is none."""
        found = self.repo.git.run("ls-tree", f"refs/heads/{branch}", path).decode().split()
        if not found or found[1] != "blob":
            return None
        return self.repo.git.run("cat-file", "blob", found[2]).decode(errors="replace")

    def pull(self, number: str) -> tuple[Issue, Pull]:
        """A pull request."""
        issue = self.repo.issues.get(int(number))
        if issue is None or issue.pull is None:
            raise Refusal(404, "Not Found")
        return issue, issue.pull

    def open_for(self, branch: str) -> int | None:
        """The open pull request of a branch."""
        return next(
            (one.number for one in self.repo.pulls if one.state == "open" and one.pull and one.pull.head == branch),
            None,
        )


def link(address: str, text: str) -> str:
    """A link."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def path_of(*parts: str) -> str:
    """A path, each part percent-encoded, slashes kept."""
    return "/".join(quote(part, safe="/") for part in parts)
