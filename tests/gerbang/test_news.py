"""What a comment tells of a report that changed: figures first, passages by their words, nothing that only followed."""

import time
from random import Random

import pytest
from msgspec.structs import replace

from laporan.perubahan.states import BASE, OUTLINE, Edit, chapter, edited, report
from paraf.gerbang.effects import ChangedText
from paraf.gerbang.news import MOST_LETTERS, bearable, is_report, news
from paraf.laporan.perubahan.records import Piece

DATA, INTRO = "data/kinerja.yml", "01-pengantar.md"
ALL = ("NN-*.md", "lampiran/", "data/")
IKU1 = "IKU-1 Persentase layanan yang memenuhi standar"


def told(*edits: Edit, patterns: tuple[str, ...] = ALL, **files: str | None) -> list[tuple[str, str, str]]:
    after = edited(*edits, **files)
    return [(one.place, one.before, one.after) for one in news(BASE, after, OUTLINE, patterns)]


def test_figures_come_first_then_passages_with_figures_then_the_others_then_what_was_computed() -> None:
    found = told(
        (DATA, 'tw4: "84,05"', 'tw4: "85,05"'),
        (INTRO, "selama satu tahun anggaran", "selama dua tahun anggaran"),
        ("80-penutup.md", "triwulan pertama tahun berikutnya", "triwulan ke-2 tahun berikutnya"),
        ("20-perjanjian.md", "judul: Perjanjian Kinerja", "judul: Perjanjian"),
    )
    assert found[:4] == [
        (f"{IKU1}: realisasi triwulan IV", "84,05%", "85,05%"),
        (
            "Penutup, paragraf 17",
            "Aplikasi yang tertunda diselesaikan pada triwulan pertama tahun berikutnya.",
            "Aplikasi yang tertunda diselesaikan pada triwulan ke-2 tahun berikutnya.",
        ),
        ("Judul 20-perjanjian.md", "Bab II Perjanjian Kinerja", "Bab II Perjanjian"),
        (
            "Pengantar, paragraf 1",
            "Laporan ini menjelaskan kinerja Dinas Contoh selama satu tahun anggaran. Kami berterima kasih …",
            "Laporan ini menjelaskan kinerja Dinas Contoh selama dua tahun anggaran. Kami berterima kasih …",
        ),
    ]
    assert [place for place, _, _ in found[4:]][:2] == [f"{IKU1}: realisasi setahun", f"{IKU1}: capaian"]


@pytest.mark.parametrize(
    ("patterns", "places"),
    [
        (("data/",), [f"{IKU1}: realisasi triwulan IV"]),
        (("NN-*.md",), ["Pengantar, paragraf 1"]),
        (("surat.md",), []),
    ],
)
def test_only_what_the_paper_covers_is_told(patterns: tuple[str, ...], places: list[str]) -> None:
    found = told((DATA, 'tw4: "84,05"', 'tw4: "85,05"'), (INTRO, "satu tahun", "setahun"), patterns=patterns)
    assert [place for place, _, _ in found if "setahun" not in place and "capaian" not in place] == places


def test_passages_that_came_went_or_were_moved() -> None:
    long = "Penyambungan layanan memerlukan persetujuan pemilik aplikasi yang menjawab setelah empat bulan."
    before = report(satu=[long, "Kalimat yang akan hilang dari sini."], dua=["Kalimat tetap."])
    after = report(satu=["Kalimat lain sama sekali bunyinya sekarang juga."], dua=["Kalimat tetap.", long])
    assert [(one.place, one.before, one.after, one.pieces) for one in news(before, after, None, ALL)] == [
        ("Bab satu, paragraf 1", "", "Kalimat lain sama sekali bunyinya sekarang juga.", ()),
        ("Bab satu, paragraf 2", "Kalimat yang akan hilang dari sini.", "", ()),
        (
            "Bab dua, paragraf 3",
            "(pada Bab satu, paragraf 1)",
            "Penyambungan layanan memerlukan persetujuan pemilik …",
            (),
        ),
    ]


def test_rows_tell_their_columns() -> None:
    table = "## J\n\nTabel: Uji\n\n| A | B |\n|--|--|\n| satu dua | tiga |\n\n- butir satu dua"
    before, after = report(uji=[table]), report(uji=[table.replace("tiga", "lima").replace("butir satu", "butir nol")])
    (row, item) = news(before, after, None, ALL)
    assert row == ChangedText(
        "Bab uji, Tabel 1",
        "B: tiga",
        "B: lima",
        (Piece("sama", "B:"), Piece("dihapus", "tiga"), Piece("ditambah", "lima")),
    )
    assert item.place == "Bab uji, J"
    plain = report(uji=["- butir satu dua"]), report(uji=["- butir nol dua"])
    assert [one.place for one in news(*plain, None, ALL)] == ["Bab uji"]


def test_other_files_are_told_line_by_line() -> None:
    listing = "nama;mulai\nAplikasi Aduan;2023\nAplikasi Surat;2024\nAplikasi Baru;2025\n"
    assert told(patterns=ALL, **{"data/daftar-aplikasi.csv": listing}) == [
        ("data/daftar-aplikasi.csv", "Aplikasi Arsip;2025", "Aplikasi Baru;2025")
    ]
    assert told((DATA, "skema: 1\n", "# Catatan kantor\nskema: 1\n")) == [(DATA, "", "# Catatan kantor")]
    broken = told((DATA, 'tw4: "84,05"', 'tw4: "x"'))
    assert [(before, after) for place, before, after in broken if place == DATA] == [
        (
            'realisasi: {tw1: "71", tw2: "76", tw3: "81,5", tw4: "84,05"}',
            'realisasi: {tw1: "71", tw2: "76", tw3: "81,5", tw4: "x"}',
        )
    ]


def test_annexes_are_parts_of_the_report() -> None:
    listing = "skema: 1\nlampiran:\n  - {id: a, judul: Lampiran uji, tahun: 2025, berkas: a.md}\n"
    one, other = (
        edited(**{"lampiran/daftar.yml": listing, "lampiran/a.md": f"Isinya {word} saja.\n"})
        for word in ("satu", "dua")
    )
    assert [(row.place, row.before, row.after) for row in news(one, other, OUTLINE, ALL)] == [
        ("Lampiran 1. Lampiran uji, paragraf 18", "Isinya satu saja.", "Isinya dua saja.")
    ]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [(("NN-*.md",), True), (("data/",), True), (("nota-dinas.md", "laporan.yml"), False), ((), False)],
)
def test_which_papers_are_reports(patterns: tuple[str, ...], expected: bool) -> None:
    assert is_report(patterns, BASE.context.report) is expected


def test_what_is_too_long_is_not_compared_while_somebody_waits() -> None:
    small = BASE.context.report
    large = replace(small, texts={"10-a.md": "x" * (MOST_LETTERS + 1)})
    assert bearable(small, small)
    assert not bearable(small, large)
    assert not bearable(large, small)


def test_a_large_draft_written_anew_takes_a_moment() -> None:
    rng = Random(1)

    def text(count: int) -> str:
        words = ("dinas", "layanan", "tahun", "target", "capaian", "desa", "warga", "izin", "jaringan", "data")
        return chapter(*(f"{' '.join(rng.choices(words, k=14))} {rng.randrange(10**6)}." for _ in range(count)))

    one, other = (edited(**{"02-uji.md": text(600)}) for _ in range(2))
    began = time.perf_counter()
    assert list(news(one, other, OUTLINE, ALL))
    assert time.perf_counter() - began < 3
