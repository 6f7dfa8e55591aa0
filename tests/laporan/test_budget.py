"""The budget: rows nested by their codes, sums upwards, goals handed down, and every trap of a copied sheet named."""

from decimal import Decimal

import pytest

from laporan.case import FOLDER, base_files
from paraf.laporan.budget import DEEPEST, Budget, Money, build_budget, total
from paraf.laporan.forms.performance import Edition

FILE = "data/anggaran.csv"
HEAD = "kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi\n"
BASE = base_files()[f"{FOLDER}/{FILE}"]


def budget(text: str, edition: Edition = "perubahan") -> Budget:
    found, faults = build_budget(FILE, text.encode(), edition)
    assert faults == []
    assert found
    return found


def refused(rows: str) -> list[str]:
    """The faults of some rows as ``line:column message / repair``."""
    found, faults = build_budget(FILE, (HEAD + rows).encode(), "murni")
    assert found is None
    return [f"{fault.place.line}:{fault.place.column} {fault.message} / {fault.repair}" for fault in faults]


def test_rows_lie_below_the_code_they_go_on_from() -> None:
    found = budget(BASE)
    assert [item.code for item in found.items] == ["2.16.02", "2.16.03"]
    assert [(item.code, item.level, item.level_name) for item in found.rows][:4] == [
        ("2.16.02", 0, "program"),
        ("2.16.02.01", 1, "kegiatan"),
        ("2.16.02.01.01", 2, "sub kegiatan"),
        ("2.16.02.01.02", 2, "sub kegiatan"),
    ]
    assert found.rows[2].place.line == 4
    deeper = budget(f"{HEAD}1;A;;;;\n1.1;B;;;;\n1.1.1;C;;;;\n1.1.1.1;D;;1;1;1\n")
    assert deeper.rows[3].level_name == "sub kegiatan"


def test_sums_go_upwards_and_a_goal_downwards() -> None:
    found = budget(BASE)
    assert found.money == Money(Decimal(650_000_000), Decimal(650_000_000), Decimal(610_750_000))
    assert found.items[0].money == Money(Decimal(500_000_000), Decimal(500_000_000), Decimal(472_500_000))
    assert [row.goal for row in found.rows] == ["SS-1"] * 4 + ["SS-2"] * 3
    assert found.of("SS-2").realisasi == Decimal(138_250_000)
    assert found.of(None) == found.money
    assert found.serving("SS-2") == (found.items[1],)
    assert found.by_code["2.16.03.01.01"].name == "Pemantauan jaringan"


def test_a_row_may_serve_another_goal_than_its_program() -> None:
    found = budget(f"{HEAD}1;A;SS-1;;;\n1.1;B;SS-2;10;10;5\n1.2;C;;20;20;5\n")
    assert (found.of("SS-1").pagu_murni, found.of("SS-2").pagu_murni) == (Decimal(20), Decimal(10))
    assert found.serving("SS-1") == found.serving("SS-2") == found.items


def test_the_ceiling_is_that_of_the_edition_and_absorption_a_ratio_of_sums() -> None:
    text = f"{HEAD}1;A;SS-1;100;200;50\n2;B;SS-1;300;200;150\n"
    assert budget(text, "murni").pagu() == Decimal(400)
    assert budget(text).pagu("SS-1") == Decimal(400)
    assert budget(text).items[0].money.pagu("murni") == Decimal(100)
    assert budget(text).absorbed() == Decimal(50)
    assert budget(f"{HEAD}1;A;SS-1;0;0;\n").absorbed("SS-1") is None
    assert budget(HEAD).absorbed() is None


def test_a_written_total_is_kept_beside_the_sum() -> None:
    program = budget(f"{HEAD}1;A;SS-1;500;;\n1.1;B;;300;;\n1.2;C;;100;;\n").items[0]
    assert program.written == {"pagu_murni": Decimal(500)}
    assert program.money.pagu_murni == Decimal(400)
    assert total([]) == Money()


