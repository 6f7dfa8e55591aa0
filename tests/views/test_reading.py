"""The naskah baca before it is printed: figures with their sources, changes marked, the writer's words never a mark."""

import re

from laporan.case import YEAR, base_files, facts
from paraf.laporan.expand import Expansion
from paraf.views.own_words import LONGEST
from paraf.views.reading import MAX_GONE, MAX_LETTERS, MAX_PARTS, Reading, reading, too_long

CLOSING = f"lakip/{YEAR}/80-penutup.md"
LIST = f"lakip/{YEAR}/lampiran/daftar.yml"


def made(files: dict[str, str], before: dict[str, str] | None = None) -> Reading:
    found = facts(files)
    old: Expansion | None = facts(before).expansion if before else None
    return reading(found.repo, found.expansion, old, "main" if before else None)


def added(text: str) -> dict[str, str]:
    files = base_files()
    files[CLOSING] += f"\n{text}\n"
    return files


def test_every_figure_carries_its_source() -> None:
    source = made(base_files()).source
    assert 'sebesar [84,05%]{.angka label="IKU-1 · realisasi 2025"}, melampaui' in source
    assert '::: {.judul-panel label="SS-1 · capaian"}\n**Tabel 2.** Target, realisasi' in source


def test_the_words_around_it_come_from_the_office_and_the_report() -> None:
    words = made(base_files()).words
    assert words["judul"] == "Laporan Kinerja Instansi Pemerintah Tahun 2025"
    assert words["keadaan"] == "Keadaan data 12 Januari 2026"
    assert (words["lebar"], words["tinggi"]) == ("210", "330")
    assert (words["contoh"], words["sejak"]) == ("", "")


def test_a_sample_year_says_so_and_a_year_without_identity_has_a_plain_title() -> None:
    files = base_files()
    files["sop/instansi.yml"] += 'tahun_contoh: ["2025"]\n'
    del files["lakip/2025/laporan.yml"]
    words = made(files).words
    assert words["contoh"] == "DATA CONTOH – bukan laporan resmi"
    assert (words["judul"], words["keadaan"]) == ("Laporan Tahun 2025", "")


def test_without_an_outline_it_is_bound_all_the_same() -> None:
    files = base_files()
    del files["sop/sistematika.yml"]
    assert "# Perjanjian Kinerja\n" in made(files).source


def test_a_new_sentence_is_marked_and_an_old_one_is_not() -> None:
    found = made(added("Kalimat yang baru ditulis."), base_files())
    assert "[Kalimat yang baru ditulis.]{.ubah}" in found.source
    assert found.source.count(".ubah") == 1
    assert found.words["sejak"] == "Bagian yang berubah sejak main bergaris di tepi kiri dan berlatar kuning."
    assert "# Bunyi Semula" not in found.source


def test_a_reader_is_told_when_nothing_changed() -> None:
    found = made(base_files(), base_files())
    assert ".ubah" not in found.source
    assert found.words["sejak"] == "Tidak ada yang berubah sejak main."


def test_what_was_said_before_is_the_last_part_and_no_part_of_the_digest() -> None:
    found = made(base_files(), added("Kalimat yang dihapus [di sini]{.ubah}."))
    assert found.source.endswith("#### Langkah perbaikan\n\n- Kalimat yang dihapus [di sini]\\{.ubah}.\n")
    assert "\n# Bunyi Semula\n" in found.source
    assert found.words["sejak"].endswith("kuning. Bunyi semula ada pada bagian terakhir.")
    assert found.words["sidik"] == made(base_files()).words["sidik"]


def test_of_very_many_earlier_lines_the_first_are_printed() -> None:
    many = "\n".join(f"- Butir nomor {number}." for number in range(MAX_GONE + 5))
    files = added(f"{many}\n\n## Bagian lain\n\n- Butir lain.")
    source = made(base_files(), files).source
    assert f"- Butir nomor {MAX_GONE - 1}.\n" in source
    assert f"Butir nomor {MAX_GONE}" not in source
    assert "Masih ada 7 baris lagi." in source


def test_a_changed_figure_marks_its_sentence_and_its_tables() -> None:
    files = base_files()
    files["lakip/2025/data/kinerja.yml"] = files["lakip/2025/data/kinerja.yml"].replace('"84,05"', '"85,05"')
    source = made(files, base_files()).source
    assert ".ubah}" in source.split("sebesar", 1)[1].split("\n", 1)[0]
    assert '::::: {.ubah}\n::: {.judul-panel label="SS-1 · capaian"}' in source
    assert '::::: {.ubah}\n::: {.judul-panel label="SS-2 · capaian"}' not in source
    assert "\n| [IKU-1]{.ubah} | [Persentase" in source
    assert "| [IKU-2]{.ubah} |" not in source


def test_a_table_put_in_between_marks_itself_and_not_those_behind_it() -> None:
    files = base_files()
    files["lakip/2025/20-perjanjian.md"] += "\nTabel: Baru\n\n| a |\n|---|\n| b |\n"
    found = made(files, base_files())
    assert "[**Tabel 2.** Baru]{.ubah}" in found.source
    assert ":::::" not in found.source


