"""One figure of the agreement in a sentence: the year, a quarter, an earlier year, the plan, the nation, the change."""

import pytest

from laporan.changed import PERFORMANCE, ask, context_of, refused
from paraf.laporan.calls.base import Figure

CONTEXT = context_of()
EMPTY = context_of(
    (PERFORMANCE, '{tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}', "{}"),
    (PERFORMANCE, '{tw1: "8", tw2: "9", tw3: "10,5", tw4: "6,5"}', '{tw1: "45"}'),
    (PERFORMANCE, "target: \"50\", realisasi", "realisasi"),
    (PERFORMANCE, 'target: {murni: "4"}', 'target: {murni: "3 - 5"}'),
    (PERFORMANCE, "satuan: aplikasi", "satuan: indeks"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text", "label"),
    [
        ('realisasi("IKU-1")', "84,05%", "IKU-1 · realisasi 2025"),
        ('realisasi("IKU-2")', "3", "IKU-2 · realisasi 2025"),
        ('realisasi("IKU-1", "TW2")', "76,00%", "IKU-1 · realisasi TW2"),
        ('realisasi("IKU-1", "tw 3")', "81,50%", "IKU-1 · realisasi TW3"),
        ('realisasi("IKU-1", 2023)', "74,20%", "IKU-1 · realisasi 2023"),
        ('target("IKU-1")', "82,00%", "IKU-1 · target 2025"),
        ('target("IKU-1", "murni")', "80,00%", "IKU-1 · target murni"),
        ('target("IKU-1", "perubahan")', "82,00%", "IKU-1 · target perubahan"),
        ('capaian("IKU-1")', "102,50%", "IKU-1 · capaian"),
        ('capaian("SS-1")', "88,75%", "SS-1 · rata-rata capaian"),
        ('capaian("IKU-1", 2024)', "101,41%", "IKU-1 · capaian 2024"),
        ('predikat("IKU-1")', "Sangat Tinggi", "IKU-1 · predikat"),
        ('predikat("SS-1")', "Tinggi", "SS-1 · predikat"),
        ('nama("SS-2")', "Menurunnya gangguan layanan", "SS-2 · nama"),
        ('nama("IKU-3")', "Lama gangguan layanan", "IKU-3 · nama"),
        ('satuan("IKU-3")', "jam", "IKU-3 · satuan"),
        ('target_renstra("IKU-3")', "30,00", "IKU-3 · target Renstra 2026"),
        ('kemajuan_renstra("IKU-3")', "86,67%", "IKU-3 · kemajuan terhadap Renstra"),
        ('nasional("IKU-1")', "80,40%", "IKU-1 · nasional 2024"),
        ('perubahan("IKU-1", 2024)', "naik 4,95 poin", "IKU-1 · perubahan sejak 2024"),
        ('perubahan("IKU-3", 2024)', "turun 11,00 jam", "IKU-3 · perubahan sejak 2024"),
        ('perubahan("IKU-2", 2024)', "tetap", "IKU-2 · perubahan sejak 2024"),
    ],
)
def test_a_figure_says_its_value_and_where_it_comes_from(source: str, text: str, label: str) -> None:
    made = ask(CONTEXT, source)
    assert isinstance(made, Figure)
    assert (made.text, made.label) == (text, label)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('realisasi("IKU-1")', "belum terukur"),
        ('capaian("IKU-1")', "belum terukur"),
        ('predikat("IKU-1")', "belum terukur"),
        ('kemajuan_renstra("IKU-1")', "belum terukur"),
        ('perubahan("IKU-1", 2024)', "belum terukur"),
        ('target("IKU-2")', "3 – 5"),
        ('perubahan("IKU-2", 2023)', "naik 1 poin"),
    ],
)
def test_what_is_not_known_is_said(source: str, text: str) -> None:
    assert str(ask(EMPTY, source)) == text


def test_a_range_stands_for_no_amount() -> None:
    made = ask(EMPTY, 'target("IKU-2")')
    assert isinstance(made, Figure)
    assert made.amount is None


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('realisasi("IKU-1", "TW5")', "triwulan “TW5” tidak dikenal: tulis TW1, TW2, TW3, atau TW4"),
        ('realisasi("IKU-3", "TW2")', "realisasi IKU-3 pada TW2 belum diisi: yang sudah diisi: TW1"),
        ('realisasi("IKU-3", 1999)', "realisasi IKU-3 tahun 1999 tidak ada: yang ada: 2023 · 2024"),
        ('capaian("IKU-3", 2024)', "target IKU-3 tahun 2024 tidak ada: isi target pada riwayat tahun itu"),
        ('target("IKU-3", "perubahan")', "target perubahan IKU-3 tidak ada: yang ada: murni"),
        ('target("IKU-3", "lama")', "target lama IKU-3 tidak ada: yang ada: murni"),
        (
            'nasional("IKU-3")',
            "IKU-3 tidak mempunyai angka nasional: tulis: Belum ada standar nasional untuk indikator ini.",
        ),
        ('satuan("SS-1")', "indikator SS-1 tidak ada: yang ada: IKU-1 … IKU-3"),
    ],
)
def test_a_refusal_names_what_there_is(source: str, message: str) -> None:
    assert refused(EMPTY, source) == message
