"""Comments at lines of a changed file."""

from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes
from paraf.adapters.forge_double.shapes.people import association, user
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Issue, Json, Remark, Review

ROUTES = Routes()


def remark(call: Call, review: Review, asked: Json) -> Remark:
    """A new one, of a review. Raises ``Refusal`` where the file is not among the changed ones."""
    pull = of(call.pulled)
    changed = {one.path for one in call.repo.git.changes(pull.base_sha, pull.head_sha)}
    if asked.get("path") not in changed:
        raise Refusal(422, "Unprocessable Entity", errors=["Path could not be resolved"])
    line = int(asked.get("line") or asked.get("position") or 1)
    hunk = f"@@ -{line} +{line} @@"
    site = call.site
    return Remark(
        site.state.new_id(), review.id, call.actor, asked["path"], line, asked["body"], review.commit, hunk, site.now
    )


@ROUTES.on("GET", "pulls/{number}/comments", "pull_requests:read")
def listed(call: Call) -> Reply:
    """All of a pull request."""
    return Reply([_shown(call, call.pulled, one) for one in of(call.pulled).remarks])


@ROUTES.on("POST", "pulls/{number}/comments", "pull_requests:write")
def made(call: Call) -> Reply:
    """One by itself; it makes a review of its own."""
    site, issue = call.site, call.pulled
    review = Review(site.state.new_id(), call.actor, "COMMENTED", "", of(issue).head_sha, site.now)
    one = remark(call, review, call.body)
    of(issue).reviews.append(review)
    of(issue).remarks.append(one)
    return Reply(_shown(call, issue, one), 201)


def _shown(call: Call, issue: Issue, one: Remark) -> Json:
    api = f"{call.site.url}/repos/{call.repo.full_name}/pulls"
    page = f"{call.site.url}/{call.repo.full_name}/pull/{issue.number}#discussion_r{one.id}"
    url = f"{api}/comments/{one.id}"
    links = {"self": url, "html": page, "pull_request": f"{api}/{issue.number}"}
    return {
        "id": one.id,
        "node_id": f"PRRC_{one.id}",
        "url": url,
        "pull_request_review_id": one.review,
        "diff_hunk": one.hunk,
        "path": one.path,
        "position": one.line,
        "original_position": one.line,
        "line": one.line,
        "original_line": one.line,
        "side": "RIGHT",
        "commit_id": one.commit,
        "original_commit_id": one.commit,
        "user": user(call.site, one.author),
        "body": one.body,
        "created_at": one.created,
        "updated_at": one.edited or one.created,
        "html_url": page,
        "pull_request_url": f"{api}/{issue.number}",
        "author_association": association(call.repo, one.author),
        "_links": {name: {"href": address} for name, address in links.items()},
    }