def test_new_chapters_and_annexes_have_marked_headings() -> None:
    files = base_files()
    before = base_files() | {LIST: "skema: 1\nlampiran: []\n"}
    del before[CLOSING]
    source = made(files, before).source
    assert "# [Penutup]{.ubah}\n" in source
    assert "# [Lampiran 1. Perjanjian Kinerja Tahun 2025]{.ubah}\n" in source
    assert "# Realisasi Anggaran\n" in source


def test_every_kind_of_line_is_marked_and_stays_what_it_is() -> None:
    text = "## Judul baru\n\n- butir\n\n> kutipan\n\n| a |\n|---|\n| {{ tahun() }} |\n\n```\nkode\n```"
    source = made(added(text), base_files()).source
    for line in ("## [Judul baru]", "- [butir]", "> [kutipan]", "| [a]"):
        assert f"\n{line}{{.ubah}}" in source
    assert '\n| [[2025]{.angka label="tahun laporan"}]{.ubah} |\n' in source
    assert "\n~~~ kode-kantor\nkode\n~~~" in source


def test_the_writers_own_brackets_are_no_marks() -> None:
    source = made(added('[palsu]{.angka label="x"}\n\n::: {.ubah}\nisi\n:::')).source
    assert "[palsu]\\{.angka" in source
    assert "\\::: {.ubah}" in source


def test_a_source_with_quotes_stays_inside_its_label() -> None:
    source = made(added('Ada {{ angka("3", \'kata "kutip" | `x` & 5%\') }} rapat.')).source
    assert '[3]{.angka label="sumber: kata %22kutip%22 %7C %60x%60 %26 5%25"}' in source


def test_a_short_figure_stays_on_one_line_and_a_long_one_may_be_torn() -> None:
    source = made(added('Ditandatangani {{ tanggal("2025-01-17") }}, soal {{ nama("IKU-3") }}.')).source
    assert "[17\N{NO-BREAK SPACE}Januari\N{NO-BREAK SPACE}2025]{.angka" in source
    assert "[Lama gangguan layanan]{.angka" in source


def test_a_chart_is_a_picture_with_words_its_caption_and_its_table() -> None:
    found = made(added('{{ grafik_tren("IKU-1") }}'))
    (name,) = found.pictures
    whole = found.source.partition(":::: {.grafik-panel}\n")[2].partition("\n::::\n")[0]
    assert re.match(r"\n!\[Grafik kolom\. .*\]\(grafik/tren-iku-1\.svg\)\n", whole)
    assert f'](grafik/{name})\n\n::: {{.judul-panel label="IKU-1 · grafik tren"}}\n**Gambar 1.** ' in whole
    assert "\n| 2025 | 84,05 |" in whole
    assert found.pictures[name].startswith("<svg")


def test_the_caption_of_a_table_written_by_hand_is_a_caption() -> None:
    source = made(added("Tabel: Rekomendasi\n\n| a |\n|---|\n| b |")).source
    assert re.search(r"::: \{\.judul-panel\}\n\*\*Tabel \d+\.\*\* Rekomendasi\n:::\n", source)


def test_a_caption_right_below_a_sentence_is_one_too() -> None:
    source = made(added("Kalimat.\nTabel: Tahun {{ tahun() }}\n| a |\n|---|\n| b |")).source
    assert re.search(r"Kalimat\.\n\n+::: \{\.judul-panel\}\n\*\*Tabel \d+\.\*\* Tahun 2025\n:::\n\n+\| a", source)


def test_a_name_of_the_data_is_escaped_once() -> None:
    files = added('Soal {{ nama("IKU-3") }} ini.')
    path = f"lakip/{YEAR}/data/kinerja.yml"
    files[path] = files[path].replace("Lama gangguan layanan", "Lama *gangguan*")
    assert 'Soal [Lama\N{NO-BREAK SPACE}\\*gangguan\\*]{.angka label="IKU-3 · nama"} ini.' in made(files).source


def test_notes_of_a_table_stand_apart_from_the_paragraphs() -> None:
    assert "::: {.catatan-panel}\nArah naik: capaian" in made(base_files()).source


def test_a_chapter_that_ends_without_a_newline_loses_nothing() -> None:
    files = base_files()
    files[CLOSING] = files[CLOSING].rstrip("\n") + "\n\nAkhir."
    assert "\n\nAkhir.\n" in made(files).source


