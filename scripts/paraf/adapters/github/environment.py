"""Where the forge is and who may read it, from the variables that GitHub Actions sets too."""

import os
from datetime import datetime
from pathlib import Path

from paraf.adapters.files import own_folder
from paraf.adapters.github.client import Client
from paraf.adapters.github.gathering import Forge
from paraf.adapters.github.objects import ObjectStore
from paraf.adapters.github.transport import ForgeError

API, SERVER = "https://api.github.com", "https://github.com"


def server() -> str:
    """The address of the forge's pages."""
    return os.environ.get("GITHUB_SERVER_URL", SERVER).rstrip("/")


def repository_address() -> str:
    """The address of the repository's pages."""
    return f"{server()}/{os.environ.get('GITHUB_REPOSITORY', '')}"


def key() -> str | None:
    """The key that reads it; a line end behind it, as files and editors leave one, is not part of it."""
    return os.environ.get("GITHUB_TOKEN", "").strip() or None


def run_address() -> str | None:
    """The address of the workflow run that this process belongs to, if it does."""
    run = os.environ.get("GITHUB_RUN_ID")
    return f"{repository_address()}/actions/runs/{run}" if run and run.isdigit() else None


def run_ref() -> str:
    """The branch or tag that the workflow run is of, as Git writes it."""
    return os.environ.get("GITHUB_REF", "")


def run_commit() -> str:
    """The commit that the workflow run is of."""
    return os.environ.get("GITHUB_SHA", "")


def client_of(root: Path) -> Client:
    """The client of the named repository; in a workflow nothing is kept from one run to the next (threats T59)."""
    repository = os.environ.get("GITHUB_REPOSITORY")
    if not repository:
        raise ForgeError(
            "Repositori GitHub belum disebut. Isi GITHUB_REPOSITORY (pemilik/nama) dan GITHUB_TOKEN, lalu coba lagi."
        )
    api = os.environ.get("GITHUB_API_URL", API)
    kept = None if os.environ.get("GITHUB_ACTIONS") else own_folder(root, "build/gerbang/jawaban")
    queries = os.environ.get("GITHUB_GRAPHQL_URL")
    return Client(api, repository, key(), graphql=queries, cache=kept)


def open_forge(root: Path, now: datetime) -> Forge:
    """Read the named repository."""
    client = client_of(root)
    store = ObjectStore(own_folder(root, "build/gerbang") / f"{client.repository.replace('/', '+')}.git")
    address = f"{server()}/{client.repository}.git"
    return Forge(client, store, address, key(), now)
