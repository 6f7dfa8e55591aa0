"""What the site builder says, in Indonesian that names the page and the repair; pure functions over its messages."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from paraf.door.regex import regex
from paraf.errors import Fault


class Phrase(NamedTuple):
    """A sentence of the builder as a pattern, and ours with the same parts; ``page`` is written as a place."""

    pattern: re.Pattern[str]
    words: str


def _phrase(pattern: str, words: str) -> Phrase:
    return Phrase(re.compile(pattern, re.DOTALL), words)


_LINK = r"Doc file '(?P<page>.*?)' contains a link '(?P<link>.*)', but "

# The first that matches is taken. From MkDocs 1.6: structure/{pages,files,nav}.py, commands/build.py, config/, utils/yaml.py.
_TABLE = (
    _phrase(
        _LINK + r"the target(?: '.*')? is not found among documentation files\.",
        "{page}: tautan '{link}' tidak menuju berkas mana pun. Betulkan alamatnya.",
    ),
    _phrase(
        _LINK + r"there is no such anchor on this page\..*",
        "{page}: tautan '{link}' menuju bagian yang tidak ada di halaman ini. Samakan dengan judul bagiannya.",
    ),
    _phrase(
        _LINK + r"the doc '(?P<target>.*)' does not contain an anchor '#(?P<anchor>.*)'\.",
        "{page}: tautan '{link}' menuju bagian '{anchor}' yang tidak ada di {target}. Samakan dengan judul bagiannya.",
    ),
    _phrase(
        r"Doc file '(?P<page>.*?)' contains an absolute link '(?P<link>.*)', it was left as is\.",
        "{page}: tautan '{link}' diawali garis miring. Tulis alamat berkasnya dihitung dari halaman ini.",
    ),
    _phrase(
        r"Doc file '(?P<page>.*?)' contains an unrecognized relative link '(?P<link>.*)', it was left as is\.",
        "{page}: tautan '{link}' tidak menuju berkas mana pun. Tulis nama berkasnya lengkap dengan .md.",
    ),
    _phrase(
        r"Excluding '(?P<page>.*)' from the site because it conflicts with '(?P<other>.*)'\.",
        "{page} memakai alamat yang sama dengan {other}. Ganti nama salah satunya.",
    ),
    _phrase(
        r"The following pages exist in the docs directory, but are not included in the \"nav\" configuration:\s*(?P<pages>.*)",
        "Halaman ini tidak tercantum di navigasi: {pages}. Tambahkan di mkdocs.yml, atau hapus bagian nav di sana.",
    ),
    _phrase(
        r"(?:A reference|An absolute path) to '(?P<link>.*)' is included in the 'nav' configuration, which .*",
        "Navigasi menyebut '{link}' yang tidak ada. Betulkan bagian nav di mkdocs.yml.",
    ),
    _phrase(
        r"Error reading page '(?P<page>.*?)': ?maximum recursion depth exceeded.*",
        "{page}: susunan halaman ini terlalu rumit. Kurangi tingkat daftar dan kutipannya.",
    ),
    _phrase(
        r"Error (?:reading|building) page '(?P<page>.*?)': ?"
        r"(?:Invalid IPv6 URL|'.*' does not appear to be an IPv4 or IPv6 address|netloc .* contains invalid.*)",
        "{page} memuat alamat yang tidak dapat dibaca. Betulkan alamat https-nya: hapus kurung siku dan tanda yang tidak lazim.",
    ),
    _phrase(
        r"Error (?:reading|building) page '(?P<page>.*?)': ?(?P<said>.*)",
        "{page} tidak dapat diolah menjadi halaman. Kata pembangun situs: {said}",
    ),
    _phrase(
        r"Template skipped: '(?P<name>.*)' not found in .*",
        "Pola halaman {name} tidak ada. Kembalikan berkasnya, atau hapus namanya dari mkdocs.yml.",
    ),
    _phrase(
        r"MkDocs encountered an error parsing the configuration file: (?P<said>.*)line (?P<line>\d+), column (?P<column>\d+).*",
        "mkdocs.yml:{line}:{column}: susunan YAML tidak terbaca di sini. "
        "Bandingkan jorokan, kurung, dan tanda kutipnya dengan baris di atasnya.",
    ),
    _phrase(
        r"MkDocs encountered an error parsing the configuration file: (?P<said>.*)",
        "mkdocs.yml bukan YAML yang utuh. Kembalikan berkasnya dari Git. Kata pembangun situs: {said}",
    ),
    _phrase(
        r"The configuration is invalid\..*",
        "mkdocs.yml tidak terbaca sebagai pengaturan situs. Kembalikan berkasnya dari Git.",
    ),
    _phrase(
        r"Config value '(?P<key>.*?)': Unrecognised configuration name: .*",
        "mkdocs.yml: kunci '{key}' tidak dikenal. Betulkan atau hapus.",
    ),
    _phrase(
        r"Config value '(?P<key>.*?)': .*[Tt]he path (?:set in \w+ \()?'(?P<path>.*)'.*(?:isn't an existing|does not exist).*",
        "mkdocs.yml: kunci '{key}' menyebut {path}, yang tidak ada. Betulkan alamatnya.",
    ),
    _phrase(
        r"Config value '(?P<key>.*?)': (?P<said>.*)",
        "mkdocs.yml: isi kunci '{key}' tidak dapat dipakai. Kata pembangun situs: {said}",
    ),
)
_GUESS = regex(r" Did you mean '(?P<guess>.*)'\?\Z", re.DOTALL)


def not_built(messages: Iterable[str], by_hand: Callable[[str], bool], faults: Sequence[Fault] = ()) -> str:
    """Why there is no site: what the builder says, and what was refused in the HTML it made.

    ``by_hand`` tells which staged pages come from ``docs/``.
    """
    lines = [f"{fault.place}: {fault.message}\n    Perbaikan: {fault.repair}." for fault in faults]
    lines += [in_indonesian(message, by_hand) for message in messages]
    said = "\n".join(f"  {line}" for line in lines)
    return f"Situs belum dapat dibangun. Perbaiki yang disebut di bawah ini, lalu ulangi.\n{said}"


def in_indonesian(message: str, by_hand: Callable[[str], bool]) -> str:
    """One message of the builder; what we do not know is shown as it is, after words that say whose it is."""
    guess = _GUESS.search(message)
    core = message[: guess.start()] if guess else message
    for pattern, words in _TABLE:
        if found := pattern.fullmatch(core):
            parts = {name: _place(name, value, by_hand) for name, value in found.groupdict().items()}
            return words.format(**parts) + (f" Mungkin maksudnya '{guess['guess']}'." if guess else "")
    return f"Kata pembangun situs (dalam bahasa Inggris): {message}"


def _place(name: str, value: str, by_hand: Callable[[str], bool]) -> str:
    if name in ("page", "target", "other"):
        return f"docs/{value}" if by_hand(value) else f"halaman {value} (dibuat dari SOP)"
    return ", ".join(line.strip(" -") for line in value.strip().splitlines())
