"""The HTML that MkDocs makes of a page with the settings of this repository, as it reaches the look at it."""

import logging
from functools import cache

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from helpers import ROOT


@cache
def _settings() -> MkDocsConfig:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # what it says of dead links is of no matter here
    return load_config(str(ROOT / "mkdocs.yml"), hooks=[])


def published(markdown: str, path: str = "a.md") -> str | None:
    """What is published of Markdown; ``None`` where MkDocs stumbles, so that there is no site."""
    settings = _settings()
    file = File(path, settings.docs_dir, settings.site_dir, settings.use_directory_urls)
    page = Page(None, file, settings)
    page.markdown = markdown
    try:
        page.render(settings, Files([file]))
    except Exception:  # the build ends here, whatever it is
        return None
    return page.content
