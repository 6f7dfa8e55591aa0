"""Figures against the data: which verdict, and which value is meant."""

import pytest

from rules.speech import report_with, without

ONE = "32-capaian-ss-2.md"
SWAPS = {"satuan:_aplikasi": "satuan: indeks"}


def verdicts(*lines: str, chapter: str = "80-penutup.md", **swaps: str) -> list[tuple[str, str, str | None]]:
    judged = report_with(*lines, chapter=chapter, **swaps).judged
    return [(one.number.text, one.verdict, one.value.call if one.value else None) for one in judged]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi IKU-1 83%.", [("83%", "bertentangan", 'realisasi("IKU-1")')]),
        ("Realisasi IKU-1 tahun 2024 83%.", [("83%", "bertentangan", 'realisasi("IKU-1", 2024)')]),
        ("Realisasi IKU-1 tahun 2024 dan 2023 83%.", [("83%", "tanpa sumber", None)]),
        ("Realisasi IKU-1 triwulan kedua 83%.", [("83%", "bertentangan", 'realisasi("IKU-1", "TW2")')]),
        ("Realisasi IKU-1 pada triwulan II adalah 83%.", [("83%", "bertentangan", 'realisasi("IKU-1", "TW2")')]),
        ("Pada triwulan pertama, realisasi IKU-1 83%.", [("83%", "bertentangan", 'realisasi("IKU-1", "TW1")')]),
        ("Target IKU-1 triwulan kedua 83%.", [("83%", "bertentangan", None)]),
        ("Realisasi IKU-1 sampai triwulan kedua 83%.", [("83%", "bertentangan", None)]),
        ("Realisasi IKU-1 triwulan kedua 84,05%.", [("84,05%", "tertukar", 'realisasi("IKU-1", "TW2")')]),
        ("Realisasi IKU-1 triwulan kedua 76%.", [("76%", "ada di data", 'realisasi("IKU-1", "TW2")')]),
        ("Realisasi IKU-2 pada akhir triwulan kedua 2 aplikasi.", []),
        ("Target murni IKU-1 83%.", [("83%", "bertentangan", None)]),
        ("Meningkatnya layanan informasi mencapai 55%.", [("55%", "bertentangan", None)]),
        ("Capaian sebesar 55%.", [("55%", "tanpa sumber", None)]),
        ("Realisasi anggaran Rp5 juta.", [("Rp5 juta", "bertentangan", "belanja()")]),
        ("Realisasi sebesar Rp5 juta.", [("Rp5 juta", "bertentangan", "belanja()")]),
        ("Serapan sebesar Rp5 juta.", [("Rp5 juta", "bertentangan", None)]),
        ("Pagu 2.16.02 Rp5 juta.", [("Rp5 juta", "bertentangan", 'pagu("2.16.02")')]),
        ("Program Jaringan mendapat pagu Rp5 juta.", [("Rp5 juta", "bertentangan", "pagu()")]),
        ("Kontrak senilai Rp610.850.000,00.", [("Rp610.850.000,00", "salah ketik", "belanja()")]),
        ("Realisasi IKU-1 naik 83 poin.", [("83", "tanpa sumber", None)]),
        ("Capaian IKU-1 83.", [("83", "tanpa sumber", None)]),
        ("Sebanyak 45 aplikasi.", [("45", "tanpa sumber", None)]),
        ("Sebanyak 3 aplikasi.", [("3", "ada di data", 'realisasi("IKU-2")')]),
        ("Nilainya 84,05%.", [("84,05%", "ada di data", 'realisasi("IKU-1")')]),
        ("Nilainya 84%.", []),
        ("Untuk IKU-1 nilainya 84%.", []),
        ("Realisasi IKU-1 sebesar 84%.", [("84%", "ada di data", 'realisasi("IKU-1")')]),
        ("Angka 101% sudah baik.", [("101%", "tanpa sumber", None)]),
        ("Nilainya 79,1%.", [("79,1%", "tanpa sumber", None)]),
        ("Nilainya pada tahun 2024 79,1%.", [("79,1%", "ada di data", 'realisasi("IKU-1", 2024)')]),
        ("Nilainya tahun lalu 79,1%.", [("79,1%", "ada di data", 'realisasi("IKU-1", 2024)')]),
        ("Hanya 1 aplikasi dan 100%.", []),
        ("## Rencana 45 hari", []),
        ("Menurut rumusnya 45 hal.", []),
        ("Pagu sebesar 47.", [("47", "tanpa sumber", None)]),
        ("Target sebesar 47.", [("47", "tanpa sumber", None)]),
    ],
)
def test_verdicts(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert verdicts(text) == expected


def test_an_index_needs_no_unit_behind_it() -> None:
    assert verdicts("Realisasi IKU-2 7,5 menempati urutan pertama.", **SWAPS) == [
        ("7,5", "bertentangan", 'realisasi("IKU-2")')
    ]


def test_values_that_belong_to_the_goal_of_the_chapter() -> None:
    assert verdicts("Serapannya 55%.", chapter=ONE) == [("55%", "bertentangan", 'serapan("SS-2")')]
    assert verdicts("Nilainya 115%.", chapter=ONE) == []
    assert verdicts("Nilainya 115,00%.", chapter=ONE) == [("115,00%", "ada di data", 'capaian("SS-2")')]


def test_without_data_nothing_contradicts() -> None:
    judged = without("data/kinerja.yml", "data/anggaran.csv").judged
    assert {one.verdict for one in judged} <= {"tanpa sumber"}


def test_a_year_named_before_in_the_paragraph_still_counts() -> None:
    assert verdicts("Kita lihat tahun 2024.", "Nilainya 79,1%.") == [
        ("79,1%", "ada di data", 'realisasi("IKU-1", 2024)')
    ]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("Realisasi IKU-1 tahun 2024 dan 2023 83%.", ['realisasi("IKU-1", 2023)', 'realisasi("IKU-1", 2024)']),
        ("Capaian IKU-1 yang diraih tahun ini 83%.", ['capaian("IKU-1")']),
        ("Realisasi IKU-1 yang diraih didukung 83 petugas.", []),
        ("Realisasi IKU-1 dan IKU-2 yang diraih 83%.", []),
        ("Untuk IKU-1 yang baik ada 83%.", []),
        ("Realisasi triwulan kedua yang diraih 83%.", []),
        ("Sebanyak 83% peserta.", []),
    ],
)
def test_what_is_said_of_an_indicator_is_offered_its_call_and_no_other_source(text: str, calls: list[str]) -> None:
    (judged,) = report_with(text).judged
    assert (judged.verdict, [value.call for value in judged.pool]) == ("tanpa sumber", calls)


def test_a_line_of_figures_is_no_sentence() -> None:
    assert len(verdicts("47 pos " * 60)) == 60
    assert verdicts("47 pos " * 61) == []
