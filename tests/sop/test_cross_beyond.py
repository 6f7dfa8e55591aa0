"""``di-luar-sop.yml`` against the SOP and the office: every fault at its place, and silence where they agree."""

import pytest

from helpers import ROOT, load_files
from paraf.errors import DataError

BEYOND, OFFICE, SOP = "sop/di-luar-sop.yml", "sop/instansi.yml", "sop/sop-lakip.yml"
FILES = {name: (ROOT / name).read_text(encoding="utf-8") for name in (BEYOND, OFFICE, SOP)}
LIMIT = "batas_waktu: Unggah LAKIP ke e-SAKIP kabupaten"


def faults(beyond: str, office: str = FILES[OFFICE]) -> list[str]:
    try:
        load_files(FILES | {BEYOND: beyond, OFFICE: office})
    except DataError as error:
        return [f"{fault.place} {fault.message} / {fault.repair}" for fault in error.faults]
    return []


def replaced(old: str, new: str) -> str:
    text = FILES[BEYOND]
    assert text.count(old) == 1, old
    return text.replace(old, new)


def place(old: str) -> str:
    """``file:line:column`` of the value behind a key of the real file."""
    before = FILES[BEYOND].partition(old)[0]
    line = before.rpartition("\n")[2] + old
    return f"{BEYOND}:{before.count(chr(10)) + 1}:{line.index(': ') + 3}"


def test_control_the_real_file_is_in_order_and_read() -> None:
    assert faults(FILES[BEYOND]) == []
    repo = load_files(FILES)
    assert repo.beyond
    assert len(repo.beyond.value.hal) == 4


def test_an_office_without_it_has_none() -> None:
    assert load_files({name: text for name, text in FILES.items() if name != BEYOND}).beyond is None


def test_a_step_that_the_sop_does_not_have() -> None:
    last = load_files(FILES).sop.sections[-1].steps[-1].code
    old = f"sesudah: {last}"
    assert faults(replaced(old, f"{old}9")) == [
        f"{place(old)} langkah {last}9 tidak ada di {SOP} / tulis kode langkah yang ada di SOP"
    ]


def test_a_deadline_that_the_office_does_not_have() -> None:
    (found,) = faults(replaced(LIMIT, "batas_waktu: Unggah"))
    assert found == (
        f"{place(LIMIT)} batas waktu 'Unggah' tidak ada di sop/instansi.yml / pakai salah satu perihalnya: "
        "Unggah LAKIP ke e-SAKIP kabupaten · Penyampaian LAKIP perangkat daerah kepada bupati"
    )


def test_where_the_office_has_no_deadline_at_all() -> None:
    office = FILES[OFFICE][: FILES[OFFICE].index("batas_waktu:")]
    (found,) = faults(FILES[BEYOND], office)
    assert found.endswith("tidak ada di sop/instansi.yml / tulis dulu di batas_waktu di sana")


def test_a_matter_written_twice() -> None:
    old, other = "nama: Minta Laporan Hasil Reviu (LHR)", "Unggah ke e-SAKIP kabupaten"
    assert faults(replaced(old, f"nama: {other}")) == [
        f"{place(old)} hal '{other}' ditulis dua kali / hapus salah satu"
    ]


@pytest.mark.parametrize("broken", [(SOP, "kode: lakip", "kodee: lakip"), (OFFICE, "tempat:", "tmpat:")])
def test_where_another_file_cannot_be_read_only_that_is_told(broken: tuple[str, str, str]) -> None:
    """What the list names in it is not called missing."""
    name, old, new = broken
    files = FILES | {name: FILES[name].replace(old, new, 1), BEYOND: replaced(LIMIT, "batas_waktu: Unggah")}
    with pytest.raises(DataError) as caught:
        load_files(files)
    told = {fault.place.file for fault in caught.value.faults}
    assert told == ({name} if name == OFFICE else {name, BEYOND})
