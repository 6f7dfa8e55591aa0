"""A double with three people and a private repository, every answer of which is held against GitHub's descriptions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from github_form import validated
from paraf.adapters.forge_double import ForgeDouble

NAME = "kantor/lakip"


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[ForgeDouble]:
    """``kantor`` owns it; ``siti`` and ``budi`` may write, ``tamu`` may read, ``orang`` may nothing."""
    with ForgeDouble(tmp_path / "forge") as double:
        validated(double)
        for number, login in enumerate(("kantor", "siti", "budi", "tamu", "orang"), 101):
            double.account(login, number)
        roles = {"siti": "write", "budi": "write", "tamu": "read"}
        double.repository(NAME, private=True, files={"a.md": "satu\n", "lakip/b.md": "dua\n"}, roles=roles)
        yield double


@pytest.fixture
def number(forge: ForgeDouble) -> int:
    """A pull request of siti's."""
    siti = forge.person("siti")
    siti.pushes({"lakip/b.md": "dua\ntiga\n"}, "naskah/2025/rancangan", "Tambah baris")
    return siti.opens("naskah/2025/rancangan", "Rancangan", "Isi")
