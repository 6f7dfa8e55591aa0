"""Each real file broken in turn, in memory: refused, at the right line of the right file, in Indonesian.

``¦`` stands before the place where the fault is expected.
"""

import re
import unicodedata

import pytest

from helpers import ROOT
from paraf.errors import DataError, Fault
from paraf.sop.repository import read_repository

SOP, PAPERS, OFFICIALS, OFFICE = "sop/sop-lakip.yml", "sop/naskah.yml", "sop/petugas.yml", "sop/instansi.yml"
FILES = {name: (ROOT / name).read_text(encoding="utf-8") for name in (SOP, PAPERS, OFFICIALS, OFFICE)}
LINES = {SOP: "kode: lakip", PAPERS: "sop: lakip", OFFICIALS: "contoh: ya", OFFICE: "tempat: Trenggalek"}
TWINS = {"a": "а", "o": "о"}

ENGLISH = re.compile(r"\b(the|not|found|expected|while|invalid|unknown|missing|error|must|duplicate|line|column|of)\b")


def faults_of(files: dict[str, bytes]) -> tuple[Fault, ...]:
    """Every fault of the real files with some replaced; at least one, each in whole Indonesian words."""
    with pytest.raises(DataError) as caught:
        read_repository({name: text.encode() for name, text in FILES.items()} | files)
    assert caught.value.faults
    for fault in caught.value.faults:
        assert fault.message.strip()
        assert fault.repair.strip()
        assert not ENGLISH.search(f"{fault.message} {fault.repair}")
    return caught.value.faults


def replaced(name: str, old: str, new: str) -> str:
    assert FILES[name].count(f"\n{old}") == 1, old
    return FILES[name].replace(f"\n{old}", f"\n{new}")


def refused(name: str, text: str, message: str) -> None:
    """The marked text is refused at its mark with this message, and nowhere else."""
    before, after = text.split("¦")
    place = f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    faults = faults_of({name: (before + after).encode()})
    assert [(str(fault.place), fault.message) for fault in faults] == [(place, message)]


@pytest.mark.parametrize("name", FILES)
def test_duplicate_key(name: str) -> None:
    line = LINES[name]
    first = FILES[name].split("\n").index(line) + 1
    key = line.partition(":")[0]
    message = f"kunci '{key}' ditulis dua kali (pertama di baris {first})"
    refused(name, replaced(name, line, f"{line}\n¦{line}"), message)


@pytest.mark.parametrize("name", FILES)
def test_unknown_key(name: str) -> None:
    key = LINES[name].partition(":")[0]
    refused(name, replaced(name, LINES[name], f"{LINES[name]}\n¦{key}x: isi"), f"kunci '{key}x' tidak dikenal")


