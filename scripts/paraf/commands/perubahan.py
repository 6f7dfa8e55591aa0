"""``paraf perubahan A..B``: what became different between two states of a report, or between two years."""

from pathlib import Path

from paraf.adapters.office import load_repository
from paraf.commands.console import narrate, result
from paraf.commands.states import YEAR, State, state, year_state, years_of
from paraf.errors import UsageError
from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.laporan.perubahan.records import Perubahan
from paraf.sop.repository import Repository
from paraf.views.words import SAMPLE

_FORM = (
    "Tulis dua keadaan dengan dua titik di antaranya, misalnya 2024..2025, HEAD~1..HEAD, atau draf-awal..draf-akhir."
)


def perubahan(root: Path, both: str, year: int | None, form: str) -> int:
    """Print the sheet as ``teks``, ``markdown``, ``html`` or ``json``; 0 whether something changed or not."""
    repo = load_repository(root)
    before, after = _states(root, repo, both, year)
    for one in (before, after):
        for fault in one.expansion.context.report.faults:
            narrate(f"Belum terbaca pada {one.name}: {fault.place}: {fault.message}.")
    outline = repo.outline.value if repo.outline else None
    found = perubahan_of(before.expansion, after.expansion, outline)
    identity = after.expansion.context.report.identity
    name = identity.value.singkatan if identity else "laporan"
    years = {str(found.before_year), str(found.after_year)}
    sample = bool(years & set(repo.office.tahun_contoh))
    result(_shown(found, name, before.name, after.name, form, sample=sample).rstrip("\n"))
    return 0


def _states(root: Path, repo: Repository, both: str, year: int | None) -> tuple[State, State]:
    before, dots, after = both.partition("..")
    if not dots or not before or ".." in after or after.startswith("."):
        raise UsageError(_FORM)
    if before == after:
        raise UsageError("Kedua keadaan itu sama, jadi tidak ada yang dibandingkan. " + _FORM)
    if YEAR.fullmatch(before) and YEAR.fullmatch(after):
        if year is not None:
            raise UsageError("Dua tahun dibandingkan tanpa TAHUN di belakangnya.")
        return year_state(root, before), year_state(root, after)
    year = year if year is not None else _only(years_of(root, repo, before, after))
    one, other = state(root, repo, before, year), state(root, repo, after, year)
    return one, other


def _only(years: list[int]) -> int:
    if len(years) == 1:
        return years[0]
    if years:
        raise UsageError(f"Sebut tahunnya sesudah A..B, salah satu dari {', '.join(map(str, years))}.")
    raise UsageError("Tidak ada laporan yang berbeda di antara keduanya. Sebut tahunnya bila perlu, misalnya 2026.")


def _shown(found: Perubahan, name: str, before: str, after: str, form: str, *, sample: bool) -> str:
    # Imported late: only one of them is asked for.
    if form == "json":
        from paraf.views.perubahan_json import as_json

        return as_json(found, before, after, sample=sample)
    if form == "html":
        from paraf.views.perubahan import as_document

        return as_document(found, name, before, after, SAMPLE if sample else "")
    if form == "markdown":
        from paraf.views.perubahan_markdown import as_markdown

        return (f"**{SAMPLE}**\n\n" if sample else "") + as_markdown(found, name, before, after)
    from paraf.views.perubahan_text import as_text

    return (f"{SAMPLE}\n" if sample else "") + as_text(found, name, before, after)
