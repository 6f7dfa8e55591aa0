"""What the workflows may never do, read from their YAML (threats 1.4); a planted hole of each kind is found.

What GitHub itself does with them (whose copy of a file runs, what a scope allows) cannot be proven here.
"""

import ast
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import get_args

import pytest

from helpers import ROOT
from paraf.cli import cli
from paraf.sop.forms.office import Target
from workflows.reading import FILES, PINS, events, expressions, holes, read, steps, text_of, writes

GATE = read(text_of("gerbang.yml"))
NAMES = [path.name for path in FILES]


def test_these_are_the_workflows() -> None:
    assert NAMES == ["baca.yml", "gerbang.yml", "jalankan.yml", "periksa.yml", "sinyal.yml", "terbit.yml"]
    assert [read(text_of(name))["name"] for name in NAMES] == [name.removesuffix(".yml") for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_has_a_hole(name: str) -> None:
    assert holes(name, text_of(name)) == []


PLANTED = {
    "T54 skipped: a filter on the gate": ("gerbang.yml", "    branches: [main]", "    branches: [lain]", "writes for"),
    "T55 a branch's own workflow writes": ("gerbang.yml", "  issue_comment:", "  pull_request:", "writes for"),
    "T56 the trigger that runs with a token": (
        "sinyal.yml",
        "  pull_request:",
        "  pull_request_target:",
        "pull_request_t",
    ),
    "T57 a title in a command": ("sinyal.yml", '"true"', 'echo "${{ github.event.pull_request.title }}"', "expression"),
    "T57 a branch in an argument": ("periksa.yml", '"$CABANG"', '"${{ github.head_ref }}"', "expression in run"),
    "T57 a number in a command": (
        "baca.yml",
        '"HEAD^1"',
        "${{ github.event.pull_request.number }}",
        "expression in run",
    ),
    "T58 a second command": (
        "periksa.yml",
        "python3 -P -m paraf",
        "echo a >> $GITHUB_ENV; python3 -P -m paraf",
        "more than",
    ),
    "T59 a cache": ("gerbang.yml", 'python-version: "3.11"', 'python-version: "3.11"\n          cache: pip', "cache"),
    "T60 an artifact is read": ("gerbang.yml", "actions/setup-python@", "actions/download-artifact@", "artifact"),
    "T61 a broad token": ("gerbang.yml", "permissions: {}\n", "permissions: write-all\n", "permissions at the top"),
    "T61 credentials stay": ("gerbang.yml", "persist-credentials: false", "persist-credentials: true", "credentials"),
    "T62 a moving tag": ("gerbang.yml", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7", "pin"),
    "T62 an impostor": ("gerbang.yml", "actions/checkout@", "aktions/checkout@", "pin"),
    "T63 without hashes": ("gerbang.yml", " --require-hashes", "", "more than one"),
    "T63 a package that is built": ("gerbang.yml", " --only-binary=:all:", "", "more than one"),
    "T63 the lock of the pull request": ("baca.yml", "=program/requirements", "=naskah/requirements", "more than one"),
    "T64 a secret": ("gerbang.yml", "${{ github.token }}", "${{ secrets.KUNCI }}", "expression secrets"),
    "T64 a secret of the repository": ("terbit.yml", "secrets.KUNCI_KELUARAN", "secrets.KUNCI", "expression secrets"),
    "T64 the key in a command": (
        "terbit.yml",
        "paraf antar",
        "paraf antar ${{ secrets.KUNCI_KELUARAN }}",
        "expression",
    ),
    "T70 a target that a person chose": ("terbit.yml", "sha256:${{ needs", "sha256:${{ inputs", "expression inputs"),
    "T60 another run's artifact": (
        "terbit.yml",
        "v8.0.1\n        with:",
        "v8.0.1\n        with: {run-id: 1}\n        x:",
        "art",
    ),
    "T89 a site kept longer": ("terbit.yml", "retention-days: 1\n", "retention-days: 2\n", "artifact"),
    "T88 a failure that is skipped over": ("terbit.yml", "!cancelled() &&", "always() ||", "expression always"),
    "T59 a cache in the publication": ("terbit.yml", "actions/setup-python@", "actions/cache@", "cache"),
    "T63 the site without hashes": ("terbit.yml", " --require-hashes", "", "more than one"),
    "T89 kept too long": ("baca.yml", "retention-days: 14", "retention-days: 90", "artifact"),
    "T89 an artifact elsewhere": ("periksa.yml", "actions/setup-python@", "actions/upload-artifact@", "artifact"),
    "no timeout": ("gerbang.yml", "    timeout-minutes: 10\n", "", "no timeout"),
    "an action nobody named": (
        "baca.yml",
        "      - name: Siapkan Python\n        uses",
        "      - uses",
        "a step",
    ),
    "a runner that moves": ("sinyal.yml", "ubuntu-24.04", "ubuntu-latest", "runner"),
    "a failure that passes": (
        "gerbang.yml",
        "        run: python3",
        "        continue-on-error: true\n        run: python3",
        "con",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), PLANTED.values(), ids=list(PLANTED))
def test_control_every_planted_hole_is_found(name: str, old: str, new: str, said: str) -> None:
    text = text_of(name)
    assert old in text
    assert [hole for hole in holes(name, text.replace(old, new)) if hole.startswith(said)]


def test_only_the_gate_and_the_runner_of_work_may_write() -> None:
    """T55, T61: the gate writes no content, and the one that writes content judges nothing."""
    assert {name: writes(read(text_of(name))) for name in NAMES} == {
        "baca.yml": set(),
        "gerbang.yml": {"issues", "pull-requests", "statuses"},
        "jalankan.yml": {"contents"},
        "periksa.yml": set(),
        "sinyal.yml": set(),
        "terbit.yml": {"attestations", "id-token", "pages"},
    }


def test_the_signal_does_nothing() -> None:
    """T55: anybody may change what it runs, so it is given nothing to use."""
    flow = read(text_of("sinyal.yml"))
    assert [(step.get("run"), step.get("uses")) for step in steps(flow)] == [("true", None)]
    assert flow["jobs"]["sinyal"]["permissions"] == {}


def test_the_gate_hears_the_signal() -> None:
    """Every act that a condition counts on a pull request rings; a comment rings by itself."""
    signal = read(text_of("sinyal.yml"))
    assert events(GATE)["workflow_run"] == {"workflows": [signal["name"]], "types": ["completed"]}
    assert set(events(signal)["pull_request_review"]["types"]) == {"submitted", "edited", "dismissed"}
    assert set(events(signal)["pull_request"]["types"]) >= {
        *("opened", "reopened", "closed", "synchronize", "edited"),
        *("ready_for_review", "converted_to_draft", "review_requested", "assigned"),
    }
    assert "created" in events(GATE)["issue_comment"]["types"]


def test_the_gate_is_never_skipped() -> None:
    """T54: no condition and no filter; what is not judged has no status, and a status that is absent does not pass."""
    for job in GATE["jobs"].values():
        assert not {"if", "needs", "strategy"} & set(job)
        assert not any("if" in step for step in job["steps"])
    assert "paths" not in text_of("gerbang.yml")
    assert set(events(GATE)["push"]) == {"branches"}


def test_the_gate_takes_nothing_from_what_woke_it() -> None:
    """T56, T57, T60, T70: no word of the event is used, so a run again judges what is now; main is all it checks out."""
    assert {found for found, _ in expressions(GATE)} == {"github.token"}
    checkouts = [step["with"] for step in steps(GATE) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts == [{"ref": "refs/heads/main", "persist-credentials": "false"}]
    assert [step["uses"].partition("@")[0] for step in steps(GATE) if "uses" in step] == list(PINS)[:2]


def test_the_gate_sweeps_all_pull_requests_one_run_after_the_other() -> None:
    """T71, T72, T73: a lost or cut run loses nothing; without any event the schedule comes."""
    last = list(steps(GATE))[-1]
    assert last["run"] == "python3 -P -m paraf gerbang --semua --tulis"
    assert GATE["concurrency"] == {"group": "gerbang", "cancel-in-progress": "false"}
    [schedule] = events(GATE)["schedule"]
    minutes, hours, *days = schedule["cron"].split()
    first, second = map(int, minutes.split(","))
    assert second - first == 30
    assert (hours, days) == ("0-8", ["*", "*", "1-5"]), "07.13 to 15.43 in WIB (UTC+7)"


@pytest.mark.parametrize("name", ["baca.yml", "periksa.yml"])
def test_the_program_is_of_main_and_the_pull_request_is_data_beside_it(name: str) -> None:
    """T56: two folders; Python's path leads to main's only, and the working folder is not on it (``-P``)."""
    flow = read(text_of(name))
    checkouts = [step["with"] for step in steps(flow) if step.get("uses", "").startswith("actions/checkout@")]
    assert [(one.get("ref"), one["path"]) for one in checkouts] == [("refs/heads/main", "program"), (None, "naskah")]
    [ours] = [step for step in steps(flow) if "paraf" in step.get("run", "")]
    assert ours["env"]["PYTHONPATH"] == "program/scripts"
    assert " ".join(ours["run"].split()).startswith("python3 -P -m paraf --akar naskah ")


def test_what_writes_content_runs_on_main_only() -> None:
    flow = read(text_of("jalankan.yml"))
    [job] = flow["jobs"].values()
    assert job["if"] == "github.ref == 'refs/heads/main'"
    assert set(events(flow)) == {"workflow_dispatch"}
    assert [step["with"]["ref"] for step in steps(flow) if "checkout" in step.get("uses", "")] == ["refs/heads/main"]


PUBLISHING = read(text_of("terbit.yml"))
TARGETS = {"pages": "pages", "repositori": "repositori"}


def test_publication_is_started_by_main_and_by_hand_only() -> None:
    """T70, T88: and one run never overtakes another, so that what was withdrawn does not come back."""
    assert events(PUBLISHING) == {"push": {"branches": ["main"]}, "workflow_dispatch": {}}
    assert PUBLISHING["concurrency"] == {"group": "terbit", "cancel-in-progress": "false"}


def test_every_job_that_holds_a_key_asks_again_whether_it_is_of_the_tip() -> None:
    """T70: a single job of an old run can be started again, with the site that was built then."""
    for name, job in PUBLISHING["jobs"].items():
        commands = [" ".join(step.get("run", step.get("uses", "")).split()) for step in job["steps"]]
        held = [
            at for at, one in enumerate(commands) if one.startswith(("actions/deploy", "python3 -P -m paraf antar"))
        ]
        asked = [at for at, one in enumerate(commands) if one.startswith("python3 -P -m paraf terbit --ujung")]
        assert (len(held), len(asked)) == ((1, 1) if name in TARGETS else (0, 0))
        assert asked < held or not held
        checkouts = [
            step["with"]["ref"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")
        ]
        assert set(checkouts) <= {"refs/heads/main"}


def test_exactly_one_target_is_taken_and_what_may_write_is_in_it_alone() -> None:
    """The one that builds runs most code and writes nothing; who holds the key of the output has no other right."""
    jobs = PUBLISHING["jobs"]
    assert writes({"jobs": {"x": jobs["bangun"]}}) == writes({"jobs": {"x": jobs["repositori"]}}) == set()
    assert writes({"jobs": {"x": jobs["pages"]}}) == {"pages", "id-token"}
    assert jobs["pages"]["environment"]["name"] == "github-pages"
    assert jobs["repositori"]["environment"] == "keluaran"
    for name, target in TARGETS.items():
        assert jobs[name]["needs"] == "bangun"
        assert jobs[name]["if"] == f"${{{{ !cancelled() && needs.bangun.outputs.tujuan == '{target}' }}}}"
    taken = {step["if"].split("'")[1] for step in jobs["bangun"]["steps"] if "if" in step}
    assert taken == {*TARGETS, "zip"} == {*get_args(Target)} - {"tidak"}
    secret = [step["name"] for name, job in jobs.items() for step in job["steps"] if "secrets." in str(step)]
    assert secret == ["Antar"]


def test_older_editions_are_found_in_the_whole_history() -> None:
    depths = {
        name: [step["with"].get("fetch-depth") for step in job["steps"] if "checkout" in step.get("uses", "")]
        for name, job in PUBLISHING["jobs"].items()
    }
    assert depths == {"bangun": ["0"], "pages": [None], "repositori": ["0"], "asal": []}


def test_every_command_and_option_that_is_called_exists() -> None:
    called = [
        line
        for name in NAMES
        for step in steps(read(text_of(name)))
        for line in [step.get("run", "")]
        if "paraf" in line
    ]
    assert len(called) == 10
    for line in called:
        name = line.partition("paraf ")[2].replace("--akar naskah ", "").split()[0]
        known = {option for one in cli.commands[name].params for option in one.opts}
        assert set(re.findall(r"--[a-z]+", line)) - {"--akar"} <= known


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-gerbang.txt", "requirements-terbit.txt"])
def test_the_locks_name_versions_with_hashes_and_nothing_else(lock: str) -> None:
    """T63: no address, no option, nothing without a hash."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    for line in text.replace("\\\n", "").splitlines():
        assert re.fullmatch(r"[a-z0-9._-]+==[A-Za-z0-9.]+( ; [^\\]*?)?( +--hash=sha256:[0-9a-f]{64})+ *", line), line


def test_the_gate_installs_a_part_of_what_everything_else_does() -> None:
    """And so does the publication: the gate's part and the builder, without what prints."""
    gate, site, everything = (
        set(re.findall(r"^[a-z0-9._-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in ("requirements-gerbang.txt", "requirements-terbit.txt", "requirements.txt")
    )
    assert gate < site < everything
    assert len(gate) <= 5, "whoever may write statuses runs little code of others"
    assert {one.partition("==")[0] for one in everything - site} == {"pypandoc-binary", "setuptools", "typst"}


PRINTING = {"adapters/builder.py", "adapters/paper.py", "adapters/typesetter.py", "views/first_words.py"}
"""What makes pages and papers; the gate, the checks and the book do without, and so they do without the double."""


def test_the_gate_has_all_that_its_program_may_import() -> None:
    """Imports are late, so a missing package would show only in front of the very content that needs it."""
    allowed = {"click", "jinja2", "msgspec", "yaml", "paraf", "hunspell"}  # the dictionary is optional
    package = ROOT / "scripts" / "paraf"
    foreign = {
        path.relative_to(package).as_posix(): names
        for path in package.rglob("*.py")
        if "forge_double" not in path.parts
        if (names := _imported(path) - allowed - sys.stdlib_module_names - {"_typeshed"})
    }
    assert set(foreign) == PRINTING, foreign


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


TOOL = Path(sysconfig.get_path("scripts"))


def test_actionlint_is_content() -> None:
    done = run(str(TOOL / "actionlint"), *(str(path) for path in FILES))
    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_is_content_even_when_pedantic() -> None:
    """The whole repository, the small actions of the tests too; what is ignored has its reason behind it."""
    done = run(str(TOOL / "zizmor"), "--offline", "--no-progress", "--persona=pedantic", ".")
    assert done.returncode == 0, done.stdout
    ignored = [line.partition("zizmor: ignore[")[2] for name in NAMES for line in text_of(name).splitlines()]
    assert list(filter(None, ignored)) == [
        "dangerous-triggers] nothing of the run is read: no artifact, no code, no name; see above",
        "dangerous-triggers] nor is the comment read from the event",
    ]


def test_the_schema_of_workflows_holds() -> None:
    done = run(
        *(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"),
        *(str(path) for path in FILES),
    )
    assert done.returncode == 0, done.stdout
