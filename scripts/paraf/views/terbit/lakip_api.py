"""``api/lakip.json``: the published reports for machines, version 1. Keys are Indonesian, as in the data files."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from paraf.sop.repository import Repository
from paraf.views.page import address
from paraf.views.terbit.downloads import FOLDER as DOWNLOADS
from paraf.views.terbit.downloads import stored
from paraf.views.terbit.figures_csv import figures_csv
from paraf.views.terbit.shelf import Shelf, Volume, sheet_path

PATH = "api/lakip.json"
VERSION = 1


def lakip_json(repo: Repository, shelves: Sequence[Shelf]) -> str:
    """Every year with its versions; addresses are below the site's top, and no person is named."""
    document = {"versi": VERSION, "tahun": [_year(repo, shelf) for shelf in shelves]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _year(repo: Repository, shelf: Shelf) -> dict[str, Any]:
    volume = shelf.shown or shelf.newest
    return {
        "tahun": shelf.year,
        "judul": volume.title,
        "alamat": address(shelf.entrance),
        "contoh": volume.edition.sample,
        "berlaku": shelf.shown.edition.number if shelf.shown else None,
        "versi": [_version(repo, shelf, one) for one in shelf.volumes],
    }


def _version(repo: Repository, shelf: Shelf, volume: Volume) -> dict[str, Any]:
    edition, closing = volume.edition, volume.edition.closing
    gone = volume.withdrawn
    return {
        "nomor": edition.number,
        "alamat": address(f"{volume.folder}index.md"),
        "terbit": closing.at,
        "tercatat": edition.recorded,
        "digantikan": volume.after.number if volume.after else None,
        "ditarik": {"tanggal": gone.tanggal, "alasan": gone.alasan, "pengganti": gone.pengganti} if gone else None,
        "sidik": {
            "isi": closing.content,
            "teks": closing.expanded,
            "aturan": closing.rules,
            "buku": edition.seal,
        },
        "langkah": list(_steps(volume)),
        **({} if gone else _shown(repo, shelf, volume)),
    }


def _steps(volume: Volume) -> Iterator[dict[str, Any]]:
    """Every step with its roles and when it was done."""
    for step, deeds in volume.edition.closing.deeds:
        roles = list(dict.fromkeys(deed.role for deed in deeds))
        yield {"kode": step, "peran": roles, "selesai": max((deed.at for deed in deeds), default=None)}


def _shown(repo: Repository, shelf: Shelf, volume: Volume) -> dict[str, Any]:
    """What there is to read and to take along."""
    pdfs = () if shelf.ppid else stored(repo, volume)
    return {
        "bagian": [
            {
                "judul": part.heading,
                "alamat": address(part.path),
                "lampiran": part.annex,
                "tertutup": part.closed,
            }
            for part in volume.parts.parts
        ],
        "angka": [sheet_path(volume, name) for name in figures_csv(volume.edition.source.report)],
        "pdf": [
            {
                "alamat": f"{volume.folder}{DOWNLOADS}/{one.name}",
                "sidik": one.digest,
                "byte": len(one.data),
                "bertanda_tangan": one.signed,
            }
            for one in pdfs
        ],
    }
