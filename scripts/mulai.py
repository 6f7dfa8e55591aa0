"""Satu perintah untuk memulai: python3 scripts/mulai.py [uji | perintah paraf]

Standard library only, and no syntax newer than Python 3.7, so that an old Python still prints why it is too old.
Makes ``.venv``, installs the locked dependencies (by hash), then runs ``paraf``; ``uji`` also provides the browser of
the tests and runs everything that must hold before a change is accepted. A second run skips what is done already.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "paraf.json"
LOCKS = {"jalan": ROOT / "requirements.txt", "uji": ROOT / "requirements-uji.txt"}
# What must be found in .venv; one that was deleted there is noticed before it is missed.
PACKAGES = {
    "jalan": ("paraf", "click", "jinja2", "markdown", "material", "mkdocs", "msgspec", "pypandoc", "typst", "yaml"),
    "uji": (
        "coverage",
        "hypothesis",
        "mypy",
        "playwright",
        "properdocs",
        "pypdf",
        "pytest",
        "pytest_cov",
        "ruff",
        "xdist",
    ),
}
PROBE = """
import sys
from importlib.util import find_spec
sys.exit(any(not getattr(find_spec(name), "origin", None) for name in sys.argv[1:]))
"""
REASONS = {
    errno.EACCES: "izin ditolak",
    errno.EPERM: "izin ditolak",
    errno.ENOENT: "tidak ada",
    errno.EISDIR: "itu folder",
    errno.ENOTDIR: "sebagian alamatnya berkas",
    errno.ENOSPC: "penyimpanan penuh",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EROFS: "penyimpanan ini hanya dapat dibaca",
    errno.ENOEXEC: "bukan program untuk komputer ini",
}
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PLAYWRIGHT = "playwright"  # the value of PARAF_PERAMBAN that means: the browser playwright installed itself


class SetupError(Exception):
    """Something the reader can act on; the text is the whole message."""


def say(text: str) -> None:
    try:
        print(text, flush=True)
    except OSError:  # nobody reads any more (``| head``), or the disk is full
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def python() -> str:
    """The interpreter inside .venv."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def reason(error: OSError) -> str:
    """Why the system refused, in Indonesian where we know the words."""
    return REASONS.get(error.errno or 0, f"galat sistem nomor {error.errno}")


def content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting
            raise OSError(errno.EISDIR, "")
        return path.read_bytes()
    except OSError as error:
        said = f"{path} tidak ada atau tidak dapat dibaca ({reason(error)})."
        raise SetupError(f"{said} Ambil lagi: git checkout -- {path.name}") from error


def fingerprint(kind: str) -> dict[str, str]:
    """What .venv was made from; it is made again when any of this changes."""
    made_from = content(LOCKS[kind]) + content(ROOT / "pyproject.toml")
    return {"akar": str(ROOT), "python": sys.version, "kunci": hashlib.sha256(made_from).hexdigest()}


def read_stamps() -> dict[str, dict[str, str]]:
    """The fingerprints noted in .venv; none when there is no note, or not one of ours."""
    if not STAMP.is_file():
        return {}
    try:
        noted = json.loads(STAMP.read_text(encoding="utf-8"))
        return {kind: made for kind, made in noted.items() if isinstance(made, dict)}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def is_noted(kind: str) -> bool:
    """Whether .venv was made from just these files, by this Python, in this place."""
    stamps = read_stamps()
    return any(stamps[made] == fingerprint(made) for made in {kind, "uji"} & stamps.keys())


def is_whole(kind: str) -> bool:
    """Whether the Python in .venv runs and finds what it needs; takes as long as an empty Python."""
    names = PACKAGES["jalan"] + (PACKAGES["uji"] if kind == "uji" else ())
    try:
        return subprocess.run([python(), "-I", "-c", PROBE, *names], capture_output=True).returncode == 0
    except OSError:
        return False


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """One installation at a time; the system ends the turn of one that was stopped. Locks a file, or a byte far behind it."""
    content(LOCKS["jalan"])
    with open(str(LOCKS["jalan"]), "rb") as stream:
        told = False
        while not take(stream.fileno()):
            if not told:
                say("Menunggu: pemasangan lain di folder ini sedang berjalan …")
            told = True
            time.sleep(0.2)
        yield


def take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, 1 << 30, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)  # else: a storage that knows no locks
    return True


def prepare(kind: str) -> None:
    """Bring .venv in line with the lock file; nothing to do when it is already."""
    if is_noted(kind) and is_whole(kind):
        return
    with turn():
        if is_noted(kind):
            if is_whole(kind):
                return
            say("Ruang kerja Python (.venv) rusak, jadi dibuat ulang.")
            STAMP.unlink()
        install(kind)


def install(kind: str) -> None:
    stamps = read_stamps() if Path(python()).exists() else {}
    wanted = fingerprint(kind)
    started = time.monotonic()
    ours = any(made.get("akar") == str(ROOT) and made.get("python") == sys.version for made in stamps.values())
    if not (ours and is_whole("jalan")):
        say("Menyiapkan ruang kerja Python (.venv) …")
        make_venv()
    STAMP.unlink(missing_ok=True)
    total = sum(1 for line in content(LOCKS[kind]).splitlines() if line[:1].isalnum())
    say(f"Memasang sampai {total} paket dari {LOCKS[kind].name} …")
    run_pip(["--require-hashes", "--requirement", str(LOCKS[kind])], "paket tidak dapat dipasang", total)
    say("Memasang perintah paraf …")
    run_pip(["--no-deps", "--no-build-isolation", "--editable", str(ROOT)], "perintah paraf tidak dapat dipasang")
    STAMP.write_text(json.dumps({kind: wanted}), encoding="utf-8")
    say(f"Siap dalam {time.monotonic() - started:.0f} detik.")


