"""Two states of a report, or two years, to a *lembar perubahan*."""

from collections.abc import Iterator, Mapping

from paraf.laporan.budget import FILE as BUDGET
from paraf.laporan.expand import Expansion
from paraf.laporan.perubahan.facts import Fact, Key, facts_of
from paraf.laporan.perubahan.parts import compared
from paraf.laporan.perubahan.passages import part_texts
from paraf.laporan.perubahan.records import Angka, Perubahan
from paraf.laporan.perubahan.shown import Shown
from paraf.laporan.report import PERFORMANCE
from paraf.sop.forms.outline import OutlineFile


def perubahan_of(before: Expansion, after: Expansion, outline: OutlineFile | None = None) -> Perubahan:
    """What became different; ``outline`` gives the headings as they are printed.

    Of two different years the figures are told that both have: by indicator, by program, in total. Data that could not be
    read on one side are not compared: nothing is known of them.
    """
    found = compared(part_texts(before, outline), part_texts(after, outline))
    years = before.context.report.year, after.context.report.year
    return Perubahan(
        before_year=years[0],
        after_year=years[1],
        angka=(*_data(before, after, outline), *found.written),
        parts=found.parts,
    )


def _data(before: Expansion, after: Expansion, outline: OutlineFile | None) -> Iterator[Angka]:
    across = before.context.report.year != after.context.report.year
    was, now = _facts(before, after, across=across), _facts(after, before, across=across)
    changed = [key for key in _order(was, now) if _differ(was.get(key), now.get(key))]
    if not changed:
        return
    shown = Shown(before, outline), Shown(after, outline)
    for key in changed:
        old, new = was.get(key), now.get(key)
        one = new or old
        assert one
        alike = bool(old and new and old.text == new.text)
        yield Angka(
            subject=one.subject,
            what=one.what,
            before=(old.exact if alike else old.text) if old else "",
            after=(new.exact if alike else new.text) if new else "",
            origin="hitungan" if one.computed else "data",
            shown=shown[1].chapters(new) if new else shown[0].chapters(one),
        )


def _differ(old: Fact | None, new: Fact | None) -> bool:
    """Whether a fact is another; what is computed counts as it is read."""
    if old is None or new is None:
        return True
    return old.text != new.text if new.computed else old.value != new.value


def _order(was: Mapping[Key, Fact], now: Mapping[Key, Fact]) -> Iterator[Key]:
    """Every key in the order of what is there now; what is gone stands behind what stood before it."""
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    for key in was:
        if key in now:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    yield from behind.get(None, ())
    for key in now:
        yield key
        yield from behind.get(key, ())


def _facts(here: Expansion, there: Expansion, *, across: bool) -> dict[Key, Fact]:
    """The facts of one side; of a file that one of both could not read, none."""
    found = facts_of(here.context, across=across)
    unread = {name for one in (here, there) for name in _unread(one)}
    return {key: fact for key, fact in found.items() if fact.files.isdisjoint(unread)}


def _unread(expansion: Expansion) -> Iterator[str]:
    report = expansion.context.report
    for name, read in ((PERFORMANCE, report.performance), (BUDGET, report.budget)):
        if read is None and name in report.files:
            yield name
