"""Kata depan “di” dan “ke” ditulis terpisah, awalan “di-” dan “ke-” ditulis serangkai.

## Mengapa
“Di mana” dan “dilaksanakan” sering tertukar cara menulisnya, dan pembaca yang teliti langsung melihatnya.

## Buruk
```markdown
Kegiatan di laksanakan diluar kantor pada triwulan ke dua.
```

## Baik
```markdown
Kegiatan dilaksanakan di luar kantor pada triwulan kedua.
```

## Memperbaiki
Pisahkan bila kata sesudahnya tempat atau waktu (di kantor, ke depan), satukan bila kata kerja (dikirim, diketahui).
`paraf periksa --perbaiki` dapat menggantinya.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.rules.prefixes import APART, NUMBERS, ORDINAL, TOGETHER
from paraf.rules.prose import Rewrite, observed, own_prose
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_JOINED = regex(r"\b[DdKk][ie]([a-z]{3,15}?)(?:nya)?\b(?!-)")
_SPLIT = regex(r"[DdKk][ie] ([a-z]{2,20})\b")
_PASSIVE = TOGETHER["di"] | TOGETHER["ke"]
_KE = regex(rf"[Kk]e (?:{NUMBERS}|[0-9])")
_SUSPECTS = frozenset(head + word + end for head, words in APART.items() for word in words for end in ("", "nya"))


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the words of a closed list; a word that may be right either way is not in it."""
    for chapter in facts.report.chapters:
        if _suspicious(chapter):
            for line in own_prose(chapter):
                yield from (observed(chapter, line.number, one) for one in rewrites(line.bare))


def _suspicious(chapter: Chapter) -> bool:
    return (
        not _SUSPECTS.isdisjoint(chapter.vocabulary)
        or any(word in _PASSIVE for word in _SPLIT.findall(chapter.text))
        or bool(_KE.search(chapter.text))
    )


def rewrites(text: str) -> Iterator[Rewrite]:
    """What is joined or apart and should not be."""
    for found in _JOINED.finditer(text):
        head = found[0][:2]
        if found[1] in APART.get(head.lower(), ()):
            why = f"“{head.lower()}” di sini kata depan, jadi ditulis terpisah."
            yield Rewrite(found.start(), found[0], f"{head} {found[0][2:]}", why)
    for found in _SPLIT.finditer(text):
        head, word = found[0][:2], found[1]
        if word in TOGETHER.get(head.lower(), ()) and not text[found.start() - 1 : found.start()].isalpha():
            why = f"“{head.lower()}” di sini awalan, jadi ditulis serangkai."
            yield Rewrite(found.start(), found[0], head + word, why)
    for found in ORDINAL.finditer(text):
        part = "words" if found["words"] else "first"
        new = found[part].replace("e ", "e-" if found[part][-1].isdigit() else "e", 1)
        yield Rewrite(found.start(part), found[part], new, "Urutan ditulis serangkai: kedua, atau ke-2.")


RULE = ReportRule(
    code="BHS105",
    name="Penulisan di dan ke",
    severity=Severity.SEBAIKNYA,
    basis="EYD V: kata depan terpisah, awalan serangkai",
    check=check,
)
