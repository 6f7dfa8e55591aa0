"""The *lembar perubahan* on a page, in a terminal, as Markdown and as JSON: the same said, nothing of a report is markup."""

import json
import re

import pytest

from htmltext import parse
from laporan.perubahan.states import BASE, OUTLINE, between, chapter, compared, edited, part, report
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.records import Perubahan
from paraf.views import perubahan_words as words
from paraf.views.perubahan import LEGEND, as_document, perubahan_body, perubahan_page
from paraf.views.perubahan_json import as_json
from paraf.views.perubahan_markdown import as_markdown
from paraf.views.perubahan_text import as_text

DATA = "data/kinerja.yml"
LONG = "Penyambungan layanan memerlukan persetujuan pemilik aplikasi yang menjawab setelah empat bulan."
OTHER = "Warga yang sudah terdaftar tidak perlu mendaftar lagi untuk layanan perizinan daerah."
BEFORE = edited(
    **{"02-uji.md": chapter(LONG, "Ada 12 desa.", "- butir satu dua tiga"), "03-lain.md": chapter(OTHER, name="lain")}
)
AFTER = edited(
    (DATA, 'tw4: "84,05"', 'tw4: "85,05"'),
    **{
        "02-uji.md": chapter("Ada 13 desa.", "- butir satu dua empat", OTHER.replace("daerah", "kabupaten")),
        "03-lain.md": chapter(LONG, "Alinea yang sama sekali baru.", name="lain"),
        "80-penutup.md": None,
        "85-baru.md": chapter(*(f"Kalimat nomor {number} di bab yang baru." for number in range(9)), name="baru"),
    },
)
FOUND = perubahan_of(BEFORE, AFTER, OUTLINE)
NOTHING = perubahan_of(BASE, BASE, OUTLINE)

TEXT = """\
Lembar perubahan LAKIP 2025
Semula: A. Menjadi: B.
{angka} angka atau keterangan data berubah, 1 bab baru, 1 bab dihapus, 3 bab berubah, dan 2 bagian dipindahkan.

Angka dan keterangan data
  IKU-1 Persentase layanan yang memenuhi standar
    realisasi triwulan IV: semula 84,05%, menjadi 85,05%
      dibaca di SS-1

Angka yang ditulis di dalam naskah
  Paragraf 2
    “Ada … desa.”: semula 12, menjadi 13
      dibaca di Bab uji
  Di bawah “Bab uji”
    “butir satu dua …”: semula tiga, menjadi empat
      dibaca di Bab uji

Angka yang dihitung dari data
"""


def test_the_text_says_numbers_first_then_every_chapter() -> None:
    told = as_text(FOUND, "LAKIP", "A", "B")
    assert told.startswith(TEXT.format(angka=len(FOUND.angka)))
    assert "\nBab uji\n  Paragraf 2 diubah\n    Semula: Ada [12] desa.\n    Menjadi: Ada [13] desa.\n" in told
    assert "  Butir diubah\n    Semula: butir satu dua [tiga]\n    Menjadi: butir satu dua [empat]\n" in told
    assert "  Paragraf 3 dipindahkan dari “Bab lain”, semula paragraf 4\n" in told
    assert "mendaftar lagi untuk layanan perizinan\n      [kabupaten.]\n" in told
    assert "  Paragraf 4 dipindahkan dari “Bab uji”, semula paragraf 2\n    Bunyinya: Penyambungan layanan" in told
    assert "  Paragraf 5 baru\n    Menjadi: Alinea yang sama sekali baru.\n" in told
    assert "\nBab baru\n  Bab ini baru: 9 bagian.\n" in told
    assert "  Selebihnya dibaca di naskahnya." in told
    assert "nomor 2 di" in told
    assert "nomor 3 di" not in told
    assert "\nPenutup\n  Bab ini dihapus; semula 4 bagian.\n  Judul dihapus\n    Semula: Simpulan\n" in told
    assert f"\n  {words.DERIVED}: paragraf 8, 9, 11; Tabel 2.\n" in told


def test_nothing_is_said_in_one_sentence() -> None:
    assert as_text(NOTHING, "LAKIP", "A", "B").splitlines()[2:] == [words.NOTHING]
    assert perubahan_body(NOTHING, "A", "B") == f"<p>Semula: <b>A</b>. Menjadi: <b>B</b>. {words.NOTHING}</p>"
    assert as_markdown(NOTHING, "LAKIP", "A", "B").rstrip().endswith(words.NOTHING)


