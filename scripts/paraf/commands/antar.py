"""``paraf antar``: the finished site goes to the public output repository, as one commit, when anything in it is new."""

import os
from pathlib import Path

from paraf.adapters.files import own_folder
from paraf.adapters.git import commit_of, head_seconds, in_history
from paraf.adapters.office import load_repository
from paraf.adapters.output_repository import HOST, OutputRepository, shell_with
from paraf.adapters.site_folder import signed_files
from paraf.commands.console import echo, narrate, result
from paraf.errors import UsageError
from paraf.terbit.delivery import message, unfit

SITE = "site"
KEY = "KUNCI_KELUARAN"
"""The variable that brings the deploy key; a secret of the environment ``keluaran``, never of the repository."""


def antar(root: Path) -> int:
    """Push what is new, and say where it lies."""
    target = load_repository(root).office.terbit
    if target.tujuan != "repositori" or target.repositori is None:
        raise UsageError(f"Tujuan di sop/instansi.yml '{target.tujuan}', bukan repositori; tidak ada yang diantar.")
    files = signed_files(root / SITE)
    if odd := unfit(files):
        raise UsageError(
            f"Situs memuat nama yang tidak diantar: {', '.join(map(echo, odd[:3]))}. Tidak ada yang dikirim."
        )
    source, seconds = commit_of(root, "HEAD"), head_seconds(root)
    if source is None or seconds is None:
        raise UsageError(
            "Folder ini bukan repositori Git yang mempunyai commit, jadi asal situsnya tidak dapat disebut."
        )
    folder = own_folder(root, "build/terbit") / f"{target.repositori.replace('/', '+')}.git"
    with shell_with(os.environ.get(KEY, "")) as shell:
        output = OutputRepository(folder, target.repositori, target.cabang, shell)
        try:
            return _deliver(root, output, files, source, seconds)
        finally:
            output.close()


def _deliver(root: Path, output: OutputRepository, files: dict[str, Path], source: str, seconds: int) -> int:
    tip = output.tip()
    if tip:
        _demand_ours(root, output, tip)
    tree = output.tree(files, tip)
    if tip and output.commit(tip).tree == tree:
        result(f"{output.name} sudah berisi situs ini; tidak ada yang dikirim.")
        return 0
    commit = output.record(tree, tip, message(source), seconds)
    narrate(f"Mengirim {len(files)} berkas ke {output.name}, cabang {output.branch} …")
    output.deliver(commit, tip)
    result(f"https://{HOST}/{output.name}/commit/{commit}")
    return 0


def _demand_ours(root: Path, output: OutputRepository, tip: str) -> None:
    """Nothing that somebody else put there is written over, and nothing older over what is newer."""
    before = output.source(tip)
    if before is None:
        raise UsageError(
            f"Ujung cabang {output.branch} di {output.name} ({tip[:12]}) bukan terbitan dari sini, jadi tidak ditimpa. "
            "Bila itu repositori yang benar, batalkan perubahan itu di sana (Revert); bila baru disiapkan, pakai repositori yang "
            "kosong."
        )
    if not in_history(root, before):
        raise UsageError(
            f"Yang terbit di {output.name} berasal dari {before[:12]}, yang bukan bagian riwayat main di sini. "
            f"Bila riwayatnya memang diganti dengan sengaja, ganti nama cabang {output.branch} di sana, lalu terbitkan lagi."
        )
