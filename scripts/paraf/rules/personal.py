"""Personal data in any text: national identity numbers, staff numbers, private telephones and mail addresses.

Shapes are looked at closely, because an office's papers are full of other long numbers: budgets, codes, letters, accounts.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from paraf.door.regex import regex
from paraf.door.text import Spots
from paraf.finding import Place
from paraf.laporan.report import Report
from paraf.rules.prose import before
from paraf.rules.report_base import Observed

_PROVINCES = frozenset([*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77)])
_PROVINCES |= {81, 82, *range(91, 98)}
_NIK = regex(r"[0-9]{4}(?:[0-9]{2}([ .-]?)[0-9]{6}\1[0-9]{4}|([ .-])[0-9]{4}\2[0-9]{4}\2[0-9]{4})")
_NIP = regex(r"[0-9]{8}[ .-]?[0-9]{6}[ .-]?[12][ .-]?[0-9]{3}")
_NAMED_NIK = regex(r"\b(?:NIK|KTP)\b[^0-9\n]{0,12}([0-9]+(?:[ .-][0-9]+){0,5})")
_NAMED_NIP = regex(r"\bNIP\b[^0-9\n]{0,6}([0-9]+(?:[ .-][0-9]+){0,5})")
_PHONES = (
    regex(r"08[1-9][0-9](?:[ .-]?[0-9]){6,9}(?![0-9])"),
    regex(r"\+62\)?[ .-]?8[1-9][0-9](?:[ .-]?[0-9]){6,9}(?![0-9])"),
    regex(r"628[1-9][0-9]{7,10}(?![0-9])"),
)
# Twelve digits that begin with 62 may be money; only these words before them make a telephone of it.
_PHONE_WORDS = regex(r"(?:wa\.me/|\b(?:HP|WA|whatsapp|telepon|telp|ponsel)[.: ]{1,3})$", re.IGNORECASE)
_MAIL = regex(
    r"@(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|aol|proton|protonmail|tutanota|gmx"
    r"|zoho|yandex|mail)\.(?:com|co\.id|co\.uk|net|me|org|id|de|fr|ru)(?![\w.-]*\w\.(?:go|ac|sch)\.id)\b",
    re.IGNORECASE,
)
_PART_BEFORE, _PART_AFTER = regex(r"\w$|[0-9][.,/-]$"), regex(r"\w|[.,-][0-9]|/\w")
_ACCOUNT = regex(r"\b(?:rekening|rek|kartu kredit|virtual account|VA|kontrak|faktur)\b[^0-9\n]{0,30}$", re.IGNORECASE)


class Personal(Struct, frozen=True):
    """A piece of personal data in a text; ``length`` of digits, ``wrong`` where a name promised another length."""

    start: int
    text: str
    wrong: bool = False

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"[^0-9]", "", self.text)

    @property
    def masked(self) -> str:
        """What a message may show: enough to find it, too little to use it."""
        name, at, host = self.text.partition("@")
        return f"{name[:2]}…@{host}" if at else f"{self.text[:4]}…{self.text[-2:]}"


def niks(text: str) -> Iterator[Personal]:
    """Identity numbers: 16 digits of a region, a birth date and a serial, or what is called one."""
    named = {found.start(1): found[1] for found in _NAMED_NIK.finditer(text)} if "NIK" in text or "KTP" in text else {}
    for start, digits in named.items():
        if 12 <= len(re.sub(r"[^0-9]", "", digits)) <= 20:
            yield Personal(start, digits)
    for found in _NIK.finditer(text):
        if found.start() not in named and _alone(text, found) and _is_nik(re.sub("[^0-9]", "", found[0])):
            yield Personal(found.start(), found[0])


def _is_nik(digits: str) -> bool:
    """Province, regency, district, day (women's plus 40), month, year of two digits, serial."""
    regency, district, day, month = int(digits[2:4]), int(digits[4:6]), int(digits[6:8]), int(digits[8:10])
    born = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
    region = int(digits[:2]) in _PROVINCES and 1 <= regency <= 79 and district > 0
    return region and born and digits[12:] != "0000"


def nips(text: str) -> Iterator[Personal]:
    """Staff numbers: 18 digits of a birth date, an appointment, a sex and a serial; or what is called one."""
    shaped = [found for found in _NIP.finditer(text) if _alone(text, found) and _is_nip(found[0])]
    yield from (Personal(found.start(), found[0]) for found in shaped)
    starts = {found.start() for found in shaped}
    for found in _NAMED_NIP.finditer(text) if "NIP" in text else ():
        if found.start(1) not in starts and len(re.sub(r"[^0-9]", "", found[1])) > 5:
            yield Personal(found.start(1), found[1], wrong=True)


def _is_nip(text: str) -> bool:
    digits = re.sub(r"[^0-9]", "", text)
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).year
    except ValueError:
        return False
    # Contract staff carry a code in place of the month.
    month = 1 <= int(digits[12:14]) <= 12 or 21 <= int(digits[12:14]) <= 29
    return 1940 <= born <= 2015 and 15 <= int(digits[8:12]) - born <= 70 and month


def phones(text: str) -> Iterator[Personal]:
    """Private telephones: mobile numbers; an office's own number begins with its area code."""
    for pattern in _PHONES:
        for found in pattern.finditer(text):
            left = before(text, found.start())
            if _PHONE_WORDS.search(left) if found[0][0] == "6" else _alone(text, found):
                yield Personal(found.start(), found[0])


def mails(text: str) -> Iterator[Personal]:
    """Addresses at providers that serve private persons."""
    for found in _MAIL.finditer(text) if "@" in text else ():
        name = re.search(r"[\w.%+-]+$", before(text, found.start(), 64))
        if name:
            yield Personal(found.start() - len(name[0]), name[0] + found[0])


def _alone(text: str, found: re.Match[str]) -> bool:
    """Whether nothing at its sides makes it part of a longer number or word, and no account is spoken of."""
    left = before(text, found.start())
    return not (_PART_BEFORE.search(left) or _PART_AFTER.match(text, found.end()) or _ACCOUNT.search(left))


def in_report(report: Report, finder: Callable[[str], Iterator[Personal]]) -> Iterator[tuple[Place, Personal]]:
    """What a finder finds in every text of the year, with its place."""
    for name, text in report.texts.items():
        found = list(finder(text))
        if found:
            spots = Spots(f"{report.folder}/{name}", text)
            yield from ((spots.place(one.start), one) for one in found)


def personal(place: Place, one: Personal, message: str, repair: str) -> Observed:
    """An observation that does not repeat what it protects."""
    return Observed(place=place, subject=f"“{one.masked}”", message=message, repair=repair)
