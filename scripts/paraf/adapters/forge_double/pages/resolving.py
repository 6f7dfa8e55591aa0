"""Where two branches contradict each other: the marks of git in the editor, and the merge that decides."""

from html import escape

from paraf.adapters.forge_double.moving import move, signature, web_flow
from paraf.adapters.forge_double.pages.desk import Desk, Page, path_of
from paraf.adapters.forge_double.routing import Refusal, can
from paraf.adapters.forge_double.state import Pull

_FILE = """<label>{name}<textarea name="{name}" rows="20">
{text}</textarea></label>"""


def conflicts(desk: Desk, number: str) -> Page:
    """Each file that both sides changed, with the marks."""
    _, pull = desk.pull(number)
    _, tree, names = _contradiction(desk, pull)
    git = desk.repo.git
    texts = {name: git.run("cat-file", "blob", f"{tree}:{name}").decode(errors="replace") for name in names}
    fields = "".join(_FILE.format(name=escape(name), text=escape(text)) for name, text in texts.items())
    action = path_of(desk.home, "pull", number, "conflicts")
    form = f'<form method="post" action="{action}">{fields}<button type="submit">Commit merge</button></form>'
    return Page(f"Resolve conflicts #{number}", form)


def _contradiction(desk: Desk, pull: Pull) -> tuple[str, str, list[str]]:
    base = desk.repo.git.tip(f"refs/heads/{pull.base}") or pull.base_sha
    tree, names = desk.repo.git.contradiction(pull.head_sha, base)
    if not names:
        raise Refusal(404, "Not Found")
    return base, tree, names


def decided(desk: Desk, number: str) -> Page:
    """The base comes into the branch, with those files as they were written now."""
    _, pull = desk.pull(number)
    base, tree, names = _contradiction(desk, pull)
    git, site = desk.repo.git, desk.forge.site
    if not can(desk.repo, desk.account, "write"):
        raise Refusal(403, "Must have write access to the repository.")
    files = {name: desk.given.get(name, "").replace("\r\n", "\n") for name in names}
    marked = [name for name, text in files.items() if "\n<<<<<<< " in f"\n{text}" or "\n>>>>>>> " in f"\n{text}"]
    if marked:
        raise Refusal(422, f"{marked[0]} still has conflict markers")
    by = (signature(site, desk.account), web_flow(site))
    whole = git.commit(git.write(files, (git.join(tree, (), "", *by),), "", *by)).tree
    sha = git.join(whole, (pull.head_sha, base), f"Merge branch '{pull.base}' into {pull.head}\n", *by)
    move(site, desk.repo, desk.account, f"refs/heads/{pull.head}", sha)
    return Page(to=path_of(desk.home, "pull", number))
