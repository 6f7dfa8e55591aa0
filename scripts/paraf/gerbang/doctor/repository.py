"""The repository: its main branch, how it merges, who may see it, copies of it, what GitHub looks for in it."""

from collections.abc import Iterator

from paraf.gerbang.doctor.point import Point, State, Subject, told, unsure
from paraf.gerbang.settings import RepositorySettings

MAIN = "main"
_GENERAL = "**Settings** → **General** → **Pull Requests** → centang hanya **Allow squash merging**"

_WHY = {
    "Allow auto-merge": "yang menyatukan naskah harus orang, sesudah melihat putusannya",
    "Allow merge commits": "satu naskah harus menjadi satu catatan di main",
    "Allow rebase merging": "satu naskah harus menjadi satu catatan di main",
}


def merging(subject: Subject) -> Iterator[Point]:
    """The default branch, and the one way of merging."""
    about = "Cara menyatukan"
    found = subject.told.repositori
    if found is None:
        yield from subject.lacking(about, "repositori")
        return
    if found.default_branch != MAIN:
        path = "**Settings** → **General** → **Default branch** → pilih main"
        yield Point(
            "Cabang utama",
            State.PERLU,
            f"Cabang utamanya “{found.default_branch}”, padahal gerbang membaca main.",
            path,
        )
    if found.archived:
        path = "**Settings** → **General** → **Danger Zone** → **Unarchive this repository**"
        yield Point("Arsip", State.PERLU, "Repositori ini diarsipkan; tidak ada yang dapat ditulis.", path)
    on = {
        "Allow auto-merge": found.allow_auto_merge,
        "Allow merge commits": found.allow_merge_commit,
        "Allow rebase merging": found.allow_rebase_merge,
    }
    faults = [f"{name} menyala, padahal {_WHY[name]}." for name, state in on.items() if state]
    if found.allow_squash_merge is False:
        faults.append("Allow squash merging mati, jadi naskah tidak dapat disatukan.")
    if not faults and (None in on.values() or found.allow_squash_merge is None):
        yield unsure(about, "Cara menyatukan hanya terlihat oleh yang boleh menulis ke repositori ini.")
    else:
        yield told(about, faults, "Naskah hanya disatukan dengan Squash.", _GENERAL)


def visibility(subject: Subject) -> Iterator[Point]:
    """Who may see drafts; a change since the last snapshot is a fault."""
    found, about = subject.told.repositori, "Siapa yang dapat membaca"
    if found is None:
        return
    if (
        subject.before
        and subject.before.bagian.repositori
        and subject.before.bagian.repositori.private != found.private
    ):
        now = "tertutup" if found.private else "terbuka bagi umum"
        path = "**Settings** → **General** → **Danger Zone** → **Change repository visibility**"
        yield Point(about, State.PERLU, f"Sejak potret terakhir repositori ini menjadi {now}.", path)
    elif found.private:
        yield Point(about, State.BERES, "Repositori ini tertutup; konsep hanya terbaca oleh yang diberi akses.")
    else:
        said = "Repositori ini terbuka: setiap konsep, komentar, dan PR terbaca umum sejak dikirim."
        yield Point(about, State.CATATAN, f"{said} Untuk naskah sungguhan pakai repositori tertutup.")


def copies(subject: Subject) -> Iterator[Point]:
    """Forks: a copy outside the office's reach keeps what was deleted here."""
    found, about = subject.told.repositori, "Salinan (fork)"
    if found is None:
        return
    path = "**Settings** → **General** → **Features** → hapus centang **Allow forking**"
    if not found.private:
        yield Point(about, State.CATATAN, "Repositori terbuka selalu boleh disalin; PR dari salinan ditolak gerbang.")
    elif found.forks_count:
        said = f"Ada {found.forks_count} salinan repositori tertutup ini; konsep di sana di luar jangkauan Anda."
        yield Point(about, State.PERLU, said, path)
    elif found.allow_forking and found.owner.type == "User":
        said = "GitHub tidak dapat melarang yang diberi akses menyalin repositori milik perorangan; pakai repositori organisasi."
        yield Point(about, State.CATATAN, said)
    elif found.allow_forking:
        yield Point(about, State.PERLU, "Repositori tertutup ini masih boleh disalin ke akun lain.", path)
    elif found.allow_forking is None:
        yield unsure(about, "Boleh tidaknya repositori disalin tidak terlihat oleh kunci akses ini.")
    else:
        yield Point(about, State.BERES, "Repositori tertutup ini tidak disalin, dan tidak boleh disalin.")


def scanning(subject: Subject) -> Iterator[Point]:
    """Whether GitHub stops secrets from being pushed."""
    found, about = subject.told.repositori, "Pencegah rahasia terkirim"
    if found is None:
        return
    on = _protects(found)
    path = "**Settings** → **Advanced Security** → **Secret Protection** → **Enable**, lalu **Push protection** → **Enable**"
    if on:
        yield Point(about, State.BERES, "GitHub menolak kiriman yang memuat kunci atau kata sandi yang dikenalnya.")
    elif on is None:
        said = "Tidak terlihat, atau tidak tersedia pada paket ini; pada repositori tertutup fitur ini berbayar."
        yield Point(about, State.CATATAN, said, path)
    else:
        yield Point(
            about, State.CATATAN, "Push protection mati; kata sandi yang terlanjur terkirim tetap tersimpan.", path
        )


def _protects(found: RepositorySettings) -> bool | None:
    security = found.security_and_analysis
    feature = security.secret_scanning_push_protection if security else None
    return feature.status == "enabled" if feature else None
