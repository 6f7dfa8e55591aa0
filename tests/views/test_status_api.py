"""The position for machines: every step with its state, roles and times, and no person."""

import json

from helpers import ROOT, TODAY, load_case
from paraf.views.site import build_site
from paraf.views.status_api import PATH, status_json
from views.test_position import DONE, RUNNING


def test_every_step_of_every_paper_is_told() -> None:
    told = json.loads(status_json(RUNNING))
    assert (told["versi"], told["tahun"], told["contoh"]) == (1, RUNNING.year, True)
    steps = [step for paper in told["naskah"] for step in paper["langkah"]]
    assert [step["kode"] for step in steps] == [spot.code for spot in RUNNING.spots]
    assert {"selesai", "menunggu"} <= {step["keadaan"] for step in steps}
    assert all(step["selesai"] for step in steps if step["keadaan"] == "selesai")
    assert any(step["peran"] and step["sejak"] for step in steps)


def test_no_person_is_named() -> None:
    people = (ROOT / "sop" / "petugas.yml").read_text(encoding="utf-8")
    names = [line.partition("nama: ")[2].strip() for line in people.splitlines() if "nama: " in line]
    assert names
    assert not [name for name in names if name in status_json(DONE)]


def test_the_site_has_it_where_there_is_a_position() -> None:
    repo = load_case(ROOT)
    assert build_site(repo, [], (), TODAY, {}, position=RUNNING).files[PATH] == status_json(RUNNING)
    assert PATH not in build_site(repo, [], (), TODAY, {}).files
