"""Years in prose: which ones a report of a year may speak of, and in which company."""

import re

from paraf.door.regex import regex
from paraf.laporan.report import Report
from paraf.rules.lines import Sentence

_COMPARES = regex(
    r"\b(?:(?:tahun|yang|periode) lalu|sebelum\w*|dibanding\w*|perbandingan"
    r"|sejak|semenjak|riwayat|daripada"
    r"|tahun terakhir|semula|awalnya|baseline|tren"
    r"|perkembangan|berturut-turut|naik|turun|kenaikan|penurunan|meningkat|menurun|peningkatan|lebih|tetap|sama|stabil"
    r"|berubah|pernah|pertama kali\w*|dahulu|dulu|membaik|bertambah|berkurang)\b"
)
_REFERS = regex(
    r"\b(?:evaluasi|rekomendasi|lhe|lhp|reviu|audit|tindak lanjut|diatur|ditetapkan|dibentuk|diterbitkan|diundangkan"
    r"|disahkan|dibangun|diluncurkan|dirintis|berdiri|sensus|nasional|penghargaan|masa|periode|lanjutan|luncuran)\b"
)
_POINTS = regex(r"\b(?:dari|sampai|hingga|terhadap|antara|sesuai|berdasarkan|menurut|mengacu|data)\b")
_NEAR = 40
_RESULTS = regex(
    r"\b(?:realisasi\w*|capaian\w*|target\w*|tercapai|mencapai|kinerja|anggaran|pagu\w*|serapan\w*|terserap|terpakai|indikator"
    r"|sasaran|hasil|laporan|melaksanakan|dilaksanakan|menangani|mengelola|menyelesaikan|sepanjang|selama)\b"
)
RECENT = 3
"""So many years back a year may have been left from a report that was copied."""


def plan_years(report: Report) -> frozenset[int]:
    """The years of the medium-term plan, from the names of its document and its end."""
    found: set[int] = set()
    if report.performance:
        for measure in report.performance.measures.values():
            years = [int(year) for year in re.findall(r"\b20[0-9]{2}\b", measure.form.renstra.dokumen)]
            years.append(measure.form.renstra.tahun)
            found |= set(range(min(years), max(years) + 1))
    return frozenset(found)


def compares(sentence: Sentence, at: int) -> bool:
    """Whether a sentence sets the year at an offset against another time, or takes it for a source."""
    return bool(_COMPARES.search(sentence.low) or _POINTS.search(sentence.low, max(0, at - _NEAR), at))


def refers(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a document, an event or a source, each of its own year."""
    return bool(_REFERS.search(sentence.low))


def tells_results(sentence: Sentence) -> bool:
    """Whether a sentence tells what was planned, done or reached."""
    return bool(_RESULTS.search(sentence.low))
