"""Today, from the first of: the call, SOURCE_DATE_EPOCH, HEAD's commit, the clock (DESIGN invariant 9)."""

import os
from datetime import UTC, date, datetime, time
from pathlib import Path

from paraf.adapters.git import head_time
from paraf.errors import UsageError


def now() -> datetime:
    """The clock, in UTC; only commands about the present moment ask it."""
    return datetime.now(UTC)


def build_time(root: Path, given: date | None) -> datetime:
    """The moment a build is about, in UTC; the clock only outside a Git repository."""
    if given:
        return datetime.combine(given, time(), UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        if not epoch.isascii() or not epoch.isdigit() or len(epoch) > 11:
            raise UsageError(f"SOURCE_DATE_EPOCH berisi '{epoch}', bukan detik. Kosongkan, atau pakai --hari-ini.")
        return datetime.fromtimestamp(int(epoch), UTC)
    return head_time(root) or now()
