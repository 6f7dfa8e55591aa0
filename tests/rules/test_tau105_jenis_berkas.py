"""Sizes are those of the disk: a picture may be a megabyte, a scanned paper may be larger."""

import pytest
from msgspec.structs import replace

from laporan.case import YEAR, base_files, facts
from paraf.finding import Severity
from paraf.rules.tau105_jenis_berkas import check


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("lampiran/foto.jpg", 1_000_000, None),
        ("lampiran/foto.jpg", 1_000_001, "Gambar ini 1,1 MB; paling besar 1 MB."),
        ("lampiran/foto.PNG", 12_345_678, "Gambar ini 12,3 MB; paling besar 1 MB."),
        ("lampiran/pindaian.pdf", 9_000_000, None),
    ],
)
def test_only_large_pictures_are_told(name: str, size: int, said: str | None) -> None:
    one = facts(base_files())
    report = replace(one.report, files=frozenset([name]), sizes={name: size})
    found = list(check(replace(one, report=report)))
    assert [seen.message for seen in found] == ([said] if said else [])
    assert all(seen.severity is Severity.SEBAIKNYA and seen.place.file == f"lakip/{YEAR}/{name}" for seen in found)
