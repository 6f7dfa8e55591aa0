"""Everything in ``sop/`` read together: what must be there, what may be missing, and all faults in one answer."""

from collections.abc import Sequence

import pytest

from helpers import ROOT
from paraf.door.decode import load
from paraf.door.text import too_large
from paraf.errors import DataError, Fault, UsageError, UserError
from paraf.finding import Place, Severity
from paraf.sop.forms.papers import PapersFile
from paraf.sop.repository import FAULTS_PER_FILE, FORMATS, Repository, name_faults, read_repository, wanted

SOP, PAPERS, OFFICIALS, OFFICE = "sop/sop-lakip.yml", "sop/naskah.yml", "sop/petugas.yml", "sop/instansi.yml"
FILES = {name: (ROOT / name).read_bytes() for name in (SOP, PAPERS, OFFICIALS, OFFICE)}


def without(*names: str) -> Repository:
    return read_repository({name: data for name, data in FILES.items() if name not in names})


def faults_of(changes: dict[str, bytes]) -> list[str]:
    """Every fault as ``file:line:column message``, in the order of the error."""
    with pytest.raises(DataError) as caught:
        read_repository(FILES | changes)
    return [f"{fault.place} {fault.message}" for fault in caught.value.faults]


def check(*changes: tuple[str, str, str, str]) -> None:
    """Change (file, old, new): ``¦`` in the new text is the place of the expected message; in the order of the faults."""
    texts = {name: data.decode() for name, data in FILES.items()}
    for name, old, new, _ in changes:
        assert texts[name].count(old) == 1, old
        texts[name] = texts[name].replace(old, new)
    places = [
        f"{name}:{number}:{column + 1}"
        for name in sorted(texts)
        for number, line in enumerate(texts[name].split("\n"), start=1)
        for column in [line.find("¦")]
        if column >= 0
    ]
    found = faults_of({name: text.replace("¦", "").encode() for name, text in texts.items()})
    assert found == [f"{place} {message}" for place, (*_, message) in zip(places, changes, strict=True)]


def test_the_whole_repository() -> None:
    repo = read_repository(FILES)
    assert repo.office.nama_pendek == "Diskominfo Trenggalek"
    assert repo.sop.file == SOP == repo.sop_source.file
    assert repo.papers is not None
    assert repo.officials is not None
    assert (repo.papers.file, len(repo.papers.value.naskah)) == (PAPERS, 7)
    assert (repo.officials.file, len(repo.officials.value.orang)) == (OFFICIALS, 6)


def test_without_papers_the_sop_is_a_guide_only() -> None:
    repo = without(PAPERS, OFFICIALS)
    assert (repo.papers, repo.officials) == (None, None)
    assert len(repo.sop.steps) == 29


@pytest.mark.parametrize("name", [PAPERS, OFFICIALS])
def test_papers_and_officials_may_each_be_missing(name: str) -> None:
    repo = without(name)
    assert [source is None for source in (repo.papers, repo.officials)] == [name == PAPERS, name == OFFICIALS]


def test_a_rule_that_is_named_is_looked_up_where_the_rules_are_known() -> None:
    known = [one.aturan for one in loaded(FILES[PAPERS]).ketegasan]
    assert read_repository(FILES, codes=known)
    with pytest.raises(DataError) as caught:
        read_repository(FILES, codes=[code for code in known if code != "KON101"])
    assert [fault.message for fault in caught.value.faults] == ["aturan KON101 tidak ada"]
    assert read_repository({name: data for name, data in FILES.items() if name not in (PAPERS, OFFICIALS)}, codes=[])


def loaded(data: bytes) -> PapersFile:
    source, _ = load(PapersFile, PAPERS, data)
    assert source
    return source.value


def test_no_sop() -> None:
    with pytest.raises(UsageError) as caught:
        without(SOP)
    assert str(caught.value) == (
        "Berkas SOP (sop/sop-*.yml) tidak ada di folder ini. Jalankan dari folder repositori, atau pakai --akar FOLDER."
    )


def test_two_sops() -> None:
    with pytest.raises(UsageError) as caught:
        read_repository(FILES | {"sop/sop-baru.yml": b""})
    assert str(caught.value) == (
        "Ada 2 berkas SOP: sop/sop-baru.yml, sop/sop-lakip.yml. Sisakan satu; pindahkan versi lama ke sop/arsip/."
    )


def test_no_office() -> None:
    with pytest.raises(UsageError) as caught:
        without(OFFICE)
    assert str(caught.value) == (
        "sop/instansi.yml tidak ada. Salin contohnya dari repositori Paraf, lalu isi nama kantor Anda."
    )


