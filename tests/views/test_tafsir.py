"""Readings: what is ours and why; what the sentence itself says is told from what is in doubt."""

from helpers import CASES, ROOT, load_case, load_files
from paraf.views.tafsir import readings

SOP = load_case(ROOT).sop


def told(code: str) -> list[tuple[str, str, bool]]:
    return [(reading.subject, reading.value, reading.routine) for reading in readings(SOP, SOP.steps[code])]


def test_what_the_sentence_says_is_routine() -> None:
    assert told("A2") == [("Pelaksana", "Kasubag KPP", True), ("Simbol", "kotak", True)]


def test_who_is_not_named_and_where_somebody_decides_is_in_doubt() -> None:
    assert told("A3") == [
        ("Pelaksana", "Sekdin", False),
        ("Simbol", "belah ketupat", False),
        ("Bila dikembalikan", "kembali ke A1", False),
    ]
    assert ("Simbol", "kotak", False) in told("A10")


def test_an_approval_inside_a_step_is_in_doubt_and_its_capsule_is_not() -> None:
    assert told("B1")[1:] == [
        ("Simbol", "kapsul", True),
        ("Bila dikembalikan", "kembali ke B1", False),
        ("Persetujuan", "Kadin", False),
    ]


def test_what_is_printed_is_no_reading() -> None:
    second = load_case(CASES / "sop-kedua").sop
    assert [reading for step in second.steps.values() for reading in readings(second, step)] == []


def test_several_performers_are_never_read_off_the_first_word() -> None:
    base = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")
    read = 'tafsir: {pelaksana: {siapa: [penerima, pemeriksa], alasan: Uji.}}, no: "1."'
    sop = load_files({"sop/sop-uji.yml": base.replace('no: "1."', read)}).sop
    assert next(readings(sop, sop.steps["C1"])).routine is False
