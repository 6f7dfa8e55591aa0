"""The model of the real SOP: its steps in order, who performs them, and the file place behind each of them."""

import pytest

from helpers import CASES, ROOT, load_case, load_files
from paraf.sop.model import Given, Origin, Performers, Sop

REPO = load_case(ROOT)
SOP = REPO.sop
CODES = [f"A{number}" for number in range(1, 13)] + [f"B{number}" for number in range(1, 18)]


def small(more: str) -> Sop:
    """The smallest SOP, its first row with further keys."""
    text = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")
    return load_files(
        {"sop/sop-uji.yml": text.replace("output: Berkas diterima}", f"output: Berkas diterima, {more}}}")}
    ).sop


def test_steps_in_the_order_of_the_sections() -> None:
    assert list(SOP.steps) == CODES
    assert [section.code for section in SOP.sections] == ["A", "B"]
    assert [len(section.steps) for section in SOP.sections] == [12, 17]


def test_rank_follows_the_text() -> None:
    assert [SOP.order[code] for code in CODES] == list(range(29))


def test_steps_are_worked_out_once() -> None:
    assert SOP.steps is SOP.steps
    assert SOP.order is SOP.order
    assert SOP.role is SOP.role


def test_roles_by_id() -> None:
    assert list(SOP.role) == ["staf", "kasubag", "sekdin", "kadin", "tim"]
    assert SOP.role["sekdin"].jabatan == "Sekretaris Dinas"


STEPS_OF = {
    "staf": "A4 A6 A7 A8 A9 A12 B7 B11 B12 B13 B15 B16 B17",
    "kasubag": "A1 A2 A11 B1 B2 B3 B5 B8 B9",
    "sekdin": "A3 A10 B6 B10 B14",
    "kadin": "A5 B1 B11 B16",
    "tim": "B4",
    "nobody": "",
}


@pytest.mark.parametrize(("role", "codes"), STEPS_OF.items(), ids=list(STEPS_OF))
def test_steps_of_a_role_performed_or_decided(role: str, codes: str) -> None:
    assert [step.code for step in SOP.steps_of(role)] == codes.split()


def test_decisions() -> None:
    assert [step.code for step in SOP.steps.values() if step.decides] == ["A3", "A5", "B6", "B10", "B14"]


def test_one_diamond_among_several_symbols_decides() -> None:
    drawn = "gambar: {pelaksana: [kepala], simbol: [{bentuk: kotak}, {bentuk: belah-ketupat}, {bentuk: kapsul}]}"
    assert small(drawn).steps["C1"].decides
    assert not small("gambar: {pelaksana: [kepala], simbol: [{bentuk: kotak}]}").steps["C1"].decides
    assert not small("ket: x").steps["C1"].decides


BOX, PILL = "{bentuk: kotak}", "{bentuk: kapsul}"
PLACED = {
    "no symbol": ("pelaksana: [kepala], simbol: []", []),
    "no performer": (f"pelaksana: [], simbol: [{BOX}]", [None]),
    "one performer": (f"pelaksana: [kepala], simbol: [{BOX}, {PILL}]", ["kepala", "kepala"]),
    "in another column": (
        f"pelaksana: [kepala], simbol: [{BOX}, {{bentuk: belah-ketupat, oleh: penerima}}]",
        ["kepala", "penerima"],
    ),
    "alone, several named": (f"pelaksana: [kepala, penerima], simbol: [{BOX}, {BOX}]", ["kepala", "kepala"]),
    "in turn": (
        f"kerja: berurutan, pelaksana: [kepala, penerima], simbol: [{BOX}, {BOX}, {PILL}]",
        ["kepala", "penerima", "penerima"],
    ),
    "in turn without performers": (f"kerja: berurutan, pelaksana: [], simbol: [{BOX}]", [None]),
    "together": (f"kerja: bersama, pelaksana: [kepala, penerima], simbol: [{BOX}]", ["kepala", "penerima"]),
    "together, one symbol each": (
        f"kerja: bersama, pelaksana: [kepala, penerima], simbol: [{BOX}, {PILL}]",
        ["kepala", "penerima"],
    ),
    "together, the symbol elsewhere": (
        "kerja: bersama, pelaksana: [kepala, penerima], simbol: [{bentuk: kotak, oleh: pemeriksa}]",
        ["pemeriksa"],
    ),
}


@pytest.mark.parametrize(("drawn", "columns"), PLACED.values(), ids=list(PLACED))
def test_the_column_of_each_symbol(drawn: str, columns: list[str | None]) -> None:
    step = small(f"gambar: {{{drawn}}}").steps["C1"]
    assert [role for role, _ in step.placed] == columns
    assert {symbol for _, symbol in step.placed} == set(step.symbols.value)


def test_a_role_acts_where_its_symbol_is_drawn() -> None:
    sop = small(f"gambar: {{pelaksana: [kepala], simbol: [{BOX}, {{bentuk: belah-ketupat, oleh: penerima}}]}}")
    assert [[step.code for step in sop.steps_of(role)] for role in ("kepala", "penerima", "pemeriksa")] == [
        ["C1"],
        ["C1"],
        [],
    ]


def test_slug_is_lower_case() -> None:
    assert [step.slug for step in SOP.steps.values()] == [code.lower() for code in CODES]


@pytest.mark.parametrize("code", CODES)
def test_the_route_of_a_step_leads_to_its_row(code: str) -> None:
    step = SOP.steps[code]
    place = REPO.sop_source.place(*step.route)
    line = (ROOT / SOP.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line == f'      - no: "{step.printed_number}"'
    assert place.column == 9


def test_the_route_of_a_section_leads_to_its_letter() -> None:
    lines = (ROOT / SOP.file).read_text(encoding="utf-8").splitlines()
    found = [lines[REPO.sop_source.place(*section.route).line - 1].strip() for section in SOP.sections]
    assert found == ["- kode: A", "- kode: B"]


def test_print_and_reading_are_kept_apart() -> None:
    assert {step.performers.origin for step in SOP.steps.values()} == {Origin.READ}
    assert {step.symbols.origin for step in SOP.steps.values()} == {Origin.READ}
    assert all(step.performers.reason and step.symbols.reason for step in SOP.steps.values())
    assert {step.on_refusal.origin for step in SOP.steps.values()} == {Origin.READ, Origin.SILENT}


def test_refusals_lead_to_earlier_steps() -> None:
    leads = {step.code: step.on_refusal.value for step in SOP.steps.values() if step.on_refusal.value}
    assert leads == {
        **{"A3": "A1", "A5": "A1", "A10": "A8", "B1": "B1", "B6": "B5"},
        **{"B10": "B8", "B11": "B8", "B14": "B13", "B16": "B13"},
    }


def test_origins_in_words() -> None:
    assert [origin.value for origin in Origin] == ["tertulis di SOP", "tafsir kami", "tidak tertulis"]


def test_values_are_frozen() -> None:
    given = Given(Performers(("staf",), "tunggal"), Origin.PRINTED)
    assert given.reason is None
    with pytest.raises(AttributeError, match="immutable"):
        given.value = Performers((), "tunggal")  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        SOP.code = "lain"  # type: ignore[misc]
