"""Settings read over HTTP: what the shipped files set is found again, what is refused stays unknown, lists are whole."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from helpers import ROOT
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.github.client import Client
from paraf.adapters.github.settings_reading import read_live
from paraf.adapters.github.transport import ForgeError
from paraf.cli import run
from paraf.gerbang.doctor.judging import diagnosis as judge
from paraf.gerbang.doctor.point import State, Subject
from paraf.gerbang.doctor.publishing import KEY, OUTPUT, TERBIT
from paraf.gerbang.effects import STATUS
from paraf.gerbang.settings import SeenCheck, Settings, Snapshot, read_settings, write_settings
from paraf.sop.forms.office import Publishing

NAME = "kantor/lakip"
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
GATE = ".github/workflows/gerbang.yml"
RUN = {"created_at": "2026-11-25T02:00:00Z", "status": "completed", "conclusion": "success"}


@contextmanager
def prepared(folder: Path) -> Iterator[ForgeDouble]:
    """A private repository as an administrator leaves it who follows the page for IT staff, with the gate at work."""
    with ForgeDouble(folder) as forge:
        forge.account("kantor", 9)
        forge.account("penulis", 11)
        forge.repository(NAME, private=True, files={"sop/petugas.yml": b"a\n"}, roles={"penulis": "write"})
        with_key(forge, set_up)
        forge.repo(NAME).answers.update(
            {
                "actions/workflows": [{"name": "gerbang", "path": GATE, "state": "active"}],
                "actions/workflows/gerbang.yml/runs": [RUN, RUN],
                "environments": [
                    {
                        "name": "terbit",
                        "deployment_branch_policy": {"protected_branches": False, "custom_branch_policies": True},
                    }
                ],
                "environments/terbit/deployment-branch-policies": [{"name": "main", "type": "branch"}],
                "pages": {"build_type": "workflow", "https_enforced": True},
            }
        )
        tip = forge.repo(NAME).git.tip("refs/heads/main")
        client = Client(forge.url, NAME, forge.actions_token(statuses="write"))
        client.send("POST", f"statuses/{tip}", {"state": "success", "context": STATUS})
        client.close()
        yield forge


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[ForgeDouble]:
    with prepared(tmp_path / "forge") as forge:
        yield forge


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForgeDouble]:
    with prepared(tmp_path_factory.mktemp("forge")) as forge:
        yield forge


def set_up(client: Client) -> None:
    """The calls of the shipped files, in their order; policies are not part of the double."""
    for path in sorted((ROOT / ".github" / "rulesets").glob("*.json")):
        client.send("POST", "rulesets", json.loads(path.read_bytes()))
    for call in json.loads((ROOT / ".github" / "actions-policy.json").read_bytes()):
        if call["method"] == "PUT":
            client.send(call["method"], call["path"], call["body"])
    client.send("PATCH", "", {"allow_merge_commit": False, "allow_rebase_merge": False})


def with_key(forge: ForgeDouble, act: Any, login: str = "kantor") -> Any:
    client = Client(forge.url, NAME, forge.token(login), pause=lambda _: None)
    try:
        return act(client)
    finally:
        client.close()


def read(forge: ForgeDouble, login: str = "kantor") -> Snapshot:
    found = with_key(forge, lambda client: read_live(client, NOW), login)
    assert isinstance(found, Snapshot)
    return found


def test_what_the_shipped_files_set_is_found_again(forge: ForgeDouble) -> None:
    told = read(forge).bagian
    assert told.aturan_main is not None
    assert {rule.type for rule in told.aturan_main} >= {"pull_request", "required_status_checks", "deletion"}
    assert [one.bypass_actors for one in told.ruleset or ()] == [(), ()]
    assert told.actions_terpilih is not None
    assert told.izin_token is not None
    assert (told.izin_token.default_workflow_permissions, told.lingkungan and told.lingkungan[0].branches) != (
        "write",
        None,
    )
    assert [(one.creator.id if one.creator else 0, one.state) for one in told.status or ()] == [(41898282, "success")]
    assert [one.conclusion for one in told.jalan_gerbang or ()] == ["success"]
    assert [one.pull for one in told.pengangkatan or ()] == [None]
    assert read(forge).why("kebijakan_actions") == "tidak ada"


def test_what_publication_needs_is_read(forge: ForgeDouble) -> None:
    """The environment with its branches and the names of its secrets, the workflow, who reads the pages."""
    main_only = {"protected_branches": False, "custom_branch_policies": True}
    answers = forge.repo(NAME).answers
    answers.update(
        {
            "actions/workflows": [{"name": "terbit", "path": TERBIT, "state": "active"}],
            "environments": [{"name": OUTPUT, "deployment_branch_policy": main_only}],
            f"environments/{OUTPUT}/deployment-branch-policies": [{"name": "main", "type": "branch"}],
            f"environments/{OUTPUT}/secrets": [{"name": KEY}],
        }
    )
    to = Publishing("repositori", "kantor/situs")
    there = read(forge)
    assert there.bagian.pages is not None
    assert there.bagian.pages.public is True
    said = {point.about: point.state for point in judge(Subject(snapshot=there, now=NOW, publishing=to))}
    about = (f"Lingkungan {OUTPUT}", f"Rahasia {KEY}", "Alur kerja terbit")
    assert [said[one] for one in about] == [State.BERES] * 3
    answers[f"environments/{OUTPUT}/secrets"] = 403
    said = {point.about: point.state for point in judge(Subject(snapshot=read(forge), now=NOW, publishing=to))}
    assert [said[one] for one in about] == [State.BERES, State.TAK_TAHU, State.BERES]


def test_a_snapshot_is_what_was_read(forge: ForgeDouble) -> None:
    there = read(forge)
    assert read_settings(write_settings(there)) == there


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("rules/branches/main", "aturan_main"),
        ("rulesets", "ruleset"),
        ("rulesets/rule-suites", "penilaian_ruleset"),
        ("branches/main/protection", "perlindungan_lama"),
        ("actions/permissions", "actions"),
        ("actions/permissions/selected-actions", "actions_terpilih"),
        ("actions/permissions/workflow", "izin_token"),
        ("actions/policies", "kebijakan_actions"),
        ("actions/secrets", "rahasia"),
        ("environments", "lingkungan"),
        ("pages", "pages"),
        ("collaborators", "kolaborator"),
        ("keys", "kunci"),
        ("hooks", "webhook"),
        ("actions/runners", "runner"),
        ("codeowners/errors", "codeowners"),
        ("commits/main", "status"),
        ("actions/workflows", "alur_kerja"),
        ("actions/workflows/gerbang.yml/runs", "jalan_gerbang"),
        ("commits", "pengangkatan"),
    ],
)
@pytest.mark.parametrize(("status", "why"), [(403, "ditolak"), (404, "tidak ada")])
def test_what_is_refused_is_kept_as_such(unchanged: ForgeDouble, path: str, part: str, status: int, why: str) -> None:
    unchanged.fails("GET", f"/repos/{NAME}/{path}", status, times=9)
    told = read(unchanged)
    unchanged.faults.clear()
    assert told.why(part) == why


def test_a_repository_that_is_not_shown_leaves_nothing_known(forge: ForgeDouble) -> None:
    stranger = forge.account("orang-luar", 99).login
    there = read(forge, stranger)
    assert there.bagian == Settings()
    assert there.why("repositori") == "tidak ada"


def test_a_writer_does_not_see_what_administrators_see(forge: ForgeDouble) -> None:
    there = read(forge, "penulis")
    assert [one.bypass_actors for one in there.bagian.ruleset or ()] == [None, None]
    assert there.why("kunci") in ("ditolak", "tidak ada")


def test_a_wrapped_list_is_read_to_its_end(forge: ForgeDouble) -> None:
    names = [{"name": f"KUNCI_{number}"} for number in range(205)]
    forge.repo(NAME).answers["actions/secrets"] = names
    assert [one.name for one in read(forge).bagian.rahasia or ()] == [one["name"] for one in names]


def test_an_edit_of_a_ruleset_and_a_check_of_the_gates_name_are_told(forge: ForgeDouble) -> None:
    number = next(iter(forge.repo(NAME).rulesets))
    before = {one.id: one.updated_at for one in read(forge).bagian.ruleset or ()}
    forge.wait(hours=1)
    with_key(forge, lambda client: client.send("PUT", f"rulesets/{number}", {"enforcement": "active"}))
    tip = forge.repo(NAME).git.tip("refs/heads/main") or ""
    client = Client(forge.url, NAME, forge.actions_token(checks="write"))
    client.send("POST", "check-runs", {"name": STATUS, "head_sha": tip, "status": "completed", "conclusion": "success"})
    client.close()
    told = read(forge).bagian
    assert [one.id for one in told.ruleset or () if before[one.id] != one.updated_at] == [number]
    assert told.status_senama == (SeenCheck(tip, 15368),)


def test_an_answer_of_another_shape_leaves_its_part_unknown(forge: ForgeDouble) -> None:
    """An answer without its list is not taken for an empty list."""
    said = {"keys": [{"id": "satu", "title": "x", "read_only": True}], "codeowners/errors": {"errors": None}}
    for path, strange in said.items():
        forge.fails("GET", f"/repos/{NAME}/{path}", 200, times=-1, body=json.dumps(strange))
    forge.fails("GET", f"/repos/{NAME}/hooks", 409, times=-1)
    there = read(forge)
    assert [there.why(part) for part in ("kunci", "codeowners", "webhook")] == [*["tidak dipahami"] * 2, "ditolak"]


def test_a_forge_that_breaks_is_an_error(forge: ForgeDouble) -> None:
    forge.fails("GET", f"/repos/{NAME}/keys", 502, times=-1)
    with pytest.raises(ForgeError, match="terganggu"):
        read(forge)


@pytest.fixture
def called(forge: ForgeDouble, monkeypatch: pytest.MonkeyPatch) -> ForgeDouble:
    for name, value in {"API_URL": forge.url, "REPOSITORY": NAME, "TOKEN": forge.token("kantor")}.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    return forge


def test_the_command_judges_live_and_saved_alike(
    called: ForgeDouble, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the sample's people there is one thing to repair, so both end with 1."""
    kept = str(tmp_path / "potret.json")
    assert run(["--akar", str(ROOT), "diagnosis", "--simpan", kept]) == 1
    first = capsys.readouterr().out
    asked = len(called.asked)
    assert run(["--akar", str(ROOT), "diagnosis", "--potret", kept]) == 1
    assert capsys.readouterr().out == first
    assert len(called.asked) == asked, "a saved snapshot is judged without the network"
    assert "Tingkat 1." in first
    assert "Pemegang peran: sop/petugas.yml masih data contoh" in first


def test_the_command_compares_with_what_the_file_held(
    called: ForgeDouble, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = str(tmp_path / "potret.json")
    run(["--akar", str(ROOT), "diagnosis", "--simpan", kept])
    called.repo(NAME).private = False
    capsys.readouterr()
    assert run(["--akar", str(ROOT), "diagnosis", "--simpan", kept]) == 1
    assert "Sejak potret terakhir repositori ini menjadi terbuka" in capsys.readouterr().out


def test_the_command_without_a_repository_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    assert run(["--akar", str(ROOT), "diagnosis"]) == 2
    assert "GITHUB_REPOSITORY" in capsys.readouterr().err


def test_a_snapshot_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{}")
    assert run(["--akar", str(ROOT), "diagnosis", "--potret", str(tmp_path / "x.json")]) == 2
    assert "kunci wajib 'nama' belum ada" in capsys.readouterr().err
