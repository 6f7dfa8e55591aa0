"""Which lists of officials can be believed: every change of the list since its first one, taken in order.

DESIGN section 5: "The commit that first adds petugas.yml is the root of trust; a later change outside an approved governance
PR is 'tidak dapat diperiksa', naming the commit." What this comes to:

- The list believed is the first one, then what each approved pull request made of it. A change is approved if it came by a
  merged governance pull request that brought exactly this list, and if those who approved it could do so **by the list
  believed before it**. So nobody who is in the list only because of a change outside counts for anything, least of all for
  making that change good: he neither holds a role there, nor is he free of the rule that whom a change appoints does not
  approve it.
- A change outside puts everything that is not done in doubt; from there on nothing passes. It is healed by a later governance
  pull request on the list that is approved in just this way. It brings the whole list and is compared with the list believed
  last, not with what main held: what it keeps of the change outside, it appoints anew and names; what it leaves out was never
  there.
- What was merged in between was merged although nothing could pass. It is judged by the list believed then; the same holds
  for the pull requests that failed to heal. Which they are is told by the list their base had and by the forge's time of the
  merge, never by the date of a commit.

A change outside that only puts the old list back heals nothing: it is a change outside, too. Where the list believed last
cannot be read, nothing heals.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from paraf.alur.carried import Rules
from paraf.alur.facts import Appointment, Pull
from paraf.alur.others import other_verdict
from paraf.alur.sentences import listed
from paraf.alur.states import Outcome
from paraf.alur.year import Year
from paraf.sop.forms.officials import OfficialsFile
from paraf.sop.repository import OFFICIALS


class _Stretch(Struct):
    """The list believed, since which merge (``None``: it is the first one), and the changes outside that came after it."""

    believed: OfficialsFile | None
    since: datetime | None
    outside: list[Appointment]


def take_appointments(year: Year) -> None:
    """Find what is in doubt, by which list each merged pull request is judged, and what healed earlier doubts."""
    changes = sorted(year.facts.appointments, key=lambda one: one.at)
    here = _Stretch(changes[0].officials if changes else None, None, [])
    vouched: set[int] = set()
    for one in changes[1:]:
        pull = _approved(year, here, one)
        if pull is None or pull.number in vouched:
            here.outside.append(one)
            continue
        assert pull.merged
        vouched.add(pull.number)
        if here.outside:
            _judge_by_believed(year, here, pull.merged.at)
            told = (
                f"Daftar petugas ({OFFICIALS}) pernah berubah di luar persetujuan ({_named(here)}), lalu disahkan lewat"
            )
            year.oddities.append(f"{told} PR #{pull.number}.")
        here = _Stretch(pull.proposed, pull.merged.at, [])
    if here.outside:
        told = f"Daftar petugas ({OFFICIALS}) berubah di luar persetujuan ({_named(here)}), jadi peran tidak dapat diperiksa."
        year.doubts.append(told)
        year.outside, year.healable = _named(here), here.believed is not None
        if here.believed:
            _judge_by_believed(year, here, None)
            year.policy = replace(year.policy, officials=here.believed)


def _approved(year: Year, here: _Stretch, one: Appointment) -> Pull | None:
    """The pull request by which a change came as the rules ask, by the list believed before it."""
    pull = next((pull for pull in year.facts.pulls if pull.merged and pull.number == one.pull), None)
    if pull is None or OFFICIALS not in pull.paths or (one.officials and one.officials != pull.proposed):
        return None
    what = year.carried(pull)
    if not isinstance(what, Rules) or (here.outside and here.believed is None):
        return None
    if here.believed:
        year.bases[pull.number] = here.believed
    return pull if other_verdict(year, pull, what).outcome is Outcome.SELESAI else None


def _judge_by_believed(year: Year, here: _Stretch, until: datetime | None) -> None:
    """What was merged onto a list from outside, after the list believed came and before it was healed."""
    assert here.believed
    lists = [one.officials for one in here.outside]
    for pull in year.facts.pulls:
        at = pull.merged.at if pull.merged else None
        between = at and (here.since is None or at > here.since) and (until is None or at <= until)
        if between and pull.officials in lists:
            year.bases[pull.number] = here.believed


def _named(here: _Stretch) -> str:
    """The changes by their commits and, where they came by one, their pull requests."""
    return listed(
        [f"perubahan {one.commit[:12]}" + (f" lewat PR #{one.pull}" if one.pull else "") for one in here.outside]
    )
