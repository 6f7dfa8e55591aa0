"""What a command is asked to look at: the SOP, years, single files; as the caller wrote it, relative to the root."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from paraf.adapters.git import changed_since
from paraf.adapters.office import report_years
from paraf.commands.console import echo
from paraf.door.regex import regex
from paraf.errors import UsageError
from paraf.sop.forms.papers import Write
from paraf.sop.repository import Repository

if TYPE_CHECKING:
    from paraf.alur.states import Cycle

_YEAR = regex(r"lakip/(20[0-9]{2})(?:/(.*))?")
_BRANCH = regex(r"naskah/(20[0-9]{2})/([a-z][a-z0-9-]*)")


class Scope(Struct, frozen=True):
    """What is checked: the SOP or not, and of each year everything (``None``) or some files."""

    sop: bool
    years: dict[int, frozenset[str] | None]


class Ask(Struct, frozen=True):
    """How it is looked at: on which day, for which step, since which revision, with the flow of a year or without any."""

    day: date
    step: str | None
    since: str | None
    cycle: "Cycle | None" = None


def scope_of(root: Path, paths: Sequence[str]) -> Scope:
    """Everything, or what the given addresses name."""
    years = report_years(root)
    if not paths:
        return Scope(sop=True, years=dict.fromkeys(years))
    sop, chosen = False, dict[int, frozenset[str] | None]()
    for path in paths:
        name = _below(root, path)
        found = _YEAR.fullmatch(name)
        if name == "sop" or name.startswith("sop/"):
            if not (root / name).exists():
                there = ", ".join(sorted(file.name for file in (root / "sop").glob("*.yml"))) or "belum ada"
                raise UsageError(f"Berkas {echo(name)} tidak ada. Yang ada di sop/: {there}.")
            sop = True
        elif name == "lakip":
            chosen |= dict.fromkeys(years)
        elif found:
            year = int(found[1])
            if found[2] and year in years and not (root / name).is_file():
                there = ", ".join(sorted(file.name for file in (root / "lakip" / found[1]).glob("*.md"))) or "belum ada"
                raise UsageError(f"Berkas {echo(name)} tidak ada. Bab yang ada: {there}.")
            before = chosen.get(year, frozenset())
            chosen[year] = None if not found[2] or before is None else before | {name}
        else:
            raise UsageError(
                f"{echo(path)} bukan bagian SOP atau laporan. Tulis misalnya sop, lakip/2026, atau satu bab."
            )
    return Scope(sop, chosen)


def changed_years(root: Path, since: str) -> list[int]:
    """The years below ``lakip/`` that changed between a revision and HEAD and are still there, oldest first."""
    paths = changed_since(root, since, "lakip")
    if paths is None:
        raise UsageError(f"Revisi '{echo(since)}' tidak ada di repositori ini. Sebut cabang, tag, atau nomor commit.")
    there = report_years(root)
    return sorted({int(found[1]) for path in paths if (found := _YEAR.fullmatch(path)) and int(found[1]) in there})


def step_of_branch(repo: Repository, branch: str) -> str | None:
    """The step in which the paper of a branch is written; ``None`` for a branch that carries no paper.

    A branch is called as people like: what is no name of a paper here is none.
    """
    found = _BRANCH.fullmatch(branch)
    papers = repo.papers.value.naskah if repo.papers and found else ()
    stages = [stage for paper in papers if found and paper.id == found[2] for stage in paper.langkah]
    return next((stage.kode for stage in stages if any(isinstance(act, Write) for act in stage.syarat)), None)


def _below(root: Path, path: str) -> str:
    """A path as the caller wrote it, relative to the root, with slashes."""
    try:
        return (root / path).resolve().relative_to(root).as_posix()
    except (ValueError, OSError, RuntimeError):
        raise UsageError(f"{echo(path)} di luar folder repositori. Tulis misalnya sop atau lakip/2026.") from None
