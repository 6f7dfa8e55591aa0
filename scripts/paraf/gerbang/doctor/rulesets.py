"""The rulesets themselves: active, without anybody above them, unchanged since they were last looked at."""

from collections.abc import Iterator

from paraf.gerbang.doctor.main_rules import EDIT, IMPORT
from paraf.gerbang.doctor.point import Point, State, Subject, told, unsure
from paraf.gerbang.settings import Ruleset

ABOUT = "Ruleset"
_INSIGHTS = "**Settings** → **Rules** → **Insights** → buka baris yang bertanda **Bypass**, lalu periksa isinya"
_BRANCHES = "**Settings** → **Branches** → aturan lama pada main → **Delete**; pakailah ruleset saja"


def rulesets(subject: Subject) -> Iterator[Point]:
    """One point for each ruleset that is shipped."""
    if unread := subject.unread(ABOUT, "ruleset"):
        yield unread
        return
    there = {one.name: one for one in subject.told.ruleset or ()}
    for wanted in subject.shipped:
        about = f"{ABOUT} “{wanted.name}”"
        found = there.get(wanted.name)
        if found is None:
            yield told(about, ["Belum dipasang, jadi main belum terkunci olehnya."], "", IMPORT)
        else:
            yield from _judged(about, found, wanted)


def _judged(about: str, found: Ruleset, wanted: Ruleset) -> Iterator[Point]:
    faults: list[str] = []
    if found.enforcement != "active":
        faults.append(f"Enforcement status {found.enforcement}, bukan Active, jadi tidak mengikat siapa pun.")
    if found.conditions != wanted.conditions:
        faults.append("Cabang sasarannya lain daripada berkasnya, jadi main mungkin tidak tercakup.")
    above = [one for one in found.bypass_actors or () if one not in (wanted.bypass_actors or ())]
    if above:
        kinds = ", ".join(sorted({one.actor_type for one in above}))
        faults.append(f"Ada yang boleh melewatinya (Bypass list): {kinds}.")
    if not faults and found.bypass_actors is None:
        yield unsure(about, "Siapa yang boleh melewatinya hanya terlihat oleh pengelola.")
    else:
        yield told(about, faults, "Aktif, dan tidak seorang pun boleh melewatinya.", EDIT)
    if not above and found.current_user_can_bypass not in (None, "never"):
        yield Point(about, State.CATATAN, "Akun yang menjalankan diagnosis ini boleh melewatinya.", EDIT)


def passed_by(subject: Subject) -> Iterator[Point]:
    """Pushes to main that the rules did not stop because of who pushed."""
    about = "Yang melewati aturan"
    if unread := subject.unread(about, "penilaian_ruleset"):
        yield unread
        return
    suites = [one for one in subject.told.penilaian_ruleset or () if one.result == "bypass"]
    faults = (
        [f"{len(suites)} kali main ditulis dengan melewati aturan; terakhir {subject.day(suites[0].pushed_at)}."]
        if suites
        else []
    )
    yield told(about, faults, "GitHub tidak mencatat seorang pun melewati aturan main.", _INSIGHTS)


def edited(subject: Subject) -> Iterator[Point]:
    """Edits since the last snapshot, also those that were taken back: GitHub tells when each ruleset was last changed."""
    about = "Perubahan ruleset"
    if unread := subject.unread(about, "ruleset"):
        yield unread
        return
    before = subject.before.bagian.ruleset if subject.before else None
    if before is None:
        said = "Belum ada potret terdahulu. Jalankan paraf diagnosis --simpan FILE setiap kali dengan berkas yang sama."
        yield Point(about, State.CATATAN, said)
        return
    then, now = (
        {one.id: (one.name, one.updated_at, one.enforcement, one.rules) for one in all_}
        for all_ in (before, subject.told.ruleset or ())
    )
    names = sorted(
        {(now.get(one) or then[one])[0] for one in then.keys() | now.keys() if then.get(one) != now.get(one)}
    )
    changed = "; ".join(f"“{name}”" for name in names)
    faults = [f"Ditambah, diubah, atau dihapus sejak potret terakhir: {changed}."] if names else []
    path = "**Settings** → **Rules** → **Rulesets** → buka, cocokkan dengan .github/rulesets/"
    yield told(about, faults, "Ruleset tidak diubah sejak potret terakhir.", path)


def old_protection(subject: Subject) -> Iterator[Point]:
    """An old branch protection beside the rulesets, which may let in what they keep out, or ask for approvals."""
    about = "Aturan cabang cara lama"
    if subject.snapshot.why("perlindungan_lama") == "tidak ada" and subject.admin:
        yield Point(about, State.BERES, "Tidak ada aturan cabang cara lama di samping ruleset.")
        return
    found = subject.told.perlindungan_lama
    if found is None:
        yield from subject.lacking(about, "perlindungan_lama")
        return
    faults: list[str] = []
    if found.allow_force_pushes and found.allow_force_pushes.enabled:
        faults.append("Allow force pushes menyala: main boleh ditulis ulang.")
    if found.allow_deletions and found.allow_deletions.enabled:
        faults.append("Allow deletions menyala: main boleh dihapus.")
    if found.required_pull_request_reviews:
        faults.append("Persetujuan diminta di sini, dan gugur setiap kali bukti dikirim.")
    yield told(about, faults, "Aturan cara lama ada, tetapi tidak melonggarkan apa pun.", _BRANCHES)