def test_what_only_followed_from_the_data_needs_no_legend() -> None:
    found = compared((DATA, 'tw4: "84,05"', 'tw4: "85,05"'))
    assert "[ ]" not in as_text(found, "LAKIP", "A", "B")
    assert "dicoret" not in as_markdown(found, "LAKIP", "A", "B")


def test_the_page_has_a_table_of_numbers_and_marks_in_words() -> None:
    page = parse(perubahan_body(FOUND, "A", "B"))
    table = page.all("table")[0]
    cells = [[cell.text() for cell in row.all("th", "td")] for row in table.all("tr")]
    assert cells[:2] == [
        ["Angka", "Semula", "Menjadi", "Dibaca di"],
        ["IKU-1 Persentase layanan yang memenuhi standar realisasi triwulan IV", "84,05%", "85,05%", "SS-1"],
    ]
    assert LEGEND in page.text()
    assert [one.text() for one in page.all("del")][:2] == ["dihapus: 12", "dihapus: tiga"]
    assert [one.text() for one in page.all("ins")][:2] == ["ditambah: 13", "ditambah: empat"]
    assert {one.text() for one in page.all("span", class_="terdengar")} == {"dihapus:", "ditambah:"}
    ids = [one.attributes["id"] for one in page.all("h2")]
    assert ids[:4] == ["angka-data", "angka-tulisan", "angka-hitungan", "bagian-1"]
    assert len(set(ids)) == len(ids)


def test_a_page_of_the_site_and_a_file_of_its_own() -> None:
    page = perubahan_page(FOUND, "lakip/2025/perubahan.md", "LAKIP", "A", "B")
    assert (page.path, page.title) == ("lakip/2025/perubahan.md", "Lembar perubahan LAKIP 2025")
    assert page.body == perubahan_body(FOUND, "A", "B")
    document = as_document(FOUND, "LAKIP", "A", "B", "DATA CONTOH")
    assert parse(document).all("h1")[0].text() == "Lembar perubahan LAKIP 2025"
    assert "DATA CONTOH" in document
    assert "<p><b></b></p>" not in as_document(FOUND, "LAKIP", "A", "B", "")
    assert not re.search(r"https?:|<script|\son\w+=", document)


def test_a_row_names_the_column_of_what_changed() -> None:
    table = "Tabel: Uji\n\n| A | B |\n|--|--|\n| satu dua | tiga empat |"
    found = between([table], [table.replace("empat", "lima")])
    assert (
        "  Tabel 1, baris “satu dua” diubah\n    Semula: B: tiga [empat]\n    Menjadi: B: tiga [lima]\n"
        in f"{as_text(found, 'L', 'A', 'B')}\n"
    )
    assert "- Tabel 1, baris “satu dua” diubah: B: tiga ~~empat~~ **lima**" in as_markdown(found, "L", "A", "B")
    assert '<span class="kepala">B: </span>' in perubahan_body(found, "A", "B")


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        (["## Lama sekali"], ["## Lama benar"], "Judul diubah"),
        (["## J", "> Kutipan satu dua"], ["## J", "> Kutipan satu tiga"], "Kutipan di bawah “J” diubah"),
        (["| 1 | 2 |\n|--|--|\n| 3 | 4 |"], ["| 1 | 2 |\n|--|--|\n| 3 | 4 |\n| 5 | 6 |"], "Baris tabel baru"),
        (
            ["Tabel: Uji satu\n\n| A |\n|--|\n| b |"],
            ["Tabel: Uji dua\n\n| A |\n|--|\n| b |"],
            "Keterangan Tabel 1 diubah",
        ),
        ([LONG, OTHER], [OTHER], "Paragraf 1 (semula) dihapus"),
        (
            ["- " + LONG, OTHER, "Lain."],
            [OTHER, "Lain.", "- " + LONG],
            "Butir dipindahkan dari tempat lain pada bagian ini",
        ),
        (
            [f"| {'panjang ' * 20}| b |\n|--|--|\n| x | y |"],
            [f"| {'panjang ' * 20}| c |\n|--|--|\n| x | y |"],
            f"Baris tabel, baris “{'panjang ' * 7}".rstrip() + "…” diubah",
        ),
    ],
)
def test_places_are_named(before: list[str], after: list[str], place: str) -> None:
    found = perubahan_of(report(uji=before), report(uji=after))
    assert [words.place(one) for one in part(found, "uji").changes] == [place]


