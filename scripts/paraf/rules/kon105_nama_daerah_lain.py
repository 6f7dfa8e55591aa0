"""Nama daerah dan perangkat daerah di laporan adalah nama sendiri, atau nama yang memang dibicarakan.

## Mengapa
Kalimat yang disalin dari laporan kantor lain kerap membawa nama kantor itu. Satu nama asing membuat seluruh isinya diragukan.

## Buruk
```markdown
Layanan ini menjangkau seluruh kecamatan di Kabupaten Rimba Raya.
```

## Baik
```markdown
Layanan ini menjangkau seluruh kecamatan di Kabupaten Contoh.
```

## Memperbaiki
Ganti dengan nama sendiri. Bila nama itu memang dibicarakan, tambahkan ke `nama_lain` di `sop/gaya-selingkung.yml`.
"""

from collections.abc import Iterator

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.rules.prose import own_words, tables
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.rules.words import word_set

_KINDS = ("Kabupaten", "Kota", "Dinas", "Badan", "Provinsi", "Bupati", "Wali Kota", "Walikota", "Gubernur")
_KIND = "|".join(_KINDS)
# A branch of words comes first, so that the search runs from capital to capital.
_NAME = regex(
    rf"(?:{_KIND})(?: (?!(?:{_KIND})\b)[A-Z][\w'-]*)(?:,? (?!(?:{_KIND})\b)(?:[A-Z][\w'-]*|dan|serta)){{0,11}}"
)
_PLACES = {"Bupati": "Kabupaten", "Wali Kota": "Kota", "Walikota": "Kota", "Gubernur": "Provinsi"}
_STOPS = word_set("Nomor Tahun Tentang Melalui Selaku Terkait Dan Kami Kita Ini Bab I II III IV")
_GENERIC = word_set("Daerah Publik Usaha Layanan Cerdas Lain Lainnya Induk Tingkat Luar Dalam")
"""Words that follow such a noun and are no name: *Peraturan Bupati Nomor*, *Badan Publik*, *kota cerdas*."""


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the names of places and agencies that are neither ours nor known to be spoken of."""
    known = _known(facts)
    for chapter in facts.report.chapters:
        if not any(kind in chapter.text for kind in _KINDS):
            continue
        for number, text in _lines(chapter):
            for found in _NAME.finditer(text):
                name = _foreign(found[0], text[: found.start()], known)
                if name:
                    yield Observed(
                        place=chapter.place(number, found.start() + 1),
                        subject=f"“{name}”",
                        message=f"{name} bukan nama sendiri dan belum dikenal sebagai nama lain.",
                        repair=f"Periksa kalimatnya; bila benar, tambahkan “{name}” ke nama_lain di sop/gaya-selingkung.yml.",
                    )


def _lines(chapter: Chapter) -> Iterator[tuple[int, str]]:
    """Prose without quotations, and the rows of tables."""
    yield from ((line.number, own_words(line.bare)) for line in chapter.prose)
    for block in tables(chapter):
        yield from enumerate(block.lines, start=block.line)


def _known(facts: ReportFacts) -> tuple[str, ...]:
    """Every name that may stand, in small letters; a ruler's title goes with the place."""
    office = facts.repo.office
    names = [*facts.style.nama_sendiri, *facts.style.nama_lain, office.nama, office.nama_pendek, office.pemerintah]
    names += [f"{kind} {office.tempat}" for kind in ("Kabupaten", "Kota")]
    return tuple(f"{name.casefold()} " for name in names)


def _foreign(found: str, before: str, known: tuple[str, ...]) -> str | None:
    """The foreign name in what was found; ``None`` for our own and for what is no name."""
    if before[-1:].isalnum() or before.endswith(("-", "/")):
        return None
    kind = next(kind for kind in _KINDS if found.startswith(f"{kind} "))
    words = found[len(kind) + 1 :].split(" ")
    for at, word in enumerate(words):
        if word.rstrip(",") in _STOPS or (not at and word.rstrip(",") in _GENERIC):
            words = words[:at]
            break
    while words and words[-1] in ("dan", "serta"):
        words = words[:-1]
    words[-1:] = [word.rstrip(",") for word in words[-1:]]
    if not words:
        return None
    name = f"{kind} {' '.join(words)}"
    said = f"{_PLACES.get(kind, kind)} {' '.join(words)} ".casefold()
    return None if any(said.startswith(one) or f" {said}" in f" {one}" for one in known) else name


RULE = ReportRule(
    code="KON105",
    name="Nama daerah atau kantor lain",
    severity=Severity.SEBAIKNYA,
    basis="laporan memuat kinerja kantor sendiri",
    check=check,
)
