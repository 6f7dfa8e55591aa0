"""Whether a forge can be asked at all; apart, because most commands never ask one."""

import os


def reachable() -> bool:
    """Whether a repository and a key to it are named (as GitHub Actions does where a workflow hands the key over)."""
    return bool(os.environ.get("GITHUB_REPOSITORY") and os.environ.get("GITHUB_TOKEN"))
