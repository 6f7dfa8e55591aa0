"""What verifying found, as somebody reads it who has never seen a book."""

from datetime import UTC, datetime

from alur.book.handmade import BOOKS, POLICY, TREE, YEAR, closing_of, closings, verified
from alur.world import WIB
from paraf.alur.book.verifying import Verified
from paraf.alur.book.writing import additions
from paraf.views.book_words import Clock, verified_text

CLOCK = Clock(WIB, "WIB")


def told(found: Verified, sample: bool = False) -> str:
    return verified_text(found, POLICY, YEAR, CLOCK, sample)


def test_a_moment_is_told_in_the_offices_time() -> None:
    assert CLOCK.words(datetime(2026, 1, 5, 2, 14, tzinfo=UTC)) == "5 Januari 2026 pukul 09.14 WIB"


def test_a_sound_book_is_told_paper_by_paper_with_what_could_not_be_compared() -> None:
    text = told(verified(BOOKS))
    lines = text.splitlines()
    assert lines[:5] == [
        "Buku kendali LAKIP 2025",
        "",
        "001 Nota dinas penyusunan Lapkin",
        "    Langkah A1 sampai A6 terbukti berurutan; selesai 8 Januari 2026 pukul 15.00 WIB, PR #1.",
        "    Isi berkasnya sama dengan yang disetujui.",
    ]
    assert "    Langkah B3 terbukti berurutan; selesai" in text
    closed = (
        "    Isi berkasnya tidak dapat dibandingkan lagi: naskah yang selesai sesudahnya mengubah berkas yang sama."
    )
    assert lines[lines.index("005 Draf awal LAKIP") + 2] == closed
    assert "Belum tercatat" not in text
    assert "Tidak dapat diverifikasi tanpa GitHub" in text
    assert lines[-1].replace(" ", "") == verified(BOOKS).seal


def test_where_the_forge_is_asked_too_nothing_is_said_to_be_beyond_reach() -> None:
    found = verified(BOOKS)
    asked = verified_text(found, POLICY, YEAR, CLOCK, False, asked=True).splitlines()
    alone = told(found).splitlines()
    assert [line for line in alone if line not in asked] == [
        "Tidak dapat diverifikasi tanpa GitHub: apakah tinjauannya benar ada, dan siapa di balik akunnya."
    ]
    assert [line for line in asked if line not in alone] == []


def test_a_sample_says_so_first() -> None:
    assert told(verified(BOOKS), sample=True).startswith("DATA CONTOH – bukan laporan resmi\nBuku kendali LAKIP 2025\n")


def test_papers_not_yet_recorded_are_named() -> None:
    few = {name: BOOKS[name] for name in sorted(BOOKS)[:5]}
    text = told(verified(few))
    assert "Belum tercatat: Draf akhir LAKIP dan Surat pengantar LAKIP." in text
    assert "yang sudah disatukan tetapi belum tercatat." in text


def test_a_year_without_a_book_says_so() -> None:
    assert told(verified({})) == (
        "Buku kendali LAKIP 2025\nBelum ada naskah yang tercatat, jadi belum ada yang diverifikasi."
    )


def test_a_later_edition_is_named() -> None:
    again = closing_of(POLICY.papers.naskah[-1], 8, closings()[-1].at, TREE, 2)
    found = verified({**BOOKS, **additions(BOOKS, closings(), [again], POLICY, YEAR)})
    assert "008 Surat pengantar LAKIP, edisi 2" in told(found)


def test_problems_are_told_with_place_meaning_and_repair_and_nothing_else() -> None:
    broken = {name: data for name, data in BOOKS.items() if not name.startswith("001")}
    text = told(verified(broken))
    assert text.splitlines()[2:6] == [
        "lakip/2025/buku/002-laporan-individu.jsonl, baris 1",
        "  Baris pertama buku ini harus menyambung 'tahun-2025', tetapi yang tertulis '"
        f"{BOOKS['002-laporan-individu.jsonl'].partition(b'sebelum')[2][3:15].decode()}'.",
        "  Artinya awal buku hilang, atau baris ini dari buku tahun lain.",
        "  Kembalikan berkas ini seperti semula dari riwayat repositori (halaman berkas, History), lalu verifikasi lagi;"
        " baris buku tidak pernah disunting.",
    ]
    assert text.endswith("Hasil: buku ini tidak dapat dipercaya sebelum 2 hal di atas diperiksa.")
    assert "Sudah diverifikasi" not in text


def test_very_many_problems_are_cut_and_counted() -> None:
    many = {f"{number:03d}-x.jsonl": b"" for number in range(1, 60)}
    text = told(verified(many))
    assert text.count("Berkas buku ini kosong.") == 50
    assert "\ndan 9 lagi.\n" in text
