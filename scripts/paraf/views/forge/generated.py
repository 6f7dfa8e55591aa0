"""Files that GitHub or its administrator reads, made from ``sop/`` and kept by ``paraf selaraskan``; pure."""

import json

from paraf.sop.repository import Repository
from paraf.views.forge.codeowners import codeowners
from paraf.views.forge.forms import forms
from paraf.views.forge.labels import labels
from paraf.views.forge.settings import ACTIONS, RULESETS
from paraf.views.forge.templates import templates

KEPT = (".github/ISSUE_TEMPLATE/", ".github/PULL_REQUEST_TEMPLATE/")
"""Folders in which a file of ours that is no longer wanted is removed; it tells by its first line."""
MARK = 'Dibuat oleh "paraf selaraskan"'
_OWNERS, _LABELS, _ACTIONS = ".github/CODEOWNERS", ".github/labels.json", ".github/actions-policy.json"


def generated_files(repo: Repository) -> dict[str, str]:
    """Every file by its path from the root; none for a SOP that is only a guide."""
    if repo.papers is None:
        return {}
    papers = repo.papers.value
    found = {
        _OWNERS: f"{_marked('#', 'sop/naskah.yml dan sop/petugas.yml')}\n{codeowners(papers, repo.officials)}",
        _LABELS: _json(
            [{"name": one.name, "color": one.color, "description": one.about} for one in labels(repo.sop, papers)]
        ),
        _ACTIONS: _json(ACTIONS),
    }
    for name, ruleset in RULESETS.items():
        found[f".github/rulesets/{name}.json"] = _json(ruleset)
    for name, text in forms(repo).items():
        found[f"{KEPT[0]}{name}.yml"] = f"{_marked('#', 'sop/')}\n{text}"
    for name, text in templates(repo, papers).items():
        found[f"{KEPT[1]}{name}.md"] = f"<!-- {_marked('', 'sop/naskah.yml')} -->\n\n{text}"
    return found


def is_ours(text: str) -> bool:
    """Whether a file was made here."""
    return MARK in text.partition("\n")[0]


def _marked(sign: str, source: str) -> str:
    return f"{sign} {MARK} dari {source}; jangan disunting di sini.".lstrip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