def test_cells_may_be_blank_a_dash_or_an_amount_of_any_spelling() -> None:
    found = budget(f"{HEAD}X.XX.01;A;SS-1;-;–;\n1.02.;B;SS-1;Rp1.500.000,00;1.500.000;(1500000,5)\n")
    assert found.rows[0].written == {}
    assert found.rows[1].code == "1.02"
    assert found.rows[1].written == {
        "pagu_murni": Decimal(1_500_000),
        "pagu_perubahan": Decimal(1_500_000),
        "realisasi": Decimal("-1500000.5"),
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (";Program;;;;\n", "2:1 baris ini tanpa kode / tulis kode rekeningnya, satu kode satu baris"),
        (";Jumlah;;5;5;5\n", "2:1 ini baris jumlah / hapus baris ini; jumlahnya dihitung sendiri dari rinciannya"),
        ("TOTAL;;;5;5;5\n", "2:1 ini baris jumlah / hapus baris ini; jumlahnya dihitung sendiri dari rinciannya"),
        ("1.01;A;;;;\n1.01;B;;;;\n", "3:1 kode 1.01 ditulis dua kali / tulis kode rekeningnya, satu kode satu baris"),
        (
            "2,16;A;;;;\n",
            "2:1 '2,16' bukan kode rekening / tulis angka bertitik, misalnya 2.16.02; di Excel format kolomnya sebagai Teks",
        ),
        (
            "Jan-25;A;;;;\n",
            "2:1 'Jan-25' bukan kode rekening / tulis angka bertitik, misalnya 2.16.02; di Excel format kolomnya sebagai Teks",
        ),
        (
            "2.16;A;;;;\n2.17;B;;;;\n2.16.1;C;;;;\n",
            "4:1 menurut kodenya baris ini bagian dari 2.16, tetapi letaknya tidak di bawahnya / "
            "pindahkan ke bawah baris 2.16",
        ),
        (
            f"{'.'.join('1' * (DEEPEST + 1))};A;;;;\n",
            "2:1 kode ini 13 tingkat; paling banyak 12 / periksa titiknya; program, kegiatan, dan sub kegiatan cukup",
        ),
        ("1.01;A;;1.234;;\n", "2:9 “1.234” dapat berarti 1234 atau 1 koma 234 / tulis 1234 atau 1,2340"),
        ("1.01;A;;=1+1;;\n", "2:9 sel ini rumus: “=1+1” / salin nilainya saja (Tempel Khusus, Nilai)"),
        (
            f"1.01;A;;{'9' * 25};;\n",
            f"2:9 “{'9' * 20}…” terlalu panjang untuk sebuah angka / tulis paling banyak 24 angka",
        ),
    ],
)
def test_what_cannot_be_a_row_is_refused(rows: str, expected: str) -> None:
    assert refused(rows) == [expected]


def test_a_code_that_skips_a_level_lies_below_the_nearest_one() -> None:
    found = budget(f"{HEAD}1;A;;;;\n1.2.3;B;;5;5;5\n1.2.3.4;C;;7;7;7\n2.1;D;;1;1;1\n")
    assert [(row.code, row.level) for row in found.rows] == [("1", 0), ("1.2.3", 1), ("1.2.3.4", 2), ("2.1", 0)]
    assert found.money.realisasi == Decimal(8)


def test_every_fault_of_a_sheet_is_told_at_once() -> None:
    assert len(refused("1.01;A;;x;1.234;\n;B;;;;\n1.02;C;;y;;\n")) == 4


def test_a_sheet_without_any_amount_is_not_yet_filled() -> None:
    empty = b"kode;uraian;sasaran;pagu_murni;pagu_perubahan;realisasi\n1.01;Program;SS-1;;;\n"
    found, faults = build_budget("data/anggaran.csv", empty, "murni")
    assert found is None
    assert [fault.message for fault in faults] == ["angka anggarannya belum diisi"]
