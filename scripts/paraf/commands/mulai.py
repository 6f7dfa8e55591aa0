"""``paraf mulai``: check the repository, build the site, say what to open."""

from pathlib import Path

from paraf.commands.console import narrate, program, result
from paraf.commands.periksa import periksa
from paraf.commands.situs import Wish, situs


def mulai(root: Path) -> int:
    """The first command of a newcomer; stops at what must be repaired."""
    narrate("Memeriksa SOP …")
    if code := periksa(root, "teks", everything=False, today=None, paths=("sop",)):
        return code
    code = situs(root, Wish(), only_stage=False)
    result("")
    result("Situs selesai dibangun. Untuk membukanya:")
    result(f"  {program()} pratinjau")
    result("lalu buka http://127.0.0.1:8000/ di peramban.")
    return code
