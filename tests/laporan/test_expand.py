"""A chapter with its calls answered: what is answered where, what is told with its place, and that no chapter can make it
read a file, loop, or grow without end."""

import time

import pytest

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.calls.base import Chart, Figure, Table
from paraf.laporan.expand import MAX_CALLS, Expansion, Piece, call_places, expand_report

CHAPTER = "80-penutup.md"
FRONT = "---\nid: penutup\njudul: Penutup\n---\n"
FIRST = 5
"""The line of the body's first line."""
SHOWN = 'tulis misalnya {{ realisasi("IKU-1") }}'


def expand(body: str, **others: str) -> Expansion:
    """The small report with another last chapter; ``others`` are further files of the year, ``__`` for a dash."""
    files = base_files() | {f"{FOLDER}/{CHAPTER}": FRONT + body}
    files |= {f"{FOLDER}/{name.replace('__', '-')}.md": text for name, text in others.items()}
    return facts(files).expansion


def last(expansion: Expansion) -> str:
    """The last chapter after its calls."""
    return expansion.chapters[-1].markdown


def told(expansion: Expansion) -> list[str]:
    """The faults of the last chapter, each with its line and column."""
    return [f"{f.place.line}:{f.place.column} {f.message}: {f.repair}" for f in expansion.faults]


def test_the_small_report_has_no_faults_and_says_its_figures() -> None:
    expansion = facts(base_files()).expansion
    assert expansion.faults == ()
    assert "Capaian rata-ratanya 88,75%." in expansion.chapters[2].markdown


def test_own_words_and_answers_make_the_text_and_know_where_they_come_from() -> None:
    expansion = expand('Ada {{ jumlah_indikator() }} indikator,\ntercapai {{ jumlah_tercapai("SS-1") }}.')
    pieces = expansion.chapters[-1].pieces
    assert [(p.text, p.line, p.column, p.made is None) for p in pieces] == [
        ("Ada ", 5, 1, True),
        ("3", 5, 5, False),
        (" indikator,\n", 5, 29, True),
        ("tercapai ", 6, 1, True),
        ("1", 6, 10, False),
        (".", 6, 39, True),
    ]
    places = list(call_places(expansion.chapters[-1]))
    assert [(place.file, place.line, place.column) for place, _ in places] == [
        (f"{FOLDER}/{CHAPTER}", 5, 5),
        (f"{FOLDER}/{CHAPTER}", 6, 10),
    ]


def test_same_bytes_same_text() -> None:
    report = facts(base_files()).report
    first, second = expand_report(report), expand_report(report)
    assert [chapter.pieces for chapter in first.chapters] == [chapter.pieces for chapter in second.chapters]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Tanpa panggilan.\n",
        "Kurung { kurawal } biasa.\n",
        "Himpunan { { a } } biasa.\n",
        "\n\n",
        "Satu\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ],
)
def test_what_is_no_call_stays_as_it_is(body: str) -> None:
    expansion = expand(body)
    assert (last(expansion), told(expansion)) == (body, [])


# Where a call may stand.


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("## Capaian {{ capaian(\"IKU-1\") }}\n", "## Capaian 102,50%\n"),
        ("- butir {{ tahun() }}\n- {{ tahun(-1) }}\n", "- butir 2025\n- 2024\n"),
        ("> kutipan {{ tahun() }}\n", "> kutipan 2025\n"),
        ("| a | b |\n|---|---|\n| {{ tahun() }} | b |\n", "| a | b |\n|---|---|\n| 2025 | b |\n"),
        ("{{ tahun() }}\n", "2025\n"),
        ("{{tahun()}}{{tahun(-1)}}\n", "20252024\n"),
        ("**{{ tahun() }}**, _{{ tahun() }}_\n", "**2025**, _2025_\n"),
        ("Tabel: bukan judul {{ tahun() }}\n", "Tabel: bukan judul 2025\n"),
    ],
)  # fmt: skip
def test_a_figure_stands_anywhere_in_a_line(body: str, shown: str) -> None:
    expansion = expand(body)
    assert (last(expansion), told(expansion)) == (shown, [])


