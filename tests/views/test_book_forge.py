"""What GitHub confirmed, as an auditor reads it: every approval with its account and number, and what is not confirmed."""

from msgspec.structs import replace

from alur.book.handmade import POLICY, closings
from alur.book.handmade import books as made
from alur.book.test_on_paper import on_paper, signed
from alur.world import WIB
from paraf.alur.book.problem import Problem
from paraf.alur.book.reading import Volume, read_books
from paraf.finding import Place
from paraf.views.book_forge import Confirmed, confirmed_text
from paraf.views.book_words import Clock

CLOCK = Clock(WIB, "WIB")
SOURCE = "GitHub, 5 Maret 2026 pukul 09.00 WIB"


def volumes(files: dict[str, bytes]) -> list[Volume]:
    found, problems = read_books(files, 2025)
    assert problems == []
    return found


def told(found: Confirmed, books: dict[str, bytes] | None = None) -> list[str]:
    return confirmed_text(found, volumes(made() if books is None else books), POLICY, CLOCK).splitlines()


def test_every_approval_is_told_with_its_account_and_number() -> None:
    lines = told(Confirmed(source=SOURCE, problems=()))
    assert lines[:7] == [
        "",
        "Dicocokkan dengan GitHub, 5 Maret 2026 pukul 09.00 WIB:",
        "001 Nota dinas penyusunan Lapkin, PR #1",
        "    Disatukan 8 Januari 2026 pukul 15.00 WIB; isinya sama dengan yang tercatat.",
        "    Disetujui Sekdin, akun nomor 999000003, 8 Januari 2026 pukul 11.00 WIB, tinjauan nomor 1003.",
        "    Disetujui Kadin, akun nomor 999000004, 8 Januari 2026 pukul 13.00 WIB, tinjauan nomor 1005.",
        "    Ditemukan juga: 1 penyusunan, 2 pengajuan, 1 bukti, dan 1 penyatuan.",
    ]
    assert lines[-1].startswith("Hasil: setiap tindakan yang tercatat dibenarkan.")


def test_a_sheet_signed_on_paper_is_called_one() -> None:
    assert (
        "    Lembar kertas Kadin, ditegaskan akun nomor 999000002, 8 Januari 2026 pukul 13.00 WIB, tinjauan nomor 1005."
        in told(Confirmed(source=SOURCE, problems=()), made([signed()], on_paper()))
    )


def test_what_is_not_confirmed_stands_with_its_paper_and_its_repair() -> None:
    there = volumes(made())
    problem = Problem(Place(there[1].file, 4, 1), "Langkah A10: tidak ada.", "Artinya begitu.", "Lakukan ini.")
    lines = told(Confirmed(source=SOURCE, problems=(problem,)))
    assert lines[lines.index("002 Laporan Kinerja Individu, PR #2") + 1] == "    Tidak dibenarkan; lihat di bawah."
    assert lines[lines.index(f"{there[1].file}, baris 4") + 1 :][:3] == [
        "  Langkah A10: tidak ada.",
        "  Artinya begitu.",
        "  Lakukan ini.",
    ]
    assert lines[-1] == "Hasil: buku ini belum dapat dipercaya; 1 hal di atas tidak dibenarkan."


def test_what_came_later_is_told_apart() -> None:
    lines = told(Confirmed(source=SOURCE, problems=(), remarks=("Persetujuan dibatalkan.",)))
    assert lines[-2:] == ["Perlu diketahui; tidak mengubah yang sudah selesai:", "  Persetujuan dibatalkan."]


def test_a_paper_that_the_office_does_not_know_keeps_its_id() -> None:
    other = replace(closings()[0], paper="lain")
    lines = told(Confirmed(source=SOURCE, problems=()), made([other]))
    assert lines[2] == "001 lain, PR #1"
