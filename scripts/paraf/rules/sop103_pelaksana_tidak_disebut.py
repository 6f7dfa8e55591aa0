"""Pelaksana setiap langkah tertulis, di kolom pelaksana atau di kalimat kegiatannya.

## Mengapa
Langkah tanpa pelaksana tidak dikerjakan siapa pun. Bila SOP tidak menyebutnya, bacaan kami (tafsir) berdiri di tempatnya
sampai kantor menegaskannya.

## Buruk
```yaml
langkah:
  - {no: "1.", kegiatan: Melakukan koreksi konsep, kelengkapan: Konsep, waktu: 5 menit, output: Konsep dikoreksi}
```

## Baik
```yaml
langkah:
  - no: "1."
    kegiatan: Melakukan koreksi konsep
    kelengkapan: Konsep
    waktu: 5 menit
    output: Konsep dikoreksi
    gambar: {pelaksana: [pemeriksa], simbol: [{bentuk: kapsul}]}
```

## Memperbaiki
Bila lembar SOP bergambar, salin kolom pelaksananya ke `gambar`. Bila tidak, tulis bacaan kantor di `tafsir.pelaksana`
beserta alasannya, lalu minta pejabat yang mengesahkan SOP menegaskannya.
"""

import re
from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule, at
from paraf.rules.words import mentioned
from paraf.sop.model import Origin, Section, Sop, Step


def check(facts: Facts) -> Iterator[Seen]:
    """Look for steps whose performer or symbol rests on a reading alone, or on nothing."""
    sop = facts.repo.sop
    for section in sop.sections:
        if all(step.symbols.origin is not Origin.PRINTED for step in section.steps):
            yield _undrawn(section)
        for step in section.steps:
            yield from _step(sop, step)


def _undrawn(section: Section) -> Seen:
    return Seen(
        route=(*section.route, "kolom"),
        subject=f"Bagian {section.code}",
        message="Kolom pelaksana tidak berisi simbol apa pun; pelaksana, simbol, dan anak panahnya tafsir kami.",
        repair="Minta lembar SOP yang bergambar, lalu salin gambarnya; sampai saat itu tafsirnya yang berlaku.",
    )


def _step(sop: Sop, step: Step) -> Iterator[Seen]:
    subject = f"Langkah {step.code}"
    drawn = step.performers.origin is Origin.PRINTED
    if not step.performers.value.roles:
        yield Seen(
            route=at(step, "kegiatan"),
            subject=subject,
            message="Tidak ada pelaksananya, baik di SOP maupun di tafsir.",
            repair="Sebut di gambar.pelaksana." if drawn else "Tulis tafsir.pelaksana beserta alasannya.",
            severity=Severity.SEBAIKNYA,
        )
    elif step.performers.origin is Origin.READ:
        named = {role.id for role in mentioned(sop, step.kegiatan)}
        for role in step.performers.value.roles:
            if role not in named:
                yield Seen(
                    route=at(step, "kegiatan"),
                    subject=subject,
                    message=f"Kegiatannya tidak menyebut pelaksana; kami membaca {sop.role[role].sebutan}.",
                    repair=f"Alasan kami: {_sentence(step.performers.reason or '')} Tegaskan pada SOP siapa pelaksananya.",
                )


def _sentence(text: str) -> str:
    """A reason as its writer closed it, else with a full stop."""
    text = text.strip()
    return text if re.search(r"[.!?…][”’\"')]*$", text) else f"{text}."


RULE = SopRule(
    code="SOP103",
    name="Pelaksana tidak disebut",
    severity=Severity.CATATAN,
    basis="PermenPAN-RB 35/2012: setiap kegiatan mempunyai pelaksana",
    check=check,
)
