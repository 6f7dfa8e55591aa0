"""The shipped rulesets on the double, which enforces them as GitHub does: main is reached through the gate only, and
evidence that is pushed after an approval voids nothing (DESIGN section 5; threats T65, T68, T69)."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, OWNER, ForgeOffice, office
from helpers import ROOT
from paraf.adapters.forge_double import Refusal
from paraf.adapters.forge_double.bare import NOTHING
from paraf.gerbang.effects import STATUS

NOTE = "lakip/2025/nota-dinas.md"
BRANCH = "naskah/2025/naskah-1"


@pytest.fixture
def people(tmp_path: Path) -> Iterator[ForgeOffice]:
    """An office whose repository is set as the files say, with a note that was approved."""
    with office(tmp_path) as people:
        files = sorted((ROOT / ".github" / "rulesets").glob("*.json"))
        people.forge.person(OWNER, NAME).rules(*(json.loads(path.read_text(encoding="utf-8")) for path in files))
        people.at("2026-01-05 08:35").open(1, "kasubag", people.now("nota-dinas.md"))
        people.at("2026-01-05 13:10").approve(1, "sekdin")
        yield people


def judged(people: ForgeOffice, state: str = "success", by: str = "github-actions[bot]", context: str = STATUS) -> str:
    """A status on the note's head; the head."""
    head = str(people.person("staf").asks("GET", f"pulls/{people.numbers[1]}")["head"]["sha"])
    people.forge.person(by, NAME).says(head, state, context)
    return head


def refused(people: ForgeOffice, method: str = "squash") -> str:
    with pytest.raises(Refusal) as told:
        people.person("staf").merges(people.numbers[1], method)
    return str(told.value)


def test_control_what_the_gate_passes_is_merged(people: ForgeOffice) -> None:
    judged(people)
    people.person("staf").merges(people.numbers[1])
    assert people.repo.git.run("cat-file", "blob", f"main:{NOTE}") == people.files["nota-dinas.md"]


@pytest.mark.parametrize("state", ["pending", "failure", "error"])
def test_anything_but_a_pass_blocks(people: ForgeOffice, state: str) -> None:
    judged(people, state)
    assert STATUS in refused(people)


def test_no_verdict_blocks(people: ForgeOffice) -> None:
    assert STATUS in refused(people)


def test_a_pass_of_another_name_blocks(people: ForgeOffice) -> None:
    judged(people, context="paraf / gerbang ")
    assert refused(people)


def test_a_pass_by_a_person_blocks_where_the_source_is_named(people: ForgeOffice) -> None:
    """The status must come from GitHub Actions. A writer can still let a workflow of his say it: that is level 1."""
    judged(people, by="contoh-staf")
    assert refused(people)


@pytest.mark.parametrize("method", ["merge", "rebase"])
def test_only_a_squash_is_a_merge(people: ForgeOffice, method: str) -> None:
    judged(people)
    assert refused(people, method)


def test_evidence_after_an_approval_voids_nothing(people: ForgeOffice) -> None:
    people.push(1, "staf", people.now("bukti/a6.yml"))
    reviews = people.person("staf").asks("GET", f"pulls/{people.numbers[1]}/reviews")
    assert [one["state"] for one in reviews] == ["APPROVED"]
    assert STATUS in refused(people), "the new head has no verdict yet"
    judged(people)
    people.person("staf").merges(people.numbers[1])


def test_what_main_has_gained_must_be_in_the_branch(people: ForgeOffice) -> None:
    """Strict: the verdict was about a merge with an older main."""
    people.person("tim-satu").pushes({"docs/baru.md": b"# Baru\n"}, "docs")
    number = people.person("tim-satu").opens("docs", "Halaman")
    head = people.person("staf").asks("GET", f"pulls/{number}")["head"]["sha"]
    people.forge.person("github-actions[bot]", NAME).says(head, "success", STATUS)
    judged(people)
    people.person("staf").merges(number)
    assert refused(people)
    people.person("staf").updates_branch(people.numbers[1])
    judged(people)
    people.person("staf").merges(people.numbers[1])


@pytest.mark.parametrize("who", ["kasubag", None], ids=["a writer", "the owner"])
def test_nobody_pushes_to_main(people: ForgeOffice, who: str | None) -> None:
    person = people.person(who) if who else people.forge.person(OWNER, NAME)
    acts: list[Callable[[], object]] = [
        lambda: person.pushes({NOTE: b"langsung"}, "main"),
        lambda: person.pushes({NOTE: b"lama"}, "main", parents=()),
        lambda: person.pushes_commit(NOTHING, "main"),
    ]
    for act in acts:
        with pytest.raises(Refusal):
            act()


def test_a_paper_s_own_branch_is_free(people: ForgeOffice) -> None:
    people.person("kasubag").pushes({NOTE: b"lain"}, BRANCH, parents=(people.repo.git.tip("refs/heads/main") or "",))
