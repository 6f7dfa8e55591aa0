"""Records of the office as its people would file them, for the tests of the reader and of the rules."""

from datetime import date

from helpers import ROOT, load_case
from paraf.laporan.records.reading import Reading, read_evidence
from paraf.sop.evidence import evidence_forms

YEAR = 2025
TODAY = date(2026, 3, 31)
OFFICE = load_case(ROOT)
FORMS = evidence_forms(OFFICE)

LETTER = """skema: 1
langkah: A6
nomor: 000.8.6.3/12/406.020/2026
tanggal: 2026-01-07
tanda_tangan:
  oleh: kadin
  sebagai:
  tanggal: 2026-01-06
  cara: basah
  arsip: Map nota dinas 2026, nomor agenda 12
  pindaian:
"""
SENT = """skema: 1
langkah: A7
pengiriman:
  - {kepada: Bidang Satu, tanggal: 2026-01-07, jam: "13.30", penerima: Staf bidang, cara: diantar}
  - {kepada: Bidang Dua, tanggal: 2026-01-08, penerima: Staf bidang, cara: surel dinas}
arsip_tanda_terima: Buku ekspedisi 2026
"""
RECEIVED = """skema: 1
langkah: A8
tanggal_daftar: 2026-01-16
penerimaan:
  - {dari: Seksi Satu, tanggal: 2026-01-15, jumlah: 3, keadaan: lengkap}
  - {dari: Seksi Dua, tanggal: 2026-01-16, jumlah: 2, keadaan: kurang, kurang: Satu lampiran}
arsip_daftar: Map penerimaan 2026
"""
INPUT = """skema: 1
langkah: B7
tanggal_edar: 2026-02-10
tanggal_tutup: 2026-02-12
penerima:
  - {nama: Bidang Satu, cara: diantar}
  - {nama: Bidang Dua, cara: diantar}
masukan:
  - {nomor: 1, dari: Bidang Satu, bagian: penutup, masukan: Tambahkan langkah tahun depan}
  - {nomor: 2, dari: Bidang Satu, bagian: , masukan: Samakan istilah di semua bab}
tanpa_masukan:
  - {dari: Bidang dua}
arsip_masukan: Map masukan 2026
"""


def read(path: str, text: str, today: date = TODAY, sheets: frozenset[str] = frozenset()) -> Reading:
    """One file of the year as the reader sees it."""
    return read_evidence(FORMS, YEAR, path, text.encode(), today, sheets)


def told(reading: Reading) -> list[str]:
    """Its faults as line, message and repair."""
    return [f"{fault.place.line} {fault.message} / {fault.repair}" for fault in reading.faults]
