"""Every attack of the threat table that concerns the flow has a case, or a reason why another part of the house meets it."""

import re

import pytest

from alur.story import FOLDER, case_files

ELSEWHERE = {
    "T03": "who pushed is the forge's word; commit e-mails never become facts (adapter of the forge)",
    "T04": "pushes and trailers on all parents are read by the adapter; a merge that hides something is `forged` (T37)",
    "T11": "names are labels; accounts count by number; look-alike names are a matter of the rules on petugas.yml",
    "T19": "who may write in the repository is compared by `paraf diagnosis`",
    "T20": "DESIGN sets no cap on files: the naskah baca and the list of changes show what there is to read",
    "T36": "characters of a text are judged by the checks, which come as facts (`Pull.checks`)",
    "T43": "replace refs, grafts and shallow clones: the adapter reads bare objects only",
    "T51": "settings of the repository are compared by `paraf diagnosis`",
    "T75": "the door reads YAML strictly",
    "T76": "the door types scalars by the schema",
    "T77": "the door refuses unknown keys",
    "T78": "JSON is read strictly where it is read: the book and the facts file",
    "T81": "workbooks are read by `paraf impor`",
    "T82": "calls of a chapter run in a sandbox (laporan)",
    "T83": "raw HTML is refused by the checks and the builder",
    "T84": "SVG is refused by the checks and the builder",
    "T85": "snippets, macros, hooks: the builder, and mkdocs.yml is governance (T49)",
    "T87": "source of the pages: `paraf diagnosis`",
    "T88": "which branch publishes: the workflow",
    "T89": "artifacts: the workflow",
    "T90": "personal data in the blobs: the checks",
    "T92": "same bytes twice: the builder",
    "T93": "the book has tests of its own",
}
ROWS = [f"T{number:02d}" for number in (*range(1, 52), *range(75, 94))]
ISSUE = (
    "one /ajukan that must not serve two steps",
    "Kadin approving changed content before the Sekdin did again",
    "a Kasubag who is Plh Sekdin approving his own hand-over",
    "evidence filed before signing",
    "an older PR reopened over an approved one",
    "Kadin's post vacant",
    "evidence pushed after approval",
    "letters numbered after signing",
    "SOP revised after B6",
    "PR closed and reopened",
    "an approval 17 s after a push",
    "a full year with two rejections, a lapse and a Plh",
    "a small office",
    "a Sekdin replaced in mid-B",
    "his own suggestion",
    "draf akhir equal to draf awal",
    "Merged too early",
    "On paper",
    "two pull requests for one paper",
    "A and B run in parallel",
)


def comments() -> dict[str, str]:
    """What every case says it stands for."""
    found = {}
    for path in case_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        found[path.relative_to(FOLDER).as_posix()] = " ".join(
            line[1:].strip() for line in lines if line.startswith("#")
        )
    return found


def named(row: str) -> list[str]:
    """The cases that name a row."""
    return [name for name, text in comments().items() if re.search(rf"\b{row}\b", text)]


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_a_case_or_a_reason(row: str) -> None:
    assert bool(named(row)) != (row in ELSEWHERE)


@pytest.mark.parametrize("phrase", ISSUE)
def test_every_case_that_was_asked_for_is_told(phrase: str) -> None:
    assert [name for name, text in comments().items() if phrase.casefold() in text.casefold()]


def test_every_case_says_what_it_stands_for() -> None:
    for name, text in comments().items():
        assert re.search(r"\bT\d\d\b|§\d|[Tt]he issue", text), name
