"""Setiap gambar mempunyai teks alternatif yang menerangkan isinya.

## Mengapa
Pembaca tunanetra mendengar teks itu sebagai ganti gambar, dan siapa pun membacanya bila gambarnya tidak tampil.

## Buruk
```markdown
![IMG_2034.jpg](lampiran/pelatihan.jpg)
```

## Baik
```markdown
![Peserta pelatihan mengisi formulir di aula kecamatan](lampiran/pelatihan.jpg)
```

## Memperbaiki
Tulis satu kalimat pendek di dalam kurung siku: apa yang tampak, dan mengapa gambar itu ada.
"""

import posixpath
import re
from collections.abc import Iterator

from paraf.door.markup import Link
from paraf.door.regex import regex
from paraf.door.text import echo
from paraf.finding import Place, Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

_FILE_NAME = regex(
    r".*\.(?:png|jpe?g|webp|gif|svg|bmp|heic|pdf)|(?:IMG|DSC|PXL|VID|Screenshot|WhatsApp Image)[-_ \d].*", re.IGNORECASE
)
_SAYS_NOTHING = regex(
    r"[\W\d_]*(?:(?:gambar|foto|image|img|picture|photo|untitled|tanpa judul)[\W\d_]*)?", re.IGNORECASE
)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report the pictures whose text says nothing."""
    for name, markup in facts.report.markup.items():
        for link in markup.links:
            wrong = _wrong(link) if link.picture else None
            if wrong:
                yield Observed(
                    place=Place(f"{facts.report.folder}/{name}", link.line, link.column),
                    subject=f"“{echo(link.target)}”",
                    message=wrong,
                    repair="Tulis di dalam kurung siku apa yang tampak pada gambar itu.",
                )


def _wrong(link: Link) -> str | None:
    text = link.text.strip()
    if not text:
        return "Gambar ini tidak mempunyai teks alternatif."
    file = posixpath.basename(link.target)
    if text in (file, file.rpartition(".")[0]) or _FILE_NAME.fullmatch(text):
        return "Teks alternatifnya nama berkas, bukan isi gambar."
    if _SAYS_NOTHING.fullmatch(text):
        return f"Teks alternatif “{echo(text)}” tidak menerangkan apa-apa."
    return None


RULE = ReportRule(
    code="TAU102",
    name="Gambar tanpa teks alternatif",
    severity=Severity.WAJIB,
    basis="laporan terbaca oleh semua orang (WCAG 2.2, 1.1.1)",
    check=check,
)
