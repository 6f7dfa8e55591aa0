"""Expressions: only names of the list with quoted words, whole numbers and other calls; everything else is refused in a
sentence, whatever it is, and nothing of it ever runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.changed import context_of, refused
from paraf.laporan.calls.base import Call, CallError, Chart, Figure, Table
from paraf.laporan.calls.catalogue import BY_NAME, CALLS
from paraf.laporan.calls.expression import read_expression
from paraf.laporan.calls.parsed import Parsed
from paraf.laporan.calls.reading import MAX_EXPRESSION, parse_call

# A busy machine is no fault of the code, and the same cases are tried everywhere.
settled = settings(max_examples=200, deadline=None, derandomize=True, database=None)

CONTEXT = context_of()
EXAMPLE = 'realisasi("IKU-1")'
SHOWN = 'tulis misalnya {{ realisasi("IKU-1") }}'
FORM = f"tulis realisasi(indikator, triwulan atau tahun?), misalnya {EXAMPLE}"
SUM = 'tulis jumlah(angka, angka, …?), misalnya jumlah(pagu("SS-1"), pagu("SS-2"))'
QUOTE = "apit kodenya dengan tanda kutip: "
NAME = 'tulis nama(indikator atau sasaran), misalnya nama("IKU-1")'
FOUND = 'tulis angka(angka, sumber), misalnya angka("14", "Berita acara rapat 6 Januari 2026")'
SPELT = "tulis terbilang(angka), misalnya terbilang(jumlah_indikator())"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (EXAMPLE, "84,05%"),
        ("realisasi('IKU-1')", "84,05%"),
        ("  realisasi( “IKU-1” ) ", "84,05%"),
        ("realisasi(\u00a0„IKU-1”\u00a0)", "84,05%"),
        ("realisasi(‘IKU-1’)", "84,05%"),
        ('realisasi("IKU-1”)', "84,05%"),
        ('(realisasi("IKU-1"))', "84,05%"),
        ("tahun(-1)", "2024"),
        ("tahun()", "2025"),
        ("terbilang(jumlah_indikator())", "tiga"),
        ('jumlah(realisasi("IKU-2", 2023), realisasi("IKU-2", 2024))', "5"),
        ('angka("14", "Notula “rapat” Januari")', "14"),
    ],
)
def test_what_is_meant_is_read(source: str, text: str) -> None:
    parsed = parse_call(source)
    assert isinstance(parsed, Parsed)
    assert str(parsed.answer(CONTEXT)) == text


def test_a_curly_quote_inside_straight_ones_is_text() -> None:
    parsed = parse_call('angka("14", "Notula “rapat”")')
    assert isinstance(parsed, Parsed)
    assert parsed.arguments == ("14", "Notula “rapat”")


PIECES = [
    *BY_NAME,
    "entah",
    "(",
    ")",
    "( ",
    " )",
    ",",
    ", ",
    " , ",
    '"IKU-1"',
    '"“x”"',
    '"',
    "'SS-1'",
    "0",
    "007",
    "2025",
]
PIECES += ["10" * 10, "-1", "-0", "- 1", "1.5", "1x", " ", "", "[", "+", "tahun()", 'pagu("SS-1")', '"a\nb"', '"é\x0b"']
PLAIN = st.builds(
    lambda name, words: f"{name}({', '.join(words)})",
    st.sampled_from(sorted(BY_NAME)),
    st.lists(st.sampled_from(PIECES[4:]) | st.from_regex(r'"[^"\\]{0,9}"', fullmatch=True), max_size=3),
)


@settled
@given(PLAIN | st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_plain_call_is_read_as_jinja_reads_it(source: str) -> None:
    found = parse_call(source)
    if source.strip() and len(source) <= MAX_EXPRESSION:
        try:
            other: Parsed | CallError = read_expression(source.replace("\u00a0", " ").strip())
        except CallError as error:
            other = error
        assert (found == other) if isinstance(found, Parsed) else (str(found) == str(other))


def test_a_call_is_known_by_its_name_and_plain_arguments() -> None:
    parsed = parse_call('lihat("tabel_capaian", "SS-1")')
    nested = parse_call("terbilang(tahun(-1))")
    assert isinstance(parsed, Parsed)
    assert isinstance(nested, Parsed)
    assert (parsed.key, nested.key) == (("lihat", ("tabel_capaian", "SS-1")), ("terbilang", ("…",)))


ATTACKS = [
    *("''.__class__", "realisasi.__globals__", "tahun().__class__", "tahun().text", "().__class__.__mro__"),
    *('tahun()["x"]', "tahun()[0]", "self", "self._TemplateReference__context", "config", "request"),
    *("cycler.__init__.__globals__.os", "joiner()", "namespace()", "lipsum()", "dict()", "range(9)", "super()"),
    *('"%s"|format("x")', '"a"|upper', "tahun()|string", "tahun()|attr('__class__')", "tahun() is defined"),
    *('"a" * 10 ** 9', "10 ** 10 ** 10", "1 + 1", "tahun() + 1", "-tahun()", "+tahun()", "not tahun()", "tahun() -"),
    *(
        "- tahun()",
        "tahun() if true",
        "tahun() if 1 else 2",
        "tahun() ~ 'a'",
        "tahun() and tahun()",
        "1 < 2",
        "1 in [1]",
    ),
    *("[tahun()]", "{'a': 1}", "(1, 2)", "tahun(), tahun()", "tahun() tahun()", "true", "none", "1.5", '"teks"', "7"),
    *(
        "for x in y",
        "set x = 1",
        "import 'x'",
        "include 'x'",
        "macro f()",
        "% for x in range(9) %",
        "raw",
        "# catatan #",
    ),
    *("tahun(", "tahun)", "tahun(()", 'realisasi("IKU-1)', "tahun() }} {{ tahun()", "}}", "{{", "{%", "%}", "{#", "#}"),
    *("tahun(selisih=1)", "tahun(*[1])", "tahun(**{})", "realisasi(name='IKU-1')", "tahun(1.5)", "tahun(true)"),
    *(
        "tahun(none)",
        "tahun([1])",
        "tahun(--1)",
        "tahun(-'x')",
        "tahun(-true)",
        "tahun(+1)",
        "tahun(1 + 1)",
        "tahun(x)",
    ),
    *("realisasi(IKU-1)", "realisasi(IKU)", "tahun(10 ** 9)", "tahun(1)(2)", "tahun()()", "TAHUN()", "paraf()", ""),
    *("\\", 'realisasi("IKU\\x2d1")', 'angka("1\\ud800", "x")', "tahun(1, 2)", "realisasi()", "jumlah(tahun())"),
    *(
        "(" * 140 + "tahun()" + ")" * 140,
        "terbilang(" * 25 + "1" + ")" * 25 + "(",
        "[" * 250,
        "-" * 250 + "1",
        "tahun" + "()" * 100,
    ),
    *("(" * 5_000 + ")" * 5_000, "a" * (MAX_EXPRESSION + 1), "tahun(" + "9" * 250 + ")", "tahun(0x" + "f" * 200 + ")"),
]


@pytest.mark.parametrize("source", ATTACKS, ids=range(len(ATTACKS)))
def test_anything_else_has_no_form_to_exist_in(source: str) -> None:
    if source == "(" * 140 + "tahun()" + ")" * 140 and isinstance(parse_call(source), Parsed):
        return  # a reader with a deeper stack finds the call in its brackets
    message = refused(CONTEXT, source)
    assert len(message) < 900
    assert "\n" not in message


def test_control_the_attacks_would_be_answered_if_they_were_calls() -> None:
    with pytest.raises(AssertionError):
        refused(CONTEXT, EXAMPLE)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "panggilan ini kosong: " + SHOWN),
        ("a" * 301, "panggilan ini terlalu panjang: paling banyak 300 huruf"),
        ("\\", 'garis miring terbalik tidak dipakai di dalam panggilan: ' + SHOWN),
        ("tahun(", "panggilan “tahun(” tidak terbaca: periksa kurung dan tanda kutipnya, " + SHOWN),
        ("7", '“7” bukan panggilan: ' + SHOWN),
        ("capaian", "“capaian” bukan panggilan: tulis capaian(indikator atau sasaran, tahun?)"),
        ("entah", '“entah” bukan panggilan: ' + SHOWN),
        ('realisas("IKU-1")', "panggilan “realisas” tidak ada: mungkin maksudnya realisasi(\"IKU-1\")"),
        ("capain(“IKU-1”, 2024)", 'panggilan “capain” tidak ada: mungkin maksudnya capaian("IKU-1", 2024)'),
        ("Capaian()", "panggilan “Capaian” tidak ada: mungkin maksudnya capaian(indikator atau sasaran, tahun?)"),
        ("tahun(selisih=1)", "isi “tahun” ditulis berurutan, tanpa nama: tulis tahun(selisih?)"),
        ("realisasi()", '“realisasi” perlu satu isian, yaitu indikator: ' + FORM),
        ("tahun(1, 2)", "“tahun” paling banyak satu isian, yaitu selisih: tulis tahun(selisih?), misalnya tahun(-1)"),
        ("realisasi(IKU-1)", 'isi “realisasi” tidak dikenal pada “realisasi(IKU-1)”: ' + QUOTE + EXAMPLE),
        ("serapan(SS-1)", 'isi “serapan” tidak dikenal pada “serapan(SS-1)”: ' + QUOTE + 'serapan("SS-1")'),
        ("capaian(IKU-1, 2024)", 'isi “capaian” tidak dikenal pada “capaian(IKU-1, 2024)”: ' + QUOTE + 'capaian("IKU-1", 2024)'),
        ("tahun(x)", "isi “tahun” tidak dikenal pada “tahun(x)”: tulis tahun(selisih?), misalnya tahun(-1)"),
        ("realisasi(nama(x))", 'isi “nama” tidak dikenal pada “realisasi(nama(x))”: ' + NAME),
        ('angka("14")', '“angka” perlu dua isian, yaitu angka dan sumber: ' + FOUND),
        ("jumlah_sasaran(1)", "“jumlah_sasaran” ditulis tanpa isian: tulis jumlah_sasaran()"),
        ('capaian("IKU-1", "2024")', '“capaian” tidak dapat memakai “2024”: tulis capaian("IKU-1", 2024)'),
        (f"tahun({10**19})", "angka pada “tahun” terlalu besar: tulis angka yang lebih kecil"),
        ('tahun("x")', "“tahun” tidak dapat memakai “x”: tulis tahun(selisih?), misalnya tahun(-1)"),
        ('realisasi(tahun())', '“realisasi” tidak dapat memakai “tahun laporan”: ' + FORM),
        ("terbilang(tabel_pk())", "“terbilang” tidak dapat memakai “perjanjian kinerja”: " + SPELT),
        ("jumlah(tahun(), 1)", '“jumlah” tidak dapat memakai “1”: ' + SUM),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_what_to_write(source: str, message: str) -> None:
    assert refused(CONTEXT, source) == message


def test_an_unknown_name_lists_what_there_is() -> None:
    message = refused(CONTEXT, "zzzzzz()")
    assert all(name in message for name in BY_NAME)


NAMES = st.sampled_from(
    ["IKU-1", "IKU-2", "IKU-3", "IKU-9", "SS-1", "SS-9", "TW2", "murni", "", "2", "-1", "1.234", "aplikasi", "tabel_pk"]
)
PLAIN = (
    NAMES.map(lambda word: f'"{word}"') | st.integers(-(10**20), 10**20).map(str) | st.sampled_from(["2024", "-1", "0"])
)


def calls(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Calls of the list, with as many arguments as one likes, of any kind."""
    arguments = st.lists(inside, max_size=3).map(", ".join)
    return st.builds(lambda name, given: f"{name}({given})", st.sampled_from(sorted(BY_NAME)), arguments)


