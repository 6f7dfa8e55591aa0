"""JSON at the door: every type a format may use, every way to miss it, each fault with its path inside the file."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any, Literal

import msgspec
import pytest

from paraf.door.jsons import load_json, parse
from paraf.errors import Fault
from paraf.finding import Place

FILE = "fakta.json"
Code = Annotated[str, msgspec.Meta(pattern=r"[A-Z][0-9]", description="tulis kodenya")]


class Part(msgspec.Struct, frozen=True):
    """A nested record."""

    nama: str
    ukuran: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1


class Whole(msgspec.Struct, frozen=True):
    """Every type a format may use."""

    teks: str = ""
    bilangan: int = 0
    benar: bool = False
    hari: date = date(2020, 1, 1)
    saat: datetime | None = None
    pilihan: Literal["ya", "tidak"] = "ya"
    versi: Literal[1] = 1
    kode: Code = "A1"
    daftar: tuple[str, ...] = ()
    kamus: dict[str, tuple[str, ...]] = {}
    bagian: tuple[Part, ...] = ()
    satu: Part | None = None


def read(text: str) -> tuple[Whole | None, list[str]]:
    value, faults = load_json(Whole, FILE, text.encode(), 10_000)
    assert all(fault.place == Place(FILE, 1, 1) and fault.repair for fault in faults)
    return value, [fault.message for fault in faults]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{}", Whole()),
        ('{"teks":"é","bilangan":-3,"benar":true}', Whole(teks="é", bilangan=-3, benar=True)),
        ('{"hari":"2026-02-28"}', Whole(hari=date(2026, 2, 28))),
        ('{"saat":"2026-02-28T09:14:00Z"}', Whole(saat=datetime(2026, 2, 28, 9, 14, tzinfo=UTC))),
        (
            '{"saat":"2026-02-28T09:14:00+07:00"}',
            Whole(saat=datetime(2026, 2, 28, 9, 14, tzinfo=timezone(timedelta(hours=7)))),
        ),
        ('{"saat":null,"satu":{"nama":"x"}}', Whole(satu=Part("x"))),
        ('{"daftar":["a","b"],"kamus":{"k":["v"]}}', Whole(daftar=("a", "b"), kamus={"k": ("v",)})),
        ('{"bagian":[{"nama":"x","ukuran":9}],"kode":"B2"}', Whole(bagian=(Part("x", 9),), kode="B2")),
    ],
)
def test_what_fits_is_read(text: str, value: Whole) -> None:
    assert read(text) == (value, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"teks":1}', "teks: di sini harus teks, bukan nilai 1"),
        ('{"teks":null}', "teks: di sini harus teks, bukan nilai kosong (null)"),
        ('{"teks":"\\ud800"}', "teks: teks ini memuat setengah karakter"),
        ('{"bilangan":true}', "bilangan: di sini harus bilangan bulat, bukan nilai true"),
        ('{"bilangan":false}', "bilangan: di sini harus bilangan bulat, bukan nilai false"),
        ('{"bilangan":1.5}', "bilangan: di sini harus bilangan bulat, bukan nilai 1.5"),
        ('{"bilangan":NaN}', "bilangan: di sini harus bilangan bulat, bukan yang bukan bilangan"),
        ('{"bilangan":[]}', "bilangan: di sini harus bilangan bulat, bukan daftar atau susunan"),
        ('{"benar":1}', "benar: di sini harus true atau false, bukan nilai 1"),
        ('{"hari":"2026-02-30"}', "hari: '2026-02-30' bukan tanggal"),
        ('{"hari":3}', "hari: di sini harus teks, bukan nilai 3"),
        ('{"saat":"2026-02-28T09:14:00"}', "saat: '2026-02-28T09:14:00' bukan waktu yang lengkap"),
        ('{"saat":"kemarin"}', "saat: 'kemarin' bukan waktu yang lengkap"),
        ('{"saat":"2026-02-28 09:14:00+07:00"}', "saat: '2026-02-28 09:14:00+07:00' bukan waktu yang lengkap"),
        ('{"pilihan":"mungkin"}', "pilihan: nilai 'mungkin' tidak dikenal"),
        ('{"versi":true}', "versi: nilai true tidak dikenal"),
        ('{"versi":1.0}', "versi: nilai 1.0 tidak dikenal"),
        ('{"kode":"a1"}', "kode: bentuk 'a1' tidak sesuai"),
        ('{"daftar":"a"}', "daftar: di sini harus daftar"),
        ('{"daftar":["a",2]}', "daftar[1]: di sini harus teks, bukan nilai 2"),
        ('{"kamus":[]}', "kamus: di sini harus susunan kunci dan isi"),
        ('{"kamus":{"k":[3]}}', "kamus.k[0]: di sini harus teks, bukan nilai 3"),
        ('{"kamus":{"\\udc00":[]}}', "kamus: teks ini memuat setengah karakter"),
        ('{"kamus":{"k":[],"k":[]}}', "kamus: kunci 'k' ditulis dua kali"),
        ('{"bagian":[{}]}', "bagian[0]: kunci wajib 'nama' belum ada"),
        ('{"bagian":[{"nama":"x","nma":"y"}]}', "bagian[0]: kunci 'nma' tidak dikenal"),
        ('{"bagian":[{"nama":"x","ukuran":0}]}', "bagian[0].ukuran: 0 terlalu kecil"),
        ('{"satu":[]}', "satu: di sini harus susunan kunci dan isi"),
        ("[]", "isi berkas: di sini harus susunan kunci dan isi"),
    ],
)
def test_what_does_not_fit_is_told_with_its_path(text: str, said: str) -> None:
    assert read(text) == (None, [said])


def test_every_fault_is_told_at_once() -> None:
    _, said = read('{"teks":1,"bilangan":"2","bagian":[{"ukuran":10}],"x":3}')
    assert [one.partition(":")[0] for one in said] == [
        "teks",
        "bilangan",
        "bagian[0].ukuran",
        "bagian[0]",
        "isi berkas",
    ]


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b'{\n  "a": }', (8, 8), "isinya bukan JSON yang utuh"),
        (b"", (7, 1), "isinya bukan JSON yang utuh"),
        (b'{"a":1}x', (7, 8), "isinya bukan JSON yang utuh"),
        (b"\xef\xbb\xbf{}", (7, 1), "isinya bukan JSON yang utuh"),
        (b"\xff", (7, 1), "bita 0xff bukan UTF-8"),
        (b"[" * 90_000, (7, 1), "susunannya bertingkat terlalu dalam"),
        (b"1" * 5000, (7, 1), "ada bilangan yang terlalu panjang"),
        (b"1" * 100_001, (7, 1), "isinya 100001 bita; paling banyak 100000"),
    ],
    ids=["broken", "empty", "more", "bom", "bytes", "deep", "number", "large"],
)
def test_what_is_no_json_is_told_with_its_place(data: bytes, place: tuple[int, int], said: str) -> None:
    value, fault = parse(FILE, data, 100_000, line=7)
    assert value is None
    assert isinstance(fault, Fault)
    assert (fault.place, fault.message) == (Place(FILE, *place), said)
    assert load_json(Whole, FILE, data, 100_000, 7) == (None, [fault])


def test_a_long_value_is_cut_in_messages() -> None:
    _, (said,) = read('{"pilihan":"' + "x" * 500 + '"}')
    assert len(said) < 100


def test_nothing_else_is_supported() -> None:
    class Odd(msgspec.Struct):
        x: float

    value: Any = None
    with pytest.raises(KeyError):
        value, _ = load_json(Odd, FILE, b'{"x":1.0}', 100)
    assert value is None
