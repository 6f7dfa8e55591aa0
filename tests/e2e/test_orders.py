"""On the machine of a workflow a line may be an order; what people wrote never is one (threats T58)."""

import os
import re
from pathlib import Path

import pytest

from e2e.conftest import Run

# As the runner reads a line: two colons in front, blanks aside, or ##[ anywhere.
ORDER = re.compile(r"^\s*::|##\[", re.MULTILINE)
NASTY = (
    "::error::palsu",
    " ::add-mask::kata",
    "x ##[add-matcher]y.json",
    "##[stop-commands]x",
    "::set-output name=x::y",
)


@pytest.mark.parametrize("typed", NASTY)
def test_what_was_typed_is_no_order(paraf: Run, repository: Path, typed: str) -> None:
    for arguments in (["periksa", "--", typed], ["jelaskan", "--", typed], ["cetak", "naskah-baca", "--sejak", typed]):
        done = paraf(*arguments, cwd=repository, GITHUB_ACTIONS="true")
        assert done.returncode == 2
        assert not ORDER.search(done.stdout + done.stderr)


def test_control_elsewhere_it_is_repeated_as_it_was(paraf: Run, repository: Path) -> None:
    done = paraf("periksa", "--", "::error::palsu", cwd=repository, GITHUB_ACTIONS="")
    assert ORDER.search(done.stderr)


@pytest.mark.parametrize("form", ["teks", "github"])
def test_what_a_chapter_says_is_no_order(paraf: Run, repository: Path, form: str) -> None:
    chapter = repository / "lakip" / "2026" / "10-pendahuluan.md"
    chapter.write_text(
        chapter.read_text() + "".join(f"\n[{one}](tidak/ada%0A{one}.md) <{one}> resiko\n" for one in NASTY)
    )
    (repository / "lakip" / "2026" / f"a{os.linesep}::error::palsu.md").write_text("x")
    done = paraf("periksa", "lakip/2026", "--semua", "--format", form, cwd=repository, GITHUB_ACTIONS="true")
    orders = [line for line in done.stdout.splitlines() if ORDER.search(line)]
    ours = re.compile(r"::(error|warning|notice) file=[^:]*,line=\d+,col=\d+,title=[^:]*::[^\r]*")
    assert "resiko" in done.stdout
    assert (len(orders) > 0) == (form == "github")
    assert all(ours.fullmatch(line) for line in orders)
    assert not ORDER.search(done.stderr)
