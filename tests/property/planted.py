"""The 27 defects of published reports (field.md section 3), planted into the complete sample at seeded places.

A planter takes the files of the year by path below it and a source of chance, changes one place, and says where the
defect now stands: the file below the year's folder and the line.
"""

import random
import re
from collections.abc import Callable
from decimal import Decimal

from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Measure
from paraf.laporan.report import Report

Files = dict[str, str]
Spot = tuple[str, int]
Planter = Callable[[Files, Report, random.Random], Spot]
CHAPTER = re.compile(r"[0-9]{2}-[a-z0-9-]+\.md")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _chapter(files: Files, chance: random.Random, within: str = "") -> str:
    return chance.choice([name for name in sorted(files) if CHAPTER.fullmatch(name) and within in files[name]])


def _between(text: str, chance: random.Random) -> int:
    """A place between two paragraphs of the body: behind an empty line that follows a sentence and precedes one."""
    body = text.index("\n---\n", 4) + 5
    return chance.choice(
        [found.start() + 2 for found in re.finditer(r"(?<=[.!])\n\n(?=[A-Z][a-z])", text) if found.start() > body]
    )


def insert(files: Files, chance: random.Random, words: str, at_line: int = 0, within: str = "") -> Spot:
    """Put a paragraph or a table into a chapter; the defect stands ``at_line`` lines below its first."""
    name = _chapter(files, chance, within)
    at = _between(files[name], chance)
    files[name] = f"{files[name][:at]}{words}\n\n{files[name][at:]}"
    return name, _line(files[name], at) + at_line


def replaced(files: Files, name: str, found: re.Match[str], new: str) -> Spot:
    """Put ``new`` where a pattern was found."""
    at = found.start()
    files[name] = files[name][:at] + new + files[name][found.end() :]
    return name, _line(files[name], at)


def table(heads: str, *rows: str) -> str:
    """A table written by hand, with the caption that the house asks for; its first row stands four lines down."""
    divider = "|".join(["---"] * heads.count("|"))
    return "\n".join(["Tabel: Ulasan", "", heads, f"|{divider}|".replace("||", "|"), *rows])


HEADS = "| Indikator | Target | Realisasi | Capaian |"


def _numeric(report: Report, chance: random.Random, *, falling: bool = False) -> Measure:
    assert report.performance
    return chance.choice(
        [
            measure
            for measure in report.performance.measures.values()
            if not measure.unit.letters and (measure.form.arah == "turun") is falling and measure.value is not None
        ]
    )


def _row(measure: Measure, *, value: str | None = None, capaian: Decimal | str | None = None) -> str:
    assert measure.value is not None
    shown = measure.capaian if capaian is None else capaian
    said = shown if isinstance(shown, str) else write_number(shown or Decimal(0), 2)
    reached = value or measure.unit.write(measure.value)
    return f"| {measure.form.nama} | {measure.unit.write(measure.target.low)} | {reached} | {said} |"


def d01(files: Files, report: Report, chance: random.Random) -> Spot:
    measure = _numeric(report, chance)
    wrong = (measure.capaian or Decimal(0)) + chance.choice([Decimal("3.4"), Decimal("5.7"), Decimal("11")])
    return insert(files, chance, table(HEADS, _row(measure, capaian=wrong)), 4)


def d02(files: Files, report: Report, chance: random.Random) -> Spot:
    measure = _numeric(report, chance, falling=True)
    assert measure.value
    return insert(files, chance, table(HEADS, _row(measure, capaian=measure.value / measure.target.low * 100)), 4)


def d03(files: Files, report: Report, chance: random.Random) -> Spot:
    measure = _numeric(report, chance)
    assert measure.value
    wrong = measure.unit.suffixed(measure.unit.write(measure.value * Decimal("0.83") + 1))
    return insert(files, chance, f"Realisasi {measure.form.nama} pada tahun ini sebesar {wrong}.")


def d04(files: Files, report: Report, chance: random.Random) -> Spot:
    one, other = (chance.randrange(100, 900) * 1_000_000 for _ in range(2))
    rows = [f"| Kegiatan {name} | {write_number(Decimal(value))} |" for name, value in (("satu", one), ("dua", other))]
    total = write_number(Decimal(one + other + 90_000_000))
    return insert(files, chance, table("| Uraian | Realisasi (Rp) |", *rows, f"| Jumlah | {total} |"), 6)


def d05(files: Files, report: Report, chance: random.Random) -> Spot:
    small = chance.randrange(50, 90) * 1_000_000
    rows = [
        "| Kegiatan satu | 900.000.000 | 450.000.000 | 50,00 |",
        f"| Kegiatan dua | {write_number(Decimal(small))} | {write_number(Decimal(small))} | 100,00 |",
        f"| Jumlah | {write_number(Decimal(900_000_000 + small))} | {write_number(Decimal(450_000_000 + small))} | 75,00 |",
    ]
    return insert(files, chance, table("| Uraian | Pagu perubahan | Realisasi | Serapan |", *rows), 6)


