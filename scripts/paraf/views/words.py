"""Small pieces of office language used on several pages."""

from paraf.door.regex import regex
from paraf.finding import Finding, Severity
from paraf.sop.duration import Duration, Measured
from paraf.sop.forms import papers as form
from paraf.sop.forms.papers import AnyCondition
from paraf.sop.model import Sop, Step

BLANK = "tidak tertulis"
_RECORD = regex(r"bukti/([a-z]+[0-9]+)\.yml")
FAMILIES = {
    "STR": "susunan laporan",
    "LKP": "kelengkapan isi",
    "DAT": "data dan hitungan",
    "KON": "angka di kalimat",
    "BHS": "bahasa",
    "PRI": "data pribadi",
    "TAU": "tautan dan gambar",
    "ALU": "langkah dan persetujuan",
}
"""What each family of checks looks at."""


def performer_names(sop: Sop, step: Step) -> str:
    """Who performs a step, joined the way they work: together or one after the other."""
    performers = step.performers.value
    names = [sop.role[role].sebutan for role in performers.roles]
    if not names:
        return "belum diketahui"
    if performers.together == "berurutan":
        return ", lalu ".join(names)
    return " bersama ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def role_names(sop: Sop, step: Step) -> str:
    """Who performs a step, and whose column draws in it besides."""
    performers = step.performers.value.roles
    deciding = dict.fromkeys(role for role, _ in step.placed if performers and role and role not in performers)
    return performer_names(sop, step) + "".join(f", diputuskan {sop.role[role].sebutan}" for role in deciding)


SAMPLE = "DATA CONTOH – bukan laporan resmi"
"""On everything that is made from a sample year."""


def listed(words: list[str], last: str = "dan") -> str:
    """``x``, ``x dan y``, ``x, y, dan z``."""
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"


def duration_words(duration: Duration) -> str:
    """A time cell for a reader: as printed, or that nothing is printed."""
    if isinstance(duration, Measured):
        return duration.text
    if not (duration.text or "").strip("-–— "):
        return "tidak ditentukan di SOP"
    return f"{duration.text} (tidak terukur)"


def condition_words(sop: Sop, condition: AnyCondition) -> str:
    """One condition of a step as a sentence; the closed vocabulary of DESIGN section 5."""
    who = sop.role[condition.oleh].sebutan
    match condition:
        case form.Write(lengkap="ya"):
            return f"{who} menyusun sampai lengkap"
        case form.Write():
            return f"{who} menyusun"
        case form.Submit():
            return f"{who} menyerahkan kepada {sop.role[condition.ke].sebutan}"
        case form.Approve(atas=()):
            return f"{who} menyetujui"
        case form.Approve():
            return f"{who} menyetujui {', '.join(map(_named, condition.atas))}"
        case form.Evidence():
            return f"{who} mencatat bukti: {', '.join(condition.isi)}"
        case _:
            return f"{who} menyatukan ke naskah resmi"


def _named(path: str) -> str:
    """A step's record by the step's name; other files by their own."""
    found = _RECORD.fullmatch(path)
    return f"bukti langkah {found[1].upper()}" if found else path


def counts(findings: list[Finding]) -> str:
    """``2 wajib diperbaiki, 1 sebaiknya, 30 catatan``; parts that are zero are left out."""
    words = {
        Severity.WAJIB: "wajib diperbaiki",
        Severity.SEBAIKNYA: "sebaiknya diperbaiki",
        Severity.CATATAN: "catatan",
    }
    parts = [(sum(f.severity is severity for f in findings), word) for severity, word in words.items()]
    return ", ".join(f"{number} {word}" for number, word in parts if number) or "tidak ada catatan pemeriksaan"
