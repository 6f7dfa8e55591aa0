"""``paraf verifikasi``: the book of a year against its files, rules and officials; with ``--forge`` against GitHub as well."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from paraf.adapters.clock import now, office_zone
from paraf.adapters.flow_year import load_book, load_policy, load_tree
from paraf.adapters.office import load_repository, report_years
from paraf.alur.book.verifying import Verified, verify
from paraf.alur.facts import Facts, Policy
from paraf.commands.console import narrate, result
from paraf.errors import UsageError
from paraf.sop.repository import Repository
from paraf.views.book_words import Clock, verified_text

if TYPE_CHECKING:
    from paraf.adapters.github.gathering import Forge


class Asked(Struct, frozen=True):
    """Whom to ask besides the files: GitHub, or facts that were read from it before (a file's name); nobody.

    ``package``: where everything is sound, write what an examiner from outside is handed.
    """

    forge: bool = False
    named: str | None = None
    package: bool = False


def verifikasi(root: Path, year: int | None, kept: tuple[str, ...], asked: Asked, today: date | None) -> int:
    """Verify one year, or every year that has a book; 0 only where something was verified and all of it is sound.

    A sample year happened on no forge: it is verified without one, and the result says so.
    """
    repo = load_repository(root)
    opened = report_years(root)
    if year is not None and year not in opened:
        known = ", ".join(map(str, opened)) or "belum ada"
        raise UsageError(f"Tahun {year} belum dibuka: folder lakip/{year}/ tidak ada. Yang ada: {known}.")
    if year is None and (kept or asked.named or asked.package):
        given = (
            "--sidik, misalnya: paraf verifikasi 2025 --sidik …" if kept else "--fakta." if asked.named else "--paket."
        )
        raise UsageError(f"Sebut tahunnya bersama {given}")
    if asked.forge and asked.named:
        raise UsageError("Pilih salah satu: --forge membaca GitHub, --fakta membaca berkas yang disimpan darinya.")
    work = _Work(root, repo, kept, asked, today)
    try:
        found = [work.year(one, alone=year is not None) for one in ([year] if year is not None else opened)]
    finally:
        work.close()
    sound = all(found) and work.looked > 0
    if sound and asked.package and year is not None:
        from paraf.commands.paket import write_packages

        sound = write_packages(root, repo, year, work.clock)
    return 0 if sound else 1


class _Work:
    """Years verified one after another; rules, clock and forge are read once."""

    def __init__(self, root: Path, repo: Repository, kept: tuple[str, ...], asked: Asked, today: date | None) -> None:
        self.root, self.repo, self.kept, self.asked = root, repo, kept, asked
        zone = repo.office.zona_waktu
        self.clock = Clock(office_zone(zone.nama), zone.singkatan)
        end = time(23, 59, 59)
        self.now = datetime.combine(today, end, self.clock.zone) if today else now().astimezone(self.clock.zone)
        self.looked = 0
        self.forge: Forge | None = None

    def close(self) -> None:
        """Leave the forge, where it was asked."""
        if self.forge:
            self.forge.__exit__()

    def year(self, year: int, *, alone: bool) -> bool:
        """Verify a year and print the outcome; whether all of it is sound. One without a book is passed over."""
        books = load_book(self.root, year)
        if not books and not alone:
            narrate(f"Tahun {year}: belum ada buku.")
            return True
        _, policy = load_policy(self.root, year, self.repo)
        found = verify(books, load_tree(self.root, year), policy, year, now=self.now, kept=self.kept)
        sample = str(year) in self.repo.office.tahun_contoh
        ask = self.asked.named is not None or (self.asked.forge and not sample)
        result(verified_text(found, policy, year, self.clock, sample, asked=ask))
        self.looked += len(found.volumes)
        if self.asked.forge and sample:
            result("Tidak dicocokkan dengan GitHub: tahun contoh tidak pernah berjalan di sana.")
        if not ask or not found.volumes:
            return not found.problems
        if found.problems:
            result("Belum dicocokkan dengan GitHub: bukunya sendiri harus utuh dulu.")
            return False
        return self._confirmed(found, books, policy, year)

    def _confirmed(self, found: Verified, books: Mapping[str, bytes], policy: Policy, year: int) -> bool:
        """Compare a sound book with the facts, and print what they confirm."""
        from paraf.alur.book.against import later_changes, unlike_forge
        from paraf.alur.book.elsewhere import only_one_has, unlike_main
        from paraf.alur.book.noting import books_of
        from paraf.views.book_forge import Confirmed, confirmed_text

        facts, source = self._facts(year)
        pulls = {pull.number: pull for pull in facts.pulls}
        main = books if self.asked.named else books_of(facts)  # facts that were kept need not hold the book
        told = Confirmed(
            source=source,
            problems=sorted([*unlike_main(books, main, year), *unlike_forge(found.volumes, pulls, policy, year)]),
            remarks=[*only_one_has(books, main), *later_changes(found.volumes, pulls, policy)],
        )
        result(confirmed_text(told, found.volumes, policy, self.clock))
        return not told.problems

    def _facts(self, year: int) -> tuple[Facts, str]:
        """What is known of a year from outside its files, and from whom."""
        if self.asked.named is not None:
            from paraf.commands.flow import named_facts

            snapshot = named_facts(self.asked.named, year, self.clock.zone)
            read = f" yang dibaca {self.clock.words(snapshot.read)}" if snapshot.read else ""
            return snapshot.facts, f"fakta{read} (berkas {self.asked.named}, bukan GitHub sekarang)"
        if self.forge is None:
            from paraf.adapters.github.environment import open_forge

            self.forge = open_forge(self.root, now())
            self.forge.read_main()
        return self.forge.year(year).facts, f"GitHub, {self.clock.words(self.forge.now)}"
