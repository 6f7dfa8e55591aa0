"""Arah indikator sesuai maknanya, dan capaian dihitung menurut arah itu.

## Mengapa
Pada indikator yang makin kecil makin baik, rumus biasa menghukum keberhasilan; sebaliknya, rumus turun memuji kegagalan.

## Buruk
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Lama gangguan layanan | 40 | 34 | 85,00 |
```

## Baik
```markdown
| Indikator | Target | Realisasi | Capaian |
|---|---|---|---|
| Lama gangguan layanan | 40 | 34 | 115,00 |
```

## Memperbaiki
Perbaiki capaiannya menurut rumus yang disebut. Bila yang keliru adalah datanya, ganti `arah` pada `data/kinerja.yml`.
"""

from collections.abc import Iterator
from itertools import pairwise

from paraf.door.regex import regex
from paraf.finding import Severity
from paraf.laporan.numbers import write_number
from paraf.laporan.performance import Measure
from paraf.rules.reckoning import Verdict, reckoned
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_LESS = regex(
    r"(?:(?:jumlah|banyaknya|frekuensi|angka|persentase|tingkat|rasio|rata-rata|lama|durasi|waktu)\s+)*"
    r"(?:waktu (?:tunggu|tanggap|respons?|pemulihan|henti)|lama (?:gangguan|waktu|proses|pelayanan|antrean)"
    r"|durasi (?:gangguan|antrean)"
    r"|gangguan|insiden|keluhan|pengaduan|temuan|kemiskinan|pengangguran|kematian|kebocoran|kecelakaan|stunting|downtime"
    r"|pelanggaran|tunggakan|keterlambatan)\b"
)
_DONE = regex(
    r"\b(?:yang|ter\w+|di\w+|selesai|tuntas|tindak lanjut|penyelesaian|penanganan|penurunan|pengurangan|berkurang\w*|ketepatan)\b"
)
_POINTS = 3


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the capaian of the other direction, and directions that name or targets speak against."""
    for doubt, expected in reckoned(facts.doubts, Verdict.DIRECTION):
        right = write_number(expected, 2)
        yield Observed(
            place=doubt.cell.place,
            subject=doubt.subject,
            message=f"Capaian {doubt.cell.text} dihitung ke arah yang salah; menurut data: {doubt.formula} = {right}.",
            repair=f"Tulis {right}, atau perbaiki arah indikator ini di data/kinerja.yml.",
        )
    performance = facts.report.performance
    for measure in performance.measures.values() if performance else ():
        if performance and (why := _against(measure)):
            yield Observed(
                place=performance.source.place(*measure.route, "arah"),
                subject=measure.id,
                message=f"Arahnya “{measure.form.arah}”, padahal {why}.",
                repair="Periksa arahnya; bila memang demikian, catat alasannya di data/pengecualian.yml.",
                severity=Severity.SEBAIKNYA,
            )


def _against(measure: Measure) -> str | None:
    """What speaks against the direction of an indicator."""
    name = measure.form.nama.casefold()
    if measure.form.arah == "naik" and (found := _LESS.match(name)) and not _DONE.search(name, found.end()):
        return f"“{found[0]}” biasanya makin kecil makin baik"
    earlier = [past.target.low for _, past in sorted(measure.earlier.items()) if past.target]
    plan = [measure.plan.low] if measure.form.renstra.tahun > max([*measure.earlier, 0]) else []
    points = [*earlier, measure.target.low, *plan]
    counted = not (measure.unit.percent or measure.unit.plain)
    if len(points) < _POINTS or measure.unit.letters or (counted and measure.form.arah == "naik"):
        return None
    rising = measure.form.arah == "turun"
    if all((one < other) if rising else (one > other) for one, other in pairwise(points)):
        return f"targetnya terus {'naik' if rising else 'turun'} dari tahun ke tahun"
    return None


RULE = ReportRule(
    code="DAT103",
    name="Arah indikator terbalik",
    severity=Severity.WAJIB,
    basis="rumus capaian menurut arah indikator",
    check=check,
)
