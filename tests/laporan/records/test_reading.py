"""An evidence file becomes a typed record, or every one of its faults with place and repair; total for any bytes."""

from datetime import date

import pytest

from laporan.records.samples import INPUT, LETTER, RECEIVED, SENT, read, told
from paraf.laporan.records.names import EvidenceName
from paraf.sop.forms.evidence import Rows

DIGEST = " ".join(["12aF"] * 16)
SHEET = f"skema: 1\nlangkah: B10\nnomor: 7\ntanggal: 2026-02-03\narsip: Map kertas\nsidik: {DIGEST}\n"
PAPER = frozenset({"B10"})


@pytest.mark.parametrize(
    ("path", "text", "days"),
    [
        ("bukti/a6.yml", LETTER, [date(2026, 1, 6), date(2026, 1, 7)]),
        ("bukti/a7.yml", SENT, [date(2026, 1, 7), date(2026, 1, 8)]),
        ("bukti/a8.yml", RECEIVED, [date(2026, 1, 16)]),
        ("bukti/b7.yml", INPUT, [date(2026, 2, 12)]),
        ("bukti/b7-v2.yml", INPUT, [date(2026, 2, 12)]),
    ],
)
def test_a_record_is_read(path: str, text: str, days: list[date]) -> None:
    reading = read(path, text)
    assert told(reading) == []
    assert reading.record
    assert (reading.record.days, reading.record.sheet) == (tuple(days), None)
    assert (reading.name, reading.file) == (reading.record.name, f"lakip/2025/{path}")


def test_the_values_of_a_record() -> None:
    record = read("bukti/b7.yml", INPUT).record
    assert record
    assert record.form
    (asked,) = [field for field in record.form.fields if isinstance(field, Rows) and field.dijawab == "ya"]
    assert [(row.nomor, row.bagian) for row in record.rows(asked)] == [(1, "penutup"), (2, None)]
    values = {cell.path: cell.value for cell in record.cells}
    assert values["tanpa_masukan.dari"] == "Bidang dua"
    none = read("bukti/b7.yml", INPUT[: INPUT.index("masukan:\n  - {nomor")] + ONLY_NONE).record
    assert none
    assert none.rows(asked) == ()


ONLY_NONE = "tanpa_masukan:\n  - {dari: Bidang Satu}\n  - {dari: Bidang Dua}\narsip_masukan: Map masukan 2026\n"

