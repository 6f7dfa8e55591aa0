"""Tricks with content and history on a forge that behaves like GitHub: nothing passes that was not seen (threats 1.1-1.3).

Every story begins with a note that passes; the control is that without the trick it does.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, Gate, office
from paraf.adapters.forge_double.bare import Signature
from paraf.adapters.github.judged import judged_year
from paraf.alur.states import Cycle, Outcome, State, Verdict

NOTE = "lakip/2025/nota-dinas.md"
PLAN = "lakip/2025/rencana-kerja.yml"
BRANCH = "naskah/2025/naskah-1"


class Desk:
    """The office, its gate, and what the gate says now."""

    def __init__(self, people: ForgeOffice, gate: Gate) -> None:
        self.people, self.gate = people, gate
        self.git = people.repo.git

    def cycle(self) -> Cycle:
        """The year as it stands."""
        with self.gate.look() as forge:
            return judged_year(forge, self.people.year)[1]

    def verdict(self, number: int = 1) -> Verdict:
        """What the gate says of a pull request by the story's number."""
        return next(one for one in self.cycle().verdicts if one.pull == self.people.numbers[number])

    def says(self, *words: str) -> None:
        """It does not pass, and the reasons hold these words."""
        said = self.verdict()
        told = f"{said.outcome.value} {' '.join(said.reasons)} {said.next.sentence}"
        assert said.outcome is not Outcome.LULUS
        assert not [word for word in words if word not in told], told

    def pass_time(self, minutes: float = 10) -> None:
        """Time passes."""
        self.people.forge.wait(minutes=minutes)

    def passing(self) -> None:
        """The note is written, handed over, approved twice, and its evidence is filed."""
        people = self.people
        people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
        people.at("2026-01-05 08:50").hand(1, "kasubag")
        people.at("2026-01-05 13:10").approve(1, "sekdin")
        people.at("2026-01-06 08:10").hand(1, "staf")
        people.at("2026-01-06 10:20").approve(1, "kadin")
        people.at("2026-01-07 09:05").push(1, "staf", people.now("bukti/a6.yml"))
        self.pass_time()

    def main_moves(self, files: dict[str, bytes | None]) -> str:
        """Somebody brings other files to main."""
        return self.people.forge.person(OWNER, NAME).pushes(files, "main")

    def signature(self, who: str, seconds: int | None = None) -> Signature:
        """A name for a commit made by hand."""
        at = seconds if seconds is not None else self.people.forge.clock.seconds
        return Signature(who, f"{who}@contoh.invalid", at)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with office(tmp_path) as people:
        found = Desk(people, Gate(people.forge, tmp_path))
        found.passing()
        yield found


def test_without_a_trick_it_passes(desk: Desk) -> None:
    """The control."""
    assert desk.verdict().outcome is Outcome.LULUS


def test_a_byte_after_the_approval(desk: Desk) -> None:
    """T21: what was approved is not what stands."""
    desk.people.person("kasubag").writes(NOTE, "Lain sama sekali.\n", BRANCH)
    desk.says("nota-dinas.md")
    assert next(one for one in desk.cycle().steps if one.step == "A3").state is State.GUGUR


def test_the_same_bytes_again_revive_it(desk: Desk) -> None:
    """T25: content counts, not the commit; the approvals were never taken back."""
    text = (desk.git.run("show", f"refs/heads/{BRANCH}:{NOTE}")).decode()
    desk.people.person("kasubag").writes(NOTE, "Lain.\n", BRANCH)
    desk.pass_time()
    desk.people.person("kasubag").writes(NOTE, text, BRANCH)
    desk.pass_time()
    assert desk.verdict().outcome is Outcome.LULUS


def test_an_approval_seconds_after_an_unseen_push(desk: Desk) -> None:
    """T24: GitHub pins it to the head of that moment; nobody can have read that."""
    kasubag = desk.people.person("kasubag")
    kasubag.writes(NOTE, "Disisipkan.\n", BRANCH)
    desk.pass_time()
    desk.people.hand(1, "kasubag")
    desk.pass_time()
    desk.people.approve(1, "sekdin")
    desk.pass_time()
    desk.people.hand(1, "staf")
    desk.pass_time()
    kasubag.writes(NOTE, "Disisipkan lagi.\n", BRANCH)
    desk.pass_time(0.3)
    desk.people.approve(1, "kadin")
    desk.says("nota-dinas.md")


def test_a_moved_commit_of_a_review_proves_nothing(desk: Desk) -> None:
    """T23: Update branch moves the commit that an approval names; the content did not change, so it still passes."""
    desk.main_moves({"docs/lain.md": b"# Lain\n"})
    desk.people.person("staf").updates_branch(desk.people.numbers[1])
    desk.pass_time()
    assert desk.verdict().outcome is Outcome.LULUS
    desk.main_moves({NOTE: b"Dari samping.\n"})
    desk.says("nota-dinas.md")


