"""Git, read only. Nothing of a repository's own configuration is obeyed."""

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0"}


def head_seconds(root: Path) -> int | None:
    """When HEAD was committed, in seconds since 1970; ``None`` outside a repository, without commits, or without git."""
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "log", "-1", "--format=%ct"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _ENVIRONMENT
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return int(done.stdout) if done.stdout.strip() else None