VALUES = {
    "alias": ("*acuan", "rujukan '*acuan' tidak dipakai di sini"),
    "anchor": ("&acuan {}", "jangkar '&acuan' tidak dipakai di sini"),
    "tag": ("!teks {}", "tanda tipe '!teks' tidak dipakai di sini"),
    "list for a text": ("[{}]", "di sini harus satu teks, bukan daftar atau susunan"),
    "pairs for a text": ("{{isi: {}}}", "di sini harus satu teks, bukan daftar atau susunan"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("value", "message"), VALUES.values(), ids=list(VALUES))
def test_bad_value(name: str, value: str, message: str) -> None:
    key, _, written = LINES[name].partition(": ")
    refused(name, replaced(name, LINES[name], f"{key}: ¦{value.format(written)}"), message)


@pytest.mark.parametrize("empty", ["''", '"  "', '"\\n"'], ids=["nothing", "spaces", "line break"])
def test_text_of_nothing(empty: str) -> None:
    text = replaced(OFFICE, LINES[OFFICE], f"tempat: ¦{empty}")
    before, after = text.split("¦")
    (fault,) = faults_of({OFFICE: (before + after).encode()})
    assert str(fault.place) == f"{OFFICE}:{before.count(chr(10)) + 1}:9"
    assert fault.repair == "isi teksnya"


@pytest.mark.parametrize("name", FILES)
def test_tab(name: str) -> None:
    refused(name, replaced(name, LINES[name], f"{LINES[name]}\n¦\tlagi: isi"), "jorokan memakai tab")


@pytest.mark.parametrize("name", FILES)
def test_nul(name: str) -> None:
    refused(name, replaced(name, LINES[name], f"{LINES[name]}¦\0"), "ada karakter yang tidak terlihat: U+0000 (NUL)")


@pytest.mark.parametrize("name", FILES)
def test_cyrillic_twin(name: str) -> None:
    key = LINES[name].partition(":")[0]
    letter = next(letter for letter in key if letter in TWINS)
    foreign = TWINS[letter]
    twin = key.replace(letter, foreign, 1)
    named = f"'{foreign}' (U+{ord(foreign):04X}, {unicodedata.name(foreign)})"
    text = replaced(name, LINES[name], f"{LINES[name]}\n¦{twin}: isi")
    refused(name, text, f"kunci '{twin}' memuat huruf bukan Latin: {named}")


@pytest.mark.parametrize("name", FILES)
def test_too_large(name: str) -> None:
    text = f"¦{FILES[name]}# {'x' * 5_300_000}\n"
    size = f"{len(text.replace('¦', '').encode()) / 1e6:.1f}".replace(".", ",")
    refused(name, text, f"berkas ini {size} MB; paling besar 1 MB")
    assert size.startswith("5,3")


@pytest.mark.parametrize("name", FILES)
def test_wrong_encoding(name: str) -> None:
    before, after = replaced(name, LINES[name], f"{LINES[name]} caf¦").split("¦")
    (fault,) = faults_of({name: before.encode() + "é".encode("latin-1") + after.encode()})
    line = FILES[name].split("\n").index(LINES[name]) + 1
    assert str(fault.place) == f"{name}:{line}:{len(LINES[name]) + 5}"
    assert fault.message == "bita 0xe9 bukan UTF-8"


LISTS = {
    SOP: (r"kolom: \[staf, kasubag, sekdin, kadin\]", "kolom: ¦staf"),
    PAPERS: (r"mencakup: \[individu\.yml\]", "mencakup: ¦individu.yml"),
    OFFICIALS: (r"orang:\n(  - .*\n)+", "orang: ¦belum ada\n"),
    OFFICE: (r"samarkan: \[nip\]", "samarkan: ¦nip"),
}


@pytest.mark.parametrize("name", FILES)
def test_text_where_a_list_belongs(name: str) -> None:
    text, count = re.subn(LISTS[name][0], LISTS[name][1], FILES[name])
    assert count == 1
    refused(name, text, "di sini harus daftar")


SOP_LINES = FILES[SOP].split("\n")
CODES = [f"A{number}" for number in range(1, 13)] + [f"B{number}" for number in range(1, 18)]


def rows() -> dict[str, range]:
    """The lines of every step's block in the SOP file, counted from 0; a block ends where the indentation falls."""
    starts = [number for number, line in enumerate(SOP_LINES) if line.startswith("      - no: ")]
    ends = [next(end for end in range(start + 1, len(SOP_LINES)) if SOP_LINES[end][:7].strip()) for start in starts]
    return dict(zip(CODES, map(range, starts, ends), strict=True))


def pointed(fault: Fault, files: dict[str, str]) -> str:
    """What stands at the place of a fault."""
    return files[fault.place.file].split("\n")[fault.place.line - 1][fault.place.column - 1 :]


@pytest.mark.parametrize("code", CODES)
def test_missing_step(code: str) -> None:
    block = rows()[code]
    text = "\n".join(line for number, line in enumerate(SOP_LINES) if number not in block)
    faults = faults_of({SOP: text.encode()})
    line = FILES[PAPERS].split("\n").index(f"      - kode: {code}") + 1
    missing = [fault for fault in faults if str(fault.place) == f"{PAPERS}:{line}:15"]
    assert [fault.message for fault in missing] == [f"langkah {code} tidak ada di {SOP}"]
    for fault in faults:
        assert re.match(rf"langkah {code} tidak ada\b", fault.message)
        assert re.match(rf"{code}\b", pointed(fault, FILES | {SOP: text}))


@pytest.mark.parametrize("code", [code for code in CODES if code not in ("A1", "B1")])
def test_two_steps_with_one_number(code: str) -> None:
    start = rows()[code].start
    lines = list(SOP_LINES)
    lines[start] = '      - no: "1."'
    faults = faults_of({SOP: "\n".join(lines).encode()})
    doubled = [fault for fault in faults if str(fault.place) == f"{SOP}:{start + 1}:13"]
    assert [fault.message for fault in doubled] == [f"nomor 1 dipakai dua langkah di bagian {code[0]}"]


RETURNS = [number for number, line in enumerate(SOP_LINES) if re.fullmatch(r" {12}ke: [AB][0-9]+", line)]


@pytest.mark.parametrize("number", RETURNS, ids=[f"line {number + 1}" for number in RETURNS])
def test_return_to_a_step_that_does_not_exist(number: int) -> None:
    lines = list(SOP_LINES)
    lines[number] = "            ke: ¦A99"
    refused(SOP, "\n".join(lines), "langkah A99 tidak ada")


def test_control_every_return_was_broken() -> None:
    assert len(RETURNS) == 9
