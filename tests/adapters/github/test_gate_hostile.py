"""One pull request that is made to break the gate does not keep the others from being judged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, Gate, office
from adapters.github.gate_run import GateRun
from paraf.adapters.forge_double.bare import Bare, Signature
from paraf.adapters.github.judged import judged_year
from paraf.adapters.github.objects import ObjectStore
from paraf.adapters.github.transport import ForgeError
from paraf.alur.states import Outcome, Verdict

BRANCH = "naskah/2025/lain"
BY = Signature("x", "x@contoh.invalid", 1_767_000_000)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[ForgeOffice]:
    """A note that waits for the Sekdin; it has the number 1."""
    with office(tmp_path) as found:
        found.at("2026-01-05 08:35").open(1, "kasubag", found.now("nota-dinas.md"))
        found.at("2026-01-05 08:50").hand(1, "kasubag")
        yield found


def _refused_by_git(git: Bare, main: str) -> str:
    """What Git itself does not take."""
    return git.write({".gitmodules": ("120000", b"docs/a.md")}, (main,), "Tautan\n", BY, BY)


def _deep(git: Bare, main: str) -> str:
    return git.write({"/".join(["a"] * 1500) + "/x.md": b"x\n"}, (main,), "Dalam\n", BY, BY)


@pytest.mark.parametrize("made", [_refused_by_git, _deep])
def test_the_others_are_judged(people: ForgeOffice, tmp_path: Path, made: Callable[[Bare, str], str]) -> None:
    """It gets no success, and they get their verdict."""
    git = people.repo.git
    main = git.tip("refs/heads/main")
    assert main
    tim = people.person("tim-satu")
    tim.pushes_commit(made(git, main), BRANCH)
    number = tim.opens(BRANCH, "Lain")
    people.forge.wait(minutes=10)
    with Gate(people.forge, tmp_path).look() as forge:
        found: dict[int, Verdict] = {one.pull: one for one in judged_year(forge, 2025)[1].verdicts}
    assert found[people.numbers[1]].outcome is Outcome.MENUNGGU
    assert found[number].outcome is not Outcome.LULUS


def test_a_commit_of_the_year_three_million(tmp_path: Path) -> None:
    """The date in a commit is its author's word; it may be any number, and is never an error."""
    git = Bare(tmp_path / "asal.git")
    git.create()
    commit = git.write({"a.md": b"x\n"}, (), "Nanti\n", BY, Signature("x", "x@contoh.invalid", 99_999_999_999_999))
    store = ObjectStore(git.folder)
    assert store.commit(commit).at.year == 9999
    store.close()


def test_no_two_paths_are_one(tmp_path: Path) -> None:
    """A name that is no text is not hidden behind one that is written like it."""
    git = Bare(tmp_path / "asal.git")
    git.create()
    blob = git.run("hash-object", "-w", "--stdin", feed=b"x\n").decode().strip()
    names = (b"a\\xff.md", b"a\xff.md", b"a\\\\xff.md")
    lines = b"".join(b"100644 blob %s\t%s\0" % (blob.encode(), name) for name in names)
    store = ObjectStore(git.folder)
    assert len(store.files(git.run("mktree", "-z", feed=lines).decode().strip())) == len(names)
    store.close()


def test_a_request_for_many_years(people: ForgeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused in the first of them, and none of them gets a board."""
    run = GateRun(people, tmp_path, monkeypatch)
    tim = people.person("tim-satu")
    tim.pushes({f"lakip/{year}/nota-dinas.md": b"x\n" for year in range(2030, 2060)}, BRANCH)
    number = tim.opens(BRANCH, "Lain")
    run.sweep()
    head = people.repo.issues[number].pull
    assert head
    assert run.status(head.head_sha) == "failure"
    boards = [one.title for one in people.repo.issues.values() if one.pull is None]
    assert len(boards) == 1
    assert "2025" in boards[0]


def test_rules_that_cannot_be_read_can_be_mended(people: ForgeOffice, tmp_path: Path) -> None:
    """A year that names a SOP nobody kept waits; the change that brings it back is judged."""
    name = "lakip/2025/laporan.yml"
    text = people.repo.git.run("show", f"refs/heads/main:{name}").decode()
    lost = "\n".join("sop: SOP-HILANG-1" if line.startswith("sop:") else line for line in text.splitlines())
    people.forge.person(OWNER, NAME).pushes({name: f"{lost}\n".encode()}, "main")
    rules = people.repo.git.run("show", "refs/heads/main:sop/naskah.yml")
    people.person("staf").pushes({"sop/naskah.yml": rules + b"# catatan\n"}, "aturan")
    number = people.person("staf").opens("aturan", "Aturan")
    people.forge.wait(minutes=10)
    for who in ("kasubag", "sekdin"):
        people.person(who).reviews(number, "APPROVE")
    with Gate(people.forge, tmp_path).look() as forge:
        found = {one.pull: one for one in judged_year(forge, 2025)[1].verdicts}
    assert found[number].outcome is Outcome.LULUS
    note = found[people.numbers[1]]
    assert (note.outcome, "SOP-HILANG-1" in " ".join(note.reasons)) == (Outcome.GALAT, True)


def test_more_files_than_can_be_listed(tmp_path: Path) -> None:
    """Ten billion files in a few objects are told from a report before the computer is full."""
    git = Bare(tmp_path / "asal.git")
    git.create()
    below = git.run("hash-object", "-w", "--stdin", feed=b"x\n").decode().strip()
    kind = "100644 blob"
    for _ in range(10):
        lines = "".join(f"{kind} {below}\t{at}\n" for at in range(10))
        below, kind = git.run("mktree", feed=lines.encode()).decode().strip(), "040000 tree"
    store = ObjectStore(git.folder)
    with pytest.raises(ForgeError, match="terlalu banyak berkas"):
        store.files(below)
    store.close()
