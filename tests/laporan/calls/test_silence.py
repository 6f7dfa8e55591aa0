"""Where there is no percentage the reader learns why: not measured, a target or a result of nothing, no ceiling."""

import pytest

from laporan.case import FOLDER, facts, found_by
from laporan.changed import BUDGET, PERFORMANCE, ask, changed_files, context_of
from paraf.laporan.calls.base import Figure, Table

ZERO = (PERFORMANCE, 'target: {murni: "40"}', 'target: {murni: "0"}\n        bila_target_nol: Tercapai bila nihil.')
INVERTED = (PERFORMANCE, "capaian: selisih", "capaian: terbalik")
NOTHING = (PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', '{tw1: "0", tw2: "0", tw3: "0", tw4: "0"}')
UNMEASURED = (PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', "{}")
NO_TARGET, NO_RESULT = "tidak dihitung karena targetnya nol", "tidak dihitung karena realisasinya nol"
CASES = {
    "zero target": ((ZERO,), NO_TARGET),
    "zero target and result": ((ZERO, NOTHING), NO_TARGET),
    "inverted, zero target and result": ((ZERO, INVERTED, NOTHING), NO_TARGET),
    "inverted, zero result": ((INVERTED, NOTHING), NO_RESULT),
    "not measured": ((UNMEASURED,), "belum terukur"),
    "not measured, zero target": ((ZERO, UNMEASURED), "belum terukur"),
}


@pytest.mark.parametrize(("changes", "said"), CASES.values(), ids=CASES)
@pytest.mark.parametrize(
    "source", ['capaian("IKU-3")', 'predikat("IKU-3")', 'capaian("SS-2")', 'selisih_efisiensi("SS-2")']
)
def test_a_sentence_says_why(changes: tuple[tuple[str, str, str], ...], said: str, source: str) -> None:
    made = ask(context_of(*changes), source)
    assert isinstance(made, Figure)
    assert (made.text, made.amount) == (said, None)


@pytest.mark.parametrize(("changes", "said"), CASES.values(), ids=CASES)
def test_a_table_says_why(changes: tuple[tuple[str, str, str], ...], said: str) -> None:
    made = ask(context_of(*changes), 'tabel_capaian("SS-2")')
    assert isinstance(made, Table)
    assert [row[5] for row in made.rows] == [said, said]


def test_below_the_table_stand_the_reasons_and_the_rule_of_the_office() -> None:
    made = ask(context_of(ZERO, (PERFORMANCE, '{tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "{}")), "tabel_capaian()")
    assert isinstance(made, Table)
    assert made.notes[-3:] == (
        "Belum terukur, tidak dihitung dalam rata-rata: IKU-2.",
        "Capaian tidak dihitung karena targetnya nol, jadi tidak masuk rata-rata: IKU-3.",
        "Target nol pada IKU-3: Tercapai bila nihil.",
    )


def test_several_reasons_are_none_of_them() -> None:
    context = context_of(
        ZERO,
        (PERFORMANCE, '{tw1: "1", tw2: "1", tw3: "0", tw4: "1"}', "{}"),
        (PERFORMANCE, '{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}"),
    )
    assert str(ask(context, "rata_capaian()")) == "belum dapat dihitung"


def test_without_a_ceiling_absorption_is_not_called_unmeasured() -> None:
    files = changed_files()
    path = f"{FOLDER}/{BUDGET}"
    head, *rows = files[path].splitlines()
    cells = [row.split(";") for row in rows]
    files[path] = "\n".join([head, *(";".join([*row[:3], "0", "0", "0"]) for row in cells)])
    context = facts(files).expansion.context
    assert str(ask(context, "serapan()")) == "tidak dihitung karena pagunya nol"
    assert str(ask(context, 'selisih_efisiensi("SS-1")')) == "tidak dihitung karena pagunya nol"


def test_the_trend_and_the_plan_say_why_too() -> None:
    context = context_of(ZERO, (PERFORMANCE, 'target: "30", dokumen', 'target: "0", dokumen'))
    trend = ask(context, 'grafik_tren("IKU-3")')
    assert not isinstance(trend, Figure | Table)
    assert trend.table.rows[-1][-1] == f"capaian {NO_TARGET}"
    assert str(ask(context, 'kemajuan_renstra("IKU-3")')) == NO_TARGET


def test_the_checks_name_the_same_reason() -> None:
    files = changed_files(ZERO)
    path = f"{FOLDER}/32-capaian-ss-2.md"
    files[path] = files[path].replace(
        "dicapai karena perangkat cadangan tersedia di setiap simpul", "tercatat di simpul"
    )
    (finding,) = [found for found in found_by("LKP104", files) if found.subject == "IKU-3"]
    assert finding.message.startswith(f"Indikator ini capaiannya {NO_TARGET}, tetapi")
    files[path] = files[path].replace("Capaiannya {{", "Capaiannya sebesar {{")
    (called,) = [
        found for found in found_by("KON109", files) if "sebesar" in files[path].splitlines()[found.place.line - 1]
    ]
    assert f"berbunyi “{NO_TARGET}”" in called.message
    assert called.repair.endswith(f"sebutkan bahwa capaiannya {NO_TARGET}.")


def test_a_table_by_hand_may_say_the_same_words() -> None:
    files = changed_files(ZERO)
    files[f"{FOLDER}/80-penutup.md"] += (
        "\n| Indikator | Target | Realisasi | Capaian |\n|---|---|---|---|\n"
        f"| Lama gangguan layanan | 0 | 34 | {NO_TARGET} |\n"
    )
    assert found_by("DAT102", files) == []
    assert found_by("BHS102", files) == []
