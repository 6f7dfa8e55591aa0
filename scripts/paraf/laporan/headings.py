"""Headings as they are compared: an outline's title and a writer's are the same whatever number stands before them."""

from paraf.door.regex import regex

_NUMBERING = regex(
    r"(?:(?i:bab|bagian) )?(?:[IVXLC]+(?:\.[A-Za-z0-9]+)*|[A-Za-z](?:(?:\.\d+)+|(?=[.)]))|\d+(?:\.\d+)*)[.)]* (?=\S)"
)
_MARKS = regex(r"[*_`\\]|\{[:#][^}]*\}$")


def title_key(title: str) -> str:
    """A heading as it is compared: without numbering, emphasis and capitals."""
    plain = " ".join(_MARKS.sub("", title.strip()).split())
    return _NUMBERING.sub("", plain, count=1).rstrip(" .:").casefold()
