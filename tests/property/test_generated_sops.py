"""Whatever SOP an office writes in the form, it loads, is checked and becomes pages, and its words stay words."""

import html
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from markdown import Markdown

from helpers import CASES, ROOT, TODAY
from htmltext import Node, parse, squeeze
from paraf.door.decode import load
from paraf.rules.base import Facts, run
from paraf.rules.of_sop import RULES
from paraf.sop.forms.sop import SopFile
from paraf.sop.model import Edge, Origin
from paraf.sop.repository import Repository, read_repository
from paraf.views.html import md
from paraf.views.site import build_site
from property.strategies import ODD, PLAIN, Builtins, dump, rows_of, sop_files, symbols_of

OFFICE = (CASES / "dasar" / "instansi.yml").read_bytes()
# What MkDocs adds by itself and what mkdocs.yml names.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
MANY = settings(
    max_examples=200, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def read(data: Builtins) -> Repository:
    return read_repository({"sop/sop-uji.yml": dump(data), "sop/instansi.yml": OFFICE})


def staged(repo: Repository) -> dict[str, str]:
    return dict(build_site(repo, run(RULES, Facts(repo, TODAY)), RULES, TODAY, {}).files)


def body(page: str) -> str:
    """A staged page below its front matter, which is data for the builder and no part of the page."""
    return page.split("\n---\n", 1)[1]


def rendered(page: str) -> Node:
    return parse(Markdown(extensions=EXTENSIONS).convert(body(page)))


def cells(section: Builtins, row: Builtins) -> list[str | None]:
    """The filled and blank cells of a row, left to right, without the number and the performers' columns."""
    extra = [row.get("tambahan", {}).get(column["id"]) for column in section.get("kolom_tambahan", [])]
    return [row["kegiatan"], row["kelengkapan"], row["waktu"], row["output"], *extra, row.get("ket")]


def printed_edges(code: str, row: Builtins) -> list[Edge]:
    """The printed arrows of a row, read once more from the file."""
    last = max(len(symbols_of(row)), 1)
    edges = []
    for arrow in row["gambar"]["lanjut"]:
        target, _, symbol = arrow["ke"].partition("/")
        label = {"ya": "Ya", "tidak": "Tidak", None: None}[arrow.get("bila")]
        edges.append(Edge(code, arrow.get("dari", last), target, int(symbol or 1), label, Origin.PRINTED))
    return edges


@MANY
@given(sop_files())
def test_a_file_loads_and_comes_back_whole(data: Builtins) -> None:
    written = dump(data)
    source, faults = load(SopFile, "sop/sop-uji.yml", written)
    assert faults == []
    assert source is not None
    # msgspec's own converter is the second reader: it fills in the defaults without our door.
    decoded = msgspec.to_builtins(source.value)
    assert decoded == msgspec.to_builtins(msgspec.convert(data, SopFile))
    again, faults = load(SopFile, "sop/sop-uji.yml", dump(decoded))
    assert faults == []
    assert again is not None
    assert again.value == source.value


@MANY
@given(sop_files())
def test_every_sop_becomes_a_guide(data: Builtins) -> None:
    repo = read(data)
    model_says_what_the_file_says(repo, data)
    files = staged(repo)
    pages_hold_every_text(files, data)
    machine_readable_sop_is_whole(files["api/sop.json"], repo, data)


def model_says_what_the_file_says(repo: Repository, data: Builtins) -> None:
    rows = {code: row for code, _, row in rows_of(data)}
    assert list(repo.sop.steps) == list(rows)
    for code, row in rows.items():
        step = repo.sop.steps[code]
        texts = (step.printed_number, step.kegiatan, step.kelengkapan, step.waktu.text, step.output, step.ket)
        assert texts == tuple(row.get(key) for key in ("no", "kegiatan", "kelengkapan", "waktu", "output", "ket"))
        assert {edge.target for edge in step.edges} <= rows.keys()
        printed, reading = row.get("gambar"), row.get("tafsir", {})
        origin = Origin.PRINTED if printed else Origin.READ if "simbol" in reading else Origin.SILENT
        assert (step.performers.origin, step.symbols.origin) == (origin, origin)
        if printed and "lanjut" in printed:
            assert list(step.edges) == printed_edges(code, row)


def pages_hold_every_text(files: dict[str, str], data: Builtins) -> None:
    """Every step and role has its page, every text stands there escaped, and no script of the data anywhere."""
    sheet = files["lembar-sop.md"]
    for code, section, row in rows_of(data):
        page = files[f"{code.lower()}.md"]
        for cell in filter(None, cells(section, row)):
            assert f"<td>{html.escape(cell)}</td>" in sheet
            assert f"<dd>{html.escape(cell)}</dd>" in page
        for sentence in row.get("cara", []):
            assert f"<li>{html.escape(sentence)}</li>" in page
    for role in data["pelaksana"]:
        assert f"# {md('Saya ' + role['sebutan'])}\n" in files[f"jabatan/{role['id']}.md"]
    assert [path for path, page in files.items() if path.endswith(".md") and "<script" in body(page)] == []


def machine_readable_sop_is_whole(text: str, repo: Repository, data: Builtins) -> None:
    document: dict[str, Any] = json.loads(text)
    steps = {step["kode"]: step for section in document["bagian"] for step in section["langkah"]}
    assert list(steps) == [code for code, _, _ in rows_of(data)]
    for code, section, row in rows_of(data):
        step = steps[code]
        extra = [step["tambahan"].get(column["id"]) for column in section.get("kolom_tambahan", [])]
        shown = [step["kegiatan"], step["kelengkapan"], step["waktu"]["tertulis"], step["output"], *extra, step["ket"]]
        assert shown == cells(section, row)
        assert [arrow["ke"] for arrow in step["lanjut"]] == [edge.target for edge in repo.sop.steps[code].edges]


def small(text: str) -> Builtins:
    """The smallest SOP there is, with one text in every place that a page shows."""
    data: Builtins = yaml.load((CASES / "dasar" / "sop-uji.yml").read_bytes(), Loader=yaml.BaseLoader)
    first, second = data["bagian"][0]["langkah"]
    first |= dict.fromkeys(("kegiatan", "kelengkapan", "waktu", "output", "ket"), text) | {"cara": [text, text]}
    first["gambar"] = {"pelaksana": ["penerima"], "simbol": [{"bentuk": "kotak"}]}
    second["tafsir"] = {"kembali": {"ke": "C1", "alasan": text}}
    data["pelaksana"][0] |= {"sebutan": text, "jabatan": text}
    data["bagian"][0]["judul"] = data["judul_prosedur"] = data["judul_pendek"] = text
    return data


@pytest.mark.parametrize("text", [*PLAIN, *ODD])
def test_a_reader_sees_the_very_words(text: str) -> None:
    """After Markdown, too: nothing is a list, a heading, a link, an entity or lost."""
    files, seen = staged(read(small(text))), squeeze(text)
    step = rendered(files["c1.md"])
    assert step.all("h1")[0].text() == f"C1 {seen}"
    assert [item.text() for item in step.all("ol", class_="cara")[0].all("li")] == [seen, seen]
    printed = step.all("dl", class_="tertulis")[0].all("dd")
    assert [node.text() for node in printed] == ["1.", *[seen] * 5]
    role = rendered(files["jabatan/penerima.md"])
    assert role.all("h1")[0].text() == f"Saya {seen}"
    assert role.all("p")[0].text() == f"{seen}. 1 langkah, menurut urutan SOP."
    sheet = rendered(files["lembar-sop.md"])
    assert [node.text() for node in sheet.all("h2")[-1:] + sheet.all("h3")] == [seen, f"C. {seen}"]
    assert f"kembali ke C1. {seen}" in rendered(files["c2.md"]).text()


def test_no_text_of_the_data_runs_on_the_built_site(tmp_path: Path) -> None:
    """Titles, navigation, site name and footer reach the theme's templates without passing Markdown."""
    attack = '"></title></script><script>alert(1)</script>'
    data = small(attack)
    data["identitas"]["nomor"] = attack
    office = yaml.load(OFFICE, Loader=yaml.BaseLoader) | dict.fromkeys(("nama", "nama_pendek", "tempat"), attack)
    (tmp_path / "sop").mkdir()
    (tmp_path / "sop" / "sop-uji.yml").write_bytes(dump(data))
    (tmp_path / "sop" / "instansi.yml").write_bytes(dump(office))
    command = [sys.executable, "-m", "paraf", "--akar", str(tmp_path), "situs"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    )
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.glob("site/**/*.html")}
    assert "site/c1/index.html" in pages
    assert {path for path, page in pages.items() if "<script>alert" in page} == set()
