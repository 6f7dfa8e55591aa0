"""``paraf andai``: what one more act would change."""

from pathlib import Path

from paraf.alur.supposing import read_wish, suppose
from paraf.commands.console import result
from paraf.commands.flow import demand_flow
from paraf.views.flow_words import changed_text
from paraf.views.words import SAMPLE


def andai(root: Path, sentence: str, year: int | None, named: str | None) -> int:
    """Judge the year twice, without and with the act, and print the difference; nothing is written."""
    from paraf.alur.cycle import evaluate_cycle

    flow = demand_flow(root, year, named)
    wish = read_wish(sentence, flow.policy.sop, flow.policy)
    facts = suppose(flow.policy, flow.facts, flow.cycle, wish, flow.now)
    after = evaluate_cycle(flow.policy, facts, flow.now)
    if flow.sample:
        result(SAMPLE)
    result(changed_text(flow.cycle, after, flow.policy))
    return 0
