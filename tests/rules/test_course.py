"""Where the flow is told: at the paper's own file; at the year's where the office's papers do not know what was carried."""

from msgspec.structs import replace

from laporan.case import FOLDER, base_files, facts
from paraf.finding import Place
from paraf.rules.course import paper_of, place_of, pull_seen, pulls_with, step_seen, steps_in
from paraf.rules.report_base import ReportFacts

STORY = "1 buka penerima: surat.md=satu\n1 ajukan penerima\n1 dorong penerima: surat.md=dua"


def asked(story: str = STORY) -> ReportFacts:
    return facts({**base_files(), "alur": story})


def guide_only() -> ReportFacts:
    """The same year where the SOP is only a guide."""
    found = asked()
    return replace(found, repo=replace(found.repo, papers=None))


def test_without_the_flow_there_is_nothing_to_say() -> None:
    none = facts(base_files())
    assert none.cycle is None
    assert [*steps_in(none, "gugur"), *pulls_with(none, "menunggu")] == []


def test_a_step_is_told_at_its_paper_with_the_next_act_of_its_pull_request() -> None:
    found = asked()
    (step,) = steps_in(found, "gugur")
    (verdict,) = pulls_with(found, "menunggu")
    seen = step_seen(found, step)
    assert (seen.place, seen.subject) == (Place(f"{FOLDER}/surat.md", 1, 1), "Langkah C1 (PR #1)")
    assert (seen.message, seen.repair) == (step.sentence, verdict.next.sentence)


def test_the_first_file_is_the_one_that_the_paper_names_first() -> None:
    found = asked()
    (verdict,) = pulls_with(found, "menunggu")
    paper = paper_of(found, verdict)
    assert paper
    for names, first in ((("individu.yml", "rencana-kerja.yml"), "rencana-kerja.yml"), ((), "laporan.yml")):
        report = replace(found.report, files=frozenset({"80-penutup.md", *names}))
        assert place_of(replace(found, report=report), paper).file == f"{FOLDER}/{first}"


def test_without_the_paper_it_is_told_at_the_year() -> None:
    found = guide_only()
    (step,) = steps_in(found, "gugur")
    (verdict,) = pulls_with(found, "menunggu")
    assert paper_of(found, verdict) is None
    assert pull_seen(found, verdict).subject == "PR #1"
    assert {seen.place.file for seen in (step_seen(found, step), pull_seen(found, verdict))} == {
        f"{FOLDER}/laporan.yml"
    }