def test_faults_of_every_file_at_once_ordered_by_place() -> None:
    check(
        (OFFICE, "skema: 1\n", "skema: ¦2\n", "nilai '2' tidak dikenal"),
        (OFFICE, "lebar: 210", "lebar: ¦0", "0 terlalu kecil"),
        (PAPERS, "rangkap: tolak", "rangkap: ¦boleh", "nilai 'boleh' tidak dikenal"),
        (OFFICIALS, "id: 999000001", "id: ¦nol", "'nol' bukan bilangan bulat"),
        (SOP, "skema: 1\n", "¦skema: 1\n", "kunci wajib 'kode' belum ada"),
        (SOP, "kode: lakip\n", "¦kodee: lakip\n", "kunci 'kodee' tidak dikenal"),
        (SOP, "KABUPATEN TRENGGALEK, tebal: ya", "KABUPATEN TRENGGALEK, tebal: ¦true", "nilai 'true' tidak dikenal"),
    )


def test_lines_are_ordered_as_numbers() -> None:
    unknown = "tidak ada di sop/sop-lakip.yml"
    check(
        (PAPERS, "sop: lakip", "sop: ¦lain", "SOP 'lain' tidak ada"),
        (PAPERS, "disetujui: B11", "disetujui: ¦B98", f"langkah B98 {unknown}"),
        (PAPERS, "kode: B17", "kode: ¦B99", f"langkah B99 {unknown}"),
    )


def test_faults_inside_and_between_files_together() -> None:
    check(
        (PAPERS, "sop: lakip", "sop: ¦lain", "SOP 'lain' tidak ada"),
        (OFFICIALS, "peran: kadin", "peran: ¦bupati", "peran 'bupati' tidak ada di sop/sop-lakip.yml"),
        (
            SOP,
            "kolom: [staf, kasubag, sekdin, tim]",
            "kolom: [staf, kasubag, sekdin, ¦tamu]",
            "pelaksana 'tamu' tidak ada",
        ),
    )


def test_a_broken_office_alone_is_refused() -> None:
    assert faults_of({OFFICE: b""}) == ["sop/instansi.yml:1:1 berkas ini kosong"]


def test_a_broken_sop_hides_no_fault_of_the_others() -> None:
    assert faults_of({SOP: b"\xff", OFFICIALS: b""}) == [
        "sop/petugas.yml:1:1 berkas ini kosong",
        "sop/sop-lakip.yml:1:1 bita 0xff bukan UTF-8",
    ]


def told(files: dict[str, bytes], known: Sequence[Fault] = ()) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_repository(files, known)
    return [f"{fault.place} {fault.message}" for fault in caught.value.faults]


def test_what_was_not_read_hides_no_fault_of_the_others() -> None:
    large = too_large(PAPERS, 5_000_000)
    files = {SOP: FILES[SOP], OFFICE: b"sampah", OFFICIALS: b""}
    assert told(files, [large]) == [
        f"{OFFICE}:1:1 di sini harus pasangan 'kunci: isi'",
        f"{PAPERS}:1:1 berkas ini 5,0 MB; paling besar 1 MB",
        f"{OFFICIALS}:1:1 berkas ini kosong",
    ]
    assert told({OFFICE: FILES[OFFICE]}, [too_large(SOP, 5_000_000)]) == [
        f"{SOP}:1:1 berkas ini 5,0 MB; paling besar 1 MB"
    ]
    misnamed = name_faults([*FILES, "sop/naskah.yaml"])
    assert told({SOP: FILES[SOP], OFFICE: b""}, misnamed) == [
        f"{OFFICE}:1:1 berkas ini kosong",
        "sop/naskah.yaml:1:1 nama ini tidak dikenal, jadi isinya tidak akan dibaca",
    ]


def test_what_is_missing_is_told_among_the_faults_of_the_others() -> None:
    assert told({SOP: FILES[SOP], OFFICIALS: b""}) == [
        f"{OFFICE}:1:1 berkas ini tidak ada",
        f"{OFFICIALS}:1:1 berkas ini kosong",
    ]
    assert told({OFFICE: b""}) == [f"{OFFICE}:1:1 berkas ini kosong", "sop/sop-*.yml:1:1 berkas ini tidak ada"]
    # A file of another name is there; to rename it is the whole repair.
    assert told({OFFICE: b""}, name_faults(["sop/sop-lakip.yaml"])) == [
        f"{OFFICE}:1:1 berkas ini kosong",
        "sop/sop-lakip.yaml:1:1 nama ini tidak dikenal, jadi isinya tidak akan dibaca",
    ]


