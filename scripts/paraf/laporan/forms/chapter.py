"""The front matter of a chapter; identity is the id, never the file's name."""

from typing import Annotated

import msgspec

from paraf.laporan.forms.performance import GoalId
from paraf.sop.forms.words import Record, RoleId

Title = Annotated[
    str,
    msgspec.Meta(
        pattern=r".*\S.*", max_length=300, description="isi judulnya pada satu baris, paling panjang 300 huruf"
    ),
]


class ChapterFront(Record, frozen=True):
    """``id`` is a part of ``sistematika.yml``; a chapter about one goal names it."""

    id: RoleId
    judul: Title
    sasaran: GoalId | None = None
