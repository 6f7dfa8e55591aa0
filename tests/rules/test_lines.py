"""Sentences: numbers, names and calls of a line, and which indicator a line is about."""

import pytest

from paraf.rules.lines import LONGEST, subject_of
from rules.speech import report_with, sentence, without

GOAL = "31-capaian-ss-1.md"
ONE = "32-capaian-ss-2.md"


def test_names_are_found_whole_and_the_longest_first() -> None:
    said = sentence(
        'Meningkatnya layanan informasi: {{ nama("IKU-1") }}, IKU-2, Lama gangguan layanan, lama gangguan layanan.'
    )
    assert [mention.id for mention in said.mentions] == ["SS-1", "IKU-1", "IKU-2", "IKU-3", "IKU-3"]
    assert [mention.name_only for mention in said.mentions] == [True] * 5
    assert not sentence('Nilai {{ realisasi("IKU-1") }}.').mentions[0].name_only


def test_a_shorter_name_in_a_longer_one_is_not_named() -> None:
    found = report_with("Lama gangguan layanan malam.", Jumlah_aplikasi_yang_dikelola="Lama gangguan layanan malam")
    assert [mention.id for mention in found.sentences[-1].mentions] == ["IKU-2"]


def test_years_come_from_words_and_calls_but_not_from_sources() -> None:
    said = sentence('Tahun 2023 ada {{ realisasi("IKU-1", 2024) }} dan {{ angka("5", "Daftar 2019") }}.')
    assert said.years == {2023, 2024}


def test_a_call_that_is_none_is_passed_over() -> None:
    assert sentence("Nilai {{ 5 }} ini.").calls == ()


def test_small_letters_keep_every_letter_in_its_place() -> None:
    said = sentence("Jalan Groß dan İ 5.")
    assert len(said.low) == len(said.bare) or said.low == said.bare.lower()


@pytest.mark.parametrize(
    ("text", "chapter", "before", "expected"),
    [
        ("IKU-1 dan IKU-2 @", "80-penutup.md", (), "IKU-2"),
        ("@ untuk IKU-1", "80-penutup.md", (), "IKU-1"),
        ("@ untuk IKU-1 dan IKU-2", "80-penutup.md", (), None),
        ('@ dan {{ realisasi("IKU-1") }}', "80-penutup.md", (), None),
        ("@ saja", "80-penutup.md", ("Tentang IKU-1.", "Satu hal."), "IKU-1"),
        ("@ saja", "80-penutup.md", ("Tentang IKU-1 dan IKU-2.",), None),
        ("@ saja", ONE, (), "IKU-3"),
        ("@ saja", GOAL, (), None),
        ("@ saja", "80-penutup.md", (), None),
    ],
)
def test_the_subject(text: str, chapter: str, before: tuple[str, ...], expected: str | None) -> None:
    found = report_with()
    said = sentence(text, chapter, before)
    assert found.report.performance is not None
    assert subject_of(said, said.text.index("@"), found.report.performance) == expected


def test_a_report_without_data_has_sentences_without_names() -> None:
    found = without("data/kinerja.yml", "data/anggaran.csv")
    assert found.values == () or all(value.role == "daftar" for value in found.values)
    assert all(not one.names for one in found.sentences)


def test_a_place_is_that_of_the_letter() -> None:
    said = sentence("Satu hal lain.")
    assert str(said.place(5)).endswith(f":{said.number}:6")


def test_a_line_too_long_for_a_sentence_is_none() -> None:
    texts = [one.text for one in report_with("x" * LONGEST, "y" * (LONGEST + 1), "Satu.").sentences]
    assert [text[:1] for text in texts[-2:]] == ["x", "S"]
