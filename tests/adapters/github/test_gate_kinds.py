"""Pull requests that carry no paper, on a forge that behaves like GitHub: a new year, pages, evidence that comes later, notes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, Gate, office, scaffolded
from adapters.github.gate_run import GateRun
from alur.book.handmade import BOOKS
from paraf.adapters.github.judged import judged_year
from paraf.alur.states import Outcome, Verdict

LONG = "Pemerintahan digital maju di dua sisi, yakni tata kelola dan layanan yang dipakai warga setiap hari"


class Desk:
    """The office and its gate."""

    def __init__(self, people: ForgeOffice, gate: Gate) -> None:
        self.people, self.gate = people, gate

    def opens(self, who: str, branch: str, files: dict[str, bytes | None]) -> int:
        """A pull request; its number."""
        person = self.people.person(who)
        person.pushes(files, branch)
        number = person.opens(branch, "Judul")
        self.people.forge.wait(minutes=10)
        return number

    def verdict(self, number: int, year: int = 2025) -> Verdict:
        """What the gate says."""
        with self.gate.look() as forge:
            cycle = judged_year(forge, year)[1]
        return next(one for one in cycle.verdicts if one.pull == number)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with office(tmp_path) as people:
        yield Desk(people, Gate(people.forge, tmp_path))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """A repository in which no year is open."""
    with office(tmp_path, opened=False) as people:
        yield Desk(people, Gate(people.forge, tmp_path))


def year_files(year: int = 2025) -> dict[str, bytes | None]:
    """The scaffold of a year."""
    return {f"lakip/{year}/{name}": data for name, data in scaffolded(year).items()}


def test_a_year_is_opened(empty: Desk) -> None:
    """Equal to the scaffold: it passes without anybody's approval."""
    number = empty.opens("staf", "buka-tahun/2025-1", year_files())
    said = empty.verdict(number)
    assert (said.carries, said.outcome) == ("pembukaan tahun", Outcome.LULUS)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"lakip/2025/bukti/a6.yml": b"x\n"}, "bukti/a6.yml"),
        ({"lakip/2025/80-penutup.md": b"# Lain\n"}, "80-penutup.md"),
    ],
)
def test_a_year_with_more_than_its_scaffold(empty: Desk, change: dict[str, bytes | None], named: str) -> None:
    """Nothing comes in by the way."""
    said = empty.verdict(empty.opens("staf", "buka-tahun/2025-1", year_files() | change))
    assert said.outcome is Outcome.DITOLAK
    assert named in " ".join(said.reasons)


