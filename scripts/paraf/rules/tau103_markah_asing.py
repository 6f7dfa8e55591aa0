"""Bab hanya memakai Markdown biasa: tanpa HTML, tanpa alamat yang menjalankan sesuatu, tanpa berkas yang disisipkan.

## Mengapa
Markah asing dapat menjalankan perintah di peramban pembaca, atau menarik isi berkas lain ke dalam laporan tanpa terlihat.

## Buruk
```markdown
<iframe src="https://contoh.go.id"></iframe> dan [ini](javascript:alert(1)).
```

## Baik
```markdown
Lihat [halaman layanan](https://contoh.go.id); tanda `<iframe>` di dalam kode boleh.
```

## Memperbaiki
Hapus markahnya, lalu tulis dengan Markdown: tautan https, tabel, atau gambar dari folder tahun itu.
"""

from collections.abc import Iterator, Mapping

from paraf.door.markup import Kind
from paraf.finding import Place, Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_WORDS: Mapping[Kind, tuple[str, str]] = {
    "html": ("HTML tidak dipakai di laporan.", "Tulis dengan Markdown, atau apit dengan `…` bila memang contoh."),
    "alamat": (
        "Alamat seperti ini tidak dipakai di laporan.",
        "Pakai alamat https, mailto, atau berkas di folder tahun ini.",
    ),
    "sisipan": ("Tanda ini menyisipkan isi berkas lain.", "Hapus tandanya, lalu tulis isinya di sini."),
    "atribut": ("Kurung kurawal seperti ini mengubah markah halaman.", "Hapus kurung kurawalnya."),
}


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report foreign markup in every Markdown file of the year, letters too."""
    for name, markup in facts.report.markup.items():
        for one in markup.foreign:
            message, repair = _WORDS[one.kind]
            place = Place(f"{facts.report.folder}/{name}", one.line, one.column)
            yield Observed(place=place, subject=f"“{one.shown}”", message=message, repair=repair)


RULE = ReportRule(
    code="TAU103",
    name="Markah asing",
    severity=Severity.WAJIB,
    basis="yang dibaca sama dengan yang disetujui",
    check=check,
)
