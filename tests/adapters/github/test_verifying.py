"""``paraf verifikasi --forge`` over the double: the office's book, and what somebody did to GitHub or to the book since."""

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.github.forge_office import NAME, ForgeOffice, office
from adapters.github.gate_run import GateRun
from alur.book.handmade import chained, lines
from alur.sample import note_and_individual_reports
from paraf.adapters.forge_double.state import Pull
from paraf.commands.verifikasi import Asked, verifikasi
from paraf.errors import UserError
from paraf.gerbang.effects import STATUS

YEAR = 2025
LIVE = Asked(forge=True)


class Auditor:
    """Somebody with a copy of the repository who asks GitHub; the year is the office's own, no sample."""

    def __init__(self, people: ForgeOffice, run: GateRun, folder: Path) -> None:
        self.people, self.root = people, folder
        archive = people.repo.git.run("archive", "--format=zip", "refs/heads/main")
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        office_file = folder / "sop" / "instansi.yml"
        text = office_file.read_text(encoding="utf-8")
        office_file.write_text(text.replace('["2025", "2026"]', '["2026"]'), encoding="utf-8")
        book = folder / "lakip" / str(YEAR) / "buku"
        book.mkdir(parents=True, exist_ok=True)
        for name, data in run.book().items():
            (book / name).write_bytes(data)

    def asks(self, asked: Asked = LIVE) -> int:
        return verifikasi(self.root, YEAR, (), asked, None)

    def pull(self, number: int) -> Pull:
        """The pull request as GitHub keeps it."""
        pull = self.people.repo.issues[self.people.numbers[number]].pull
        assert pull
        return pull


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Auditor]:
    """The first two papers of the year are done and recorded."""
    with office(tmp_path) as people:
        note_and_individual_reports(people)
        run = GateRun(people, tmp_path, monkeypatch)
        run.shown()
        yield Auditor(people, run, tmp_path / "salinan")


def _removed(pull: Pull, _: ForgeOffice) -> None:
    del pull.reviews[-1]


def _by_another(pull: Pull, people: ForgeOffice) -> None:
    pull.reviews[-1].author = people.person("staf").account


def _merged_later(pull: Pull, _: ForgeOffice) -> None:
    pull.merged = "2026-01-07T03:00:00Z"


def _forged_green(pull: Pull, people: ForgeOffice) -> None:
    del pull.reviews[-1]
    people.person("staf").says(pull.head_sha, "success", STATUS)


ATTACKS: dict[str, tuple[Callable[[Pull, ForgeOffice], None], str]] = {
    "a removed review": (_removed, "Langkah A5: persetujuan Kadin (contoh)"),
    "another account": (_by_another, "dibuat akun nomor 999000001, bukan 999000004."),
    "a changed merge": (_merged_later, "Langkah A6: bukan Staf (contoh) yang menyatukan PR itu"),
    "a forged green status": (_forged_green, "Langkah A5: persetujuan Kadin (contoh)"),
}


def test_github_confirms_what_happened_and_nothing_else(auditor: Auditor, capsys: pytest.CaptureFixture[str]) -> None:
    assert auditor.asks() == 0
    said = capsys.readouterr().out
    assert "Tidak dapat diverifikasi tanpa GitHub" not in said
    assert said.count("isinya sama dengan yang tercatat.") == 2
    assert "yang belum ada pada naskah resmi di GitHub." in said  # the book is not on main yet
    assert "Disetujui Kadin, akun nomor 999000004, 6 Januari 2026 pukul 10.20 WIB" in said
    kept = auditor.pull(1)
    issue = auditor.people.repo.issues[auditor.people.numbers[1]]
    for name, (attack, told) in ATTACKS.items():
        issue.pull = copy.deepcopy(kept)
        attack(issue.pull, auditor.people)
        assert auditor.asks() == 1, name
        said = capsys.readouterr().out
        assert told in said, name
        assert "Hasil: buku ini belum dapat dipercaya" in said
    issue.pull = kept
    auditor.people.forge.wait(hours=1)
    auditor.people.person("kadin").edits_review(auditor.people.numbers[1], kept.reviews[-1].id, "Baik.")
    assert auditor.asks() == 0
    said = capsys.readouterr().out
    assert "Perlu diketahui; tidak mengubah yang sudah selesai:" in said
    assert "Persetujuan Kadin (contoh) pada PR #1 diubah" in said


def test_a_sound_book_of_what_never_happened(auditor: Auditor, capsys: pytest.CaptureFixture[str]) -> None:
    """Chained anew, it claims an approval an hour earlier; a book that is not sound is not compared at all."""
    folder = auditor.root / "lakip" / str(YEAR) / "buku"
    books = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    original = {f"lakip/{YEAR}/buku/{name}": data for name, data in books.items()}
    first = min(books)
    books[first] = books[first].replace(b'"waktu":"2026-01-06T10:20:00', b'"waktu":"2026-01-06T09:20:00')
    (folder / first).write_bytes(books[first])
    assert auditor.asks() == 1
    assert "Belum dicocokkan dengan GitHub: bukunya sendiri harus utuh dulu." in capsys.readouterr().out
    for name, data in chained({name: lines(data) for name, data in books.items()}).items():
        (folder / name).write_bytes(data)
    assert auditor.asks(Asked()) == 0
    assert auditor.asks() == 1
    assert "di sana lain: pada waktu yang lain." in capsys.readouterr().out
    auditor.people.person("staf").pushes(original, "main")
    assert auditor.asks() == 1
    assert "tidak sama dengan yang ada pada naskah resmi di GitHub." in capsys.readouterr().out


def test_an_answer_that_fails_is_an_error_and_never_a_pass(auditor: Auditor) -> None:
    auditor.people.forge.fails("GET", rf"/repos/{NAME}/pulls/\d+/reviews", 403, times=-1)
    with pytest.raises(UserError):
        auditor.asks()
