"""SOP files as builtins, as any office might write them, and texts that try to be something else.

Most generated SOPs are small, so that a failing one can be read; some are as long as the longest real ones.
Hypothesis draws the size and a hand of texts, which is what a failing example is shrunk to; a seeded generator deals
them out, because drawing every cell on its own would take most of the time of a run.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any, TypeVar

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paraf.door.syntax import _INVISIBLE

T = TypeVar("T")
Builtins = dict[str, Any]

# What offices really write, in cells and times (field.md section 4).
PLAIN = (
    *("Menerima berkas", "Konsep nota dinas", "Surat pengantar, tanda terima", "Daftar (asli, salinan)"),
    *("5 menit", "1 - 20 Hari Kerja", "Segera", "-", "2 menit/berkas", "30 menit - 3 Jam", "1 x 24 jam"),
    *("maksimal 17 hari kerja", "20 - 1 hari", "0 hari kerja", "12", "02 Juni 2020", "31 Februari 2020", "Juni 2020"),
    *("ya", "tidak", "no", "null", "~", "true", "012", "1e3", "0x1F", "2026-01-31", "12:30:45", "1.", "NIP. 123"),
)
# What is markup, code or syntax somewhere between YAML and the browser.
ODD = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<b>tebal</b>",
        "<!-- c -->",
        "</td></table>",
        "&amp;",
        "&#60;",
        "a & b",
    ),
    *("*miring*", "**tebal**", "_garis_", "`kode`", "~~coret~~", "a | b", "{{ 7*7 }}", "{% x %}", "{: #id .kelas}"),
    *("[taut](x.md)", "![g](x.png)", "[^1]: catatan", "[x]: http://a.b", "<http://a.b>", 'href="b.md"', "javascript:x"),
    *(
        "# kepala",
        "- butir",
        "-butir",
        "--",
        "---",
        "...",
        "+ x",
        "* x",
        "1. x",
        "12. x",
        "2025. x",
        "> kutip",
        ": arti",
        "| x |",
    ),
    *("=== judul", "!!! catatan", "??? x", "```", "~~~", "nomor #", "ujung ##", "\\", "a\\*b", "a: b", "a:", "a #b"),
    *("'", '"', "'kutip'", '"kutip"', "“kutip”", "’", "? x", "! x", "!!str x", "&a", "*a", "%a", "@a", "[", "{", "}"),
    *("é", "ñandú", "Ω", "漢字", "ع", "🗂", "½", "²", "İ", "ß", "ﬁ", "e\u0301", "x\u00a0y", "٣ menit", "１２"),
    *("baris satu\nbaris dua", "satu\n\ndua", "a\tb", " awal", "akhir ", "a  b", "$x$", "%s", "{0}"),
)
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")).filter(
    lambda letter: not _INVISIBLE.match(letter)
)
_PIECE = st.sampled_from(PLAIN + ODD)

_SHAPES = ("kapsul", "kotak", "kotak", "belah-ketupat")
_TOTALS = (*range(3, 9), *range(3, 9), *range(3, 9), 9, 12, 16, 20, 25, 30, 30, 30)
_SECTIONS = ("A", "B", "C", "Z", "AA", "ZZ")
_IDS = ("penerima", "a", "tim-2", "x-", "kepala", "role-7", "z9")
_EXTRA = ("biaya", "dasar", "x-1")
_DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_LABELS = ("nomor", *_DATES, "disahkan_oleh", "nama")
_BOXES = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
_HEADS = ("no", "kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "ket")


def visible(text: str) -> bool:
    """Whether a text is one that the door lets in and a reader can see."""
    return bool(text.strip()) and not _INVISIBLE.search(text)


TEXTS: SearchStrategy[str] = st.one_of(
    _PIECE,
    _PIECE,
    st.lists(_PIECE, min_size=2, max_size=3).map(" ".join),
    st.text(_LETTERS, min_size=1, max_size=8),
).filter(visible)
"""A text nobody can trust, as a filled cell holds it."""


class _Maker:
    """Writes one SOP from a hand of texts; ``random`` decides where each stands and what is left out."""

    def __init__(self, random: Random, texts: list[str], roles: list[str]) -> None:
        self.random = random
        self.texts = texts
        self.roles = roles

    def sop(self, shares: list[int]) -> Builtins:
        """A whole file with one section for each share of steps."""
        letters = self._sample(_SECTIONS, len(shares), len(shares))
        sections = [self._section(letter, count) for letter, count in zip(letters, shares, strict=True)]
        rows = {code: row for code, _, row in rows_of({"bagian": sections})}
        self._connect(rows)
        data = {"skema": 1, "kode": "uji", "judul_pendek": self._text(), "identitas": self._identity()}
        data |= {"pelaksana": [self._role(id_) for id_ in self.roles], "bagian": sections}
        return self._some(
            data,
            judul_prosedur=self._cell,
            kepala_tabel=lambda: self._some({}, **dict.fromkeys(_HEADS, self._text)),
            catatan=lambda: self._several(lambda: self._remark(list(rows)), 2),
        )

    def _text(self) -> str:
        return self.random.choice(self.texts)

    def _cell(self) -> str | None:
        return self._text() if self._chance(4, 5) else None

    def _chance(self, hits: int, of: int) -> bool:
        return self.random.randrange(of) < hits

    def _sample(self, choices: Sequence[str], least: int, most: int) -> list[str]:
        """Some of the choices, each at most once, in any order."""
        return self.random.sample(choices, self.random.randint(least, min(most, len(choices))))

    def _several(self, make: Callable[[], T], most: int, least: int = 0) -> list[T]:
        return [make() for _ in range(self.random.randint(least, most))]

    def _texts(self) -> list[str]:
        return self._several(self._text, 3)

    def _sentences(self) -> list[str]:
        return self._several(self._text, 6)

    def _together(self) -> str:
        return self.random.choice(["tunggal", "bersama", "berurutan"])

    def _some(self, data: Builtins, **optional: Callable[[], Any]) -> Builtins:
        """``data`` with some of the optional keys written and the others left to their defaults."""
        return data | {key: make() for key, make in optional.items() if self._chance(1, 2)}

    def _identity(self) -> Builtins:
        data: Builtins = {"nomor": self._text(), **{key: self._cell() for key in _DATES}}
        data["kop"] = self._several(lambda: self._some({"teks": self._text()}, tebal=self._yes_no), 2, least=1)
        enacted = {"jabatan": self._text(), "nama": self._text()}
        data["disahkan_oleh"] = self._some(enacted, pangkat=self._cell, nip=self._cell)
        data["nama"] = self._text()
        data |= {key: self._box() for key in _BOXES}
        return self._some(data, label=lambda: self._some({}, **dict.fromkeys(_LABELS, self._text)))

    def _box(self) -> Builtins:
        return self._some({"judul": self._text()}, butir=self._texts, paragraf=self._cell)

    def _yes_no(self) -> str:
        return self.random.choice(["ya", "tidak"])

    def _role(self, id_: str) -> Builtins:
        return self._some({"id": id_, "sebutan": self._text()}, jabatan=self._cell, sebutan_lain=self._texts)

    def _remark(self, codes: list[str]) -> Builtins:
        remark = {"isi": self._text(), "keyakinan": self.random.choice(["terbaca", "belum diverifikasi"])}
        return self._some(remark, langkah=lambda: self.random.choice(codes))

    def _section(self, letter: str, count: int) -> Builtins:
        extra = self._sample(_EXTRA, 0, 2)
        first = self.random.choice([1, 1, 1, 9, 99])
        section: Builtins = {
            "kode": letter,
            "kolom": self._sample(self.roles, 1, len(self.roles)),
            "langkah": [self._row(number, extra) for number in range(first, first + count)],
        }
        if extra:
            section["kolom_tambahan"] = [{"id": id_, "judul": self._text()} for id_ in extra]
        return self._some(section, judul=self._cell)

    def _row(self, number: int, extra: list[str]) -> Builtins:
        """A row without its arrows: they need to know the other rows."""
        row: Builtins = {"no": f"{number}{self.random.choice(['', '.'])}", "kegiatan": self._text()}
        row |= {key: self._cell() for key in ("kelengkapan", "waktu", "output")}
        row = self._some(row, ket=self._cell, cara=self._sentences)
        if extra and self._chance(1, 2):
            row["tambahan"] = {id_: self._cell() for id_ in self._sample(extra, 0, 2)}
        who, symbols = self._sample(self.roles, 0, 3), self._several(self._symbol, 3)
        match self.random.choice(["printed", "printed", "read", "silent"]):
            case "printed":
                row["gambar"] = self._some({"pelaksana": who, "simbol": symbols}, kerja=self._together)
            case "read":
                performer = self._some({"siapa": who, "alasan": self._text()}, kerja=self._together)
                row["tafsir"] = {"pelaksana": performer, "simbol": {"urutan": symbols, "alasan": self._text()}}
        return row

    def _symbol(self) -> Builtins:
        return self._some({"bentuk": self.random.choice(_SHAPES)}, oleh=lambda: self.random.choice(self.roles))

    def _connect(self, rows: dict[str, Builtins]) -> None:
        """Add arrows, returns and approvals to rows whose steps are all known."""
        targets, codes = _targets(rows), list(rows)
        for row in rows.values():
            if "gambar" in row and self._chance(1, 2):
                row["gambar"]["lanjut"] = [self._arrow(row, targets) for _ in range(self.random.randint(0, 3))]
            refused = any(arrow.get("bila") == "tidak" for arrow in row.get("gambar", {}).get("lanjut", []))
            reading = row.get("tafsir", {})
            if not refused and self._chance(1, 4):
                reading["kembali"] = {"ke": self.random.choice(codes), "alasan": self._text()}
            if self._chance(1, 6):
                reading["persetujuan"] = {"oleh": self.random.choice(self.roles), "alasan": self._text()}
            if reading:
                row["tafsir"] = reading

    def _arrow(self, row: Builtins, targets: list[str]) -> Builtins:
        arrow = self._some({"ke": self.random.choice(targets)}, bila=self._yes_no)
        count = len(symbols_of(row))
        return self._some(arrow, dari=lambda: self.random.randint(1, count)) if count else arrow


def rows_of(data: Builtins) -> Iterator[tuple[str, Builtins, Builtins]]:
    """Every row of a file with the code of its step and its section."""
    for section in data["bagian"]:
        for row in section["langkah"]:
            yield section["kode"] + row["no"].rstrip("."), section, row


def symbols_of(row: Builtins) -> list[Builtins]:
    """The symbols of a row, printed or read."""
    drawn: list[Builtins] = row.get("gambar", {}).get("simbol", [])
    read: list[Builtins] = row.get("tafsir", {}).get("simbol", {}).get("urutan", [])
    return drawn or read


def _targets(rows: dict[str, Builtins]) -> list[str]:
    """Every step of the SOP, and every symbol of it."""
    return [
        target
        for code, row in rows.items()
        for target in (code, *(f"{code}/{symbol}" for symbol in range(1, len(symbols_of(row)) + 1)))
    ]


@st.composite
def sop_files(draw: DrawFn) -> Builtins:
    """A SOP file that the door must accept: 2 to 7 performers, 1 to 3 sections, mostly 3 to 8 steps, at most 30."""
    texts = draw(st.lists(TEXTS, min_size=4, max_size=12))
    roles = list(_IDS[: draw(st.sampled_from(range(2, len(_IDS) + 1)))])
    total = draw(st.sampled_from(_TOTALS))
    cuts = sorted(draw(st.sets(st.integers(1, total - 1), max_size=2)))
    shares = [end - start for start, end in zip([0, *cuts], [*cuts, total], strict=True)]
    random = Random(draw(st.sampled_from(range(2**32))))
    return _Maker(random, [*texts, ODD[0], *random.sample(ODD, 6)], roles).sop(shares)


class _Dumper(yaml.CSafeDumper):
    """Writes a blank cell as nothing at all, the way an office leaves it; equal lists are written out again."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def dump(data: Builtins) -> bytes:
    """The builtins as a YAML file."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False).encode()


# Pieces that break a YAML file in ways people and editors do.
_BREAKS = (
    *(b"'", b'"', b": ", b":", b"#", b" #", b"- ", b"-", b"\n", b"\r\n", b"\r", b"\t", b"\n\t", b"  ", b"\n    ", b"~"),
    *(b"[", b"]", b"{", b"}", b",", b"|", b">", b"|2-\n", b"&a ", b"*a", b"!!str ", b"!x ", b"? ", b"%YAML 1.1\n"),
    *(b"---\n", b"...\n", b"@", b"`", b"\\", b'"\\x"', b'"\\', b"<<: ", b"\x00", b"\x07", b"\x7f", b"\xff", b"\xc3"),
    *(
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"\xe2\x80\xa8",
        b"\xf0\x9f\x97\x82",
        b"\xd0\xbe",
    ),
    *(
        b"[" * 30,
        b"- " * 30,
        b'"\\u202e"',
        b'"\\0"',
        b"tafsir:\n",
        b"kode: ya\n",
        b"lanjut: [{ke: A1}]\n",
        b"skema: 2\n",
    ),
)


@st.composite
def broken(draw: DrawFn, original: bytes) -> bytes:
    """``original`` after one to four slips: something put in, cut out, doubled, overwritten, or the rest lost."""
    data = original
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.sampled_from(range(len(data) + 1)))
        end = min(len(data), start + draw(st.sampled_from(range(60))))
        piece = draw(st.sampled_from(_BREAKS))
        slips = {
            "put in": data[:start] + piece + data[start:],
            "at the line's beginning": _at_line(data, start, piece),
            "cut out": data[:start] + data[end:],
            "doubled": data[:end] + data[start:],
            "overwritten": data[:start] + piece + data[end:],
            "lost": data[: len(data) - start // 4],
        }
        data = slips[draw(st.sampled_from(sorted(slips)))]
    return data


def _at_line(data: bytes, position: int, piece: bytes) -> bytes:
    start = data.rfind(b"\n", 0, position) + 1
    return data[:start] + piece + data[start:]


_TWISTS: tuple[Any, ...] = (
    *(None, "", "-", "x", "A1", "C9", "C1/3", "ya", "0", "-1", "99999999999999999999", "x" * 40, "１"),
    *([], ["x"], [None], [[]], {}, {"x": "y"}, {"ke": "C1"}, {"": None}, [{"bentuk": "kotak"}], {"bentuk": "kotak"}),
)


@st.composite
def twisted(draw: DrawFn, original: Builtins) -> Builtins:
    """``original`` with one to three of its parts replaced, left out or written under another key; still good YAML."""
    data = deepcopy(original)
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(list(_parts(data))))
        match draw(st.sampled_from(["replaced", "left out", "renamed"])), holder:
            case "left out", _:
                del holder[key]
            case "renamed", dict():
                holder[draw(TEXTS)] = holder.pop(key)
            case _:
                holder[key] = deepcopy(draw(st.sampled_from(_TWISTS)))
    return data


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place below a value: the collection it stands in, and its key there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from _parts(value[key])
