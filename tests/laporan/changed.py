"""The small report with a word of its files changed: what the tests of calls and charts are computed from."""

from laporan.case import FOLDER, base_files, facts
from paraf.laporan.calls.base import CallError, Chart, Context, Figure, Panel, Table
from paraf.laporan.calls.reading import parse_call

PERFORMANCE, BUDGET = "data/kinerja.yml", "data/anggaran.csv"


def changed_files(*changes: tuple[str, str, str]) -> dict[str, str]:
    """The base files; each change names a file of the year, words that occur in it, and what stands there instead."""
    files = base_files()
    for name, old, new in changes:
        path = f"{FOLDER}/{name}"
        assert old in files[path], f"{old!r} is not in {name}"
        files[path] = files[path].replace(old, new)
    return files


def context_of(*changes: tuple[str, str, str]) -> Context:
    """What calls look at, after changes; the data must still be readable."""
    context = facts(changed_files(*changes)).expansion.context
    assert context.report.performance, context.report.faults
    assert context.report.budget, context.report.faults
    return context


def without(*names: str) -> Context:
    """What calls look at when files of the year are missing."""
    files = base_files()
    for name in names:
        del files[f"{FOLDER}/{name}"]
    return facts(files).expansion.context


def ask(context: Context, source: str) -> Figure | Panel:
    """The answer to an expression as a chapter has it."""
    parsed = parse_call(source)
    assert not isinstance(parsed, CallError), f"{source}: {parsed}"
    return parsed.answer(context)


def table(context: Context, source: str) -> Table:
    """A table."""
    made = ask(context, source)
    assert isinstance(made, Table)
    return made


def chart(context: Context, source: str) -> Chart:
    """A chart."""
    made = ask(context, source)
    assert isinstance(made, Chart)
    return made


def refused(context: Context, source: str) -> str:
    """Why an expression is not answered, with the repair."""
    parsed = parse_call(source)
    try:
        made = parsed if isinstance(parsed, CallError) else parsed.answer(context)
    except CallError as error:
        made = error
    assert isinstance(made, CallError), made
    return f"{made}: {made.repair}"
