"""A second SOP gets the whole guide from data alone: no role, step or subject of the first one is needed."""

import html
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
import yaml

from helpers import CASES, ROOT, TODAY, load_case
from htmltext import Node, parse
from paraf.rules.base import Facts, run
from paraf.rules.of_sop import RULES
from paraf.sop.dates import DateState, read_date
from paraf.sop.duration import Measured, Unmeasured
from paraf.sop.model import Origin
from paraf.views.navigation import DOORS, NavItem
from paraf.views.page import address
from paraf.views.site import build_site

FOLDER = CASES / "sop-kedua"
REPO = load_case(FOLDER)
SOP = REPO.sop
FINDINGS = run(RULES, Facts(REPO, TODAY))
SITE = build_site(REPO, FINDINGS, RULES, TODAY, {})
# The file once more as a foreign reader sees it: nested dicts of texts, nothing of ours in between.
FILE: dict[str, Any] = yaml.load((FOLDER / "sop" / "sop-data-kinerja.yml").read_bytes(), Loader=yaml.BaseLoader)
ROWS: list[dict[str, Any]] = FILE["bagian"][0]["langkah"]
STEPS = [f"D{number}" for number in range(1, 15)]
COLUMNS = ["pengampu", "pengolah", "koordinator", "kepala-badan"]
PAGES = {path: content for path, content in SITE.files.items() if path.endswith(".md")}
# The form on screen and on either paper.
SHEETS = {path: PAGES[path] for path in ("lembar-sop.md", "lembar-sop/a4.md", "lembar-sop/f4.md")}
REPAIR = "Baca catatannya, lalu perbaiki."
each_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)


def cells(row: Mapping[str, Any]) -> list[str]:
    """The printed cells of a row, left to right, without the performers' columns; blank is empty."""
    extra = [row.get("tambahan", {}).get("biaya", "")]
    return [row["no"], row["kegiatan"], row["kelengkapan"], row["waktu"], row["output"], *extra, row.get("ket", "")]


def printed_identity() -> Iterator[str]:
    """Every text of the identity block in the order of the sheet."""
    identity, label = FILE["identitas"], FILE["identitas"]["label"]
    yield from (line["teks"] for line in identity["kop"])
    for key in ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"):
        yield from (label[key], identity[key])
    yield label["disahkan_oleh"]
    yield from (identity["disahkan_oleh"][key] for key in ("jabatan", "nama", "pangkat"))
    yield from (label["nama"], identity["nama"])
    for key in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"):
        box = identity[key]
        yield from (box["judul"], *box.get("butir", []), *([box["paragraf"]] if "paragraf" in box else []))


def procedures(sheet: str) -> list[Node]:
    """The tables of a sheet that hold the procedure: one on screen, several on paper."""
    return parse(sheet).all("table", class_="sop-prosedur")


def sheet_rows(sheet: str) -> list[list[str]]:
    """The cells of every row of the procedure; rows on paper that only carry connectors are left out."""
    rows = [row for table in procedures(sheet) for row in table.all("tbody")[0].all("tr")]
    return [[cell.text() for cell in row.all("td")] for row in rows if row.attributes.get("class") != "sambung"]


def heading(page: str) -> Node:
    """The title as it stands on a page."""
    return parse(next(line for line in page.splitlines() if line.startswith("# ")).removeprefix("# "))


def linked(path: str) -> set[str]:
    """The addresses of the site that a page leads to, by its links in HTML and in Markdown."""
    content, here = PAGES[path], "/" + address(path)
    written = [posixpath.join(here, target) for target in re.findall(r'href="([^":#]+)', content)]
    folder = "/" + posixpath.dirname(path)
    written += ["/" + address(posixpath.join(folder, name)[1:]) for name in re.findall(r"\]\(([^):#]+\.md)", content)]
    return {posixpath.normpath(target).strip("/") for target in written}


