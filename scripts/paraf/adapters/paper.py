"""pandoc and Typst: from Markdown with marks to one PDF. The only module that calls either."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib import resources
from pathlib import Path

from paraf.door.picture import MAX_BYTES, printable
from paraf.errors import UsageError, reason

# What a chapter may use; spans and blocks with attributes are ours (views/own_words.py), and so are footnotes.
_READER = "commonmark+pipe_tables+bracketed_spans+fenced_divs+strikeout-raw_html"
_SECONDS = 120


def template(name: str) -> Path:
    """A file of ours beside the package's code."""
    return Path(str(resources.files("paraf"))) / "naskah" / name


def typeset(source: str, folder: Path, words: Mapping[str, str], when: datetime) -> bytes:
    """The PDF of a Markdown document whose pictures lie below ``folder``; same input, same bytes."""
    import typst

    body = template("baca.typ").read_text(encoding="utf-8") + _converted(source, folder)
    main = folder / "naskah.typ"
    main.write_text(body, encoding="utf-8")
    try:
        return typst.compile(
            str(main),
            root=str(folder),
            font_paths=[str(template("huruf"))],
            ignore_system_fonts=True,
            sys_inputs=dict(words),
            timestamp=int(when.timestamp()),
            format="pdf",
        )
    except typst.TypstError as error:
        raise UsageError(
            f"Naskah tidak dapat disusun menjadi PDF. Kirimkan keterangan ini kepada petugas TI: “{error}”."
        ) from error


def drop_broken(folder: Path, names: Iterable[str]) -> list[str]:
    """Take away the pictures below a folder that cannot be printed, or would unfold to too much; names them."""
    import typst

    probe, broken = folder / "gambar.typ", []
    for name in names:
        path = folder / name
        try:
            with path.open("rb") as stream:
                if not printable(stream.read(MAX_BYTES + 1)):
                    raise ValueError(name)
            probe.write_text(f"#image({json.dumps('/' + name, ensure_ascii=False)})", encoding="utf-8")
            typst.compile(str(probe), root=str(folder), format="pdf")
        except (OSError, ValueError, typst.TypstError):
            path.unlink(missing_ok=True)
            broken.append(name)
    return broken


def _converted(source: str, folder: Path) -> str:
    """The document in Typst's language."""
    import pypandoc

    command = [
        *(pypandoc.get_pandoc_path(), "--from", _READER, "--to", "typst", "--wrap", "none", "--columns", "10000"),
        *("--lua-filter", str(template("saring.lua"))),
    ]
    try:
        done = subprocess.run(command, input=source.encode(), capture_output=True, timeout=_SECONDS, cwd=folder)
    except subprocess.SubprocessError as error:
        raise UsageError("Naskah ini terlalu lama disusun. Pecah bab yang sangat panjang, lalu ulangi.") from error
    except OSError as error:
        raise UsageError(
            f"Pandoc tidak dapat dijalankan: {reason(error)}. Pasang ulang dengan scripts/mulai.py."
        ) from error
    if done.returncode:
        raise UsageError(f"Naskah tidak dapat diubah oleh pandoc: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode()
