"""The built site: the right pages, the printed words, the same bytes every time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from e2e.conftest import Run, copy_repository
from helpers import CASES, ROOT, load_case
from htmltext import Node, parse
from paraf.views.schemas import schema_files
from seed import read_seed

SOP = load_case(ROOT).sop
SEED = read_seed()
NIP = "197106091992011002"
SAME_ADDRESS = "alamatnya sama dengan halaman yang dibuat dari SOP"


def article(page: Path) -> Node:
    return parse(page.read_text(encoding="utf-8")).all("article")[0]


def title(page: Path) -> str:
    """What the browser's tab says."""
    return parse(page.read_text(encoding="utf-8")).all("title")[0].text()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def masked(text: str) -> str:
    return text.replace(NIP, "(disamarkan)")


def test_every_step_and_role_has_its_page(built: Path) -> None:
    for step in SOP.steps.values():
        file = built / step.slug / "index.html"
        page = article(file)
        (heading,), (how,) = page.all("h1"), page.all("ol", class_="cara")
        assert [chip.text() for chip in heading.all("span", class_="kode")] == [step.code]
        assert heading.text() == f"{step.code} {step.kegiatan}"
        assert title(file).startswith(f"{step.code} · {step.kegiatan}")
        assert [item.text() for item in how.all("li")] == list(step.cara)
    for role in SOP.roles:
        assert article(built / "jabatan" / role.id / "index.html").all("h1")[0].text() == f"Saya {role.sebutan}"


def test_the_form_page_prints_every_cell_of_the_seed_in_order(built: Path) -> None:
    sheet = article(built / "lembar-sop" / "index.html")
    letterhead = sheet.all("div", class_="sop-kop")[0].all("strong", "span")
    assert [node.text() for node in letterhead if node.attributes.get("class") != "lambang"] == SEED.kop
    identity = [(row.all("th")[0].text(), row.all("td")[0].text()) for row in sheet.all("table")[0].all("tr")]
    assert identity == [(label, masked(" ".join(values))) for label, values in SEED.identity.items()]
    boxes = [(box.all("h2")[0].text(), [item.text() for item in box.all("li", "p")]) for box in sheet.all("section")]
    assert boxes == SEED.boxes
    headings = [node.text() for node in sheet.all("h2", "h3") if node.text() not in dict(SEED.boxes)]
    assert headings == [SEED.title, *(heading for heading, _, _ in SEED.sections)]
    for table, (_, heads, rows) in zip(sheet.all("table")[1:], SEED.sections, strict=True):
        printed = [[cell.text() for cell in row.all("th", "td")] for row in table.all("tr")]
        assert printed == [*heads, *rows]


def test_no_civil_servant_number_leaves_the_repository(built: Path) -> None:
    assert NIP.encode() in (ROOT / "sop" / "sop-lakip.yml").read_bytes()
    assert [name for name, data in contents(built).items() if NIP.encode() in data] == []


def test_every_link_leads_somewhere_and_none_leads_out(built: Path) -> None:
    assert dead_ends(built) == ([], [])


