"""The call that puts a list of the year on a line of its own, numbered: what a count was counted from."""

from paraf.door.text import echo
from paraf.laporan.calls.base import Call, CallError, Context, Table, span
from paraf.laporan.calls.cells import left, or_said, right

_PREFIX, _SUFFIX = "data/daftar-", ".csv"


def tabel_daftar(context: Context, name: str) -> Table:
    """``data/daftar-<name>.csv`` as a numbered table."""
    lists = context.report.lists
    file = f"{_PREFIX}{name}{_SUFFIX}"
    if file not in lists:
        known = span(path.removeprefix(_PREFIX).removesuffix(_SUFFIX) for path in lists)
        raise CallError(f"daftar {echo(name)} tidak ada", f"yang ada: {known}; berkasnya {_PREFIX}….csv")
    rows = lists[file]
    columns = list(rows[0]) if rows else ["isi"]
    numbered = [(str(number), *(row[column].text for column in columns)) for number, row in enumerate(rows, start=1)]
    return Table(
        title=f"Daftar {name.replace('-', ' ')}",
        label=f"daftar {name}",
        heads=("No.", *(_head(column) for column in columns)),
        align=(*right(1), *left(len(columns))),
        rows=or_said(numbered, 1 + len(columns), "belum ada isinya"),
    )


def _head(column: str) -> str:
    words = column.replace("_", " ")
    return words[:1].upper() + words[1:]


CALLS = (
    Call(
        name="tabel_daftar",
        kind="tabel",
        summary="Sebuah daftar pada folder data, diberi nomor.",
        arguments=("nama daftar",),
        example='tabel_daftar("aplikasi")',
        run=tabel_daftar,
    ),
)
