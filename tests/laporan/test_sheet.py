"""CSV as offices bring it: every spelling of one table is the same rows; what cannot be read has a place and a repair."""

import pytest

from paraf.laporan.sheet import MAX_CELL, MAX_LINE, MAX_LINES, Row, read_sheet

FILE = "data/uji.csv"
COLUMNS = ("kode", "uraian", "nilai")
HEAD = "kode;uraian;nilai\n"


def texts(rows: list[Row]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.values()) for row in rows]


def said(data: bytes | str, columns: tuple[str, ...] | None = COLUMNS) -> list[str]:
    """The faults of a sheet as ``line:column message / repair``."""
    _, faults = read_sheet(FILE, data.encode() if isinstance(data, str) else data, columns)
    assert all(fault.place.file == FILE for fault in faults)
    return [f"{fault.place.line}:{fault.place.column} {fault.message} / {fault.repair}" for fault in faults]


@pytest.mark.parametrize(
    "data",
    [
        b"kode;uraian;nilai\n1;Satu;5\n2;Dua;6\n",
        b"\xef\xbb\xbfkode;uraian;nilai\r\n1;Satu;5\r\n2;Dua;6\r\n",
        b"kode,uraian,nilai\r1,Satu,5\r2,Dua,6",
        b"kode\turaian\tnilai\n1\tSatu\t5\n2\tDua\t6\n",
        b"sep=;\nkode;uraian;nilai\n1;Satu;5\n2;Dua;6\n",
        b"\xef\xbb\xbfsep=,\r\nkode,uraian,nilai\r\n1,Satu,5\r\n2,Dua,6\r\n",
        b'"sep=|"\nkode|uraian|nilai\n1|Satu|5\n2|Dua|6\n',
        b"\n\n Kode ; URAIAN;nilai;;\n1;Satu;5;;\n;;;;\n2;Dua;6;;\n\n",
        b'"kode";"uraian";"nilai"\n"1";" Satu ";"5"\n2;Dua;6\n',
    ],
)
def test_every_spelling_of_one_table_is_the_same_rows(data: bytes) -> None:
    rows, faults = read_sheet(FILE, data, COLUMNS)
    assert faults == []
    assert texts(rows) == [("1", "Satu", "5"), ("2", "Dua", "6")]


def test_cells_know_their_places() -> None:
    rows, _ = read_sheet(FILE, b'sep=;\nkode;uraian;nilai\n\n12;"a; b";12\n3;"x ""y""";7\n', COLUMNS)
    assert [[(cell.place.line, cell.place.column) for cell in row.values()] for row in rows] == [
        [(4, 1), (4, 5), (4, 11)],
        [(5, 1), (5, 3), (5, 13)],
    ]
    assert [row["uraian"].text for row in rows] == ["a; b", 'x "y"']


def test_a_cell_over_several_lines_is_one_line_and_the_next_row_keeps_its_number() -> None:
    rows, faults = read_sheet(FILE, f'{HEAD}1;"Satu\ndua\n\ntiga";5\n2;Dua;6\n'.encode(), COLUMNS)
    assert faults == []
    assert texts(rows) == [("1", "Satu dua tiga", "5"), ("2", "Dua", "6")]
    assert rows[1]["kode"].place.line == 6


def test_a_short_row_is_filled_with_nothing() -> None:
    rows, faults = read_sheet(FILE, f"{HEAD}1;Satu\n".encode(), COLUMNS)
    assert faults == []
    assert texts(rows) == [("1", "Satu", "")]
    assert rows[0]["nilai"].place.column == 1


def test_only_a_head_is_no_row_and_no_fault() -> None:
    assert read_sheet(FILE, HEAD.encode(), COLUMNS) == ([], [])


def test_columns_may_be_optional_or_free() -> None:
    rows, faults = read_sheet(FILE, f"{HEAD}1;Satu;5\n".encode(), ("kode",), ("uraian", "nilai", "lain"))
    assert (texts(rows), faults) == ([("1", "Satu", "5")], [])
    rows, faults = read_sheet(FILE, b"Nama  Desa,Mulai\nA,2024\n", None)
    assert ([list(row) for row in rows], faults) == ([["nama_desa", "mulai"]], [])


