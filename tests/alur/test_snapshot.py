"""Facts survive the file: whatever was read is read again; a file that was tampered with is refused with every fault."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alur.story import base_policy, case_files, read_case
from alur.world import WIB
from paraf.alur.facts import (
    Appointment,
    Blob,
    Comment,
    Facts,
    Merged,
    Naming,
    Pull,
    Ready,
    Review,
    Span,
    Version,
)
from paraf.alur.snapshot import read_facts, read_snapshot
from paraf.alur.snapshot_write import write_facts
from paraf.errors import DataError

SMALL = 200_000
"""Bytes that a whole year may have (DESIGN: a year stays small)."""


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_the_facts_of_every_case_survive(path: Any) -> None:
    for checkpoint in read_case(path).checkpoints:
        data = write_facts(checkpoint.facts, checkpoint.now)
        found = read_snapshot(data)
        assert (found.facts, found.read) == (checkpoint.facts, checkpoint.now)
        assert write_facts(found.facts, found.read) == data
        assert read_facts(data) == checkpoint.facts
        assert len(data) < SMALL


moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.sampled_from([WIB, UTC, timezone.min]))
maybe = st.none() | moments
accounts = st.integers(1, 10**15)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
blobs = st.builds(Blob, st.sampled_from(["100644", "100755", "120000"]), digests, st.integers(0, 10**12))
trees = st.dictionaries(words, blobs, max_size=5)
officials = st.sampled_from([None, base_policy().officials])
versions = st.builds(
    Version,
    at=maybe,
    by=st.none() | accounts,
    tree=trees,
    touched=st.frozensets(words, max_size=3),
    seen=maybe,
    co_authors=st.frozensets(accounts, max_size=2),
)
states = st.sampled_from(["approved", "changes_requested", "commented"])
pulls = st.builds(
    Pull,
    number=st.integers(1, 10**9),
    author=accounts,
    spans=st.lists(st.builds(Span, moments, maybe), min_size=1, max_size=2).map(tuple),
    versions=st.lists(versions, max_size=3).map(tuple),
    paths=st.frozensets(words, max_size=3),
    base=words,
    draft=st.booleans(),
    fork=st.booleans(),
    reviews=st.lists(
        st.builds(
            Review,
            id=accounts,
            by=accounts,
            state=states,
            at=moments,
            text=words,
            edited=maybe,
            dismissed=maybe,
            bot=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    comments=st.lists(
        st.builds(Comment, id=accounts, by=accounts, at=moments, text=words, edited=maybe, bot=st.booleans()),
        max_size=2,
    ).map(tuple),
    namings=st.lists(st.builds(Naming, by=accounts, whom=accounts, at=moments, bot=st.booleans()), max_size=2).map(
        tuple
    ),
    readies=st.lists(st.builds(Ready, by=accounts, at=moments, bot=st.booleans()), max_size=2).map(tuple),
    merged=st.none() | st.builds(Merged, at=moments, by=accounts, tree=trees),
    checks=st.dictionaries(words, st.lists(words, max_size=2).map(tuple), max_size=2),
    sheets=st.dictionaries(words, words, max_size=2),
    expanded=st.none() | words,
    rules=st.none() | words,
    officials=officials,
    proposed=officials,
    unlike_scaffold=st.none() | st.lists(words, max_size=2).map(tuple),
    leaks=st.lists(words, max_size=2).map(tuple),
    missing=st.lists(words, max_size=2).map(tuple),
    forged=st.lists(words, max_size=2).map(tuple),
    conflicts=st.lists(words, max_size=2).map(tuple),
)
facts = st.builds(
    Facts,
    year=st.integers(2000, 2099),
    pulls=st.lists(pulls, max_size=2, unique_by=lambda pull: pull.number).map(tuple),
    main=trees,
    texts=st.lists(st.binary(max_size=20), max_size=3).map(
        lambda found: {sha256(data).hexdigest(): data for data in found}
    ),
    appointments=st.lists(
        st.builds(Appointment, words, moments, st.none() | st.integers(1, 10**9), officials), max_size=2
    ).map(tuple),
    live=st.booleans(),
    past=trees,
)


@settings(max_examples=60, deadline=None)
@given(facts, maybe)
def test_any_facts_survive(found: Facts, read: datetime | None) -> None:
    data = write_facts(found, read)
    again = read_snapshot(data)
    assert (again.facts, again.read) == (found, read)
    assert write_facts(again.facts, again.read) == data


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_facts_or_a_data_error(data: bytes) -> None:
    with pytest.raises(DataError):
        read_facts(data)


def test_moments_are_told_in_the_zone_of_the_office() -> None:
    """At ten in the evening in London it is tomorrow in Trenggalek: another person may hold the role."""
    late = datetime(2026, 1, 31, 22, tzinfo=UTC)
    found = Facts(year=2025, pulls=(), main={}, appointments=(Appointment("x", late),))
    assert read_snapshot(write_facts(found, late)).facts.appointments[0].at.day == 31
    assert read_snapshot(write_facts(found, None), zone=WIB).read is None
    told = read_snapshot(write_facts(found, late), zone=WIB)
    assert told.facts.appointments[0].at.day == 1
    assert told.read
    assert (told.read, told.read.utcoffset()) == (late, timedelta(hours=7))


WHOLE = next(path for path in case_files() if path.stem == "lengkap")
DATA = write_facts(read_case(WHOLE).checkpoints[-1].facts)


def refused(change: Callable[[Any], None]) -> list[str]:
    """What is said about the snapshot after a change."""
    document = json.loads(DATA)
    change(document)
    with pytest.raises(DataError) as caught:
        read_facts(json.dumps(document).encode(), "f.json")
    assert all(fault.place.file == "f.json" and fault.repair for fault in caught.value.faults)
    return [fault.message for fault in caught.value.faults]


def put(*route: str | int, value: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for key in route[:-1]:
            document = document[key]
        document[route[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("skema", value=2), "skema: nilai 2 tidak dikenal"),
        (put("tahun", value=1999), "tahun: 1999 terlalu kecil"),
        (put("utama", value=9999), "utama: menunjuk tempat yang tidak ada"),
        (put("utama", value=len(json.loads(DATA)["pohon"])), "utama: menunjuk tempat yang tidak ada"),
        (put("buku_lain", value=9999), "buku_lain: menunjuk tempat yang tidak ada"),
        (put("pengangkatan", 0, "petugas", value=99), "pengangkatan[0].petugas: menunjuk tempat yang tidak ada"),
        (put("utama", value=-1), "utama: -1 terlalu kecil"),
        (put("pohon", 0, "dari", value=0), "pohon[0].dari: menunjuk pohon yang belum ada"),
        (put("pohon", 0, "isi", "x", value="100644 ab 1"), "pohon[0].isi.x: bentuk '100644 ab 1' tidak sesuai"),
        (put("pr", 1, "nomor", value=1), "pr[1].nomor: PR #1 ditulis dua kali"),
        (put("pr", 0, "versi", 0, "pohon", value=9999), "pr[0].versi[0].pohon: menunjuk tempat yang tidak ada"),
        (put("pr", 0, "disatukan", "pohon", value=9999), "pr[0].disatukan.pohon: menunjuk tempat yang tidak ada"),
        (put("pr", 0, "petugas", value=99), "pr[0].petugas: menunjuk tempat yang tidak ada"),
        (put("pr", 0, "usulan_petugas", value=99), "pr[0].usulan_petugas: menunjuk tempat yang tidak ada"),
        (put("pr", 0, "terbuka", value=[]), "pr[0].terbuka: daftar ini masih kosong"),
        (put("pr", 0, "tinjauan", 0, "hasil", value="setuju"), "pr[0].tinjauan[0].hasil: nilai 'setuju' tidak dikenal"),
        (put("pr", 0, "pembuka", value="staf"), "pr[0].pembuka: di sini harus bilangan bulat, bukan nilai 'staf'"),
        (put("pr", 0, "curang", value=1), "pr[0]: kunci 'curang' tidak dikenal"),
        (put("teks", value={"a" * 64: "x"}), "teks.aaaaaaaaaaaa: isinya tidak cocok dengan sidik jarinya"),
        (put("bita", value={"a" * 64: "eA=="}), "bita.aaaaaaaaaaaa: isinya tidak cocok dengan sidik jarinya"),
        (put("bita", value={"a" * 64: "é"}), "bita.aaaaaaaaaaaa: isinya tidak cocok dengan sidik jarinya"),
        (put("bita", value={"a" * 64: "e"}), "bita.aaaaaaaaaaaa: isinya tidak cocok dengan sidik jarinya"),
    ],
    ids=lambda value: value.partition(":")[0] if isinstance(value, str) else "",
)
def test_a_tampered_file_is_refused_with_its_path(change: Callable[[Any], None], said: str) -> None:
    assert refused(change) == [said]


def test_a_file_that_names_what_is_not_there_is_read_as_far_as_it_goes() -> None:
    """A path that was never there may be taken away: nothing is lost."""
    document = json.loads(DATA)
    document["pohon"][1]["tanpa"] = ["tidak-ada"]
    assert read_facts(json.dumps(document).encode()).year == 2025


def test_a_huge_file_is_refused_at_once() -> None:
    with pytest.raises(DataError) as caught:
        read_facts(b" " * 20_000_001)
    assert caught.value.faults[0].message == "isinya 20000001 bita; paling banyak 20000000"
