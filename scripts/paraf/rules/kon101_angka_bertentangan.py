"""Angka di kalimat sama dengan angka di data.

## Mengapa
Satu besaran dengan dua nilai membuat pembaca tidak tahu mana yang benar, dan evaluator menilai laporannya tidak dapat diandalkan.

## Buruk
```markdown
Realisasi IKU-1 sebesar 83,05%, melampaui target {{ target("IKU-1") }}.
```

## Baik
```markdown
Realisasi IKU-1 sebesar {{ realisasi("IKU-1") }}, melampaui target {{ target("IKU-1") }}.
```

## Memperbaiki
Ganti angkanya dengan panggilan yang disebut pada catatan. Bila datanya yang salah, perbaiki datanya, bukan kalimatnya.
"""

from collections.abc import Iterator

from paraf.finding import Fix, Severity
from paraf.rules.figures import Value
from paraf.rules.judging import Judged
from paraf.rules.report_base import Observed, ReportFacts, ReportRule, shown


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the figures that are none of what the data say about the thing they are said of."""
    for judged in facts.judged:
        if judged.verdict in ("bertentangan", "tertukar", "salah ketik"):
            number, value = judged.number, judged.value
            place = judged.sentence.place(number.start)
            certain = judged.verdict == "bertentangan"
            safe = certain and judged.claim is not None and judged.claim.sure
            yield Observed(
                place=place,
                subject=f"“{number.text}”",
                message=_message(judged),
                repair=_repair(judged),
                severity=None if certain else Severity.SEBAIKNYA,
                fix=Fix(place, number.text, value.paste) if value and safe else None,
            )


def _message(judged: Judged) -> str:
    text = judged.number.text
    if judged.value and judged.verdict == "salah ketik":
        return (
            f"Angka {text} hampir sama dengan {judged.value.label} di data, {judged.value.said}; mungkin salah ketik."
        )
    if judged.value:
        return f"Kalimat ini menulis {judged.value.label} {text}, padahal menurut data {judged.value.said}."
    whose = (judged.claim.owner if judged.claim else None) or "itu"
    known = [f"{value.label} {value.said}" for value in _principal(judged)]
    said = f" (menurut data {shown(known)})" if known else ""
    return f"Angka {text} tidak sama dengan satu pun angka {whose} di data{said}."


def _principal(judged: Judged) -> list[Value]:
    return [value for value in judged.pool if value.call and value.when is None][:3]


def _repair(judged: Judged) -> str:
    if judged.value:
        return f"Ganti “{judged.number.text}” dengan {judged.value.paste}."
    calls = [value.paste for value in _principal(judged)]
    return f"Pakai panggilan, misalnya {shown(calls)}." if calls else "Pakai panggilan, atau perbaiki angkanya."


RULE = ReportRule(
    code="KON101",
    name="Angka bertentangan dengan data",
    severity=Severity.WAJIB,
    basis="angka ditulis sekali, di data",
    check=check,
)
