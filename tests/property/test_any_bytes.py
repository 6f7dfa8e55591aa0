"""Whatever bytes stand in a file, the door answers in Indonesian, with a place and a repair; it never stumbles."""

import re
from collections.abc import Sequence

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers import CASES
from paraf.door.decode import Source, load
from paraf.door.text import INVISIBLE
from paraf.errors import DataError, Fault
from paraf.sop.forms.sop import SopFile
from paraf.sop.repository import read_repository
from property.strategies import Builtins, broken, dump, twisted

FILE = "sop/sop-uji.yml"
SMALL = (CASES / "dasar" / "sop-uji.yml").read_bytes()
OFFICE = (CASES / "dasar" / "instansi.yml").read_bytes()
SECOND = (CASES / "sop-kedua" / "sop" / "sop-data-kinerja.yml").read_bytes()
MANY = settings(
    max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
# Words of libyaml and of Python that must not reach the office; what stands in quotes or brackets is the file's own.
ENGLISH = re.compile(r"\b(the|is|not|while|expected|found|could|cannot|invalid|unexpected|mapping|scanning|error)\b")
QUOTED = re.compile(r"'.*'|\(.*\)", re.DOTALL)


def answer(data: bytes) -> tuple[Source[SopFile] | None, list[Fault]]:
    """What the door says, after checking that it is an answer."""
    source, faults = load(SopFile, FILE, data)
    assert (source is None) == bool(faults)
    for fault in faults:
        check(fault)
        assert fault.place.line <= len(re.split(rb"\r\n|\r|\n", data)) + 1
    return source, faults


def check(fault: Fault) -> None:
    """A fault names a place and says in Indonesian what is wrong and what to do."""
    assert fault.place.file == FILE
    assert fault.place.line >= 1
    assert fault.place.column >= 1
    for words in (fault.message, fault.repair):
        assert words.strip()
        assert not ENGLISH.search(QUOTED.sub("", words))


def texts(value: object) -> list[str]:
    """Every text of a decoded record, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    if isinstance(value, dict):
        return [text for pair in value.items() for text in texts(pair)]
    fields = getattr(value, "__struct_fields__", ())
    return [text for name in fields for text in texts(getattr(value, name))]


@MANY
@example(b"")
@example(b"\xff\xfea")
@example(b"\n\n")
@example(b"- " * 500)
@example(b"[" * 500)
@example(b"%YAML 1.1\n---\na: 1")
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    answer(data)


@MANY
@given(broken(SMALL) | broken(SECOND))
def test_a_broken_sop_gets_an_answer(data: bytes) -> None:
    source, _ = answer(data)
    assert not [text for text in texts(source.value if source else ()) if INVISIBLE.search(text)]


@MANY
@given(twisted(yaml.load(SMALL, Loader=yaml.BaseLoader)) | twisted(yaml.load(SECOND, Loader=yaml.BaseLoader)))
def test_a_sop_of_another_shape_gets_an_answer(data: Builtins) -> None:
    """Good YAML that is no SOP, or one that names what is not there."""
    for fault in refusals(dump(data)):
        check(fault)


def refusals(data: bytes) -> Sequence[Fault]:
    """Why the SOP was refused, from the door or from the names inside it."""
    try:
        read_repository({FILE: data, "sop/instansi.yml": OFFICE})
    except DataError as error:
        return error.faults
    return ()


@MANY
@example(" #5")
@example(" ## dua")
@given(st.text(alphabet="ab5# :,-'\"[]{}()/.", max_size=12))
def test_no_word_of_a_plain_text_is_lost(more: str) -> None:
    """What is accepted is what stands there; only a comment of its own ("# ") is left out."""
    source, _ = answer(SMALL.replace(b"judul_pendek: SOP Uji", f"judul_pendek: SOP{more}".encode()))
    assert source is None or source.value.judul_pendek == f"SOP{more}".partition(" # ")[0].strip(" ")


@pytest.mark.parametrize(
    "escape", [r"\u202E", r"\u200b", r"\0", r"\x07", r"\e", r"\L", r"\N", r"\uFEFF", r"\u3164", r"\u2800"]
)
def test_an_escape_brings_in_no_invisible_character(escape: str) -> None:
    """In double quotes YAML writes a character by its number; the same ones are refused."""
    data = SMALL.replace(b"judul_pendek: SOP Uji", f'judul_pendek: "SOP{escape}Uji"'.encode())
    source, faults = answer(data)
    assert source is None
    assert [fault.place.line for fault in faults] == [4]


def test_control_the_unbroken_files_are_accepted() -> None:
    for data in (SMALL, SECOND):
        source, _ = answer(data)
        assert source
        assert len(texts(source.value)) > 50