def holds(source: str) -> None:
    """An expression is a refusal or a call; a call's answer is a figure, a table, a chart, or a refusal."""
    parsed = parse_call(source)
    if isinstance(parsed, CallError):
        assert str(parsed)
        assert parsed.repair
        return
    assert isinstance(parsed.call, Call)
    made: object
    try:
        made = parsed.answer(CONTEXT)
    except CallError as error:
        made = error
    assert isinstance(made, Figure | Table | Chart | CallError)
    if isinstance(made, CallError):
        assert made.repair
        assert "\n" not in str(made)


@settled
@given(st.text(max_size=400) | st.text("(){}[]\"'“”,.-+*/|~%#\\ \u00a0_aeiu0123IKUS", max_size=80))
def test_any_text_is_a_call_or_a_refusal(source: str) -> None:
    holds(source)


@settled
@given(st.recursive(PLAIN, calls, max_leaves=6).filter(lambda source: source.endswith(")")))
def test_any_call_with_any_arguments_is_answered_or_refused(source: str) -> None:
    holds(source)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
@pytest.mark.parametrize("wrong", ['"x"', "5", "tahun()", 'realisasi("IKU-1")', "tabel_pk()", "grafik_serapan()"])
def test_every_place_of_every_call_takes_any_kind_without_a_crash(call: Call, wrong: str) -> None:
    for count in range(1, len(call.arguments) + 1):
        for at in range(count):
            given_ = ['"IKU-1"'] * count
            given_[at] = wrong
            holds(f"{call.name}({', '.join(given_)})")


def test_a_refusal_is_remembered_without_its_traces() -> None:
    first = parse_call("entah()")
    assert isinstance(first, CallError)
    assert parse_call("entah()") is first
    assert first.__traceback__ is None
