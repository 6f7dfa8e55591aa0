"""A year ends under the SOP version it began with: found by its number, read with today's office and officials."""

import pytest

from helpers import ROOT, files_of
from paraf.errors import DataError, UsageError
from paraf.sop.archive import folder_of, read_archived, same_version

CURRENT = files_of(ROOT)
SOP = CURRENT["sop/sop-lakip.yml"]
OLD = "01/SOP.Perenc/406.020/2015"
NOW = "01/SOP.Perenc/406.020/2020"
ARCHIVED = {"sop-lama.yml": SOP.replace(NOW.encode(), OLD.encode()), "naskah.yml": CURRENT["sop/naskah.yml"]}
ASKED = "lakip/2024/laporan.yml"


@pytest.mark.parametrize(
    ("version", "folder"),
    [
        (NOW, "sop/arsip/01-sop-perenc-406-020-2020"),
        ("  01/SOP.Perenc / 406.020/2020 ", "sop/arsip/01-sop-perenc-406-020-2020"),
        ("../../luar", "sop/arsip/luar"),
    ],
)
def test_the_folder_of_a_version_is_its_number(version: str, folder: str) -> None:
    assert folder_of(version) == folder


def test_versions_are_compared_however_they_are_spaced_and_cased() -> None:
    assert same_version("01/SOP.Perenc/406.020/2020", "01/sop.perenc/406.020/2020 ")
    assert not same_version(OLD, NOW)


def test_an_archived_version_is_read_with_todays_officials() -> None:
    repo = read_archived(OLD, ARCHIVED, CURRENT, ASKED)
    assert repo.sop.identity.nomor == OLD
    assert repo.papers
    assert repo.officials
    assert repo.officials.value.orang


def test_without_papers_of_its_own_it_has_todays() -> None:
    repo = read_archived(OLD, {"sop-lama.yml": ARCHIVED["sop-lama.yml"], "catatan.txt": b"x"}, CURRENT, ASKED)
    assert repo.papers
    guide = {path: data for path, data in CURRENT.items() if "naskah" not in path and "petugas" not in path}
    assert read_archived(OLD, {"sop-lama.yml": ARCHIVED["sop-lama.yml"]}, guide, ASKED).papers is None


def test_a_version_that_was_not_kept_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        read_archived(OLD, {}, CURRENT, ASKED)
    assert str(caught.value) == (
        f"{ASKED} menyebut SOP nomor {OLD}, tetapi sop/ memuat nomor lain dan sop/arsip/01-sop-perenc-406-020-2015/ tidak"
        " memuat berkas SOP. Simpan versi itu di sop/arsip/01-sop-perenc-406-020-2015/, atau betulkan kunci 'sop' di"
        f" {ASKED}."
    )


def faults(archived: dict[str, bytes], current: dict[str, bytes] = CURRENT) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_archived(OLD, archived, current, ASKED)
    return [f"{fault.place.file}: {fault.message}" for fault in caught.value.faults]


def test_faults_are_told_where_the_file_lies() -> None:
    folder = "sop/arsip/01-sop-perenc-406-020-2015"
    broken = ARCHIVED | {"naskah.yml": ARCHIVED["naskah.yml"].replace(b"terbit: B12", b"terbit: B99")}
    assert faults(broken) == [f"{folder}/naskah.yml: langkah B99 tidak ada di sop/sop-lama.yml"]
    officials = CURRENT | {"sop/petugas.yml": b"skema: 1\n"}
    assert {one.partition(":")[0] for one in faults(ARCHIVED, officials)} == {"sop/petugas.yml"}


def test_a_version_in_the_wrong_folder_is_told() -> None:
    assert faults(ARCHIVED | {"sop-lama.yml": SOP}) == [
        f"sop/arsip/01-sop-perenc-406-020-2015/sop-lama.yml: nomor SOP ini {NOW}, padahal foldernya untuk nomor {OLD}"
    ]
