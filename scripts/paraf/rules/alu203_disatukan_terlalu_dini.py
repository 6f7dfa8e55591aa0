"""Naskah disatukan ke naskah resmi sebelum syaratnya terpenuhi.

## Mengapa
Yang sudah disatukan tampak resmi, padahal ada langkah yang terlewat. Naskahnya belum selesai, dan naskah berikutnya menunggu.

## Buruk
Naskah disatukan sebelum disetujui.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
1 ajukan penerima
1 gabung pemeriksa
```

## Baik
Naskah dilanjutkan dalam PR baru yang berisi berkas putaran.

```alur
1 buka penerima: surat.md=isi bukti/c1.yml=ada
1 ajukan penerima
1 gabung pemeriksa
2 buka penerima: putaran/surat-1.yml=terlewat
```

## Memperbaiki
Yang sudah disatukan tidak ditarik. Buka PR baru berisi berkas putaran dengan alasan dan tanggalnya, lalu jalankan langkah yang
terlewat di sana.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.course import paper_of, pull_seen, pulls_with
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.forms.papers import Paper


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report papers merged too early that nobody took up again; of other changes only a remark: no later one mends them."""
    for early in pulls_with(facts, "disatukan terlalu dini"):
        paper = paper_of(facts, early)
        if paper is None:
            yield pull_seen(facts, early, Severity.SEBAIKNYA)
        elif not _taken_up(facts, early.pull, paper):
            yield pull_seen(facts, early)


def _taken_up(facts: ReportFacts, pull: int, paper: Paper) -> bool:
    """Whether a pull request opened later carries the paper, or has finished it."""
    steps = {stage.kode for stage in paper.langkah}
    later = (step.pull for step in facts.cycle.steps if step.step in steps) if facts.cycle else ()
    return any(number is not None and number > pull for number in later)


RULE = ReportRule(
    code="ALU203",
    name="Disatukan terlalu dini",
    severity=Severity.WAJIB,
    basis="urutan langkah SOP",
    check=check,
)
