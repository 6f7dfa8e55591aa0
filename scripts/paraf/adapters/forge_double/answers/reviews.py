"""Reviews, requests for them, and their dismissal."""

from paraf.adapters.forge_double.moving import dismiss, happened
from paraf.adapters.forge_double.routing import Call, Refusal, Reply, Routes, missing
from paraf.adapters.forge_double.shapes import pulls
from paraf.adapters.forge_double.shapes.people import user
from paraf.adapters.forge_double.shapes.pulls import of
from paraf.adapters.forge_double.state import Account, Review

ROUTES = Routes()
_STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}


@ROUTES.on("GET", "pulls/{number}/reviews", "pull_requests:read")
def listed(call: Call) -> Reply:
    """In the order they were made; what is not submitted yet only to whoever writes it."""
    issue = call.pulled
    own = call.token.account.id if call.token else None
    found = [one for one in of(issue).reviews if one.state != "PENDING" or one.author.id == own]
    return Reply([pulls.review(call.site, call.repo, issue, one) for one in found])


def _review(call: Call) -> Review:
    found = next((one for one in of(call.pulled).reviews if str(one.id) == call.names["id"]), None)
    if found is None:
        raise missing()
    return found


@ROUTES.on("GET", "pulls/{number}/reviews/{id}", "pull_requests:read")
def shown(call: Call) -> Reply:
    """One of them."""
    return Reply(pulls.review(call.site, call.repo, call.pulled, _review(call)))


@ROUTES.on("POST", "pulls/{number}/reviews", "pull_requests:write")
def made(call: Call) -> Reply:
    """A new one; without an event it waits to be submitted."""
    issue, site = call.pulled, call.site
    event, body = call.body.get("event"), call.body.get("body") or ""
    _may(call, event, body)
    state = _STATES[event] if event else "PENDING"
    commit = call.body.get("commit_id") or of(issue).head_sha
    if call.repo.git.resolve(commit) is None:
        raise Refusal(422, "Unprocessable Entity", errors=["commit_id is not part of the pull request"])
    review = Review(site.state.new_id(), call.actor, state, body, commit, site.now if event else None)
    of(issue).reviews.append(review)
    _remarks(call, review)
    if event:
        _submitted(call, review)
    return Reply(pulls.review(site, call.repo, issue, review))


def _may(call: Call, event: str | None, body: str) -> None:
    own = call.actor.id == call.pulled.author.id
    if event not in (None, *_STATES):
        raise Refusal(422, 'Invalid request.\n\nNo subschema in "anyOf" matched.')
    if own and event == "APPROVE":
        raise Refusal(422, "Unprocessable Entity", errors=["Can not approve your own pull request"])
    if own and event == "REQUEST_CHANGES":
        raise Refusal(422, "Unprocessable Entity", errors=["Can not request changes on your own pull request"])
    if event in ("COMMENT", "REQUEST_CHANGES") and not body and not call.body.get("comments"):
        raise Refusal(422, "Unprocessable Entity", errors=["Review Could not be created: body can't be blank"])


def _submitted(call: Call, review: Review) -> None:
    """Whoever reviewed is not waited for any more."""
    pull = of(call.pulled)
    pull.requested = [one for one in pull.requested if one.id != review.author.id]
    call.pulled.updated = call.site.now


def _remarks(call: Call, review: Review) -> None:
    from paraf.adapters.forge_double.answers.remarks import remark

    for one in call.body.get("comments") or ():
        of(call.pulled).remarks.append(remark(call, review, one))


@ROUTES.on("POST", "pulls/{number}/reviews/{id}/events", "pull_requests:write")
def submitted(call: Call) -> Reply:
    """A waiting review is submitted."""
    review = _review(call)
    event, body = call.body.get("event"), call.body.get("body") or review.body
    if review.author.id != call.actor.id or review.state != "PENDING" or event not in _STATES:
        raise Refusal(422, "Unprocessable Entity", errors=["Can not submit this review"])
    _may(call, event, body)
    review.state, review.body, review.submitted = _STATES[event], body, call.site.now
    _submitted(call, review)
    return Reply(pulls.review(call.site, call.repo, call.pulled, review))


@ROUTES.on("PUT", "pulls/{number}/reviews/{id}", "pull_requests:write")
def rewritten(call: Call) -> Reply:
    """Its text is changed; nothing in the answer shows that it once was another."""
    review = _review(call)
    if review.author.id != call.actor.id:
        call.at_least("write")
    review.body, review.edited = call.text("body"), call.site.now
    return Reply(pulls.review(call.site, call.repo, call.pulled, review))


@ROUTES.on("PUT", "pulls/{number}/reviews/{id}/dismissals", "pull_requests:write", "write")
def dismissed(call: Call) -> Reply:
    """Takes its force; any writer may (threats T17)."""
    review, message = _review(call), call.text("message")
    if review.state not in ("APPROVED", "CHANGES_REQUESTED"):
        raise Refusal(422, "Unprocessable Entity", errors=["Can not dismiss a commented pull request review"])
    if call.pulled.state == "closed":
        raise Refusal(422, "Unprocessable Entity", errors=["Can not dismiss a review of a closed pull request"])
    dismiss(call.site, call.pulled, review, call.actor, message)
    return Reply(pulls.review(call.site, call.repo, call.pulled, review))


@ROUTES.on("GET", "pulls/{number}/requested_reviewers", "pull_requests:read")
def waited_for(call: Call) -> Reply:
    """Who is asked and has not answered."""
    asked = [user(call.site, one) for one in of(call.pulled).requested]
    return Reply({"users": asked, "teams": []})


def _named(call: Call) -> list[Account]:
    """Who is named; only people who were let into the repository can be."""
    found = [call.site.state.account(name) for name in call.body.get("reviewers") or []]
    known = [one for one in found if one and (one.id in call.repo.roles or one.id == call.repo.owner.id)]
    if len(known) < len(found):
        what = (
            "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not"
        )
        raise Refusal(422, f"{what} a collaborator of the {call.repo.full_name} repository.")
    return known


@ROUTES.on("POST", "pulls/{number}/requested_reviewers", "pull_requests:write", "write")
def asked_for(call: Call) -> Reply:
    """Asks people to review; whoever reviewed already is asked again."""
    issue, pull = call.pulled, of(call.pulled)
    people = _named(call)
    if any(one.id == issue.author.id for one in people):
        raise Refusal(422, "Review cannot be requested from pull request author.")
    for one in people:
        if all(one.id != known.id for known in pull.requested):
            pull.requested.append(one)
            happened(
                call.site, issue, "review_requested", call.actor, review_requester=call.actor, requested_reviewer=one
            )
    return Reply(pulls.pull(call.site, call.repo, issue), 201)


@ROUTES.on("DELETE", "pulls/{number}/requested_reviewers", "pull_requests:write", "write")
def not_asked_for(call: Call) -> Reply:
    """Takes requests back."""
    issue, pull = call.pulled, of(call.pulled)
    gone = {one.id for one in _named(call)}
    for one in [one for one in pull.requested if one.id in gone]:
        pull.requested.remove(one)
        kind = "review_request_removed"
        happened(call.site, issue, kind, call.actor, review_requester=call.actor, requested_reviewer=one)
    return Reply(pulls.pull(call.site, call.repo, issue))