def test_main_moves_in_what_was_approved(desk: Desk) -> None:
    """T26, T40: what the merge would hold is another text, or none."""
    desk.main_moves({NOTE: b"Dari samping.\n"})
    desk.says("mengubah bagian yang sama", "Resolve conflicts")


def test_main_moves_elsewhere(desk: Desk) -> None:
    """T26: another paper, a page, the rules' own remarks are nothing to this one."""
    desk.main_moves({PLAN: b"skema: 1\n", "docs/lain.md": b"x\n"})
    assert desk.verdict().outcome is Outcome.LULUS


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"lakip/2025/31-bab.md": ("120000", b"../../sop/petugas.yml")}, "bukan berkas biasa"),
        ({"lakip/2025/nota-dinas.md": ("100755", b"x\n")}, "bukan berkas biasa"),
        ({"lakip/2025/Nota-Dinas.md": b"x\n"}, "huruf besar"),
        ({"lakip/2025/nota\u202edinas.md": b"x\n"}, "tanda lain"),
        ({"sop/petugas.yml": b"skema: 1\n"}, "sop/petugas.yml"),
        ({"scripts/paraf/gerbang/checks.py": b"x\n"}, "scripts/paraf"),
        ({".gitattributes": b"*.md linguist-generated\n"}, ".gitattributes"),
        ({".github/workflows/gerbang.yml": b"on: push\n"}, "gerbang.yml"),
        ({"lakip/2024/nota-dinas.md": b"x\n"}, "dua tahun"),
        ({"lakip/2025/rencana-kerja.yml": b"skema: 1\n"}, "naskah"),
        ({"lakip/bab.md": b"x\n"}, "lakip/bab.md"),
        ({NOTE: b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n" % (b"0" * 64)}, "Git LFS"),
    ],
)
def test_files_that_do_not_belong(desk: Desk, files: dict[str, bytes], words: str) -> None:
    """T31-T35, T47, T49: other kinds of files, other names, the rules, two papers, two years."""
    desk.people.person("kasubag").pushes(files, BRANCH)
    desk.pass_time()
    desk.says(words)
    assert desk.verdict().outcome is Outcome.DITOLAK


def test_a_file_that_is_moved_out_of_the_way(desk: Desk) -> None:
    """T31: GitHub shows a renaming; here the old name is gone and the new one is no part of a paper."""
    text = desk.git.run("show", f"refs/heads/{BRANCH}:{NOTE}")
    desk.people.person("kasubag").pushes({NOTE: None, "docs/nota.md": text}, BRANCH)
    desk.pass_time()
    desk.says()
    assert desk.verdict().outcome is Outcome.DITOLAK


def test_a_merge_commit_that_holds_more_than_its_parents(desk: Desk) -> None:
    """T37: no list of changes shows it; it is found because the merge is made again."""
    git = desk.git
    head, main = git.tip(f"refs/heads/{BRANCH}"), desk.main_moves({"docs/lain.md": b"x\n"})
    assert head
    evil = git.write(
        {NOTE: b"Disisipkan dalam gabungan.\n", "docs/lain.md": b"x\n"},
        (head, main),
        "Merge branch 'main'\n",
        desk.signature("kasubag"),
        desk.signature("kasubag"),
    )
    desk.people.person("kasubag").pushes_commit(evil, BRANCH)
    desk.pass_time()
    desk.says("tidak dapat dipercaya", evil[:12])


def test_an_ordinary_merge_commit(desk: Desk) -> None:
    """The control of the one before: a merge that holds what its parents hold."""
    git = desk.git
    head, main = git.tip(f"refs/heads/{BRANCH}"), desk.main_moves({"docs/lain.md": b"x\n"})
    assert head
    fair = git.write(
        {"docs/lain.md": b"x\n"}, (head, main), "Merge\n", desk.signature("kasubag"), desk.signature("kasubag")
    )
    desk.people.person("kasubag").pushes_commit(fair, BRANCH)
    desk.pass_time()
    assert desk.verdict().outcome is Outcome.LULUS


def test_a_merge_with_three_parents(desk: Desk) -> None:
    """Nobody needs one, and what it holds cannot be made again."""
    git = desk.git
    head, main = git.tip(f"refs/heads/{BRANCH}"), desk.main_moves({"docs/lain.md": b"x\n"})
    other = desk.people.person("kasubag").pushes({"lakip/2025/laporan.yml": b"x\n"}, "samping")
    assert head
    octopus = git.write(
        {"docs/lain.md": b"x\n"}, (head, main, other), "Merge\n", desk.signature("kasubag"), desk.signature("kasubag")
    )
    desk.people.person("kasubag").pushes_commit(octopus, BRANCH)
    desk.pass_time()
    desk.says("lebih dari dua naskah")