def d06(files: Files, report: Report, chance: random.Random) -> Spot:
    broken = chance.choice(["Rp1.23.456.000,00", "Rp12.3456.000,00", "Rp1.234.56.000,00"])
    return insert(files, chance, f"Belanja itu mencapai {broken} menurut catatan bendahara.")


def d07(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.budget
    item = chance.choice([row for row in report.budget.rows if not row.children and row.money.realisasi % 1000 == 0])
    ceiling, spent = item.money.pagu_perubahan, item.money.realisasi / 1000
    row = f"| {item.name} | {write_number(ceiling)} | {write_number(spent)} |"
    return insert(files, chance, table("| Uraian | Pagu perubahan (Rp) | Realisasi (Rp) |", row), 4)


def d08(files: Files, report: Report, chance: random.Random) -> Spot:
    said = chance.choice(["202 (dua ratus sembilan)", "17 (tujuh puluh)", "1.250 (seribu dua ratus lima)"])
    return insert(files, chance, f"Berkas yang diperiksa berjumlah {said} berkas.")


def d09(files: Files, report: Report, chance: random.Random) -> Spot:
    said = chance.choice(
        [
            f"Laporan Kinerja Tahun {report.year - 1} ini disusun sesuai dengan pedoman.",
            f"LKjIP Tahun {report.year - 2} ini menjadi bahan evaluasi.",
            f"Demikian LAKIP Tahun {report.year - 1} ini disampaikan.",
        ]
    )
    return insert(files, chance, said)


def d10(files: Files, report: Report, chance: random.Random) -> Spot:
    name = chance.choice(["Kabupaten Lombok Utara", "Kota Madiun", "Dinas Perikanan Kabupaten Sampang"])
    return insert(files, chance, f"Kinerja {name} pada tahun ini berjalan baik.")


def d11(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.performance
    measure = chance.choice(
        [
            one
            for one in report.performance.measures.values()
            if one.reached and one.form.arah == "naik" and not one.unit.letters
        ]
    )
    call = f'{{{{ realisasi("{measure.id}") }}}}'
    return insert(
        files, chance, f'Realisasi {measure.form.nama} {call} masih di bawah target {{{{ target("{measure.id}") }}}}.'
    )


def d12(files: Files, report: Report, chance: random.Random) -> Spot:
    name = "lampiran/daftar.yml"
    entry = rf"judul: [^\n]*{report.year}[^\n]*\n\s+tahun: {report.year}\b"
    found = chance.choice(list(re.finditer(entry, files[name])))
    _, line = replaced(files, name, found, found[0][:-4] + str(report.year - 1))
    return name, line + 1


def d13(files: Files, report: Report, chance: random.Random) -> Spot:
    said = chance.choice(["Tabel 3.1", "Tabel 12", "Gambar 4.2"])
    return insert(files, chance, f"Rinciannya dapat dilihat pada {said} di bawah ini.")


def d14(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.performance
    measure = chance.choice([one for one in report.performance.measures.values() if one.unit.percent])
    verb = chance.choice(["mengalami kenaikan sebesar", "meningkat sebesar", "naik"])
    return insert(files, chance, f"{measure.form.nama} {verb} 2,5% dibandingkan tahun sebelumnya.")


def d15(files: Files, report: Report, chance: random.Random) -> Spot:
    measure = _numeric(report, chance)
    return insert(files, chance, table(HEADS, _row(measure, value="n/a", capaian="100,00")), 4)


def d16(files: Files, report: Report, chance: random.Random) -> Spot:
    name = "data/kinerja.yml"
    found = chance.choice(list(re.finditer(r'target: \{murni: "[0-9,]+"(?:, perubahan: "[0-9,]+")?\}', files[name])))
    return replaced(files, name, found, 'target: {murni: "0"}')


def d17(files: Files, report: Report, chance: random.Random) -> Spot:
    bands = chance.choice(
        [("76 – 90", "66 – 75", "≤ 65"), ("81 – 90", "61 – 80", "≤ 60"), ("91 – 95", "76 – 90", "≤ 75")]
    )
    rows = [f"| {band} | {word} |" for band, word in zip(bands, ("Tinggi", "Sedang", "Rendah"), strict=True)]
    return insert(files, chance, table("| Capaian | Sebutan |", *rows), 4)


def d18(files: Files, report: Report, chance: random.Random) -> Spot:
    name = next(name for name in sorted(files) if name.startswith("data/daftar-"))
    lines = files[name].rstrip("\n").split("\n")
    copied = chance.randrange(1, len(lines) - 1)
    lines[-1] = lines[copied]
    files[name] = "\n".join(lines) + "\n"
    return name, len(lines)


def d19(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.performance
    measure = chance.choice([one for one in report.performance.measures.values() if len(one.form.nama.split()) > 6])
    words = measure.form.nama.split()
    words.pop(chance.randrange(2, len(words) - 1))
    row = (
        _row(measure).replace(measure.form.nama, " ".join(words))
        if not measure.unit.letters
        else f"| {' '.join(words)} | – | – | – |"
    )
    return insert(files, chance, table(HEADS, row), 4)


def d20(files: Files, report: Report, chance: random.Random) -> Spot:
    wrong = chance.choice(["89.65%", "1,234,567", "12.5%"])
    return insert(
        files, chance, f"Nilai pembanding menurut sumber lama adalah {wrong}, lalu 87,50% pada semester kedua."
    )


def d21(files: Files, report: Report, chance: random.Random) -> Spot:
    files["lampiran/tabel.png"] = ""
    return insert(files, chance, "![Tabel capaian kinerja tahun ini](lampiran/tabel.png)")


def d22(files: Files, report: Report, chance: random.Random) -> Spot:
    source = _chapter(files, chance)
    long = [
        line for line in files[source].split("\n") if len(line.split()) > 16 and line[0].isupper() and "{{" not in line
    ]
    while not long:
        source = _chapter(files, chance)
        long = [
            line
            for line in files[source].split("\n")
            if len(line.split()) > 16 and line[:1].isupper() and "{{" not in line
        ]
    last = max(name for name in files if CHAPTER.fullmatch(name))
    files[last] = f"{files[last].rstrip()}\n\n{chance.choice(long)}\n"
    return last, files[last].rstrip("\n").count("\n") + 1


def d23(files: Files, report: Report, chance: random.Random) -> Spot:
    left = chance.choice(["........", "xxx", "isi di sini"])
    return insert(files, chance, f"Kegiatan ini dilaksanakan oleh {left} bersama bidang terkait.")


def d24(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.budget
    item = chance.choice(
        [row for row in report.budget.rows if not row.children and row.money.pagu_murni != row.money.pagu_perubahan]
    )
    money = item.money
    share = write_number(money.realisasi / money.pagu_murni * 100, 2)
    row = f"| {item.name} | {write_number(money.pagu_murni)} | {write_number(money.realisasi)} | {share} |"
    return insert(files, chance, table("| Uraian | Pagu | Realisasi | Serapan |", row), 4)


def d25(files: Files, report: Report, chance: random.Random) -> Spot:
    assert report.performance
    measure = chance.choice(
        [one for one in report.performance.measures.values() if one.unit.percent and one.value != one.capaian]
    )
    said = write_number(measure.capaian or Decimal(0), 2)
    return insert(files, chance, table(HEADS, _row(measure, value=said, capaian=said)), 4)


def d26(files: Files, report: Report, chance: random.Random) -> Spot:
    said = chance.choice(
        [
            "Penggunaan anggaran pada sasaran ini dinilai sangat efisien.",
            "Anggaran sasaran ini telah digunakan secara efisien.",
            "Tingkat efisiensi anggaran sasaran ini sebesar -4,20%.",
        ]
    )
    name = chance.choice(
        [name for name in sorted(files) if CHAPTER.fullmatch(name) and "## Efisiensi penggunaan" in files[name]]
    )
    text = files[name]
    at = text.index("\n\n", text.index("## Efisiensi penggunaan")) + 2
    files[name] = f"{text[:at]}{said}\n\n{text[at:]}"
    return name, _line(files[name], at)


def d27(files: Files, report: Report, chance: random.Random) -> Spot:
    number = chance.choice(["197106091992011002", "19710609 199201 1 002", "19710609199201100"])
    return insert(files, chance, f"Penanggung jawabnya adalah Kepala Bidang, NIP {number}.")


PLANTERS: dict[str, tuple[Planter, tuple[str, ...]]] = {
    "D01": (d01, ("DAT102",)),
    "D02": (d02, ("DAT103",)),
    "D03": (d03, ("KON101",)),
    "D04": (d04, ("DAT104",)),
    "D05": (d05, ("DAT105",)),
    "D06": (d06, ("DAT106",)),
    "D07": (d07, ("DAT107",)),
    "D08": (d08, ("KON103",)),
    "D09": (d09, ("KON104",)),
    "D10": (d10, ("KON105",)),
    "D11": (d11, ("KON106",)),
    "D12": (d12, ("LKP107",)),
    "D13": (d13, ("STR109",)),
    "D14": (d14, ("KON107",)),
    "D15": (d15, ("DAT108",)),
    "D16": (d16, ("DAT109",)),
    "D17": (d17, ("DAT110",)),
    "D18": (d18, ("DAT111",)),
    "D19": (d19, ("DAT112",)),
    "D20": (d20, ("BHS103",)),
    "D21": (d21, ("STR112",)),
    "D22": (d22, ("KON108",)),
    "D23": (d23, ("BHS102",)),
    "D24": (d24, ("DAT113",)),
    "D25": (d25, ("DAT114",)),
    "D26": (d26, ("DAT115",)),
    "D27": (d27, ("PRI104",)),
}
"""Every defect with its planter and the rule that names it."""