def dead_ends(site: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Page and target of the links to nothing, and of those that leave the site."""
    broken, outside = [], []
    for page in site.rglob("*.html"):
        base = "/" + page.relative_to(site).as_posix()
        for node in parse(page.read_text(encoding="utf-8")).all("a", "link", "script", "img"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            if "://" in target:
                outside.append((base, target))
            elif target and not target.startswith(("#", "javascript:")):
                path = unquote(urljoin(base, target).split("#")[0])
                file = site / path.lstrip("/")
                if not (file.is_file() or (path.endswith("/") and (file / "index.html").is_file())):
                    broken.append((base, target))
    return broken, outside


def test_every_button_copies_a_message_of_its_page(built: Path) -> None:
    found = 0
    for page in built.rglob("*.html"):
        tree = parse(page.read_text(encoding="utf-8"))
        messages = [f"#{node.attributes['id']}" for node in tree.all("pre") if "id" in node.attributes]
        copied = [node.attributes.get("data-clipboard-target") for node in article(page).all("button")]
        assert [target for target in copied if target] == messages, page
        found += len(messages)
    assert found > 0


def test_the_machine_readable_sop_is_complete(built: Path) -> None:
    document = json.loads((built / "api" / "sop.json").read_text(encoding="utf-8"))
    assert document["versi"] == 1
    codes = [step["kode"] for section in document["bagian"] for step in section["langkah"]]
    assert codes == list(SOP.steps)
    published = {path.name for path in (built / "api" / "skema").iterdir()}
    assert {"sop.json", "naskah.json", "petugas.json", "instansi.json"} <= published
    assert published == {path.removeprefix("skema/") for path in schema_files(load_case(ROOT))}


def test_the_mapping_shows_every_step_with_its_reviewer(built: Path) -> None:
    rows = article(built / "tahapan" / "index.html").all("table")[0].all("tbody")[0].all("tr")
    cells = {row.all("th")[0].text(): [cell.text() for cell in row.all("td")] for row in rows}
    assert list(cells) == list(SOP.steps)
    assert cells["B6"] == ["Draf awal LAKIP", "Sekdin menyetujui", "Sekdin", "kembali ke B5"]
    assert cells["B11"][1:] == ["Staf menyerahkan kepada Kadin Kadin menyetujui", "Kadin", "kembali ke B8"]


SHIFT = """
import datetime, time
import mkdocs.utils
import paraf.adapters.clock
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=400)
# Not in the module itself: the formats are made from the type that stands there.
mkdocs.utils.datetime = paraf.adapters.clock.datetime = Later
clock = time.time
time.time = lambda: clock() + 400 * 86400
# Folders tell their files in another order, too.
import os
class Backwards:
    def __init__(self, entries):
        self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
