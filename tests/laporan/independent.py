"""Every table of a report computed a second time, from the bytes of its data: own reading, exact fractions, own writing.

Nothing of the package is imported here (a test looks). What is compared are the cells of each table by the call that
puts it into a chapter.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import yaml

Rows = list[list[str]]
QUARTERS = ("tw1", "tw2", "tw3", "tw4")
UNKNOWN, DASH = "belum terukur", "–"
YEARLY = {
    "kumulatif": "jumlah semua triwulan",
    "nilai akhir": "nilai triwulan terakhir yang terisi",
    "rata-rata": "rata-rata triwulan yang terisi",
}
LEVELS = {0: "Program", 1: "Kegiatan"}


def half_up(value: Fraction, places: int) -> int:
    """The value in units of its last place, halves away from zero."""
    scaled = abs(value) * 10**places
    whole: int = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return whole if value >= 0 else -whole


def number(value: Fraction, places: int, rounding: Callable[[Fraction, int], int] = half_up) -> str:
    """``1.234,50``."""
    units = rounding(value, places)
    digits = str(abs(units)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    groups = []
    while whole:
        groups.append(whole[-3:])
        whole = whole[:-3]
    sign = "-" if units < 0 else ""
    return sign + ".".join(reversed(groups)) + ("," + part if part else "")


def read(text: str) -> Fraction:
    """A figure of the data: dots between thousands, a comma before decimals."""
    cell = text.strip().removeprefix("Rp").strip()
    if "," in cell or re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", cell):
        cell = cell.replace(".", "").replace(",", ".")
    return Fraction(cell)


class Report:
    """The data of one year and every table that can be made of it."""

    def __init__(self, files: Mapping[str, bytes], rounding: Callable[[Fraction, int], int] = half_up) -> None:
        self.rounding = rounding
        data: dict[str, Any] = yaml.load(files["data/kinerja.yml"], yaml.BaseLoader)
        self.year, self.goals = int(data["tahun"]), data["sasaran"]
        self.changed = "perubahan" in data["perjanjian"]
        self.limit = read(data.get("batas_efisiensi", "5"))
        self.scale = [(read(b["di_atas"]) if "di_atas" in b else None, b["sebutan"]) for b in data["skala"]["pita"]]
        self.budget = self._csv(files["data/anggaran.csv"])
        self.lists = {
            found[1]: self._csv(content)
            for name, content in files.items()
            if (found := re.fullmatch(r"data/daftar-(.+)\.csv", name))
        }

    @staticmethod
    def _csv(content: bytes) -> list[dict[str, str]]:
        text = content.decode("utf-8-sig")
        separator = ";" if ";" in text.split("\n")[0] else ","
        return [
            {key: value.strip() for key, value in row.items()}
            for row in csv.DictReader(io.StringIO(text), delimiter=separator)
            if any(value.strip() for value in row.values())
        ]

    # Figures.

    def figure(self, indicator: Any, text: str) -> Fraction:
        letters = {key.upper(): read(points) for key, points in indicator.get("huruf", {}).items()}
        return letters[text.strip().upper()] if letters else read(text)

    def target(self, indicator: Any, text: str) -> tuple[Fraction, Fraction]:
        parts = [self.figure(indicator, part) for part in re.split(r" (?:-|–|s\.d\.|sampai) ", text)]
        return parts[0], parts[-1]

    def current(self, indicator: Any) -> tuple[Fraction, Fraction]:
        target = indicator["target"]
        return self.target(indicator, target.get("perubahan") or target["murni"])

    def quarters(self, indicator: Any, key: str) -> list[Fraction | None]:
        cells = indicator.get(key) or {}
        return [self.figure(indicator, cells[quarter]) if cells.get(quarter) else None for quarter in QUARTERS]

    def value(self, indicator: Any) -> Fraction | None:
        known = [cell for cell in self.quarters(indicator, "realisasi") if cell is not None]
        if not known:
            return None
        rule = indicator["akhir_tahun"]
        if rule == "nilai akhir":
            return known[-1]
        return sum(known, Fraction(0)) / (len(known) if rule == "rata-rata" else 1)

    def reached(self, indicator: Any, value: Fraction | None, target: tuple[Fraction, Fraction]) -> Fraction | None:
        if value is None:
            return None
        low, high = target
        if low != high and low <= value <= high:
            return Fraction(100)
        aim = low if value < low else high if value > high else value
        if indicator["arah"] == "naik":
            return 100 * value / aim if aim else None
        if indicator.get("capaian") == "terbalik":
            return 100 * aim / value if value else None
        return 100 * (aim - (value - aim)) / aim if aim else None

    def why(self, indicator: Any, value: Fraction | None, target: tuple[Fraction, Fraction]) -> str:
        """What the table says where there is no percentage."""
        if value is None:
            return UNKNOWN
        nothing = "realisasinya" if indicator.get("capaian") == "terbalik" and target[1] else "targetnya"
        return f"tidak dihitung karena {nothing} nol"

    def why_now(self, indicators: list[Any]) -> str:
        found = {self.why(i, self.value(i), self.current(i)) for i in indicators}
        return "belum dapat dihitung" if len(found) > 1 else found.pop() if found else UNKNOWN

    def capaian(self, indicator: Any) -> Fraction | None:
        return self.reached(indicator, self.value(indicator), self.current(indicator))

    def average(self, goals: list[Any]) -> Fraction | None:
        known = [c for goal in goals for i in goal.get("indikator", []) if (c := self.capaian(i)) is not None]
        return sum(known) / Fraction(len(known)) if known else None

    def word(self, capaian: Fraction | None) -> str:
        if capaian is None:
            return DASH
        return str(next((word for bound, word in self.scale if bound is None or capaian > bound), self.scale[-1][1]))

    # Cells.

    def shown(self, indicator: Any, value: Fraction | None, otherwise: str = UNKNOWN) -> str:
        if value is None:
            return otherwise
        letters = {key.upper(): read(points) for key, points in indicator.get("huruf", {}).items()}
        if letters:
            return max((points, str(letter)) for letter, points in letters.items() if points <= value)[1]
        return number(value, int(indicator.get("desimal", 2)), self.rounding)

    def aimed(self, indicator: Any, target: tuple[Fraction, Fraction]) -> str:
        return f" {DASH} ".join(dict.fromkeys(self.shown(indicator, bound) for bound in target))

    def percent(self, value: Fraction | None, otherwise: str = UNKNOWN) -> str:
        return otherwise if value is None else number(value, 2, self.rounding) + "%"

    def money(self, goal: str | None, below: str = "") -> tuple[Fraction, Fraction]:
        """Pagu and realisasi of the lowest rows: of a goal, below a code."""
        codes = [row["kode"] for row in self.budget]
        pagu = spent = Fraction(0)
        for row in self.budget:
            code = row["kode"]
            inside = not below or code == below or code.startswith(below + ".")
            if inside and not any(other.startswith(code + ".") for other in codes) and self.serves(code, goal):
                pagu += self.amount(row["pagu_perubahan" if self.changed else "pagu_murni"])
                spent += self.amount(row["realisasi"])
        return pagu, spent

    @staticmethod
    def amount(cell: str) -> Fraction:
        return Fraction(0) if cell in ("", "-") else read(cell)

    def serves(self, code: str, goal: str | None) -> bool:
        """A row serves the goal of the nearest row above that names one, itself first."""
        named = {row["kode"]: row["sasaran"] for row in self.budget if row["sasaran"]}
        above = [found for found in named if code == found or code.startswith(found + ".")]
        return goal is None or (bool(above) and named[max(above, key=len)] == goal)

    def absorbed(self, goal: str | None, below: str = "") -> Fraction | None:
        pagu, spent = self.money(goal, below)
        return 100 * spent / pagu if pagu else None

    # Tables by the call that asks for them.

    def tables(self) -> Iterator[tuple[str, Rows]]:
        yield "tabel_pk()", self.agreement()
        yield "tabel_skala()", self.bands()
        yield "grafik_serapan()", self.programs()
        for name, rows in self.lists.items():
            yield f'tabel_daftar("{name}")', [[str(at), *row.values()] for at, row in enumerate(rows, start=1)]
        for goal in (None, *(goal["id"] for goal in self.goals)):
            goals = [found for found in self.goals if goal in (None, found["id"])]
            inside = f'"{goal}"' if goal else ""
            indicators = [i for found in goals for i in found.get("indikator", [])]
            yield f"tabel_capaian({inside})", self.results(goals, indicators)
            yield f"tabel_triwulan({inside})", [row for i in indicators for row in self.by_quarter(i)]
            yield (
                f"tabel_anggaran({inside})",
                self.items(goal, lambda row, level: [row["kode"], self.title(row, level)]),
            )
            yield f"tabel_efisiensi({inside})", [self.efficiency(found) for found in goals]
            yield f"grafik_capaian({inside})", [self.bar(i) for i in indicators]
            if goal:
                yield f"tabel_antar_tahun({inside})", self.by_year(indicators)
                yield f"tabel_renstra({inside})", [self.plan(i) for i in indicators]
                yield f"tabel_nasional({inside})", [self.nation(i) for i in indicators]
                yield (
                    f"tabel_program({inside})",
                    self.items(goal, lambda row, level: [LEVELS.get(level, "Sub kegiatan"), row["uraian"]]),
                )
            for indicator in indicators if goal else []:
                yield f'grafik_tren("{indicator["id"]}")', self.trend(indicator)

    def agreement(self) -> Rows:
        rows = []
        for goal in self.goals:
            for at, i in enumerate(goal["indikator"]):
                first = self.aimed(i, self.target(i, i["target"]["murni"]))
                targets = [first, self.aimed(i, self.current(i))] if self.changed else [first]
                rows.append(["" if at else f"{goal['id']} {goal['nama']}", i["id"], i["nama"], i["satuan"], *targets])
        return rows

    def bands(self) -> Rows:
        rows, upper = [], None
        for bound, word in self.scale[:-1]:
            assert bound is not None
            lower = f"{bound}%".replace(".", ",")
            rows.append([f"lebih dari {lower}" + (f" sampai {upper}" if upper else ""), word])
            upper = lower
        return [*rows, [f"{upper} atau kurang", self.scale[-1][1]]]

    def results(self, goals: list[Any], indicators: list[Any]) -> Rows:
        rows = []
        for i in indicators:
            value, capaian = self.shown(i, self.value(i)), self.capaian(i)
            target = self.aimed(i, self.current(i))
            rows.append(
                [
                    i["id"],
                    i["nama"],
                    i["satuan"],
                    target,
                    value,
                    self.percent(capaian, self.why_now([i])),
                    self.word(capaian),
                ]
            )
        average = self.average(goals)
        return [
            *rows,
            ["", "Rata-rata capaian", "", "", "", self.percent(average, self.why_now(indicators)), self.word(average)],
        ]

    @staticmethod
    def name(indicator: Any) -> str:
        return f"{indicator['nama']} ({indicator['satuan']})"

    def by_quarter(self, i: Any) -> Rows:
        wanted = [self.shown(i, cell, DASH) for cell in self.quarters(i, "target_triwulan")]
        got = [self.shown(i, cell, DASH) for cell in self.quarters(i, "realisasi")]
        return [
            [i["id"], self.name(i), "Target", *wanted, self.aimed(i, self.current(i)), ""],
            [i["id"], "", "Realisasi", *got, self.shown(i, self.value(i)), YEARLY[i["akhir_tahun"]]],
        ]

    def past(self, i: Any) -> dict[int, tuple[Fraction, tuple[Fraction, Fraction] | None]]:
        return {
            int(p["tahun"]): (
                self.figure(i, p["realisasi"]),
                self.target(i, p["target"]) if "target" in p else None,
            )
            for p in i.get("riwayat", [])
        }

    def by_year(self, indicators: list[Any]) -> Rows:
        years = sorted({year for i in indicators for year in self.past(i)})
        rows = []
        for i in indicators:
            past = self.past(i)
            values = [self.shown(i, past[year][0]) if year in past else DASH for year in years]
            reached = []
            for year in years:
                value, target = past.get(year, (None, None))
                reached.append(
                    self.percent(self.reached(i, value, target), self.why(i, value, target)) if target else DASH
                )
            now = [self.shown(i, self.value(i))], [self.percent(self.capaian(i), self.why_now([i]))]
            rows.append([i["id"], self.name(i), *values, *now[0], *reached, *now[1]])
        return rows

    def plan(self, i: Any) -> list[str]:
        plan = i["renstra"]
        target = self.target(i, plan["target"])
        progress = self.percent(self.reached(i, self.value(i), target), self.why(i, self.value(i), target))
        value = self.shown(i, self.value(i))
        return [i["id"], self.name(i), value, self.aimed(i, target), plan["tahun"], plan["dokumen"], progress]

    def nation(self, i: Any) -> list[str]:
        nation = i["nasional"]
        figure = self.shown(i, self.figure(i, nation["nilai"])) if "nilai" in nation else "tidak ada"
        source = nation.get("tidak_ada") or ", ".join(nation[key] for key in ("sumber", "tahun") if key in nation)
        return [i["id"], self.name(i), self.shown(i, self.value(i)), figure, source]

    @staticmethod
    def title(row: dict[str, str], level: int) -> str:
        return row["uraian"] if level else row["uraian"].upper()

    def amounts(self, goal: str | None, below: str = "") -> list[str]:
        pagu, spent = self.money(goal, below)
        whole = [number(amount, 0, self.rounding) for amount in (pagu, spent)]
        return [*whole, self.percent(self.absorbed(goal, below), "tanpa pagu")]

    def items(self, goal: str | None, begin: Callable[[dict[str, str], int], list[str]]) -> Rows:
        codes = [row["kode"] for row in self.budget]
        rows = []
        for row in self.budget:
            level = sum(row["kode"].startswith(code + ".") for code in codes)
            lowest = [c for c in codes if c == row["kode"] or c.startswith(row["kode"] + ".")]
            lowest = [c for c in lowest if not any(other.startswith(c + ".") for other in codes)]
            if any(self.serves(code, goal) for code in lowest):
                rows.append([*begin(row, level), *self.amounts(goal, row["kode"])])
        return [*rows, ["", "Jumlah", *self.amounts(goal)]]

    def programs(self) -> Rows:
        codes = [row["kode"] for row in self.budget]
        top = [row for row in self.budget if not any(row["kode"].startswith(code + ".") for code in codes)]
        return [[row["kode"], row["uraian"], *self.amounts(None, row["kode"])] for row in top]

    def efficiency(self, goal: Any) -> list[str]:
        capaian, absorbed = self.average([goal]), self.absorbed(goal["id"])
        difference = None if capaian is None or absorbed is None else capaian - absorbed
        if capaian is None or difference is None:
            word = "belum dapat dihitung"
        elif capaian < 100:
            word = "belum dapat disebut efisien karena target belum tercapai"
        else:
            low = difference < -self.limit
            word = "efisien" if difference > self.limit else "tidak efisien" if low else "cukup efisien"
        why = self.why_now(goal.get("indikator", []))
        lacking = why if capaian is None else "tanpa pagu"
        points = lacking if difference is None else number(difference, 2, self.rounding)
        return [
            goal["id"],
            goal["nama"],
            self.percent(capaian, why),
            self.percent(absorbed, "tanpa pagu"),
            points,
            word,
        ]

    @staticmethod
    def judged(capaian: Fraction | None, otherwise: str) -> str:
        return otherwise if capaian is None else "tercapai" if capaian >= 100 else "belum tercapai"

    def bar(self, i: Any) -> list[str]:
        capaian = self.capaian(i)
        return [i["id"], i["nama"], self.percent(capaian, self.why_now([i])), self.judged(capaian, DASH)]

    def trend(self, i: Any) -> Rows:
        years: list[tuple[int, Fraction | None, tuple[Fraction, Fraction] | None]]
        years = [(year, value, target) for year, (value, target) in sorted(self.past(i).items())]
        rows = []
        for year, value, target in [*years, (self.year, self.value(i), self.current(i))]:
            capaian = self.reached(i, value, target) if target else None
            why = self.why(i, value, target) if target else "tidak dihitung karena targetnya tidak tercatat"
            word = self.judged(capaian, UNKNOWN if value is None else f"capaian {why}")
            rows.append([str(year), self.shown(i, value), self.aimed(i, target) if target else DASH, word])
        return rows
