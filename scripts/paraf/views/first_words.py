"""What the front page shows of a hand-written page: the words of its first paragraph.

A paragraph of plain words, emphasis, code and links is read here; whatever may be more is left to Python-Markdown, which
takes far longer to load than all of this page. Both give the same words (``tests/property/test_first_words.py``).
"""

import html
import re

from paraf.door.regex import regex
from paraf.views.html import Html

# Letters and signs that mean nothing to Markdown anywhere within a line that begins with a letter.
_PLAIN = r"[^\W_]|[ .,;:?()/%'\"“”‘’–—…+=@-]|!(?!\[)"
_WORDS = rf"(?! )(?:{_PLAIN})+(?<! )"
_PIECES = {
    "strong": rf"(?<!\*)\*\*(?P<strong>{_WORDS})\*\*(?!\*)",
    "em": rf"(?<!\*)\*(?P<em>{_WORDS})\*(?!\*)",
    "code": r"(?<!`)`(?P<code>(?! )[\w .,;:?()/%'\"+=@&<>#*-]+(?<! ))`(?!`)",
    "a": rf"(?<!!)\[(?P<a>{_WORDS})\]\([A-Za-z0-9./#_-]+\)",
}
_PIECE = regex("|".join([*_PIECES.values(), rf"(?P<plain>(?:{_PLAIN})+)"]))
_BEGINS = regex(r"[^\W\d_]")
_PARAGRAPH = regex(r"<p>(.*?)</p>", re.DOTALL)
_NOT_WORDS = regex(r"<(?!/?(?:em|strong|code)>)[^>]*>")


def first_words(content: str) -> Html:
    """The first paragraph below the heading on the first line, as a line of HTML without its links and pictures.

    Empty where there is none.
    """
    paragraph = content.partition("\n")[2].strip().split("\n\n", 1)[0]
    shown = [_line(line) for line in paragraph.split("\n")] if paragraph else []
    made = [line for line in shown if line is not None]
    return Html(" ".join(" ".join(made).split())) if len(made) == len(shown) else _as_rendered(content)


def _line(line: str) -> str | None:
    """A line of plain words as HTML; ``None`` where it may be something else."""
    if not _BEGINS.match(line):
        return None
    made, at = [], 0
    while at < len(line):
        found = _PIECE.match(line, at)
        if not found:
            return None
        kind = found.lastgroup or ""
        words = html.escape(found[kind], quote=False)
        made.append(words if kind in ("plain", "a") else f"<{kind}>{words}</{kind}>")
        at = found.end()
    return "".join(made)


def _as_rendered(content: str) -> Html:
    """The same of any page. One that Markdown stumbles over, as over a list a thousand deep, is told by the builder."""
    from markdown import Markdown

    try:
        made = Markdown(extensions=["toc", "tables", "fenced_code"]).convert(content)
    except Exception:  # whatever it is, the builder meets it too
        return Html()
    found = _PARAGRAPH.search(made)
    return Html(" ".join(_NOT_WORDS.sub("", found[1]).split())) if found else Html()
