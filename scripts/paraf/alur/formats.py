"""The formats of the flow that other programs read, by the name of their schema."""

from collections.abc import Mapping

from paraf.alur.answer import AnswerFile
from paraf.alur.book.line import Line
from paraf.alur.snapshot_form import SnapshotFile

FORMATS: Mapping[str, type] = {"buku": Line, "fakta": SnapshotFile, "putusan": AnswerFile}
"""A line of the book, the facts of a year, and the answer about it."""
