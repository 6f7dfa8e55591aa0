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
Tunjuk pelaksana harian (Plh) untuk salah satu peran pada tanggal itu, lalu tambahkan masa jabatannya di `sop/petugas.yml`.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.base import Facts, Rule, Seen
from paraf.sop.dates import write_date
from paraf.sop.officials import Shortage, shortages


def check(facts: Facts) -> Iterator[Seen]:
    """Report every paper and stretch of days, from today on, for which the roles lack distinct people."""
    repo = facts.repo
    if repo.papers is None or repo.officials is None:
        return
    names = {paper.id: paper.nama for paper in repo.papers.value.naskah}
    for shortage in shortages(repo.papers.value, repo.officials.value, facts.today):
        roles = [repo.sop.role[role].sebutan for role in shortage.roles]
        yield Seen(
            file="petugas",
            route=("masa_jabatan",),
            subject=names[shortage.paper],
            message=f"{_days(shortage)}, {_lack(roles)}.",
            repair=f"Tunjuk Plh {roles[0]} untuk hari-hari itu, lalu tambahkan masa jabatannya di sop/petugas.yml.",
        )


def _days(shortage: Shortage) -> str:
    start = write_date(shortage.start)
    return f"Pada {start} sampai {write_date(shortage.end)}" if shortage.end else f"Sejak {start}"


def _lack(roles: list[str]) -> str:
    if len(roles) == 1:
        return f"tidak ada yang memegang peran {roles[0]}"
    return f"peran {', '.join(roles[:-1])} dan {roles[-1]} tidak dipegang orang yang cukup berbeda"


RULE = Rule(
    code="SOP112",
    name="Peran tanpa orang berbeda",
    severity=Severity.WAJIB,
    basis="Panduan ini: yang menyetujui bukan yang menulis atau mengajukan",
    check=check,
)
