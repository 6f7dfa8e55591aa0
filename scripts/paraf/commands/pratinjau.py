"""``paraf pratinjau``: the site in the browser, renewed at every change of what it is made from."""

import errno
import ipaddress
import re
import tempfile
from pathlib import Path

from paraf.adapters import builder
from paraf.adapters.turn import turn
from paraf.commands.console import echo, narrate, trouble
from paraf.commands.situs import Wish, plan, render, stage, told
from paraf.errors import UsageError, reason


def pratinjau(root: Path, address: str) -> int:
    """Build once so that what is broken is told before the server starts, then serve until Ctrl+C."""
    host, port = _host_and_port(address)
    with tempfile.TemporaryDirectory(prefix="paraf-", ignore_cleanup_errors=True) as workshop:
        shown, next_one = Path(workshop, "a"), Path(workshop, "b")

        def make(target: Path) -> None:
            planned = plan(root, Wish())
            with turn(root, narrate):
                staged = stage(root, planned)
                render(root, staged, target)
            told(planned)

        def again() -> Path | None:
            nonlocal shown, next_one
            try:
                make(next_one)
            except Exception as error:
                narrate(f"{trouble(error) or repr(error)}\nSitus yang tampil masih yang lama.")
                return None
            shown, next_one = next_one, shown
            narrate("Situs diperbarui.")
            return shown

        def opened() -> None:
            narrate(f"Buka http://{address}/ di peramban. Ctrl+C untuk berhenti.")

        narrate("Membangun situs …")
        make(shown)
        try:
            builder.serve(shown, (host, port), builder.watched(root), again, opened)
        except OSError as error:
            why = "bukan alamat komputer ini" if error.errno == errno.EADDRNOTAVAIL else reason(error)
            other = f"127.0.0.1:{8002 if port == 8001 else 8001}"
            raise UsageError(
                f"Alamat {address} tidak dapat dipakai: {why}. Pilih yang lain, misalnya --alamat {other}."
            ) from error
    return 0


def _host_and_port(address: str) -> tuple[str, int]:
    """``127.0.0.1:8000``, ``localhost:8000`` or ``[::1]:8000``; nothing that would have to be looked up."""
    found = re.fullmatch(r"(localhost|[0-9.]+|\[[0-9A-Fa-f:]+\]):([0-9]{1,5})", address)
    try:
        if found and 0 < int(found[2]) < 65536:
            host = found[1].strip("[]")
            return host if host == "localhost" else str(ipaddress.ip_address(host)), int(found[2])
    except ValueError:
        pass
    raise UsageError(
        f"Alamat '{echo(address)}' tidak dapat dipakai. "
        "Tulis localhost atau nomor IP, titik dua, lalu port 1 sampai 65535, misalnya 127.0.0.1:8000."
    )