@pytest.mark.parametrize("cell", ["-5", "+62 811", "-Rp1.000,00", "-", "--", "5-6", "a=b", "x@y.id", "'=1"])
def test_what_only_looks_like_a_formula_is_taken(cell: str) -> None:
    rows, faults = read_sheet(FILE, f"{HEAD}1;{cell};5\n".encode(), COLUMNS)
    assert faults == []
    assert rows[0]["uraian"].text == cell


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", "1:1 berkas ini kosong / tulis kepala tabelnya: kode;uraian;nilai"),
        ("\n;;\n \n", "1:1 berkas ini kosong / tulis kepala tabelnya: kode;uraian;nilai"),
        ("sep=;\n", "1:1 berkas ini kosong / tulis kepala tabelnya: kode;uraian;nilai"),
        ("kode;uraian;\n", "1:1 kolom belum ada: nilai / tulis kepala tabelnya: kode;uraian;nilai"),
        ("kode;uraian;nilai;kode\n", "1:19 kolom 'kode' ditulis dua kali / hapus salah satunya"),
        ("kode;;uraian;nilai\n", "1:6 kolom ke-2 tidak bernama / tulis nama kolomnya, atau hapus kolomnya"),
        (
            f"{HEAD}1;Satu;5;6\n",
            "2:1 baris ini berisi 4 sel, padahal kepalanya 3 / "
            "hapus sel lebihnya, atau apit teks yang memuat pemisah dengan kutip",
        ),
        (f"{HEAD}1,Satu,5\n", "2:1 baris ini memakai pemisah lain daripada kepalanya: “,” / pakai “;”"),
        (
            f'{HEAD}1;"Satu;5\n2;Dua;6\n',
            "2:1 tanda kutip di baris ini tidak berpasangan / "
            "hapus kutip itu, atau tulis dua kali bila memang bagian dari isinya",
        ),
        (
            f'{HEAD}1;"Satu" lagi;5\n',
            "2:1 tanda kutip di baris ini tidak berpasangan / "
            "hapus kutip itu, atau tulis dua kali bila memang bagian dari isinya",
        ),
        (f"{HEAD}1;=SUM(A1:A9);5\n", "2:3 sel ini rumus: “=SUM(A1:A9)” / salin nilainya saja (Tempel Khusus, Nilai)"),
        (f"{HEAD}1; @x;5\n", "2:3 sel ini rumus: “@x” / salin nilainya saja (Tempel Khusus, Nilai)"),
        (
            f"{HEAD}1;-A1*2;5\n",
            "2:3 sel ini diawali “-”, sehingga dibaca sebagai rumus: “-A1*2” / hapus tanda itu, atau tulis kata di depannya",
        ),
        (
            f"{HEAD}1;+cmd|' /C calc'!A0;5\n",
            "2:3 sel ini diawali “+”, sehingga dibaca sebagai rumus: “+cmd|' /C calc'!A0” / "
            "hapus tanda itu, atau tulis kata di depannya",
        ),
        (
            f"{HEAD}1;{'x' * (MAX_CELL + 1)};5\n",
            "2:3 sel ini 2001 huruf; paling banyak 2000 / pendekkan, atau pindahkan ke bab",
        ),
        (
            f"{HEAD}{'x' * (MAX_LINE + 1)}",
            "2:1 baris ini 20001 huruf; paling banyak 20000 / tulis setiap baris tabel pada barisnya sendiri",
        ),
        (
            f"{HEAD}{'x' * 200}\n" + "1\n" * MAX_LINES,
            "20001:1 berkas ini 20003 baris; paling banyak 20000 / sisakan barisnya yang perlu saja",
        ),
        (
            HEAD.encode("utf-16"),
            "1:1 berkas ini tersimpan sebagai UTF-16 / di Excel: Simpan Sebagai, jenis “CSV UTF-8”",
        ),
        (
            HEAD.encode() + "1;Perkembangan caf\u00e9;5".encode("cp1252"),
            "2:19 bita 0xe9 bukan UTF-8 / di Excel: Simpan Sebagai, jenis “CSV UTF-8”",
        ),
        (
            f"{HEAD}1;Sa\0tu;5\n",
            "2:5 ada karakter yang tidak terlihat: U+0000 (NUL) / hapus karakter itu, lalu ketik ulang kata di sekitarnya",
        ),
        (b"x" * 1_000_001, "1:1 berkas ini 1,1 MB; paling besar 1 MB / pindahkan isi yang bukan data ke berkas lain"),
    ],
)
def test_what_cannot_be_read_is_told_once_with_place_and_repair(data: str | bytes, expected: str) -> None:
    assert said(data) == [expected]


def test_an_unknown_column_names_the_nearest() -> None:
    (fault,) = said("kode;urain;uraian;nilai\n")
    assert fault.startswith("1:6 ")
    assert "uraian" in fault


def test_an_empty_list_is_told_what_to_begin_with() -> None:
    assert said("", None) == ["1:1 berkas ini kosong / tulis kepala tabelnya: nama"]


def test_a_row_with_too_many_cells_is_left_out_and_the_others_stay() -> None:
    rows, faults = read_sheet(FILE, f"{HEAD}1;Satu;5;6\n2;Dua;6\n".encode(), COLUMNS)
    assert len(faults) == 1
    assert texts(rows) == [("2", "Dua", "6")]


def test_tabs_before_a_line_are_cells_not_faults() -> None:
    rows, faults = read_sheet(FILE, b"kode\turaian\tnilai\n\tSatu\t5\n", COLUMNS)
    assert (texts(rows), faults) == ([("", "Satu", "5")], [])
