"""Verifikasi paket LAKIP: apakah isi, bukti, dan PDF di paket ini yang tercatat di buku kendalinya.

Dipakai pemeriksa dari luar, tanpa memasang apa pun selain Python 3.8 atau yang lebih baru:

    python verifikasi.py                      memeriksa folder tempat berkas ini berada
    python verifikasi.py PAKET.zip            memeriksa sebuah paket tanpa mengekstraknya
    python verifikasi.py --sidik "5e08 ..."   juga mencocokkan sidik jari yang tercetak

Ditulis dari uraian bentuknya (halaman Format data), bukan dari program yang membuat paket ini, supaya keduanya saling
menguji. Hasil 0: semua yang dapat diperiksa benar. Hasil 1: ada yang salah. Hasil 2: cara memanggilnya keliru.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import zipfile
import zlib
from datetime import datetime
from typing import Any

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
HEX = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"([0-9]{3})-([a-z][a-z0-9-]*)\.jsonl")
SHARED = ("tahun", "naskah", "edisi", "pr", "selesai", "sidik_isi", "sidik_teks", "sidik_aturan")
LATER = r"(?P<later>-(?:[2-9]|[1-9][0-9])|-kertas)?"
FILE = r"(?:\.yml|(?:-(?!v[0-9])[a-z][a-z0-9-]*)?\.(?:pdf|jpg|jpeg|png))"
TEXT = "teks-yang-disetujui.md"
OWN = ("paket.json", "verifikasi.py", "BACA-SAYA.txt", TEXT, "sop/naskah.yml", "sop/petugas.yml")
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
NONSENSE = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)
UNREADABLE = (OSError, RuntimeError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What bytes that are no package make of those who read them."""


class UnusableError(Exception):
    """Nothing can be verified; the message says why."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def grouped(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def plain(digest: str) -> str:
    return re.sub(r"\s", "", digest).lower()


def when(moment: str) -> str:
    at = datetime.fromisoformat(moment)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} pukul {at.hour:02d}.{at.minute:02d} ({moment[-6:]})"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def read_zip(place: str) -> dict[str, bytes]:
    """Every file of a ZIP by its path."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(place) as archive:
            for entry in archive.infolist():
                if entry.filename in files:
                    raise UnusableError(f"Paket ini memuat dua berkas bernama {entry.filename}.")
                if not entry.is_dir():
                    files[entry.filename] = archive.read(entry)
    except UNREADABLE as error:
        raise UnusableError(f"Paket {place} tidak dapat dibaca: {error}.") from error
    return files


def read_folder(place: str) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    files: dict[str, bytes] = {}
    for folder, folders, names in os.walk(place):
        for name in (*folders, *names):
            path = os.path.join(folder, name)
            inside = os.path.relpath(path, place).replace(os.sep, "/")
            if os.path.islink(path):
                raise UnusableError(f"{inside} adalah tautan, bukan berkas.")
            if name in names and name not in LITTER:
                with open(path, "rb") as stream:
                    files[inside] = stream.read()
    return files


def canonical(row: bytes) -> dict[str, Any] | None:
    """A line of the book in the one way it may be written; ``None`` for anything else."""
    try:
        line = json.loads(row)
        written = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
        whole = all(key in line for key in (*SHARED, "sebelum", "langkah", "tindakan"))
        return line if whole and written.encode() == row else None
    except NONSENSE:
        return None


def content_digest(files: dict[str, bytes], folder: str) -> str:
    """The digest of some files: mode, SHA-256 and path of each, in the order of the paths."""
    rows = [f"100644 {sha256(files[path])} {folder}{path}\0" for path in sorted(files)]
    return sha256(("paraf 1\0" + "".join(rows)).encode())


