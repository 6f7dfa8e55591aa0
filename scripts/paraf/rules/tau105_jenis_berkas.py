"""Berkas di folder tahun berjenis yang dapat dibuka semua pembaca dan tidak menjalankan apa pun; gambarnya tidak besar.

## Mengapa
SVG dan sejenisnya dapat memuat perintah. Gambar yang besar memberatkan repositori selamanya dan lambat dibuka di ponsel.

## Buruk
```yaml
# lampiran/peta.svg
skema: 1
```

## Baik
```yaml
# lampiran/catatan.yml
skema: 1
```

## Memperbaiki
Simpan gambar sebagai png, jpg, atau webp paling besar 1 MB, dan dokumen sebagai pdf. Foto dari ponsel diperkecil dulu.
"""

from collections.abc import Iterator

from paraf.finding import Severity
from paraf.rules.report_base import Observed, ReportFacts, ReportRule

LARGEST_PICTURE = 1_000_000
"""In bytes."""
_PICTURES = frozenset(["png", "jpg", "jpeg", "webp"])
_PAPERS = frozenset(["pdf", "docx", "xlsx", "pptx", "odt", "ods", "md", "yml", "yaml", "csv", "txt", "json", "jsonl"])
_ACTIVE = frozenset(
    [
        *(
            "svg",
            "svgz",
            "html",
            "htm",
            "xhtml",
            "shtml",
            "mht",
            "mhtml",
            "xml",
            "xsl",
            "js",
            "mjs",
            "css",
            "wasm",
            "swf",
        ),
        *(
            "exe",
            "msi",
            "bat",
            "cmd",
            "com",
            "scr",
            "ps1",
            "vbs",
            "wsf",
            "hta",
            "lnk",
            "url",
            "jar",
            "apk",
            "dll",
            "sh",
            "py",
        ),
        *("php", "docm", "dotm", "xlsm", "xlsb", "xltm", "pptm", "ppsm"),
    ]
)


def check(facts: ReportFacts) -> Iterator[Observed]:
    """Report what readers should not be given, by the name of the file, and pictures that are too large."""
    for name in sorted(facts.report.files):
        kind = name.rpartition("/")[2].rpartition(".")[2].lower()
        size = facts.report.sizes[name]
        severity, repair = None, "Simpan sebagai pdf, png, jpg, atau webp, lalu hapus berkas ini."
        if kind in _ACTIVE:
            message = f"Berkas .{kind} dapat menjalankan perintah di komputer pembaca."
        elif kind not in _PICTURES | _PAPERS:
            message = "Jenis berkas ini tidak dipakai di laporan."
        elif kind in _PICTURES and size > LARGEST_PICTURE:
            shown = f"{max(size / 1e6, 1.1):.1f}".replace(".", ",")  # never "1,0 MB; paling besar 1 MB"
            message, severity = f"Gambar ini {shown} MB; paling besar 1 MB.", Severity.SEBAIKNYA
            repair = "Perkecil gambarnya, atau simpan sebagai jpg."
        else:
            continue
        place = facts.report.place(name)
        yield Observed(place=place, subject=name, message=message, repair=repair, severity=severity)


RULE = ReportRule(
    code="TAU105",
    name="Jenis dan besar berkas",
    severity=Severity.WAJIB,
    basis="laporan terbit tidak menjalankan apa pun",
    check=check,
)
