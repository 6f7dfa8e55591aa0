"""Istilah ditulis menurut gaya selingkung kantor.

## Mengapa
Satu istilah dengan dua ejaan membuat laporan tampak dikerjakan dua orang dan mempersulit pencarian.

## Buruk
```markdown
Berdasarkan analisa tersebut, resiko gangguan menurun.
```

## Baik
```markdown
Berdasarkan analisis tersebut, risiko gangguan menurun.
```

## Memperbaiki
Pakai bentuk yang disarankan. Daftarnya ada di `sop/gaya-selingkung.yml`; `paraf periksa --perbaiki` dapat menggantinya.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from paraf.door.regex import regex
from paraf.finding import Fix, Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_WORD = regex(r"[^\W\d_]+")


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the words that the house writes otherwise."""
    terms = {term.salah.casefold(): term for term in facts.style.istilah}
    for chapter in facts.report.chapters:
        # Most chapters hold none of these words, and then nothing is searched.
        listed = [term for term in terms if chapter.vocabulary.issuperset(_WORD.findall(term))]
        if not listed:
            continue
        pattern = _pattern(tuple(listed))
        for line in chapter.prose:
            for found in pattern.finditer(line.bare):
                term = terms[found[0].casefold()]
                better = _cased(term.benar, found[0])
                if better != found[0]:
                    place = chapter.place(line.number, found.start() + 1)
                    yield Observed(
                        place=place,
                        subject=f"“{found[0]}”",
                        message=f"Istilah ini ditulis “{better}”{f' ({term.alasan})' if term.alasan else ''}.",
                        repair=f"Ganti “{found[0]}” dengan “{better}”.",
                        fix=Fix(place, found[0], better),
                    )


@lru_cache(maxsize=64)
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)({longest_first})(?!\w)", re.IGNORECASE)


def _cased(better: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return better.upper()
    return better[:1].upper() + better[1:] if written[:1].isupper() else better


RULE = ReportRule(
    code="BHS101",
    name="Istilah tidak baku",
    severity=Severity.SEBAIKNYA,
    basis="gaya selingkung kantor dan EYD",
    check=check,
)
