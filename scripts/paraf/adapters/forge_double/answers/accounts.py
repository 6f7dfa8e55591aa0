"""Accounts, and who asks."""

from paraf.adapters.forge_double.routing import Call, Reply, Routes, missing
from paraf.adapters.forge_double.shapes.people import profile

ROUTES = Routes()


@ROUTES.on("GET", "/users/{login}", "")
def by_name(call: Call) -> Reply:
    """Who is called so now. A name can be somebody else's tomorrow (threats T10)."""
    found = call.site.state.account(call.names["login"])
    if found is None:
        raise missing()
    return Reply(profile(call.site, found))


@ROUTES.on("GET", "/user/{id}", "")
def by_id(call: Call) -> Reply:
    """Whose id it is, whatever the name."""
    text = call.names["id"]
    found = call.site.state.accounts.get(int(text)) if text.isdigit() else None
    if found is None:
        raise missing()
    return Reply(profile(call.site, found))


@ROUTES.on("GET", "/user", "user:read")
def myself(call: Call) -> Reply:
    """Who asks."""
    return Reply(profile(call.site, call.actor))


@ROUTES.on("GET", "/rate_limit", "")
def rate(call: Call) -> Reply:
    """How much may still be asked; asking this costs nothing."""
    limit, used = (call.token.limit, call.token.used) if call.token else (60, 0)
    reset = (call.token.counted_from if call.token else call.site.clock.seconds) + 3600
    core = {"limit": limit, "used": used, "remaining": max(0, limit - used), "reset": reset}
    few = {"limit": 30, "used": 0, "remaining": 30, "reset": reset}
    return Reply({"resources": {"core": core, "graphql": core, "search": few}, "rate": core})