def test_a_broken_sop_hides_no_fault_that_needs_no_sop() -> None:
    twice = FILES[OFFICIALS].replace(b"id: 999000001", b"id: 999000002")
    assert told(FILES | {SOP: b"", OFFICIALS: twice}) == [
        f"{OFFICIALS}:13:83 nomor akun '999000002' dipakai dua orang",
        f"{SOP}:1:1 berkas ini kosong",
    ]


def test_a_performer_that_does_not_exist_is_told_once() -> None:
    for old, new in ((b"siapa: [kasubag]", b"siapa: [kasubbag]"), (b"siapa: [kasubag]", b"siapa: [kasubag, kasubbag]")):
        assert faults_of({SOP: FILES[SOP].replace(old, new, 1)}) == [
            f"{SOP}:113:{20 + new.index(b'kasubbag') - 7} pelaksana 'kasubbag' tidak ada"
        ]


WANTED = {
    "sop/sop-lakip.yml": True,
    "sop/sop-lain.yml": True,
    "sop/sop-Lain_2.yml": True,
    "sop/naskah.yml": True,
    "sop/petugas.yml": True,
    "sop/instansi.yml": True,
    "sop/lain.yml": False,
    "sop/evaluasi.yml": False,
    "sop/sop-lakip.yaml": False,
    "sop/sop-lakip.yml.bak": False,
    "sop/sop-lakip (1).yml": False,
    "sop/SOP-lakip.yml": False,
    "sop/sop-a\x1b.yml": False,
    "sop/arsip/sop-lama.yml": False,
    "sop/sop-arsip/lama.yml": False,
    "naskah.yml": False,
    "sop/skema/sop.json": False,
}


@pytest.mark.parametrize(("path", "expected"), WANTED.items(), ids=list(WANTED))
def test_wanted(path: str, expected: bool) -> None:
    assert wanted(path) is expected


CHOICE = (
    "pakai salah satu: sop/sop-*.yml · sop/instansi.yml · sop/naskah.yml · sop/petugas.yml · sop/sistematika.yml · "
    "sop/gaya-selingkung.yml · sop/bukti.yml · sop/penarikan.yml · sop/di-luar-sop.yml · sop/evaluasi.yml; "
    "atau pindahkan ke luar folder sop/"
)
MISSED = {
    "naskah.yaml": "sop/naskah.yml",
    "Naskah.yml": "sop/naskah.yml",
    "NASKAH.YML": "sop/naskah.yml",
    "naskah.yml.txt": "sop/naskah.yml",
    "naskah.yml~": "sop/naskah.yml",
    "naskah": "sop/naskah.yml",
    "naskah.txt": "sop/naskah.yml",
    "naskah.yml ": "sop/naskah.yml",
    "naskah (1).yml": "sop/naskah.yml",
    "naksah.yml": "sop/naskah.yml",
    "ｎaskah.yml": "sop/naskah.yml",
    "nаskah.yml": "sop/naskah.yml",
    "petugas.yml.txt": "sop/petugas.yml",
    "instansi.json": "sop/instansi.yml",
    "sop-lakip.yaml": "sop/sop-lakip.yml",
    "sop-lakip.yml.bak": "sop/sop-lakip.yml",
    "SOP-Lakip.yml": "sop/sop-lakip.yml",
    "Evaluasi.yml": "sop/evaluasi.yml",
    "sistematika.yaml": "sop/sistematika.yml",
    "Skema": "sop/skema",
    "ARSIP": "sop/arsip",
}


@pytest.mark.parametrize(("name", "expected"), MISSED.items(), ids=list(map(ascii, MISSED)))
def test_a_name_that_misses_an_expected_one(name: str, expected: str) -> None:
    (fault,) = name_faults([OFFICE, f"sop/{name}"])
    assert (str(fault.place), fault.message) == (
        f"sop/{name}:1:1",
        "nama ini tidak dikenal, jadi isinya tidak akan dibaca",
    )
    assert (
        fault.repair == f"ganti namanya menjadi {expected}, atau pindahkan ke luar folder sop/ bila bukan itu maksudnya"
    )


@pytest.mark.parametrize("name", ["lain.yml", "lain.YAML", "x.yml.txt", "sop_lakip.yml", "sop-lakip (1).yml", ".yml"])
def test_unknown_yaml_is_refused_with_every_name_we_know(name: str) -> None:
    assert [fault.repair for fault in name_faults([f"sop/{name}"])] == [CHOICE]


