"""Tahun di kalimat adalah tahun laporan, bukan tahun yang tertinggal dari laporan sebelumnya.

## Mengapa
Laporan sering dimulai dari salinan tahun lalu. Satu tahun yang lupa diganti membuat pembaca ragu isi mana yang sudah diperbarui.

## Buruk
```markdown
Pada tahun 2024 semua bidang melaksanakan kegiatan menurut rencana aksi.
```

## Baik
```markdown
Pada tahun {{ tahun() }} semua bidang melaksanakan kegiatan menurut rencana aksi.
```

## Memperbaiki
Ganti dengan tahun laporan; `{{ tahun() }}` menulisnya sendiri.
Bila tahun itu memang dimaksud, katakan perbandingannya, misalnya “dibanding tahun 2024”.
"""

import re
from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Fix, Severity
from paraf.rules.lines import Sentence
from paraf.rules.numerals import Numeral
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.years import RECENT, compares, plan_years, refers, tells_results
from paraf.sop.dates import MONTHS

_SIGNED = regex(rf"\s*\w[\w ]{{2,40}},\s+(?:[0-9]{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+(?:19|20)[0-9]{{2}}\s*")
_OWN = ("LAKIP", "LKjIP", "Laporan Kinerja Instansi Pemerintah", "Laporan Akuntabilitas Kinerja", "Laporan Kinerja")
_BACK = 60


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the years that belong to another report."""
    year = facts.report.year
    identity, office = facts.report.identity, facts.repo.office
    titles = sorted((*_OWN, *((identity.value.judul, identity.value.singkatan) if identity else ())), key=len)[::-1]
    names = "|".join(map(re.escape, (*facts.style.nama_sendiri, office.nama, office.pemerintah)))
    own = re.compile(rf"(?:{'|'.join(map(re.escape, titles))})(?P<gap>[^.;:,]{{0,120}}?)\bTahun $", re.IGNORECASE)
    ours = re.compile(rf"(?:\s|[()]|{names}|{'|'.join(map(re.escape, titles))})*", re.IGNORECASE)
    context = re.compile("|".join(map(re.escape, facts.style.konteks_tahun)) or r"(?!)", re.IGNORECASE)
    plan = plan_years(facts.report)
    for sentence, number in _odd_years(facts, year):
        title = own.search(sentence.bare[: number.start])
        cited = context.search(sentence.bare, max(0, number.start - _BACK), number.start)
        own_now = bool(title) and sentence.bare.startswith(" ini", number.end)  # "LKjIP Tahun 2023 ini" can be no other
        excused = not own_now and (compares(sentence, number.start) or refers(sentence))
        if _SIGNED.fullmatch(sentence.bare):
            yield _observed(sentence, number, year + 1, f"laporan tahun {year} ditandatangani pada tahun {year + 1}")
        elif title and not excused:
            safe = int(number.value) == year - 1 and bool(ours.fullmatch(title["gap"]))
            yield _observed(sentence, number, year, f"laporan ini untuk tahun {year}", fix=safe)
        elif not (title or excused or cited) and _stale(sentence, number, year, plan):
            yield _observed(sentence, number, year, f"laporan ini tentang tahun {year}")


def _odd_years(facts: ReportFacts, year: int) -> Iterator[tuple[Sentence, Numeral]]:
    """The years that are neither the report's nor the one it is written in."""
    for sentence in facts.numbered:
        for number in sentence.numbers:
            if number.kind == "tahun" and number.value not in (year, year + 1):
                yield sentence, number


def _stale(sentence: Sentence, number: Numeral, year: int, plan: frozenset[int]) -> bool:
    """Whether a sentence tells this year's results under an older year; a year behind a name belongs to the name."""
    said = int(number.value)
    word = sentence.bare[max(0, number.start - _BACK) : number.start].split()[-1:]
    named = word and word[0][:1].isupper() and word[0].casefold() not in ("tahun", "anggaran")
    if named or said > year or sentence.years - {said}:
        return False
    return year - said <= RECENT or (tells_results(sentence) and said not in plan)


def _observed(sentence: Sentence, number: Numeral, right: int, why: str, *, fix: bool = False) -> Observed:
    place = sentence.place(number.start)
    return Observed(
        place=place,
        subject=f"tahun {number.text}",
        message=f"Tahun {number.text} tampaknya tertinggal; {why}.",
        repair=f"Ganti {number.text} dengan {right}, atau katakan perbandingannya bila tahun itu memang dimaksud.",
        fix=Fix(place, number.text, str(right)) if fix else None,
    )


RULE = ReportRule(
    code="KON104",
    name="Tahun tertinggal",
    severity=Severity.SEBAIKNYA,
    basis="isi laporan adalah tahun laporan",
    check=check,
)
