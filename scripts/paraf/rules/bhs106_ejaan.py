"""Kata-kata laporan ada di kamus bahasa Indonesia atau di daftar kata kantor.

## Mengapa
Salah ketik sering luput dari mata penulisnya sendiri. Kamus menemukannya tanpa lelah.

## Buruk
```markdown
Seluruh kegiatn selesai tepat waktu.
```

## Baik
```markdown
Seluruh kegiatan selesai tepat waktu, termasuk *kegiatn* yang dicetak miring.
```

## Memperbaiki
Betulkan ejaannya. Kata yang memang benar didaftarkan di `ejaan` pada `sop/gaya-selingkung.yml`; kata asing dicetak *miring*.
Nama, singkatan, dan kata bercampur angka tidak diperiksa.
Kamusnya tidak ikut terpasang. Bila `paraf periksa` menyebut ejaan belum diperiksa, minta petugas TI memasang
paket `chunspell` di `.venv` dan kamus `hunspell-id`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.rules.prose import own_prose
from paraf.rules.report_base import Known, Observed, ReportFacts, ReportRule
from paraf.rules.spelling import all_forms, forms, plain_words


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report every unknown word once a chapter; without a dictionary nothing."""
    if facts.known is None:
        return
    words = frozenset[str]().union(*(chapter.vocabulary for chapter in facts.report.chapters))
    own = frozenset(part.lower() for word in facts.style.ejaan for part in word.replace("-", " ").split())
    suspects = unknown(words, own, facts.known)
    for chapter in facts.report.chapters:
        if not suspects.isdisjoint(chapter.vocabulary):
            yield from _chapter(chapter, suspects, facts.known)


def unknown(words: frozenset[str], own: frozenset[str], known: Known) -> frozenset[str]:
    """The words of which neither the office nor the dictionary knows any form."""
    rest = words - own - known(words)
    good = own | known(all_forms(rest))
    return frozenset(word for word in rest if good.isdisjoint(forms(word)))


def _chapter(chapter: Chapter, suspects: frozenset[str], known: Known) -> Iterator[Observed]:
    found: dict[str, list[tuple[int, int]]] = {}
    for line in own_prose(chapter):
        for start, word in plain_words(line.bare):
            if not suspects.isdisjoint(word.split("-")):
                found.setdefault(word, []).append((line.number, start))
    # Some pairs are words although a half of them is none: warna-warni.
    for word in found.keys() - known(frozenset(word for word in found if "-" in word)):
        line_number, start = found[word][0]
        again = f" Kata ini muncul {len(found[word])} kali di bab ini." if len(found[word]) > 1 else ""
        yield Observed(
            place=chapter.place(line_number, start + 1),
            subject=f"“{word}”",
            message=f"Kata ini tidak ada di kamus.{again}",
            repair="Betulkan ejaannya, cetak miring bila kata asing, atau daftarkan di sop/gaya-selingkung.yml.",
        )


RULE = ReportRule(
    code="BHS106",
    name="Ejaan",
    severity=Severity.CATATAN,
    basis="kamus bahasa Indonesia (id_ID) dan daftar kata kantor",
    check=check,
)
