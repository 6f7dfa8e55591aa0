"""The files that GitHub or its administrator reads: made from ``sop/`` alone, and as the design wants the repository set."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from github_form import described, registry
from helpers import CASES, ROOT, files_of, load_case, load_files
from paraf.gerbang.effects import STATUS
from paraf.views.forge.generated import KEPT, generated_files, is_ours
from paraf.views.forge.labels import labels, turn_label
from paraf.views.forge.settings import GATE_EVENTS
from workflows.reading import FILES, events, read, text_of

REPO = load_case(ROOT)
MADE = generated_files(REPO)
TEXTS = {path: data.decode() for path, data in files_of(ROOT).items()}
PAPERS = yaml.safe_load(TEXTS["sop/naskah.yml"])["naskah"]


def made(**changed: tuple[str, str]) -> dict[str, str]:
    """The files of an office whose ``sop/<name>.yml`` says something else."""
    texts = dict(TEXTS)
    for name, (old, new) in changed.items():
        assert old in texts[f"sop/{name}.yml"]
        texts[f"sop/{name}.yml"] = texts[f"sop/{name}.yml"].replace(old, new)
    return generated_files(load_files(texts))


def data(path: str) -> Any:
    return json.loads(MADE[path])


def test_what_is_committed_is_what_would_be_made() -> None:
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in MADE} == MADE


def test_a_guide_only_sop_gets_none_of_them() -> None:
    assert generated_files(load_case(CASES / "sop-kedua")) == {}


REAL = {"petugas": ("contoh: ya", "contoh: tidak")}


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_owners_are_told_of_the_rules_only() -> None:
    """T48: the last line that fits counts; papers and pages have nobody, since the gate asks one person at a time."""
    told = made(**REAL)[".github/CODEOWNERS"]
    assert rows(told) == ["* @contoh-kasubag @contoh-sekdin @contoh-kadin", "/docs/", "/lakip/"]


def test_nobody_is_called_by_an_invented_account() -> None:
    assert rows(MADE[".github/CODEOWNERS"]) == ["*", "/docs/", "/lakip/"]
    assert "masih data contoh" in MADE[".github/CODEOWNERS"]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("petugas", "mulai: 2025-01-02, sk: SK contoh 4", "mulai: 2025-01-02, selesai: 2026-01-01, sk: SK contoh 4", 2),
        ("petugas", "nama: Kadin (contoh), akun: contoh-kadin, id: 999000004", "nama: Kadin (contoh)", 2),
        ("naskah", "tata_kelola: {disetujui: [kadin, sekdin, kasubag]", "tata_kelola: {disetujui: [kadin, sekdin]", 2),
        ("naskah", "tata_kelola:", "# tata_kelola:", 0),
    ],
    ids=["a term that ends", "no account", "fewer roles", "nobody may approve"],
)
def test_whom_it_tells_is_in_the_data(name: str, old: str, new: str, expected: int) -> None:
    texts = TEXTS | {"sop/petugas.yml": TEXTS["sop/petugas.yml"].replace("contoh: ya", "contoh: tidak")}
    assert old in texts[f"sop/{name}.yml"]
    texts[f"sop/{name}.yml"] = texts[f"sop/{name}.yml"].replace(old, new)
    assert generated_files(load_files(texts))[".github/CODEOWNERS"].count("@") == expected


def test_without_officials_nobody_is_told() -> None:
    texts = {path: text for path, text in TEXTS.items() if path != "sop/petugas.yml"}
    told = generated_files(load_files(texts))[".github/CODEOWNERS"]
    assert rows(told) == ["*", "/docs/", "/lakip/"]
    assert "contoh" not in told


def test_there_is_a_template_for_each_paper_and_no_other() -> None:
    found = [path for path in MADE if path.startswith(KEPT[1])]
    assert found == [f"{KEPT[1]}{paper['id']}.md" for paper in PAPERS]
    assert all(is_ours(MADE[path]) for path in found)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["id"])
def test_a_template_names_files_steps_and_who_comes_next(paper: dict[str, Any]) -> None:
    text = MADE[f"{KEPT[1]}{paper['id']}.md"]
    assert f"## {paper['nama']}\n" in text
    assert all(f"`{name}`" in text for name in paper["mencakup"])
    assert re.findall(r"^\| ([A-Z]+\d+) \|", text, re.MULTILINE) == [stage["kode"] for stage in paper["langkah"]]
    conditions = [one for stage in paper["langkah"] for one in stage["syarat"]]
    assert len(re.findall(r"^\| [A-Z\d ]*\| [A-Z]", text, re.MULTILINE)) == len(conditions)
    assert text.count("`/ajukan`") == sum(one["jenis"] == "ajukan" for one in conditions)
    assert text.count("**Approve**") == sum(one["jenis"] == "setujui" for one in conditions)
    assert text.count("Simpan `bukti/") == sum(one["jenis"] == "bukti" for one in conditions)
    assert text.count("**Squash and merge**") == 1
    assert ("Menunggu **" in text) == ("setelah" in paper)
    assert "**Sekarang:** " in text
    assert "@" not in text, "whoever reads a template is not called by it"


def test_a_step_leads_to_its_page_where_the_guide_has_an_address() -> None:
    linked = made(instansi=("situs:\n", "situs: https://contoh.go.id/panduan\n"))
    assert "| [B4](https://contoh.go.id/panduan/b4/) | Tim menyusun |" in linked[f"{KEPT[1]}draf-awal.md"]
    assert yaml.safe_load(linked[f"{KEPT[0]}config.yml"])["contact_links"][0]["url"] == "https://contoh.go.id/panduan"
    assert "contact_links" not in yaml.safe_load(MADE[f"{KEPT[0]}config.yml"])


def test_a_paper_of_one_role_names_nobody_after_it() -> None:
    text = MADE[f"{KEPT[1]}data-lakip.md"]
    assert "**Sekarang:** Kasubag KPP menyusun sampai lengkap.\n" in text
    assert "**Sesudah itu:**" not in text


def checked(schema: str, *files: Path) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_github_would_accept_the_forms(tmp_path: Path) -> None:
    on_paper = made(naskah=("kertas: {boleh: []", "kertas: {boleh: [kadin]"))
    for path, text in on_paper.items():
        if path.startswith(KEPT[0]):
            (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    chooser = tmp_path / "config.yml"
    found = sorted(path for path in tmp_path.iterdir() if path != chooser)
    assert [path.stem for path in found] == ["buka-tahun", "kertas", "kesalahan"]
    assert "ok" in checked("vendor.github-issue-forms", *found)
    assert "ok" in checked("vendor.github-issue-config", chooser)
    found[0].write_text("name: x\n", encoding="utf-8")
    assert "ok" not in checked("vendor.github-issue-forms", found[0]), "the schema refuses what is no form"


def test_the_form_for_paper_is_there_only_where_paper_counts() -> None:
    assert f"{KEPT[0]}kertas.yml" not in MADE


def test_labels_are_distinct_and_fit_github() -> None:
    found = data(".github/labels.json")
    assert (
        len({one["name"].lower() for one in found})
        == len(found)
        == len(labels(REPO.sop, REPO.papers.value if REPO.papers else None))
    )
    for one in found:
        assert re.fullmatch("[0-9a-f]{6}", one["color"])
        assert 0 < len(one["name"]) <= 50
        assert 0 < len(one["description"]) <= 100
    used = {
        label for path in MADE if path.startswith(KEPT[0]) for label in yaml.safe_load(MADE[path]).get("labels", [])
    }
    assert used <= {one["name"] for one in found}


def test_each_role_has_the_label_of_its_turn() -> None:
    for role in REPO.sop.roles:
        assert turn_label(REPO.sop, role.id).name == f"di {role.sebutan}"


RULES = {rule["type"]: rule.get("parameters") for path in MADE if "/rulesets/" in path for rule in data(path)["rules"]}


def test_main_is_locked_as_the_design_wants() -> None:
    """DESIGN section 5: a pull request, the gate's status, squash, linear history, no deletion, no force push."""
    assert set(RULES) == {
        *("deletion", "non_fast_forward", "required_linear_history"),
        *("pull_request", "required_status_checks"),
    }
    assert RULES["pull_request"]["allowed_merge_methods"] == ["squash"]
    assert RULES["required_status_checks"]["required_status_checks"] == [{"context": STATUS, "integration_id": 15368}]
    assert RULES["required_status_checks"]["strict_required_status_checks_policy"] is True


