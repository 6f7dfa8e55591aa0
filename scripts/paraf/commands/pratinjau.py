"""``paraf pratinjau``: the site in the browser, renewed at every change of docs/, sop/ and lakip/."""

import re
from pathlib import Path

from paraf.adapters import builder
from paraf.commands.console import narrate
from paraf.commands.situs import stage
from paraf.errors import UsageError


def pratinjau(root: Path, address: str) -> int:
    """Stage once so that a broken SOP is told before the server starts, then serve until Ctrl+C."""
    if not re.fullmatch(r"[A-Za-z0-9.-]+:[0-9]{1,5}", address) or not 0 < int(address.split(":")[1]) < 65536:
        raise UsageError(f"Alamat '{address}' tidak dapat dipakai. Tulis tempat dan port, misalnya 127.0.0.1:8000.")
    stage(root, None)
    narrate(f"Buka http://{address}/ di peramban. Ctrl+C untuk berhenti.")
    builder.serve(root, address)
    return 0
