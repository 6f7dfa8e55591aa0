"""What a record names and what lies beside it: by its name, by its digest; what readers download."""

from collections.abc import Mapping
from hashlib import sha256

import pytest

from laporan.records.samples import FORMS, LETTER, TODAY, YEAR
from paraf.laporan.records.scans import Filed, downloads
from paraf.laporan.records.year import YearEvidence, read_year
from paraf.laporan.report import read_report

PRINTED, SIGNED = b"%PDF cetak", b"%PDF bertanda tangan"
PRINT = """skema: 1
langkah: B12
tanda_tangan:
  oleh: kadin
  tanggal: 2026-02-23
  cara: basah
  arsip: Map LAKIP 2025
penggandaan:
  tanggal: 2026-02-25
  eksemplar: 5
  arsip: Map LAKIP 2025
"""


def seal(data: bytes) -> str:
    return sha256(data).hexdigest()


def printed(name: str = "b12-lakip.pdf", data: bytes = PRINTED) -> str:
    return f"{PRINT}  naskah: {{nama: {name}, sidik: {seal(data).upper()}}}\n"


def signed(name: str = "b12-2-bertanda-tangan.pdf") -> str:
    """Later evidence that adds the signed document."""
    return f"""skema: 1
langkah: B12
alasan: PDF bertanda tangan elektronik baru terbit
tanda_tangan:
  oleh: kadin
  tanggal: 2026-02-27
  cara: elektronik
  arsip: Map LAKIP 2025
  pindaian: {{nama: {name}, sidik: {seal(SIGNED)}}}
"""


def year(files: Mapping[str, str | bytes]) -> YearEvidence:
    """The evidence of a year: text is a record, bytes are a document."""
    data = {
        f"bukti/{name}.{'yml' if isinstance(one, str) else 'pdf'}": one.encode() if isinstance(one, str) else one
        for name, one in files.items()
    }
    return read_year(FORMS, frozenset(), read_report(YEAR, data), TODAY)


def faults(found: YearEvidence) -> list[str]:
    return [f"{fault.message}: {fault.repair}" for reading in found.unread for fault in reading.faults]


def test_a_record_with_the_document_it_names_is_valid() -> None:
    found = year({"b12": printed(), "b12-lakip": PRINTED})
    assert faults(found) == []
    assert downloads(found.records, "B12") == {"naskah": Filed("bukti/b12-lakip.pdf", seal(PRINTED))}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"b12": printed(), "b12-lakip": PRINTED + b"\n"},
            "b12-lakip.pdf bukan berkas yang sidik jarinya tertulis di sini: unggah berkas yang benar, atau tulis sidik"
            f" jarinya: {seal(PRINTED + bytes([10]))}",
        ),
        ({"b12": printed()}, "b12-lakip.pdf tidak ada di folder bukti/: unggah berkasnya di samping bukti ini"),
        (
            {"b12": printed("lakip.pdf")},
            "lakip.pdf bukan nama berkas milik bukti ini: namai b12-… dengan huruf kecil, misalnya b12-lakip.pdf",
        ),
        (
            {"b12": printed("b12-2-lakip.pdf"), "b12-2-lakip": PRINTED},
            "b12-2-lakip.pdf bukan nama berkas milik bukti ini: namai b12-… dengan huruf kecil, misalnya b12-lakip.pdf",
        ),
    ],
    ids=["another", "absent", "any name", "of a later record"],
)
def test_another_file_than_the_one_that_is_named(files: dict[str, str | bytes], told: str) -> None:
    found = year(files)
    assert faults(found) == [told]
    assert found.records == {}


def test_a_scan_may_lie_in_the_archive_and_bear_any_name() -> None:
    named = LETTER.replace("  pindaian:\n", f"  pindaian: {{nama: Surat A6.pdf, sidik: {seal(SIGNED)}}}\n")
    found = year({"a6": named})
    assert faults(found) == []
    assert downloads(found.records, "A6") == {"bertanda tangan": Filed("bukti/Surat A6.pdf", seal(SIGNED))}


def test_what_was_signed_later_is_downloaded_as_well() -> None:
    found = year({"b12": printed(), "b12-lakip": PRINTED, "b12-2": signed(), "b12-2-bertanda-tangan": SIGNED})
    assert faults(found) == []
    assert downloads(found.records, "B12") == {
        "naskah": Filed("bukti/b12-lakip.pdf", seal(PRINTED)),
        "bertanda tangan": Filed("bukti/b12-2-bertanda-tangan.pdf", seal(SIGNED)),
    }


def test_each_edition_has_its_own() -> None:
    second: dict[str, str | bytes] = {"b12-v2": printed("b12-v2-lakip.pdf", SIGNED), "b12-v2-lakip": SIGNED}
    found = year({"b12": printed(), "b12-lakip": PRINTED, **second})
    assert faults(found) == []
    assert downloads(found.records, "B12", 2) == {"naskah": Filed("bukti/b12-v2-lakip.pdf", seal(SIGNED))}
    assert downloads(found.records, "B7") == {}


RECEIPT = f"""skema: 1
langkah: B17
terima_inspektorat:
  tanggal: 2026-02-27
  penerima: Staf Inspektorat
  cara: diantar
  eksemplar: 1
  cap: ya
  arsip: Map LAKIP 2025
  pindaian: {{nama: b17-tanda-terima.pdf, sidik: {seal(SIGNED)}}}
terima_bagian_organisasi:
  tanggal: 2026-02-27
  penerima: Staf Bagian Organisasi
  cara: diantar
  eksemplar: 1
  cap: ya
  arsip: Map LAKIP 2025
  pindaian:
"""


def test_a_receipt_is_nobodys_download() -> None:
    found = year({"b17": RECEIPT, "b17-tanda-terima": SIGNED})
    assert faults(found) == []
    assert list(found.records) == ["bukti/b17.yml"]
    assert downloads(found.records, "B17") == {}


def test_the_digest_that_was_read_elsewhere_is_believed() -> None:
    """The bytes of a scan are not read with the report: only its digest is."""
    files = {"bukti/b12.yml": printed().encode(), "bukti/b12-lakip.pdf": b""}
    report = read_report(YEAR, files, seals={"bukti/b12-lakip.pdf": seal(PRINTED)})
    assert faults(read_year(FORMS, frozenset(), report, TODAY)) == []
