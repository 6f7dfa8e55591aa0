"""``paraf verifikasi``: the book of a year against its files, rules and officials, without any network."""

from datetime import date, datetime, time
from pathlib import Path

from paraf.adapters.clock import now, office_zone
from paraf.adapters.flow_year import load_book, load_policy, load_tree
from paraf.adapters.office import load_repository, report_years
from paraf.alur.book.verifying import verify
from paraf.commands.console import narrate, result
from paraf.errors import UsageError
from paraf.views.book_words import Clock, verified_text


def verifikasi(root: Path, year: int | None, kept: tuple[str, ...], today: date | None) -> int:
    """Verify one year, or every year that has a book; 0 only where something was verified and all of it is sound."""
    office = load_repository(root).office
    clock = Clock(office_zone(office.zona_waktu.nama), office.zona_waktu.singkatan)
    opened = report_years(root)
    if year is not None and year not in opened:
        known = ", ".join(map(str, opened)) or "belum ada"
        raise UsageError(f"Tahun {year} belum dibuka: folder lakip/{year}/ tidak ada. Yang ada: {known}.")
    if kept and year is None:
        raise UsageError("Sebut tahunnya bersama --sidik, misalnya: paraf verifikasi 2025 --sidik …")
    moment = datetime.combine(today, time(23, 59, 59), clock.zone) if today else now().astimezone(clock.zone)
    sound, looked = True, 0
    for one in [year] if year is not None else opened:
        books = load_book(root, one)
        if not books and year is None:
            narrate(f"Tahun {one}: belum ada buku.")
            continue
        _, policy = load_policy(root, one)
        found = verify(books, load_tree(root, one), policy, one, now=moment, kept=kept)
        result(verified_text(found, policy, one, clock, str(one) in office.tahun_contoh))
        looked += len(found.volumes)
        sound = sound and not found.problems
    return 0 if sound and looked else 1
