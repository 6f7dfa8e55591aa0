"""Nodes to records: every type a format may use, every way to miss it, and where each part of a file stands."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
import pytest

from paraf.door.decode import Source, load
from paraf.errors import Fault
from paraf.finding import Place

FILE = "sop/uji.yml"

Code = Annotated[str, msgspec.Meta(pattern=r"[A-Z][0-9]{1,2}", description="tulis kodenya")]
Size = Annotated[int, msgspec.Meta(ge=1, le=9, description="tulis ukurannya")]
Short = Annotated[str, msgspec.Meta(max_length=20, description="ringkaskan")]
Names = Annotated[tuple[str, ...], msgspec.Meta(min_length=1, description="sebut namanya")]


class Part(msgspec.Struct, frozen=True):
    """A nested record with one field that must be written."""

    nama: str
    ukuran: int = 0


class Act(msgspec.Struct, frozen=True, tag_field="jenis"):
    """The common part of a union."""

    oleh: str


class Give(Act, frozen=True, tag="beri"):
    """One member of the union."""

    ke: str


class Keep(Act, frozen=True, tag="simpan"):
    """The other member."""


class Whole(msgspec.Struct, frozen=True):
    """Every type a format may use; all of it optional, so that each case writes one field only."""

    teks: str = ""
    bilangan: int = 0
    tanggal: date = date(2020, 1, 1)
    pilihan: Literal["ya", "tidak"] = "ya"
    versi: Literal[1, 2] = 1
    mungkin: str | None = "semula"
    mungkin_tanggal: date | None = None
    mungkin_bagian: Part | None = None
    daftar: tuple[str, ...] = ()
    deret: tuple[int, ...] = ()
    bagian: tuple[Part, ...] = ()
    kamus: dict[str, str | None] = msgspec.field(default_factory=dict)
    angka: dict[str, int] = msgspec.field(default_factory=dict)
    satu: Part = Part("semula")
    tindak: tuple[Give | Keep, ...] = ()
    kode: Code = "A1"
    mungkin_kode: Code | None = None
    ukuran: Size = 1
    nama: Names = ("semula",)
    singkat: Short = "semula"
    polos: Annotated[int, msgspec.Meta(ge=0)] = 0


def read(text: str, type_: type[Any] = Whole) -> tuple[Source[Any] | None, list[Fault]]:
    return load(type_, FILE, text.encode())


def good(text: str, type_: type[Any] = Whole) -> Source[Any]:
    """The source of a text that must be accepted."""
    source, faults = read(text, type_)
    assert faults == []
    assert source is not None
    return source


def shown(text: str, type_: type[Any] = Whole) -> list[str]:
    """Each fault as ``line:column message / repair``."""
    source, faults = read(text, type_)
    assert source is None, "one fault is enough to refuse the file"
    assert {fault.place.file for fault in faults} == {FILE}
    return [f"{fault.place.line}:{fault.place.column} {fault.message} / {fault.repair}" for fault in faults]


ACCEPTED = {
    "text": ("teks: satu dua", "satu dua"),
    "text that looks like a number": ("teks: 012", "012"),
    "text that looks like a truth": ("teks: no", "no"),
    "text of digits": ("teks: 197106091992011002", "197106091992011002"),
    "empty quoted text": ("teks: ''", ""),
    "block text": ("teks: |\n  satu\n  dua\n", "satu\ndua\n"),
    "number": ("bilangan: 15", 15),
    "negative number": ("bilangan: -3", -3),
    "quoted number": ("bilangan: '7'", 7),
    "number with zeros before": ("bilangan: 007", 7),
    "fifteen digits": ("bilangan: 999999999999999", 999_999_999_999_999),
    "date": ("tanggal: 2024-02-29", date(2024, 2, 29)),
    "choice": ("pilihan: tidak", "tidak"),
    "choice of numbers": ("versi: 2", 2),
    "quoted choice of numbers": ("versi: '2'", 2),
    "optional text": ("mungkin: isi", "isi"),
    "optional text left blank": ("mungkin:", None),
    "optional text empty in quotes": ("mungkin: ''", ""),
    "optional text saying null": ("mungkin: null", "null"),
    "optional date left blank": ("mungkin_tanggal:", None),
    "optional date": ("mungkin_tanggal: 2026-01-31", date(2026, 1, 31)),
    "optional record left blank": ("mungkin_bagian:", None),
    "optional record": ("mungkin_bagian: {nama: x}", Part("x")),
    "list": ("daftar:\n  - a\n  - b\n", ("a", "b")),
    "list on one line": ("daftar: [a, 'b, c']", ("a", "b, c")),
    "empty list": ("daftar: []", ()),
    "list of numbers": ("deret: [1, 2]", (1, 2)),
    "list of records": ("bagian:\n  - nama: x\n    ukuran: 2\n  - {nama: y}\n", (Part("x", 2), Part("y"))),
    "pairs": ("kamus: {a: b, c: }", {"a": "b", "c": None}),
    "no pairs": ("kamus: {}", {}),
    "pairs of numbers": ("angka: {a: 1}", {"a": 1}),
    "record": ("satu: {nama: x}", Part("x")),
    "union": ("tindak: [{jenis: beri, oleh: a, ke: b}]", (Give("a", "b"),)),
    "union, tag last": ("tindak:\n  - oleh: a\n    jenis: simpan\n", (Keep("a"),)),
    "pattern": ("kode: B12", "B12"),
    "optional pattern left blank": ("mungkin_kode:", None),
    "optional pattern": ("mungkin_kode: C3", "C3"),
    "bound": ("ukuran: 1", 1),
    "length": ("nama: [x]", ("x",)),
}


@pytest.mark.parametrize(("text", "expected"), ACCEPTED.values(), ids=list(ACCEPTED))
def test_accepted(text: str, expected: object) -> None:
    value = getattr(good(text).value, text.partition(":")[0])
    assert value == expected
    assert type(value) is type(expected)


ONE_TEXT = "di sini harus satu teks, bukan daftar atau susunan / tulis satu nilai saja"
A_LIST = "di sini harus daftar / awali setiap butir dengan '- ' pada barisnya sendiri"
PAIRS = "di sini harus pasangan 'kunci: isi' / tulis setiap pasangan pada barisnya sendiri"
BLANK = "nilai ini masih kosong / isi nilainya setelah titik dua"
WHOLE_NUMBER = "bukan bilangan bulat / tulis angka saja, tanpa titik dan tanpa satuan"
A_DATE = "bukan tanggal / tulis tahun-bulan-hari, misalnya 2026-01-31"
NO_ACT = "kunci wajib 'jenis' belum ada / tambahkan 'jenis', salah satu: beri · simpan"
ACTS = "pakai salah satu: beri · simpan"
EMPTY = "daftar ini masih kosong"

REFUSED = {
    "list for a text": ("teks: [a]", f"1:7 {ONE_TEXT}"),
    "pairs for a text": ("teks:\n  a: b\n", f"2:3 {ONE_TEXT}"),
    "list for a number": ("bilangan: [1]", f"1:11 {ONE_TEXT}"),
    "list for a choice": ("pilihan: [ya]", f"1:10 {ONE_TEXT}"),
    "list for an optional text": ("mungkin: []", f"1:10 {ONE_TEXT}"),
    "blank text": ("teks:\nbilangan: 1\n", f"1:6 {BLANK}"),
    "blank number": ("bilangan:", f"1:10 {BLANK}"),
    "blank date": ("tanggal: # nanti\n", f"1:9 {BLANK}"),
    "empty quoted number": ("bilangan: ''", f"1:11 {BLANK}"),
    "empty quoted date": ("tanggal: ''", f"1:10 {BLANK}"),
    "empty quoted optional date": ("mungkin_tanggal: ''", f"1:18 {BLANK}"),
    "blank item": ("daftar:\n  - a\n  -\n", f"3:4 {BLANK}"),
    "word for a number": ("bilangan: dua", f"1:11 'dua' {WHOLE_NUMBER}"),
    "fraction": ("bilangan: 1.5", f"1:11 '1.5' {WHOLE_NUMBER}"),
    "grouped digits": ("bilangan: 1.000", f"1:11 '1.000' {WHOLE_NUMBER}"),
    "underscores": ("bilangan: 1_000", f"1:11 '1_000' {WHOLE_NUMBER}"),
    "hexadecimal": ("bilangan: 0x1F", f"1:11 '0x1F' {WHOLE_NUMBER}"),
    "plus sign": ("bilangan: +1", f"1:11 '+1' {WHOLE_NUMBER}"),
    "sixteen digits": ("bilangan: 1000000000000000", f"1:11 '1000000000000000' {WHOLE_NUMBER}"),
    "digits of another script": ("bilangan: ١٢", f"1:11 '١٢' {WHOLE_NUMBER}"),
    "unit": ("bilangan: 5 mm", f"1:11 '5 mm' {WHOLE_NUMBER}"),
    "impossible day": ("tanggal: 2026-02-30", f"1:10 '2026-02-30' {A_DATE}"),
    "day first": ("tanggal: 31-01-2026", f"1:10 '31-01-2026' {A_DATE}"),
    "date in words": ("tanggal: 31 Januari 2026", f"1:10 '31 Januari 2026' {A_DATE}"),
    "short date": ("tanggal: 2026-1-31", f"1:10 '2026-1-31' {A_DATE}"),
    "compact date": ("tanggal: 20260131", f"1:10 '20260131' {A_DATE}"),
    "date with a time": ("tanggal: 2026-01-31T08:00", f"1:10 '2026-01-31T08:00' {A_DATE}"),
    "digits of another script in a date": ("tanggal: ٢٠٢٦-٠١-٣١", f"1:10 '٢٠٢٦-٠١-٣١' {A_DATE}"),
    "unknown choice": ("pilihan: mungkin", "1:10 nilai 'mungkin' tidak dikenal / pakai salah satu: ya · tidak"),
    "choice with a capital": ("pilihan: Ya", "1:10 nilai 'Ya' tidak dikenal / pakai salah satu: ya · tidak"),
    "English choice": ("pilihan: true", "1:10 nilai 'true' tidak dikenal / pakai salah satu: ya · tidak"),
    "blank choice": ("pilihan:", "1:9 nilai ini masih kosong / pakai salah satu: ya · tidak"),
    "unknown choice of numbers": ("versi: 3", "1:8 nilai '3' tidak dikenal / pakai salah satu: 1 · 2"),
    "choice of numbers with a zero": ("versi: 01", "1:8 nilai '01' tidak dikenal / pakai salah satu: 1 · 2"),
    "text for a list": ("daftar: a", f"1:9 {A_LIST}"),
    "pairs for a list": ("daftar: {a: b}", f"1:9 {A_LIST}"),
    "blank list": ("daftar:", f"1:8 {A_LIST}"),
    "list inside a list": ("daftar:\n  - [a]\n", f"2:5 {ONE_TEXT}"),
    "word in a list of numbers": ("deret: [1, dua]", f"1:12 'dua' {WHOLE_NUMBER}"),
    "text for pairs": ("kamus: a", f"1:8 {PAIRS}"),
    "list for pairs": ("kamus: [a]", f"1:8 {PAIRS}"),
    "word in pairs of numbers": ("angka: {a: 1, b: dua}", f"1:18 'dua' {WHOLE_NUMBER}"),
    "text for a record": ("satu: a", f"1:7 {PAIRS}"),
    "blank record": ("satu:", f"1:6 {PAIRS}"),
    "list for an optional record": ("mungkin_bagian: [a]", f"1:17 {PAIRS}"),
    "text in a list of records": ("bagian:\n  - x\n", f"2:5 {PAIRS}"),
    "missing key": (
        "satu: {ukuran: 1}",
        "1:7 kunci wajib 'nama' belum ada / tambahkan baris 'nama: …' di susunan ini",
    ),
    "missing key of an item": (
        "bagian:\n  - {nama: x}\n  - ukuran: 2\n",
        "3:5 kunci wajib 'nama' belum ada / tambahkan baris 'nama: …' di susunan ini",
    ),
    "unknown key": ("blangan: 1", "1:1 kunci 'blangan' tidak dikenal / mungkin maksudnya 'bilangan'"),
    "unknown nested key": (
        "satu:\n  nama: x\n  ukurn: 2\n",
        "3:3 kunci 'ukurn' tidak dikenal / mungkin maksudnya 'ukuran'",
    ),
    "unknown key far from all": (
        "satu: {nama: x, zzz: 2}",
        "1:17 kunci 'zzz' tidak dikenal / hapus, atau pakai salah satu: nama · ukuran",
    ),
    "Cyrillic twin": (
        "teks: a\ntеks: b\n",
        "2:1 kunci 'tеks' memuat huruf bukan Latin: 'е' (U+0435, CYRILLIC SMALL LETTER IE) / "
        "ketik ulang kuncinya dengan huruf biasa",
    ),
    "no tag": ("tindak:\n  - oleh: a\n", f"2:5 {NO_ACT}"),
    "no keys at all": ("tindak: [{}]", f"1:10 {NO_ACT}"),
    "unknown tag": ("tindak: [{jenis: buang, oleh: a}]", f"1:18 nilai 'buang' tidak dikenal / {ACTS}"),
    "tag with a capital": ("tindak: [{jenis: Beri, oleh: a}]", f"1:18 nilai 'Beri' tidak dikenal / {ACTS}"),
    "blank tag": ("tindak:\n  - jenis:\n    oleh: a\n", f"2:11 nilai ini masih kosong / {ACTS}"),
    "list as tag": ("tindak: [{jenis: [beri], oleh: a}]", f"1:18 {ONE_TEXT}"),
    "text for a union": ("tindak: [beri]", f"1:10 {PAIRS}"),
    "blank union": ("tindak: ['']", f"1:10 {PAIRS}"),
    "missing key of a member": (
        "tindak: [{jenis: beri, oleh: a}]",
        "1:10 kunci wajib 'ke' belum ada / tambahkan baris 'ke: …' di susunan ini",
    ),
    "key of another member": (
        "tindak: [{jenis: simpan, oleh: a, ke: b}]",
        "1:35 kunci 'ke' tidak dikenal / hapus, atau pakai salah satu: oleh",
    ),
    "pattern missed": ("kode: a1", "1:7 bentuk 'a1' tidak sesuai / tulis kodenya"),
    "pattern met in part only": ("kode: A123", "1:7 bentuk 'A123' tidak sesuai / tulis kodenya"),
    "pattern met before a line break": ('kode: "A1\\n"', "1:7 bentuk 'A1↵' tidak sesuai / tulis kodenya"),
    "pattern and empty quotes": ("kode: ''", "1:7 teks ini masih kosong / tulis kodenya"),
    "blank for a pattern": ("kode:", f"1:6 {BLANK}"),
    "optional pattern missed": ("mungkin_kode: x", "1:15 bentuk 'x' tidak sesuai / tulis kodenya"),
    "below the bound": ("ukuran: 0", "1:9 0 terlalu kecil / tulis ukurannya"),
    "above the bound": ("ukuran: 10", "1:9 10 terlalu besar / tulis ukurannya"),
    "not a number for a bound": ("ukuran: nol", f"1:9 'nol' {WHOLE_NUMBER}"),
    "too short": ("nama: []", f"1:7 {EMPTY} / sebut namanya"),
    "too long": (f"singkat: {'x' * 21}", "1:10 teks ini terlalu panjang: 21 huruf / ringkaskan"),
    "schema without a repair": ("polos: -1", "1:8 -1 terlalu kecil / lihat contoh pada halaman format"),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_refused(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize("key", ["bilangan", "tanggal", "pilihan", "kode", "tindak: [{jenis", "lain"])
def test_a_long_piece_of_the_file_is_cut(key: str) -> None:
    ending = "}]" if "{" in key else ""
    (row,) = shown(f"{key}: {'x' * 1000}{ending}\n" if key != "lain" else f"{'x' * 1000}: 1\n")
    assert f"'{'x' * 59}…'" in row


def test_an_alias_is_one_fault_not_two() -> None:
    assert shown("teks: *acuan\n") == ["1:7 rujukan '*acuan' tidak dipakai di sini / tulis isinya sekali lagi"]
    assert shown("tindak:\n  - jenis: *acuan\n") == [
        "2:12 rujukan '*acuan' tidak dipakai di sini / tulis isinya sekali lagi"
    ]
    assert shown("daftar: *acuan\n") == ["1:9 rujukan '*acuan' tidak dipakai di sini / tulis isinya sekali lagi"]


def test_every_fault_of_a_file_is_found_at_once() -> None:
    text = "teks:\nbilangan: x\nbilangan: 2\ntanggal: &t y\nsatu: {ukuran: z}\nlain: 1\ndaftar: [[a], b]\n"
    assert [row.split(" / ")[0] for row in shown(text)] == [
        "4:10 jangkar '&t' tidak dipakai di sini",
        "3:1 kunci 'bilangan' ditulis dua kali (pertama di baris 2)",
        "1:6 nilai ini masih kosong",
        "2:11 'x' bukan bilangan bulat",
        "4:10 'y' bukan tanggal",
        "5:16 'z' bukan bilangan bulat",
        "5:7 kunci wajib 'nama' belum ada",
        "6:1 kunci 'lain' tidak dikenal",
        "7:10 di sini harus satu teks, bukan daftar atau susunan",
    ]


def test_text_that_is_not_yaml_is_not_decoded() -> None:
    assert shown("teks: [a\n") == [
        "1:7 kurung dibuka tetapi tidak ditutup / tambahkan kurung penutup atau koma yang kurang"
    ]


@pytest.mark.parametrize(("text", "place"), [("- a\n", "1:1"), ("# k\nkata\n", "2:1"), ("---\n", "2:1")])
def test_a_file_that_is_not_pairs(text: str, place: str) -> None:
    assert shown(text) == [f"{place} {PAIRS}"]


def test_a_list_as_the_whole_file() -> None:
    assert good("- a\n- b\n", tuple[str, ...]).value == ("a", "b")


def test_source_knows_where_each_part_stands() -> None:
    source = good("teks: a\nbagian:\n  - nama: x\n    ukuran: 2\nkamus: {k: v}\ndaftar:\n  - p\n  - q\n")
    places = {
        (): "1:1",
        ("teks",): "1:7",
        ("bagian",): "3:3",
        ("bagian", 0): "3:5",
        ("bagian", 0, "ukuran"): "4:13",
        ("kamus", "k"): "5:12",
        ("daftar", 1): "8:5",
    }
    assert {route: source.place(*route) for route in places} == {
        route: Place(FILE, *map(int, text.split(":"))) for route, text in places.items()
    }


def test_a_blank_value_stands_at_its_key() -> None:
    source = good("teks: a\nmungkin:\nkamus: {}\n")
    assert source.place("mungkin") == Place(FILE, 2, 1)


ROUTES = {
    "the part itself": (("bagian", 0, "nama"), Place(FILE, 3, 11)),
    "a key that was not written": (("bagian", 0, "ukuran"), Place(FILE, 3, 5)),
    "an item beyond the list": (("bagian", 7, "nama"), Place(FILE, 3, 3)),
    "a part below a text": (("teks", "a", 0), Place(FILE, 1, 7)),
    "nothing of it": (("lain", 0), Place(FILE, 1, 1)),
    "no route": ((), Place(FILE, 1, 1)),
}


@pytest.mark.parametrize(("route", "place"), ROUTES.values(), ids=list(ROUTES))
def test_the_longest_prefix_gives_the_place(route: tuple[str | int, ...], place: Place) -> None:
    source = good("teks: a\nbagian:\n  - nama: x\n")
    assert source.place(*route) == place
    assert source.file == FILE