def test_dates_inside_commits_are_not_asked(desk: Desk) -> None:
    """T23, T37: a commit that claims to be old came when the forge says it came."""
    git = desk.git
    head = git.tip(f"refs/heads/{BRANCH}")
    assert head
    old = desk.signature("kasubag", 1_600_000_000)
    commit = git.write({NOTE: b"Sudah lama begini.\n"}, (head,), "Lama\n", old, old)
    desk.people.person("kasubag").pushes_commit(commit, BRANCH)
    desk.pass_time()
    desk.says("nota-dinas.md")


def test_the_name_inside_a_commit_is_not_asked(desk: Desk) -> None:
    """T02, T03: whoever pushed wrote, whatever name the commit bears; so an approver's push asks for another hand-over."""
    desk.people.person("sekdin").pushes({NOTE: b"Koreksi.\n"}, BRANCH, author=desk.people.person("kasubag").account)
    desk.pass_time()
    desk.people.approve(1, "sekdin")
    desk.says()
    assert next(one for one in desk.cycle().steps if one.step == "A2").state is not State.SELESAI


def test_an_older_branch_pushed_over_it(desk: Desk) -> None:
    """T25: a force push to something older is just other content."""
    git = desk.git
    main = git.tip("refs/heads/main")
    assert main
    older = git.write({NOTE: b"Naskah lain.\n"}, (main,), "Lain\n", desk.signature("x"), desk.signature("x"))
    desk.people.person("kasubag").pushes_commit(older, BRANCH)
    desk.pass_time()
    desk.says("nota-dinas.md")


def test_replaced_objects_and_configuration_are_not_asked(desk: Desk) -> None:
    """T43: a repository that says another object stands for this one changes nothing here."""
    git = desk.git
    blob = git.run("rev-parse", f"refs/heads/{BRANCH}:{NOTE}").decode().strip()
    other = git.run("hash-object", "-w", "--stdin", feed=b"Pengganti.\n").decode().strip()
    git.run("update-ref", f"refs/replace/{blob}", other)
    assert desk.verdict().outcome is Outcome.LULUS


def test_two_pull_requests_with_one_head(desk: Desk) -> None:
    """T44: statuses belong to a commit; the second one is told that it is the second."""
    kasubag = desk.people.person("kasubag")
    kasubag.pushes_commit(desk.git.tip(f"refs/heads/{BRANCH}") or "", "samping")
    desk.people.numbers[2] = kasubag.opens("samping", "Sama")
    desk.pass_time()
    assert desk.verdict(1).outcome is Outcome.LULUS
    assert desk.verdict(2).outcome is Outcome.DITOLAK


def test_another_base(desk: Desk) -> None:
    """T39: it leads elsewhere, and back; what main makes of it is what counts."""
    kasubag, number = desk.people.person("kasubag"), desk.people.numbers[1]
    kasubag.pushes({"docs/x.md": b"x\n"}, "lain")
    kasubag.retargets(number, "lain")
    desk.says("tidak menuju naskah resmi")
    kasubag.retargets(number, "main")
    assert desk.verdict().outcome is Outcome.LULUS


def test_a_draft_and_a_closed_one(desk: Desk) -> None:
    """Neither passes; opened again it does."""
    kasubag, number = desk.people.person("kasubag"), desk.people.numbers[1]
    kasubag.makes_draft(number)
    desk.says("konsep")
    kasubag.marks_ready(number)
    kasubag.closes(number)
    assert desk.cycle().verdicts == ()
    kasubag.reopens(number)
    assert desk.verdict().outcome is Outcome.LULUS


def test_a_branch_that_is_merged_behind_the_forge(desk: Desk) -> None:
    """T45, T68: commits that came to main without their pull request close no paper."""
    people = desk.people
    people.person("kasubag").writes(NOTE, "Belum disetujui.\n", BRANCH)
    desk.pass_time()
    desk.main_moves({NOTE: b"Belum disetujui.\n", "lakip/2025/bukti/a6.yml": people.files["bukti/a6.yml"]})
    assert desk.cycle().closings == ()


def test_main_with_everything_closes_the_paper_only_once(desk: Desk) -> None:
    """The merged one is done; the deletion of its branch and later comments change nothing."""
    people = desk.people
    people.merge(1, "staf")
    people.person("staf").pushes_commit("0" * 40, BRANCH)
    desk.pass_time()
    people.person("sekdin").comments(people.numbers[1], "/ajukan")
    cycle = desk.cycle()
    assert [one.paper for one in cycle.closings] == ["nota-dinas"]
    assert desk.verdict().outcome is Outcome.SELESAI
