"""Accounts in answers."""

from paraf.adapters.forge_double.routing import Site, role_in
from paraf.adapters.forge_double.state import Account, Json, Repo

_BELOW = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}
ACTIONS_APP = 15368
"""GitHub Actions, on every repository of github.com."""


def user(site: Site, account: Account) -> Json:
    """Somebody, as in every answer that names people."""
    api = f"{site.url}/users/{account.login.replace('[', '%5B').replace(']', '%5D')}"
    page = f"{site.url}/apps/{account.login.removesuffix('[bot]')}" if account.bot else f"{site.url}/{account.login}"
    return {
        "login": account.login,
        "id": account.id,
        "node_id": f"{'BOT' if account.bot else 'U'}_{account.id}",
        "avatar_url": f"{site.url}/avatars/u/{account.id}?v=4",
        "gravatar_id": "",
        "url": api,
        "html_url": page,
        **{key: f"{api}{tail}" for key, tail in _BELOW.items()},
        "type": "Bot" if account.bot else "User",
        "user_view_type": "public",
        "site_admin": False,
    }


def maybe(site: Site, account: Account | None) -> Json | None:
    """Somebody or nobody."""
    return user(site, account) if account else None


def profile(site: Site, account: Account) -> Json:
    """Somebody's own page."""
    nothing = ("name", "location", "email", "hireable", "bio", "twitter_username", "company")
    counts = ("public_repos", "public_gists", "followers", "following")
    born = {"created_at": "2020-01-01T00:00:00Z", "updated_at": "2020-01-01T00:00:00Z"}
    return user(site, account) | dict.fromkeys(nothing) | {"blog": ""} | dict.fromkeys(counts, 0) | born


def association(repo: Repo, account: Account) -> str:
    """What somebody is to a repository, as shown beside what they wrote."""
    if account.id == repo.owner.id:
        return "OWNER"
    return "COLLABORATOR" if account.id in repo.roles and role_in(repo, account) != "none" else "NONE"


def app(site: Site, number: int, at: str) -> Json:
    """An app that speaks about commits."""
    name = "GitHub Actions" if number == ACTIONS_APP else f"App {number}"
    slug = name.lower().replace(" ", "-")
    owner = Account("github", 9919)
    return {
        "id": number,
        "slug": slug,
        "node_id": f"A_{number}",
        "client_id": f"Iv1.{number:016x}",
        "owner": user(site, owner),
        "name": name,
        "description": "",
        "external_url": f"{site.url}/apps/{slug}",
        "html_url": f"{site.url}/apps/{slug}",
        "created_at": at,
        "updated_at": at,
        "permissions": {"checks": "write", "contents": "read"},
        "events": [],
    }