def leaves(items: list[NavItem], doors: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every page of the navigation: the doors to it, its label, its path."""
    for item in items:
        for label, target in item.items():
            if isinstance(target, str):
                yield doors, label, target
            else:
                yield from leaves(target, (*doors, label))


def navigation() -> list[tuple[tuple[str, ...], str, str]]:
    nav = SITE.settings["nav"]
    assert isinstance(nav, list)
    return list(leaves(nav))


def arrows(code: str) -> set[tuple[int, str, int, str | None]]:
    return {(edge.source_symbol, edge.target, edge.target_symbol, edge.label) for edge in SOP.steps[code].edges}


def test_the_steps_and_roles_are_those_of_the_file() -> None:
    assert list(SOP.steps) == STEPS
    assert [role.id for role in SOP.roles] == COLUMNS
    assert REPO.papers is None
    assert REPO.officials is None


def test_it_shares_no_step_and_no_role_with_the_first() -> None:
    first = load_case(ROOT).sop
    assert not SOP.steps.keys() & first.steps.keys()
    assert not SOP.role.keys() & first.role.keys()


@pytest.mark.parametrize("code", STEPS)
def test_every_step_has_its_page(code: str) -> None:
    page, row = PAGES[f"{code.lower()}.md"], ROWS[STEPS.index(code)]
    assert [chip.text() for chip in heading(page).all("span", class_="kode")] == [code]
    assert heading(page).text() == f"{code} {row['kegiatan']}"
    shown = [node.text() for node in parse(page).all("dl", class_="tertulis")[0].all("dd")]
    assert shown == [cell or "kosong" for cell in cells(row)]
    (how,) = parse(page).all("ol", class_="cara")
    assert [item.text() for item in how.all("li")] == row["cara"]
    assert len(row["cara"]) >= 3


def test_the_pages_of_steps_are_no_more_than_the_steps() -> None:
    assert {path for path in SITE.files if re.fullmatch(r"[a-z]+\d+\.md", path)} == {
        f"{code.lower()}.md" for code in STEPS
    }


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        ("pengampu", ["D2", "D5"]),
        ("pengolah", ["D1", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D11", "D13", "D14"]),
        ("koordinator", ["D5", "D7", "D10", "D12"]),  # D7: decides in a row that another performs
        ("kepala-badan", ["D10"]),
    ],
)
def test_every_role_has_its_page(role: str, codes: list[str]) -> None:
    (listed,) = parse(PAGES[f"jabatan/{role}.md"]).all("ol", class_="daftar")
    shown = [(item.all("span", class_="kode")[0].text(), item.all("a")[0]) for item in listed.all("li")]
    assert [(code, link.text(), link.attributes["href"]) for code, link in shown] == [
        (code, ROWS[STEPS.index(code)]["kegiatan"], f"../../{code.lower()}/") for code in codes
    ]


@pytest.mark.parametrize(
    ("path", "row"),
    [("sekilas.md", "li"), ("d.md", "tr"), ("poster.md", "tr"), *((f"jabatan/{role}.md", "tr") for role in COLUMNS)],
)
def test_every_step_stands_on_the_pages_that_show_them_all(path: str, row: str) -> None:
    shown = [node.text() for node in parse(PAGES[path]).all(row) if node.all("a")]
    assert len(shown) == len(STEPS)
    for text, code, printed in zip(shown, STEPS, ROWS, strict=True):
        assert f"{code} {printed['kegiatan']}" in text


@each_sheet
def test_the_identity_stands_on_the_sheet_in_order(sheet: str) -> None:
    position = 0
    for text in printed_identity():
        position = sheet.index(f"{html.escape(text)}</", position)


@each_sheet
def test_the_table_heads_are_the_office_s_own_words(sheet: str) -> None:
    columns = ["Pengampu Indikator", "Pengolah Data", "Koordinator", "Kepala Badan"]
    first = ["No", "Uraian Kegiatan", "Pelaksana", "Mutu Baku", "Biaya", "Keterangan"]
    heads = [*first, *columns, "Persyaratan/Kelengkapan", "Waktu", "Keluaran"]
    tables = procedures(sheet)
    assert tables
    assert all([node.text() for node in table.all("th")] == heads for table in tables)


@each_sheet
def test_every_printed_cell_stands_on_the_sheet_in_order(sheet: str) -> None:
    position = sheet.index("<tbody>", sheet.index("sop-prosedur"))
    for row in ROWS:
        number, *rest = cells(row)
        position = sheet.index(f">{number}</a></td>", position)
        for cell in rest:
            position = sheet.index(f"<td>{html.escape(cell)}</td>", position) + 1


@each_sheet
def test_a_row_has_a_cell_for_every_head(sheet: str) -> None:
    shown = [[*row[:2], *row[2 + len(COLUMNS) :]] for row in sheet_rows(sheet)]
    assert shown == [cells(row) for row in ROWS]


@each_sheet
def test_markup_in_a_cell_is_text(sheet: str) -> None:
    assert "Capaian &lt; 75% atau &gt; 120% disertai penjelasan" in sheet
    assert "&quot;belum lengkap&quot;" in sheet


@pytest.mark.parametrize(
    ("code", "symbols"),
    [
        ("D1", ["", "kapsul", "", ""]),
        ("D3", ["", "belah ketupat", "", ""]),
        ("D5", ["kotak", "kotak", "kotak", ""]),  # together: one box in every column
        ("D7", ["", "kotak", "belah ketupat", ""]),  # the decision stands in another column
        ("D10", ["", "", "kotak", "kotak"]),  # handed on inside the row: one box each
        ("D11", ["", "kapsul", "", ""]),
        ("D14", ["", "kapsul", "", ""]),
    ],
)
def test_symbols_stand_in_the_columns_of_those_who_act(code: str, symbols: list[str]) -> None:
    rows = [sheet_rows(sheet)[STEPS.index(code)] for sheet in SHEETS.values()]
    assert [row[2 : 2 + len(COLUMNS)] for row in rows] == [symbols] * len(SHEETS)


def test_the_extra_column_stands_on_the_sheet_and_on_every_step_page() -> None:
    assert all('<th rowspan="2" scope="col">Biaya</th>' in sheet for sheet in SHEETS.values())
    for code in STEPS:
        assert "<dt>Biaya</dt>" in SITE.files[f"{code.lower()}.md"]
    assert "<dt>Biaya</dt> <dd>Rp750.000,00</dd>" in SITE.files["d5.md"]
    assert "<dt>Biaya</dt> <dd>-</dd>" in SITE.files["d1.md"]
    assert "<dt>Biaya</dt> <dd><em>kosong</em></dd>" in SITE.files["d2.md"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("D1", {(1, "D2", 1, None)}),
        ("D3", {(1, "D4", 1, "Ya"), (1, "D2", 1, "Tidak")}),  # first loop
        ("D7", {(1, "D7", 2, None), (2, "D8", 1, "Ya"), (2, "D9", 1, "Ya"), (2, "D6", 1, "Tidak")}),  # fork and loop
        ("D8", {(1, "D10", 1, None)}),
        ("D9", {(1, "D12", 1, None)}),
        ("D10", {(1, "D10", 2, None), (2, "D11", 1, None)}),
        ("D11", set()),  # one end
        ("D14", set()),  # the other
    ],
)
def test_the_arrows_are_the_printed_ones(code: str, expected: set[tuple[int, str, int, str | None]]) -> None:
    assert arrows(code) == expected


def test_the_flow_has_two_ends_and_two_returns_and_every_arrow_is_printed() -> None:
    assert [code for code in STEPS if not arrows(code)] == ["D11", "D14"]
    edges = [edge for step in SOP.steps.values() for edge in step.edges]
    assert [(edge.source, edge.target) for edge in edges if edge.label == "Tidak"] == [("D3", "D2"), ("D7", "D6")]
    assert {edge.origin for edge in edges} == {Origin.PRINTED}
    assert {step.performers.origin for step in SOP.steps.values()} == {Origin.PRINTED}
    assert {step.symbols.origin for step in SOP.steps.values()} == {Origin.PRINTED}


@pytest.mark.parametrize(
    ("code", "roles", "together"),
    [
        ("D5", ("koordinator", "pengolah", "pengampu"), "bersama"),
        ("D7", ("pengolah",), "tunggal"),
        ("D10", ("koordinator", "kepala-badan"), "berurutan"),
    ],
)
def test_performers_act_together_or_one_after_the_other(code: str, roles: tuple[str, ...], together: str) -> None:
    performers = SOP.steps[code].performers.value
    assert (performers.roles, performers.together) == (roles, together)


@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("D5", "Koordinator, Pengolah Data bersama Pengampu Indikator"),
        ("D10", "Koordinator, lalu Kepala Badan"),
    ],
)
def test_the_card_names_all_who_act(code: str, who: str) -> None:
    card = parse(SITE.files[f"{code.lower()}.md"]).all("dl", class_="kartu")[0]
    assert card.all("dd")[0].text() == who


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "D3",
            'Pekerjaan kembali ke <a href="../d2/">D2</a> (Pengampu Indikator): '
            "Mengumpulkan data capaian dan bukti dukung setiap indikator.",
        ),
        (
            "D7",
            'Pekerjaan kembali ke <a href="../d6/">D6</a> (Pengolah Data): Menyusun konsep laporan kinerja triwulanan.',
        ),
        ("D2", f'Langkah ini diulang bila dikembalikan dari <a href="../d3/">D3</a>. {REPAIR}'),
        ("D6", f'Langkah ini diulang bila dikembalikan dari <a href="../d7/">D7</a>. {REPAIR}'),
    ],
)
def test_a_refusal_names_the_step_it_leads_to_as_printed(code: str, sentence: str) -> None:
    page = PAGES[f"{code.lower()}.md"]
    assert f"<section><h2>Bila dikembalikan</h2><p>{sentence}</p></section>" in page
    assert "tafsir" not in page


def test_only_the_printed_returns_are_refusals() -> None:
    assert {path for path in PAGES if "<h2>Bila dikembalikan" in PAGES[path]} == {f"d{n}.md" for n in (2, 3, 6, 7)}


def test_the_machine_readable_sop_has_every_step_and_arrow() -> None:
    document = json.loads(SITE.files["api/sop.json"])
    (section,) = document["bagian"]
    assert section["kolom"] == COLUMNS
    assert section["kolom_tambahan"] == [{"id": "biaya", "judul": "Biaya"}]
    steps = {step["kode"]: step for step in section["langkah"]}
    assert list(steps) == STEPS
    for code, step in steps.items():
        assert {(a["dari"], a["ke"], a["ke_simbol"], a["label"]) for a in step["lanjut"]} == arrows(code)
        assert {a["asal"] for a in step["lanjut"]} <= {"tertulis di SOP"}
    assert [code for code in STEPS if not steps[code]["lanjut"]] == ["D11", "D14"]
    assert steps["D7"]["kembali"] == {"ke": "D6", "asal": "tertulis di SOP", "alasan": None}
    assert steps["D7"]["simbol"]["urutan"][1] == {"bentuk": "belah-ketupat", "oleh": "koordinator"}
    assert steps["D5"]["tambahan"] == {"biaya": "Rp750.000,00"}


@pytest.mark.parametrize(
    ("code", "shortest", "longest", "per"),
    [
        ("D2", "1 hari kerja", "20 hari kerja", None),
        ("D3", "2 menit", "2 menit", "berkas"),
        ("D4", "30 menit", "3 jam", None),
        ("D5", "3 jam", "3 jam", None),
        ("D6", "0 hari kerja", "17 hari kerja", None),
        ("D7", "24 jam", "24 jam", None),
        ("D9", "2 hari kerja", "2 hari kerja", None),
        ("D10", "5 menit", "10 menit", None),
        ("D11", "30 menit", "30 menit", None),
        ("D13", "15 menit", "15 menit", None),
        ("D14", "1 hari", "1 hari", None),
    ],
)
def test_times_are_measured(code: str, shortest: str, longest: str, per: str | None) -> None:
    duration = SOP.steps[code].waktu
    assert isinstance(duration, Measured)
    assert duration.text == ROWS[STEPS.index(code)]["waktu"]
    for length, expected in ((duration.shortest, shortest), (duration.longest, longest)):
        amount, _, unit = expected.partition(" ")
        assert (length.amount, length.unit) == (Decimal(amount), unit)
    assert duration.per == per


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("D1", "Segera", "kata-kata, bukan lama waktu"),
        ("D8", None, "kolom waktu kosong"),
        ("D12", "-", "kolom waktu berisi tanda hubung"),
    ],
)
def test_times_that_are_no_length_say_why(code: str, text: str | None, reason: str) -> None:
    assert SOP.steps[code].waktu == Unmeasured(text, reason)


def test_a_dash_as_revision_date_is_a_state_of_its_own() -> None:
    assert read_date(SOP.identity.tanggal_revisi).state is DateState.DASH
    identity = json.loads(SITE.files["api/sop.json"])["identitas"]
    assert identity["tanggal_revisi"] == {"tertulis": "-", "keadaan": "strip", "iso": None}
    assert identity["tanggal_efektif"]["iso"] == "2025-02-03"
    assert '<th scope="row">Tanggal Revisi</th> <td>-</td>' in SHEETS["lembar-sop.md"]


def test_a_guide_without_papers_has_no_page_of_stages() -> None:
    assert "tahapan.md" not in SITE.files
    assert not [path for path, content in PAGES.items() if "tahapan" in content]


def test_the_navigation_leads_to_every_page_but_the_many() -> None:
    pages = navigation()
    paths = [path for _, _, path in pages]
    assert len(paths) == len(set(paths))
    assert set(paths) <= SITE.files.keys()
    rest = PAGES.keys() - set(paths)
    many = re.compile(r"d\d+\.md|aturan/sop\d+\.md|lembar-sop/(a4|f4)\.md|poster\.md")
    assert {path for path in rest if not many.fullmatch(path)} == set()
    doors = list(dict.fromkeys(doors[0] for doors, _, _ in pages if doors))
    assert doors == [door for door in DOORS if door in doors]
    assert max(len(doors) for doors, _, _ in pages) <= 2


def test_every_page_is_linked_and_every_link_leads_to_a_page() -> None:
    in_navigation = {address(path).strip("/") for _, _, path in navigation()}
    reached = {target for path in PAGES for target in linked(path)}
    assert in_navigation | reached == {address(path).strip("/") for path in PAGES}


def test_the_navigation_names_the_office_and_its_roles() -> None:
    assert SITE.settings["site_name"] == "Badan Contoh"
    assert [(label, path) for doors, label, path in navigation() if doors[1:] == ("Menurut jabatan",)] == [
        ("Pengampu Indikator", "jabatan/pengampu.md"),
        ("Pengolah Data", "jabatan/pengolah.md"),
        ("Koordinator", "jabatan/koordinator.md"),
        ("Kepala Badan", "jabatan/kepala-badan.md"),
    ]


def test_the_checks_find_only_what_is_honestly_there() -> None:
    assert [(finding.code, finding.subject) for finding in FINDINGS] == [
        ("SOP104", "Langkah D1"),  # Segera
        ("SOP104", "Langkah D8"),  # blank
        ("SOP104", "Langkah D12"),  # a dash
        ("SOP105", "Langkah D5"),  # nobody writes the invitation
        ("SOP115", "Langkah D5"),  # the copyist's remark on the costs
    ]


def test_nothing_is_read_where_everything_is_printed() -> None:
    assert "Tidak ada: semuanya tertulis di SOP." in SITE.files["catatan-sop.md"]


def probe(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def test_no_word_of_the_first_sop_s_roles_appears() -> None:
    first = load_case(ROOT).sop
    words = [word for role in first.roles for word in (role.sebutan, role.jabatan, *role.sebutan_lain) if word]
    assert probe(words).search(f"kepada {words[0]}.")  # the probe finds something
    assert {path: match[0] for path, content in SITE.files.items() if (match := probe(words).search(content))} == {}


# Paper sizes look like the codes of steps; only in these very words are they none.
PAPER_SIZES = re.compile(
    r'^kertas: "(a4|a5|a4-lanskap|a3-lanskap)"$|\bkertas A4\b|\bposter A3\b|\blembar-a4\b|\blembar-sop/a4\b',
    re.MULTILINE,
)


def test_no_step_of_the_first_sop_is_named() -> None:
    steps = probe(list(load_case(ROOT).sop.steps))
    assert steps.search(PAPER_SIZES.sub("", "kertas A4 untuk langkah A4"))  # the probe finds something
    said = {path: PAPER_SIZES.sub("", content) for path, content in PAGES.items()}
    assert {path: match[0] for path, content in said.items() if (match := steps.search(content))} == {}