def make_venv() -> None:
    if VENV.is_symlink() or (VENV.exists() and not VENV.is_dir()):
        raise SetupError(f"{VENV} adalah berkas atau tautan, padahal perlu folder. Pindahkan, lalu jalankan lagi.")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode == 0:
        return
    said = (done.stdout + done.stderr).strip()
    if "ensurepip" in said or "No module named" in said:
        where = "Di Debian atau Ubuntu: sudo apt install python3-venv; di sistem lain: pasang Python dari python.org."
        raise SetupError(f"Python ini tidak membawa modul venv. {where}")
    check = f"Pastikan folder {ROOT} boleh ditulis dan penyimpanan tidak penuh, lalu jalankan lagi."
    raise SetupError(f"Folder .venv tidak dapat dibuat. {check}\nKata Python:\n{said}")


def run_pip(arguments: list[str], trouble: str, total: int = 0) -> None:
    """Run pip, showing how far it is; its own words only when it fails."""
    command = [python(), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", *arguments]
    lines = []
    count = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace") as process:
        for line in process.stdout or ():
            lines.append(line)
            count += line.startswith("Collecting ")
            if line.startswith("Collecting ") and count % 5 == 0:
                say(f"  {count}/{total}")
    if process.returncode:
        hint = "Periksa sambungan internet, lalu jalankan lagi; bila tetap gagal, hapus folder .venv lebih dulu."
        raise SetupError(f"Maaf, {trouble}. {hint}\nKata pip:\n{''.join(lines[-15:])}".rstrip())


def find_browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def browser() -> str:
    """A Chromium for the tests: installed, else from apt as root, else playwright's own, else one clear line."""
    chosen = os.environ.get("PARAF_PERAMBAN") or find_browser()
    if chosen:
        return chosen
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Memasang peramban untuk pengujian (chromium) …")
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *command], env=environment, capture_output=True)
        if find_browser():
            return str(find_browser())
    say("Mengunduh peramban untuk pengujian …")
    if subprocess.run([python(), "-m", "playwright", "install", "chromium"], stdout=subprocess.DEVNULL).returncode == 0:
        return PLAYWRIGHT
    raise SetupError("Peramban untuk pengujian tidak ada. Pasang Chrome, Chromium, atau Edge, lalu jalankan lagi.")


def uji() -> int:
    """Everything that must hold before a change is accepted; stops at the first thing that does not."""
    prepare("uji")
    environment = dict(os.environ, PARAF_PERAMBAN=browser(), PARAF_UJI_LENGKAP="ya", PYTHONUTF8="1")
    module = [python(), "-m"]
    measured = ["--cov", "--cov-report=", "--cov-fail-under=0"]  # the last step tells what is missing
    spread = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # tests/conftest.py has the order
    steps = (
        ("Gaya penulisan kode", [*module, "ruff", "check", "--quiet", "."]),
        ("Tata letak kode", [*module, "ruff", "format", "--check", "--quiet", "."]),
        ("Tipe", [*module, "mypy"]),
        ("Berkas yang dibuat dari sumbernya", [*module, "paraf", "selaraskan", "--periksa"]),
        ("Pengujian", [*module, "pytest", "-q", *spread, *measured]),
        ("Cakupan pengujian", [*module, "coverage", "report"]),
    )
    started = time.monotonic()
    for number, (label, command) in enumerate(steps, start=1):
        say(f"[{number}/{len(steps)}] {label} …")
        code = subprocess.run(command, cwd=str(ROOT), env=environment).returncode
        if code:
            say(f"Belum lulus: {label} (langkah {number} dari {len(steps)}).")
            return code
    say(f"Semua lulus dalam {time.monotonic() - started:.0f} detik.")
    return 0


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        raise SetupError("Perlu Python 3.11 atau lebih baru; ini {}.{}.".format(*sys.version_info[:2]))
    if arguments == ["uji"]:
        return uji()
    prepare("jalan")
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is for the command, which has its own answer
    # -P: from a folder that is the reader's own, nothing is imported.
    command = [python(), "-P", "-m", "paraf", "--akar", str(ROOT), *(arguments or ["mulai"])]
    typed = subprocess.list2cmdline(["py" if os.name == "nt" else "python3", sys.argv[0]])
    return subprocess.run(command, env=dict(os.environ, PARAF_PERINTAH=typed)).returncode


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as trouble:
        say(str(trouble))
        sys.exit(2)
    except OSError as trouble:
        what = f"{trouble.filename} tidak dapat dipakai" if trouble.filename else "Pekerjaan ini dihentikan oleh sistem"
        say(f"{what} ({reason(trouble)}). Periksa izin dan sisa penyimpanannya.")
        sys.exit(2)
    except KeyboardInterrupt:
        say("Dihentikan. Jalankan lagi kapan saja; yang sudah selesai tidak diulang.")
        sys.exit(130)
