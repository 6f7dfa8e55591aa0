"""What the office's rules say of the content of a pull request, read from the trees of the object store."""

from datetime import datetime

from msgspec import Struct

from paraf.adapters.github.contents import years_of
from paraf.adapters.github.trees import Trees
from paraf.gerbang.answers import PullAnswer
from paraf.gerbang.judging import Text, text_of, unlike_scaffold
from paraf.gerbang.policy import officials_of
from paraf.gerbang.pulls import Judgement
from paraf.gerbang.rules import rules_digest
from paraf.sop.forms.papers import PapersFile
from paraf.sop.repository import OFFICIALS, Repository

RULES = ("sop/", "scripts/")
"""Where everything lies that decides about a paper."""
Texts = dict[tuple[object, ...], Text | None]
"""What was said of the same files on the same day."""


class Judge(Struct, frozen=True):
    """The rules of a year, the tip of main, and the moment as the office tells it; ``known`` is filled on the way."""

    trees: Trees
    repo: Repository
    papers: PapersFile
    tip: str
    now: datetime
    known: Texts

    def of(self, pull: PullAnswer, paths: frozenset[str], *, read: bool) -> Judgement:
        """The judgement; of a merged one by the officials of its own time, as of the day of its merge.

        Without ``read`` the text itself is not looked at.
        """
        base = self.trees.of(_before(self.trees, pull) if pull.merged_at else self.tip)
        final = final_tree(self.trees, pull, self.tip)
        years = years_of(paths)
        year = years[0] if len(years) == 1 else None
        text = self._text(final, year, pull.merged_at or self.now) if year and read else None
        return Judgement(
            checks=dict(text.checks) if text else {},
            sheets=dict(text.sheets) if text else {},
            expanded=text.expanded if text else None,
            rules=rules_digest(self.trees.below(base, RULES)),
            officials=officials_of(self.trees.file(base, OFFICIALS)) if pull.merged_at else None,
            proposed=officials_of(self.trees.file(final, OFFICIALS)) if OFFICIALS in paths else None,
            unlike_scaffold=self._unlike(final, year) if year and not self.trees.ids(base, year) else None,
        )

    def _text(self, tree: str, year: int, moment: datetime) -> Text | None:
        day = moment.astimezone(self.now.tzinfo).date()
        key = (year, day, *(frozenset(self.trees.ids(tree, one).items()) for one in (year, year - 1)))
        if key not in self.known:
            report = self.trees.report(tree, year)
            before = self.trees.report(tree, year - 1)
            self.known[key] = text_of(self.repo, self.papers, report, before, day) if report else None
        return self.known[key]

    def _unlike(self, tree: str, year: int) -> tuple[str, ...]:
        report, before = self.trees.report(tree, year), self.trees.report(tree, year - 1)
        return tuple(unlike_scaffold(self.repo, report, before, self.trees.year(tree, year))) if report else ()


def final_tree(trees: Trees, pull: PullAnswer, tip: str) -> str:
    """The tree of what a pull request comes to: what it brought to main, or would bring."""
    if pull.merged_at and pull.merge_commit_sha:
        return trees.of(pull.merge_commit_sha)
    return trees.store.merge(tip, pull.head.sha).tree


def _before(trees: Trees, pull: PullAnswer) -> str:
    """What main was before a merge."""
    return trees.store.commit(pull.merge_commit_sha or "").parents[0]
