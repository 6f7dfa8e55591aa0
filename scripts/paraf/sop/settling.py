"""From the sample office to a real one: the files of ``sop/`` with the office's own names, accounts and letterhead.

Texts are changed line by line, so that every comment in them stays; whoever calls reads the result through the strict
door before anything is written.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from paraf.sop.repository import OFFICE, OFFICIALS


class Official(Struct, frozen=True):
    """Who holds a role from now on, and on which decree."""

    role: str
    name: str
    account: str
    number: int
    since: date
    decree: str


class Answers(Struct, frozen=True, kw_only=True):
    """What the office said about itself; ``repository`` empty while it has none."""

    name: str
    short: str
    government: str
    place: str
    repository: str
    letterhead: tuple[str, ...]
    officials: tuple[Official, ...]


def settled(files: Mapping[str, str], sop: str, answers: Answers) -> dict[str, str]:
    """The changed files by path; ``sop`` is the path of the SOP's own file."""
    office = _scalars(
        files[OFFICE],
        {
            "nama": _text(answers.name),
            "nama_pendek": _text(answers.short),
            "pemerintah": _text(answers.government),
            "tempat": _text(answers.place),
            "repositori": answers.repository and _text(answers.repository),
            "tahun_contoh": "[]",
        },
    )
    changed = {OFFICE: office, sop: _letterhead(files[sop], answers.letterhead)}
    if OFFICIALS in files:
        changed[OFFICIALS] = "\n".join(_officials(answers.officials)) + "\n"
    return changed


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _scalars(text: str, values: Mapping[str, str]) -> str:
    """Top-level keys with new values; a key that the file does not have is added at its end."""
    for key, value in values.items():
        line = f"{key}: {value}".rstrip()
        found = re.search(rf"^{key}:.*$", text, re.MULTILINE)
        text = text[: found.start()] + line + text[found.end() :] if found else f"{text}{line}\n"
    return text


def _letterhead(text: str, lines: Sequence[str]) -> str:
    """The SOP's *kop*, its first two lines and its last in bold as the form prints them."""
    bold = {0, 1, len(lines) - 1}
    rows = [f"    - {{teks: {_text(line)}{', tebal: ya' if at in bold else ''}}}" for at, line in enumerate(lines)]
    block = "  kop:\n" + "".join(f"{row}\n" for row in rows)
    return re.sub(r"^  kop:\n(?: {4}.*\n)+", lambda _: block, text, count=1, flags=re.MULTILINE)


def _officials(officials: Iterable[Official]) -> Iterable[str]:
    yield "# Siapa memegang peran apa, sejak kapan sampai kapan, berdasarkan SK yang mana."
    yield "#"
    yield "# `id` adalah nomor akun di GitHub (tetap sama walaupun nama akun diganti)."
    yield "# kedudukan: definitif · plt (pelaksana tugas) · plh (pelaksana harian; wajib bertanggal akhir)."
    yield "# Masa jabatan hanya ditambah atau ditutup, tidak dihapus."
    yield "# yaml-language-server: $schema=skema/petugas.json"
    yield "skema: 1"
    yield ""
    yield "orang:"
    people = {one.account.casefold(): one for one in officials}
    for one in people.values():
        yield f"  - {{kunci: {_key(one)}, nama: {_text(one.name)}, akun: {_text(one.account)}, id: {one.number}}}"
    yield ""
    yield "masa_jabatan:"
    for one in officials:
        key = _key(people[one.account.casefold()])
        since = one.since.isoformat()
        yield (
            f"  - {{peran: {one.role}, orang: {key}, kedudukan: definitif, mulai: {since}, sk: {_text(one.decree)}}}"
        )


def _key(one: Official) -> str:
    return f"akun-{one.account.casefold()}"[:32].rstrip("-")
