"""Everything in ``bukti/`` of a year: what is valid, what is not, what does not belong, what has to be answered."""

from hashlib import sha256

from laporan.records.samples import FORMS, INPUT, LETTER, SENT, TODAY, YEAR
from paraf.laporan.records.year import YearEvidence, read_year
from paraf.laporan.report import read_report

DIGEST = sha256(b"").hexdigest()


def year(**files: str) -> YearEvidence:
    """The evidence of a year; ``_`` in a key is a dash, and every file ends in .yml unless it says otherwise."""
    named = {f"bukti/{key.replace('_', '-')}.yml": text.encode() for key, text in files.items()}
    return read_year(FORMS, frozenset({"B10"}), read_report(YEAR, named), TODAY)


def raw(files: dict[str, bytes]) -> YearEvidence:
    return read_year(FORMS, frozenset(), read_report(YEAR, files), TODAY)


def foreign(found: YearEvidence) -> list[str]:
    return [f"{fault.place.file.removeprefix('lakip/2025/')}: {fault.message}" for fault in found.foreign]


def test_a_year_without_evidence() -> None:
    found = raw({"laporan.yml": b""})
    assert (found.readings, found.foreign, found.records, found.asked, found.unread) == ((), (), {}, (), ())


def test_valid_records_by_path_and_the_rows_to_answer() -> None:
    found = year(a6=LETTER, a7=SENT, b7=INPUT)
    assert list(found.records) == ["bukti/a6.yml", "bukti/a7.yml", "bukti/b7.yml"]
    assert [(row.number, row.place.line) for row in found.asked] == [(1, 9), (2, 10)]
    assert (foreign(found), found.unread) == ([], ())


def test_a_matrix_that_cannot_be_accepted_asks_for_nothing() -> None:
    found = year(a6=LETTER, b7=INPUT.replace("Samakan istilah di semua bab", "Ya"))
    assert [reading.file for reading in found.unread] == ["lakip/2025/bukti/b7.yml"]
    assert (list(found.records), found.asked) == (["bukti/a6.yml"], ())


def test_what_does_not_belong() -> None:
    later = SENT.replace("langkah: A7\n", "langkah: A7\nalasan: Menyusul\n")
    found = year(a7=SENT, a7_3=later, b5=LETTER, catatan=LETTER, b11_kertas=LETTER)
    assert foreign(found) == [
        "bukti/a7-3.yml: bukti ini mendahului bukti/a7-2.yml, yang belum ada",
        "bukti/b11-kertas.yml: langkah B11 tidak dapat disetujui di atas kertas",
        "bukti/b5.yml: langkah B5 tidak meminta bukti pelaksanaan",
        "bukti/catatan.yml: nama berkas ini tidak dikenal sebagai bukti, jadi isinya tidak dibaca",
    ]
    assert foreign(year(a7=SENT, a7_2=later, a7_3=later)) == []


def test_a_record_too_large_to_read_is_told_with_its_true_size() -> None:
    report = read_report(YEAR, {"bukti/a7.yml": b"a" * 1_000_001}, {"bukti/a7.yml": 20_000_000})
    (reading,) = read_year(FORMS, frozenset(), report, TODAY).unread
    assert [fault.message for fault in reading.faults] == ["berkas ini 20,0 MB; paling besar 1 MB"]


def test_a_scan_belongs_when_a_record_names_it() -> None:
    named = LETTER.replace("  pindaian:\n", f"  pindaian: {{nama: a6-surat.pdf, sidik: {DIGEST}}}\n").encode()
    files = {"bukti/a6.yml": named, "bukti/a6-surat.pdf": b"", "bukti/lain.JPG": b"", "bukti/.simpan/x.pdf": b""}
    assert foreign(raw(files)) == ["bukti/lain.JPG: berkas ini tidak disebut oleh bukti mana pun"]


def test_without_forms_no_evidence_can_be_judged() -> None:
    found = read_year({}, frozenset(), read_report(YEAR, {"bukti/a6.yml": LETTER.encode()}), TODAY)
    assert foreign(found) == [
        "bukti/a6.yml: bukti ini tidak dapat diperiksa, karena sop/bukti.yml atau sop/naskah.yml tidak ada"
    ]


def test_what_belongs_to_a_faulty_record_is_not_told_as_well() -> None:
    faulty = LETTER.replace("nomor: 000.8.6.3/12/406.020/2026", "nomor: dua belas").encode()
    files = {"bukti/a6.yml": faulty, "bukti/a6-surat.pdf": b"", "bukti/a7-surat.pdf": b""}
    assert foreign(raw(files)) == ["bukti/a7-surat.pdf: berkas ini tidak disebut oleh bukti mana pun"]
    assert len(raw(files).unread) == 1
