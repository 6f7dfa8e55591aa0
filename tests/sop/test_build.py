"""From the file to the model: every dangling reference with its place, and the arrows and readings that come out.

Cases are laid over the smallest SOP; ``¦`` stands before each place where a fault is expected.
"""

import pytest

from helpers import CASES
from paraf.door.decode import Source, load
from paraf.errors import Fault
from paraf.sop.build import build_sop
from paraf.sop.forms.sop import SopFile
from paraf.sop.model import Edge, Given, Origin, Performers, Sop, Step

FILE = "sop/sop-uji.yml"
BASE = (CASES / "dasar" / "sop-uji.yml").read_text(encoding="utf-8")
END = {1: "output: Berkas diterima}", 2: "output: Berkas diperiksa}"}
Change = tuple[str, str]


def row(number: int, more: str) -> Change:
    """The change that gives a row further keys."""
    return END[number], f"{END[number][:-1]}, {more}}}"


def marked(text: str, *changes: Change) -> tuple[str, list[str]]:
    """The changed text without its marks, and the place of each mark as ``line:column``."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    lines = text.split("\n")
    places = []
    for number, line in enumerate(lines, start=1):
        before, *rest = line.split("¦")
        for piece in rest:
            places.append(f"{number}:{len(before) + 1}")
            before += piece
    return text.replace("¦", ""), places


def built(*changes: Change) -> tuple[Sop, list[Fault], list[str]]:
    text, places = marked(BASE, *changes)
    source, faults = load(SopFile, FILE, text.encode())
    assert faults == []
    assert isinstance(source, Source)
    return *build_sop(source), places


def step(code: str, *changes: Change) -> Step:
    sop, faults, _ = built(*changes)
    assert faults == []
    return sop.steps[code]


ROLES = "pakai salah satu: kepala · pemeriksa · penerima"
NO_ROLE = f"pelaksana 'tamu' tidak ada / {ROLES}"
NO_STEP = "langkah C9 tidak ada / tulis kode langkah yang ada di berkas ini"
ORDER = "periksa urutan simbolnya"
BOX = "{bentuk: kotak}"
LAST_ROLE = "  - {id: kepala, sebutan: Kepala}\n"
COLUMNS = "kolom: [penerima, pemeriksa]"

FAULTS: dict[str, tuple[list[Change], list[str]]] = {
    "role written twice": (
        [(LAST_ROLE, LAST_ROLE + "  - ¦{id: kepala, sebutan: Lain}\n")],
        ["pelaksana 'kepala' ditulis dua kali / beri nama lain, atau hapus salah satu"],
    ),
    "section written twice": (
        [
            (
                "langkah:\n",
                'langkah:\n      - {no: "1.", kegiatan: x, kelengkapan: , waktu: , output: }\n'
                "  - ¦kode: C\n    kolom: [penerima]\n    langkah:\n",
            )
        ],
        ["bagian 'C' ditulis dua kali / beri nama lain, atau hapus salah satu"],
    ),
    "unknown column": ([(COLUMNS, "kolom: [penerima, ¦tamu]")], [NO_ROLE]),
    "column written twice": (
        [(COLUMNS, "kolom: [penerima, ¦penerima, ¦penerima]")],
        ["kolom 'penerima' ditulis dua kali / hapus salah satu"] * 2,
    ),
    "number used twice": (
        [('no: "2."', 'no: ¦"1."')],
        ["nomor 1 dipakai dua langkah di bagian C / beri nomor yang berbeda"],
    ),
    "number used twice, printed differently": (
        [('no: "2."', 'no: ¦"01"')],
        ["nomor 1 dipakai dua langkah di bagian C / beri nomor yang berbeda"],
    ),
    "unknown drawn performer": (
        [row(1, f"gambar: {{pelaksana: [penerima, ¦tamu], simbol: [{BOX}]}}")],
        [NO_ROLE],
    ),
    "unknown owner of a drawn symbol": (
        [row(1, f"gambar: {{pelaksana: [penerima], simbol: [{BOX}, {{bentuk: kotak, oleh: ¦tamu}}]}}")],
        [NO_ROLE],
    ),
    "unknown read performer": (
        [row(2, "tafsir: {pelaksana: {siapa: [kepala, ¦tamu], alasan: x}}")],
        [NO_ROLE],
    ),
    "unknown owner of a read symbol": (
        [row(2, f"tafsir: {{simbol: {{urutan: [{BOX}, {{bentuk: kotak, oleh: ¦tamu}}], alasan: x}}}}")],
        [NO_ROLE],
    ),
    "unknown approver": ([row(1, "tafsir: {persetujuan: {oleh: ¦tamu, alasan: x}}")], [NO_ROLE]),
    "unknown target": (
        [row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: C2}}, {{ke: ¦C9}}]}}")],
        [NO_STEP],
    ),
    "unknown target with a symbol": (
        [row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: ¦C9/2}}]}}")],
        [NO_STEP],
    ),
    "unknown symbol of a row without symbols": (
        [row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: ¦C2/1}}]}}")],
        [f"langkah C2 tidak mempunyai simbol ke-1 / {ORDER}"],
    ),
    "unknown symbol of a drawn row": (
        [row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}, {BOX}], lanjut: [{{ke: C1/2}}, {{ke: ¦C1/3}}]}}")],
        [f"langkah C1 tidak mempunyai simbol ke-3 / {ORDER}"],
    ),
    "arrow from a symbol that is not there": (
        [row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: C2, dari: 1}}, {{ke: C2, dari: ¦2}}]}}")],
        [f"baris ini tidak mempunyai simbol ke-2 / {ORDER}"],
    ),
    "unknown return": ([row(2, "tafsir: {kembali: {ke: ¦C9, alasan: x}}")], [NO_STEP]),
    "reading where the print speaks": (
        [
            row(
                1,
                f"gambar: {{pelaksana: [penerima], simbol: [{BOX}]}}, tafsir: {{pelaksana: ¦{{siapa: [kepala], alasan: x}}, "
                f"simbol: ¦{{urutan: [{BOX}], alasan: x}}}}",
            )
        ],
        [
            "pelaksana sudah tercetak di SOP / hapus tafsir pelaksana ini",
            "simbol sudah tercetak di SOP / hapus tafsir simbol ini",
        ],
    ),
    "return read where it is drawn": (
        [
            row(
                2,
                f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: C1, bila: tidak}}]}}, "
                "tafsir: {kembali: ¦{ke: C1, alasan: x}}",
            )
        ],
        ["kembali sudah tercetak di SOP / hapus tafsir kembali ini"],
    ),
    "unknown extra column": (
        [
            (COLUMNS, f"{COLUMNS}\n    kolom_tambahan: [{{id: biaya, judul: Biaya}}]"),
            row(1, "tambahan: {biaya: x, ongkos: ¦y}"),
        ],
        ["kolom tambahan 'ongkos' tidak ada / sebut di kolom_tambahan"],
    ),
    "remark of an unknown step": (
        [
            (
                "pelaksana:\n",
                "catatan: [{isi: x, keyakinan: terbaca, langkah: ¦C9}, {isi: y, keyakinan: terbaca}]\npelaksana:\n",
            )
        ],
        [NO_STEP],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), FAULTS.values(), ids=list(FAULTS))
def test_fault(changes: list[Change], expected: list[str]) -> None:
    _, faults, places = built(*changes)
    assert [f"{fault.message} / {fault.repair}" for fault in faults] == expected
    assert [str(fault.place) for fault in faults] == [f"{FILE}:{place}" for place in places]


def test_extra_column_written_twice() -> None:
    column = "{id: biaya, judul: Biaya}"
    _, faults, places = built((COLUMNS, f"{COLUMNS}\n    kolom_tambahan: [{column}, ¦{column}]"))
    assert [str(fault.place) for fault in faults] == [f"{FILE}:{place}" for place in places]


def test_every_fault_is_found_at_once() -> None:
    _, faults, places = built(
        (COLUMNS, "kolom: [¦tamu]"),
        row(1, "tafsir: {kembali: {ke: ¦C9, alasan: x}, persetujuan: {oleh: ¦wali, alasan: x}}"),
        row(2, "tambahan: {biaya: ¦x}"),
    )
    assert sorted(str(fault.place) for fault in faults) == sorted(f"{FILE}:{place}" for place in places)


def test_the_smallest_sop_is_in_order() -> None:
    sop, faults, _ = built()
    assert faults == []
    assert (sop.file, sop.code, sop.short_title, list(sop.steps)) == (FILE, "uji", "SOP Uji", ["C1", "C2"])
    assert (sop.procedure_title, sop.remarks, sop.heads.ket) == (None, (), "Ket")
    assert sop.identity.nama == "PENERIMAAN BERKAS"


def arrows(edges: tuple[Edge, ...]) -> list[str]:
    """Each arrow as ``C1.1>C2.1 Ya, tafsir kami``."""
    return [
        f"{e.source}.{e.source_symbol}>{e.target}.{e.target_symbol} {e.label or '-'}, {e.origin.value}" for e in edges
    ]


RETURN = "kembali: {ke: C1, alasan: x}"
DIAMOND = "{bentuk: belah-ketupat}"
READ_DIAMOND = f"simbol: {{urutan: [{DIAMOND}], alasan: x}}"
EDGES = {
    "silent row": ("C1", row(2, "ket: x"), ["C1.1>C2.1 -, tafsir kami"]),
    "last row": ("C2", row(2, "ket: x"), []),
    "from the last symbol": (
        "C1",
        row(1, f"tafsir: {{simbol: {{urutan: [{BOX}, {BOX}], alasan: x}}}}"),
        ["C1.2>C2.1 -, tafsir kami"],
    ),
    "decision": (
        "C1",
        row(1, f"tafsir: {{{READ_DIAMOND}, {RETURN}}}"),
        ["C1.1>C2.1 Ya, tafsir kami", "C1.1>C1.1 Tidak, tafsir kami"],
    ),
    "decision in the last row": (
        "C2",
        row(2, f"tafsir: {{{READ_DIAMOND}, {RETURN}}}"),
        ["C2.1>C1.1 Tidak, tafsir kami"],
    ),
    "decision without a return": ("C1", row(1, f"tafsir: {{{READ_DIAMOND}}}"), ["C1.1>C2.1 -, tafsir kami"]),
    "return without a decision": ("C1", row(1, f"tafsir: {{{RETURN}}}"), ["C1.1>C2.1 -, tafsir kami"]),
    "drawn row without arrows": (
        "C1",
        row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}, {DIAMOND}]}}, tafsir: {{{RETURN}}}"),
        ["C1.2>C2.1 Ya, tafsir kami", "C1.2>C1.1 Tidak, tafsir kami"],
    ),
    "drawn row with no arrow": ("C1", row(1, f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: []}}"), []),
    "drawn arrows": (
        "C1",
        row(
            1,
            f"gambar: {{pelaksana: [], simbol: [{BOX}, {DIAMOND}], lanjut: [{{ke: C1/2, dari: 1}}, "
            "{ke: C2, bila: ya}, {ke: C1, bila: tidak}]}",
        ),
        ["C1.1>C1.2 -, tertulis di SOP", "C1.2>C2.1 Ya, tertulis di SOP", "C1.2>C1.1 Tidak, tertulis di SOP"],
    ),
    "drawn arrow of a row without symbols": (
        "C1",
        row(1, "gambar: {pelaksana: [], simbol: [], lanjut: [{ke: C2}]}"),
        ["C1.1>C2.1 -, tertulis di SOP"],
    ),
}


@pytest.mark.parametrize(("code", "change", "expected"), EDGES.values(), ids=list(EDGES))
def test_edges(code: str, change: Change, expected: list[str]) -> None:
    assert arrows(step(code, change).edges) == expected


def test_edges_stay_inside_their_section() -> None:
    second = (
        'langkah:\n      - {no: "7", kegiatan: x, kelengkapan: , waktu: , output: }\n  - kode: D\n    kolom: [kepala]\n'
    )
    sop, faults, _ = built(("langkah:\n", f"{second}    langkah:\n"))
    assert faults == []
    assert list(sop.steps) == ["C7", "D1", "D2"]
    assert sop.steps["C7"].edges == ()
    assert arrows(sop.steps["D1"].edges) == ["D1.1>D2.1 -, tafsir kami"]


def test_what_is_drawn_is_printed() -> None:
    drawn = step("C1", row(1, f"gambar: {{pelaksana: [penerima, kepala], simbol: [{BOX}], kerja: bersama}}"))
    assert drawn.performers == Given(Performers(("penerima", "kepala"), "bersama"), Origin.PRINTED)
    assert drawn.symbols.origin is Origin.PRINTED
    assert [symbol.bentuk for symbol in drawn.symbols.value] == ["kotak"]


def test_what_is_read_carries_its_reason() -> None:
    reading = (
        "tafsir: {pelaksana: {siapa: [kepala], alasan: p}, simbol: {urutan: [{bentuk: kapsul, oleh: kepala}], alasan: s}, "
        "kembali: {ke: C1, alasan: k}, persetujuan: {oleh: kepala, alasan: o}}"
    )
    read = step("C2", row(2, reading))
    assert read.performers == Given(Performers(("kepala",), "tunggal"), Origin.READ, "p")
    assert (read.symbols.origin, read.symbols.reason, read.symbols.value[0].oleh) == (Origin.READ, "s", "kepala")
    assert read.on_refusal == Given("C1", Origin.READ, "k")
    assert read.approval == Given("kepala", Origin.READ, "o")


def test_what_is_not_written_is_silent() -> None:
    silent = step("C1", row(2, "ket: x"))
    assert silent.performers == Given(Performers((), "tunggal"), Origin.SILENT)
    assert silent.symbols == Given((), Origin.SILENT)
    assert silent.on_refusal == Given(None, Origin.SILENT)
    assert silent.approval == Given(None, Origin.SILENT)


REFUSALS = {
    "drawn": (
        f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: C1, bila: ya}}, {{ke: C2/1, bila: tidak}}]}}",
        "C2",
    ),
    "drawn without a refusal": (f"gambar: {{pelaksana: [], simbol: [{BOX}], lanjut: [{{ke: C1, bila: ya}}]}}", None),
    "drawn without arrows": (f"gambar: {{pelaksana: [], simbol: [{BOX}]}}", None),
}


@pytest.mark.parametrize(("more", "expected"), REFUSALS.values(), ids=list(REFUSALS))
def test_where_a_drawn_refusal_leads(more: str, expected: str | None) -> None:
    origin = Origin.PRINTED if expected else Origin.SILENT
    assert step("C2", row(2, more)).on_refusal == Given(expected, origin)


def test_numbers_as_printed_and_as_counted() -> None:
    plain = step("C12", ('no: "2."', 'no: "12"'))
    assert (plain.code, plain.number, plain.printed_number, plain.section) == ("C12", 12, "12", "C")
    dotted = step("C12", ('no: "2."', 'no: "12."'))
    assert (dotted.code, dotted.number, dotted.printed_number) == ("C12", 12, "12.")


@pytest.mark.parametrize(("printed", "code"), [("01.", "C1"), ("01", "C1"), ("007.", "C7"), ("0.", "C0"), ("00", "C0")])
def test_zeros_before_a_number_are_printed_but_do_not_count(printed: str, code: str) -> None:
    sop, faults, _ = built(('no: "1."', f'no: "{printed}"'), row(2, "tafsir: {kembali: {ke: " + code + ", alasan: x}}"))
    assert faults == []
    assert list(sop.steps) == [code, "C2"]
    zeros = sop.steps[code]
    assert (zeros.code, zeros.number, zeros.printed_number) == (code, int(code[1:]), printed)
    assert arrows(zeros.edges) == [f"{code}.1>C2.1 -, tafsir kami"]


def test_zeros_before_the_number_of_the_following_step() -> None:
    assert arrows(step("C1", ('no: "2."', 'no: "02."')).edges) == ["C1.1>C2.1 -, tafsir kami"]


def test_a_long_key_is_cut() -> None:
    _, (fault,), _ = built(row(1, f"tambahan: {{{'x' * 99}: y}}"))
    assert fault.message == f"kolom tambahan '{'x' * 59}…' tidak ada"


def test_cells_are_kept_verbatim() -> None:
    cells = step(
        "C2", row(2, 'ket: "-", tambahan: {}, cara: [satu, dua]'), ("kelengkapan: Berkas diterima", "kelengkapan: ")
    )
    assert (cells.kegiatan, cells.kelengkapan, cells.output, cells.ket) == (
        "Memeriksa berkas",
        None,
        "Berkas diperiksa",
        "-",
    )
    assert (cells.waktu.text, cells.cara, cells.tambahan) == ("5 menit", ("satu", "dua"), {})


def test_extra_columns_are_filled() -> None:
    columns = (COLUMNS, f"{COLUMNS}\n    judul: PENERIMAAN\n    kolom_tambahan: [{{id: biaya, judul: Biaya}}]")
    sop, faults, _ = built(columns, row(1, "tambahan: {biaya: Rp0}"))
    assert faults == []
    (section,) = sop.sections
    assert (section.title, section.columns) == ("PENERIMAAN", ("penerima", "pemeriksa"))
    assert [(column.id, column.judul) for column in section.extra] == [("biaya", "Biaya")]
    assert section.steps[0].tambahan == {"biaya": "Rp0"}