WRONG = [
    (
        "bukti/a6.yml",
        LETTER,
        ("/2026\n", "/2025\n"),
        "3 nomornya bertahun 2025, padahal Tanggal surat 7 Januari 2026 /",
    ),
    ("bukti/a6.yml", LETTER, ("000.8.6.3/12/406.020/2026", "duabelas"), "3 bentuk 'duabelas' tidak sesuai /"),
    (
        "bukti/a6.yml",
        LETTER,
        ("oleh: kadin", "oleh: sekdin"),
        "6 nilai 'sekdin' tidak dikenal / pakai salah satu: kadin",
    ),
    ("bukti/a6.yml", LETTER, ("langkah: A6", "langkah: B16"), "2 nilai 'B16' tidak dikenal / pakai salah satu: A6"),
    ("bukti/a6.yml", LETTER, ("  cara: basah\n", ""), "6 kunci wajib 'cara' belum ada /"),
    ("bukti/a6.yml", LETTER, ("cara: basah", "cara:"), "9 nilai ini masih kosong / pakai salah satu: basah"),
    ("bukti/a6.yml", LETTER, ("arsip: Map nota dinas 2026, nomor agenda 12", "arsip: ada"), "10 bentuk 'ada' tidak"),
    ("bukti/a6.yml", LETTER, ("2026-01-06", "2026-01-08"), "4 Tanggal surat (7 Januari 2026) mendahului Tanggal tanda"),
    (
        "bukti/a6.yml",
        LETTER,
        ("pindaian:", "pindaian: {nama: a.exe, sidik: " + "ab" * 32 + "}"),
        "11 bentuk 'a.exe' tidak sesuai /",
    ),
    ("bukti/a7.yml", SENT, ('"13.30"', '"24.00"'), "4 bentuk '24.00' tidak sesuai / tulis misalnya 09.30"),
    ("bukti/a7.yml", SENT, ("Bidang Dua", "bidang  satu"), "5 Tujuan 'bidang  satu' ditulis dua kali /"),
    ("bukti/a7.yml", SENT, ("2026-01-08", "2026-04-01"), "5 tanggal 1 April 2026 belum tiba; hari ini 31 Maret 2026 /"),
    ("bukti/a7.yml", SENT, ("2026-01-07", "2025-01-07"), "4 tanggal 7 Januari 2025 terlalu awal untuk laporan ini /"),
    ("bukti/a8.yml", RECEIVED, ("jumlah: 3", "jumlah: 0"), "5 0 terlalu kecil / tulis angka mulai dari 1"),
    ("bukti/a8.yml", RECEIVED, (", kurang: Satu lampiran", ""), "6 Yang kurang belum diisi, padahal keadaan: kurang /"),
    (
        "bukti/a8.yml",
        RECEIVED,
        ("2026-01-16\n", "2026-01-15\n"),
        "3 Tanggal Daftar Penerimaan (15 Januari 2026) mendahu",
    ),
    (
        "bukti/b7.yml",
        INPUT,
        ("- {dari: Bidang dua}", "- {dari: Bidang lain}"),
        "7 Penerima draf 'Bidang Dua' belum disebut",
    ),
    ("bukti/b7.yml", INPUT, ("nomor: 2", "nomor: 1"), "10 Nomor '1' ditulis dua kali /"),
    (
        "bukti/b7.yml",
        INPUT,
        ("Samakan istilah di semua bab", "Perbaiki"),
        "10 bentuk 'Perbaiki' tidak sesuai / tulis sed",
    ),
    ("bukti/b7.yml", INPUT, ("bagian: penutup", "bagian: bab-sembilan"), "9 nilai 'bab-sembilan' tidak dikenal /"),
    (
        "bukti/b7.yml",
        INPUT,
        ("arsip_masukan: Map masukan 2026", "lain: 1\narsip_masukan: Map masukan"),
        "13 kunci 'lain' ",
    ),
]


@pytest.mark.parametrize(("path", "text", "change", "said"), WRONG, ids=[said[:40] for *_, said in WRONG])
def test_what_is_wrong_is_told_with_its_line(path: str, text: str, change: tuple[str, str], said: str) -> None:
    assert text.count(change[0]) == 1
    reading = read(path, text.replace(*change))
    assert reading.record is None
    assert [line[: len(said)] for line in told(reading)] == [said]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = (
        LETTER.replace("oleh: kadin", "oleh:")
        .replace("cara: basah", "cara: jempol")
        .replace("tanggal: 2026", "tgl: 2026")
    )
    assert [line.split(" ")[0] for line in told(read("bukti/a6.yml", text))] == ["1", "4", "6", "6", "8", "9"]


def test_a_future_day_is_accepted_where_the_form_says_so() -> None:
    text = """skema: 1
langkah: B2
rapat: {tanggal: 2026-01-12, tempat: Ruang rapat, hadir: 6, arsip: Map LAKIP 2025}
kesepakatan:
  - {isi: Setiap bidang mengirim data, oleh: Semua bidang, tenggat: 2026-05-01}
"""
    assert told(read("bukti/b2.yml", text)) == []
    early = told(read("bukti/b2.yml", text.replace("2026-05-01", "2026-01-11")))
    assert early == [
        "5 Tenggat (11 Januari 2026) mendahului Tanggal rapat (12 Januari 2026) / periksa kedua tanggalnya"
    ]


def test_a_number_without_a_year_is_compared_with_nothing() -> None:
    assert told(read("bukti/a6.yml", LETTER.replace("/406.020/2026", "/406.020"))) == []