def test_rules_come_before_the_first_year(
    empty: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An office that has just begun changes its rules while no year is open; that is judged, and shown."""
    with empty.gate.look() as forge:
        assert forge.years() == ()
    number = empty.opens("staf", "aturan", {"sop/gaya-selingkung.yml": b"skema: 1\n"})
    run = GateRun(empty.people, tmp_path, monkeypatch)
    assert run.sweep() == 0
    assert f"PR #{number} (tata kelola): menunggu" in capsys.readouterr().out
    for who in ("sekdin", "kadin"):
        empty.people.person(who).reviews(number, "APPROVE")
    assert run.sweep() == 0
    pull = empty.people.repo.issues[number].pull
    assert pull
    assert run.status(pull.head_sha) == "success"


def test_a_page(desk: Desk) -> None:
    """One approval by a keeper of the pages, never the author's own."""
    number = desk.opens("staf", "halaman", {"docs/tanya.md": b"# Tanya\n\nJawab.\n"})
    assert desk.verdict(number).outcome is Outcome.MENUNGGU
    desk.people.person("sekdin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


def test_a_page_of_ones_own(desk: Desk) -> None:
    """T02: who opened it is not the only author; whoever wrote the last words has somebody else read them."""
    number = desk.opens("staf", "halaman", {"docs/tanya.md": b"# Tanya\n\nJawab.\n"})
    desk.people.person("sekdin").writes("docs/tanya.md", "# Tanya\n\nJawaban Sekdin.\n", "halaman")
    desk.people.forge.wait(minutes=10)
    desk.people.person("sekdin").reviews(number, "APPROVE")
    said = desk.verdict(number)
    assert said.outcome is Outcome.MENUNGGU
    assert "KASUBAG" in said.next.sentence.upper()
    desk.people.person("kasubag").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


def test_a_page_brought_up_to_date_by_its_reader(desk: Desk) -> None:
    """The control: Update branch is a push, but nothing of the page is from it."""
    number = desk.opens("staf", "halaman", {"docs/tanya.md": b"# Tanya\n\nJawab.\n"})
    desk.people.forge.person(OWNER, NAME).pushes({"docs/lain.md": b"# Lain\n"}, "main")
    desk.people.person("sekdin").updates_branch(number)
    desk.people.forge.wait(minutes=10)
    desk.people.person("sekdin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


@pytest.mark.parametrize("where", ["main", "pull request"])
def test_a_page_with_a_sentence_of_a_draft(desk: Desk, where: str) -> None:
    """T82, T86: a draft does not come out by way of a page, be it on main or still in its pull request."""
    chapter: dict[str, bytes | None] = {
        "lakip/2025/80-penutup.md": f"---\nid: penutup\njudul: Penutup\n---\n\n## Simpulan\n\n{LONG}.\n".encode()
    }
    if where == "main":
        desk.people.forge.person(OWNER, NAME).pushes(chapter, "main")
    else:
        desk.opens("tim-satu", "naskah/2025/draf-awal", chapter)
    number = desk.opens("staf", "halaman", {"docs/tanya.md": f"# Tanya\n\nKata laporan: {LONG}!\n".encode()})
    desk.people.person("sekdin").reviews(number, "APPROVE")
    said = desk.verdict(number)
    assert said.outcome is Outcome.DITOLAK
    assert "tata kelola dan layanan" in " ".join(said.reasons)


@pytest.mark.parametrize("where", ["the book goes on", "pull request", "nobody works on it"])
def test_a_page_with_a_sentence_of_another_year(desk: Desk, where: str) -> None:
    """A page belongs to no year: the newest one on main is not the only one with drafts."""
    desk.people.forge.person(OWNER, NAME).pushes(year_files(2026), "main")
    name = "lakip/2025/80-penutup.md"
    chapter = f"---\nid: penutup\njudul: Penutup\n---\n\n## Simpulan\n\n{LONG}.\n".encode()
    if where == "pull request":
        desk.opens("tim-satu", "naskah/2025/draf-awal", {name: chapter})
    else:
        book = {"lakip/2025/buku/001-nota-dinas.jsonl": b"{}\n"} if where == "the book goes on" else {}
        desk.people.forge.person(OWNER, NAME).pushes({name: chapter, **book}, "main")
    number = desk.opens("staf", "halaman", {"docs/tanya.md": f"# Tanya\n\nKata laporan: {LONG}!\n".encode()})
    desk.people.person("sekdin").reviews(number, "APPROVE")
    said = desk.verdict(number, 2026)
    # A year without a book was imported with its text: it is long published.
    assert said.outcome is (Outcome.LULUS if where == "nobody works on it" else Outcome.DITOLAK)


def test_an_older_year_goes_on(desk: Desk) -> None:
    """Two years at once: what is told of the older one stays true between its pull requests, until its last paper is noted."""
    owner = desk.people.forge.person(OWNER, NAME)
    owner.pushes(year_files(2026) | {"lakip/2025/buku/001-nota-dinas.jsonl": b"{}\n"}, "main")
    with desk.gate.look() as forge:
        assert forge.years() == (2025, 2026)
    owner.pushes({"lakip/2025/buku/007-surat-pengantar.jsonl": b"{}\n"}, "main")
    with desk.gate.look() as forge:
        assert forge.years() == (2026,)


def test_a_page_with_a_sentence_of_its_own(desk: Desk) -> None:
    """The control: the same page while no chapter says so."""
    number = desk.opens("staf", "halaman", {"docs/tanya.md": f"# Tanya\n\n{LONG}!\n".encode()})
    desk.people.person("sekdin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


def test_rules_need_two(desk: Desk) -> None:
    """T47: not the author, and one of them in a core role."""
    text = desk.people.repo.git.run("show", "refs/heads/main:sop/naskah.yml").decode()
    number = desk.opens("staf", "aturan", {"sop/naskah.yml": f"{text}# catatan\n".encode()})
    desk.people.person("kasubag").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.MENUNGGU
    desk.people.person("sekdin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


def test_who_pushed_to_the_rules_does_not_approve_them(desk: Desk) -> None:
    """§5, two persons: the Sekdin wrote on what the Staf opened."""
    text = desk.people.repo.git.run("show", "refs/heads/main:sop/naskah.yml").decode()
    number = desk.opens("staf", "aturan", {"sop/naskah.yml": f"{text}# catatan\n".encode()})
    desk.people.person("sekdin").pushes({"sop/naskah.yml": f"{text}# catatan lain\n".encode()}, "aturan")
    desk.people.forge.wait(minutes=10)
    desk.people.person("kadin").reviews(number, "APPROVE")
    desk.people.person("sekdin").reviews(number, "APPROVE")
    said = desk.verdict(number)
    assert said.outcome is Outcome.MENUNGGU
    assert said.reasons[0] == "Persetujuan Sekdin (contoh) tidak dihitung, karena ikut menulis isi PR ini."
    desk.people.person("kasubag").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


def test_who_updated_the_branch_may_approve(desk: Desk) -> None:
    """What main came to hold meanwhile, in the same file and in another one, is nobody's writing on this."""
    text = desk.people.repo.git.run("show", "refs/heads/main:sop/naskah.yml").decode()
    number = desk.opens("staf", "aturan", {"sop/naskah.yml": f"{text}# catatan\n".encode()})
    owner = desk.people.forge.person(OWNER, NAME)
    owner.pushes({"sop/naskah.yml": f"# baru\n{text}".encode(), "scripts/lain.py": b"# baru\n"}, "main")
    desk.people.forge.wait(minutes=10)
    desk.people.person("sekdin").updates_branch(number)
    desk.people.forge.wait(minutes=10)
    for who in ("sekdin", "kadin"):
        desk.people.person(who).reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS


@pytest.mark.parametrize(("day", "outcome"), [("2026-01-08", Outcome.DITOLAK), ("2026-01-07", Outcome.LULUS)])
def test_officials_for_a_day_of_which_an_earlier_year_s_book_tells(desk: Desk, day: str, outcome: Outcome) -> None:
    """On the 8th the Sekdin approved the nota dinas of 2025, whose book is long complete; on the 7th nobody did anything."""
    book: dict[str, bytes | None] = {f"lakip/2025/buku/{name}": data for name, data in BOOKS.items()}
    desk.people.forge.person(OWNER, NAME).pushes(year_files(2026) | book, "main")
    text = desk.people.repo.git.run("show", "refs/heads/main:sop/petugas.yml").decode().rstrip("\n")
    term = f"{{peran: sekdin, orang: contoh-staf, kedudukan: plh, mulai: {day}, selesai: {day}, sk: SK contoh 6}}"
    number = desk.opens("tim-satu", "plh", {"sop/petugas.yml": f"{text}\n  - {term}\n".encode()})
    for who in ("kadin", "kasubag"):
        desk.people.person(who).reviews(number, "APPROVE")
    said = desk.verdict(number, 2026)
    assert said.outcome is outcome
    told = "langkah A3 pada 8 Januari 2026 tercatat di lakip/2025/buku/001-nota-dinas.jsonl"
    assert (told in " ".join(said.reasons)) == (outcome is Outcome.DITOLAK)


def test_officials_changed_behind_the_gate(desk: Desk) -> None:
    """The commit is named, and roles are no longer believed."""
    text = desk.people.repo.git.run("show", "refs/heads/main:sop/petugas.yml").decode()
    commit = desk.people.forge.person(OWNER, NAME).pushes(
        {"sop/petugas.yml": text.replace("id: 999000004", "id: 999000099").encode()}, "main"
    )
    people = desk.people
    people.at("2026-01-06 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
    said = desk.verdict(people.numbers[1])
    assert said.outcome is Outcome.GALAT
    assert commit[:12] in " ".join(said.reasons)


def test_officials_changed_behind_the_gate_are_healed(desk: Desk) -> None:
    """The whole list again, approved by those who held the roles before: the Kadin with the account that was his."""
    people, before = desk.people, desk.people.repo.git.run("show", "refs/heads/main:sop/petugas.yml")
    forged = before.replace(b"id: 999000004", b"id: 999000099")
    people.forge.person(OWNER, NAME).pushes({"sop/petugas.yml": forged}, "main")
    people.at("2026-01-06 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
    number = desk.opens("staf", "petugas", {"sop/petugas.yml": before})
    people.person("sekdin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.MENUNGGU
    people.person("kadin").reviews(number, "APPROVE")
    assert desk.verdict(number).outcome is Outcome.LULUS
    people.person("staf").merges(number)
    assert desk.verdict(number).outcome is Outcome.SELESAI
    assert desk.verdict(people.numbers[1]).outcome is Outcome.MENUNGGU


def test_notes_that_are_not_what_is_reckoned(desk: Desk) -> None:
    """A line of the book that nobody can reckon is refused."""
    number = desk.opens("staf", "catat/2025-1", {"lakip/2025/buku/001-nota-dinas.jsonl": b"{}\n"})
    assert desk.verdict(number).outcome is Outcome.DITOLAK


def test_the_year_of_another(desk: Desk) -> None:
    """What belongs to another year is judged with that year."""
    number = desk.opens("staf", "naskah/2026/nota-dinas", {"lakip/2026/nota-dinas.md": b"# Nota\n"})
    with desk.gate.look() as forge:
        assert forge.years() == (2025, 2026)
        assert forge.concerns(number, 2026)
        assert not forge.concerns(number, 2025)
        verdicts = judged_year(forge, 2025)[1].verdicts
    assert verdicts == ()
    assert desk.verdict(number, 2026).outcome is Outcome.DITOLAK
