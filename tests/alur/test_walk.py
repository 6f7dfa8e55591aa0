"""A walk keeps no more than it needs, and the order in which the forge tells facts of one second does not matter."""

from itertools import permutations

from alur.story import Checkpoint, Reader
from paraf.alur.acts import acts, versions_of
from paraf.alur.carried import Carries
from paraf.alur.facts import Comment, Naming, Pull, Review
from paraf.alur.year import Year

TWO = "# uji\norang rina\njabat kasubag rina definitif 2025-06-01..\njabat staf rina definitif 2025-06-01..\n"


def told(story: str) -> Checkpoint:
    """The facts at the end of a story."""
    return Reader("uji.txt").read(f"{TWO}{story}\n? 1 membawa nota-dinas").checkpoints[-1]


def kept(story: str) -> list[list[int]]:
    """By whom what was done for each condition, in order."""
    at = told(story)
    year = Year(at.policy, at.facts, at.now)
    judged = year.judge(at.facts.pulls[0], Carries(at.policy.papers.naskah[0], 1))
    return [[bound.deed.by for bounds in one.values() for bound in bounds] for one in judged.progress.bound]


def test_who_repeats_himself_is_kept_once() -> None:
    """Otherwise every repetition would multiply the ways in which the conditions can be fulfilled."""
    begun = "jalan 1 nota-dinas sampai A1\n"
    kasubag, rina, sekdin, staf = (
        kept(f"{begun}1 ajukan kasubag\n1 ajukan rina\n1 setuju sekdin\n1 ajukan staf")[at][number]
        for at, number in ((1, 0), (1, 1), (2, 0), (3, 0))
    )
    repeated = ["1 ajukan kasubag"] * 3 + ["1 ajukan rina"] * 2 + ["1 ajukan kasubag"] * 2
    repeated += ["1 setuju sekdin"] * 3 + ["1 ajukan staf"] * 3 + ["1 ajukan rina", "1 ajukan staf"]
    assert kept(begun + "\n".join(repeated))[:4] == [[], [kasubag, rina], [sekdin], [staf, rina]]


def test_the_order_of_facts_of_one_second_does_not_matter() -> None:
    pull = told("jalan 1 nota-dinas sampai A1").facts.pulls[0]
    at = pull.opened
    reviews = (
        Review(id=7, by=5, state="approved", at=at),
        Review(id=8, by=5, state="changes_requested", at=at),
        Review(id=9, by=5, state="approved", at=at),
    )
    namings = (Naming(by=5, whom=6, at=at), Naming(by=5, whom=7, at=at))
    comment = (Comment(id=1, by=5, at=at, text="/ajukan"),)

    def listed(reviews: tuple[Review, ...], namings: tuple[Naming, ...]) -> list[tuple[str, int | None, int | None]]:
        other = Pull(
            number=1,
            author=1,
            spans=pull.spans,
            versions=pull.versions,
            paths=pull.paths,
            reviews=reviews,
            comments=comment,
            namings=namings,
        )
        return [(act.kind, act.whom, act.review) for act in acts(other, versions_of(other))]

    first = listed(reviews, namings)
    assert [review for kind, _, review in first if kind != "serah" and review in (7, 8, 9)] == [7, 8, 9]
    assert all(listed(one, other) == first for one in permutations(reviews) for other in permutations(namings))
