"""``paraf mulai-sungguhan``: ask the office about itself, write ``sop/``, move the sample years away."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from paraf.adapters.files import move_folder, read_data, write_if_changed
from paraf.adapters.office import load_repository
from paraf.commands.console import echo, narrate, program, result
from paraf.commands.selaraskan import selaraskan
from paraf.door.values import complaint
from paraf.errors import UsageError
from paraf.sop.forms.office import REPOSITORY
from paraf.sop.forms.officials import ACCOUNT
from paraf.sop.forms.sop import Role
from paraf.sop.repository import OFFICE, OFFICIALS, Repository, read_repository, wanted
from paraf.sop.settling import Answers, Official, settled

T = TypeVar("T")

SAMPLES = "contoh"
"""Where the sample years go; nothing reads them there."""


def mulai_sungguhan(root: Path) -> int:
    """Everything is asked and read through the door first; only then is anything written or moved."""
    repo = load_repository(root)
    narrate(
        "Jawab setiap pertanyaan; tekan Enter untuk memakai yang di dalam kurung siku. Ctrl+C membatalkan semuanya."
    )
    answers = _asked(repo)
    names = [name for name in (OFFICE, OFFICIALS, repo.sop.file) if read_data(root, name) is not None]
    files = {name: (read_data(root, name) or b"").decode() for name in names}
    changed = settled(files, repo.sop.file, answers)
    _proven(root, changed)
    for year in repo.office.tahun_contoh:
        if move_folder(root, f"lakip/{year}", f"{SAMPLES}/{year}"):
            result(f"dipindahkan: lakip/{year} ke {SAMPLES}/{year}")
    for name, text in changed.items():
        if write_if_changed(root / name, text.encode()):
            result(f"ditulis: {name}")
    selaraskan(root, only_check=False)  # whom GitHub tells of changes to the rules are these officials now
    result(f"Selesai. Berikutnya: {program()} mulai, lalu {program()} buka-tahun TAHUN.")
    return 0


def _proven(root: Path, changed: dict[str, str]) -> None:
    """What would be written must be accepted as a whole; raises ``DataError`` before anything is touched."""
    names = [f"sop/{path.name}" for path in sorted((root / "sop").iterdir())]
    files = {name: read_data(root, name) or b"" for name in names if wanted(name)}
    read_repository(files | {name: text.encode() for name, text in changed.items()})


def _asked(repo: Repository) -> Answers:
    office = repo.office
    name = _ask("Nama perangkat daerah", office.nama)
    short = _ask("Nama pendeknya", office.nama_pendek)
    government = _ask("Pemerintah daerahnya", office.pemerintah)
    place = _ask("Tempat", office.tempat)
    address = _ask("Alamat dan telepon untuk kop", "")
    repository = _read("Alamat repositori, diawali https:// (boleh kosong)", _address, "")
    head = [government.upper(), name.upper(), *([address] if address else []), place.upper()]
    officials = [_official(role) for role in repo.sop.roles] if repo.officials else []
    return Answers(
        name=name,
        short=short,
        government=government,
        place=place,
        repository=repository,
        letterhead=tuple(head),
        officials=tuple(officials),
    )


def _official(role: Role) -> Official:
    narrate(f"{role.jabatan or role.sebutan}:")
    return Official(
        role=role.id,
        name=_ask("  Nama yang dicetak", role.sebutan),
        account=_read("  Nama akun GitHub", _fits(ACCOUNT)),
        number=_read("  Nomor akun GitHub", _number),
        since=_read("  Menjabat sejak (tahun-bulan-hari)", _day),
        decree=_ask("  Nomor SK"),
    )


def _read(question: str, read: Callable[[str], T], default: str | None = None) -> T:
    """Ask until the answer can be used; what is wrong with one is told at once."""
    while True:
        given = str(click.prompt(question, default=default, err=True, show_default=bool(default))).strip()
        try:
            return read(given)
        except UsageError as error:
            narrate(f"    {error}")


def _ask(question: str, default: str | None = None) -> str:
    return _read(question, str, default)


def _fits(meta: msgspec.Meta) -> Callable[[str], str]:
    """An answer that the format of the data file accepts."""

    def read(text: str) -> str:
        if wrong := complaint(meta, text):
            raise UsageError(f"{wrong[0][:1].upper()}{wrong[0][1:]}; {wrong[1]}.")
        return text

    return read


def _address(text: str) -> str:
    return _fits(REPOSITORY)(text.rstrip("/")) if text else ""


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:16]) > 0 and len(text) < 16):
        raise UsageError(f"'{echo(text)}' bukan nomor akun; tulis angka saja, misalnya 1234567.")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{echo(text)}' bukan tanggal; tulis misalnya 2026-01-31.") from None
