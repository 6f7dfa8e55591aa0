"""Small repositories for the rule tests: the base SOP with another procedure, and the base papers and officials."""

from helpers import CASES, findings_of, load_files
from paraf.finding import Finding
from paraf.sop.repository import Repository

DASAR = CASES / "dasar"
BASE = (DASAR / "sop-uji.yml").read_text(encoding="utf-8")
PAPERS = (DASAR / "naskah.yml").read_text(encoding="utf-8")
OFFICIALS = (DASAR / "petugas.yml").read_text(encoding="utf-8")
BOX = "gambar: {pelaksana: [penerima], simbol: [{bentuk: kotak}]}"
BACK = "simbol: [{bentuk: kotak}, {bentuk: belah-ketupat, oleh: pemeriksa}], lanjut: [{ke: C1, bila: tidak}]"
FIRST = f"{{no: 1., kegiatan: Menerima berkas, kelengkapan: Berkas, waktu: 5 menit, output: Berkas diterima, {BOX}}}"
SECOND = (
    "{no: 2., kegiatan: Memeriksa berkas, kelengkapan: Berkas diterima, waktu: 5 menit, output: Berkas diperiksa, "
    f"gambar: {{pelaksana: [penerima, pemeriksa], kerja: berurutan, {BACK}}}}}"
)
"""The base's two steps as a drawing gives them, so that papers can name their performers; C2 returns to C1."""


def swapped(text: str, *swaps: tuple[str, str]) -> str:
    """The text with each old part replaced; an old part that is not there is a mistake in the test."""
    for old, new in swaps:
        assert old in text, f"{old!r} is not in the text"
        text = text.replace(old, new)
    return text


def row(number: int = 1, more: str = "", **cells: str) -> str:
    """A step in one line: the given cells (as YAML), ordinary ones elsewhere, then ``more``."""
    ordinary = {"kegiatan": "Menerima berkas", "kelengkapan": "Berkas", "waktu": "5 menit", "output": "Berkas diterima"}
    written = ", ".join(f"{key}: {value}" for key, value in {**ordinary, **cells}.items())
    return f"{{no: {number}., {written}{', ' if more else ''}{more}}}"


def with_steps(*rows: str) -> str:
    """The base SOP with these steps instead of its own."""
    head = BASE.partition("    langkah:\n")[0]
    return head + "    langkah:\n" + "".join(f"      - {text}\n" for text in rows)


def load(sop: str, *, papers: str | None = None, officials: str | None = None) -> Repository:
    """The repository of these texts."""
    files = {"sop/sop-uji.yml": sop, "sop/naskah.yml": papers, "sop/petugas.yml": officials}
    return load_files({path: text for path, text in files.items() if text is not None})


def only(code: str, repo: Repository) -> Finding:
    """The one finding of a rule."""
    (finding,) = findings_of(code, repo)
    return finding


def said(code: str, repo: Repository) -> list[str]:
    """The messages of a rule, in order."""
    return [finding.message for finding in findings_of(code, repo)]
