"""Lets ``mkdocs build`` and ``mkdocs serve`` (or ProperDocs) work by hand: stage first, then render the staged folder.

Everything is imported at the top: the builder puts this folder on the import path only while it loads this file.
"""

import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from paraf.adapters.builder import apply, watched
from paraf.adapters.site_folder import guard, sign
from paraf.commands.console import narrate, trouble
from paraf.commands.situs import stage_alone, told
from paraf.errors import UserError


def on_config(config: Any) -> Any:
    """Switch the builder to the staged folder, unless it would clear away what is not ours."""
    try:
        staged = stage_alone(Path(config.config_file_path).parent)
        guard(Path(config.site_dir))
    except (UserError, OSError) as error:
        raise Abort(trouble(error) or str(error)) from error
    narrate(f"Halaman disiapkan: {staged.changes.written} ditulis.")
    told(staged)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(staged.when.timestamp()))
    return apply(config, staged.site.settings, staged.folder)


def on_serve(server: Any, config: Any, **_: Any) -> None:
    """Watch what the pages are made from."""
    for path in watched(Path(config.config_file_path).parent):
        server.watch(str(path))


def on_post_build(config: Any) -> None:
    """Say which files are ours, for the next build."""
    sign(Path(config.site_dir))
