"""How the sample years went: the story of 2025 from the first note to the last receipt, and of 2026 as far as it is.

The files are those of ``lakip/``; their days agree with the evidence that is filed there. From the story come the book of
2025 and the snapshots of both years, made by the program itself. After a change of a sample chapter they are renewed with

    python tests/alur/sample.py

and the printed report of 2025 by ``paraf cetak lakip 2025`` once the book is renewed: it is stored as
``lakip/2025/bukti/b12-lakip.pdf``, its digest written in ``b12.yml``, and then the story told once more.
"""

import sys
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol, Self

from msgspec.structs import replace

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from alur.story import base_policy  # noqa: E402
from alur.world import WIB, Change, World, accounts  # noqa: E402
from helpers import load_case  # noqa: E402
from paraf.alur.book.reading import folder  # noqa: E402
from paraf.alur.book.writing import additions  # noqa: E402
from paraf.alur.cycle import evaluate_cycle  # noqa: E402
from paraf.alur.facts import Blob, Facts  # noqa: E402
from paraf.alur.snapshot_write import write_facts  # noqa: E402
from paraf.laporan.binding import digest, expanded_text  # noqa: E402
from paraf.laporan.expand import expand_report  # noqa: E402
from paraf.laporan.report import read_report  # noqa: E402

POLICY = base_policy()
RULES = sha256(b"aturan contoh").hexdigest()
"""Stands for the digest of the rules in force, so that the sample does not change with every rule."""
DONE = datetime(2026, 2, 27, 15, tzinfo=WIB)
STILL = datetime(2026, 11, 20, 16, tzinfo=WIB)
"""When the facts of 2025 and of 2026 were read."""
Files = Mapping[str, bytes]
"""Files by their path below the year."""
RENEW = "Perbarui dengan: python tests/alur/sample.py"


def files_of(year: int) -> dict[str, bytes]:
    """The files of a sample year as they are, by their path below its folder; the book itself is left out."""
    here = ROOT / "lakip" / str(year)
    found = {path.relative_to(here).as_posix(): path.read_bytes() for path in sorted(here.rglob("*")) if path.is_file()}
    return {path: data for path, data in found.items() if not path.startswith("buku/")}


class Teller(Protocol):
    """An office in which the story of a year can be told."""

    def at(self, moment: str) -> Self: ...
    def open(self, number: int, who: str, files: Files, *, draft: bool = False) -> None: ...
    def push(self, number: int, who: str, files: Files) -> None: ...
    def hand(self, number: int, who: str) -> None: ...
    def approve(self, number: int, who: str) -> None: ...
    def send_back(self, number: int, who: str, why: str) -> None: ...
    def merge(self, number: int, who: str) -> None: ...
    def now(self, *paths: str) -> dict[str, bytes]: ...
    def earlier(self, path: str, old: bytes, new: bytes) -> dict[str, bytes]: ...
    def shorter(self, *paths: str) -> dict[str, bytes]: ...
    def chapters(self) -> list[str]: ...


class Written:
    """The files of a sample year, as they are and as they were."""

    def __init__(self, year: int) -> None:
        self.files = files_of(year)

    def now(self, *paths: str) -> dict[str, bytes]:
        """Files as they are; a folder is everything in it."""
        return {
            path: data
            for path, data in self.files.items()
            if any(path == wanted or (wanted.endswith("/") and path.startswith(wanted)) for wanted in paths)
        }

    def earlier(self, path: str, old: bytes, new: bytes) -> dict[str, bytes]:
        """A file as it was before somebody wrote ``old`` instead of ``new``; the sample as it is stays what it ends in."""
        assert old in self.files[path], f"{path} tidak lagi memuat {old!r}. Betulkan ceritanya di tests/alur/sample.py."
        return {path: self.files[path].replace(old, new)}

    def shorter(self, *paths: str) -> dict[str, bytes]:
        """Files before their last paragraph was written."""
        return {path: shortened(self.files[path]) for path in paths}

    def chapters(self) -> list[str]:
        """The chapters of the year."""
        return [path for path in self.files if path[:2].isdigit() and "/" not in path]


