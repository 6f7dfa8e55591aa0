"""Lets ``mkdocs build`` and ``mkdocs serve`` (or ProperDocs) work by hand: stage first, then render the staged folder.

Everything is imported at the top: the builder puts this folder on the import path only while it loads this file.
"""

import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from paraf.adapters.builder import apply
from paraf.commands.console import narrate
from paraf.commands.situs import stage
from paraf.errors import DataError, UserError
from paraf.views.report import faults_text


def on_config(config: Any) -> Any:
    """Switch the builder to the staged folder."""
    root = Path(os.environ.get("PARAF_AKAR") or Path(config.config_file_path).parent)
    try:
        staged = stage(root, None)
    except DataError as error:
        raise Abort(faults_text(error.faults)) from error
    except UserError as error:
        raise Abort(str(error)) from error
    narrate(f"Halaman disiapkan: {staged.changes.written} ditulis.")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(staged.when.timestamp()))
    return apply(config, staged.site.settings, staged.folder)
