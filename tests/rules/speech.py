"""The small complete report with lines of its own: what the tests of the consistency rules speak of."""

from laporan.case import FOLDER, base_files, facts
from paraf.rules.lines import Sentence
from paraf.rules.report_base import ReportFacts

LAST = "80-penutup.md"


def report_with(*lines: str, chapter: str = LAST, **swaps: str) -> ReportFacts:
    """The report with lines added to a chapter as a paragraph; ``swaps`` exchange words of the data, ``_`` for a blank."""
    files = base_files()
    files[f"{FOLDER}/{chapter}"] += "\n" + "\n".join(lines) + "\n"
    for old, new in swaps.items():
        path = f"{FOLDER}/data/kinerja.yml"
        assert old.replace("_", " ") in files[path]
        files[path] = files[path].replace(old.replace("_", " "), new)
    return facts(files)


def without(*paths: str) -> ReportFacts:
    """The report without some of its files."""
    files = base_files()
    for path in paths:
        del files[f"{FOLDER}/{path}"]
    return facts(files)


def sentence(text: str, chapter: str = LAST, before: tuple[str, ...] = ()) -> Sentence:
    """One line of a chapter, after other lines of its paragraph."""
    found = report_with(*before, text, chapter=chapter)
    return next(one for one in reversed(found.sentences) if one.text == text)
