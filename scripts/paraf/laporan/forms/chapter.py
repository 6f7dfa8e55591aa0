"""The front matter of a chapter; identity is the id, never the file's name."""

from paraf.laporan.forms.performance import GoalId
from paraf.sop.forms.words import Record, RoleId, Text


class ChapterFront(Record, frozen=True):
    """``id`` is a part of ``sistematika.yml``; a chapter about one goal names it."""

    id: RoleId
    judul: Text
    sasaran: GoalId | None = None
