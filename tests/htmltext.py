"""Reading a built page: its tables as cells, its links, the text of any part."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "circle", "source", "wbr"}


def squeeze(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


@dataclass
class Node:
    """An element: its name, its attributes, its children and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def text(self) -> str:
        """All text below, squeezed; elements separate words, drawings have none."""
        if self.tag == "svg":
            return ""
        return squeeze(" ".join(child if isinstance(child, str) else child.text() for child in self.children))

    def all(self, *tags: str, class_: str | None = None) -> list["Node"]:
        """Every descendant of these names, in document order."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, Node):
                classes = child.attributes.get("class", "").split()
                if child.tag in tags and (class_ is None or class_ in classes):
                    found.append(child)
                found += child.all(*tags, class_=class_)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        names = [node.tag for node in self.open]
        if tag in names[1:]:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """The document as a tree."""
    builder = _Builder()
    builder.feed(html)
    return builder.open[0]
