"""The level that holds, and what this plan can and cannot keep (threats 3.1, DESIGN section 5)."""

from collections.abc import Iterator

from paraf.gerbang.doctor.gate import ACTIONS_APP
from paraf.gerbang.doctor.main_rules import IMPORT
from paraf.gerbang.doctor.point import Point, State, Subject, unsure
from paraf.gerbang.effects import STATUS

_CONTENT = "Gerbang tetap menilai isi, urutan, dan orangnya"
_LEVELS = {
    1: f"{_CONTENT}, dan main terkunci. Tidak dijaga: setiap penulis dapat memalsukan status, dan pengelola dapat membuka kunci.",
    2: f"{_CONTENT}; statusnya hanya dapat dipasang App gerbang. Tidak dijaga: pengelola, dan jeda sesaat sebelum disatukan.",
    3: f"{_CONTENT}; hanya App gerbang yang mengubah main. Tidak dijaga: pemilik organisasi dan pemegang kunci App.",
}


def level(subject: Subject) -> int | None:
    """0: nothing keeps main; 1: rulesets, the status by the token of a run; 2: by an App; 3: only the App changes main.

    ``None`` where the rules of main could not be read.
    """
    rules = subject.told.aturan_main
    if rules is None:
        return None
    kinds = {rule.type for rule in rules}
    sources = {
        check.integration_id
        for rule in rules
        if rule.parameters
        for check in rule.parameters.required_status_checks
        if check.context == STATUS
    }
    if not {"pull_request", "deletion", "non_fast_forward"} <= kinds or not sources or None in sources:
        return 0
    if ACTIONS_APP in sources:
        return 1
    return 3 if "update" in kinds else 2


def holds(subject: Subject) -> Iterator[Point]:
    """The level that holds."""
    about, found = "Tingkat penjagaan", level(subject)
    if found is None:
        said = "Aturan main tidak terbaca, jadi tingkatnya tidak diketahui; anggap main tidak terkunci."
        yield Point(about, State.TAK_TAHU, said, IMPORT)
    elif found == 0:
        said = (
            f"Tingkat 0. {_CONTENT}, tetapi main tidak, atau tidak seluruhnya, terkunci: yang boleh menulis dapat mengubah atau"
            " menghapusnya tanpa lulus."
        )
        yield Point(about, State.PERLU, said, IMPORT)
    else:
        yield Point(about, State.CATATAN, f"Tingkat {found}. {_LEVELS[found]}")


def both_sides(subject: Subject) -> Iterator[Point]:
    """What this plan keeps, and what it does not."""
    about, repository = "Paket GitHub", subject.told.repositori
    if repository is None:
        yield from subject.lacking(about, "repositori")
    elif not repository.private:
        said = "Repositori terbuka: ruleset dan menit Actions tersedia tanpa biaya, tetapi semua konsep terbaca umum."
        yield Point(about, State.CATATAN, said)
    elif "ditolak" not in (subject.snapshot.why("ruleset"), subject.snapshot.why("aturan_main")):
        yield Point(about, State.CATATAN, "Repositori tertutup yang dapat dikunci ruleset: konsep tidak terbaca umum.")
    elif subject.admin:
        said = (
            "Repositori tertutup ini tampaknya di paket gratis, yang tidak mempunyai ruleset. "
            "Yang berlaku: gerbang menilai setiap PR, menulis apa yang kurang, dan mencatatnya. "
            "Yang tidak berlaku: tidak ada yang menahan orang menulis langsung ke main; hal itu terlihat, tetapi tidak tercegah."
        )
        path = "**Settings** (organisasi) → **Billing and licensing** → paket Team, atau Pro untuk akun perorangan"
        yield Point(about, State.CATATAN, said, path)
    else:
        said = "GitHub menolak memperlihatkan ruleset: paketnya tidak mempunyainya, atau kunci aksesnya bukan milik pengelola."
        yield unsure(about, said)
