"""The gate at work: it runs, and nobody else speaks in its name (threats T52, T53, T73)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from paraf.gerbang.doctor.point import Point, State, Subject, told
from paraf.gerbang.effects import STATUS
from paraf.gerbang.settings import SeenStatus

GATE = ".github/workflows/gerbang.yml"
BOT = 41898282
"""The account that posts with the token of a run."""
ACTIONS_APP = 15368
LATE = timedelta(hours=24)
_DAY = timedelta(days=1)
_RUN = "**Actions** → **gerbang** → **Run workflow** → **Run workflow**"


def running(subject: Subject) -> Iterator[Point]:
    """The gate's workflow may run, and did within a working day."""
    about = "Gerbang berjalan"
    found = subject.told.alur_kerja
    if found is None:
        yield from subject.lacking(about, "alur_kerja")
        return
    state = next((one.state for one in found if one.path == GATE), None)
    if state != "active":
        said = (
            "Alur kerja gerbang belum dikenal GitHub." if state is None else f"Alur kerja gerbang dimatikan ({state})."
        )
        path = "**Actions** → **gerbang** → **Enable workflow**"
        yield Point(about, State.PERLU, f"{said} Tanpa gerbang tidak ada naskah yang lulus.", path)
        return
    runs = subject.told.jalan_gerbang
    if runs is None:
        yield from subject.lacking(about, "jalan_gerbang")
        return
    if not runs:
        yield Point(about, State.PERLU, "Gerbang belum pernah berjalan.", _RUN)
        return
    last, faults = runs[0], []
    if _working_time(last.created_at.astimezone(subject.now.tzinfo), subject.now) > LATE:
        faults.append(
            f"Gerbang terakhir berjalan {subject.day(last.created_at)}; yang terjadi sesudahnya belum dinilai."
        )
    if last.status == "completed" and last.conclusion not in ("success", "cancelled"):
        faults.append("Jalan terakhirnya gagal; buka catatannya untuk melihat sebabnya.")
    yield told(about, faults, "Gerbang berjalan dalam sehari kerja terakhir.", _RUN)


def _working_time(since: datetime, now: datetime) -> timedelta:
    """The time that went by, without the weekends in which no schedule runs."""
    days = (since.date() + _DAY * number for number in range(1, (now.date() - since.date()).days + 1))
    return now - since - _DAY * sum(day.weekday() > 4 for day in days)


def impostors(subject: Subject) -> Iterator[Point]:
    """Statuses of the gate's name that it did not set."""
    about = f"Status {STATUS}"
    statuses, checks = subject.told.status, subject.told.status_senama
    if statuses is None or checks is None:
        yield from subject.lacking(about, "status" if statuses is None else "status_senama")
        return
    own_app = declared(subject) not in (None, ACTIONS_APP)
    forged = [one for one in statuses if not _ours(one, own_app)]
    names = sorted({one.creator.login if one.creator else "akun yang sudah dihapus" for one in forged})
    faults = [f"Status ini dipasang oleh yang lain: {', '.join(names)}, pada {forged[0].sha[:12]}."] if forged else []
    if checks:
        faults.append(f"Ada pemeriksaan bernama sama yang bukan dari gerbang, pada {checks[0].sha[:12]}.")
    path = "Tanyakan kepada pemilik akunnya, cabut hak menulisnya, lalu jalankan gerbang lagi: " + _RUN
    if not statuses and not checks:
        yield Point(about, State.CATATAN, "Belum ada status gerbang pada main atau PR yang terbuka.", _RUN)
    else:
        yield told(about, faults, "Setiap status gerbang dipasang oleh gerbang.", path)


def _ours(one: SeenStatus, own_app: bool) -> bool:
    if one.creator is None or one.creator.type != "Bot":
        return False
    return (one.creator.id == BOT) != own_app


def declared(subject: Subject) -> int | None:
    """The App from which the shipped rulesets ask the status."""
    checks = (
        rule.parameters.required_status_checks for one in subject.shipped for rule in one.rules if rule.parameters
    )
    return next((check.integration_id for found in checks for check in found if check.context == STATUS), None)


def files(subject: Subject) -> Iterator[Point]:
    """What lies in the repository: generated files equal their source, actions are pinned, CODEOWNERS is followed."""
    drift = [f"Lain daripada sumbernya: {', '.join(subject.drift)}."] if subject.drift else []
    yield told(
        "Berkas yang dibuat dari sumbernya",
        drift,
        "Semua selaras dengan sop/.",
        "Jalankan: paraf selaraskan, lalu simpan hasilnya.",
    )
    loose = [f"{one.path}: {name}" for one in subject.workflows for name in one.unpinned]
    pins = [f"Belum dipaku pada sidik commit 40 huruf: {'; '.join(loose)}."] if loose else []
    yield told(
        "Actions yang dipakai",
        pins,
        "Setiap actions dipaku pada sidik commit-nya.",
        "Ganti @v… dengan sidik commit lewat PR tata kelola.",
    )
    about = "CODEOWNERS"
    if unread := subject.unread(about, "codeowners"):
        yield unread
        return
    wrong = [f"baris {one.line} ({one.path})" for one in subject.told.codeowners or ()]
    faults = [f"GitHub tidak mengikuti {', '.join(wrong)}."] if wrong else []
    yield told(
        about,
        faults,
        "GitHub mengikuti setiap barisnya.",
        "Jalankan: paraf selaraskan; pastikan akunnya sudah diberi Write.",
    )


def trust(subject: Subject) -> Iterator[Point]:
    """The commit on which every appointment rests, and appointments that came by no pull request."""
    about = "Akar kepercayaan"
    found = subject.told.pengangkatan
    if found is None:
        yield from subject.lacking(about, "pengangkatan")
        return
    if not found:
        yield Point(
            about,
            State.PERLU,
            "sop/petugas.yml belum ada di main, jadi tidak seorang pun memegang peran.",
            "Jalankan: paraf mulai-sungguhan.",
        )
        return
    root = found[0]
    said = f"Semua pengangkatan bertumpu pada {root.sha[:12]} ({subject.day(root.at)}), commit pertama yang memuat petugas."
    yield Point(about, State.CATATAN, f"{said} Cocokkan isinya dengan SK, lalu catat sidiknya di arsip.")
    loose = [f"{one.sha[:12]} ({subject.day(one.at)})" for one in found[1:] if one.pull is None]
    faults = [f"sop/petugas.yml diubah di luar PR tata kelola: {', '.join(loose)}."] if loose else []
    if loose:
        faults.append("Yang disetujui petugas hasil perubahan itu tidak dapat diperiksa.")
    yield told(
        "Pengangkatan",
        faults,
        "Setiap perubahan petugas datang lewat PR; disetujui tidaknya dinilai gerbang.",
        "Usulkan daftar yang benar lewat satu PR tata kelola; langkahnya di halaman Pemulihan untuk petugas TI.",
    )
