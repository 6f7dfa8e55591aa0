"""Headings as they are compared: an outline's title and a writer's are the same whatever number stands before them."""

import re

_NUMBERING = re.compile(
    r"(?:(?i:bab|bagian) )?(?:[IVXLC]+(?:\.[A-Za-z0-9]+)*|[A-Za-z](?:(?:\.\d+)+|(?=[.)]))|\d+(?:\.\d+)*)[.)]* (?=\S)"
)
_MARKS = re.compile(r"[*_`\\]|\{[:#][^}]*\}$")


def title_key(title: str) -> str:
    """A heading as it is compared: without numbering, emphasis and capitals."""
    plain = " ".join(_MARKS.sub("", title.strip()).split())
    return _NUMBERING.sub("", plain, count=1).rstrip(" .:").casefold()
