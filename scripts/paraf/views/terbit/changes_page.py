"""*Lembar perubahan* between a version and the one before it."""

from collections.abc import Iterator

from paraf.laporan.perubahan.comparing import perubahan_of
from paraf.sop.repository import Repository
from paraf.views.page import Page
from paraf.views.perubahan import perubahan_body
from paraf.views.terbit.frame import CHANGES, NAMES, framed
from paraf.views.terbit.shelf import Shelf, Volume


def changes_page(repo: Repository, shelf: Shelf, volume: Volume) -> Iterator[Page]:
    """The page; none where there is nothing that may be compared."""
    before = shelf.compared(volume)
    if before is None:
        return
    rules = volume.edition.repo or repo
    outline = rules.outline.value if rules.outline else None
    found = perubahan_of(before.edition.expansion, volume.edition.expansion, outline)
    called = [f"versi {one.edition.number}, terbit {shelf.day(one.edition)}" for one in (before, volume)]
    body = perubahan_body(found, *called)
    yield framed(shelf, volume, f"{volume.folder}{CHANGES}", NAMES[CHANGES], [body])
