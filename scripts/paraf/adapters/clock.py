"""Today, from the first of: the call, SOURCE_DATE_EPOCH, HEAD's commit, the clock (DESIGN invariant 9)."""

import os
from datetime import UTC, date, datetime, time, tzinfo
from pathlib import Path

from paraf.door.text import echo
from paraf.errors import UsageError

YEARS = range(1980, 2106)
"""What archives and compressed files can carry as a date."""
SPAN = f"{YEARS[0]} sampai {YEARS[-1]}"


def now() -> datetime:
    """The clock, in UTC; only commands about the present moment ask it."""
    return datetime.now(UTC)


def build_time(root: Path, given: date | None) -> datetime:
    """The moment a build is about, in UTC; the clock only outside a Git repository."""
    if given:
        return datetime.combine(given, time(), UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        if not epoch.isascii() or not epoch.isdigit():
            raise UsageError(
                f"SOURCE_DATE_EPOCH berisi '{echo(epoch)}', bukan detik. Kosongkan, atau pakai --hari-ini."
            )
        return _moment(int(epoch[:20]), f"SOURCE_DATE_EPOCH ({epoch[:20]})")
    from paraf.adapters.git import head_seconds  # late: only a build asks Git, and only without the others

    committed = head_seconds(root)
    return now() if committed is None else _moment(committed, "Waktu commit terakhir")


def _moment(seconds: int, source: str) -> datetime:
    first, after = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (YEARS[0], YEARS[-1] + 1))
    if not first <= seconds < after:
        raise UsageError(f"{source} di luar tahun {SPAN}. Sebut tanggalnya dengan --hari-ini TAHUN-BULAN-HARI.")
    return datetime.fromtimestamp(seconds, UTC)


def office_zone(name: str) -> tzinfo:
    """The office's time zone by its IANA name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # late: most commands never ask

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"Zona waktu {name} tidak dikenal. Betulkan 'zona_waktu' di sop/instansi.yml.") from error
