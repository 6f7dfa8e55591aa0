"""``paraf terbit``: what the workflow of the same name does before anything leaves: is this main's tip, and is the site proven.

The site is built by ``paraf situs --forge`` from the book and from the forge as it is now. Where that refuses a year, the
rest is delivered, so that the year disappears, and the run ends red.
"""

from pathlib import Path
from typing import Any

from paraf.adapters.files import append
from paraf.adapters.git import commit_of
from paraf.adapters.github.client import Client
from paraf.adapters.github.environment import client_of, run_commit, run_ref
from paraf.adapters.github.transport import ForgeError
from paraf.adapters.office import load_repository
from paraf.adapters.own_process import run_ours
from paraf.adapters.site_folder import MARK, digest_of
from paraf.commands.console import narrate, result
from paraf.commands.kemas import SITE, packed
from paraf.errors import UsageError
from paraf.sop.forms.office import Publishing
from paraf.terbit.delivery import refused
from paraf.views.delivery import goes_to, published, stopped

_DELIVERED = (0, 1)
"""How a build ends that left a site; 1: without what it refused."""


def terbit(root: Path, only_tip: bool, outputs: str | None, summary: str | None) -> int:
    """0: delivered as a whole; 1: without what was refused; 2: nothing is delivered.

    ``outputs`` receives ``tujuan`` (``tidak``: nothing to deliver), ``asal`` (whether to record where it came from), ``sidik``.
    """
    client = client_of(root)
    client.cache = None  # of what is now, not of what was
    try:
        public = _demand_tip(root, client, summary)
    finally:
        client.close()
    if only_tip:
        result("Jalan ini membawa ujung main.")
        return 0
    target = load_repository(root).office.terbit
    if target.tujuan == "tidak":
        said = "Tujuannya 'tidak' di sop/instansi.yml, jadi tidak ada yang dibangun dan tidak ada yang terbit."
        _tell(summary, stopped(said))
        result(said)
        return 0
    return _built(root, target, public or target.catat_asal == "ya", outputs, summary)


def _demand_tip(root: Path, client: Client, summary: str | None) -> bool:
    """Whether the repository is public; raises where this run is not of main's tip, or that cannot be known."""
    tip: Any = client.ask("commits/main")
    found = tip.get("sha") if isinstance(tip, dict) else None
    if not isinstance(found, str):
        raise ForgeError("Ujung main tidak terbaca dari GitHub, jadi tidak ada yang diterbitkan. Jalankan lagi.")
    if why := refused(run_ref(), run_commit(), found, commit_of(root, "HEAD")):
        _tell(summary, stopped(why))
        raise UsageError(why)
    shown: Any = client.ask("")
    return isinstance(shown, dict) and shown.get("private") is False


def _built(root: Path, target: Publishing, recorded: bool, outputs: str | None, summary: str | None) -> int:
    mark = root / SITE / MARK
    before = _stamp(mark)
    narrate(f"Membangun situs dari yang boleh terbit; tujuannya {goes_to(target)} …")
    code, said = run_ours(root, narrate, "situs", "--forge")
    # A site of an earlier build is none of this one: each build puts a new folder in its place.
    digest = _digest(root, target) if code in _DELIVERED and _stamp(mark) not in (None, before) else None
    if digest:
        values = {"tujuan": target.tujuan, "asal": "ya" if recorded else "tidak", "sidik": digest}
        _tell(outputs, "".join(f"{key}={value}\n" for key, value in values.items()))
    _tell(summary, published(target, said, code, digest, recorded))
    result(f"Sidik (SHA-256): {digest}" if digest else "Situs tidak jadi dibangun; tidak ada yang diterbitkan.")
    return code if digest else max(code, 2)


def _digest(root: Path, target: Publishing) -> str:
    """The SHA-256 of what is delivered: the ZIP, or else the list of all files with their digests."""
    if target.tujuan == "zip":
        name, digest = packed(root)
        result(f"ZIP: {name}")
        return digest
    return digest_of(root / SITE / MARK)


def _stamp(mark: Path) -> tuple[int, int] | None:
    try:
        found = mark.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _tell(file: str | None, text: str) -> None:
    if file is not None:
        append(Path(file), text)
