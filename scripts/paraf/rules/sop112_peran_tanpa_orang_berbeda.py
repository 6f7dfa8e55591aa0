"""Setiap naskah dapat dijalankan oleh orang-orang yang berbeda.

## Mengapa
Yang menyetujui bukan yang menulis, dan yang menerima pengajuan bukan yang mengajukan. Bila satu orang memegang dua peran
itu, naskahnya berhenti dan tidak seorang pun dapat meneruskannya.

## Buruk
```yaml
masa_jabatan:
  - {peran: penerima, orang: satu, kedudukan: definitif, mulai: 2025-01-01, sk: SK 1}
  - {peran: pemeriksa, orang: satu, kedudukan: plt, mulai: 2025-01-01, sk: SK 2}
```

## Baik
```yaml
masa_jabatan:
  - {peran: penerima, orang: satu, kedudukan: definitif, mulai: 2025-01-01, sk: SK 1}
  - {peran: pemeriksa, orang: dua, kedudukan: definitif, mulai: 2025-01-01, sk: SK 2}
```

## Memperbaiki
Bila kekurangannya bertanggal akhir, tunjuk pelaksana harian (Plh) untuk salah satu peran pada hari-hari itu. Bila tidak,
tunjuk pejabat definitif atau pelaksana tugas (Plt). Lalu tambahkan masa jabatannya di `sop/petugas.yml`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from paraf.finding import Severity
from paraf.rules.base import Facts, Seen, SopRule
from paraf.sop.dates import write_date
from paraf.sop.forms.papers import Approve, Submit, Write
from paraf.sop.officials import Overlap, Shortage, Vacancy, shortages

VERBS = {Write: "menyusun", Submit: "mengajukan", Approve: "menyetujui"}
NUMBERS = {1: "satu", 2: "dua", 3: "tiga"}


def check(facts: Facts) -> Iterator[Seen]:
    """Report every paper and stretch of days, from today on, for which the roles lack distinct people."""
    repo = facts.repo
    if repo.papers is None or repo.officials is None:
        return
    papers = {paper.id: paper.nama for paper in repo.papers.value.naskah}
    names = {role.id: role.sebutan for role in repo.sop.roles}
    for shortage in shortages(repo.papers.value, repo.officials.value, facts.today):
        yield Seen(
            file="petugas",
            route=("masa_jabatan",),
            subject=f"Naskah {papers[shortage.paper]}",
            message=f"{_days(shortage)}, {_lack(shortage.lack, names)}.",
            repair=f"Tunjuk {_whom(shortage, names)}, lalu tambahkan masa jabatannya di sop/petugas.yml.",
        )


def _days(shortage: Shortage) -> str:
    start = write_date(shortage.start)
    if shortage.end is None:
        return f"Mulai {start}"
    return f"Pada {start}" if shortage.end == shortage.start else f"Dari {start} sampai {write_date(shortage.end)}"


def _lack(lack: Vacancy | Overlap, names: Mapping[str, str]) -> str:
    if isinstance(lack, Vacancy):
        stopped = f"langkah {_listed(lack.steps)} tidak dapat dijalankan dan naskah ini berhenti"
        return f"tidak ada yang memegang peran {names[lack.role]}, sehingga {stopped}"
    acts = [f"{VERBS[type(act)]} di langkah {_listed(steps)} ({names[act.oleh]})" for act, steps in lack.acts.items()]
    approvals_only = all(isinstance(act, Approve) for act in lack.acts)
    law = "Setiap persetujuan harus dari orang yang berbeda" if approvals_only else "Yang menyetujui harus orang lain"
    return f"hanya ada {NUMBERS.get(lack.people, lack.people)} orang untuk {_listed(acts)}. {law}, jadi naskah ini berhenti"


def _whom(shortage: Shortage, names: Mapping[str, str]) -> str:
    """Whom to appoint. Somebody new helps in a role that has one of the acts; one that has several must be shared."""
    lack = shortage.lack
    days = "" if not shortage.end else " pada hari itu" if shortage.end == shortage.start else " pada hari-hari itu"
    position = "Plh" if shortage.end else "pejabat definitif atau Plt"
    if isinstance(lack, Vacancy):
        return f"{position} untuk peran {names[lack.role]}{days}"
    count = Counter(act.oleh for act in lack.acts)
    single = [names[role] for role in count if count[role] == 1]
    if single:
        return f"orang lain sebagai {position} untuk peran {_listed(single, 'atau')}{days}"
    same = f"dengan kedudukan yang sama (definitif{', Plt, atau Plh' if shortage.end else ' atau Plt'})"
    return f"satu orang lagi untuk peran {_listed([names[role] for role in count], 'atau')}{days} {same}"


def _listed(items: Sequence[str], word: str = "dan") -> str:
    """``A``, ``A dan B``, ``A, B, dan C``."""
    *first, last = items
    return f"{', '.join(first)}{',' if len(first) > 1 else ''} {word} {last}" if first else last


RULE = SopRule(
    code="SOP112",
    name="Peran tanpa orang berbeda",
    severity=Severity.WAJIB,
    basis="Panduan ini: yang menyetujui bukan yang menulis atau mengajukan",
    check=check,
)
