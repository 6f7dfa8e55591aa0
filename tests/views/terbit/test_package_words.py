"""What stands in ``BACA-SAYA.txt``: how to check, with what to compare, what is not proven, and that names are in it."""

from msgspec.structs import replace

from alur.world import WIB
from paraf.laporan.binding import grouped
from paraf.views.book_words import Clock
from paraf.views.terbit.package_words import readme
from terbit.filed import edition

CLOCK = Clock(WIB, "WIB")


def test_an_examiner_finds_the_commands_the_digests_and_the_limits() -> None:
    one = edition()
    text = readme(one, "Dinas", CLOCK, ["lakip/2025/bukti/b12-lakip.pdf"])
    assert text.startswith("Paket pemeriksaan LAKIP 2025 versi 1\r\nDinas\r\n\r\nDATA CONTOH – bukan laporan resmi\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "Selesai 25 Februari 2026 pukul 09.45 WIB, PR #6." in text
    assert "certutil -hashfile NAMA.pdf SHA256" in text
    assert "PDF di paket ini: lakip/2025/bukti/b12-lakip.pdf." in text
    assert "python verifikasi.py --sidik" in text
    assert one.closing.expanded
    assert one.seal
    assert all(grouped(digest) in text for digest in (one.closing.content, one.closing.expanded, one.seal))
    assert "YANG TIDAK DAPAT DIBUKTIKAN" in text
    assert "jangan diunggah ke situs" in text


def test_what_there_is_not_is_not_told() -> None:
    one = edition()
    bare = replace(one, sample=False, seal=None, closing=replace(one.closing, expanded=None))
    text = readme(bare, "Dinas", CLOCK, ())
    assert "DATA CONTOH" not in text
    assert "PDF di paket ini: belum ada" in text
    assert "Teksnya:" not in text
    assert "Buku kendali: " not in text
