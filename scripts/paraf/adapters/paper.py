"""pandoc and Typst: from Markdown with marks to one PDF. The only module that calls either (Typst by ``typesetter``)."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Literal

from msgspec import Struct

from paraf.door.picture import MAX_BYTES, printable
from paraf.errors import UsageError, reason

# What a chapter may use; spans and blocks with attributes are ours (views/own_words.py), and so are footnotes.
_READER = "commonmark+pipe_tables+bracketed_spans+fenced_divs+strikeout-raw_html"
SECONDS, PICTURE_SECONDS = 120.0, 20.0
"""How long pandoc and Typst may take, each, for a document, and Typst for the pictures of one."""
Form = Literal["baca", "lakip"]
_STANDARDS: Mapping[Form, list[str]] = {"baca": [], "lakip": ["a-2a"]}
"""What is kept for years is PDF/A: whatever it shows is in it, in letters that can be read aloud."""
ARCHIVAL = b"pdfaid:part"
"""What stands in a PDF/A, and in no other PDF."""
_TOO_LONG = "Naskah ini terlalu lama disusun. Pecah bab yang sangat panjang, lalu ulangi."


def template(name: str) -> Path:
    """A file of ours beside the package's code."""
    return Path(str(resources.files("paraf"))) / "naskah" / name


def typeset(source: str, folder: Path, words: Mapping[str, str], when: datetime, form: Form = "baca") -> bytes:
    """The PDF of a Markdown document whose pictures lie below ``folder``; same input, same bytes.

    ``form``: the draft as it is read (``baca``), or the approved report as it is printed (``lakip``).
    Raises ``UsageError`` for what cannot be set, or not in ``SECONDS``.
    """
    before = "".join(template(name).read_text(encoding="utf-8") for name in ("dasar.typ", f"{form}.typ"))
    body = f"{before}{_converted(source, folder)}\n#akhir\n"
    main, into = folder / "naskah.typ", folder / "naskah.pdf"
    main.write_text(body, encoding="utf-8")
    asked = {
        **{"root": str(folder), "main": str(main), "into": str(into), "fonts": [str(template("huruf"))]},
        **{"words": dict(words), "when": int(when.timestamp()), "standards": _STANDARDS[form]},
    }
    done = _typst(asked, SECONDS)
    if done.code is None:
        raise UsageError(_TOO_LONG)
    if done.code == 1:
        raise UsageError(
            f"Naskah tidak dapat disusun menjadi PDF. Kirimkan keterangan ini kepada petugas TI: “{done.said}”."
        )
    if done.code or not into.is_file():
        raise UsageError(
            f"Penyusun naskah berhenti sendiri (kode {done.code}), mungkin karena memori komputer habis."
            " Pecah bab yang sangat panjang, lalu ulangi."
        )
    return into.read_bytes()


def drop_broken(folder: Path, names: Iterable[str]) -> list[str]:
    """Take away the pictures below a folder that cannot be printed, or would unfold to too much; names them."""
    broken, probes = [], {}
    for name in names:
        with suppress(OSError), (folder / name).open("rb") as stream:
            if printable(stream.read(MAX_BYTES + 1)):
                probes[name] = _probe(name)
                continue
        broken.append(name)
    while probes:
        done = _typst({"root": str(folder), "pictures": probes}, PICTURE_SECONDS)
        answers = dict(json.loads(line) for line in done.out.decode().splitlines())
        stuck = next((name for name in probes if name not in answers), None)
        answers |= {stuck: False} if stuck else {}
        broken += [name for name in probes if answers.get(name) is False]
        probes = {name: probe for name, probe in probes.items() if name not in answers}
    for name in broken:
        (folder / name).unlink(missing_ok=True)
    return broken


def _probe(name: str) -> str:
    return f"#image({json.dumps('/' + name, ensure_ascii=False)})"


class _Done(Struct, frozen=True):
    """What the typesetter left: its exit code (``None``: it took too long and was stopped), its output, its last words."""

    code: int | None
    out: bytes
    said: str


def _typst(asked: Mapping[str, object], seconds: float) -> _Done:
    command = [sys.executable, "-P", str(Path(__file__).with_name("typesetter.py"))]
    try:
        done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        return _Done(None, error.stdout or b"", "")
    return _Done(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())


def _converted(source: str, folder: Path) -> str:
    """The document in Typst's language."""
    import pypandoc

    command = [
        *(pypandoc.get_pandoc_path(), "--from", _READER, "--to", "typst", "--wrap", "none", "--columns", "10000"),
        *("--lua-filter", str(template("saring.lua"))),
    ]
    try:
        done = subprocess.run(command, input=source.encode(), capture_output=True, timeout=SECONDS, cwd=folder)
    except subprocess.SubprocessError as error:
        raise UsageError(_TOO_LONG) from error
    except OSError as error:
        raise UsageError(
            f"Pandoc tidak dapat dijalankan: {reason(error)}. Pasang ulang dengan scripts/mulai.py."
        ) from error
    if done.returncode:
        raise UsageError(f"Naskah tidak dapat diubah oleh pandoc: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode()
