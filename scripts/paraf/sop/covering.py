"""Which files of a report year a paper covers (``mencakup`` of ``naskah.yml``)."""

import re
from collections.abc import Iterable
from functools import cache


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """``data/`` is everything below, ``NN-*.md`` two digits and a word, any other name itself."""
    if written.endswith("/"):
        return re.compile(re.escape(written) + ".+")
    parts = re.escape(written).replace("NN", "[0-9]{2}", 1) if written.startswith("NN") else re.escape(written)
    return re.compile(parts.replace(r"\*", "[^/]*"))


def covers(patterns: Iterable[str], name: str) -> bool:
    """Whether a path below the year's folder belongs to the paper."""
    return any(_pattern(written).fullmatch(name) for written in patterns)