class Office(Written):
    """A forge in which the sample's people act on the sample's files; ``read`` is a moment of the year that is told."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.world = World(POLICY.officials)
        self.world.year, self.world.main = year, {}
        self.who = accounts(POLICY.officials)

    def at(self, moment: str) -> Self:
        """Go to a moment: ``2026-01-05 08:35``."""
        self.world.clock = datetime.fromisoformat(moment).replace(tzinfo=WIB)
        return self

    def open(self, number: int, who: str, files: Files, *, draft: bool = False) -> None:
        """A pull request is opened."""
        self.world.open(number, self.who[who], _changes(files), draft=draft, fork=False, base="main")

    def push(self, number: int, who: str, files: Files) -> None:
        """More is written."""
        self.world.push(number, self.who[who], _changes(files))

    def hand(self, number: int, who: str) -> None:
        """The paper is handed over."""
        self.world.comment(number, self.who[who], "/ajukan")

    def approve(self, number: int, who: str) -> None:
        """The paper is approved."""
        self.world.review(number, self.who[who], "approved")

    def send_back(self, number: int, who: str, why: str) -> None:
        """The paper is sent back."""
        self.world.review(number, self.who[who], "changes_requested", why)

    def merge(self, number: int, who: str) -> None:
        """The paper is joined to the official text."""
        self.world.merge(number, self.who[who])


def _changes(files: Files) -> list[Change]:
    return [Change(path, Blob("100644", sha256(data).hexdigest(), len(data))) for path, data in files.items()]


def shortened(data: bytes) -> bytes:
    return data.rstrip().rpartition(b"\n\n")[0] + b"\n"


def _expanded(year: int, files: dict[str, bytes]) -> str:
    """The digest of the text that a person reads."""
    outline = load_case(ROOT).outline
    return digest(expanded_text(expand_report(read_report(year, files), None), outline.value if outline else None))


ANSWERED = ("32-jaringan-dan-keamanan.md", "70-realisasi-anggaran.md", "80-penutup.md")
"""The chapters that were finished after the sections had read the draft."""


def tell_2025(office: Teller) -> None:
    """The whole year, as its evidence tells it."""
    note_and_individual_reports(office)
    plan_and_data(office)
    _first_draft(office, ANSWERED)
    _last_draft(office, ANSWERED)
    _letter(office)


def facts_2025() -> Facts:
    """The facts of the whole year."""
    office = Office(2025)
    tell_2025(office)
    draft = office.files | {path: shortened(office.files[path]) for path in ANSWERED}
    texts = {5: _expanded(2025, draft), 6: _expanded(2025, office.files)}
    return _sealed(office.world.facts(), texts)


def _sealed(facts: Facts, texts: dict[int, str]) -> Facts:
    return replace(
        facts,
        pulls=tuple(replace(pull, rules=RULES, expanded=texts.get(pull.number)) for pull in facts.pulls),
    )


def note_and_individual_reports(office: Teller) -> None:
    first = office.earlier("laporan.yml", b"keadaan: 2026-02-02", b"keadaan: 2025-12-31")
    office.at("2026-01-05 08:35").open(1, "kasubag", office.now("nota-dinas.md") | first)
    office.at("2026-01-05 08:50").hand(1, "kasubag")
    office.at("2026-01-05 13:10").approve(1, "sekdin")
    office.at("2026-01-06 08:10").hand(1, "staf")
    office.at("2026-01-06 10:20").approve(1, "kadin")
    office.at("2026-01-07 09:05").push(1, "staf", office.now("bukti/a6.yml"))
    office.at("2026-01-07 09:15").merge(1, "staf")
    office.at("2026-01-08 08:40").open(2, "staf", office.now("bukti/a7.yml"))
    office.at("2026-01-15 09:00").open(3, "kasubag", office.now("rencana-kerja.yml"))
    office.at("2026-01-15 09:20").hand(3, "kasubag")
    office.at("2026-01-15 14:00").approve(3, "kadin")
    office.at("2026-01-15 15:30").push(2, "staf", office.now("bukti/a8.yml"))
    office.at("2026-01-15 15:40").hand(2, "staf")
    office.at("2026-01-16 09:00").approve(2, "sekdin")
    office.at("2026-01-16 10:00").hand(2, "kasubag")
    office.at("2026-01-19 14:00").push(2, "staf", office.now("individu.yml"))
    office.at("2026-01-19 14:20").merge(2, "staf")


def plan_and_data(office: Teller) -> None:
    office.at("2026-01-19 16:00").push(3, "kasubag", office.now("bukti/b2.yml"))
    office.at("2026-01-19 16:10").merge(3, "kasubag")
    office.at("2026-01-20 09:00").open(4, "kasubag", office.now("data/") | office.shorter("data/kinerja.yml"))
    office.at("2026-02-02 15:00").push(4, "kasubag", office.now("data/"))
    office.at("2026-02-02 15:30").merge(4, "kasubag")


def _first_draft(office: Teller, answered: tuple[str, ...]) -> None:
    """Written by two people, sent back once, then approved and passed around."""
    begun = [path for path in office.chapters() if path < "30"]
    office.at("2026-02-03 10:00").open(5, "tim-satu", office.now(*begun, "lampiran/"))
    rest = [path for path in office.chapters() if path not in begun and path not in answered]
    office.at("2026-02-05 11:00").push(5, "tim-dua", office.now(*rest))
    office.at("2026-02-06 15:00").push(5, "tim-satu", office.shorter(*answered[:2]))
    office.at("2026-02-09 09:00").hand(5, "kasubag")
    office.at("2026-02-09 15:00").send_back(5, "sekdin", "Bab penutup belum ada.")
    office.at("2026-02-10 08:40").push(5, "tim-satu", office.shorter(answered[2]))
    office.at("2026-02-10 09:30").hand(5, "kasubag")
    office.at("2026-02-10 11:00").approve(5, "sekdin")
    office.at("2026-02-12 15:00").push(5, "staf", office.now("bukti/b7.yml"))
    office.at("2026-02-12 15:20").merge(5, "staf")


def _last_draft(office: Teller, answered: tuple[str, ...]) -> None:
    office.at("2026-02-13 09:00").open(6, "kasubag", office.now("tanggapan.yml"))
    office.at("2026-02-18 14:00").push(6, "kasubag", office.now(*answered, "laporan.yml"))
    office.at("2026-02-19 09:00").hand(6, "kasubag")
    office.at("2026-02-20 10:00").approve(6, "sekdin")
    office.at("2026-02-20 13:00").hand(6, "staf")
    office.at("2026-02-23 09:30").approve(6, "kadin")
    office.at("2026-02-25 09:30").push(6, "staf", office.now("bukti/b12.yml", "bukti/b12-lakip.pdf"))
    office.at("2026-02-25 09:45").merge(6, "staf")


def _letter(office: Teller) -> None:
    office.at("2026-02-25 10:15").open(7, "staf", office.now("surat-pengantar.md"))
    office.at("2026-02-25 10:20").hand(7, "staf")
    office.at("2026-02-25 13:30").approve(7, "sekdin")
    office.at("2026-02-25 14:30").hand(7, "staf")
    office.at("2026-02-26 09:10").approve(7, "kadin")
    office.at("2026-02-26 10:00").push(7, "staf", office.now("bukti/b16.yml"))
    office.at("2026-02-27 14:00").push(7, "staf", office.now("bukti/b17.yml"))
    office.at("2026-02-27 14:20").merge(7, "staf")


def facts_2026() -> Facts:
    """As far as it is: the note and the plan are done, reports are asked for, data are gathered, chapters begun."""
    office = Office(2026)
    office.at("2026-11-09 10:00").open(1, "kasubag", office.now("rencana-kerja.yml"))
    office.at("2026-11-09 10:15").hand(1, "kasubag")
    office.at("2026-11-10 09:00").open(2, "kasubag", office.now("nota-dinas.md", "laporan.yml"))
    office.at("2026-11-10 09:20").hand(2, "kasubag")
    office.at("2026-11-10 11:00").approve(1, "kadin")
    office.at("2026-11-11 10:00").approve(2, "sekdin")
    office.at("2026-11-11 13:00").hand(2, "staf")
    office.at("2026-11-12 09:30").approve(2, "kadin")
    office.at("2026-11-12 15:30").push(1, "kasubag", office.now("bukti/b2.yml"))
    office.at("2026-11-12 15:40").merge(1, "kasubag")
    office.at("2026-11-13 08:30").push(2, "staf", office.now("bukti/a6.yml"))
    office.at("2026-11-13 08:40").merge(2, "staf")
    office.at("2026-11-16 10:00").open(3, "kasubag", office.now("data/") | office.shorter("data/kinerja.yml"))
    office.at("2026-11-17 09:00").open(4, "staf", office.now("bukti/a7.yml"))
    begun = [path for path in office.chapters() if path < "31"]
    office.at("2026-11-18 09:00").open(5, "tim-satu", office.now(*begun, "lampiran/"), draft=True)
    office.at("2026-11-19 14:00").push(3, "kasubag", office.now("data/"))
    office.world.branches[3].checks["B3"] = ("Realisasi triwulan IV belum terisi.",)
    rest = [path for path in office.chapters() if path not in begun]
    office.at("2026-11-20 10:00").push(5, "tim-dua", office.now(*rest))
    return _sealed(office.world.facts(), {})


def outputs() -> dict[str, bytes]:
    """What the story makes: the book of 2025, and the snapshots of both years, by their path."""
    facts = facts_2025()
    cycle = evaluate_cycle(POLICY, facts, DONE)
    books = additions({}, (), cycle.closings, POLICY, facts.year)
    made = {folder(facts.year) + name: data for name, data in books.items()}
    made["sop/contoh/fakta-2025.json"] = write_facts(facts, DONE)
    made["sop/contoh/fakta-2026.json"] = write_facts(facts_2026(), STILL)
    return made


def main() -> None:
    """Write what the story makes; files of the book that it no longer makes are removed."""
    made = outputs()
    for path in (ROOT / "lakip" / "2025" / "buku").glob("*"):
        if path.relative_to(ROOT).as_posix() not in made:
            path.unlink()
    for name, data in made.items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_bytes(data)
        sys.stdout.write(f"ditulis: {name}\n")


if __name__ == "__main__":
    main()
