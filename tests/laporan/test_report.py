"""A year's folder: what is there is read, what is absent is nothing, what cannot be read is a fault with its place."""

from collections.abc import Mapping

import pytest

from laporan.case import FOLDER, YEAR, base_files
from paraf.laporan.report import Report, chapter_like, is_text, read_report

FILES: Mapping[str, bytes] = {
    path.removeprefix(f"{FOLDER}/"): text.encode()
    for path, text in base_files().items()
    if path.startswith(f"{FOLDER}/")
}


def report(**changes: bytes | None) -> Report:
    """The base year with files replaced, added or (``None``) taken away; ``__`` stands for a slash, ``_`` for a dot."""
    files = dict(FILES)
    for key, data in changes.items():
        name = key.replace("__", "/").replace("_", ".")
        if data is None:
            del files[name]
        else:
            files[name] = data
    return read_report(YEAR, files)


def said(found: Report) -> list[str]:
    return [f"{fault.place} {fault.message} / {fault.repair}" for fault in found.faults]


def test_the_whole_year_is_read() -> None:
    found = report()
    assert said(found) == []
    assert found.identity
    assert found.performance
    assert found.budget
    assert found.annexes
    assert (found.folder, found.exempted) == ("lakip/2025", ())
    assert [chapter.number for chapter in found.chapters] == ["01", "20", "31", "32", "70", "80"]
    assert [row["nama"].text for row in found.lists["data/daftar-aplikasi.csv"]] == [
        "Aplikasi Aduan",
        "Aplikasi Surat",
        "Aplikasi Arsip",
    ]
    assert found.by_id["capaian", "SS-2"].number == "32"
    assert (str(found.place("laporan.yml")), str(found.place())) == ("lakip/2025/laporan.yml:1:1", "lakip/2025:1:1")


def test_an_empty_folder_is_a_year_without_anything() -> None:
    found = read_report(YEAR, {})
    assert said(found) == []
    assert (found.identity, found.performance, found.budget, found.annexes, found.exemptions) == (None,) * 5
    assert (found.chapters, found.lists, found.exempted) == ((), {}, ())


def test_a_year_in_another_folder_is_named() -> None:
    assert said(
        read_report(2031, {"laporan.yml": FILES["laporan.yml"], "data/kinerja.yml": FILES["data/kinerja.yml"]})
    ) == [
        "lakip/2031/data/kinerja.yml:2:8 tahunnya 2025, padahal foldernya 2031 / tulis 2031, atau pindahkan berkasnya",
        "lakip/2031/laporan.yml:2:8 tahunnya 2025, padahal foldernya 2031 / tulis 2031, atau pindahkan berkasnya",
    ]


def test_one_broken_file_leaves_the_others() -> None:
    found = report(data__kinerja_yml=b"skema: [1", data__anggaran_csv=b"kode;uraian\n")
    assert (found.performance, found.budget) == (None, None)
    assert found.identity
    assert {fault.place.file for fault in found.faults} == {
        "lakip/2025/data/anggaran.csv",
        "lakip/2025/data/kinerja.yml",
    }


def test_without_the_agreement_the_budget_is_read_by_its_later_edition() -> None:
    found = report(data__kinerja_yml=None)
    assert found.budget
    assert found.budget.edition == "perubahan"


def test_exemptions_are_read() -> None:
    text = "skema: 1\npengecualian:\n  - {kode: BHS101, berkas: 80-penutup.md, memuat: kata, alasan: kutipan}\n"
    (one,) = report(data__pengecualian_yml=text.encode()).exempted
    assert (one.kode, one.berkas) == ("BHS101", "80-penutup.md")


def test_a_list_may_have_any_columns_and_its_faults_are_told() -> None:
    found = report(
        **{
            "data__daftar-desa_csv": b'sep=,\nDesa,"Uji terima, tanggal"\nSatu,2025\n',
            "data__daftar-rusak_csv": b'a\n"',
        }
    )
    assert [list(row) for row in found.lists["data/daftar-desa.csv"]] == [["desa", "uji_terima,_tanggal"]]
    assert [fault.place.file for fault in found.faults] == ["lakip/2025/data/daftar-rusak.csv"]


@pytest.mark.parametrize(
    ("name", "gone", "right"),
    [
        ("data/anggaran.xlsx", "data/anggaran.csv", "data/anggaran.csv (CSV UTF-8)"),
        ("data/Anggaran.csv", "data/anggaran.csv", "data/anggaran.csv (CSV UTF-8)"),
        ("anggaran.csv", "data/anggaran.csv", "data/anggaran.csv (CSV UTF-8)"),
        ("data/kinerja.yaml", "data/kinerja.yml", "data/kinerja.yml"),
        ("data/laporan.yml", "laporan.yml", "laporan.yml"),
        ("data/Daftar Aplikasi.csv", "data/daftar-aplikasi.csv", "data/daftar-aplikasi.csv (CSV UTF-8)"),
        ("data/daftar.xlsx", "data/daftar-aplikasi.csv", "data/daftar-nama.csv (CSV UTF-8)"),
    ],
)
def test_data_under_a_name_that_nobody_reads_is_named(name: str, gone: str, right: str) -> None:
    files = {key: data for key, data in FILES.items() if key != gone} | {name: b""}
    assert said(read_report(YEAR, files)) == [
        f"lakip/2025/{name}:1:1 nama berkas ini tidak dikenal, jadi isinya tidak dibaca / simpan sebagai {right}"
    ]


@pytest.mark.parametrize(
    "name",
    ["data/anggaran.xlsx", "data/catatan.txt", "lampiran/anggaran.xlsx", "data/lama/kinerja.yml", "pegawai.yml"],
)
def test_control_a_copy_beside_the_right_file_is_nobodys_business(name: str) -> None:
    assert said(read_report(YEAR, {**FILES, name: b""})) == []


def test_a_broken_file_does_not_bury_the_others() -> None:
    found = report(data__anggaran_csv=FILES["data/anggaran.csv"] + b"x;;;;;\n" * 200)
    assert len(found.faults) == 51
    assert found.faults[-1].message == "dan 150 kesalahan lagi di berkas ini"


def test_names_tell_what_is_read() -> None:
    assert is_text("a.MD")
    assert is_text("data/x.csv")
    assert not is_text("bukti.pdf")
    assert chapter_like("penutup.md")
    assert not chapter_like("80-penutup.md")
    assert not chapter_like("lampiran/a.md")
    assert not chapter_like("a.txt")
