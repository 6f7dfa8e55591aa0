"""MkDocs, the builder of the site; the only module that imports it. ProperDocs may stand in its place."""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import paraf
from paraf.errors import UsageError, reason

# Material prints a long banner about its own future at every build; our answer is the staging folder (toolchain 1).
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def config_file(root: Path) -> Path:
    """The builder's settings: the root's own, else the ones delivered with this package."""
    own = root / "mkdocs.yml"
    delivered = Path(paraf.__file__).parents[2] / "mkdocs.yml"
    for path in (own, delivered):
        if path.is_file():
            return path
    raise UsageError("mkdocs.yml tidak ada. Jalankan dari folder repositori, atau pakai --akar FOLDER.")


def apply(config: Any, settings: Mapping[str, Any], staged: Path) -> Any:
    """Point the builder's configuration at the staging folder; also called by ``scripts/mkdocs_hooks.py``."""
    config["docs_dir"] = str(staged)
    for key, value in settings.items():
        config[key] = value
    return config


def build(root: Path, settings: Mapping[str, Any], staged: Path, target: Path, when: datetime) -> None:
    """Render the staging folder into ``target``; raises ``UsageError`` with every warning of the builder."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _fixed_time(when), _warnings() as warnings:
        try:
            config = load_config(str(config_file(root)), hooks=[], docs_dir=str(staged), site_dir=str(target))
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(apply(config, settings, staged))
            config.plugins.on_shutdown()
        except MkDocsException as error:
            warnings.append(str(error))
    if warnings:
        listed = "\n".join(f"  {warning}" for warning in warnings)
        raise UsageError(f"Situs belum dapat dibangun. Perbaiki halaman yang disebut di bawah ini:\n{listed}")


def serve(root: Path, address: str) -> None:
    """Serve with live reload until interrupted; the hook stages again at every change."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    watched = [str(root / name) for name in ("docs", "sop", "lakip") if (root / name).is_dir()]
    os.environ["PARAF_AKAR"] = str(root)
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    # After a failed rebuild it adds an English sentence to the reason, which the hook has given already.
    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
    try:
        mkdocs_serve(str(config_file(root)), watch=watched, dev_addr=address)
    except OSError as error:
        raise UsageError(
            f"Alamat {address} tidak dapat dipakai: {reason(error)}. Pilih yang lain, misalnya --alamat 127.0.0.1:8001."
        ) from error


@contextmanager
def _fixed_time(when: datetime) -> Iterator[None]:
    """The builder dates its sitemap by this variable; same inputs, same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the builder logs as a warning: a broken link must stop the build, not scroll by."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler = Collect(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
