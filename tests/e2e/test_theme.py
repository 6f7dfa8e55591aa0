"""A theme that is broken or cannot be read is named; a site without its looks is no site."""

from pathlib import Path

import pytest

from e2e.conftest import Run
from paraf.adapters.builder import _demand_readable

BROKEN = {
    "syntax": "{{ x ",
    "undefined": "{{ x.y.z }}",
    "division": "\n{{ 1 / 0 }}",
    "parent": '{% extends "tidak.html" %}',
    "type": "{{ 'a' + 1 }}",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_template_is_named(repository: Path, paraf: Run, content: str) -> None:
    (repository / "scripts" / "tema" / "main.html").write_text(content)
    done = paraf("situs", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    line = 1 + content.count("\n")
    assert f"tema/main.html:{line} tidak dapat dipakai. Kembalikan berkasnya dari Git, lalu ulangi." in done.stderr
    assert not (repository / "site").exists()


def test_a_theme_that_cannot_be_read_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "aset").mkdir()
    (tmp_path / "aset" / "dasar.css").write_text("")
    _demand_readable(str(tmp_path))
    _demand_readable(None)
    monkeypatch.setattr("os.access", lambda path, _: not str(path).endswith("dasar.css"))
    with pytest.raises(PermissionError, match=r"dasar\.css"):
        _demand_readable(str(tmp_path))
    with pytest.raises(FileNotFoundError):
        _demand_readable(str(tmp_path / "tidak-ada"))
