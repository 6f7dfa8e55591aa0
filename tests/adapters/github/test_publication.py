"""A year of the office itself on GitHub: published at its step, before any book; refused where GitHub does not confirm it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import ForgeOffice, Gate, office
from alur.sample import tell_2025
from alur.world import WIB
from helpers import ROOT
from paraf.adapters.forge_double.state import Pull
from paraf.adapters.github.judged import judged_year
from paraf.adapters.office import load_repository
from paraf.adapters.published import EVER, load_published
from paraf.alur.book.noting import lacking
from paraf.alur.book.reading import folder
from paraf.gerbang.effects import STATUS
from paraf.laporan.records.names import EvidenceName
from paraf.terbit.edition import Published
from terbit.filed import naming
from terbit.years import rewrite_book

YEAR = 2025
SAMPLES = b'tahun_contoh: ["2025", "2026"]'
PUBLISHING, LETTER = 6, 7
"""The pull requests of the story in which the report and its letter travel."""


class StopsBeforeTheLetter(ForgeOffice):
    """The story up to the report; nothing of the letter happens."""

    def open(self, number: int, *args: object, **kwargs: object) -> None:
        if number == LETTER:
            raise _DoneError
        super().open(number, *args, **kwargs)  # type: ignore[arg-type]


class _DoneError(Exception):
    pass


class Publisher:
    """Publication as its workflow runs it: a fresh checkout of main, and the forge."""

    def __init__(self, people: ForgeOffice, folder: Path) -> None:
        self.people, self.folder, self.gate, self.number = people, folder, Gate(people.forge, folder), 0

    @property
    def pull(self) -> Pull:
        """The pull request that publishes."""
        found = self.people.repo.issues[self.people.numbers[PUBLISHING]].pull
        assert found
        return found

    def checkout(self) -> Path:
        """Main as it is now, in a folder of its own."""
        self.number += 1
        root = self.folder / f"salinan-{self.number}"
        subprocess.run(["git", "clone", "-q", "-b", "main", self.people.repo.git.folder, root], check=True)
        return root

    def published(self, root: Path | None = None) -> Published:
        """What may be published of a checkout, as the forge is now."""
        root = root or self.checkout()
        with self.gate.look() as forge:
            return load_published(root, load_repository(root), forge.now.astimezone(WIB), forge)

    def record(self, root: Path) -> None:
        """Write the book that is lacking into a checkout."""
        with self.gate.look() as forge:
            gathered, cycle = judged_year(forge, YEAR)
        found = lacking({}, cycle.closings, gathered.policy, YEAR, now=self.people.forge.clock.now.astimezone(WIB))
        assert isinstance(found, dict), found
        for name, data in found.items():
            path = root / folder(YEAR) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publisher]:
    there = tmp_path_factory.mktemp("terbit")
    office_file = (ROOT / "sop" / "instansi.yml").read_bytes()
    assert SAMPLES in office_file
    own = {"sop/instansi.yml": office_file.replace(SAMPLES, b"tahun_contoh: []")}
    with office(there, kind=StopsBeforeTheLetter, own=own) as people:
        with pytest.raises(_DoneError):
            tell_2025(people)
        yield Publisher(people, there)


@pytest.mark.parametrize("recorded", [False, True])
def test_the_report_of_the_office_is_published_at_its_step(told: Publisher, recorded: bool) -> None:
    root = told.checkout()
    if recorded:
        told.record(root)
    found = told.published(root)
    assert not found.refusals
    (edition,) = found.editions
    assert (edition.year, edition.number, edition.sample, edition.recorded) == (YEAR, 1, False, recorded)


@pytest.mark.parametrize("recorded", [False, True])
def test_it_is_refused_when_one_of_its_reviews_is_missing(told: Publisher, recorded: bool) -> None:
    root = told.checkout()
    if recorded:
        told.record(root)
    approvals = [one for one in told.pull.reviews if one.state == "APPROVED"]
    assert len(approvals) > 1
    for review in approvals:
        at = told.pull.reviews.index(review)
        told.pull.reviews.remove(review)
        found = told.published(root)
        told.pull.reviews.insert(at, review)
        assert not found.editions
        assert f"PR #{told.people.numbers[PUBLISHING]}" in str(found.refusals[0])


def test_a_book_without_a_forge_is_believed_for_a_look_at_home_only(told: Publisher) -> None:
    root = told.checkout()
    told.record(root)
    assert len(load_published(root, load_repository(root), EVER.astimezone(WIB)).editions) == 1


def test_a_forged_green_check_publishes_nothing(told: Publisher) -> None:
    """A success on the merged commit, by whoever: publication asks for reviews, not for colours."""
    at = next(at for at, one in enumerate(told.pull.reviews) if one.state == "APPROVED")
    review = told.pull.reviews.pop(at)
    told.people.person("staf").says(told.pull.head_sha, "success", STATUS)
    found = told.published()
    told.pull.reviews.insert(at, review)
    assert not found.editions


def test_a_flag_does_not_skip_the_forge(told: Publisher) -> None:
    root = told.checkout()
    path = root / "sop" / "instansi.yml"
    path.write_bytes(path.read_bytes().replace(b"tahun_contoh: []", b'tahun_contoh: ["2025"]'))
    told.record(root)
    found = told.published(root)
    assert not found.editions
    assert found.refusals[0].place == "sop/instansi.yml, tahun_contoh"


def test_a_chapter_and_book_made_anew_are_refused(told: Publisher) -> None:
    """Somebody with access to main rewrites a chapter, its digests and the whole chain: only the forge knows better."""
    root = told.checkout()
    told.record(root)
    chapter = root / "lakip" / str(YEAR) / "10-pendahuluan.md"
    chapter.write_bytes(chapter.read_bytes() + b"\nKalimat yang tidak pernah disetujui.\n")
    rewrite_book(root)
    assert len(load_published(root, load_repository(root), EVER.astimezone(WIB)).editions) == 1
    found = told.published(root)
    assert not found.editions
    assert "tidak sama dengan yang tercatat di buku" in str(found.refusals[0])


def test_a_signed_document_that_nobody_filed_is_not_shown(told: Publisher) -> None:
    """Laid on main beside a published report, with a record that names it: the forge knows no such pull request."""
    root = told.checkout()
    for path, data in naming(b"%PDF-1.7 palsu", "b12-2-palsu.pdf", EvidenceName("B12", number=2)).items():
        (root / "lakip" / str(YEAR) / path).write_bytes(data)
    found = told.published(root)
    (edition,) = found.editions
    assert not any("palsu" in path or "b12-2" in path for path in edition.source.files)
    assert [one.path.rpartition("/")[2] for one in found.left_out] == ["b12-2-palsu.pdf", "b12-2.yml"]
    assert "tidak berasal dari PR yang lulus" in str(found.left_out[0])
