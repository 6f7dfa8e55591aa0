"""``sop/penarikan.yml``: withdrawn versions are read strictly, each once, and nobody is sent to a withdrawn one."""

import pytest

from helpers import ROOT, load_files
from paraf.errors import DataError

OFFICE = {f"sop/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "sop").glob("*.yml")}
ROW = "  - {tahun: 2025, versi: 1, tanggal: 2026-05-04, alasan: Tabel 3 salah ketik."


def told(*rows: str) -> list[str]:
    """Every fault of a file with these rows."""
    text = "skema: 1\npenarikan:\n" + "".join(f"{row}\n" for row in rows)
    try:
        load_files({**OFFICE, "sop/penarikan.yml": text})
    except DataError as error:
        return [str(fault) for fault in error.faults]
    return []


def test_a_withdrawal_is_read_with_and_without_what_replaces_it() -> None:
    assert told(f"{ROW}, pengganti: 2}}") == []
    repo = load_files({**OFFICE, "sop/penarikan.yml": f"skema: 1\npenarikan:\n{ROW}}}\n"})
    assert repo.withdrawals
    assert [(one.versi, one.pengganti) for one in repo.withdrawals.value.penarikan] == [(1, None)]
    assert load_files({name: text for name, text in OFFICE.items() if "penarikan" not in name}).withdrawals is None


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((f"{ROW}}}", f"{ROW}}}"), ["line=4, column=26), message='versi 1 tahun 2025 ditarik dua kali"]),
        ((f"{ROW}, pengganti: 1}}",), ["pengganti versi 1 ini sendiri ditarik"]),
        ((f"{ROW}, ganti: 2}}",), ["ganti"]),
        ((ROW.replace("versi: 1", "versi: 0") + "}",), ["versi"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(rows: tuple[str, ...], said: list[str]) -> None:
    found = told(*rows)
    assert len(found) == len(said)
    assert all(words in fault for words, fault in zip(said, found, strict=True)), found
