"""The pages: a paper from the first word to main with nothing but a browser, and every kind of link that we give."""

import pytest

from adapters.forge_double.asking import ask, checked, ruleset
from adapters.forge_double.visitor import Visitor
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.views.forge.links import Forge

BRANCH = "naskah/2025/rancangan"
HOME = "/kantor/lakip"


def test_a_paper_from_the_first_word_to_main(forge: ForgeDouble) -> None:
    """One opens and writes, the other reads, sends back and approves; the rule holds until the status is there."""
    forge.person("kantor").rules(ruleset(checked()))
    git = forge.repo("kantor/lakip").git
    forge.person("siti").pushes_commit(git.tip("refs/heads/main") or "", "naskah/2025/surat")
    siti, budi = Visitor(forge, "siti"), Visitor(forge, "budi")
    siti.opens(Forge(forge.url + HOME).new("naskah/2025/surat", "lakip/surat.md", "# Surat\n"))
    siti.presses("Commit changes", message="Surat baru")
    siti.opens(Forge(forge.url + HOME).begin("naskah/2025/surat", "Surat pengantar", "Mohon dibaca."))
    siti.presses("Create draft pull request")
    assert siti.at == f"{HOME}/pull/1"
    siti.presses("Ready for review")
    budi.opens(siti.at)
    assert "Mohon dibaca." in budi.page.words
    assert all("Squash and merge" not in form.buttons for form in budi.page.forms)
    budi.presses("Comment", body="Sudah saya lihat.")
    budi.opens(f"{HOME}/pull/1/files")
    assert "+# Surat" in budi.page.words
    budi.presses("Submit review", event="REQUEST_CHANGES", body="Tambahkan tanggal.")
    siti.opens(Forge(forge.url + HOME).edit("naskah/2025/surat", "lakip/surat.md"))
    assert siti.page.forms[0].fields["value"] == "# Surat\n"
    siti.presses("Commit changes", value="# Surat\r\n\r\n5 Januari 2026\r\n")
    budi.opens(f"{HOME}/pull/1/files")
    budi.presses("Submit review", event="APPROVE")
    forge.person("siti").says(of(forge.repo("kantor/lakip").issues[1]).head_sha, "success", "paraf / gerbang")
    budi.opens(f"{HOME}/pull/1")
    budi.presses("Squash and merge")
    assert "Merged" in budi.page.words
    assert git.run("cat-file", "blob", "main:lakip/surat.md") == b"# Surat\n\n5 Januari 2026\n"
    told = [one["event"] for one in ask(forge, "GET", "issues/1/timeline").value if one["event"] != "committed"]
    assert told == ["ready_for_review", "commented", "reviewed", "reviewed", "merged", "closed"]


def test_every_kind_of_link_opens(forge: ForgeDouble, number: int) -> None:
    forge.person("siti").pushes({"d.md": "x"}, "naskah/2025/lain")
    forge.person("siti").opens_issue("Papan", labels=("posisi naskah",))
    review = forge.person("budi").reviews(number, "COMMENT", "ya")
    pages = Forge(forge.url + HOME)
    visitor = Visitor(forge, "siti")
    links = [
        *(pages.pull(number), pages.files(number), pages.comment_box(number), pages.review(number, review)),
        *(pages.edit(BRANCH, "lakip/b.md", 2), pages.show(BRANCH, "lakip"), pages.show(BRANCH, "lakip/b.md")),
        *(pages.new(BRANCH, "lakip/baru.md", "isi"), pages.upload(BRANCH, "lakip"), pages.workflow()),
        *(pages.begin("naskah/2025/lain", "Lain"), pages.labelled("posisi naskah")),
    ]
    assert [link for link in links if not visitor.opens(link) or visitor.status != 200] == []
    assert visitor.opens(pages.labelled("posisi naskah")).links["Papan"] == f"{HOME}/issues/2"


def test_what_is_not_there_or_not_for_everybody(forge: ForgeDouble, number: int) -> None:
    siti = Visitor(forge, "siti")
    gone = (
        f"{HOME}/edit/{BRANCH}/tiada.md",
        f"{HOME}/pull/99",
        f"{HOME}/tree/tiada/x",
        f"{HOME}/pull/{number}/conflicts",
    )
    assert [siti.opens(path) and siti.status for path in gone] == [404] * len(gone)
    assert Visitor(forge, None).opens(f"{HOME}/pull/{number}").forms == []


def test_files_are_dropped_into_a_folder(forge: ForgeDouble, number: int) -> None:
    siti = Visitor(forge, "siti")
    siti.opens(Forge(forge.url + HOME).upload(BRANCH, "lakip/data"))
    siti.drops("Commit changes", {"a.csv": b"x;y\r\n", "foto.png": b"\x89PNG\r\n\x1a\n\x00"})
    git = forge.repo("kantor/lakip").git
    assert git.run("cat-file", "blob", f"{BRANCH}:lakip/data/foto.png") == b"\x89PNG\r\n\x1a\n\x00"
    assert git.run("cat-file", "blob", f"{BRANCH}:lakip/data/a.csv") == b"x;y\r\n"
    assert ask(forge, "GET", f"pulls/{number}").value["commits"] == 2
    siti.opens(Forge(forge.url + HOME).upload(BRANCH, "lakip/data"))
    siti.drops("Commit changes", {})
    assert siti.status == 422


def test_a_workflow_is_run_by_hand(forge: ForgeDouble) -> None:
    siti = Visitor(forge, "siti")
    siti.opens(Forge(forge.url + HOME).workflow())
    siti.presses("Run workflow", inputs="pekerjaan=buka-tahun\r\ntahun = 2027\r\n")
    assert forge.dispatched == [("jalankan.yml", "main", {"pekerjaan": "buka-tahun", "tahun": "2027"})]
    assert Visitor(forge, "tamu").opens(Forge(forge.url + HOME).workflow()).forms == []


@pytest.mark.parametrize(("text", "status"), [("dua\nempat\n", 200), ("<<<<<<< x\n=======\n>>>>>>> y\n", 422)])
def test_a_conflict_is_decided(forge: ForgeDouble, number: int, text: str, status: int) -> None:
    owner, siti = forge.person("kantor"), Visitor(forge, "siti")
    owner.pushes({"lakip/b.md": "dua\nempat\n", "lain.md": "x"}, "main")
    before = of(forge.repo("kantor/lakip").issues[number]).head_sha
    siti.opens(Forge(forge.url + HOME).conflicts(number))
    assert "<<<<<<<" in siti.page.forms[0].fields["lakip/b.md"]
    siti.presses("Commit merge", **{"lakip/b.md": text})
    assert siti.status == status
    pull = ask(forge, "GET", f"pulls/{number}").value
    if status == 200:
        made = forge.repo("kantor/lakip").git.commit(pull["head"]["sha"])
        assert made.parents == (before, forge.repo("kantor/lakip").git.tip("refs/heads/main"))
        assert ask(forge, "GET", f"contents/lain.md?ref={made.sha}").status == 200
        # What is left of the paper is what main has already, word for word; only its history is its own.
        assert pull["mergeable"] is True
    else:
        assert (pull["head"]["sha"], pull["mergeable"]) == (before, False)
