"""Rupiah, persen, tanggal, dan jam ditulis menurut kaidah, sama di seluruh laporan.

## Mengapa
Satu cara menulis membuat angka dan tanggal cepat ditemukan, dan laporan tampak dikerjakan satu kantor.

## Buruk
```markdown
Anggaran Rp. 5.000.000,- terserap 89,65 % pada 02 Juni 2020 pukul 15:00 WIB.
```

## Baik
```markdown
Anggaran Rp5.000.000,00 terserap 89,65% pada 2 Juni 2020 pukul 15.00 WIB.
```

## Memperbaiki
Pakai bentuk yang disarankan; `paraf periksa --perbaiki` dapat menggantinya.
Tanggal seperti 2/6/2020 tidak diganti sendiri, karena dapat berarti 2 Juni atau 6 Februari.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.rules.grouping import slips
from paraf.rules.prose import observed, overlaps, own_prose, row_cells, tables
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.written import dates, money, percentages, times
from paraf.sop.dates import MONTHS

# Several small searches that begin with a fixed letter are ten times as fast as one that chooses.
_AMOUNT_SIGNS = tuple(map(regex, ("Rp[. \u00a0]", "Rp[0-9]{4}", "RP[ .]?[0-9]", "rp[ .]?[0-9]", ",-", " %", "\u00a0%")))
_DATE_SIGNS = tuple(
    map(regex, ("0[1-9] [A-Z]", "[0-9][/-][0-9]{1,2}[/-][0-9]", ":[0-9]", "Pebruari", "pebruari", "opember"))
)
_MONTH_SIGNS = tuple(month.lower() for month in MONTHS)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what is written otherwise; dates and times in sentences only, since tables often need the short form."""
    taken = frozenset(term.salah.casefold() for term in facts.style.istilah)
    for chapter in facts.report.chapters:
        if _dated(chapter.text):
            for line in own_prose(chapter):
                found = [*dates(line.bare, taken), *times(line.bare)] if _dated(line.bare) else []
                yield from (observed(chapter, line.number, one) for one in found)
        if any(sign.search(chapter.text) for sign in _AMOUNT_SIGNS):
            yield from _amounts(chapter)


def _dated(text: str) -> bool:
    """Whether there may be something to look at; most lines hold nothing like it."""
    return any(sign.search(text) for sign in _DATE_SIGNS) or any(month in text for month in _MONTH_SIGNS)


def _amounts(chapter: Chapter) -> Iterator[Observed]:
    for line in own_prose(chapter):
        found = [*money(line.bare), *percentages(line.bare)]
        told = slips(line.bare) if found else []
        yield from (observed(chapter, line.number, one) for one in found if not overlaps(one, told))
    for table in tables(chapter):
        for number, text in enumerate(table.lines[2:], start=table.line + 2):
            for cell in row_cells(number, text):
                found = [*money(cell.text), *percentages(cell.text)]
                yield from (observed(chapter, number, one, cell.start) for one in found)


RULE = ReportRule(
    code="BHS104",
    name="Cara menulis rupiah, persen, tanggal, jam",
    severity=Severity.SEBAIKNYA,
    basis="EYD V dan kebiasaan naskah dinas",
    check=check,
)