@pytest.mark.parametrize(
    "body",
    [
        "Lihat {{ tabel_skala() }} ini\n",
        "- {{ tabel_skala() }}\n",
        "> {{ tabel_skala() }}\n",
        "| {{ tabel_skala() }} |\n",
    ],
)
def test_a_table_stands_on_a_line_of_its_own(body: str) -> None:
    expansion = expand(body)
    assert last(expansion) == body
    (fault,) = expansion.faults
    assert fault.message == "“tabel_skala” harus berdiri sendiri pada barisnya"
    assert fault.repair == "pindahkan ke baris tersendiri, di luar kalimat, butir, dan tabel"


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("{{ tabel_skala() }}", "", ""),
        ("Di atas.\n\n{{ tabel_skala() }}\n\nDi bawah.\n", "Di atas.\n\n", "\n\nDi bawah.\n"),
        ("Di atas.\n{{ tabel_skala() }}\nDi bawah.\n", "Di atas.\n\n", "\n\nDi bawah.\n"),
        ("- butir\n    {{ tabel_skala() }}\n", "- butir\n\n", "\n"),
    ],
)
def test_a_table_is_kept_apart_from_its_neighbours(body: str, before: str, after: str) -> None:
    shown = last(expand(body))
    assert shown.startswith(f"{before}**Tabel ")
    assert shown.endswith(f"termasuk Sangat Tinggi.{after}")


def test_a_chart_is_a_picture_a_caption_and_its_table() -> None:
    expansion = expand('{{ grafik_tren("IKU-1") }}\n')
    (chart,) = expansion.chapters[-1].charts
    assert isinstance(chart, Chart)
    parts = last(expansion).split("\n\n")
    assert parts[0].startswith("![Grafik kolom.")
    assert parts[0].endswith("](grafik/tren-iku-1.svg)")
    assert parts[1] == "**Gambar 1.** Persentase layanan yang memenuhi standar, 2023–2025"
    assert parts[2].startswith("| Tahun |")


def test_text_of_the_data_brings_no_markup_along() -> None:
    files = base_files()
    path = f"{FOLDER}/data/kinerja.yml"
    files[path] = files[path].replace(
        "nama: Lama gangguan layanan", "nama: '<b>x</b> [y](javascript:z) {{ a }} | *c* &lt;'"
    )
    files[f"{FOLDER}/{CHAPTER}"] = FRONT + '{{ nama("IKU-3") }}\n'
    shown = last(facts(files).expansion)
    assert shown == "\\<b\\>x\\</b\\> \\[y\\](javascript:z) \\{\\{ a \\}\\} \\| \\*c\\* \\&lt;\n"


# Code.


def test_a_call_in_code_is_shown_as_it_is_and_told() -> None:
    body = "Tulis `{{ tahun() }}` saja.\n\n```\n{{ tabel_pk() }} dan {% raw %}\nTabel: x\n\n```\n\n"
    body += "Dan ``a ` {{ b`` {{ tahun() }}\n"
    expansion = expand(body)
    assert last(expansion) == body.replace("`` {{ tahun() }}", "`` 2025")
    repair = "panggilan ini ditulis sebagai kode, jadi tidak dijawab: hapus tanda ` di sekitarnya"
    assert told(expansion) == [f"5:8 {repair}", f"8:1 {repair}"]


# Numbers and references.

TABLE = "\n| a |\n|---|\n| 1 |\n"


def test_tables_and_figures_are_numbered_through_the_report_called_or_written() -> None:
    expansion = expand(
        f"Tabel: Satu{TABLE}\n{{{{ grafik_serapan() }}}}\n\n{{{{ tabel_skala() }}}}\n\nTabel: Dua\n{TABLE}"
    )
    numbers = [p.number for chapter in expansion.chapters for p in chapter.pieces if p.number]
    assert numbers == ["Tabel 1", "Tabel 2", "Tabel 3", "Tabel 4", "Tabel 5", "Gambar 1", "Tabel 6", "Tabel 7"]
    assert f"**Tabel 5.** Satu\n{TABLE}" in last(expansion)
    assert f"**Tabel 7.** Dua\n{TABLE}" in last(expansion)


