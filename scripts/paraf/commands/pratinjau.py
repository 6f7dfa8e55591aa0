"""``paraf pratinjau``: the site in the browser, renewed at every change of docs/, sop/ and lakip/."""

from pathlib import Path

from paraf.adapters import builder
from paraf.commands.console import narrate
from paraf.commands.situs import stage


def pratinjau(root: Path, address: str) -> int:
    """Stage once so that a broken SOP is told before the server starts, then serve until Ctrl+C."""
    stage(root, None)
    narrate(f"Buka http://{address}/ di peramban. Ctrl+C untuk berhenti.")
    builder.serve(root, address)
    return 0
