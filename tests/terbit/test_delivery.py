"""What may be delivered: main's tip and nothing else, names that no server or Git takes for more than a name, commits of ours."""

import pytest

from paraf.terbit.delivery import MAIN, message, refused, source_of, unfit

OLD, TIP = "0" * 40, "1" * 40


def test_control_the_tip_of_main_may_be_published() -> None:
    assert refused(MAIN, TIP, TIP, TIP) is None


@pytest.mark.parametrize(
    ("ref", "commit", "here", "said"),
    [
        ("refs/heads/naskah/2026/draf-awal", TIP, TIP, "hanya main, bukan naskah/2026/draf-awal"),
        ("refs/tags/main", TIP, TIP, "bukan refs/tags/main"),
        ("refs/heads/main\n", TIP, TIP, "hanya main"),
        ("", TIP, TIP, "bukan cabang yang tidak disebut"),
        (MAIN, OLD, OLD, "membawa 000000000000, padahal ujung main sekarang 111111111111"),
        (MAIN, "", TIP, "Yang lama tidak diterbitkan lagi"),
        (MAIN, TIP, OLD, "bukan 111111111111, tetapi 000000000000"),
        (MAIN, TIP, None, "tetapi tidak ada"),
    ],
)
def test_another_branch_and_an_old_run_are_refused(ref: str, commit: str, here: str | None, said: str) -> None:
    """Threats T70, T88."""
    assert said in (refused(ref, commit, TIP, here) or "")


def test_control_the_names_of_a_site_are_delivered() -> None:
    assert unfit(["index.html", ".paraf", "lakip/2025/v1/index.html", "aset/LAKIP 2025.pdf", "search/élan.json"]) == []


@pytest.mark.parametrize(
    "path",
    [
        *(".git/config", "a/.git/hooks/x", ".GIT/config", "git~1/config", ".github/workflows/x.yml", ".gitattributes"),
        *("../x", "a/../../x", "/etc/passwd", "a//b", "", "a/", "C:x", "a\\b", "a\nb", "a\x00b", "a\x1bb"),
        *("a\u202eb", ".g\u200cit/config", "x" * 1001, "a/.paraf", "a\udc80b"),
    ],
)
def test_a_hostile_name_is_not_delivered(path: str) -> None:
    assert unfit([path]) == [path]


def test_a_commit_of_ours_names_its_source() -> None:
    assert source_of(message(TIP)) == TIP
    assert source_of(message(TIP).rstrip("\n")) == TIP


@pytest.mark.parametrize(
    "text",
    [
        *("", "Update index.html", "Create CNAME", f"Sumber: {TIP}", f"Lain\n\nSumber: {TIP}\n"),
        *(message(TIP) + "\nCatatan\n", message(TIP).upper(), message("1" * 39)),
        f'Revert "Terbit dari {TIP[:12]}"\n\nSumber: {TIP}\n',
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert source_of(text) is None
