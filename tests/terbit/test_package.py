"""What an examiner is handed: all that the book binds of the report, and nothing else of the year."""

import json

from msgspec.structs import replace

from paraf.laporan.records.names import EvidenceName
from paraf.terbit.package import package_files
from terbit.filed import SIGNED, edition, naming, with_files
from terbit.packed import OFFICE, OUTLINE, binding, bound_edition, package
from terbit.years import YEAR, books, files

BELOW = f"lakip/{YEAR}/"


def names() -> set[str]:
    return {path.removeprefix(BELOW) for path in package()}


def test_the_content_the_text_the_book_the_evidence_of_publication_and_the_document_are_in_it() -> None:
    assert {"10-pendahuluan.md", "data/kinerja.yml", "lampiran/daftar.yml", "tanggapan.yml", "laporan.yml"} <= names()
    assert {"bukti/b12.yml", "bukti/b12-lakip.pdf"} <= names()
    assert {f"buku/{name}" for name in books()} <= names()
    assert {"teks-yang-disetujui.md", "paket.json", "verifikasi.py", "sop/naskah.yml", "sop/petugas.yml"} <= names()


def test_nothing_else_of_the_year_is_in_it() -> None:
    """Neither individual reports nor the evidence of other papers: no sentence of them."""
    left = {name for name in files() if name.startswith("bukti/") and not name.startswith("bukti/b12")}
    left |= {"individu.yml", "nota-dinas.md", "rencana-kerja.yml", "surat-pengantar.md"}
    assert left
    assert not left & names()
    whole = b"\n".join(package().values())
    sentences = [
        line.strip()
        for name in left
        for line in files()[name].splitlines()
        if len(line.split()) >= 9 and b"#" not in line
    ]
    assert sentences
    assert [line for line in sentences if line in whole] == []


def test_evidence_of_another_edition_stays_out_and_a_later_record_comes_along() -> None:
    later = naming(SIGNED, "b12-2-ttd.pdf", EvidenceName("B12", number=2))
    again = {EvidenceName("B12", edition=2).path: b"skema: 1\n"}
    one = with_files(later | again)
    found = package_files(one, binding(one), OFFICE, OUTLINE, b"")
    assert {f"{BELOW}bukti/b12-2.yml", f"{BELOW}bukti/b12-2-ttd.pdf"} <= found.keys()
    assert f"{BELOW}bukti/b12-v2.yml" not in found


def test_the_same_files_make_the_same_package_and_it_says_which_report_it_is() -> None:
    one = bound_edition()
    assert package_files(one, binding(one), OFFICE, OUTLINE, package()["verifikasi.py"]) == package()
    told = json.loads(package()["paket.json"])
    assert told == {"contoh": "ya", "edisi": 1, "naskah": "draf-akhir", "skema": 1, "tahun": 2025}


def test_where_no_text_was_recorded_there_is_none() -> None:
    one = edition()
    bare = replace(one, sample=False, closing=replace(one.closing, expanded=None))
    found = package_files(bare, {}, {}, None, b"")
    assert "teks-yang-disetujui.md" not in found
    assert json.loads(found["paket.json"])["contoh"] == "tidak"
