"""``paraf cetak lakip``: only what was approved, word for word, the same bytes on any later day; else one sentence and no PDF."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from alur.sample import Office, note_and_individual_reports, plan_and_data
from e2e.conftest import Run, copy_repository
from paraf.alur.snapshot_write import write_facts

PDF = "build/cetak/lakip-2025.pdf"
CHAPTER = "lakip/2025/80-penutup.md"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_repository(tmp_path_factory.mktemp("lakip") / "folder kantor")


@pytest.fixture(scope="module")
def printed(office: Path, paraf: Run) -> bytes:
    done = paraf("cetak", "lakip", "2025", cwd=office)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(office / PDF)
    data = (office / PDF).read_bytes()
    sealed = sha256(data).hexdigest()
    assert " ".join(sealed[at : at + 4] for at in range(0, 64, 4)) in done.stdout
    return data


@pytest.fixture(scope="module")
def pages(office: Path, printed: bytes) -> list[str]:
    (office / "lihat.pdf").write_bytes(printed)
    return [page.extract_text() for page in PdfReader(office / "lihat.pdf").pages]


def again(office: Path, name: str, change: Callable[[str], str], paraf: Run, *arguments: str) -> tuple[int, str]:
    """What is said with a file that is otherwise; it is as before afterwards, and no PDF was made."""
    file = office / name
    kept = file.read_text(encoding="utf-8")
    file.write_text(change(kept), encoding="utf-8")
    (office / PDF).unlink(missing_ok=True)
    try:
        done = paraf("cetak", "lakip", "2025", *arguments, cwd=office)
    finally:
        file.write_text(kept, encoding="utf-8")
    assert (office / PDF).exists() is (done.returncode == 0)
    assert done.returncode == 0 or done.stdout == ""
    return done.returncode, done.stderr


def test_every_page_wears_the_banner_and_none_is_a_draft(pages: list[str]) -> None:
    assert len(pages) > 40
    assert [number for number, text in enumerate(pages) if "DATA CONTOH – bukan laporan resmi" not in text] == []
    assert [number for number, text in enumerate(pages) if re.search("KONSEP|Naskah baca", text)] == []
    assert [number for number, text in enumerate(pages) if "IKU-1 · realisasi" in text] == []


def test_the_cover_the_contents_and_the_chapters_follow_each_other(pages: list[str]) -> None:
    assert "Pemerintah Kabupaten Trenggalek" in pages[0]
    assert "Tahun 2025" in pages[0]
    assert "Halaman" not in pages[0]
    assert "Daftar Isi" in pages[1]
    assert "Lembar Pengesahan" in pages[2]
    assert any(text.count("Lampiran 1.") for text in pages[-6:])


def test_the_last_page_says_who_approved_what(pages: list[str]) -> None:
    words = " ".join(pages[-1].split())
    for said in (
        *("Lembar Pengesahan", "DISETUJUI", "23 Februari 2026", "B10", "Sekretaris Dinas", "Sekdin (contoh)"),
        *("20 Februari 2026 pukul 10.00 WIB", "B11", "Kepala Dinas", "Kadin (contoh)", "PR #6, tinjauan 17"),
        *("bukan tanda tangan menurut hukum", "menunggu tanda tangan", "Ruang tanda tangan"),
    ):
        assert said in words, said
    assert not re.search(r"Staf|Tim dua|Kasubag", words)


def test_the_document_that_is_stored_says_the_same(office: Path, pages: list[str]) -> None:
    """Word for word; its bytes are bound by the book. To renew it: print it, store it, and tell the story of the sample anew."""
    stored = PdfReader(office / "lakip/2025/bukti/b12-lakip.pdf")
    assert [page.extract_text() for page in stored.pages] == pages


def test_its_digests_are_those_of_the_book(office: Path, pages: list[str]) -> None:
    line = json.loads(next((office / "lakip/2025/buku").glob("006-*")).read_text(encoding="utf-8").splitlines()[0])
    found = "".join(re.findall(r"\b[0-9a-f]{4}\b", pages[-1].partition("Sidik jari digital isi")[2]))
    assert found == line["sidik_isi"] + line["sidik_teks"]


def test_it_is_kept_for_years(printed: bytes) -> None:
    """PDF/A with its structure, and the day of the approval as its date."""
    assert b"pdfaid:part" in printed
    assert b"/StructTreeRoot" in printed
    assert b"D:20260223" in printed


def test_the_same_bytes_come_out_on_any_later_day(office: Path, printed: bytes, paraf: Run) -> None:
    """Whatever the clock, the zone, the commit, and what was filed after the approval."""
    evidence = office / "lakip/2025/bukti/b12.yml"
    later = evidence.with_name("b12-2.yml")
    later.write_text("skema: 1\n", encoding="utf-8")
    try:
        other = {"TZ": "Asia/Jayapura", "SOURCE_DATE_EPOCH": "1900000000", "LC_ALL": "C"}
        done = paraf("cetak", "lakip", "2025", cwd=office, **other)
    finally:
        later.unlink()
    assert done.returncode == 0, done.stderr
    assert (office / PDF).read_bytes() == printed


def test_before_the_paper_is_recorded_the_facts_tell_the_same(
    office: Path, printed: bytes, paraf: Run, tmp_path: Path
) -> None:
    """Approved and not yet merged; merged and not yet recorded."""
    (office / PDF).unlink(missing_ok=True)
    book = office / "lakip/2025/buku"
    shutil.move(book, tmp_path / "buku")
    try:
        (tmp_path / "fakta.json").write_bytes(approved_facts())
        for arguments in ((), ("--fakta", str(tmp_path / "fakta.json"))):
            done = paraf("cetak", "lakip", "2025", *arguments, cwd=office)
            assert done.returncode == 0, done.stderr
            assert (office / PDF).read_bytes() == printed
            (office / PDF).unlink()
    finally:
        shutil.move(tmp_path / "buku", book)


def approved_facts(until: str = "kadin") -> bytes:
    """The sample year up to the Kadin's approval, or up to the hand-over to him."""
    office = Office(2025)
    note_and_individual_reports(office)
    plan_and_data(office)
    office.at("2026-02-10 08:40").open(5, "tim-satu", office.now(*office.chapters(), "lampiran/"))
    office.at("2026-02-10 09:30").hand(5, "kasubag")
    office.at("2026-02-10 11:00").approve(5, "sekdin")
    office.at("2026-02-12 15:00").push(5, "staf", office.now("bukti/b7.yml"))
    office.at("2026-02-12 15:20").merge(5, "staf")
    office.world.last_id = 13  # the review's number is printed
    office.at("2026-02-18 14:00").open(6, "kasubag", office.now("tanggapan.yml", "laporan.yml"))
    office.at("2026-02-19 09:00").hand(6, "kasubag")
    office.at("2026-02-20 10:00").approve(6, "sekdin")
    office.at("2026-02-20 13:00").hand(6, "staf")
    if until == "kadin":
        office.at("2026-02-23 09:30").approve(6, "kadin")
    facts = office.world.facts()
    bare = replace(facts, pulls=tuple(replace(pull, expanded=None) for pull in facts.pulls))
    return write_facts(bare, office.at("2026-02-23 10:00").world.clock)


