"""Lets ``mkdocs build`` and ``mkdocs serve`` (or ProperDocs) work by hand; everything is imported while this is loaded."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from paraf.adapters.builder import apply, watched
from paraf.commands.by_hand import by_hand
from paraf.commands.console import trouble

_building = ExitStack()


def on_config(config: Any) -> Any:
    """Switch the builder to the staged folder, and to one that takes the place of ``site/`` when all is well."""
    staged, look, target = _building.enter_context(by_hand(Path(config.config_file_path).parent, Path(config.site_dir)))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(staged.planned.when.timestamp()))
    config.site_dir = str(target)
    return apply(config, staged.planned.site.settings, staged.folder, look)


def on_serve(server: Any, config: Any, **_: Any) -> None:
    """Watch what the pages are made from."""
    for path in watched(Path(config.config_file_path).parent):
        server.watch(str(path))


def on_post_build(**_: Any) -> None:
    """Put the finished site in its place."""
    _building.close()


def on_build_error(error: Exception, **_: Any) -> None:
    """Keep the site there was, and say why in our words."""
    _building.__exit__(type(error), error, error.__traceback__)
    if said := trouble(error):
        raise Abort(said) from error
