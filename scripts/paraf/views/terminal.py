"""What ``paraf jelaskan`` prints: a rule, or a step, in plain lines."""

import re

from paraf.door.regex import regex
from paraf.rules.base import PARTS, AnyRule
from paraf.sop.model import Sop, Step
from paraf.views.words import BLANK, duration_words, role_names

_FENCE = regex(r"^```\w*\n?", re.MULTILINE)


def rule_text(rule: AnyRule) -> str:
    """A rule's page without markup."""
    page = rule.page
    lines = [f"{rule.code} · {rule.name} ({rule.severity.heading})", "", page.summary, f"Dasar: {rule.basis}."]
    for name in PARTS:
        lines += ["", f"{name}:", _FENCE.sub("", page.parts[name]).rstrip()]
    return "\n".join(lines)


def step_text(sop: Sop, step: Step) -> str:
    """A step's card and how to do it."""
    lines = [
        f"{step.code} · {step.kegiatan}",
        "",
        f"Siapa        {role_names(sop, step)}",
        f"Paling lama  {duration_words(step.waktu)}",
        f"Butuh        {step.kelengkapan or BLANK}",
        f"Hasil        {step.output or BLANK}",
    ]
    if step.on_refusal.value:
        lines.append(f"Bila dikembalikan: ke {step.on_refusal.value} ({step.on_refusal.origin.value})")
    lines += ["", *(f"{number}. {sentence}" for number, sentence in enumerate(step.cara, start=1))]
    return "\n".join(lines)
