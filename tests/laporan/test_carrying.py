"""What comes over from last year: sentences as notes, what is written by hand below a note, calls with their years moved."""

import pytest

from laporan.case import FOLDER, base_files, found_by
from paraf.laporan.carrying import carried
from paraf.laporan.chapter import read_chapter
from paraf.laporan.markdown import AS_IT_WAS, CARRIED

TABLE = ("| layanan | jumlah |", "|---|---|", '| Faks | {{ realisasi("IKU-1", 2023) }} |')
NOTE = f"{CARRIED}Tabel{AS_IT_WAS}"


def came(*lines: str, years: int = 1) -> list[str]:
    """The lines of a chapter's body in the next year, without those that are empty."""
    body = "\n".join(lines)
    chapter, faults = read_chapter("lakip/2025/80-a.md", f"---\nid: penutup\njudul: A\n---\n{body}\n".encode())
    assert chapter, faults
    return [line for line in carried(chapter, years) if line]


def test_a_table_by_hand_stands_below_a_note() -> None:
    assert came("| a |", "|---|", "| b |") == [NOTE, "| a |", "|---|", "| b |"]


def test_the_note_stands_above_the_caption_and_the_caption_above_the_table() -> None:
    assert came("Ada satu.", "", "Tabel: Layanan", "| a |", "|---|", "| b |") == [
        f"{CARRIED}Ada satu.",
        NOTE,
        "Tabel: Layanan",
        "| a |",
        "|---|",
        "| b |",
    ]
    assert came("Ada satu.", "Tabel: Layanan", "| a |", "|---|") == [
        f"{CARRIED}Ada satu.",
        "Tabel: Layanan",
        NOTE,
        "| a |",
        "|---|",
    ]


def test_a_note_is_followed_by_an_empty_line_so_that_the_table_is_none_of_its_words() -> None:
    chapter, _ = read_chapter("lakip/2025/80-a.md", b"---\nid: penutup\njudul: A\n---\n| a |\n|---|\n")
    assert chapter
    assert list(carried(chapter, 1)) == [NOTE, "", "| a |", "|---|", ""]


@pytest.mark.parametrize(
    ("lines", "noun"), [(("![Foto](lampiran/a.png)",), "Gambar"), (("```", "kode", "```"), "Teks")], ids=str
)
def test_a_picture_and_code_stand_below_a_note_too(lines: tuple[str, ...], noun: str) -> None:
    assert came(*lines) == [f"{CARRIED}{noun}{AS_IT_WAS}", *lines]


def test_a_note_that_nobody_took_away_is_not_written_again() -> None:
    lines = (f"{CARRIED}Ada satu.", "", NOTE, "", "Tabel: Layanan", "", "| a |", "|---|")
    assert came(*lines) == [line for line in lines if line]
    assert came(*lines[:2], *lines[4:]) == [line for line in lines if line], "control: without it, it is written"


def test_the_check_says_of_the_note_what_to_do_with_it() -> None:
    files = base_files()
    files[f"{FOLDER}/80-penutup.md"] += f"\n{CARRIED}Ada satu.\n\n{NOTE}\n\n| a |\n|---|\n"
    sentence, below = found_by("STR113", files)
    assert sentence.repair.endswith("bila tidak, tulis kalimat baru.")
    assert below.message == "Yang berdiri di bawah baris ini dibawa dari tahun lalu dan belum diperbarui."
    assert below.repair.endswith("lalu hapus baris catatan ini.")


def test_headings_calls_and_guidance_have_no_note() -> None:
    lines = ["## Simpulan", "{{ tabel_pk() }}", "> [panduan] Tulis."]
    assert came(*(line for text in lines for line in (text, ""))) == lines


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Dulu {{ realisasi("IKU-1", 2024) }} unit.', 'Dulu {{ realisasi("IKU-1", 2025) }} unit.'),
        ("{{ realisasi('IKU-1', 2024) }} unit", "{{ realisasi('IKU-1', 2025) }} unit"),
        ("{{ capaian(“IKU-1”, 2023) }} saja", "{{ capaian(“IKU-1”, 2024) }} saja"),
        (
            'Naik {{ jumlah(realisasi("IKU-1", 2023), realisasi("IKU-1", 2024), realisasi("IKU-1", 2022)) }}.',
            'Naik {{ jumlah(realisasi("IKU-1", 2024), realisasi("IKU-1", 2025), realisasi("IKU-1", 2023)) }}.',
        ),
        ('{{ perubahan("IKU-2024", 2024) }} itu', '{{ perubahan("IKU-2024", 2025) }} itu'),
    ],
    ids=str,
)
def test_an_explicit_year_moves_along(old: str, new: str) -> None:
    assert came(old) == [f"{CARRIED}{new}"]
    assert came(old, years=0) == [f"{CARRIED}{old}"]


@pytest.mark.parametrize(
    "line",
    [
        'Tahun 2024 tercatat {{ realisasi("IKU-1", 2024) }} unit.',
        '{{ angka("2024", "Daftar tahun 2024") }} orang',
        'Pada {{ tanggal("2024-05-02") }} itu.',
        "Sejak {{ tahun(-1) }} itu.",
        "Rusak {{ realisasi(2024 }} itu.",
        '{{ realisasi("IKU-1", "TW2") }} itu.',
    ],
)
def test_a_year_beside_words_and_what_is_no_year_stay(line: str) -> None:
    assert came(line) == [f"{CARRIED}{line}"]


def test_in_a_table_the_years_move_unless_its_words_name_one() -> None:
    assert came(*TABLE)[-1] == '| Faks | {{ realisasi("IKU-1", 2024) }} |'
    assert came("| layanan | 2023 |", *TABLE[1:])[-1] == TABLE[2]


def test_a_year_in_the_call_of_a_heading_moves() -> None:
    assert came('## Sejak {{ realisasi("IKU-1", 2024) }}') == ['## Sejak {{ realisasi("IKU-1", 2025) }}']


def test_code_is_left_as_it_is() -> None:
    lines = ("```", '{{ realisasi("IKU-1", 2024) }}', "```")
    assert came(*lines)[1:] == list(lines)