def test_a_caption_stands_apart_holds_figures_and_needs_a_table_below() -> None:
    body = f"Kalimat.\nTabel: Tahun {{{{ tahun() }}}}{TABLE}\nTabel: tanpa tabel\n\nKalimat.\n"
    assert last(expand(body)) == f"Kalimat.\n\n**Tabel 5.** Tahun 2025\n{TABLE}\nTabel: tanpa tabel\n\nKalimat.\n"


def test_two_of_one_name_keep_their_own_numbers() -> None:
    expansion = expand(
        f"Tabel: Sama\n{TABLE}\nTabel: Sama\n{TABLE}\n{{{{ tabel_skala() }}}}\n\n{{{{ tabel_skala() }}}}\n"
    )
    numbers = [p.number for p in expansion.chapters[-1].pieces if p.number]
    assert numbers == ["Tabel 5", "Tabel 6", "Tabel 7", "Tabel 8"]


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ('lihat("tabel_capaian", "SS-2")', "Tabel 3"),
        ('lihat("tabel_pk")', "Tabel 1"),
        ('lihat("Jadwal")', "Tabel 5"),
        ('lihat("tabel_skala")', "Tabel 6"),
    ],
)
def test_a_reference_names_the_number_before_or_after(call: str, shown: str) -> None:
    expansion = expand(
        f"{{{{ {call} }}}}\n\nTabel: Jadwal\n{TABLE}\n{{{{ tabel_skala() }}}}\n\n{{{{ tabel_skala() }}}}\n"
    )
    assert (last(expansion).split("\n")[0], told(expansion)) == (shown, [])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('lihat("Sama")', "2 tabel berjudul “Sama”: Tabel 5, Tabel 6: bedakan judulnya, lalu rujuk salah satunya"),
        (
            'lihat("tabel_capaian", "SS-9")',
            "tabel atau grafik tabel_capaian(SS-9) tidak ada di laporan ini: "
            "yang ada: tabel_pk() · tabel_capaian(SS-1) · tabel_capaian(SS-2) · tabel_anggaran() · “Sama”",
        ),
    ],
)
def test_a_reference_to_nothing_or_to_two_is_told(call: str, message: str) -> None:
    expansion = expand(f"{{{{ {call} }}}}\n\nTabel: Sama\n{TABLE}\nTabel: Sama\n{TABLE}")
    assert told(expansion) == [f"5:1 {message}"]


# What goes wrong is told with its place, and nothing of the text is lost.


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('A {{ capaian("IKU-7") }}.', "5:3 indikator IKU-7 tidak ada: yang ada: IKU-1 … IKU-3"),
        ('A {{ tabel_capaian("SS-7") }}.', "5:3 sasaran SS-7 tidak ada: yang ada: SS-1 · SS-2"),
        ('{{ tabel_capaian("SS-7") }}', "5:1 sasaran SS-7 tidak ada: yang ada: SS-1 · SS-2"),
        ('  {{ tabel_daftar("x") }}', "5:3 daftar x tidak ada: yang ada: aplikasi; berkasnya data/daftar-….csv"),
        ('A\n\n{{ realisasi("IKU-1", 2020) }}', "7:1 realisasi IKU-1 tahun 2020 tidak ada: yang ada: 2023 · 2024"),
        ("A {{ tahun( }}", '5:3 panggilan “tahun(” tidak terbaca: periksa kurung dan tanda kutipnya, ' + SHOWN),
        ("A {{ tahun()", "5:3 panggilan ini tidak ditutup pada barisnya: tutup dengan }} pada baris yang sama"),
        ("A tahun() }}", "5:11 tanda }} ini tanpa pembuka: tulis {{ di depan panggilannya, atau hapus"),
        ("{% for x in range(9) %}", '5:1 tanda “{%” tidak dipakai di sini: pakai hanya {{ panggilan("…") }}, atau hapus'),
        ("{# catatan #}", '5:1 tanda “{#” tidak dipakai di sini: pakai hanya {{ panggilan("…") }}, atau hapus'),
        ('A { { realisasi("IKU-1") } }.', '5:3 kurung kurawal panggilan ini berjarak: rapatkan: {{ realisasi("IKU-1") }}'),
        ("{  {tahun()}}", "5:1 kurung kurawal panggilan ini berjarak: rapatkan: {{ tahun() }}"),
        ("a %}", '5:3 tanda “%}” tidak dipakai di sini: pakai hanya {{ panggilan("…") }}, atau hapus'),
        ("{{ {{ tahun() }}", "5:1 panggilan ini tidak ditutup pada barisnya: tutup dengan }} pada baris yang sama"),
    ],
)  # fmt: skip
def test_a_fault_names_line_column_and_what_is_known(body: str, message: str) -> None:
    expansion = expand(body)
    assert told(expansion) == [message]
    assert {fault.place.file for fault in expansion.faults} == {f"{FOLDER}/{CHAPTER}"}
    if "{{ {{" not in body:
        assert last(expansion) == body