def test_renamed_and_annexes_are_told() -> None:
    listing = "skema: 1\nlampiran:\n  - {id: perjanjian-kinerja, judul: Perjanjian lain, tahun: 2025, arsip: Map 3}\n"
    found = compared(("01-pengantar.md", "judul: Pengantar", "judul: Prakata"), **{"lampiran/daftar.yml": listing})
    assert "\nPrakata\n  Judulnya semula “Pengantar”.\n" in as_text(found, "LAKIP", "A", "B")
    assert "Judulnya semula “Pengantar”." in as_markdown(found, "LAKIP", "A", "B")
    assert words.summary(found) == "1 bab berubah dan 1 lampiran berubah."
    gone = compared(**{"lampiran/daftar.yml": None})
    assert "Lampiran ini dihapus; semula 1 bagian." in perubahan_body(gone, "A", "B")


def test_very_much_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_CHANGES", 1)
    monkeypatch.setattr(words, "MOST_FIGURES", 1)
    assert "Dan 2 perubahan lain pada bagian ini." in as_text(FOUND, "L", "A", "B")
    assert "Dan 2 perubahan lain pada bagian ini." in as_markdown(FOUND, "L", "A", "B")
    assert "Dan 2 perubahan lain pada bagian ini." in perubahan_body(FOUND, "A", "B")
    rest = sum(one.origin == "hitungan" for one in FOUND.angka) - 1
    assert f"  dan {rest} lagi" in as_text(FOUND, "L", "A", "B")
    assert f"| dan {rest} lagi | | | |" in as_markdown(FOUND, "L", "A", "B")
    assert f"<p>Dan {rest} lagi.</p>" in perubahan_body(FOUND, "A", "B")


def test_derived_places_without_a_number_are_named() -> None:
    rows = '- butir {{ realisasi("IKU-1") }} satu dua'
    one, other = (
        edited((DATA, 'tw4: "84,05"', f'tw4: "{value}"'), **{"02-uji.md": chapter(rows)})
        for value in ("84,05", "85,05")
    )
    assert words.derived(part(perubahan_of(one, other), "uji")) == "butir"


def test_json_holds_everything() -> None:
    document = json.loads(as_json(FOUND, "A", "B", sample=True))
    assert (document["versi"], document["contoh"]) == (1, True)
    assert document["semula"] == {"nama": "A", "tahun": 2025}
    assert document["angka"][0] == {
        "pokok": "IKU-1 Persentase layanan yang memenuhi standar",
        "perihal": "realisasi triwulan IV",
        "semula": "84,05%",
        "menjadi": "85,05%",
        "asal": "data",
        "dibaca_di": ["SS-1"],
    }
    assert len(document["bagian"]) == len(FOUND.parts)
    moved = next(one for one in document["bagian"][1]["perubahan"] if one["cara"] == "dipindahkan")
    assert moved["semula"] == {"bagian": "Bab uji", "di_bawah": "", "paragraf": 2, "panel": "", "baris": 6}
    assert next(one for one in document["bagian"][0]["perubahan"] if one["cara"] == "ditambah" or one["semula"])


HOSTILE = "<script>alert(1)</script> | a | ~~ ** @semua #1 [x](javascript:y) \u202e ``` </li></ul> kata & lain lagi"


def _hostile() -> Perubahan:
    before = report(uji=[f"{HOSTILE} lama 12 di sini", "Tabel: Uji\n\n| A <b> | B |\n|--|--|\n| satu <i> dua | tiga |"])
    after = report(
        uji=[f"{HOSTILE} baru 13 di sini", "Tabel: Uji\n\n| A <b> | B |\n|--|--|\n| satu <i> dua | em<u>pat |"]
    )
    return perubahan_of(before, after)


def test_nothing_of_a_report_is_markup() -> None:
    found = _hostile()
    tags = {
        "p",
        "b",
        "h2",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "small",
        "br",
        "span",
        "ul",
        "li",
        "del",
        "ins",
    }
    for page in (perubahan_body(found, "<x>", "&"), perubahan_body(FOUND, "A", "B")):
        assert set(re.findall(r"</?([a-z0-9]+)", page)) <= tags
        assert "\n\n\n" not in page
        assert "\u202e" not in page
    markdown = as_markdown(found, "<x>", "@a", "|")
    assert not re.search(r"[<>]", markdown)
    assert not re.search(r"@(?!&#8203;)", markdown)
    assert all(row.count("|") == 5 for row in markdown.splitlines() if row.startswith("|"))
    assert "\u202e" not in markdown + as_text(found, "LAKIP", "A", "B")
    assert "](" not in markdown
