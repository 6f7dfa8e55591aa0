"""Typst in a process of its own, so that whoever waits for it can stop waiting: run as a file, never imported.

Its input is JSON: ``{"root": …, "main": …, "fonts": […], "words": {…}, "when": seconds, "standards": […], "into": …}``
makes one PDF, and ``{"root": …, "pictures": {name: main, …}}`` tries one picture after the other and says of each whether it
can be printed.
What Typst finds wrong with a document is the whole of stderr, and the exit code is 1.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst


def document(asked: dict[str, Any]) -> None:
    """Make the PDF, by the standards that are asked for where it can keep them, else as it is.

    One letter that no font has is enough to break a standard.
    """
    try:
        compiled(asked, asked.get("standards", []))
    except typst.TypstError:
        if not asked.get("standards"):
            raise
        compiled(asked, [])


def compiled(asked: dict[str, Any], standards: Any) -> None:
    """Make the PDF by these standards."""
    typst.compile(
        asked["main"],
        output=asked["into"],
        root=asked["root"],
        font_paths=asked["fonts"],
        ignore_system_fonts=True,
        sys_inputs=asked["words"],
        timestamp=asked["when"],
        pdf_standards=standards,
        format="pdf",
    )


def pictures(asked: dict[str, Any]) -> None:
    """Try the pictures; a line for each as soon as it is known: its name as JSON, and whether it holds."""
    for name, source in asked["pictures"].items():
        probe = Path(asked["root"]) / "gambar.typ"
        probe.write_text(source, encoding="utf-8")
        try:
            typst.compile(str(probe), root=asked["root"], format="pdf")
        except typst.TypstError:
            holds = False
        else:
            holds = True
        sys.stdout.write(f"{json.dumps([name, holds])}\n")
        sys.stdout.flush()


def main() -> None:
    """Do what stdin asks for."""
    asked = json.load(sys.stdin)
    try:
        (pictures if "pictures" in asked else document)(asked)
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