class Package:
    """A package under examination; ``wrong`` names what is not right."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.wrong: list[str] = []
        try:
            told = json.loads(files["paket.json"])
            self.year, self.paper, self.edition = int(told["tahun"]), str(told["naskah"]), int(told["edisi"])
            self.sample = told.get("contoh") == "ya"
        except NONSENSE as error:
            raise UnusableError("paket.json tidak ada atau tidak dapat dibaca; ini bukan paket pemeriksaan.") from error
        self.folder = f"lakip/{self.year}/"
        below = {path[len(self.folder) :]: data for path, data in files.items() if path.startswith(self.folder)}
        self.books = {path[5:]: data for path, data in below.items() if path.startswith("buku/")}
        self.evidence = {path: data for path, data in below.items() if path.startswith("bukti/")}
        self.content = {path: data for path, data in below.items() if not path.startswith(("buku/", "bukti/"))}
        self.volumes: list[list[dict[str, Any]]] = []
        self.seals: list[str] = []

    def check(self, name: str, right: bool, yes: str, no: str) -> None:
        say(f"[{'benar' if right else 'SALAH'}] {name}: {yes if right else no}")
        if not right:
            self.wrong.append(name)

    def chain(self) -> None:
        """Form, numbering and chain of every file of the book."""
        faults: list[str] = []
        for number, name in enumerate(sorted(self.books), 1):
            told, lines = NAME.fullmatch(name), self.lines(name, faults)
            if not told or int(told.group(1)) != number:
                faults.append(f"{name}: nama atau nomornya tidak berurutan")
            elif lines and (lines[0]["naskah"], lines[0]["tahun"]) != (told.group(2), self.year):
                faults.append(f"{name}: isinya tentang naskah atau tahun lain")
            if any(line[key] != lines[0][key] for line in lines for key in SHARED):
                faults.append(f"{name}: baris-barisnya tidak tentang naskah yang sama")
            self.volumes.append(lines)
        right = f"{len(self.books)} berkas, {len(self.seals)} baris, tersambung tanpa putus"
        self.check("Buku kendali", bool(self.seals) and not faults, right, "; ".join(faults[:5]) or "tidak ada")

    def lines(self, name: str, faults: list[str]) -> list[dict[str, Any]]:
        """The lines of a file of the book, each continuing the one before it."""
        lines: list[dict[str, Any]] = []
        if not self.books[name].endswith(b"\n"):
            faults.append(f"{name}: ujungnya terpotong")
        for at, text in enumerate(self.books[name].split(b"\n")[:-1], 1):
            line = canonical(text + b"\n")
            before = self.seals[-1] if self.seals else f"tahun-{self.year}"
            if line is None:
                faults.append(f"{name} baris {at}: bukan bentuk baku")
            elif line["sebelum"] != before:
                faults.append(f"{name} baris {at}: rantai terputus")
            lines += [line] if line else []
            self.seals.append(sha256(text + b"\n"))
        return lines

    def report(self) -> list[dict[str, Any]]:
        """The lines that record this report."""
        wanted = (self.paper, self.edition)
        found = [rows for rows in self.volumes if rows and (rows[0]["naskah"], rows[0]["edisi"]) == wanted]
        return found[0] if found else []

    def contents(self, lines: list[dict[str, Any]]) -> None:
        """What the approvals bind: the files, and the text that a person read."""
        found = content_digest(self.content, self.folder)
        no = "ada berkas yang berubah, kurang, atau bertambah sesudah disetujui"
        right = f"{len(self.content)} berkas sama dengan yang disetujui"
        self.check("Isi naskah", found == lines[0]["sidik_isi"], right, no)
        say(f"        sidik isi: {grouped(found)}")
        if lines[0]["sidik_teks"]:
            same = TEXT in self.files and sha256(self.files[TEXT]) == lines[0]["sidik_teks"]
            self.check("Teks yang dibaca", same, "sama dengan yang dibaca pemberi persetujuan", "lain atau tidak ada")

    def proofs(self, lines: list[dict[str, Any]]) -> None:
        """The evidence that the book binds, and the files that lie with it."""
        bound: set[str] = set()
        edition = "" if self.edition == 1 else f"-v{self.edition}"
        for step, deed in ((line["langkah"], deed) for line in lines for deed in line["tindakan"]):
            if deed["jenis"] == "bukti":
                pattern = re.compile("bukti/" + re.escape(step.lower()) + edition + LATER + FILE)
                told = {path: pattern.fullmatch(path) for path in self.evidence}
                mine = {path: self.evidence[path] for path, found in told.items() if found and not found.group("later")}
                bound |= mine.keys()
                same = content_digest(mine, self.folder) == deed["sidik"]
                right = f"{len(mine)} berkas, seperti tercatat"
                self.check(f"Bukti {step}", same, right, "ada yang berubah, kurang, atau bertambah")
        self.documents(bound)

    def documents(self, bound: set[str]) -> None:
        """The printed and signed documents: each must be named, with its digest, by a record."""
        records = [data.decode("utf-8", "replace") for path, data in self.evidence.items() if path.endswith(".yml")]
        documents = sorted(path for path in self.evidence if not path.endswith(".yml"))
        for path in documents:
            digest = sha256(self.evidence[path])
            how = "terikat di buku" if path in bound else "dicatat sesudah terbit, TIDAK terikat di buku"
            named = digest in plain("\n".join(records))
            self.check(path, named, f"sidiknya disebut buktinya; {how}", "sidiknya bukan yang disebut buktinya")
            say(f"        sidik berkas: {grouped(digest)}")
        if not documents:
            say("[-] PDF: tidak ada yang tersimpan di paket ini.")

    def approvals(self, lines: list[dict[str, Any]]) -> None:
        """Who approved what, in the order of the steps; at least one approval is of this very content."""
        say(f"\nPersetujuan yang tercatat (PR #{lines[0]['pr']}):")
        whole = 0
        for step, deed in ((line["langkah"], deed) for line in lines for deed in line["tindakan"]):
            if deed["jenis"] == "setujui":
                this = deed["sidik"] == lines[0]["sidik_isi"]
                whole += this
                paper = f"; ditandatangani {deed['di_atas_kertas']} di atas kertas" if deed["di_atas_kertas"] else ""
                who = f"{deed['nama']}, {deed['peran']} {deed['kedudukan']} (akun nomor {deed['akun']})"
                what = "atas isi ini" if this else "atas isi lain"
                say(f"  {step} {who}, {when(deed['waktu'])}, tinjauan nomor {deed['tinjauan']}, {what}{paper}")
        say(f"  Selesai {when(lines[0]['selesai'])}.")
        self.check("Persetujuan atas isi ini", whole > 0, f"{whole} tercatat", "tidak ada yang tercatat")

    def printed(self, digests: list[str], lines: list[dict[str, Any]]) -> None:
        """Digests that the examiner has on paper."""
        known = dict.fromkeys(self.seals, "sebuah baris buku")
        known.update({sha256(data): path for path, data in self.evidence.items()})
        for line in lines[:1]:
            known.update({line["sidik_isi"]: "isi naskah", line["sidik_teks"]: "teks yang dibaca"})
        for digest in map(plain, digests):
            right = f"cocok dengan {known.get(digest)}"
            self.check(f"Sidik tercetak {grouped(digest)[:9]} ...", digest in known, right, "tidak ada di paket ini")

    def verify(self, digests: list[str]) -> None:
        self.chain()
        lines = self.report()
        if lines:
            self.contents(lines)
            self.proofs(lines)
            self.approvals(lines)
        else:
            self.check(f"Naskah {self.paper} edisi {self.edition}", False, "", "tidak tercatat di buku ini")
        self.printed(digests, lines)
        odd = sorted(ascii(path)[1:-1] for path in self.files if path not in OWN and not path.startswith(self.folder))
        say(f"[-] Bukan bagian paket ini, jadi TIDAK diperiksa: {len(odd)} berkas {', '.join(odd[:10])}")


CLOSING = """
Yang TIDAK dapat dibuktikan dari paket ini saja: bahwa bukunya tidak pernah ditulis ulang seluruhnya, dan bahwa yang memegang
akunnya orang yang namanya tertulis. Karena itu cocokkan sidik di atas dengan yang tercetak di lembar pengesahan:
python verifikasi.py --sidik "..."
Naskah lain di buku, dan masa jabatan di sop/petugas.yml, tidak diperiksa di sini."""


def main(arguments: list[str]) -> int:
    digests: list[str] = []
    places: list[str] = []
    while arguments:
        one = arguments.pop(0)
        if one == "--sidik" and arguments:
            digests.append(arguments.pop(0))
        elif one.startswith("-"):
            say("Pakai: python verifikasi.py [PAKET.zip | FOLDER] [--sidik SIDIK]")
            return 2
        else:
            places.append(one)
    if len(places) > 1 or not all(HEX.fullmatch(plain(digest)) for digest in digests):
        say("Sidik jari ditulis lengkap di antara tanda kutip: 64 angka dan huruf a sampai f. Sebut satu paket saja.")
        return 2
    place = places[0] if places else os.path.dirname(os.path.abspath(__file__))
    try:
        package = Package(read_folder(place) if os.path.isdir(place) else read_zip(place))
        say(f"Paket LAKIP {package.year}, naskah {package.paper}, edisi {package.edition}")
        if package.sample:
            say("DATA CONTOH: bukan laporan resmi")
        package.verify(digests)
    except UnusableError as error:
        say(str(error))
        return 2
    except NONSENSE as error:  # a line that has the right form but says nonsense
        say(f"[SALAH] Buku ini tidak dapat dibaca sampai selesai: {error!r}\nHASIL: SALAH.")
        return 1
    say(f"\nSidik buku (SHA-256 baris terakhir): {grouped(package.seals[-1]) if package.seals else '-'}")
    say(CLOSING)
    say(
        f"HASIL: SALAH pada {', '.join(package.wrong)}."
        if package.wrong
        else "HASIL: semua yang dapat diperiksa benar."
    )
    return 1 if package.wrong else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
