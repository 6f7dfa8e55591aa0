"""A form as the class that the door reads: every kind of the vocabulary takes its values and refuses others."""

import msgspec
import pytest

from helpers import ROOT, load_files
from paraf.door.decode import load
from paraf.laporan.records.shape import plain_digest, shape_of
from paraf.sop.evidence import EvidenceForm, evidence_forms

PAPERS = (ROOT / "sop/naskah.yml").read_text(encoding="utf-8")
SOP = (ROOT / "sop/sop-lakip.yml").read_text(encoding="utf-8")
KINDS = {
    "nomor surat": (["1/a", "000.8/12/406-020/2026"], ["12", "a/b", "1/ 2", "1/"]),
    "tanggal": (["2026-01-31"], ["31-01-2026", "kemarin"]),
    "jam": (["09.30", "23.59"], ["9.30", "24.00", "09:30"]),
    "kata": (["Bidang Satu"], ['" "']),
    "kalimat, kata: 2": (["dua kata", "lebih dari dua"], ["satu"]),
    "kalimat, kata: 0": (["satu"], ['""']),
    "bilangan": (["1", "99"], ["0", "dua"]),
    "bilangan, minimum: 2, maksimum: 3": (["2", "3"], ["1", "4"]),
    "pilihan, pilihan: [hitam, putih]": (["hitam"], ["abu-abu"]),
    "peran": (["staf", "kadin"], ["bupati"]),
    "peran, dari: penyetuju": (["kadin"], ["staf"]),
    "bab": (["bab-satu"], ["Bab I"]),
    "arsip": (["Map satu"], ["map", '""']),
    "berkas": (["{nama: a b.pdf, sidik: " + "ab" * 32 + "}"], ["a.pdf", "{nama: a.doc, sidik: " + "ab" * 32 + "}"]),
    "kelompok, isian: [{kunci: y, sebutan: Y, panduan: p, jenis: jam}]": (["{y: '08.00'}"], ["'08.00'", "{y: }"]),
    "baris, isian: [{kunci: y, sebutan: Y, panduan: p, jenis: jam}]": (["[{y: '08.00'}]"], ["[]", "{y: '08.00'}"]),
}


def form(kind: str) -> EvidenceForm:
    """A step whose record has one field of this kind."""
    evidence = (
        "skema: 1\nisi:\n"
        f"  - {{nama: satu, isian: [{{kunci: x, sebutan: X, panduan: isi x, jenis: {kind}}}]}}\n"
        "  - {nama: lain, isian: [{kunci: z, sebutan: Z, panduan: isi z, jenis: kata, wajib: tidak}]}\n"
    )
    lines = []
    for line in PAPERS.split("\n"):
        head, asked, _ = line.partition("isi: [")
        words = "satu" if "[nomor, tanggal, tanda tangan]" in line else "lain"
        lines.append(f"{head}isi: [{words}]}}" if asked else line)
    files = {"sop/sop-lakip.yml": SOP, "sop/naskah.yml": "\n".join(lines), "sop/bukti.yml": evidence}
    return evidence_forms(load_files(files))["A6"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_takes_its_values_and_no_others(kind: str) -> None:
    shape = shape_of(form(kind), later=False)
    right, wrong = KINDS[kind]

    def accepted(value: str) -> bool:
        return load(shape, "x.yml", f"skema: 1\nlangkah: A6\nx: {value}\n".encode())[0] is not None

    assert [value for value in right if not accepted(value)] == []
    assert [value for value in wrong if accepted(value)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_schema_for_editors(kind: str) -> None:
    for later in (False, True):
        assert "x" in str(msgspec.json.schema(shape_of(form(kind), later)))


def test_a_field_that_may_stay_blank_may_be_left_out() -> None:
    shape = shape_of(form("jam, wajib: tidak"), later=False)
    for text in ("", "x:\n", "catatan: terlambat\n"):
        assert load(shape, "x.yml", f"skema: 1\nlangkah: A6\n{text}".encode())[1] == []


def test_a_printed_digest_is_read_without_its_groups() -> None:
    assert plain_digest("12AB 34cd") == "12ab34cd"
