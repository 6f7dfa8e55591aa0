"""Time stands still until it is moved, and every time that the double tells is this one."""

from datetime import UTC, datetime, timedelta, timezone

from adapters.forge_double.asking import ask
from paraf.adapters.forge_double import ForgeDouble
from paraf.adapters.forge_double.clock import Clock


def test_it_stands_and_is_moved() -> None:
    clock = Clock(datetime(2026, 1, 5, 1, tzinfo=UTC))
    assert (clock.stamp, clock.seconds) == ("2026-01-05T01:00:00Z", 1767574800)
    clock.at(datetime(2026, 2, 1, 8, 30, 15, 999, tzinfo=timezone(timedelta(hours=7))))
    assert clock.stamp == "2026-02-01T01:30:15Z"
    clock.forward(timedelta(days=1, seconds=5))
    assert clock.stamp == "2026-02-02T01:30:20Z"
    clock.at(datetime(2026, 3, 1))
    assert clock.now == datetime(2026, 3, 1, tzinfo=UTC)


def test_every_time_comes_from_it(forge: ForgeDouble, number: int) -> None:
    forge.clock.at(datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC))
    now = "2026-02-03T04:05:06Z"
    siti, budi = forge.person("siti"), forge.person("budi")
    sha = siti.pushes({"a.md": "lain\n"}, "naskah/2025/rancangan")
    budi.reviews(number, "APPROVE")
    siti.comments(number, "ya")
    siti.requests(number, "budi")
    siti.says(sha, "success", "x")
    pull = ask(forge, "GET", f"pulls/{number}").value
    assert pull["updated_at"] == now
    assert ask(forge, "GET", "").headers["Date"] == "Tue, 03 Feb 2026 04:05:06 GMT"
    assert ask(forge, "GET", f"commits/{sha}").value["commit"]["committer"]["date"] == now
    assert ask(forge, "GET", "activity").value[0]["timestamp"] == now
    assert ask(forge, "GET", f"pulls/{number}/reviews").value[0]["submitted_at"] == now
    assert ask(forge, "GET", f"issues/{number}/comments").value[0]["created_at"] == now
    assert ask(forge, "GET", f"commits/{sha}/statuses").value[0]["created_at"] == now
    assert ask(forge, "GET", f"issues/{number}/timeline").value[-1]["created_at"] == now
    forge.wait(hours=2)
    merged = forge.repo("kantor/lakip").git.commit(budi.merges(number))
    assert merged.committer[2].startswith("2026-02-03T06:05:06")
