"""What can be believed: appointments that came as the rules ask, the book against the forge, and later changes of a past."""

from collections.abc import Iterator

from paraf.alur.facts import Facts, Pull
from paraf.alur.roster import Roster
from paraf.alur.sentences import moment
from paraf.alur.states import Closing

_WORDS = {"approved": "Persetujuan", "changes_requested": "Pengembalian", "commented": "Catatan"}


def contradictions(closing: Closing, facts: Facts, paper: str) -> Iterator[str]:
    """Where the forge, as far as it was read, does not know what the book records of a paper, which it is called."""
    pull = next((one for one in facts.pulls if one.number == closing.pull), None)
    if pull is None:
        if facts.live:
            yield f"Buku mencatat {paper} selesai lewat PR #{closing.pull}, tetapi PR itu tidak ada."
        return
    if pull.merged is None or pull.merged.at != closing.at:
        yield f"Buku mencatat {paper} selesai lewat PR #{closing.pull}, tetapi PR itu tidak disatukan pada waktu yang tercatat."
    known = {(review.id, review.by, review.at) for review in pull.reviews if review.state == "approved"}
    for step, deeds in closing.deeds:
        for deed in deeds:
            if deed.review is not None and (deed.review, deed.by, deed.at) not in known:
                told = f"Buku mencatat persetujuan langkah {step} pada PR #{closing.pull}"
                yield f"{told}, tetapi persetujuan itu tidak ada di sana."


def afterwards(pull: Pull, roster: Roster, paper: str) -> Iterator[str]:
    """Reviews of a merged pull request that were taken back or edited later; they change nothing, but are told."""
    assert pull.merged
    for review in pull.reviews:
        for when, what in ((review.dismissed, "dibatalkan"), (review.edited, "diubah")):
            if when and when > pull.merged.at:
                who = roster.name(review.by)
                told = f"{_WORDS[review.state]} {who} pada PR #{pull.number} {what} pada {moment(when)}, sesudah {paper} selesai."
                yield f"{told} Naskah itu tetap selesai."
