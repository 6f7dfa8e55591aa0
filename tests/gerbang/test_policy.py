"""The rules of a year: the office's own, or those of the SOP version under which the year began."""

from collections.abc import Mapping

import pytest

from helpers import CASES, ROOT, files_of, load_case
from paraf.errors import DataError, UsageError
from paraf.gerbang.policy import officials_of, policy_of
from paraf.sop.archive import folder_of

CURRENT = load_case(ROOT)
NUMBER = CURRENT.sop.identity.nomor
OLD = "060/1/2020"


def identity(number: str) -> bytes:
    return (
        f'skema: 1\ntahun: 2026\njudul: Laporan Kinerja\nsingkatan: LAKIP\nsop: "{number}"\nkeadaan: 2026-11-20\n'
    ).encode()


def nothing(_: str) -> Mapping[str, bytes]:
    """A repository in which no folder is asked for."""
    raise AssertionError("no folder is needed")


@pytest.mark.parametrize("said", [None, identity(NUMBER)])
def test_the_rules_of_today(said: bytes | None) -> None:
    """A year that names no version, or today's, runs by what the office has now."""
    repo, policy = policy_of(CURRENT, 2026, said, nothing)
    assert repo is CURRENT
    assert CURRENT.papers
    assert policy.papers == CURRENT.papers.value


def test_a_year_ends_under_its_own_version() -> None:
    """The version lies in the archive; the officials are today's (DESIGN section 5)."""
    now = {path.removeprefix("sop/"): data for path, data in files_of(ROOT).items()}
    sop = next(name for name in now if name.startswith("sop-"))
    old = {sop: now[sop].replace(NUMBER.encode(), OLD.encode())}
    folders: dict[str, Mapping[str, bytes]] = {"sop": now | {"catatan.txt": b""}, folder_of(OLD): old}
    repo, policy = policy_of(CURRENT, 2026, identity(OLD), folders.__getitem__)
    assert repo.sop.identity.nomor == OLD
    assert CURRENT.officials
    assert policy.officials == CURRENT.officials.value


def test_an_identity_that_cannot_be_read_is_told() -> None:
    with pytest.raises(DataError):
        policy_of(CURRENT, 2026, b"tahun: dua", nothing)


def test_a_guide_has_no_flow() -> None:
    with pytest.raises(UsageError, match="hanya panduan"):
        policy_of(load_case(CASES / "sop-kedua"), 2026, None, nothing)


def test_officials_from_a_file() -> None:
    """None, or one that cannot be read, is nobody's word."""
    data = files_of(ROOT)["sop/petugas.yml"]
    assert CURRENT.officials
    assert officials_of(data) == CURRENT.officials.value
    assert officials_of(None) is None
    assert officials_of(b"skema: satu") is None
