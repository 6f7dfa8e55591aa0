"""Every call, in the order of their page. A call that is not listed here does not exist."""

from paraf.laporan.calls import charts, comparisons, figures, lists, money, money_tables, tables, words
from paraf.laporan.calls.base import Call

CALLS: tuple[Call, ...] = (
    *figures.CALLS,
    *money.CALLS,
    *words.CALLS,
    *tables.CALLS,
    *comparisons.CALLS,
    *money_tables.CALLS,
    *lists.CALLS,
    *charts.CALLS,
)
BY_NAME = {call.name: call for call in CALLS}
