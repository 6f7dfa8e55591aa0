"""The builder called by hand (``mkdocs build``, ``mkdocs serve``): stage first, and give it a folder to fill."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paraf.adapters.builder import Look
from paraf.adapters.files import own_folder
from paraf.adapters.site_folder import clear, guard, renewed, sign
from paraf.adapters.turn import turn
from paraf.commands.console import narrate
from paraf.commands.situs import Staged, Wish, plan, prove_built, stage, told
from paraf.errors import UsageError


@contextmanager
def by_hand(root: Path, target: Path) -> Iterator[tuple[Staged, Look, Path]]:
    """The staged pages, who looks at them, and where the builder puts the site, from before it begins until it is done.

    It would empty ``target`` before it reads a page; so it fills another folder, which takes that place only at the end.
    One outside of the repository, as a server's own, is filled directly.
    """
    planned = plan(root, Wish())
    if target.is_relative_to(root):
        with turn(root, narrate), renewed(target, own_folder(root, "build")) as fresh:
            staged, look = _told(stage(root, planned))
            yield staged, look, fresh
            prove_built(staged, look, fresh)
    else:
        guard(target)
        with turn(root, narrate):
            staged = stage(root, planned)
        _, look = _told(staged)
        yield staged, look, target
        try:
            prove_built(staged, look, target)
        except UsageError:
            clear(target)  # rather no site at all than one that nobody meant
            raise
        sign(target)


def _told(staged: Staged) -> tuple[Staged, Look]:
    narrate(f"Halaman disiapkan: {staged.changes.written} ditulis.")
    told(staged.planned)
    return staged, Look(staged.planned.site.refused)
