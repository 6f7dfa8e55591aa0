"""What changed: every kind of line is marked without becoming another kind, and what is gone is told below its heading."""

import pytest

from paraf.laporan.markdown import Kind
from paraf.views.changed_lines import gone, key, keys, marked


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        ("Kalimat baru.", "paragraf", "[Kalimat baru.]{.ubah}"),
        ("  Kalimat baru.  ", "paragraf", "  [Kalimat baru.]{.ubah}  "),
        ("## Judul", "judul", "## [Judul]{.ubah}"),
        ("- butir", "butir", "- [butir]{.ubah}"),
        ("   - butir dalam", "butir", "   - [butir dalam]{.ubah}"),
        ("12. nomor", "butir", "12. [nomor]{.ubah}"),
        ("> kutipan", "kutipan", "> [kutipan]{.ubah}"),
        (">kutipan", "kutipan", ">[kutipan]{.ubah}"),
        ("> - butir kutipan", "kutipan", "> - [butir kutipan]{.ubah}"),
        ("[^1]: Isi catatan.", "paragraf", "[^1]: [Isi catatan.]{.ubah}"),
        ("**tebal** di depan", "paragraf", "[**tebal** di depan]{.ubah}"),
        ("| a | | c |", "tabel", "| [a]{.ubah} | | [c]{.ubah} |"),
        ("a | b", "tabel", "[a]{.ubah} | [b]{.ubah}"),
        (r"| a \| b |", "tabel", r"| [a \| b]{.ubah} |"),
        ("|:--|--:|", "tabel", "|:--|--:|"),
        ("![Foto](a.png)", "gambar", "[]{.ubah}![Foto](a.png)"),
        ("x = 1", "kode", "x = 1"),
        ("***", "garis", "***"),
        ("---", "paragraf", "---"),
        ("", "paragraf", ""),
        ("[a]: https://contoh.go.id", "paragraf", "[a]: https://contoh.go.id"),
    ],
)
def test_a_line_stays_what_it_is(line: str, kind: Kind, expected: str) -> None:
    assert marked(line, kind) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lihat [di sini](x.md)", "[lihat [di sini](x.md)]{.ubah}"),
        (r"siku \[ saja", r"[siku \[ saja]{.ubah}"),
        ("siku [ saja", "[]{.ubah}siku [ saja"),
        ("siku ] saja [", "[]{.ubah}siku ] saja ["),
        ("satu ` saja", "[]{.ubah}satu ` saja"),
        ("baris patah\\", "[]{.ubah}baris patah\\"),
        ("garis miring\\\\", "[garis miring\\\\]{.ubah}"),
    ],
)
def test_brackets_without_their_like_get_a_mark_before_them(line: str, expected: str) -> None:
    assert marked(line) == expected


def test_neither_the_level_nor_the_number_of_a_caption_makes_a_line_another() -> None:
    assert key("### Simpulan") == key("## Simpulan")
    assert key("**Tabel 3.** Desa") == key("**Tabel 4.** Desa")
    assert key("Tabel 3 memuat desa.") != key("Tabel 4 memuat desa.")
    assert key("Satu. ") in keys("Satu.\nDua.")


def test_what_is_gone_stands_below_its_heading_without_its_marks() -> None:
    before = (
        "# Satu\n\nTetap.\n- lama\n\n## Dua\n\n### Tiga\n\n| a | | 1 |\n|---|---|---|\n![Grafik](a.svg)\n***\n> kata"
    )
    assert gone(before, "# Satu\n\nTetap.\n\n## Dua\n\n### Tiga") == {"Satu": ["lama"], "Dua": ["a · 1", "kata"]}
    assert gone(before, before) == {}


def test_a_heading_that_is_gone_is_told_as_well() -> None:
    assert gone("# Satu\n\n# Dua\nIsi.", "# Satu") == {"Dua": ["Dua", "Isi."]}