scandir, listdir = os.scandir, os.listdir
os.scandir = lambda *path: Backwards(list(scandir(*path)))
os.listdir = lambda *path: sorted(listdir(*path), reverse=True)
"""


def test_two_builds_under_other_clocks_zones_and_orders_of_files_are_the_same_bytes(
    tmp_path: Path, built: Path, paraf: Run
) -> None:
    root = copy_repository(tmp_path / "lain" / "folder kantor")
    (tmp_path / "jam").mkdir()
    (tmp_path / "jam" / "sitecustomize.py").write_text(SHIFT)
    path = os.pathsep.join(filter(None, (str(tmp_path / "jam"), os.environ.get("PYTHONPATH"))))
    done = paraf("situs", cwd=root, TZ="Asia/Jayapura", LC_ALL="C", PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    assert contents(root / "site") == contents(built)
    assert (built / "lakip" / "2025" / "v1" / "index.html").is_file()
    assert "keadaan per 15 Januari 2026" in article_footer(built)


def article_footer(site: Path) -> str:
    return parse((site / "index.html").read_text(encoding="utf-8")).all("footer")[0].text()


def test_unchanged_input_rewrites_nothing_and_a_change_only_its_pages(repository: Path, paraf: Run) -> None:
    def stage() -> dict[str, int]:
        assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
        folder = repository / "build" / "sumber"
        return {
            path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
        }

    first = stage()
    assert stage() == first
    sop = repository / "sop" / "sop-lakip.yml"
    text = sop.read_text(encoding="utf-8")
    sop.write_text(text.replace("Undang Tim penyusun ke rapat", "Ajak Tim penyusun ke rapat"), encoding="utf-8")
    second = stage()
    assert {name for name in first if first[name] != second[name]} == {"b2.md", "api/sop.json"}


def test_a_page_taken_away_leaves_the_staging_folder(repository: Path, paraf: Run) -> None:
    extra = repository / "docs" / "sementara.md"
    extra.write_text("# Sementara\n")
    paraf("situs", "--hanya-sumber", cwd=repository)
    staged = repository / "build" / "sumber" / "sementara.md"
    assert staged.is_file()
    extra.unlink()
    paraf("situs", "--hanya-sumber", cwd=repository)
    assert not staged.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("b7.md", b"# Tandingan\n", f"docs/b7.md:1:1: {SAME_ADDRESS}"),
        ("B7.md", b"# Tandingan\n", "docs/B7.md:1:1: nama berkas ini tidak dapat menjadi alamat halaman"),
        ("b7", b"bukan halaman", "docs/b7:1:1: nama berkas ini tidak dapat menjadi alamat halaman"),
        ("b7/index.md", b"# Tandingan\n", f"docs/b7/index.md:1:1: {SAME_ADDRESS}"),
        ("poster.md", b"# Tandingan\n", f"docs/poster.md:1:1: {SAME_ADDRESS}"),
        ("api/sop.json", b"{}", "docs/api/sop.json:1:1: nama berkas ini tidak dapat menjadi alamat halaman"),
        ("api/sop.png", b"", "docs/api/sop.png:1:1: folder api/ sudah dipakai situs"),
        ("rusak.md", b"# Rusak\n\xff\n", "docs/rusak.md:2:1: bita 0xff bukan UTF-8"),
        ("isi.md", b"Isi saja.\n", "docs/isi.md:1:1: halaman ini belum berjudul"),
        ("pola.md", b"---\ntemplate: 404.html\n---\n# Pola\n", "docs/pola.md:2:1: kunci 'template' tidak dikenal"),
        ("tautan.md", b"# Tautan\n\n[x](tidak-ada.md)\n", "docs/tautan.md: tautan 'tidak-ada.md' "),
        ("jangkar.md", b"# Jangkar\n\n[x](tentang.md#tidak-ada)\n", "docs/jangkar.md: tautan 'tentang.md#tidak-ada' "),
        ("skrip.md", b"# S\n\n<script>alert(1)</script>\n", "docs/skrip.md:3:1: HTML tidak dipakai di halaman ini: "),
        ("jalan.md", b"# J\n\n[x](javascript:y)\n", "docs/jalan.md:3:5: alamat “javascript:y” tidak dipakai"),
        ("kurung.md", b"# K\n\n[x](http://[y)\n", "docs/kurung.md:3:5: alamat “http://[y” tidak dapat dibaca"),
        ("dalam.md", b"# D\n\n" + b"- " * 3000 + b"x\n", "docs/dalam.md: susunan halaman ini terlalu rumit."),
    ],
    ids=[
        *("clash", "case", "file", "index", "poster"),
        *("api file", "api folder", "encoding", "no title", "front matter", "dead link", "dead anchor"),
        *("script", "address that runs", "address in brackets", "a list too deep"),
    ],
)
def test_a_bad_page_stops_the_build_by_name(repository: Path, paraf: Run, name: str, content: bytes, said: str) -> None:
    (repository / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / "docs" / name).write_bytes(content)
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (repository / "site").exists()


HIDDEN = {
    # The text alone takes each of them for words, and the builder for what runs or reaches elsewhere.
    "satu.md": (
        b"# A\n\nx <mailto:a onmouseover=alert(1)>y\n",
        "docs/satu.md:3:3: HTML tidak dipakai di halaman ini: “<mailto:",
    ),
    "sub/dua.md": (b"# B\n\n[a]\n\n> [a]: javascript:x\n", "docs/sub/dua.md:5:8: alamat “javascript:x” tidak dipakai"),
    "tiga.md": (
        b"# C\n\n![x](//contoh.invalid/x.png)\n",
        "docs/tiga.md:3:6: gambar “//contoh.invalid/x.png” diambil dari luar",
    ),
    "empat.md": (b"# D\n\n[x](tidak-ada.md)\n", "docs/empat.md: tautan 'tidak-ada.md' tidak menuju berkas mana pun."),
}


def test_what_is_published_is_looked_at_and_everything_is_told_at_once(repository: Path, paraf: Run) -> None:
    assert paraf("situs", cwd=repository).returncode == 0
    before = contents(repository / "site")
    (repository / "docs" / "sub").mkdir()
    for name, (content, _) in HIDDEN.items():
        (repository / "docs" / name).write_bytes(content)
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0, "control: the text alone shows nothing"
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert [said for _, said in HIDDEN.values() if said not in done.stderr] == []
    assert contents(repository / "site") == before
    by_hand = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(by_hand, cwd=repository, capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    told = done.stdout + done.stderr
    assert [said for name, (_, said) in HIDDEN.items() if name != "empat.md" and said not in told] == []
    assert "Traceback" not in told
    assert contents(repository / "site") == before


@pytest.mark.parametrize("name", ["build", "build/sumber", "site"])
def test_a_link_in_place_of_our_folder_is_refused_and_nothing_behind_it_is_touched(
    repository: Path, tmp_path: Path, paraf: Run, name: str
) -> None:
    precious = tmp_path / "milik orang" / "sumber"
    precious.mkdir(parents=True)
    (precious / "berharga.txt").write_text("jangan hilang")
    (repository / name).parent.mkdir(exist_ok=True)
    (repository / name).symlink_to(precious.parent if name == "build" else precious)
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert f"{name} adalah tautan ke tempat lain." in done.stderr
    assert [path.name for path in precious.iterdir()] == ["berharga.txt"]


def test_a_file_in_place_of_our_folder_is_refused(repository: Path, paraf: Run) -> None:
    (repository / "build").write_text("x")
    done = paraf("situs", cwd=repository)
    assert (done.returncode, "build adalah berkas" in done.stderr) == (2, True)


def test_a_page_becomes_a_folder_between_two_runs(repository: Path, paraf: Run) -> None:
    docs, staged = repository / "docs", repository / "build" / "sumber"
    (docs / "bahan.md").write_text("# Bahan\n")
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
    assert (staged / "bahan.md").is_file()
    (docs / "bahan.md").unlink()
    (docs / "bahan").mkdir()
    for name in ("index.md", "satu.md"):
        (docs / "bahan" / name).write_text("# Satu\n")
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
    ours = {name for name in contents(staged) if name.startswith("bahan")}
    assert ours == {"bahan/index.md", "bahan/satu.md"}


def test_a_file_left_in_the_staging_folder_makes_way_for_a_folder(repository: Path, paraf: Run) -> None:
    staged = repository / "build" / "sumber"
    staged.mkdir(parents=True)
    (staged / "bahan").write_text("x")
    (repository / "docs" / "bahan").mkdir()
    (repository / "docs" / "bahan" / "satu.md").write_text("# Satu\n")
    assert paraf("situs", "--hanya-sumber", cwd=repository).returncode == 0
    assert (staged / "bahan" / "satu.md").is_file()


def test_a_link_inside_docs_is_refused(repository: Path, paraf: Run) -> None:
    (repository / "docs" / "keluar").symlink_to("/etc")
    done = paraf("situs", cwd=repository)
    assert done.returncode == 2
    assert "docs/keluar adalah tautan ke berkas lain." in done.stderr


def test_the_second_sop_builds_from_data_alone(tmp_path: Path, paraf: Run) -> None:
    root = tmp_path / "sop kedua"
    (root / "sop").mkdir(parents=True)
    for file in (CASES / "sop-kedua" / "sop").iterdir():
        (root / "sop" / file.name).write_bytes(file.read_bytes())
    done = paraf("--akar", str(root), "situs", "--hari-ini", "2026-01-15", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    sop = load_case(CASES / "sop-kedua").sop
    assert len(sop.steps) == 14
    for step in sop.steps.values():
        page = article(root / "site" / step.slug / "index.html")
        assert page.all("h1")[0].text() == f"{step.code} {step.kegiatan}"
    assert not (root / "site" / "tahapan").exists()
    assert dead_ends(root / "site") == ([], [])
    sheet = article(root / "site" / "lembar-sop" / "index.html")
    rows = sheet.all("table")[1].all("tbody")[0].all("tr")
    assert [row.all("td")[1].text() for row in rows] == [step.kegiatan for step in sop.steps.values()]


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_other_builders_render_the_same_pages_by_hand(repository: Path, built: Path, builder: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=repository,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = contents(built), contents(repository / "site")
    pages = [name for name in ours if name.endswith((".html", ".json", ".md"))]
    assert sorted(ours) == sorted(theirs)
    assert len(pages) > len(SOP.steps)
    for name in pages:
        assert without_generator(theirs[name]) == without_generator(ours[name]), name


def without_generator(page: bytes) -> list[bytes]:
    return [line for line in page.splitlines() if b'name="generator"' not in line]
