"""Setiap masukan dijawab di `tanggapan.yml`: diterima beserta perubahannya, atau ditolak beserta alasannya.

## Mengapa
Yang memberi masukan perlu tahu nasib masukannya, dan yang menyetujui perlu tahu apa yang berubah sejak draf awal.

## Buruk
```yaml
# tanggapan.yml
tanggapan:
  - {nomor: 1, jawaban: diterima, perubahan: Sebabnya ditambahkan, di: [80-penutup.md]}
```

## Baik
```yaml
# tanggapan.yml
tanggapan:
  - {nomor: 1, jawaban: diterima, perubahan: Sebabnya ditambahkan, di: [80-penutup.md]}
  - {nomor: 2, jawaban: ditolak, alasan: Istilahnya sudah menurut peraturan}
```

## Memperbaiki
Tambahkan satu baris untuk setiap nomor masukan. `diterima` menyebut perubahannya dan berkasnya, `ditolak` menyebut alasannya,
`diterima sebagian` menyebut ketiganya.
"""

from collections import Counter
from collections.abc import Iterator

from paraf.door.decode import Source
from paraf.finding import Severity
from paraf.laporan.forms.small import Answer, AnswersFile
from paraf.laporan.report import ANSWERS
from paraf.rules.report_base import Observed, ReportFacts, ReportRule
from paraf.sop.forms.evidence import Rows


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report rows without an answer and answers that are incomplete; answers without a row once every matrix was read."""
    report, source, asked = facts.report, facts.report.answers, facts.evidence.asked
    if source is None:
        if asked and ANSWERS not in report.files:
            message = f"{len(asked)} masukan belum dijawab, karena berkas ini belum ada."
            repair = "Tulis berkasnya, satu baris untuk setiap nomor masukan."
            yield Observed(place=report.place(ANSWERS), subject="Tanggapan", message=message, repair=repair)
        return
    written = Counter(answer.nomor for answer in source.value.tanggapan)
    for number, count in Counter(row.number for row in asked).items():
        place = next(row.place for row in asked if row.number == number)
        if count > 1:
            yield _seen(source, (), number, "Nomornya dipakai lebih dari satu masukan.", f"Betulkan di {place.file}.")
        elif not written[number]:
            repair = f"Tambahkan 'nomor: {number}' beserta jawabannya."
            yield _seen(source, (), number, f"Belum dijawab; isinya di {place.file} baris {place.line}.", repair)
    known = {row.number for row in asked}
    for index, answer in enumerate(source.value.tanggapan):
        if answer.nomor not in known and not _unread(facts):
            message = "Tidak ada masukan dengan nomor ini."
            yield _seen(source, (index, "nomor"), answer.nomor, message, "Betulkan nomornya, atau hapus barisnya.")
        elif written[answer.nomor] > 1:
            yield _seen(source, (index, "nomor"), answer.nomor, "Dijawab dua kali.", "Sisakan satu jawaban.")
        for key, message, repair in _lacking(answer, facts):
            yield _seen(source, (index, key), answer.nomor, message, repair)


def _lacking(answer: Answer, facts: ReportFacts) -> Iterator[tuple[str, str, str]]:
    if answer.jawaban != "ditolak" and not (answer.perubahan and answer.di):
        yield "jawaban", "Diterima, tetapi perubahannya belum disebut.", "Isi perubahan, dan di: berkas yang diubah."
    if answer.jawaban != "diterima" and not answer.alasan:
        yield "jawaban", f"Dijawab “{answer.jawaban}”, tetapi alasannya belum disebut.", "Isi alasan."
    for name in answer.di:
        if name not in facts.report.files:
            yield "di", f"Berkas {name} tidak ada di folder tahun ini.", "Betulkan nama berkasnya."


def _unread(facts: ReportFacts) -> bool:
    """Whether a matrix could not be read, so that nobody knows its rows."""
    forms = [facts.evidence.forms[one.name.step] for one in facts.evidence.unread if one.name and not one.name.on_paper]
    return any(isinstance(field, Rows) and field.dijawab == "ya" for form in forms for field in form.fields)


def _seen(
    source: Source[AnswersFile], route: tuple[str | int, ...], number: int, message: str, repair: str
) -> Observed:
    place = source.place("tanggapan", *route)
    return Observed(place=place, subject=f"Masukan nomor {number}", message=message, repair=repair)


RULE = ReportRule(
    code="ALU104",
    name="Masukan belum dijawab",
    severity=Severity.WAJIB,
    basis="masukan dari bidang dan seksi atas draf awal",
    check=check,
)
