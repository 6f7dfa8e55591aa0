"""Every figure of the data with its call: what is pasted is answered with the very text."""

from decimal import Decimal

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.calls.base import Figure
from rules.speech import report_with, without

FOUND = report_with()
CALLS = [value for value in FOUND.values if value.call]


def test_what_is_to_be_pasted_answers_with_the_text() -> None:
    facts_of_all = report_with(*(value.paste for value in CALLS))
    made = [piece.made for piece in facts_of_all.expansion.chapters[-1].pieces if isinstance(piece.made, Figure)]
    answers = [(figure.text, figure.amount) for figure in made[-len(CALLS) :]]
    assert answers == [(value.text, value.amount) for value in CALLS]
    assert len(CALLS) > 60


@pytest.mark.parametrize(
    ("amount", "role", "owner"),
    [
        ("27.5", "realisasi", "IKU-3"),
        ("78", "target", "IKU-1"),
        ("4.95", "selisih", "IKU-1"),
        ("2.5", "selisih", "IKU-1"),
        ("90", "skala", ""),
        ("3", "daftar", "data/daftar-aplikasi.csv"),
        ("0", "selisih", "2.16.02"),
    ],
)
def test_what_the_data_imply_is_known_without_a_call(amount: str, role: str, owner: str) -> None:
    value = next(v for v in FOUND.values if v.amount == abs(Decimal(amount)) and (v.owner, v.role) == (owner, role))
    assert value.call is None


def test_labels_and_texts_for_a_sentence() -> None:
    by_call = {value.call: value for value in CALLS}
    assert by_call['realisasi("IKU-1", 2024)'].label == "realisasi IKU-1 2024"
    assert by_call["belanja()"].label == "realisasi anggaran"
    assert by_call['realisasi("IKU-2")'].said == "3 aplikasi"
    assert by_call['realisasi("IKU-1")'].said == "84,05%"
    assert by_call['target("IKU-1")'].paste == '{{ target("IKU-1") }}'


def test_what_is_not_measured_has_no_value() -> None:
    files = base_files()
    path = f"{FOLDER}/data/kinerja.yml"
    files[path] = files[path].replace('{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}")
    files[path] = files[path].replace('{tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "{}")
    files[path] = files[path].replace('{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', "{}")
    files[path] = files[path].replace('target: "75", ', "").replace('murni: "80", perubahan: "82"', 'murni: "80"')
    files[f"{FOLDER}/data/anggaran.csv"] = (
        "kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi\n1;Program;SS-1;0;0;0\n"
    )
    calls = {value.call for value in facts(files).values}
    assert not {'realisasi("IKU-1")', 'capaian("IKU-1")', 'capaian("SS-1")', "rata_capaian()", "serapan()"} & calls
    assert {'realisasi("IKU-1", 2023)', 'target("IKU-1")', "pagu()"} <= calls


def test_a_range_has_no_single_target_but_both_bounds() -> None:
    files = base_files()
    path = f"{FOLDER}/data/kinerja.yml"
    files[path] = files[path].replace('perubahan: "82"', 'perubahan: "80 - 90"')
    values = facts(files).values
    assert 'target("IKU-1")' not in {value.call for value in values}
    assert {Decimal(80), Decimal(90)} <= {v.amount for v in values if (v.owner, v.role) == ("IKU-1", "target")}


def test_parts_that_cannot_be_read_leave_the_rest() -> None:
    assert {value.owner for value in without("data/kinerja.yml").values if value.role == "pagu"} >= {"", "2.16.02"}
    assert not [value for value in without("data/anggaran.csv").values if value.kind == "rupiah"]
