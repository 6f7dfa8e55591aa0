"""A small complete report, and overlays that change it: the cases of the report rules.

A case is a text file. ``>>> path KIND`` opens a part, whose lines follow:

``tambah``  the lines are added at the end of the file
``ganti``   the lines are the whole file
``ubah``    each line is ``old => new``; ``old`` occurs once in the file, ``↵`` is a line break; nothing after ``=>`` deletes
``hapus``   the file is taken away
``baris N`` nothing changes; only expects: a finding on line N of a file that may not exist

``>>> alur ganti`` tells how the papers of the year went, in the language of ``alur/story.py``: an office with one person for
every role of the SOP, called like it.

The year before stands beside the report: ``>>> lakip/2024/data/kinerja.yml ubah``.

A line that ends in `` <<CODE`` (several codes by spaces) expects a finding of that rule on the line it makes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from alur.story import Reader, manned
from helpers import CASES, files_of
from paraf.alur.cycle import evaluate_cycle
from paraf.alur.facts import Policy
from paraf.alur.states import Cycle
from paraf.finding import Finding
from paraf.laporan.report import Report, read_report
from paraf.rules.catalogue import BY_CODE
from paraf.rules.of_report import REPORT_RULES
from paraf.rules.report_base import ReportFacts, ReportRule, facts_of, run_report
from paraf.rules.spelling import all_forms
from paraf.sop.repository import Repository, read_repository, wanted

BASE = CASES / "laporan"
YEAR = 2025
FOLDER = f"lakip/{YEAR}"
TODAY = date(2026, 2, 2)
STORY = "alur"
MISSPELT = ("kegiatn", "pelaksananan", "terlaksna", "warni", "downlod")
PAIRS = ("warna-warni",)
"""What the dictionary of the tests does not know, and a pair that it does."""
_PART = re.compile(r">>> (\S+) (tambah|ganti|ubah|hapus|baris \d+)(?: <<((?:\w+ ?)+))?$")
_MARK = re.compile(r" <<((?:[A-Z]{3}\d{3} ?)+)$")
Expected = tuple[str, str, int]


@dataclass(frozen=True)
class Case:
    """The files of a repository after an overlay, by path below its root, and the findings it expects."""

    files: dict[str, str]
    expected: tuple[Expected, ...]


def base_files() -> dict[str, str]:
    """The small report and the office it belongs to, by path below the root."""
    found = {path: data.decode() for path, data in files_of(BASE).items()}
    for path in sorted((BASE / "lakip").rglob("*")):
        if path.is_file():
            found[path.relative_to(BASE).as_posix()] = path.read_text(encoding="utf-8")
    return found


def overlaid(text: str) -> Case:
    """The base with the overlay of one case."""
    files = base_files()
    expected: list[Expected] = []
    for path, kind, marks, lines in _parts(text):
        if kind == "hapus":
            del files[path]
        elif kind.startswith("baris"):
            expected += [(code, path, int(kind.split()[1])) for code in marks]
        elif kind == "ubah":
            for line in lines:
                expected += _changed(files, path, line)
        else:
            before = files.get(path, "") if kind == "tambah" else ""
            first = before.count("\n") + 1
            bare = []
            for number, line in enumerate(lines, start=first):
                mark = _MARK.search(line)
                expected += [(code, path, number) for code in (mark[1].split() if mark else ())]
                bare.append(line[: mark.start()] if mark else line)
            files[path] = before + "\n".join(bare) + "\n"
    return Case(files, tuple(expected))


def _parts(text: str) -> Iterator[tuple[str, str, list[str], list[str]]]:
    found: list[tuple[str, str, list[str], list[str]]] = []
    for line in text.rstrip("\n").split("\n"):
        part = _PART.fullmatch(line)
        if part:
            path = part[1] if part[1].startswith(("sop/", "lakip/", STORY)) else f"{FOLDER}/{part[1]}"
            found.append((path.rstrip("."), part[2], (part[3] or "").split(), []))
        elif found:
            found[-1][3].append(line)
    yield from found


def _changed(files: dict[str, str], path: str, line: str) -> Iterator[Expected]:
    if not line.strip():
        return
    mark = _MARK.search(line)
    old, _, new = (line[: mark.start()] if mark else line).partition(" =>")
    old, new = old.replace("↵", "\n"), new.removeprefix(" ").replace("↵", "\n")
    assert files[path].count(old) == 1, f"{old!r} occurs {files[path].count(old)} times in {path}"
    at = files[path].index(old)
    files[path] = files[path].replace(old, new)
    number = files[path].count("\n", 0, at) + 1
    yield from ((code, path, number) for code in (mark[1].split() if mark else ()))


def known(words: frozenset[str]) -> frozenset[str]:
    """A dictionary as the tests need it: all words but those above, whatever they might come from, and their pairs."""
    broken = all_forms(MISSPELT)
    return frozenset(word for word in words if word in PAIRS or broken.isdisjoint(word.split("-")))


@lru_cache(maxsize=8)
def _repository(files: tuple[tuple[str, bytes], ...]) -> Repository:
    """The office's files as read; most cases leave them as they are."""
    return read_repository(dict(files))


def facts(files: dict[str, str], today: date = TODAY) -> ReportFacts:
    """What the rules look at, of these files; the year before as well, where it has a file."""
    data = {path: text.encode() for path, text in files.items()}
    repo = _repository(tuple(sorted((path, content) for path, content in data.items() if wanted(path))))
    before = any(path.startswith(f"lakip/{YEAR - 1}/") for path in data)
    flow = _cycle(repo, files[STORY]) if STORY in files else None
    return facts_of(repo, _year(data, YEAR), _year(data, YEAR - 1) if before else None, today, known, flow)


def _cycle(repo: Repository, story: str) -> Cycle:
    """What the flow answers at the end of a story."""
    assert repo.papers
    policy = Policy(repo.sop, repo.papers.value, manned(repo.sop))
    end = Reader(STORY, policy).read(f"# {STORY}\n{story}\n?").checkpoints[-1]
    return evaluate_cycle(end.policy, end.facts, end.now)


def _year(data: dict[str, bytes], year: int) -> Report:
    folder = f"lakip/{year}/"
    return read_report(
        year, {path.removeprefix(folder): text for path, text in data.items() if path.startswith(folder)}
    )


def found_by(code: str, files: dict[str, str], today: date = TODAY) -> list[Finding]:
    """What one rule finds; one that looks at the others after all of them."""
    rule: ReportRule = BY_CODE[code]
    found = run_report(REPORT_RULES if rule.last else [rule], facts(files, today))
    return [finding for finding in found if finding.code == code]


def case_files(folder: Path) -> list[Path]:
    """The case files of a folder of rules."""
    return sorted(folder.glob("*/*.txt"))
