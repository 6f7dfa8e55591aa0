"""Whatever a hand-written page holds: refused, or published as what Markdown makes and nothing that runs.

The witness is the standard library's reader of HTML over the HTML that is published; it shares no code with the check.
"""

import html.parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraf.errors import DataError
from paraf.views.handwritten import read_docs
from published import published

MADE = frozenset(
    [
        *("p", "em", "strong", "pre", "code", "blockquote", "ul", "ol", "li", "hr", "br", "a", "img", "div"),
        *("table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"),
    ]
)
PIECES = (
    *(
        "`",
        "``",
        "```",
        "~~~",
        "````",
        "\\",
        "\\`",
        "\n",
        "\n\n",
        "\n    ",
        "\n> ",
        "\n- ",
        " ",
        "  \n",
        "|",
        "\n-|-\n",
    ),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>", "</p>", "<p onclick=x>", "<!--", "-->", "<?"),
    *("<mailto:x onclick=y>", "<https://x onclick=y>", "<a@b.co>", "<", ">", '"', "&lt;", "&#60;", "&colon;", "&Tab;"),
    *("[a](", "![a](", ")", "[a]:", "[a]", "<javascript:x>", "javascript:x", "JAVA&Tab;SCRIPT:x", "data:text/html,x"),
    *("b.md", "https://x", "//x", "{ .py onclick=x }", "{: onclick=x }", "[TOC]", "*", "**", "_", "#", "## ", "kata"),
)


class Witness(html.parser.HTMLParser):
    """Collects what a page must not do."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in MADE:
            self.seen.append(tag)
        for name, value in attrs:
            address = "".join(letter for letter in (value or "").lower() if letter > " ")
            runs = address.startswith(("javascript:", "data:", "vbscript:"))
            elsewhere = name == "src" and address.startswith(("https:", "//"))
            if name.startswith("on") or (name in ("href", "src") and (runs or elsewhere)):
                self.seen.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.seen.append(data)

    def handle_decl(self, decl: str) -> None:
        self.seen.append(decl)

    handle_pi = unknown_decl = handle_comment


def seen(made: str) -> list[str]:
    witness = Witness()
    witness.feed(made)
    witness.close()
    return witness.seen


def accepted(body: str) -> tuple[str, ...]:
    """The HTML that is published of a page and of its place on the front page; nothing when there is no site."""
    try:
        docs = read_docs({"a.md": f"---\ndi_beranda: ya\n---\n# A\n\n{body}\n".encode()}, ())
    except DataError:
        return ()
    made = published(docs.pages[0].content())
    if made is None or list(docs.written["a.md"].refused(made)):
        return ()
    return made, f"<p>{docs.teasers[0].text}</p>"


def test_control_the_witness_sees_what_runs_and_the_door_is_open_to_words() -> None:
    assert seen(published("a <b onclick=x>") or "") == ["b", "onclick=x"]
    assert seen(published("[a](\njavascript:x)") or "") == ["href=javascript:x"]
    assert accepted("kata **tebal** [a](b.md)")


@settings(max_examples=1500, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_a_page_that_is_accepted_runs_nothing(body: str) -> None:
    assert [seen(made) for made in accepted(body)] in ([], [[], []])


@pytest.mark.parametrize("piece", [piece for piece in PIECES if "onclick" in piece or "javascript" in piece])
def test_control_pieces_alone_are_refused_or_harmless(piece: str) -> None:
    assert [seen(made) for made in accepted(piece)] in ([], [[], []])
