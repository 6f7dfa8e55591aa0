"""Publication: each target with everything in order, and one thing missing at a time; nothing is asked where nothing goes out."""

from typing import Any

import msgspec
import pytest

from gerbang.doctor.healthy import WRITE, points, repository, settings, snapshot, subject, words
from paraf.gerbang.doctor.judging import diagnosis, outcome
from paraf.gerbang.doctor.point import State, Subject
from paraf.gerbang.doctor.publishing import KEY, OUTPUT, PAGES, TERBIT
from paraf.gerbang.settings import BranchPolicy, Environment, Named, Pages, PagesSource, SeenWorkflow
from paraf.sop.forms.office import Publishing

replace = msgspec.structs.replace
TO_PAGES, TO_ZIP = Publishing("pages"), Publishing("zip")
TO_OUTPUT = Publishing("repositori", "kantor/situs")
TARGETS = {"pages": TO_PAGES, "repositori": TO_OUTPUT, "zip": TO_ZIP}


def environment(name: str, *secrets: str, **changed: Any) -> Environment:
    """One that lets in main and nothing else."""
    found = Environment(
        name=name,
        protected_branches=False,
        custom_branch_policies=True,
        branches=(BranchPolicy("main"),),
        secrets=tuple(map(Named, secrets)),
    )
    return replace(found, **changed)


def to(target: Publishing, why: dict[str, str] | None = None, **parts: Any) -> Subject:
    """The healthy repository that publishes there, with some parts changed."""
    flows = (*(settings().alur_kerja or ()), SeenWorkflow(TERBIT, "active"))
    usual = {"alur_kerja": flows, "lingkungan": (environment(PAGES), environment(OUTPUT, KEY))}
    return subject(snapshot(replace(settings(), **(usual | parts)), **(why or {})), publishing=target)


@pytest.mark.parametrize("name", TARGETS)
def test_control_a_target_that_is_set_up_has_nothing_to_repair(name: str) -> None:
    of = to(TARGETS[name])
    assert points(of, State.PERLU) == points(of, State.TAK_TAHU) == []
    assert outcome(diagnosis(of)) == 0
    assert "Alur kerja terbit: Berjalan setiap kali" in words(of, State.BERES)


@pytest.mark.parametrize(
    ("target", "private", "said"),
    [
        (TO_PAGES, True, "terbaca oleh siapa pun, juga bila repositori ini tertutup"),
        (TO_PAGES, False, "terbaca oleh siapa pun."),
        (TO_OUTPUT, True, "dikirim ke repositori kantor/situs, cabang main"),
        (TO_ZIP, True, "ZIP yang tersimpan sehari"),
    ],
)
def test_where_the_site_goes_and_who_reads_it_is_said(target: Publishing, private: bool, said: str) -> None:
    of = to(target, repositori=repository(private=private))
    assert said in words(of, State.CATATAN)


def test_nothing_is_asked_of_an_office_that_publishes_nowhere() -> None:
    of = to(Publishing(), lingkungan=(), alur_kerja=settings().alur_kerja)
    about = {point.about for point in diagnosis(of)}
    assert not {one for one in about if ("terbit" in one.lower() and "Lingkungan" not in one) or KEY in one}
    assert {one for one in about if one.startswith("Lingkungan")} == {"Lingkungan penerbitan"}
    assert outcome(diagnosis(of)) == 0


def other(name: str, **changed: Any) -> dict[str, Any]:
    """The environments with this one otherwise."""
    found = [environment(PAGES), environment(OUTPUT, KEY)]
    return {"lingkungan": tuple(replace(one, **changed) if one.name == name else one for one in found)}


FAILS: dict[str, tuple[Subject, str]] = {
    "the workflow is unknown": (to(TO_ZIP, alur_kerja=settings().alur_kerja), "Belum dikenal GitHub"),
    "the workflow is off": (
        to(TO_PAGES, alur_kerja=(SeenWorkflow(TERBIT, "disabled_manually"),)),
        "Dimatikan (disabled_manually)",
    ),
    "pages from a branch": (
        to(TO_PAGES, pages=Pages("legacy", True, PagesSource("main"))),
        "Sumbernya sebuah cabang, bukan GitHub Actions",
    ),
    "no pages": (to(TO_PAGES, {"pages": "tidak ada"}), "Pages belum dinyalakan, atau tidak tersedia"),
    "no environment for pages": (to(TO_PAGES, lingkungan=()), "Lingkungan github-pages: Belum ada"),
    "no environment for the key": (to(TO_OUTPUT, lingkungan=()), "Lingkungan keluaran: Belum ada"),
    "any branch to pages": (to(TO_PAGES, **other(PAGES, custom_branch_policies=False)), "Menerima selain main"),
    "another branch to the key": (
        to(TO_OUTPUT, **other(OUTPUT, branches=(BranchPolicy("main"), BranchPolicy("x")))),
        "Menerima selain main",
    ),
    "a tag to the key": (
        to(TO_OUTPUT, **other(OUTPUT, branches=(BranchPolicy("main", "tag"),))),
        "Menerima selain main",
    ),
    "no key": (to(TO_OUTPUT, **other(OUTPUT, secrets=())), "Belum ada di lingkungan keluaran"),
    "another secret": (to(TO_OUTPUT, **other(OUTPUT, secrets=(Named("LAIN"),))), "Belum ada di lingkungan keluaran"),
    "the key in the repository": (to(TO_OUTPUT, rahasia=(Named(KEY),)), "dari cabang mana pun dapat memakainya"),
}


@pytest.mark.parametrize("weaker", FAILS)
def test_what_is_missing_is_to_be_repaired(weaker: str) -> None:
    of, said = FAILS[weaker]
    assert said in words(of, State.PERLU)
    assert all(point.repair for point in points(of, State.PERLU))


UNSURE: dict[str, tuple[Subject, str]] = {
    "workflows": (to(TO_ZIP, {"alur_kerja": "ditolak"}), "Alur kerja terbit"),
    "pages": (to(TO_PAGES, {"pages": "ditolak"}), "GitHub Pages untuk penerbitan"),
    "pages to a writer": (
        to(TO_PAGES, {"pages": "tidak ada"}, repositori=repository(permissions=WRITE)),
        "GitHub Pages untuk penerbitan",
    ),
    "environments": (to(TO_PAGES, {"lingkungan": "ditolak"}), "Lingkungan github-pages"),
    "environments and the key": (to(TO_OUTPUT, {"lingkungan": "ditolak"}), "Lingkungan keluaran"),
    "branches": (to(TO_PAGES, **other(PAGES, branches=None)), "Cabang yang diterimanya tidak terlihat"),
    "secrets of the environment": (to(TO_OUTPUT, **other(OUTPUT, secrets=None)), "Nama rahasia di lingkungan keluaran"),
    "secrets of the repository": (to(TO_OUTPUT, {"rahasia": "ditolak"}), f"Rahasia {KEY}"),
}


@pytest.mark.parametrize("hidden", UNSURE)
def test_what_is_hidden_is_not_known(hidden: str) -> None:
    of, said = UNSURE[hidden]
    assert said in words(of, State.TAK_TAHU)
    assert outcome(diagnosis(of)) != 0


def test_pages_for_members_only_are_said_to_be_so() -> None:
    assert "hanya oleh anggota" in words(to(TO_PAGES, pages=Pages("workflow", True, public=False)), State.BERES)
    assert "terbaca oleh siapa pun" in words(to(TO_PAGES, pages=Pages("workflow", True, public=True)), State.BERES)
