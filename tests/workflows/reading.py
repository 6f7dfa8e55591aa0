"""The workflows read as data, and what may not be in them (``holes``); pure, so that controls can plant every hole."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from helpers import ROOT

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
PINS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
    "actions/attest-build-provenance": "a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32 # v4.1.0",
}
"""The whole commit of every action that is used (DESIGN section 11)."""
DEFAULT_BRANCH = {"workflow_run", "issue_comment", "schedule", "push", "workflow_dispatch"}
"""The events whose workflow is the one of main; ``push`` only when it names main, and a dispatch is held to main by its steps."""
KEPT_DAYS = {"baca.yml": 14, "terbit.yml": 1}
"""How long an artifact stays, at most, in the workflows that make one (threats T89)."""
HARMLESS = {"github.token", "github.event.pull_request.number"}
IN_ENVIRONMENT = {"github.head_ref", "inputs.pekerjaan", "inputs.tahun"}
"""Expressions that may stand in ``env:`` only: a person chose their value."""
KEY = "secrets.KUNCI_KELUARAN"
"""The one secret there is: of an environment, in the one step that uses it."""
_OUTPUT = re.compile(r"(?:needs\.bangun|steps\.(?:terbit|pasang))\.outputs\.(?:tujuan|asal|sidik|page_url)")
"""What our own command told of the build: a word of a closed list, or a digest; and the address that Pages gave."""
_CHOICE = re.compile(rf"!cancelled\(\) && {_OUTPUT.pattern} == '[a-z]+'")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_PINNED = re.compile(r"uses: +(\S+?)@(.*)")
_INSTALL = re.compile(
    r"python3 -m pip install --disable-pip-version-check --no-deps --require-hashes --only-binary=:all:"
    r" --requirement=(?:program/)?requirements(?:-gerbang|-terbit)?\.txt"
)
_PARAF = re.compile(r'python3 -P -m paraf [a-z0-9 "$^/_A-Z-]+')


def read(text: str) -> Any:
    """A workflow with every scalar as text, so that ``on`` and ``yes`` mean nothing else."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def events(flow: Any) -> Mapping[str, Any]:
    """Every event and its filters."""
    return {name: filters or {} for name, filters in flow["on"].items()}


def steps(flow: Any) -> Iterator[Any]:
    """The steps of all jobs."""
    for job in flow["jobs"].values():
        yield from job["steps"]


def writes(flow: Any) -> set[str]:
    """The scopes that may be written, at the top or in a job."""
    scopes = [flow.get("permissions") or {}, *(job.get("permissions") or {} for job in flow["jobs"].values())]
    return {scope for one in scopes for scope, level in _scopes(one) if level == "write"}


def _scopes(permissions: Any) -> list[tuple[str, str]]:
    return [("all", "write")] if permissions == "write-all" else list(dict(permissions).items())


def expressions(value: Any, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every ``${{ … }}`` with the key it stands under; ``env`` is passed on to what is inside."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from expressions(one, "env" if "env" in (inside, key) else key)
    elif isinstance(value, list):
        for one in value:
            yield from expressions(one, inside)
    else:
        yield from ((found, inside) for found in _EXPRESSION.findall(value or ""))


def holes(name: str, text: str) -> list[str]:
    """What is wrong with one workflow, a word for each; ``name`` is that of its file."""
    flow = read(text)
    return [*_on_top(flow), *_in_jobs(flow), *_in_steps(name, flow, text), *_in_expressions(flow)]


def _on_top(flow: Any) -> Iterator[str]:
    if flow.get("permissions") != {}:
        yield "permissions at the top"
    if "concurrency" not in flow:
        yield "no concurrency"
    if "pull_request_target" in events(flow):
        yield "pull_request_target"
    branches = events(flow).get("push", {"branches": ["main"]})
    if writes(flow) and not (set(events(flow)) <= DEFAULT_BRANCH and branches == {"branches": ["main"]}):
        yield "writes for a branch's own workflow"


def _in_jobs(flow: Any) -> Iterator[str]:
    for job in flow["jobs"].values():
        if not re.fullmatch("[0-9]|10", job.get("timeout-minutes", "")):
            yield "no timeout"
        if "permissions" not in job:
            yield "permissions of a job"
        if job["runs-on"] != "ubuntu-24.04":
            yield "runner"
        if {"container", "services", "secrets", "uses"} & set(job):
            yield "foreign code"


def _in_steps(name: str, flow: Any, text: str) -> Iterator[str]:
    for action, version in _PINNED.findall(text):
        if PINS.get(action) != version.strip():
            yield "pin"
    for step in steps(flow):
        action, given = step.get("uses", "").partition("@")[0], step.get("with", {})
        command = " ".join(step.get("run", "true").split())
        if not step.get("name"):
            yield "a step without a name"
        if action == "actions/checkout" and given.get("persist-credentials") != "false":
            yield "credentials kept"
        if action == "actions/checkout" and {"submodules", "lfs", "token", "ssh-key"} & set(given):
            yield "checkout brings more"
        if "cache" in action or "cache" in given:
            yield "cache"
        if "artifact" in action and not _artifact(name, action, given):
            yield "artifact"
        if command != "true" and not _INSTALL.fullmatch(command) and not _PARAF.fullmatch(command):
            yield "more than one command of ours"
        if step.get("continue-on-error") or "shell" in step:
            yield "continue-on-error"


def _artifact(name: str, action: str, given: Any) -> bool:
    """Whether an artifact is one that may be: short-lived, and read only in the very run that made it."""
    if action == "actions/download-artifact":
        return name == "terbit.yml" and set(given) == {"name", "path"}
    return int(given.get("retention-days", "99")) <= KEPT_DAYS.get(name, 0)


def _in_expressions(flow: Any) -> Iterator[str]:
    for found, key in expressions(flow):
        ours = _OUTPUT.fullmatch(found) or (key == "if" and _CHOICE.fullmatch(found))
        if found not in HARMLESS and not ours and not (found in {*IN_ENVIRONMENT, KEY} and key == "env"):
            yield f"expression {found} in {key}"
        if key == "run":
            yield "expression in run"


def text_of(name: str) -> str:
    """A workflow as it is committed."""
    return Path(FOLDER / name).read_text(encoding="utf-8")
