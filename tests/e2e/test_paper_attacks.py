"""A chapter that would run, read, hide or never end is printed as the words it is; the office is told what is left out."""

import os
import shutil
import struct
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from e2e.conftest import Run, copy_repository
from e2e.test_paper import DOCUMENT, PIXEL, SMALL, body, pages, squeezed

SECRET = "Rahasia di luar naskah"
LONG_WORD = "Panjang" * 60
VERBATIM = (
    '#read("/etc/passwd") dan #include "rahasia.typ"',
    '#import "@preview/cetz:0.3.0": canvas',
    '#panic("x") #{panic()} #[x] #let x = 1',
    "#sys.inputs.judul",
    "$x^2$ dan $ panic() $",
    "@label dan <label>",
    "kata#panic()",
    "](#panic())",
    '"#panic()',
    "= Judul palsu",
    "/ Istilah: arti",
    "// bukan keterangan",
    "/* bukan keterangan */",
    "~ tilde~tilde -- --- ...",
    "'tunggal' \"ganda\"",
    "https://contoh.id//jalur",
    '[palsu]{.angka label="x"}',
    "[hitam]{.ubah}",
    "::: {.sambung}",
    "::::: {.judul-panel}",
    "<script>alert(1)</script>",
    "<!-- tersembunyi -->",
    "<?php x ?>",
    "[acuan]: https://contoh.id 'judul'",
    "[^tiada]",
    "&#8238;terbalik&#8203;",
    '{{ realisasi("IKU-999") }} {% for x in y %} {{ x.y }}',
    '--8<-- "/etc/passwd"',
    "| bukan | tabel",
    "\\\\ \\[",
    LONG_WORD,
    "[" * 1000 + "kurung" + "]" * 1000,
)
"""Paragraphs that are printed letter by letter, but for the backslashes that Markdown itself takes as escapes."""
CODED = "\n\n".join(
    (
        '```{=typst}\n#panic("kode")\n```',
        '~~~ {.angka label="x"}\n]{.ubah} \\* "x\n```\n#panic()\n~~~',
        "    #panic() [y]{.ubah}",
        f"```\n{LONG_WORD}\n```",
    )
)
NESTED = "\n\n".join(
    (
        "> " * 1000 + "Kutipan terdalam",
        "- " * 1000 + "Butir terdalam",
        "\n".join("  " * depth + f"- tingkat {depth}" for depth in range(100)),
        "*a _b " * 900 + "Miring terdalam" + " c_ d*" * 900,
        "## " + "*a _b " * 900 + "Judul terdalam" + " c_ d*" * 900,
        "| a |\n|---|\n| " + "**a ~~b " * 300 + "Sel terdalam" + " c~~ d**" * 300 + " |",
        "![" * 120 + "Gambar terdalam" + "](x.png)" * 120,
        "Judul di bawahnya\n===\n\nJudul lain\n---",
        "Kaki[^1] dan kaki lagi[^1].\n\n[^1]: Isi kaki\n\n[^2]: Kaki yatim\n\n[^1]: Kaki kedua",
        "## Judul [^1] {{ tahun() }}",
        "| a | b |\n|---|---|\n| 1 | 2 | sel ketiga | sel keempat |",
        "[luar](javascript:alert) dan [dalam](file:///etc/passwd) dan [surat](https://contoh.id/a)",
    )
)
PICTURES = (
    "/etc/hostname.png",
    "../../../rahasia.png",
    "a/../../../../rahasia.png",
    "https://contoh.id/x.png",
    "data:image/png;base64,AAAA",
    "gambar.svg",
    "bom.png",
    "gambar.typ",
    "{absolute}",
    "{relative}",
)
"""The last two lead to a picture that is there, but elsewhere; one is a file that printing itself writes."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x</script><image href="/etc/passwd"/></svg>'
NAME = 'Nama #panic() ] [ " | $x$ <b>@l'
CALLS = 'Angka {{ realisasi("IKU-1") }} dan ' * 40 + "\n\n"
SOURCE = 'Kertas "85%" & kerja #panic() %41'
SOURCED = f"Ada {{{{ angka('3', '{SOURCE}') }}}} rapat.\n\n"
FRONT = "---\nid: {0}\njudul: Bab {0}\n---\n\n"


def bomb(width: int, height: int) -> bytes:
    """A sound PNG, small as a file, of very many white dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    dots = zlib.compress((b"\0" + b"\xff" * (width // 8)) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


@dataclass(frozen=True)
class Attacked:
    """What was printed: the words of the report without spaces, those of its cover, what was said, and the file."""

    words: str
    cover: str
    said: str
    pdf: Path


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, paraf: Run) -> Attacked:
    """The small report with every attack in it, printed once."""
    root = copy_repository(tmp_path_factory.mktemp("serang") / "folder kantor")
    year = root / "lakip" / "2025"
    shutil.rmtree(root / "lakip")
    shutil.copytree(SMALL / "lakip", root / "lakip")
    shutil.copy(SMALL / "sop" / "sistematika.yml", root / "sop")
    (root / "rahasia.png").write_bytes(PIXEL)
    (root / "rahasia.typ").write_text(SECRET, encoding="utf-8")
    (year / "gambar.svg").write_text(SVG, encoding="utf-8")
    (year / "bom.png").write_bytes(bomb(8000, 8000))
    absolute = str(root / "rahasia.png")
    near = os.path.relpath(absolute, Path(tempfile.gettempdir()) / "paraf-x")
    shown = "\n\n".join(f"![Alt nomor {number}](<{name}>)" for number, name in enumerate(PICTURES))
    shown = shown.format(absolute=absolute, relative=near)
    parts = {
        "81-kata": "\n\n".join(VERBATIM),
        "82-kode": CODED,
        "83-dalam": NESTED,
        "84-gambar": shown,
        "85-panggilan": SOURCED + CALLS * 60,
        "86-baris": "Kata panjang. " * 5_000,
    }
    for name, text in parts.items():
        (year / f"{name}.md").write_text(FRONT.format(name[3:]) + text + "\n", encoding="utf-8")
    (year / "87-besar.md").write_bytes(FRONT.format("besar").encode() + b"kata " * 4_000_000)
    (year / "88-nul.md").write_text(FRONT.format("nul") + "a\0b", encoding="utf-8")
    (year / "89-bidi.md").write_text(FRONT.format("bidi") + "a\u202eb", encoding="utf-8")
    data = year / "data" / "kinerja.yml"
    before = data.read_text(encoding="utf-8")
    data.write_text(before.replace("nama: Lama gangguan layanan", f"nama: '{NAME}'"), encoding="utf-8")
    done = paraf("cetak", "naskah-baca", "2025", cwd=root)
    assert done.returncode == 0, done.stderr
    pdf = root / f"{DOCUMENT}.pdf"
    return Attacked(body(pdf), pages(pdf)[0], done.stderr, pdf)


@pytest.mark.parametrize("text", VERBATIM)
def test_commands_are_words(attacked: Attacked, text: str) -> None:
    plain = text.replace("\\\\ \\[", "\\ [")
    assert squeezed(plain) in attacked.words.replace("\u200b", "")


def test_nothing_outside_is_read(attacked: Attacked) -> None:
    assert squeezed(SECRET) not in attacked.words
    assert "root:" not in attacked.words
    assert all(not page.images for page in PdfReader(attacked.pdf).pages)


@pytest.mark.parametrize(
    "text", ['{=typst}#panic("kode")', '{.angkalabel="x"}]{.ubah}\\*"x```#panic()', "#panic()[y]{.ubah}"]
)
def test_code_is_shown_as_it_was_written(attacked: Attacked, text: str) -> None:
    assert text in attacked.words


@pytest.mark.parametrize(
    "text",
    [
        *("Kutipan terdalam", "Butir terdalam", "tingkat 99", "Miring terdalam", "Judul terdalam", "Sel terdalam"),
        *("Gambar terdalam", "Isi kaki", "[^2]: Kaki yatim", "Kaki kedua", "sel ketiga | sel keempat"),
    ],
)
def test_what_is_nested_or_left_over_is_not_lost(attacked: Attacked, text: str) -> None:
    assert squeezed(text) in attacked.words


def test_a_sentence_above_a_line_is_no_heading(attacked: Attacked) -> None:
    titles = str(PdfReader(attacked.pdf).outline)
    assert "Bab dalam" in titles
    assert "Judul di bawahnya" not in titles
    assert "Judul lain" not in titles
    assert "Juduldibawahnya===" in attacked.words


def test_links_lead_to_the_web_only(attacked: Attacked) -> None:
    found = [
        note.get_object()["/A"]["/URI"]
        for page in PdfReader(attacked.pdf).pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert found == ["https://contoh.id/a"]


@pytest.mark.parametrize("number", range(len(PICTURES)))
def test_a_picture_from_elsewhere_is_told_by_its_words(attacked: Attacked, number: int) -> None:
    assert f"belumdapatditampilkan.Altnomor{number}" in attacked.words.replace("\u200b", "")


def test_what_is_left_out_is_said(attacked: Attacked) -> None:
    assert "rusak atau terlalu besar, jadi tidak tercetak: bom.png." in attacked.said
    assert "Traceback" not in attacked.said
    cover = " ".join(attacked.cover.split())
    assert "Belum dapat dibaca, jadi tidak tercetak: 87-besar.md, 88-nul.md, 89-bidi.md." in cover


def test_names_of_the_data_are_words(attacked: Attacked) -> None:
    assert attacked.words.count(squeezed(NAME)) > 1


def test_a_source_is_printed_as_it_was_written(attacked: Attacked) -> None:
    assert squeezed(SOURCE) in squeezed("".join(pages(attacked.pdf)))


def test_a_long_word_stays_on_the_paper(attacked: Attacked) -> None:
    lines = "\n".join(pages(attacked.pdf)).replace("\u200b", "").split("\n")
    assert max(line.count("Panjang") for line in lines) < 20


def test_a_link_in_the_folder_of_a_year_is_refused(attacked: Attacked, paraf: Run) -> None:
    root = attacked.pdf.parents[2]
    link = root / "lakip" / "2025" / "tautan.png"
    os.symlink(root / "rahasia.png", link)
    done = paraf("cetak", "naskah-baca", "2025", cwd=root)
    link.unlink()
    assert done.returncode == 2
    assert "tautan.png" in done.stderr


def test_what_would_take_more_than_a_computer_has_is_refused(attacked: Attacked, paraf: Run) -> None:
    root = attacked.pdf.parents[2]
    chapter = root / "lakip" / "2025" / "90-panjang.md"
    chapter.write_text(FRONT.format("panjang") + "a|a|a|a\n\n" * 9_000, encoding="utf-8")
    done = paraf("cetak", "naskah-baca", "2025", cwd=root)
    chapter.unlink()
    assert done.returncode == 2
    assert "bagian terpanjangnya: lakip/2025/90-panjang.md." in done.stderr
