"""Promises of the house: paths in CONTRIBUTING exist, the lock names no host, no machine's path stands in the tree."""

import re
import subprocess
import sys
import tomllib

import pytest

from helpers import ROOT, load_case
from paraf.cli import cli
from paraf.rules.catalogue import BY_CODE
from paraf.rules.of_sop import RULES
from paraf.views.schemas import schema_files

TRACKED = subprocess.run(
    ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()
TEXTS = [
    name
    for name in TRACKED
    if not name.endswith((".png", ".woff2", ".ttf", ".ico", ".pdf")) and (ROOT / name).is_file()
]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def paths_in(text: str) -> list[str]:
    """What a document names in code marks that looks like a path of this repository."""
    found = re.findall(r"`((?:scripts|tests|sop|docs|lakip|\.ci|\.github)/[A-Za-z0-9_./<>*-]*)`", text)
    return [path for path in found if "<" not in path and "*" not in path]


def test_control_the_probe_finds_paths() -> None:
    assert paths_in("see `scripts/paraf/cli.py` and `sop/<x>.yml`") == ["scripts/paraf/cli.py"]


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "README.md", "README.en.md", "SECURITY.md"])
def test_every_path_a_document_names_exists(document: str) -> None:
    paths = paths_in(read(document))
    assert document != "CONTRIBUTING.md" or len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", ["README.md", "README.en.md"])
def test_the_readme_gives_the_two_commands(document: str) -> None:
    for command in ("python3 scripts/mulai.py\n", "python3 scripts/mulai.py uji\n"):
        assert command in read(document)


def test_every_command_stands_in_the_readme() -> None:
    assert len(cli.commands) >= 6
    assert [name for name in cli.commands if f"`{name}" not in read("README.md")] == []


def test_folder_list_and_codes_of_the_rules_agree() -> None:
    stems = [path.stem for path in sorted((ROOT / "scripts" / "paraf" / "rules").glob("[a-z][a-z][a-z][0-9]*.py"))]
    assert [stem[:6].upper() for stem in stems] == sorted(BY_CODE)
    about_sop = [stem for stem in stems if stem[:6].upper() in {rule.code for rule in RULES}]
    assert [stem for stem in about_sop if not (ROOT / "tests" / "rules" / f"test_{stem}.py").is_file()] == []


def test_the_version_stands_in_one_place_and_in_the_changelog() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert f'__version__ = "{version}"' in read("scripts/paraf/__init__.py")
    assert f"## {version}" in read("CHANGELOG.md")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-uji.txt"])
def test_the_locks_carry_hashes_and_no_address(lock: str) -> None:
    text = read(lock)
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|index-url", text)


FOREIGN = re.compile(r"(?<![A-Za-z0-9._/-])/(?:work|farm|root|home)/[A-Za-z]|https?://[^ \"')]+/simple\b|--index-url")


def test_control_the_probe_finds_a_machine_path() -> None:
    assert FOREIGN.search("see /" + "work/x")


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "tests/test_house.py"])
def test_no_path_of_a_machine_and_no_registry_in_the_tree(name: str) -> None:
    assert not FOREIGN.search(read(name))


PLACES = {
    "sop": "sop/sop-*.yml",
    "laporan": "lakip/*/laporan.yml",
    "kinerja": "lakip/*/data/kinerja.yml",
    "lampiran": "lakip/*/lampiran/daftar.yml",
    "pengecualian": "lakip/*/data/pengecualian.yml",
    "fakta": "sop/contoh/fakta-*.json",
    "putusan": "build/putusan-*.json",
    "buku": "build/buku-*.json",
    "rencana-kerja": "lakip/*/rencana-kerja.yml",
    "individu": "lakip/*/individu.yml",
    "tanggapan": "lakip/*/tanggapan.yml",
    "bukti-kertas": "lakip/*/bukti/*-kertas.yml",
    "penarikan": "sop/penarikan.yml",  # not there as long as nothing was withdrawn
}
"""Where the files of a format lie, unless it is ``sop/<name>.yml``."""


def test_the_data_files_hold_for_a_foreign_reader_too() -> None:
    for schema in schema_files(load_case(ROOT)):
        name = schema.removeprefix("skema/").removesuffix(".json")
        evidence = f"lakip/*/{name.replace('bukti-', 'bukti/')}.yml" if name.startswith("bukti-") else None
        files = sorted(ROOT.glob(PLACES.get(name, evidence or f"sop/{name}.yml")))
        assert files or name in PLACES
        if not files:
            continue
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", f"sop/{schema}", *map(str, files)],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout
