"""Addresses into the forge's web pages: the right file on the right branch, in the editor; a browser is enough.

Everything that comes from a name is percent-encoded, so that no name can end an address or begin another one.
"""

from msgspec import Struct

from paraf.alur.content import below

LONGEST = 8000
"""Characters of an address that a forge still takes; a longer one is answered with an error."""
MAIN = "main"
WORKFLOW = "jalankan.yml"
"""The workflow for what needs a command."""
GATE = "gerbang.yml"
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def quoted(text: str, also: str = "") -> str:
    """Percent-encoded (RFC 3986); the characters of ``also`` stay."""
    kept = _PLAIN | frozenset(also.encode())
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in text.encode("utf-8", "replace"))


def whatsapp(lines: tuple[str, ...]) -> str:
    """The address that opens WhatsApp with a text; whom it goes to is chosen there."""
    return f"https://wa.me/?text={quoted(chr(10).join(lines))}"


def branch_of(year: int, paper: str) -> str:
    """The branch on which a paper travels."""
    return f"naskah/{year}/{paper}"


class Forge(Struct, frozen=True):
    """The pages of one repository; ``address`` is ``https://github.com/o/r``."""

    address: str

    def pull(self, number: int) -> str:
        """The page of a pull request."""
        return f"{self.address}/pull/{number}"

    def files(self, number: int) -> str:
        """Its changed files, where a review is given."""
        return f"{self.pull(number)}/files"

    def comment_box(self, number: int) -> str:
        """The field below, where a comment is written."""
        return f"{self.pull(number)}#issuecomment-new"

    def review(self, number: int, review: int) -> str:
        """What a reviewer wrote."""
        return f"{self.pull(number)}#pullrequestreview-{review}"

    def edit(self, branch: str, path: str, line: int = 1) -> str:
        """A file in the web editor."""
        at = f"#L{line}" if line > 1 else ""
        return f"{self.address}/edit/{quoted(branch, '/')}/{quoted(path, '/')}{at}"

    def show(self, branch: str, path: str) -> str:
        """A file or a folder as it is on a branch."""
        return f"{self.address}/tree/{quoted(branch, '/')}/{quoted(path, '/')}"

    def new(self, branch: str, path: str, value: str = "") -> str:
        """A new file in the web editor, with its text where the address does not become too long."""
        bare = f"{self.address}/new/{quoted(branch, '/')}?filename={quoted(path, '/')}"
        full = f"{bare}&value={quoted(value)}"
        return full if value and len(full) <= LONGEST else bare

    def upload(self, branch: str, folder: str) -> str:
        """Where files are dropped into a folder."""
        return f"{self.address}/upload/{quoted(branch, '/')}/{quoted(folder, '/')}"

    def begin(self, branch: str, title: str, body: str = "", template: str = "") -> str:
        """A pull request of a branch, filled in as far as the address does not become too long."""
        bare = f"{self.address}/compare/{MAIN}...{quoted(branch, '/')}?quick_pull=1&title={quoted(title)}"
        full = (
            bare + (f"&body={quoted(body)}" if body else "") + (f"&template={quoted(template)}.md" if template else "")
        )
        return full if len(full) <= LONGEST else bare

    def workflow(self, name: str = WORKFLOW) -> str:
        """A workflow's page: where it is run without a terminal, and how it last went."""
        return f"{self.address}/actions/workflows/{name}"

    def conflicts(self, number: int) -> str:
        """Where what contradicts main is decided line by line."""
        return f"{self.pull(number)}/conflicts"

    def labelled(self, name: str) -> str:
        """What has a label."""
        return f"{self.address}/labels/{quoted(name)}"


def of_year(year: int, name: str) -> str:
    """A path below the folder of a year as the repository has it."""
    return below(year) + name
