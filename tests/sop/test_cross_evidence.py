"""``bukti.yml`` in itself and against ``naskah.yml``: every fault, at its place.

Cases are small changes of the real files; ``¦`` stands before each place where a fault is expected.
"""

import pytest

from helpers import ROOT, load_files
from paraf.errors import DataError, Fault

SOP, PAPERS, EVIDENCE = "sop/sop-lakip.yml", "sop/naskah.yml", "sop/bukti.yml"
FILES = {name: (ROOT / name).read_text(encoding="utf-8") for name in (SOP, PAPERS, EVIDENCE)}


def told(name: str, *changes: tuple[str, str]) -> list[str]:
    """What is said about a changed file, after the place of each mark was compared."""
    text = FILES[name]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    marks = [f"{name}:{number}:{line.index('¦') + 1}" for number, line in enumerate(text.split("\n"), 1) if "¦" in line]
    found: tuple[Fault, ...] = ()
    try:
        load_files(FILES | {name: text.replace("¦", "")})
    except DataError as error:
        found = error.faults
    assert [str(fault.place) for fault in found] == marks
    return [f"{fault.message} / {fault.repair}" for fault in found]


def test_control_the_real_files_are_in_order() -> None:
    assert told(EVIDENCE) == []


FIELD = "    isian:\n      - {kunci: x, sebutan: X, panduan: p, jenis: kata}\n"
CASES: dict[str, tuple[str, tuple[str, str], str]] = {
    "kata dua kali": (
        EVIDENCE,
        (
            "    isian:\n      - kunci: tanggal_daftar",
            f"{FIELD}  - nama: ¦penerimaan\n    isian:\n      - kunci: tanggal_daftar",
        ),
        "isi bukti 'penerimaan' ditulis dua kali / beri nama lain, atau gabungkan",
    ),
    "kunci dua kali": (
        EVIDENCE,
        ("{kunci: jam, ", "{kunci: ¦tanggal, "),
        "kunci 'tanggal' sudah dipakai / beri nama lain",
    ),
    "kunci milik semua": (
        EVIDENCE,
        ("- kunci: arsip_daftar", "- kunci: ¦alasan"),
        "kunci 'alasan' sudah dipakai / beri nama lain",
    ),
    "kunci berbentuk lain": (
        EVIDENCE,
        ("- kunci: arsip_daftar", "- kunci: ¦Arsip-Daftar"),
        "bentuk 'Arsip-Daftar' tidak sesuai / pakai huruf kecil dan garis bawah, misalnya tanggal",
    ),
    "rujukan tanggal": (
        EVIDENCE,
        ("tidak_sebelum: [penerimaan.tanggal]", "tidak_sebelum: ¦[penerimaan.tgl]"),
        "isian 'penerimaan.tgl' tidak ada di berkas ini / tulis kunci yang ada",
    ),
    "rujukan tahun": (
        EVIDENCE,
        ("tahun: tanggal\n", "tahun: ¦tgl\n"),
        "isian 'tgl' tidak ada di berkas ini / tulis kunci yang ada",
    ),
    "rujukan kolom": (
        EVIDENCE,
        ("juga_di: [masukan.dari, ", "juga_di: ¦[masukan.asal, "),
        "isian 'masukan.asal' tidak ada di berkas ini / tulis kunci yang ada",
    ),
    "bersyarat pada yang tidak ada": (
        EVIDENCE,
        ("wajib_bila: {kunci: keadaan,", "wajib_bila: {kunci: ¦jumlahnya,"),
        "kunci 'jumlahnya' tidak ada di sebelahnya / pakai: dari · tanggal · jumlah · keadaan · kurang",
    ),
    "dijawab tanpa nomor": (
        EVIDENCE,
        ("dijawab: ya\n", "dijawab: ¦ya\n"),
        "baris yang dijawab perlu nomor / tambahkan isian berjenis bilangan dengan 'unik: ya'",
    ),
    "kata naskah yang tidak ada": (
        PAPERS,
        ("isi: [pengiriman]", "isi: [¦kiriman]"),
        "isi bukti 'kiriman' tidak ada di sop/bukti.yml / pakai salah satu: nomor · tanggal · tanda tangan · pengiriman ·"
        " penerimaan · koordinasi · masukan seksi · penggandaan · tanda terima Inspektorat · "
        "tanda terima Bagian Organisasi",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_at_its_place(case: str) -> None:
    name, change, said = CASES[case]
    more = [("jenis: bilangan, unik: ya}", "jenis: bilangan}")] if case == "dijawab tanpa nomor" else []
    assert told(name, change, *more) == [said]


def test_two_words_of_one_step_must_not_share_a_key() -> None:
    """Two words may share one, as long as no step asks for both."""
    shared = FILES[EVIDENCE].replace("- kunci: rapat\n", "- kunci: penggandaan\n").replace("[rapat.tanggal]", "[]")
    assert load_files(FILES | {EVIDENCE: shared}).evidence
    papers = FILES[PAPERS].replace("isi: [tanda tangan, penggandaan]", "isi: [koordinasi, penggandaan]")
    with pytest.raises(DataError) as caught:
        load_files(FILES | {EVIDENCE: shared, PAPERS: papers})
    (fault,) = caught.value.faults
    assert fault.message == "isi bukti langkah B12 memakai kunci yang sama: penggandaan"
    assert fault.repair == "beri nama lain pada salah satunya di sop/bukti.yml"


def test_without_papers_the_file_is_read_by_itself() -> None:
    repo = load_files({name: text for name, text in FILES.items() if name != PAPERS})
    assert repo.evidence
    assert repo.evidence.value.bulan_awal == 10