def test_later_evidence_says_why_and_holds_what_it_adds() -> None:
    text = SENT.replace("langkah: A7\n", "langkah: A7\nalasan: Tanda terima bidang ketiga menyusul\n")
    reading = read("bukti/a7-2.yml", text)
    assert told(reading) == []
    assert reading.name == EvidenceName("A7", number=2)
    assert told(read("bukti/a7-2.yml", SENT))[0].startswith("1 kunci wajib 'alasan' belum ada")
    assert told(read("bukti/a7.yml", text))[0].startswith("3 kunci 'alasan' tidak dikenal")


def test_later_evidence_must_hold_something_and_that_wholly() -> None:
    empty = "skema: 1\nlangkah: B12\nalasan: Cetakan kedua\n"
    assert told(read("bukti/b12-2.yml", empty)) == [
        "1 bukti susulan ini belum berisi apa pun / isi salah satu: tanda tangan · penggandaan"
    ]
    printed = f"{empty}penggandaan: {{tanggal: 2026-02-27, eksemplar: 2, arsip: Lemari arsip}}\n"
    assert told(read("bukti/b12-2.yml", printed)) == []
    half = empty.replace("B12", "A7") + "arsip_tanda_terima: Buku ekspedisi 2026\n"
    assert told(read("bukti/a7-2.yml", half)) == [
        "1 Pengiriman belum diisi / isi pengiriman: satu baris untuk setiap bidang yang dituju"
    ]


def test_a_step_that_asks_for_none() -> None:
    reading = read("bukti/b5.yml", LETTER)
    assert (reading.record, reading.name) == (None, EvidenceName("B5"))
    assert told(reading) == [
        "1 langkah B5 tidak meminta bukti pelaksanaan / "
        "pakai nama langkah yang memintanya: A6 · A7 · A8 · B2 · B7 · B12 · B16 · B17"
    ]


def test_a_name_that_is_none() -> None:
    reading = read("bukti/catatan.yml", LETTER)
    assert (reading.record, reading.name) == (None, None)
    assert told(reading) == [
        "1 nama berkas ini tidak dikenal sebagai bukti, jadi isinya tidak dibaca / tulis misalnya bukti/a6.yml"
    ]


def test_a_sheet_signed_on_paper() -> None:
    reading = read("bukti/b10-kertas.yml", SHEET, sheets=PAPER)
    assert reading.record
    assert reading.record.sheet
    assert reading.record.sheet.digest == "12af" * 16
    assert (reading.record.days, reading.record.cells) == ((date(2026, 2, 3),), ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("B10", "B11"), "2 langkahnya B11, padahal nama berkasnya B10 / tulis B10, atau betulkan nama berkasnya"),
        ((DIGEST, DIGEST[:-1]), "6 bentuk '"),
        (("2026-02-03", "2026-05-03"), "4 tanggal 3 Mei 2026 belum tiba; hari ini 31 Maret 2026 / periksa tanggal,"),
        (("2026-02-03", "2024-02-03"), "4 tanggal 3 Februari 2024 terlalu awal untuk laporan ini /"),
        (("nomor: 7", "nomor: tujuh"), "3 bentuk 'tujuh' tidak sesuai / tulis nomor agenda lembarnya"),
        (("arsip: Map kertas\n", ""), "1 kunci wajib 'arsip' belum ada /"),
    ],
)
def test_what_is_wrong_with_a_sheet(change: tuple[str, str], said: str) -> None:
    reading = read("bukti/b10-kertas.yml", SHEET.replace(*change), sheets=PAPER)
    assert reading.record is None
    assert [line[: len(said)] for line in told(reading)] == [said]


def test_a_sheet_where_nobody_may_sign_on_paper() -> None:
    (line,) = told(read("bukti/b10-kertas.yml", SHEET))
    assert line.startswith(
        "1 langkah B10 tidak dapat disetujui di atas kertas / minta persetujuan di halaman naskahnya"
    )
