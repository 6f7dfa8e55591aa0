"""What workflows may do: whose actions run, what their token may, secrets, machines, and environments (threats T61-T64)."""

from collections.abc import Iterator

from paraf.gerbang.doctor.point import Point, State, Subject, told, unsure

_ACTIONS = "**Settings** → **Actions** → **General**"
_SELECT = f"{_ACTIONS} → **Actions permissions** → **Allow … select non-… actions and reusable workflows**"
_TOKEN = f"{_ACTIONS} → **Workflow permissions** → **Read repository contents and packages permissions**, lalu **Save**"
_POLICY = f"{_ACTIONS} → **Policies**; isinya di .github/actions-policy.json"
_SECRETS = "**Settings** → **Secrets and variables** → **Actions** → hapus isinya"
_ENVIRONMENTS = "**Settings** → **Environments** → buka namanya → **Deployment branches and tags** → hanya main"
UNSAFE = "pull_request_target"


def permissions(subject: Subject) -> Iterator[Point]:
    """Which actions run."""
    about = "Program yang dijalankan Actions"
    found = subject.told.actions
    if found is None:
        yield from subject.lacking(about, "actions")
        return
    faults: list[str] = []
    if not found.enabled:
        faults.append("Actions mati, jadi gerbang tidak berjalan dan tidak ada naskah yang lulus.")
    elif found.allowed_actions != "selected":
        faults.append("Actions siapa pun boleh dijalankan; batasi pada buatan GitHub saja.")
    elif (chosen := subject.told.actions_terpilih) is None:
        yield from subject.lacking(about, "actions_terpilih")
        return
    elif chosen.github_owned_allowed is False:
        faults.append("Actions buatan GitHub tidak diizinkan, jadi gerbang tidak berjalan.")
    elif chosen.verified_allowed or chosen.patterns_allowed:
        faults.append("Actions selain buatan GitHub boleh dijalankan.")
    if found.enabled and not found.sha_pinning_required:
        faults.append(
            "Require actions to be pinned to a full-length commit SHA mati, jadi isi actions dapat berganti tanpa terlihat."
        )
    yield told(
        about,
        faults,
        "Hanya actions buatan GitHub, dan hanya yang tercatat sidik commit-nya.",
        f"{_SELECT}, lalu **Save**",
    )


def token(subject: Subject) -> Iterator[Point]:
    """What the token of a run may do by itself."""
    about = "Izin bawaan Actions"
    found = subject.told.izin_token
    if found is None:
        yield from subject.lacking(about, "izin_token")
        return
    faults: list[str] = []
    if found.default_workflow_permissions != "read":
        faults.append("Setiap alur kerja dapat menulis ke repositori tanpa memintanya.")
    if found.can_approve_pull_request_reviews:
        faults.append("Allow GitHub Actions to create and approve pull requests menyala; persetujuan harus dari orang.")
    yield told(about, faults, "Actions hanya membaca kecuali diminta, dan tidak dapat menyetujui PR.", _TOKEN)


def outsiders(subject: Subject) -> Iterator[Point]:
    """Whose runs from a fork wait for somebody; private repositories are asked otherwise."""
    about = "Alur kerja dari salinan (fork)"
    repository = subject.told.repositori
    found = subject.told.persetujuan_fork
    if found is None:
        if repository and repository.private:
            yield Point(
                about, State.CATATAN, "Pada repositori tertutup setelan ini tidak dipakai; PR dari salinan ditolak."
            )
        else:
            yield from subject.lacking(about, "persetujuan_fork")
        return
    faults = ["Orang luar dapat menjalankan alur kerja tanpa izin."] * (
        found.approval_policy != "all_external_contributors"
    )
    path = f"{_ACTIONS} → **Approval for running fork pull request workflows** → **… all external contributors**"
    yield told(about, faults, "Alur kerja orang luar menunggu izin.", path)


def policies(subject: Subject) -> Iterator[Point]:
    """The policy on events; without it a workflow on the unsafe event does not run at all, or runs unguarded."""
    about = "Kebijakan peristiwa Actions"
    needed = [one.path for one in subject.workflows if UNSAFE in one.events]
    if needed:
        said = f"{', '.join(needed)} memakai {UNSAFE}, yang dapat menjalankan isi PR dengan izin menulis."
        yield Point(about, State.PERLU, said, "Hapus pemicu itu lewat PR tata kelola.")
    found = subject.told.kebijakan_actions
    if found is None and subject.snapshot.why("kebijakan_actions") == "tidak ada" and subject.admin:
        said = "Tidak tersedia pada repositori ini; alur kerja bawaan tidak bergantung padanya."
        yield Point(about, State.CATATAN, said)
    elif found is None:
        yield from subject.lacking(about, "kebijakan_actions")
    elif any(one.enforcement == "active" for one in found):
        yield Point(about, State.BERES, "Ada kebijakan yang membatasi peristiwa pemicu alur kerja.")
    else:
        said = (
            "Tidak ada kebijakan peristiwa. Alur kerja bawaan tidak bergantung padanya; kebijakan ini lapis tambahan."
        )
        yield Point(about, State.CATATAN, said, _POLICY)


def secrets(subject: Subject) -> Iterator[Point]:
    """Secrets that every workflow of a branch could read."""
    about = "Rahasia repositori"
    if unread := subject.unread(about, "rahasia"):
        yield unread
        return
    names = [one.name for one in subject.told.rahasia or ()]
    faults = (
        [f"Ada {len(names)} rahasia ({', '.join(names)}) yang dapat dibaca alur kerja dari cabang mana pun."]
        if names
        else []
    )
    yield told(about, faults, "Tidak ada rahasia yang dapat dibaca alur kerja dari cabang mana pun.", _SECRETS)


def environments(subject: Subject) -> Iterator[Point]:
    """Environments let in main and nothing else."""
    about = "Lingkungan penerbitan"
    if unread := subject.unread(about, "lingkungan"):
        yield unread
        return
    faults: list[str] = []
    hidden = False
    for one in subject.told.lingkungan or ():
        if one.protected_branches:
            faults.append(f"{one.name} menerima semua cabang yang dijaga, bukan hanya main.")
        elif not one.custom_branch_policies:
            faults.append(f"{one.name} menerima cabang apa pun.")
        elif one.branches is None:
            hidden = True
        elif [(each.name, each.type) for each in one.branches] != [("main", "branch")]:
            faults.append(f"{one.name} menerima cabang atau tag selain main.")
        hidden = hidden or one.secrets is None
    if hidden and not faults:
        yield unsure(about, "Sebagian setelan lingkungan tidak terlihat oleh kunci akses ini.")
    else:
        yield told(about, faults, "Setiap lingkungan hanya menerima cabang main.", _ENVIRONMENTS)


def runners(subject: Subject) -> Iterator[Point]:
    """Machines of one's own keep what an earlier run left."""
    about = "Mesin sendiri"
    if unread := subject.unread(about, "runner"):
        yield unread
        return
    found = subject.told.runner or ()
    faults = (
        [f"Ada {len(found)} mesin sendiri; isi dari satu PR dapat tertinggal bagi yang berikutnya."] if found else []
    )
    yield told(
        about,
        faults,
        "Alur kerja berjalan di mesin GitHub yang selalu baru.",
        "**Settings** → **Actions** → **Runners** → hapus mesinnya",
    )
