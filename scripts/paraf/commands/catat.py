"""``paraf catat``: papers that are done become files of the book; what is recorded is never touched."""

from pathlib import Path

from paraf.adapters.files import own_folder, read_data, write_if_changed
from paraf.adapters.flow_year import load_book
from paraf.alur.book.noting import lacking
from paraf.alur.book.reading import folder
from paraf.alur.book.verifying import recorded
from paraf.commands.console import result
from paraf.commands.flow import demand_flow
from paraf.errors import UsageError


def catat(root: Path, year: int, named: str | None) -> int:
    """Write the files that the book lacks; raises ``UsageError`` where the book is not sound or says otherwise."""
    flow = demand_flow(root, year, named)
    books = load_book(root, year)
    done = {(one.paper, one.edition): one for one in recorded(books, flow.policy, year, now=flow.now)}
    for closing in flow.cycle.closings:
        noted = done.get((closing.paper, closing.edition))
        if noted is not None and noted != closing:
            raise UsageError(
                f"Buku mencatat {closing.paper} edisi {closing.edition} lain daripada faktanya. Baris buku tidak diubah;"
                f" periksa dulu: paraf verifikasi {year}."
            )
    new = lacking(books, flow.cycle.closings, flow.policy, year, now=flow.now)
    if isinstance(new, str):
        raise UsageError(new)
    there = folder(year)
    own_folder(root, there.rstrip("/"))
    for name, data in new.items():
        if read_data(root, there + name) is not None:
            raise UsageError(f"{there}{name} sudah ada. Baris buku tidak pernah diubah.")
        write_if_changed(root / there / name, data)
        result(f"ditulis: {there}{name}")
    if not new:
        result("Semua naskah yang selesai sudah tercatat.")
    return 0
