"""``api/lakip.json``: years, versions, addresses, digests, days and roles; no name of anybody."""

import json
from typing import Any

from views.terbit.editions import first, later, shown, with_files, withdrawing
from views.terbit.test_downloads import DIGEST, EVIDENCE, PDF


def api(*editions: Any, **options: Any) -> Any:
    return json.loads(shown(*editions, **options).files["api/lakip.json"])


def test_a_year_and_its_version() -> None:
    (year,) = api(first())["tahun"]
    (version,) = year["versi"]
    assert (year["tahun"], year["alamat"], year["contoh"], year["berlaku"]) == (2025, "lakip/2025/", True, 1)
    assert (version["nomor"], version["alamat"], version["tercatat"]) == (1, "lakip/2025/v1/", True)
    assert version["sidik"] == {
        "isi": first().closing.content,
        "teks": first().closing.expanded,
        "aturan": first().closing.rules,
        "buku": first().seal,
    }
    assert [step["kode"] for step in version["langkah"]] == ["B8", "B9", "B10", "B11", "B12"]
    assert version["langkah"][3] == {"kode": "B11", "peran": ["staf", "kadin"], "selesai": "2026-02-23T09:30:00+07:00"}
    assert version["bagian"][0] == {
        "judul": "Kata Pengantar",
        "alamat": "lakip/2025/v1/01-kata-pengantar/",
        "lampiran": False,
        "tertutup": False,
    }
    assert version["angka"][0] == "lakip/2025/v1/data/data-contoh-capaian.csv"
    assert version["pdf"] == []


def test_pdfs_with_their_digests_and_none_for_the_ppid() -> None:
    named = EVIDENCE + f"  naskah: {{nama: b12-lakip.pdf, sidik: {DIGEST}}}\n"
    edition = with_files({"bukti/b12.yml": named.encode(), "bukti/b12-lakip.pdf": PDF})
    (version,) = api(edition)["tahun"][0]["versi"]
    assert version["pdf"] == [
        {"alamat": "lakip/2025/v1/unduh/b12-lakip.pdf", "sidik": DIGEST, "byte": len(PDF), "bertanda_tangan": False}
    ]
    assert shown(edition).pictures == {"lakip/2025/v1/unduh/b12-lakip.pdf": PDF}
    assert api(edition, ppid=True)["tahun"][0]["versi"][0]["pdf"] == []
    assert shown(edition, ppid=True).pictures == {}


def test_replaced_and_withdrawn_versions() -> None:
    row = "tahun: 2025, versi: 2, tanggal: 2026-06-01, alasan: Salah ketik"
    (year,) = api(first(), later(2), repo=withdrawing(row))["tahun"]
    old, gone = year["versi"]
    assert (year["berlaku"], old["digantikan"], gone["digantikan"]) == (1, 2, None)
    assert gone["ditarik"] == {"tanggal": "2026-06-01", "alasan": "Salah ketik", "pengganti": None}
    assert "bagian" not in gone
    all_gone = api(first(), repo=withdrawing(row.replace("versi: 2", "versi: 1")))
    assert all_gone["tahun"][0]["berlaku"] is None
