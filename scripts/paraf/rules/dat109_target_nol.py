"""Target nol disertai penjelasan bagaimana keberhasilannya dinilai.

## Mengapa
Pembagian dengan nol tidak memberi persentase. Tanpa aturan tertulis, nol dapat disebut tercapai maupun gagal.

## Buruk
```yaml
# data/kinerja.yml
indikator: {target: {murni: "0"}}
```

## Baik
```yaml
# data/kinerja.yml
indikator: {target: {murni: "0"}, bila_target_nol: Tercapai bila tidak ada layanan yang melanggar standar.}
```

## Memperbaiki
Isi `bila_target_nol` pada indikator itu dengan satu kalimat, misalnya “Tercapai bila tidak ada insiden.”
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report targets of nothing without a rule; a target that is not confirmed yet is another rule's."""
    performance = facts.report.performance
    for measure in performance.measures.values() if performance else ():
        form = measure.form
        unruled = not (form.bila_target_nol or "").strip() and form.ditegaskan == "ya"
        if performance and unruled and not measure.target.low and not measure.unit.letters:
            edition = "perubahan" if "perubahan" in measure.targets else "murni"
            yield Observed(
                place=performance.source.place(*measure.route, "target", edition),
                subject=measure.id,
                message="Targetnya nol, sehingga capaiannya tidak dapat dihitung sebagai persentase.",
                repair="Isi bila_target_nol: satu kalimat yang menjelaskan kapan target ini tercapai.",
            )


RULE = ReportRule(
    code="DAT109",
    name="Target nol tanpa aturan",
    severity=Severity.WAJIB,
    basis="target nol tidak dapat menjadi pembagi",
    check=check,
)
