"""The files against each other: every fault of the papers and the officials, with its place on the line.

Cases are small changes of the real files; ``¦`` stands before each place where a fault is expected.
"""

import re

import pytest

from helpers import ROOT, load_files
from paraf.door.decode import load
from paraf.errors import DataError, Fault
from paraf.rules.of_report import REPORT_RULES
from paraf.sop.cross import check_codes
from paraf.sop.forms.papers import PapersFile

SOP, PAPERS, OFFICIALS, OFFICE = "sop/sop-lakip.yml", "sop/naskah.yml", "sop/petugas.yml", "sop/instansi.yml"
FILES = {name: (ROOT / name).read_text(encoding="utf-8") for name in (SOP, PAPERS, OFFICIALS, OFFICE)}
Change = tuple[str, str]


def changed(name: str, changes: list[Change]) -> str:
    text = FILES[name]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def places(name: str, text: str) -> list[str]:
    """The place of each mark as ``file:line:column``."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        before, *rest = line.split("¦")
        for piece in rest:
            found.append(f"{name}:{number}:{len(before) + 1}")
            before += piece
    return found


def faults_of(files: dict[str, str]) -> list[Fault]:
    """Every fault of a repository; none when it is accepted."""
    try:
        load_files(files)
    except DataError as error:
        return list(error.faults)
    return []


def check(name: str, changes: list[Change], expected: list[str], sop: list[Change] | None = None) -> None:
    text = changed(name, changes)
    found = faults_of(FILES | {SOP: changed(SOP, sop or []), name: text.replace("¦", "")})
    assert [f"{fault.message} / {fault.repair}" for fault in found] == expected
    assert [str(fault.place) for fault in found] == places(name, text)


def test_control_the_real_files_are_in_order() -> None:
    assert faults_of(FILES) == []


ROLES = "pakai salah satu: staf · kasubag · sekdin · kadin · tim"
STEP_IN_SOP = "tulis kode langkah yang ada di SOP"
ONE_PAPER = "satu langkah hanya dibawa satu naskah"
WRITTEN_BEFORE = "sebut naskah yang ditulis lebih dahulu"
HAND_OVER = "tambahkan syarat ajukan sebelumnya"
SORT = "urutkan menurut SOP"
MERGE_LAST = "tulis gabung sebagai syarat terakhir langkah terakhir"
A2_TO_A3 = "ke: sekdin}\n      - kode: A3\n        syarat:\n          - {"
A6_END = "tanda tangan]}\n          - {jenis: gabung, oleh: staf}\n\n"
A7 = "kode: A7\n        syarat:\n          - {jenis: bukti, oleh: staf, isi: [pengiriman]}\n"
A8 = "kode: A8\n        syarat:\n          - {jenis: bukti, oleh: staf, isi: [penerimaan]}\n"
B3 = "          - {jenis: susun, oleh: kasubag, lengkap: ya}\n          - {jenis: gabung, oleh: kasubag}\n"


def no_step(code: str) -> str:
    return f"langkah {code} tidak ada di {SOP} / {STEP_IN_SOP}"


def no_role(role: str) -> str:
    return f"pelaksana '{role}' tidak ada di {SOP} / {ROLES}"


def no_merge(paper: str) -> str:
    return f"naskah '{paper}' harus berakhir dengan satu syarat gabung / {MERGE_LAST}"


PAPER_FAULTS: dict[str, tuple[list[Change], list[str]]] = {
    "another SOP": ([("sop: lakip", "sop: ¦lain")], ["SOP 'lain' tidak ada / tulis 'lakip'"]),
    "approved at an unknown step": ([("disetujui: B11", "disetujui: ¦B99")], [no_step("B99")]),
    "published at an unknown step": ([("terbit: B12", "terbit: ¦C1")], [no_step("C1")]),
    "both unknown": (
        [("disetujui: B11", "disetujui: ¦Z1"), ("terbit: B12", "terbit: ¦Z2")],
        [no_step("Z1"), no_step("Z2")],
    ),
    "published before approved": (
        [("terbit: B12", "terbit: ¦B10")],
        ["terbit (B10) mendahului disetujui (B11) / tukar urutannya"],
    ),
    "approved where nobody approves": (
        [("disetujui: B11", "disetujui: ¦B9")],
        ["langkah B9 tidak mempunyai syarat setujui / tunjuk langkah yang syaratnya setujui"],
    ),
    "approved at a step no paper carries": (
        [
            ("disetujui: B11", "disetujui: ¦B10"),
            ("      - kode: B10\n        syarat:\n          - {jenis: setujui, oleh: sekdin}\n", ""),
        ],
        ["langkah B10 tidak mempunyai syarat setujui / tunjuk langkah yang syaratnya setujui"],
    ),
    "paper written twice": (
        [("id: draf-akhir", "id: ¦draf-awal"), ("setelah: [draf-akhir]", "setelah: [¦draf-akhir]")],
        [
            "naskah 'draf-awal' ditulis dua kali / beri nama lain",
            f"naskah 'draf-akhir' tidak ada di atas naskah 'surat-pengantar' / {WRITTEN_BEFORE}",
        ],
    ),
    "waits for a later paper": (
        [("setelah: [nota-dinas]", "setelah: [nota-dinas, ¦draf-awal]")],
        [f"naskah 'draf-awal' tidak ada di atas naskah 'laporan-individu' / {WRITTEN_BEFORE}"],
    ),
    "waits for itself": (
        [("setelah: [rencana-kerja]", "setelah: [¦data-lakip, rencana-kerja]")],
        [f"naskah 'data-lakip' tidak ada di atas naskah 'data-lakip' / {WRITTEN_BEFORE}"],
    ),
    "waits for an unknown paper": (
        [("setelah: [data-lakip]", "setelah: [¦data]")],
        [f"naskah 'data' tidak ada di atas naskah 'draf-awal' / {WRITTEN_BEFORE}"],
    ),
    "step of another paper": (
        [("kode: A7\n", "kode: ¦A6\n")],
        [f"langkah A6 sudah dibawa naskah 'nota-dinas' / {ONE_PAPER}"],
    ),
    "step twice in one paper": (
        [("kode: A8\n", "kode: ¦A7\n")],
        [f"langkah A7 sudah dibawa naskah 'laporan-individu' / {ONE_PAPER}"],
    ),
    "unknown step": ([("kode: A7\n", "kode: ¦A77\n")], [no_step("A77")]),
    "unknown role": ([("{jenis: susun, oleh: tim}", "{jenis: susun, oleh: ¦bendahara}")], [no_role("bendahara")]),
    "handed to an unknown role": (
        [("{jenis: ajukan, oleh: kasubag, ke: staf}", "{jenis: ajukan, oleh: kasubag, ke: ¦bendahara}")],
        [no_role("bendahara")],
    ),
    "both roles unknown": (
        [("{jenis: ajukan, oleh: kasubag, ke: staf}", "{jenis: ajukan, oleh: ¦sopir, ke: ¦satpam}")],
        [no_role("sopir"), no_role("satpam")],
    ),
    "role that does not act in the step": (
        [("{jenis: susun, oleh: tim}", "{jenis: susun, oleh: ¦staf}")],
        ["'staf' bukan pelaksana langkah B4 menurut SOP maupun tafsirnya / pakai salah satu: tim"],
    ),
    "neither performs nor decides": (
        [
            (
                "kode: B11\n        syarat:\n          - {jenis: ajukan, oleh: staf",
                "kode: B11\n        syarat:\n          - {jenis: ajukan, oleh: ¦tim",
            )
        ],
        ["'tim' bukan pelaksana langkah B11 menurut SOP maupun tafsirnya / pakai salah satu: kadin · staf"],
    ),
    "out of the SOP's order": (
        [(f"{A7}      - {A8}", f"{A8}      - {A7.replace('A7', '¦A7')}")],
        [f"langkah A7 mendahului urutan SOP / {SORT}"],
    ),
    "approval without a hand-over": (
        [(A2_TO_A3, A2_TO_A3.replace("sekdin", "staf").replace("- {", "- ¦{"))],
        [f"'sekdin' menyetujui A3 sebelum naskahnya diajukan kepadanya / {HAND_OVER}"],
    ),
    "hand-over after the approval": (
        [
            (
                "- {jenis: ajukan, oleh: kasubag, ke: kadin}\n          - {jenis: setujui, oleh: kadin}",
                "- ¦{jenis: setujui, oleh: kadin}\n          - {jenis: ajukan, oleh: kasubag, ke: kadin}",
            )
        ],
        [f"'kadin' menyetujui B1 sebelum naskahnya diajukan kepadanya / {HAND_OVER}"],
    ),
    "no merge": (
        [("- id: nota-dinas", "- ¦id: nota-dinas"), (A6_END, "tanda tangan]}\n\n")],
        [no_merge("nota-dinas")],
    ),
    "merged twice": (
        [("- id: data-lakip", "- ¦id: data-lakip"), (B3, B3 + B3[B3.rindex("          -") :])],
        [no_merge("data-lakip")],
    ),
    "merge is not the last condition": (
        [("- id: data-lakip", "- ¦id: data-lakip"), (B3, "".join(reversed(B3.splitlines(keepends=True))))],
        [no_merge("data-lakip")],
    ),
    "merge is not in the last step": (
        [
            ("- id: laporan-individu", "- ¦id: laporan-individu"),
            ("isi: [penerimaan]}\n", "isi: [penerimaan]}\n          - {jenis: gabung, oleh: staf}\n"),
            ("lengkap: ya}\n          - {jenis: gabung, oleh: staf}\n", "lengkap: ya}\n"),
        ],
        [no_merge("laporan-individu")],
    ),
    "last step without conditions": (
        [("- id: data-lakip", "- ¦id: data-lakip"), (f"        syarat:\n{B3}", "        syarat: []\n")],
        [no_merge("data-lakip")],
    ),
    "strictness from an unknown step": (
        [("{aturan: DAT, sejak: B3", "{aturan: DAT, sejak: ¦B33")],
        [no_step("B33")],
    ),
    "strictness out of order": (
        [("{aturan: LKP, sejak: B6", "{aturan: LKP, sejak: ¦B3")],
        [f"LKP sejak B3 tidak berurutan / {SORT}"],
    ),
    "strictness twice from one step": (
        [("{aturan: KON, sejak: B8", "{aturan: KON, sejak: ¦B4")],
        [f"KON sejak B4 tidak berurutan / {SORT}"],
    ),
    "a rule's own strictness out of order": (
        [("{aturan: BHS102, sejak: B9", "{aturan: BHS102, sejak: ¦B4")],
        [f"BHS102 sejak B4 tidak berurutan / {SORT}"],
    ),
    "unknown keepers": (
        [
            ("dicatat: staf, ditegaskan: [kasubag, sekdin, kadin]", "dicatat: ¦bupati, ditegaskan: [kasubag, ¦camat]"),
            ("halaman: {disetujui: [kasubag, sekdin]}", "halaman: {disetujui: [¦lurah]}"),
        ],
        [no_role("bupati"), no_role("camat"), no_role("lurah")],
    ),
    "governance by too few": (
        [("inti: [kadin, sekdin], banyak: 2", "inti: ¦[kadin, staf], banyak: ¦4")],
        [
            "ada peran inti yang tidak disebut di disetujui / tambahkan di sana",
            "perlu 4 persetujuan, tetapi hanya 3 peran yang disebut / kecilkan angkanya, atau tambahkan perannya",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), PAPER_FAULTS.values(), ids=list(PAPER_FAULTS))
def test_paper_fault(changes: list[Change], expected: list[str]) -> None:
    check(PAPERS, changes, expected)


CODES = frozenset(rule.code for rule in REPORT_RULES)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([], []),
        ([("aturan: KON101,", "aturan: ¦KON199,")], ["KON199 tidak ada", "KON101 sampai KON109", "atau KON untuk"]),
        (
            [("aturan: STR113, sejak: B4", "aturan: ¦STR013, sejak: B4")],
            ["STR013 tidak ada", "STR101 sampai STR114", "atau STR untuk"],
        ),
    ],
)
def test_a_named_rule_exists(changes: list[Change], said: list[str]) -> None:
    text = changed(PAPERS, changes)
    source, faults = load(PapersFile, PAPERS, text.replace("¦", "").encode())
    assert source
    assert not faults
    found = check_codes(source, CODES)
    assert [str(fault.place) for fault in found] == places(PAPERS, text)
    words = " / ".join(f"{fault.message} / {fault.repair}" for fault in found)
    assert all(one in words for one in said)
    assert bool(found) == bool(said)


(KEMBALI_A10,) = re.findall(r" {10}kembali:\n {12}ke: A8\n {12}alasan: .*\n", FILES[SOP])
PELAKSANA_B4 = (
    '          pelaksana:\n            siapa: [tim]\n            alasan: "Disebut di awal kalimat kegiatan: “Tim”."\n'
)


def test_an_approval_needs_a_return() -> None:
    approval = "{jenis: setujui, oleh: sekdin, atas: [bukti/a8.yml]}"
    message = "langkah A10 dapat dikembalikan, tetapi tidak ada tempat kembalinya"
    repair = f"tulis tafsir.kembali pada langkah A10 di {SOP}"
    check(PAPERS, [(approval, f"¦{approval}")], [f"{message} / {repair}"], sop=[(KEMBALI_A10, "")])


def test_a_role_may_act_where_its_symbol_is_drawn() -> None:
    reading = "            siapa: [tim]\n"
    symbols = "urutan: [{bentuk: kotak}, {bentuk: belah-ketupat, oleh: kasubag}]"
    start = FILES[SOP].index(reading)
    old = FILES[SOP][start : FILES[SOP].index("urutan: [{bentuk: kotak}]", start) + len("urutan: [{bentuk: kotak}]")]
    sop = [(old, old.replace("urutan: [{bentuk: kotak}]", symbols))]
    check(PAPERS, [("{jenis: susun, oleh: tim}", "{jenis: susun, oleh: kasubag}")], [], sop=sop)


def test_a_step_without_performer_names_a_repair() -> None:
    found = faults_of(FILES | {SOP: changed(SOP, [(PELAKSANA_B4, "")])})
    assert [fault.message for fault in found] == ["'tim' bukan pelaksana langkah B4 menurut SOP maupun tafsirnya"]
    assert not found[0].repair.rstrip().endswith(":"), "a list of choices with nothing in it repairs nothing"


def test_an_unknown_approver_is_one_fault() -> None:
    old = "- {jenis: setujui, oleh: kadin}\n      - kode: A6"
    check(PAPERS, [(old, old.replace("kadin", "¦bendahara"))], [no_role("bendahara")])


def test_faults_of_one_paper_do_not_hide_another() -> None:
    check(
        PAPERS,
        [
            ("sop: lakip", "sop: ¦lain"),
            ("setelah: [data-lakip]", "setelah: [¦data]"),
            ("{jenis: susun, oleh: tim}", "{jenis: susun, oleh: ¦sopir}"),
            ("{aturan: DAT, sejak: B3", "{aturan: DAT, sejak: ¦B33"),
        ],
        [
            "SOP 'lain' tidak ada / tulis 'lakip'",
            f"naskah 'data' tidak ada di atas naskah 'draf-awal' / {WRITTEN_BEFORE}",
            no_role("sopir"),
            no_step("B33"),
        ],
    )


ONE_ACCOUNT = "satu orang satu akun; perbaiki salah satunya"
SEKDIN = "{peran: sekdin, orang: contoh-sekdin, kedudukan: definitif, mulai: 2025-01-02, sk: SK contoh 3}"
FOLLOWS = "{peran: sekdin, orang: contoh-sekdin, kedudukan: definitif, sk: SK baru, mulai: "


def ended(day: str) -> str:
    return SEKDIN.replace("}", f", selesai: {day}}}")


OVERLAP = "masa jabatan ini bertumpuk dengan yang di atasnya / tutup dulu yang lama"
OFFICIAL_FAULTS: dict[str, tuple[list[Change], list[str]]] = {
    "key of two people": (
        [("{kunci: contoh-tim-dua", "{kunci: ¦contoh-tim-satu"), ("orang: contoh-tim-dua", "orang: ¦contoh-tim-dua")],
        [
            f"kunci 'contoh-tim-satu' dipakai dua orang / {ONE_ACCOUNT}",
            "orang 'contoh-tim-dua' tidak ada di daftar orang / tambahkan dulu di 'orang'",
        ],
    ),
    "account of two people": (
        [("akun: contoh-tim-dua", "akun: ¦contoh-staf")],
        [f"akun 'contoh-staf' dipakai dua orang / {ONE_ACCOUNT}"],
    ),
    "account of two people in another case": (
        [("akun: contoh-tim-dua", "akun: ¦Contoh-STAF")],
        [f"akun 'Contoh-STAF' dipakai dua orang / {ONE_ACCOUNT}"],
    ),
    "number of two people": (
        [("id: 999000006", "id: ¦999000001")],
        [f"nomor akun '999000001' dipakai dua orang / {ONE_ACCOUNT}"],
    ),
    "number of two people, written otherwise": (
        [("id: 999000006", "id: ¦0999000001")],
        [f"nomor akun '999000001' dipakai dua orang / {ONE_ACCOUNT}"],
    ),
    "half an account": (
        [
            ("nama: Staf (contoh), akun: contoh-staf, id: 999000001", "nama: Staf (contoh), akun: ¦contoh-staf"),
            ("nama: Kadin (contoh), akun: contoh-kadin, id: 999000004", "nama: Kadin (contoh), id: ¦999000004"),
        ],
        [
            "akun ditulis, tetapi id tidak / tulis keduanya, atau hapus keduanya",
            "id ditulis, tetapi akun tidak / tulis keduanya, atau hapus keduanya",
        ],
    ),
    "unknown role": (
        [("{peran: kadin", "{peran: ¦bupati")],
        [f"peran 'bupati' tidak ada di {SOP} / pakai: staf · kasubag · sekdin · kadin · tim"],
    ),
    "unknown person": (
        [("peran: staf, orang: contoh-staf", "peran: staf, orang: ¦ani")],
        ["orang 'ani' tidak ada di daftar orang / tambahkan dulu di 'orang'"],
    ),
    "end before the beginning": (
        [(SEKDIN, ended("¦2025-01-01"))],
        ["tanggal selesai mendahului tanggal mulai / periksa kedua tanggalnya"],
    ),
    "Plh without an end": (
        [(SEKDIN, SEKDIN.replace("definitif", "¦plh"))],
        ["masa jabatan Plh belum bertanggal akhir / tambahkan 'selesai: tahun-bulan-hari'"],
    ),
    "overlap with an open term": ([(SEKDIN, f"{SEKDIN}\n  - {FOLLOWS}¦2026-01-01}}")], [OVERLAP]),
    "overlap of one day": ([(SEKDIN, f"{ended('2026-03-01')}\n  - {FOLLOWS}¦2026-03-01}}")], [OVERLAP]),
    "overlap of an earlier open term below": ([(SEKDIN, f"{SEKDIN}\n  - {FOLLOWS}¦2020-01-01}}")], [OVERLAP]),
    "overlap with two": (
        [(SEKDIN, f"{SEKDIN}\n  - {FOLLOWS}¦2026-01-01}}\n  - {FOLLOWS}¦2026-02-01}}")],
        [OVERLAP, OVERLAP],
    ),
    "overlap in another position": (
        [(SEKDIN, f"{SEKDIN}\n  - {FOLLOWS.replace('definitif', 'plh')}¦2026-01-01, selesai: 2026-01-05}}")],
        [OVERLAP],
    ),
    "several at once": (
        [(SEKDIN, f"{SEKDIN}\n  - {{peran: ¦bupati, orang: ¦ani, kedudukan: ¦plh, mulai: 2026-01-01, sk: SK}}")],
        [
            f"peran 'bupati' tidak ada di {SOP} / pakai: staf · kasubag · sekdin · kadin · tim",
            "orang 'ani' tidak ada di daftar orang / tambahkan dulu di 'orang'",
            "masa jabatan Plh belum bertanggal akhir / tambahkan 'selesai: tahun-bulan-hari'",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), OFFICIAL_FAULTS.values(), ids=list(OFFICIAL_FAULTS))
def test_official_fault(changes: list[Change], expected: list[str]) -> None:
    check(OFFICIALS, changes, expected)


def test_without_an_account() -> None:
    """Who signs on paper only needs none; several such people are not one person."""
    text = (
        FILES[OFFICIALS]
        .replace(", akun: contoh-kadin, id: 999000004", "")
        .replace(", akun: contoh-staf, id: 999000001", "")
    )
    assert faults_of(FILES | {OFFICIALS: text}) == []


def test_without_keepers() -> None:
    kept = [line for line in FILES[PAPERS].split("\n") if not line.startswith(("kertas:", "halaman:", "tata_kelola:"))]
    assert faults_of(FILES | {PAPERS: "\n".join(kept)}) == []


ACCEPTED = {
    "ends before the next begins": f"{ended('2026-02-28')}\n  - {FOLLOWS}2026-03-01}}",
    "earlier closed term below": f"{SEKDIN}\n  - {FOLLOWS}2020-01-01, selesai: 2024-12-31}}",
    "one day": ended("2025-01-02"),
    "Plt without an end": SEKDIN.replace("definitif", "plt"),
    "Plh with an end": ended("2025-01-05").replace("definitif", "plh"),
    "two holders of one role": f"{SEKDIN}\n  - {FOLLOWS.replace('contoh-sekdin', 'contoh-staf')}2026-01-01}}",
    "two roles of one person": f"{SEKDIN}\n  - {FOLLOWS.replace('peran: sekdin', 'peran: kadin')}2026-01-01}}",
}


@pytest.mark.parametrize("terms", ACCEPTED.values(), ids=list(ACCEPTED))
def test_terms_accepted(terms: str) -> None:
    check(OFFICIALS, [(SEKDIN, terms)], [])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [("terbit: {tujuan: tidak}", "terbit: ¦{tujuan: repositori}")],
            "tujuan repositori belum menyebut repositorinya / tambahkan repositori: pemilik/nama di dalam terbit",
        ),
        (
            [("tujuan: tidak}", "tujuan: zip, repositori: ¦kantor/situs}")],
            "repositori ini tidak dipakai, karena tujuannya 'zip' / hapus, atau tulis tujuan: repositori",
        ),
        (
            [
                ("tujuan: tidak}", "tujuan: repositori, repositori: ¦kantor/Lakip}"),
                ("repositori:\n", "repositori: https://github.com/Kantor/lakip\n"),
            ],
            "situs tidak dapat diterbitkan ke repositori naskah sendiri / sebut repositori lain yang hanya berisi situs",
        ),
        (
            [("tujuan: tidak}", "tujuan: ¦surel}")],
            "nilai 'surel' tidak dikenal / pakai salah satu: tidak · pages · repositori · zip",
        ),
        (
            [("tujuan: tidak}", "tujuan: repositori, repositori: ¦../situs}")],
            "bentuk '../situs' tidak sesuai / tulis pemilik/nama, misalnya kantor/situs-lakip",
        ),
        (
            [("tujuan: tidak}", "tujuan: repositori, repositori: kantor/situs, cabang: ¦-f}")],
            "bentuk '-f' tidak sesuai / pakai huruf kecil, angka, dan tanda hubung, misalnya main",
        ),
    ],
)
def test_where_the_site_goes(changes: list[Change], expected: str) -> None:
    check(OFFICE, changes, [expected])


def test_control_each_target_can_be_written() -> None:
    for target in ("pages", "zip", "repositori, repositori: kantor/situs, cabang: terbit, catat_asal: ya"):
        text = changed(
            OFFICE,
            [("tujuan: tidak}", f"tujuan: {target}}}"), ("repositori:\n", "repositori: https://x.id/kantor/lakip\n")],
        )
        assert faults_of(FILES | {OFFICE: text}) == []
