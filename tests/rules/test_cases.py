"""Every case folder: one rule finds exactly what the markers in its files announce."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import CASES, findings_of, load_case
from paraf.rules.of_sop import RULES

FOLDER = CASES / "aturan"
FOLDERS = sorted(path for path in FOLDER.glob("*/*") if path.is_dir())
MARKER = re.compile(r"#((?: SOP\d{3})+)$")
Line = tuple[str, int]


def markers(folder: Path) -> Iterator[tuple[str, Line]]:
    """The codes announced at the ends of lines, each with its file and line."""
    for path in sorted((folder / "sop").iterdir()):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if match := MARKER.search(line):
                yield from ((code, (f"sop/{path.name}", number)) for code in match[1].split())


def count(code: str, kind: str) -> int:
    return len([path for path in FOLDERS if path.parent.name == code and path.name.startswith(f"{kind}-")])


def test_control_markers_are_read_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "sop").mkdir()
    (tmp_path / "sop" / "x.yml").write_text("# SOP104 is about time\na: 1 # SOP104\nb: 2 # SOP104 SOP105\n")
    assert list(markers(tmp_path)) == [
        ("SOP104", ("sop/x.yml", 2)),
        ("SOP104", ("sop/x.yml", 3)),
        ("SOP105", ("sop/x.yml", 3)),
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_rule_finds_what_the_markers_say(folder: Path) -> None:
    code = folder.parent.name
    found = findings_of(code, load_case(folder))
    assert Counter((f.code, (f.place.file, f.place.line)) for f in found) == Counter(markers(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_control_bad_cases_have_markers_of_their_rule_and_good_ones_none(folder: Path) -> None:
    codes = {code for code, _ in markers(folder)}
    assert codes == ({folder.parent.name} if folder.name.startswith("buruk-") else set())


def test_control_every_folder_belongs_to_a_rule_and_is_good_or_bad() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {rule.code for rule in RULES}
    assert [path.name for path in FOLDERS if not path.name.startswith(("baik-", "buruk-"))] == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_has_two_bad_and_two_good_cases(code: str) -> None:
    assert count(code, "buruk") >= 2
    assert count(code, "baik") >= 2
