"""The rules that hold on main, against the rulesets that the repository ships (threats 3.3, DESIGN section 5).

Approvals asked for by GitHub itself are a fault here: they lapse whenever evidence is pushed, and evidence comes last.
"""

from collections.abc import Iterator

from paraf.gerbang.doctor.point import Point, State, Subject, told
from paraf.gerbang.effects import STATUS
from paraf.gerbang.settings import Rule, RuleParameters

ABOUT = "Aturan cabang main"
IMPORT = (
    "**Settings** → **Rules** → **Rulesets** → **New ruleset** → **Import a ruleset** → pilih "
    ".github/rulesets/main-gerbang.json, lalu ulangi untuk main-keutuhan.json"
)
_MAKE = "Jalankan: paraf selaraskan, lalu simpan hasilnya."
EDIT = "**Settings** → **Rules** → **Rulesets** → buka rulesetnya → betulkan → **Save changes**"
_NAMES = {
    "deletion": "main tidak boleh dihapus",
    "non_fast_forward": "main tidak boleh ditulis ulang",
    "required_linear_history": "riwayat main lurus",
    "pull_request": "main hanya lewat PR",
    "required_status_checks": f"PR harus lulus status {STATUS}",
    "update": "main hanya diubah oleh App gerbang",
}


def rules_of_main(subject: Subject) -> Iterator[Point]:
    """Whether every rule that the gate needs holds, and none that works against it."""
    if unread := subject.unread(ABOUT, "aturan_main"):
        yield unread
        return
    there = subject.told.aturan_main or ()
    wanted = [rule for ruleset in subject.shipped for rule in ruleset.rules]
    if not wanted:
        yield told(ABOUT, ["Berkas ruleset tidak ada di .github/rulesets/, jadi tidak ada pembandingnya."], "", _MAKE)
        return
    lacking = [rule.type for rule in wanted if rule.type not in {one.type for one in there}]
    missing = [f"Belum ada: {'; '.join(_NAMES.get(one, one) for one in lacking)}."] if lacking else []
    yield told(ABOUT, missing, "Semua aturan yang diperlukan gerbang berlaku pada main.", IMPORT)
    yield from _against(there)
    yield from _weaker(there, wanted)


def _set(rules: tuple[Rule, ...], kind: str) -> list[RuleParameters]:
    return [one.parameters or RuleParameters() for one in rules if one.type == kind]


def _against(there: tuple[Rule, ...]) -> Iterator[Point]:
    """Rules that void an approval when evidence is pushed, or ask for one that nobody can give."""
    faults: list[str] = []
    for one in _set(there, "pull_request"):
        asked = {
            "Required approvals": one.required_approving_review_count,
            "Dismiss stale pull request approvals": one.dismiss_stale_reviews_on_push,
            "Require review from Code Owners": one.require_code_owner_review,
            "Require approval of the most recent reviewable push": one.require_last_push_approval,
        }
        faults += [f"{name} menyala." for name, on in asked.items() if on]
        if one.required_review_thread_resolution:
            said = "Satu percakapan yang lupa ditutup menahan naskah yang sudah lulus."
            yield Point("Percakapan di PR", State.CATATAN, f"Require conversation resolution menyala. {said}", EDIT)
    if faults:
        faults.append(
            "Syarat itu menggugurkan persetujuan setiap kali bukti dikirim; yang menghitung persetujuan adalah gerbang."
        )
    yield told(
        "Persetujuan menurut GitHub", faults, "GitHub sendiri tidak meminta persetujuan; gerbang yang meminta.", EDIT
    )


def _weaker(there: tuple[Rule, ...], wanted: list[Rule]) -> Iterator[Point]:
    """The status and the way of merging."""
    faults: list[str] = []
    if not {"pull_request", "required_status_checks"} & {one.type for one in there}:
        return  # nothing is set yet, and that was told
    for one in _set(there, "pull_request"):
        if set(one.allowed_merge_methods or ()) != {"squash"}:
            faults.append("Cara menyatukan bukan hanya Squash, padahal satu naskah harus menjadi satu catatan di main.")
    checks = _set(there, "required_status_checks")
    if checks and not any(one.strict_required_status_checks_policy for one in checks):
        faults.append("Require branches to be up to date mati, jadi yang disatukan dapat lain daripada yang dinilai.")
    asked = [check for one in checks for check in one.required_status_checks if check.context == STATUS]
    if checks and not asked:
        faults.append(f"Status {STATUS} tidak diminta, jadi PR dapat disatukan tanpa penilaian.")
    if asked and all(check.integration_id is None for check in asked):
        faults.append(f"Status {STATUS} boleh datang dari siapa pun, jadi mudah dipalsukan.")
    expected = {
        check.integration_id
        for rule in _set(tuple(wanted), "required_status_checks")
        for check in rule.required_status_checks
    }
    other = {check.integration_id for check in asked} - expected - {None}
    if expected and other:
        faults.append("Status itu diminta dari App lain daripada yang ditulis di .github/rulesets/.")
    yield told(
        "Syarat menyatukan", faults, "Hanya Squash, hanya yang terbaru, dan hanya dengan status dari gerbang.", EDIT
    )
