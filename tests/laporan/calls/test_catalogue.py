"""Every call of the list: its example is answered on the small report, refused in a sentence where the data are missing."""

import inspect

import pytest

from laporan.changed import ask, context_of, refused, without
from paraf.laporan.calls.base import Call, Chart, Figure, Table
from paraf.laporan.calls.catalogue import BY_NAME, CALLS

CONTEXT = context_of()
NOTHING = without("data/kinerja.yml", "data/anggaran.csv", "data/daftar-aplikasi.csv", "31-capaian-ss-1.md")
KINDS = {"angka": Figure, "kata": Figure, "tabel": Table, "grafik": Chart}
# These look at no data.
FREE = {"tahun", "tanggal", "angka"}
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)


@each_call
def test_an_example_is_answered_with_what_its_kind_says(call: Call) -> None:
    made = ask(CONTEXT, call.example)
    assert isinstance(made, KINDS[call.kind])
    assert made.label
    assert call.example.startswith(f"{call.name}(")


@each_call
def test_without_data_an_example_is_refused_in_a_sentence(call: Call) -> None:
    if call.name in FREE:
        assert ask(NOTHING, call.example)
    else:
        assert refused(NOTHING, call.example)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('realisasi("IKU-1")', "data kinerja belum dapat dibaca: perbaiki dulu data/kinerja.yml"),
        ("serapan()", "data anggaran belum dapat dibaca: perbaiki dulu data/anggaran.csv"),
        ('tabel_daftar("aplikasi")', "daftar aplikasi tidak ada: yang ada: belum ada; berkasnya data/daftar-….csv"),
    ],
)
def test_what_is_missing_is_named(source: str, message: str) -> None:
    assert refused(NOTHING, source) == message


def test_names_are_unique_and_found() -> None:
    assert len(BY_NAME) == len(CALLS)


@each_call
def test_a_call_shows_as_many_arguments_as_its_function_takes(call: Call) -> None:
    parameters = list(inspect.signature(call.run).parameters.values())[1:]
    many = parameters and parameters[-1].kind is inspect.Parameter.VAR_POSITIONAL
    optional = sum(parameter.default is not inspect.Parameter.empty for parameter in parameters)
    assert many == (call.arguments[-1:] == ("…?",)) or not parameters
    if not many:
        assert (len(call.arguments), call.least) == (len(parameters), len(parameters) - optional)


@each_call
def test_a_call_says_what_it_does_in_a_sentence(call: Call) -> None:
    assert call.summary[0].isupper()
    assert call.summary.endswith(".")
    assert call.form.startswith(f"{call.name}(")
