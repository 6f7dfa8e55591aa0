"""What a case may claim about the answer of the engine (the lines with ``?``).

``? 3 lulus`` · ``? 3 menunggu|ditolak`` · ``? 3 bukan lulus``   the verdict of a pull request
``? 3 lanjut sekdin`` (``kantor``: the office's IT staff)          whose act is next
``? 3 kalimat WORDS`` · ``? 3 tanpa kalimat WORDS``                 somewhere in its reasons or its next act; nowhere there
``? 3 membawa draf-awal`` · ``? 3 membawa lain``                   the paper that it carries; none
``? B6 selesai`` · ``? B5..B7 bukan selesai`` · ``? B6 gugur|menunggu``  the state of steps
``? B6 giliran sekdin`` · ``? B6 giliran -``                        whose turn it is there; nobody's
``? B6 sejak 2026-01-05T08:20`` · ``? B6 sejak -``                  since when
``? B6 oleh sekdin`` · ``? B6 kertas oleh kasubag``                who did it (a deed of the approval, else the last one)
``? B6 kalimat WORDS``                                             in the step's sentence
``? salah satu A1..A5 dikembalikan``                               at least one of them
``? naskah draf-akhir selesai`` · ``... edisi 2 selesai`` · ``... belum``   a closing
``? kejanggalan WORDS`` · ``? tanpa kejanggalan`` · ``? keraguan WORDS`` · ``? tanpa keraguan``
"""

import re
from collections.abc import Mapping

from alur.story import Question, moment
from alur.world import accounts
from paraf.alur.facts import Policy
from paraf.alur.states import Cycle, Outcome, State, StepState, Verdict

OUTCOMES = {
    "lulus": Outcome.LULUS,
    "menunggu": Outcome.MENUNGGU,
    "ditolak": Outcome.DITOLAK,
    "galat": Outcome.GALAT,
    "selesai": Outcome.SELESAI,
    "terlalu-dini": Outcome.TERLALU_DINI,
    "ditutup": Outcome.DITUTUP,
}
STATES = {state.value.replace(" ", "-"): state for state in State}
_PULL = re.compile(r"(\d+) (bukan )?([a-z|-]+)")
_STEPS = re.compile(r"(salah satu )?([A-Z]\d+)(?:\.\.([A-Z]\d+))? (bukan )?([a-z|-]+)")
_ABOUT_PULL = re.compile(r"(\d+) (lanjut|kalimat|tanpa kalimat|membawa) (.+)")
_ABOUT_STEP = re.compile(r"([A-Z]\d+) (giliran|sejak|kalimat|oleh|kertas oleh) (.+)")
_PAPER = re.compile(r"naskah (\S+)(?: edisi (\d))? (selesai|belum)")


class Claims:
    """Compares questions with an answer."""

    def __init__(self, policy: Policy, names: Mapping[str, int], cycle: Cycle) -> None:
        self.policy = policy
        self.names = names
        self.cycle = cycle
        self.steps = {step.step: step for step in cycle.steps}
        self.pulls = {verdict.pull: verdict for verdict in cycle.verdicts}

    def differ(self, question: Question) -> str | None:
        """What differs from the claim; ``None`` where it holds."""
        text = question.text
        if found := _ABOUT_PULL.fullmatch(text):
            return self._about_pull(self._pull(found[1]), found[2], found[3])
        if found := _ABOUT_STEP.fullmatch(text):
            return self._about_step(self._step(found[1]), found[2], found[3])
        if found := _PULL.fullmatch(text):
            return self._outcome(self._pull(found[1]), bool(found[2]), found[3])
        if found := _STEPS.fullmatch(text):
            return self._states(bool(found[1]), self._range(found[2], found[3]), bool(found[4]), found[5])
        if found := _PAPER.fullmatch(text):
            return self._paper(found[1], int(found[2] or 1), found[3] == "selesai")
        for word, told in (("kejanggalan", self.cycle.oddities), ("keraguan", self.cycle.doubts)):
            if text == f"tanpa {word}":
                return f"{word}: {told}" if told else None
            if text.startswith(f"{word} "):
                return _within(text.removeprefix(f"{word} "), *told)
        raise ValueError(f"{question.where}: pertanyaan tidak dikenal: {text!r}")

    def _pull(self, number: str) -> Verdict:
        return self.pulls[int(number)]

    def _step(self, code: str) -> StepState:
        return self.steps[code]

    def _range(self, first: str, last: str | None) -> list[StepState]:
        codes = list(self.policy.sop.steps)
        return [self.steps[code] for code in codes[codes.index(first) : codes.index(last or first) + 1]]

    def _outcome(self, verdict: Verdict, negated: bool, words: str) -> str | None:
        wanted = {OUTCOMES[word] for word in words.split("|")}
        if (verdict.outcome in wanted) != negated:
            return None
        return f"PR {verdict.pull} {verdict.outcome.value!r}: {verdict.reasons}; {verdict.next}"

    def _states(self, some: bool, steps: list[StepState], negated: bool, words: str) -> str | None:
        wanted = {STATES[word] for word in words.split("|")}
        wrong = [step for step in steps if (step.state in wanted) == negated]
        if not wrong or (some and len(wrong) < len(steps)):
            return None
        return "; ".join(f"{step.step} {step.state.value!r}: {step.sentence}" for step in wrong)

    def _about_pull(self, verdict: Verdict, what: str, words: str) -> str | None:
        if what == "kalimat":
            return _within(words, *verdict.reasons, verdict.next.sentence)
        if what == "tanpa kalimat":
            missing = _within(words, *verdict.reasons, verdict.next.sentence)
            return None if missing else f"{words!r} ada di {verdict.reasons}"
        if what == "lanjut":
            role = None if words == "kantor" else words
            return None if verdict.next.role == role else f"giliran {verdict.next}"
        papers = {paper.id for paper in self.policy.papers.naskah}
        fits = verdict.carries == words if words != "lain" else verdict.carries not in papers
        return None if fits else f"membawa {verdict.carries}"

    def _about_step(self, step: StepState, what: str, words: str) -> str | None:
        if what == "kalimat":
            return _within(words, step.sentence)
        if what == "giliran":
            return None if step.role == (None if words == "-" else words) else f"giliran {step.role}: {step.sentence}"
        if what == "sejak":
            return None if step.since == (None if words == "-" else moment(words)) else f"sejak {step.since}"
        deeds = [deed for deed in step.deeds if deed.kind == "setujui"] or list(step.deeds)
        fits = bool(deeds) and deeds[-1].by == self.names[words] and deeds[-1].on_paper == (what != "oleh")
        return None if fits else f"perbuatan {step.deeds}"

    def _paper(self, paper: str, edition: int, closed: bool) -> str | None:
        found = any((one.paper, one.edition) == (paper, edition) for one in self.cycle.closings)
        return (
            None if found == closed else f"naskah selesai: {[(one.paper, one.edition) for one in self.cycle.closings]}"
        )


def names_of(policy: Policy) -> Mapping[str, int]:
    """The accounts by short names."""
    return accounts(policy.officials)


def _within(words: str, *texts: str) -> str | None:
    return None if any(words.casefold() in text.casefold() for text in texts) else f"{words!r} tidak ada di {texts}"
