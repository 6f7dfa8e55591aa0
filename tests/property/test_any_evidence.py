"""Any bytes under any name in ``bukti/`` are answered: a valid record or at least one fault, never both, never a crash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import ROOT
from laporan.records.samples import FORMS, TODAY, YEAR
from paraf.laporan.records.reading import read_evidence
from paraf.laporan.records.year import read_year
from paraf.laporan.report import read_report

REAL = {path.name: path.read_bytes() for path in sorted((ROOT / "lakip" / "2025" / "bukti").glob("*.yml"))}
SHEETS = frozenset({"B10"})
names = st.sampled_from([*REAL, *(name.replace(".yml", "-2.yml") for name in REAL), "b10-kertas.yml", "x.yml", "a.pdf"])
pieces = st.one_of(
    st.sampled_from([b"\n", b": ", b"- ", b"{", b"}", b", ", b"tanggal", b"2027-01-01", b"#"]), st.binary()
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real record with a few places cut out and others written over."""
    data = draw(st.sampled_from(list(REAL.values())))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(pieces) + data[at + draw(st.integers(0, 12)) :]
    return data


@settings(max_examples=300)
@given(names, st.one_of(damaged(), st.binary(max_size=200)))
def test_every_file_is_answered(name: str, data: bytes) -> None:
    path = f"bukti/{name}"
    reading = read_evidence(FORMS, YEAR, path, data, TODAY, SHEETS)
    assert (reading.record is None) == bool(reading.faults)
    assert all(fault.message and fault.repair and fault.place.line > 0 for fault in reading.faults)
    found = read_year(FORMS, SHEETS, read_report(YEAR, {path: data}), TODAY)
    assert len(found.records) + len(found.unread) + bool(found.foreign) >= 1


def test_control_the_real_records_are_valid_as_they_are() -> None:
    assert all(read_evidence(FORMS, YEAR, f"bukti/{name}", data, TODAY).record for name, data in REAL.items())
