"""Only what changed: findings about style are kept where they lie on lines that differ from an earlier revision."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from paraf.finding import Finding

STYLE = frozenset(["BHS"])
"""The families that are about wording; all others matter wherever they are."""


def changed_lines(before: str | None, after: str) -> frozenset[int]:
    """The numbers of the lines of ``after`` that ``before`` does not have there; all of them where it is ``None``."""
    lines = after.split("\n")
    if before is None:
        return frozenset(range(1, len(lines) + 1))
    if before == after:
        return frozenset()
    matcher = difflib.SequenceMatcher(None, before.split("\n"), lines)
    return frozenset(
        number + 1
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind in ("replace", "insert")
        for number in range(start, end)
    )


def only_changed(
    findings: Iterable[Finding], folder: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Finding]:
    """The findings without those of style on unchanged lines; the texts by their path below the folder of the year."""
    lines: dict[str, frozenset[int]] = {}
    for finding in findings:
        name = finding.place.file.removeprefix(f"{folder}/")
        if finding.code[:3] in STYLE and name in after:
            if name not in lines:
                lines[name] = changed_lines(before.get(name), after[name])
            if finding.place.line not in lines[name]:
                continue
        yield finding