@pytest.mark.parametrize(
    ("tag", "faults"),
    [
        ("{% set x = 1 %}{{ x }}", 2),
        ("{% import 'a' as a %}", 1),
        ("{% include '/etc/passwd' %}", 1),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 4),
        ("{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}", 4),
        ("{% extends 'a' %}", 1),
        ("{% raw %}{{ tahun() }}{% endraw %}", 2),
        ("--8<-- 'x'", 0),
        ("${tahun()} <%= 1 %> #{1} %(x)s {0} {x!r}", 0),
    ],
)
def test_tags_of_a_template_language_are_words(tag: str, faults: int) -> None:
    expansion = expand(f"{tag}\n")
    assert len(expansion.faults) == faults
    assert last(expansion).replace("2025", "{{ tahun() }}") == f"{tag}\n"


# Limits.


def test_calls_are_counted_and_the_rest_is_left_as_written_and_told_once() -> None:
    body = "{{ tahun() }} " * 150 + "\n"
    expansion = expand(body * 3)
    (fault,) = expansion.faults
    assert fault.message.startswith(f"bab ini memakai lebih dari {MAX_CALLS} panggilan")
    assert fault.place.line == FIRST + 2
    assert last(expansion).count("2025") == MAX_CALLS
    assert last(expansion).count("{{ tahun() }}") == 3 * 150 - MAX_CALLS


def test_tables_beyond_the_limit_are_left_as_written() -> None:
    expansion = expand("{{ tabel_skala() }}\n\n" * (MAX_CALLS + 2) + "{{ tahun() }}\n")
    assert len(expansion.faults) == 1
    assert last(expansion).count("{{ tabel_skala() }}") == 2
    assert last(expansion).endswith("{{ tahun() }}\n")


def test_the_size_of_what_calls_add_is_limited() -> None:
    files = base_files()
    files[f"{FOLDER}/data/daftar-aplikasi.csv"] = "nama\n" + f"{'a' * 1000}\n" * 700
    files[f"{FOLDER}/{CHAPTER}"] = FRONT + '{{ tabel_daftar("aplikasi") }}\n\n' * 100
    expansion = facts(files).expansion
    assert len(expansion.faults) == 1
    assert 3_000_000 < len(last(expansion)) < 4_500_000


N = 150_000
LONG = [
    *(
        "{{" * N,
        "{{ a( " * N,
        "{{ }" * N,
        "{%" * N,
        "{#" * N,
        "}}" * N,
        "{{ tahun() }}" * N,
        "{" * N,
        "{ {" * N,
        "{ { a(" * N,
        "{ { a()" + " " * N,
        "{% x" * N,
    ),
    *("`{{ a }}" * N, "{{ tahun(" + "(" * N, "a".join("`" * count for count in range(1, 500)) + "{{ tahun() }}"),
    *("{{ " + "a" * N + " }}", "Tabel: " + " " * N, "Tabel: {{" * N, "{{ tabel_pk()" + " " * N + "x }}"),
]


@pytest.mark.parametrize("line", LONG, ids=range(len(LONG)))
def test_a_long_line_is_expanded_in_one_pass(line: str) -> None:
    begun = time.perf_counter()
    expansion = expand(line[:900_000] + "\n")
    assert time.perf_counter() - begun < 4
    assert len(expansion.faults) <= MAX_CALLS + 1


def test_pieces_are_never_empty_and_kinds_are_what_they_say() -> None:
    for chapter in facts(base_files()).expansion.chapters:
        for piece in chapter.pieces:
            assert isinstance(piece, Piece)
            assert piece.text
            assert isinstance(piece.made, Figure | Table | Chart | None)