def test_the_forge_voids_no_approval() -> None:
    """No required approval, dismissal or code owner: evidence is pushed after an approval."""
    asked = {key: value for key, value in RULES["pull_request"].items() if key != "allowed_merge_methods"}
    assert not any(asked.values()), asked


@pytest.mark.parametrize("path", [path for path in MADE if "/rulesets/" in path])
def test_nobody_passes_by(path: str) -> None:
    """T67: the list is empty, and the rules are in force on the default branch, whatever it is called."""
    body = data(path)
    assert (body["bypass_actors"], body["enforcement"], body["target"]) == ([], "active", "branch")
    assert body["conditions"] == {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}}


@pytest.mark.parametrize("path", [path for path in MADE if "/rulesets/" in path])
def test_github_would_take_the_rulesets(path: str) -> None:
    """Held against GitHub's own description of the request; a rule that it does not know is refused."""
    checked_body("POST /repos/{}/{}/rulesets", data(path))
    wrong = data(path)
    wrong["rules"][0]["type"] = "persetujuan"
    with pytest.raises(jsonschema.ValidationError):
        checked_body("POST /repos/{}/{}/rulesets", wrong)


def test_github_would_take_the_settings_of_actions() -> None:
    for (method, path), body in CALLS.items():
        checked_body(f"{method} /repos/{{}}/{{}}/{path}", body)


def checked_body(kind: str, body: Any) -> None:
    jsonschema.Draft202012Validator(described()[kind]["body"], registry=registry(False)).validate(body)


CALLS = {(one["method"], one["path"]): one["body"] for one in data(".github/actions-policy.json")[:4]}
POLICIES = [one["body"] for one in data(".github/actions-policy.json")[4:]]


def test_actions_may_do_little() -> None:
    """T12, T62, T66: pinned actions of GitHub only, a token that reads, no approval by a bot, nothing of strangers unasked."""
    assert CALLS["PUT", "actions/permissions"]["sha_pinning_required"] is True
    assert CALLS["PUT", "actions/permissions/selected-actions"]["patterns_allowed"] == []
    assert CALLS["PUT", "actions/permissions/workflow"] == {
        "default_workflow_permissions": "read",
        "can_approve_pull_request_reviews": False,
    }


def test_the_policy_allows_the_events_in_use_and_no_other() -> None:
    gate, everything = (one["rules"][0]["parameters"]["allowed_events"] for one in POLICIES)
    assert POLICIES[0]["conditions"]["workflow_path"]["include"] == [".github/workflows/gerbang.yml"]
    assert set(gate) == set(GATE_EVENTS) == set(events(read(text_of("gerbang.yml"))))
    assert set(everything) == {event for path in FILES for event in events(read(path.read_text(encoding="utf-8")))}
    assert "pull_request_target" not in everything
    assert "conditions" not in POLICIES[1]