def test_before_it_is_approved_nothing_is_printed(office: Path, paraf: Run, tmp_path: Path) -> None:
    (tmp_path / "fakta.json").write_bytes(approved_facts("sekdin"))
    book = office / "lakip/2025/buku"
    shutil.move(book, tmp_path / "buku")
    try:
        done = paraf("cetak", "lakip", "2025", "--fakta", str(tmp_path / "fakta.json"), cwd=office)
    finally:
        shutil.move(tmp_path / "buku", book)
    assert (done.returncode, done.stdout) == (1, "")
    assert "LAKIP 2025 belum disetujui: langkah B11 " in done.stderr
    assert done.stderr.rstrip().endswith("Untuk membaca naskahnya sekarang: paraf cetak naskah-baca 2025.")


def test_a_year_that_is_being_written_is_not_printed(office: Path, paraf: Run) -> None:
    done = paraf("cetak", "lakip", "2026", cwd=office)
    assert (done.returncode, done.stdout) == (1, "")
    assert "LAKIP 2026 belum disetujui: langkah B11 belum" in done.stderr


def test_a_changed_chapter_is_not_what_was_approved(office: Path, paraf: Run) -> None:
    code, said = again(office, CHAPTER, lambda text: text + "\nKalimat baru.\n", paraf)
    assert code == 1
    assert "Isi LAKIP 2025 di sini bukan isi yang disetujui pada PR #6" in said


def test_a_book_that_is_not_whole_is_not_believed(office: Path, paraf: Run) -> None:
    name = "lakip/2025/buku/006-draf-akhir.jsonl"
    code, said = again(office, name, lambda text: text.replace("T09:30:00", "T09:31:00"), paraf)
    assert code == 1
    assert "Buku tahun 2025 tidak utuh" in said


def test_another_text_of_the_same_files_is_not_what_was_approved(office: Path, paraf: Run) -> None:
    """The heading of a chapter comes from the outline, which is no part of the report's files."""
    code, said = again(
        office, "sop/sistematika.yml", lambda text: text.replace("bab: Bab I\n", "bab: Bagian I\n"), paraf
    )
    assert code == 1
    assert "bukan bunyi yang disetujui pada PR #6" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lakip"], "Sebut tahunnya, misalnya: paraf cetak lakip 2026."),
        (["lakip", "2025", "--sejak", "HEAD"], "--sejak dan --ringkasan hanya untuk 'paraf cetak naskah-baca'."),
        (["naskah-baca", "2025", "--fakta", "x.json"], "--fakta hanya untuk 'paraf cetak lakip'"),
        (["lakip", "2031"], "Tahun 2031 belum dibuka"),
    ],
    ids=["no year", "since", "facts of a draft", "no such year"],
)
def test_a_call_that_cannot_be_carried_out(office: Path, arguments: list[str], said: str, paraf: Run) -> None:
    done = paraf("cetak", *arguments, cwd=office)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
