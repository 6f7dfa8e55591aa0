"""The description a pull request begins with, one for each paper: what belongs in it, its steps, who comes next."""

from paraf.sop.forms.papers import AnyCondition, Approve, Evidence, Paper, PapersFile, Submit, Write
from paraf.sop.model import Sop
from paraf.sop.repository import Repository
from paraf.views.html import md
from paraf.views.words import condition_words, listed

_CLOSING = (
    "Komentar dari gerbang di bawah ini menyebut sampai mana naskahnya, yang masih kurang, dan satu tindakan berikutnya."
    " Komentar itu ditulis ulang setiap kali ada perubahan; tidak perlu dibalas.\n"
)


def templates(repo: Repository, papers: PapersFile) -> dict[str, str]:
    """The Markdown of every paper's template by the paper's id."""
    names = {paper.id: paper.nama for paper in papers.naskah}
    guide = f"{repo.office.situs}/" if repo.office.situs else None
    return {paper.id: _template(repo.sop, paper, names, guide) for paper in papers.naskah}


def _template(sop: Sop, paper: Paper, names: dict[str, str], guide: str | None) -> str:
    parts = [f"## {md(paper.nama)}", _belongs(paper)]
    if paper.setelah:
        waited = listed([md(names[one]) for one in paper.setelah])
        parts.append(f"Menunggu **{waited}** selesai. Sebelum itu, simpan PR ini sebagai draf.")
    parts += ["### Langkahnya", _steps(sop, paper, guide), _now(sop, paper), _CLOSING]
    return "\n\n".join(parts)


def _belongs(paper: Paper) -> str:
    files = listed([f"`{name}`" for name in paper.mencakup])
    return (
        f"Yang termasuk PR ini: {files} di folder tahunnya (`lakip/TAHUN/`), dan bukti langkahnya di `bukti/`."
        " Berkas lain dikirim lewat PR lain."
    )


def _steps(sop: Sop, paper: Paper, guide: str | None) -> str:
    rows = ["| Langkah | Siapa dan apa | Caranya di sini |", "| --- | --- | --- |"]
    for stage in paper.langkah:
        code = f"[{stage.kode}]({guide}{sop.steps[stage.kode].slug}/)" if guide else stage.kode
        for condition in stage.syarat:
            rows.append(f"| {code} | {md(condition_words(sop, condition))} | {_how(stage.kode, condition)} |")
            code = ""
    return "\n".join(rows)


def _how(step: str, condition: AnyCondition) -> str:
    """What to do on GitHub's pages, in the words that stand on its buttons."""
    match condition:
        case Write():
            return "Simpan berkasnya ke cabang PR ini"
        case Submit():
            return "Tulis komentar `/ajukan`"
        case Approve():
            return "Files changed, Review changes, **Approve**; mengembalikan: **Request changes** dengan alasannya"
        case Evidence():
            return f"Simpan `bukti/{step.lower()}.yml`"
        case _:
            return "**Squash and merge**, bila Syarat SOP hijau"


def _now(sop: Sop, paper: Paper) -> str:
    """Who acts first, and who does after that."""
    acting = [(one.oleh, condition_words(sop, one)) for stage in paper.langkah for one in stage.syarat]
    first, said = acting[0]
    then = next((sop.role[role].sebutan for role, _ in acting if role != first), None)
    return f"**Sekarang:** {md(said)}." + (f" **Sesudah itu:** {md(then)}." if then else "")
