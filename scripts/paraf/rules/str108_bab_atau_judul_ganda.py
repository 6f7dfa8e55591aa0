"""Setiap bab dikenal sistematika, tentang sasaran yang ada, dan hanya ada satu; judul tidak berulang di satu bab.

## Mengapa
Bab yang tidak dikenal tidak diperiksa. Bab atau judul yang sama dua kali membuat pembaca ragu mana yang berlaku.

## Buruk
```markdown
## Simpulan

Semua sasaran tercapai pada tahun ini.
```

## Baik
```markdown
## Penutup kata

Semua sasaran tercapai pada tahun ini.
```

## Memperbaiki
Betulkan `id` atau `sasaran` di kepala bab. Gabungkan bab atau bagian yang tertulis dua kali.
"""

import difflib
from collections.abc import Iterator

from paraf.finding import Severity
from paraf.laporan.chapter import Chapter
from paraf.laporan.headings import title_key
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.forms.outline import ChapterPlan


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report chapters by their front matter, then headings that stand twice below the same heading."""
    plans = {plan.id: plan for plan in facts.outline.bab} if facts.outline else {}
    for chapter in facts.report.chapters:
        wrong = _front(facts, chapter, plans) if plans else None
        if wrong:
            key, message, repair = wrong
            place = chapter.front.place(key)
            yield Observed(place=place, subject=chapter.front.value.judul, message=message, repair=repair)
        yield from _headings(chapter)


def _front(facts: ReportFacts, chapter: Chapter, plans: dict[str, ChapterPlan]) -> tuple[str, str, str] | None:
    """What is wrong with a chapter's identity: the key, the message, the repair."""
    plan, goal = plans.get(chapter.id), chapter.goal
    if plan is None:
        near = difflib.get_close_matches(chapter.id, plans, n=1)
        repair = f"Mungkin maksudnya {near[0]}." if near else f"Yang ada: {', '.join(plans)}."
        return "id", f"Bab ber-id {chapter.id} tidak ada di sistematika.", repair
    if plan.per_sasaran == "tidak" and goal:
        return "sasaran", "Bab ini bukan tentang satu sasaran.", "Hapus sasaran dari kepala bab."
    goals = facts.report.performance.goals if facts.report.performance else None
    if plan.per_sasaran == "ya" and goals is not None and goal not in goals:
        message = f"Sasaran {goal} tidak ada di data kinerja." if goal else "Bab ini belum menyebut sasarannya."
        return "sasaran", message, f"Tulis sasaran di kepala bab; yang ada: {', '.join(goals)}."
    first = facts.whole.report.by_id[chapter.id, goal]
    if first is not chapter:
        name = first.file.rpartition("/")[2]
        return "id", f"Bab yang sama sudah ada di {name}.", "Gabungkan keduanya, lalu hapus salah satu."
    return None


def _headings(chapter: Chapter) -> Iterator[Observed]:
    path: list[tuple[int, str]] = []
    seen: dict[tuple[str, ...], int] = {}
    for section in chapter.sections:
        heading = section.heading
        path = [above for above in path if above[0] < heading.level] + [(heading.level, title_key(heading.text))]
        first = seen.setdefault(tuple(key for _, key in path), heading.line)
        if first != heading.line:
            yield Observed(
                place=chapter.place(heading.line),
                subject=f"“{heading.text}”",
                message=f"Judul ini sudah ada pada baris {first}.",
                repair="Gabungkan isinya, atau beri judul yang membedakan.",
            )


RULE = ReportRule(
    code="STR108",
    name="Bab tak dikenal atau ganda",
    severity=Severity.WAJIB,
    basis="sistematika laporan",
    check=check,
)
