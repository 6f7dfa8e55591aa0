"""Repositories in answers."""

from paraf.adapters.forge_double.routing import ROLES, Site, role_in
from paraf.adapters.forge_double.shapes.people import user
from paraf.adapters.forge_double.state import Account, Json, Repo

_BELOW = {
    "forks_url": "/forks",
    "keys_url": "/keys{/key_id}",
    "collaborators_url": "/collaborators{/collaborator}",
    "teams_url": "/teams",
    "hooks_url": "/hooks",
    "issue_events_url": "/issues/events{/number}",
    "events_url": "/events",
    "assignees_url": "/assignees{/user}",
    "branches_url": "/branches{/branch}",
    "tags_url": "/tags",
    "blobs_url": "/git/blobs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "trees_url": "/git/trees{/sha}",
    "statuses_url": "/statuses/{sha}",
    "languages_url": "/languages",
    "stargazers_url": "/stargazers",
    "contributors_url": "/contributors",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "commits_url": "/commits{/sha}",
    "git_commits_url": "/git/commits{/sha}",
    "comments_url": "/comments{/number}",
    "issue_comment_url": "/issues/comments{/number}",
    "contents_url": "/contents/{+path}",
    "compare_url": "/compare/{base}...{head}",
    "merges_url": "/merges",
    "archive_url": "/{archive_format}{/ref}",
    "downloads_url": "/downloads",
    "issues_url": "/issues{/number}",
    "pulls_url": "/pulls{/number}",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "labels_url": "/labels{/name}",
    "releases_url": "/releases{/id}",
    "deployments_url": "/deployments",
}
SETTINGS: Json = {
    "description": None,
    "homepage": None,
    "has_issues": True,
    "has_projects": False,
    "has_wiki": False,
    "has_pages": False,
    "has_downloads": True,
    "has_discussions": False,
    "is_template": False,
    "archived": False,
    "disabled": False,
    "web_commit_signoff_required": False,
    "topics": [],
}
"""What everybody sees of a new repository's settings."""
MERGING: Json = {
    "allow_squash_merge": True,
    "allow_merge_commit": True,
    "allow_rebase_merge": True,
    "allow_auto_merge": False,
    "delete_branch_on_merge": False,
    "allow_update_branch": False,
    "use_squash_pr_title_as_default": False,
    "squash_merge_commit_title": "COMMIT_OR_PR_TITLE",
    "squash_merge_commit_message": "COMMIT_MESSAGES",
    "merge_commit_title": "MERGE_MESSAGE",
    "merge_commit_message": "PR_TITLE",
}
"""What only those who may push see."""


def minimal(site: Site, repo: Repo) -> Json:
    """What is told of a repository wherever one is named."""
    api, page = f"{site.url}/repos/{repo.full_name}", f"{site.url}/{repo.full_name}"
    return {
        "id": repo.id,
        "node_id": f"R_{repo.id}",
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
        "owner": user(site, repo.owner),
        "html_url": page,
        "description": repo.settings["description"],
        "fork": False,
        "url": api,
        **{key: f"{api}{tail}" for key, tail in _BELOW.items()},
    }


def repository(site: Site, repo: Repo) -> Json:
    """A repository as part of another answer."""
    page = f"{site.url}/{repo.full_name}"
    waiting = sum(issue.state == "open" for issue in repo.issues.values())
    return minimal(site, repo) | {
        "created_at": repo.created,
        "updated_at": repo.pushed,
        "pushed_at": repo.pushed,
        "git_url": f"{page}.git".replace("http:", "git:"),
        "ssh_url": f"git@127.0.0.1:{repo.full_name}.git",
        "clone_url": f"{page}.git",
        "svn_url": page,
        "size": 0,
        "stargazers_count": 0,
        "watchers_count": 0,
        "language": None,
        "forks_count": 0,
        "mirror_url": None,
        "open_issues_count": waiting,
        "license": None,
        "allow_forking": True,
        "visibility": "private" if repo.private else "public",
        "forks": 0,
        "open_issues": waiting,
        "watchers": 0,
        "default_branch": repo.default,
        **{key: repo.settings[key] for key in SETTINGS},
    }


def full(site: Site, repo: Repo, reader: Account | None) -> Json:
    """A repository by itself; its way of merging is shown to those who may push."""
    rank = ROLES.index(role_in(repo, reader))
    permissions = {
        **{"admin": rank >= ROLES.index("admin"), "maintain": rank >= ROLES.index("maintain")},
        **{"push": rank >= ROLES.index("write"), "triage": rank >= ROLES.index("triage"), "pull": rank > 0},
    }
    return (
        repository(site, repo)
        | {"network_count": 0, "subscribers_count": 1}
        | ({"permissions": permissions} if reader else {})
        | ({key: repo.settings[key] for key in MERGING} if permissions["push"] else {})
        | ({"security_and_analysis": repo.settings["security_and_analysis"]} if permissions["admin"] else {})
    )