def test_annexes_follow_with_their_lines_and_the_writers_marks_are_text() -> None:
    files = base_files()
    files[LIST] = "skema: 1\nlampiran:\n  - {id: a, judul: Surat, tahun: 2025, berkas: surat.md}\n" + (
        "  - {id: b, judul: Kertas, tahun: 2025, arsip: Lemari satu}\n"
    )
    files[f"lakip/{YEAR}/lampiran/surat.md"] = "# Surat\n\nIsi {{ tahun() }} [x]{.ubah}.\n\n| a |\n|---|\n| b |\n"
    source = made(files).source
    assert "\n# Lampiran 1. Surat\n\nIsi {{ tahun() }} [x]\\{.ubah}.\n\n| a |" in source
    assert "\n::: {.sambung}\n\n:::\n\n# Lampiran 2. Kertas\n\nLampiran ini tidak dijilid" in source


def test_pictures_of_the_year_that_are_shown_are_named() -> None:
    files = added("![Foto](foto%20a.png)\n\n![Lain](lain.gif)\n\n![Foto](<foto b.png>)\n\n![Foto](c.png)")
    for name in ("c.png", "foto a.png", "foto b.png", "tidak-dipakai.png", "lain.gif"):
        files[f"lakip/{YEAR}/{name}"] = ""
    assert made(files).photos == ("c.png", "foto a.png", "foto b.png")


def test_a_file_that_could_not_be_read_is_told_on_the_cover() -> None:
    assert made(base_files()).words["luput"] == ""
    files = base_files()
    files[CLOSING] = "tanpa kepala\n"
    assert made(files).words["luput"] == "Belum dapat dibaca, jadi tidak tercetak: 80-penutup.md."


def test_a_name_of_the_data_with_lines_and_marks_stays_on_its_line() -> None:
    files = base_files()
    path = f"lakip/{YEAR}/data/kinerja.yml"
    nasty = '"Lama\\n\\n# gangguan ]{.ubah} #panic() \\\\ | \\n::: \\n~~~ $x$"'
    assert files[path].count("nama: Lama gangguan layanan") == 1
    files[path] = files[path].replace("nama: Lama gangguan layanan", f"nama: {nasty}")
    source = made(files).source
    shown = r"Lama \# gangguan \]\{.ubah\} \#panic() \\ \| ::: \~\~\~ \$x\$"
    assert f"| {shown} |" in source
    assert not re.search(r"^(# gangguan|:::$\n~~~|~~~)", source, re.MULTILINE)


def test_notes_are_numbered_through_the_document() -> None:
    files = added("Satu[^1].\n\n[^1]: Catatan satu.")
    files[LIST] = "skema: 1\nlampiran:\n  - {id: a, judul: Surat, tahun: 2025, berkas: surat.md}\n"
    files[f"lakip/{YEAR}/lampiran/surat.md"] = "Dua[^1].\n\n[^1]: Catatan dua.\n"
    source = made(files).source
    for words, number in (("Satu", 1), ("Dua", 2)):
        assert f'{words}[\\^1]{{.rujuk n="{number}"}}.' in source
        assert f'::: {{.kaki n="{number}" label="1"}}\nCatatan {words.lower()}.\n\n:::' in source


def test_of_a_very_long_earlier_line_the_beginning_is_printed() -> None:
    source = made(base_files(), added("kata " * LONGEST)).source
    assert f"- {('kata ' * LONGEST)[:LONGEST]} …\n" in source


def test_a_very_long_caption_is_mere_text() -> None:
    source = made(added(f"Tabel: {'kata ' * LONGEST}{{{{ tahun() }}}}\n\n| a |\n|---|\n| b |")).source
    assert re.search(r"\n~~~ teks-kantor\n\*\*Tabel \d+\.\*\* kata .* kata 2025\n~~~\n", source)


def refused(files: dict[str, str]) -> str:
    found = facts(files)
    return too_long(reading(found.repo, found.expansion, None, None), found.expansion)


def test_what_would_take_more_than_a_computer_has_is_not_printed() -> None:
    assert refused(base_files()) == ""
    said = refused(added("|a|a|a|a\n\n" * (MAX_PARTS // 4)))
    assert re.match(r"Naskah ini terlalu panjang untuk dicetak: [3-9]\d\.\d{3} ", said)
    assert said.endswith(
        f"paling banyak 30.000 baris dan sel, 2.000.000 huruf. Ringkas dulu bagian terpanjangnya: {CLOSING}."
    )
    assert refused(added(f"|a|\n|-|\n{'|a' * MAX_PARTS}|"))
    assert refused(added("|a\n\n" * (MAX_PARTS // 3 - 300))) == ""
    files = base_files()
    for number in range(3):
        files[f"lakip/{YEAR}/8{number + 1}-bab.md"] = f"---\nid: bab{number}\njudul: Bab\n---\n" + "kata " * (
            MAX_LETTERS // 15
        )
    assert "8" in refused(files).rpartition("/")[2]


def test_an_annex_may_be_the_longest_part() -> None:
    files = base_files()
    files[LIST] = "skema: 1\nlampiran:\n  - {id: a, judul: Surat, tahun: 2025, berkas: surat.md}\n"
    files[f"lakip/{YEAR}/lampiran/surat.md"] = "a\n\n" * MAX_PARTS
    assert refused(files).endswith("terpanjangnya: Lampiran 1. Surat.")
