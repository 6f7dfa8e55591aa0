"""Forms for what an employee asks for or reports; an issue decides nothing, so it may be written by anybody."""

import yaml

from paraf.sop.repository import Repository
from paraf.views.forge.labels import MISTAKE, OPEN_YEAR, Label

Field = dict[str, object]


def forms(repo: Repository) -> dict[str, str]:
    """The YAML of every form by the name of its file; ``config`` is the page on which they are chosen."""
    found = {"buka-tahun": _open_year(), "kesalahan": _mistake(), "config": _chooser(repo)}
    if repo.papers and repo.papers.value.kertas and repo.papers.value.kertas.boleh:
        found["kertas"] = _on_paper()
    return {
        name: yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=10_000) for name, form in found.items()
    }


def _form(name: str, about: str, title: str, label: Label | None, *body: Field) -> Field:
    labelled: Field = {"labels": [label.name]} if label else {}
    titled: Field = {"title": title} if title else {}
    return {"name": name, "description": about, **titled, **labelled, "body": list(body)}


def _says(text: str) -> Field:
    return {"type": "markdown", "attributes": {"value": text}}


def _asks(key: str, label: str, about: str, *, kind: str = "input", needed: bool = True, example: str = "") -> Field:
    shown: Field = {"placeholder": example} if example else {}
    attributes: Field = {"label": label, "description": about, **shown}
    return {"type": kind, "id": key, "attributes": attributes, "validations": {"required": needed}}


def _open_year() -> Field:
    return _form(
        "Minta buka tahun laporan",
        "Tahun laporan baru perlu kerangkanya",
        "Buka tahun laporan ",
        OPEN_YEAR,
        _says("Yang boleh menulis ke repositori dapat langsung: Actions, **jalankan**, Run workflow, buka-tahun."),
        _asks("tahun", "Tahun laporan", "Empat angka", example="2027"),
        _asks("keterangan", "Keterangan", "Bila ada yang perlu diketahui", kind="textarea", needed=False),
    )


def _mistake() -> Field:
    return _form(
        "Lapor kesalahan",
        "Ada yang salah di panduan, catatan pemeriksaan, komentar, atau hasil cetak",
        "",
        MISTAKE,
        _says("Jangan menempelkan data pribadi, kata sandi, atau isi dokumen rahasia."),
        _asks("tempat", "Di mana", "Alamat halamannya, nomor PR, atau nama berkasnya"),
        _asks("terlihat", "Yang terlihat", "Salin kalimatnya, atau tempel gambar layarnya", kind="textarea"),
        _asks("seharusnya", "Yang seharusnya", "Menurut Anda, dan dasarnya", kind="textarea", needed=False),
    )


def _on_paper() -> Field:
    return _form(
        "Kabarkan tanda tangan di atas kertas",
        "Lembarnya sudah ditandatangani dan perlu dicatat",
        "Tanda tangan di atas kertas: ",
        None,
        _says("Kabar ini belum menyetujui apa pun. Lembarnya dicatat sebagai bukti di PR naskahnya, lalu ditegaskan."),
        _asks("pr", "Nomor PR naskahnya", "Angka sesudah tanda pagar", example="12"),
        _asks("langkah", "Langkah SOP", "Seperti tertulis di lembarnya"),
        _asks("tanggal", "Tanggal tanda tangan", "Hari, bulan, tahun"),
        _asks("arsip", "Tempat lembarnya disimpan", "Nomor berkas atau lemari arsip"),
    )


def _chooser(repo: Repository) -> Field:
    guide = repo.office.situs
    links = [{"name": "Panduan", "url": guide, "about": "Langkah SOP, tanya jawab, dan cara menulis"}] if guide else []
    return {"blank_issues_enabled": False, **({"contact_links": links} if links else {})}