def test_a_name_is_shown_on_one_line_and_cut() -> None:
    faults = name_faults(["sop/a\x1b\n.yml", f"sop/{'x' * 99}.yml"])
    assert [fault.place.file for fault in faults] == ["sop/a\ufffd↵.yml", f"sop/{'x' * 55}…"]


def test_known_names_and_names_of_other_things_are_left_alone() -> None:
    known = ["sop/skema", "sop/kalender", "sop/arsip", "sop/sistematika.yml", "sop/gaya-selingkung.yml"]
    others = ["sop/evaluasi.yml", "sop/BACA-SAYA.md", "sop/Thumbs.db", "sop/lampiran", "sop/arsip.zip"]
    assert name_faults([*FILES, *known, *others]) == []


def test_officials_without_papers_are_not_passed_over_in_silence() -> None:
    assert name_faults([OFFICE, SOP, PAPERS]) == name_faults([OFFICE, SOP]) == []
    (fault,) = name_faults([OFFICE, SOP, OFFICIALS])
    assert (str(fault.place), fault.message, fault.repair) == (
        f"{OFFICIALS}:1:1",
        f"daftar petugas ini tidak dipakai, karena {PAPERS} tidak ada",
        f"tulis {PAPERS}, atau hapus berkas ini",
    )


def test_many_faults_of_one_file_do_not_bury_another() -> None:
    many = "skema: 1\n" + "".join(f"k{number}: 1\n" for number in range(100))
    found = faults_of({PAPERS: many.encode(), OFFICIALS: b""})
    papers, officials = found[:-1], found[-1]
    assert len(papers) == FAULTS_PER_FILE + 1
    assert papers[-1] == f"{PAPERS}:48:1 dan 54 kesalahan lagi di berkas ini"
    assert officials == f"{OFFICIALS}:1:1 berkas ini kosong"


def test_as_many_faults_as_are_shown_are_all_shown() -> None:
    exactly = "skema: 1\n" + "".join(f"k{number}: 1\n" for number in range(46))
    found = faults_of({PAPERS: exactly.encode()})
    assert len(found) == FAULTS_PER_FILE
    assert "lagi" not in found[-1]


def test_every_format_is_named_after_its_schema() -> None:
    office = ["sop", "naskah", "petugas", "instansi", "sistematika", "gaya-selingkung", "bukti", "penarikan"]
    assert list(FORMATS) == [*office, "di-luar-sop"]


def test_faults_are_ordered_and_counted() -> None:
    places = [Place("b.yml", 1, 1), Place("a.yml", 10, 1), Place("a.yml", 9, 2), Place("a.yml", 9, 1)]
    error = DataError([Fault(place, "salah", "betulkan") for place in places])
    assert isinstance(error, UserError)
    assert [str(fault.place) for fault in error.faults] == ["a.yml:9:1", "a.yml:9:2", "a.yml:10:1", "b.yml:1:1"]
    assert str(error) == "4 kesalahan pada data"


def test_severities_have_headings() -> None:
    assert {severity.value: severity.heading for severity in Severity} == {
        "wajib": "Wajib diperbaiki",
        "sebaiknya": "Sebaiknya",
        "catatan": "Catatan",
    }


OUTLINE = """skema: 1
dasar: Contoh
bab:
  - {id: satu, nomor: "10", judul: Satu, panduan: Isi., dasar: Contoh}
  - id: dua
    nomor: "20"
    judul: Dua
    panduan: Isi.
    dasar: Contoh
    isi:
      - {id: bagian, judul: Bagian, panduan: Isi.}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: dua", "id: satu", 5, "id 'satu' ditulis dua kali"),
        ("id: bagian", "id: dua", 11, "id 'dua' ditulis dua kali"),
        ('nomor: "20"', 'nomor: "10"', 6, "nomor 10 tidak sesudah 10"),
        ('nomor: "20"', 'nomor: "05"', 6, "nomor 05 tidak sesudah 10"),
    ],
)
def test_an_outline_names_everything_once_and_in_order(old: str, new: str, line: int, said: str) -> None:
    assert read_repository(FILES | {"sop/sistematika.yml": OUTLINE.encode()}).outline
    with pytest.raises(DataError) as caught:
        read_repository(FILES | {"sop/sistematika.yml": OUTLINE.replace(old, new).encode()})
    (fault,) = caught.value.faults
    assert (fault.place.line, fault.message) == (line, said)
