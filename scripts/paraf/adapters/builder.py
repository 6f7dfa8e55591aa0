"""MkDocs, the builder of the site; the only module that imports it. ProperDocs may stand in its place."""

import errno
import logging
import os
import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import paraf
from paraf.adapters.built import theme_of
from paraf.errors import DataError, Fault, UsageError
from paraf.terbit.manifest import Theme, with_policy

# Material prints a long banner about its own future at every build; our answer is the staging folder (toolchain 1).
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

WATCHED = ("docs", "sop", "lakip", "mkdocs.yml")
"""What a preview is made from; a change there makes it again."""


Refused = Callable[[str, str], list[Fault]]
"""What must not stand in the HTML that the builder made of a staged file, by the file's path."""


_FOLDER = re.compile(r'((?:href|action)=")(?![a-z][a-z0-9+.-]*:|/)(?=[^"#?])((?:[^"#?]*/)?\.{0,2})(?=["#?])')
_SERVED = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server has a use for."""


class RefusedError(Exception):
    """There is no site: ``messages`` are the builder's own words, in English, ``faults`` what ``Look`` found."""

    def __init__(self, messages: Sequence[str], faults: Sequence[Fault] = ()) -> None:
        self.messages = tuple(dict.fromkeys(messages))
        self.faults = tuple(sorted(faults))
        super().__init__(*self.messages, *self.faults)


class Look:
    """Looks at the HTML of every page that the builder made, and remembers what is refused.

    ``theme`` is what the theme brings, ``folders`` whether every page becomes a folder of its own.
    """

    mkdocs_priority = -100.0
    """After everything that may still change the HTML: what is looked at is what is published."""

    def __init__(self, refused: Refused, *, usb: bool = False) -> None:
        self._refused, self.usb = refused, usb
        self.faults: list[Fault] = []
        self.theme = Theme({}, frozenset())
        self.folders = True

    def __call__(self, html: str, page: Any, **_: Any) -> str:
        """The builder's event ``page_content``."""
        self.faults += self._refused(page.file.src_uri, html)
        return html

    def end(self, env: Any, config: Any, **_: Any) -> None:
        """The builder's event ``env``, after all pages were made and before the first is written."""
        self.theme, self.folders = theme_of(map(Path, config.theme.dirs)), config.use_directory_urls
        if self.faults:
            raise DataError(self.faults)

    def guarded(self, html: str, **_: Any) -> str:
        """The builder's events ``post_page`` and ``post_template``: the page tells the browser what it may run.

        Without a server no page has an origin that a policy could name; there an address of a folder names its page.
        """
        return _FOLDER.sub(_with_file, html) if self.usb else with_policy(html, self.theme.scripts)


def _with_file(address: re.Match[str]) -> str:
    return f"{address[1]}{address[2].removesuffix('/')}/index.html"


def watched(root: Path) -> list[Path]:
    """What there is to watch; a repository need not have all of it."""
    return [root / name for name in WATCHED if (root / name).exists()]


def config_file(root: Path) -> Path:
    """The builder's settings: the root's own, else the ones delivered with this package."""
    own = root / "mkdocs.yml"
    delivered = Path(paraf.__file__).parents[2] / "mkdocs.yml"
    for path in (own, delivered):
        if path.is_file():
            return path
    raise UsageError("mkdocs.yml tidak ada. Jalankan dari folder repositori, atau pakai --akar FOLDER.")


def apply(config: Any, settings: Mapping[str, Any], staged: Path, look: Look) -> Any:
    """Point the builder's configuration at the staging folder; also called by ``scripts/mkdocs_hooks.py``."""
    config["docs_dir"] = str(staged)
    for key, value in settings.items():
        config[key] = value
    # As the builder registers the module of a hook.
    config.plugins["paraf"] = SimpleNamespace(
        on_page_content=look, on_env=look.end, on_post_page=look.guarded, on_post_template=look.guarded
    )
    return config


def build(root: Path, settings: Mapping[str, Any], staged: Path, target: Path, when: datetime, look: Look) -> None:
    """Render the staging folder into ``target``; raises ``RefusedError`` with every warning and every refused piece."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import MkDocsException

    with _fixed_time(when), _warnings() as said:
        try:
            own = {"plugins": [], "extra": {"generator": False, "usb": True}} if look.usb else {}
            config = _load(config_file(root), hooks=[], docs_dir=str(staged), site_dir=str(target), **own)
            _demand_readable(config.theme.custom_dir)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(apply(config, settings, staged, look))
            config.plugins.on_shutdown()
        except MkDocsException as error:
            said[:] = said or [str(error)]
        except Exception as error:  # a theme or an extension stumbled over the page that was named, or the disk is full
            if template := _template_of(error):
                message = f"Pola halaman {template} tidak dapat dipakai. Kembalikan berkasnya dari Git, lalu ulangi."
                raise UsageError(message) from error
            if not (said or look.faults) or getattr(error, "errno", None):
                raise
    if said or look.faults:
        raise RefusedError(said, look.faults)
    for name in _SERVED if look.usb else ():
        (target / name).unlink(missing_ok=True)


def _load(path: Path, **overrides: Any) -> Any:
    """The builder's settings file, which may call any Python, so that anything may come out of it."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError, MkDocsException

    try:
        return load_config(str(path), config_file_path=str(path), **overrides)
    except (MkDocsException, OSError):
        raise
    except Exception as error:
        raise ConfigurationError(f"The configuration is invalid. {error}") from error


def _demand_readable(folder: str | None) -> None:
    """Refuse a theme that cannot be read: the builder would pass over its files in silence."""

    def unreadable(error: OSError) -> None:
        raise error

    for directory, _, names in os.walk(folder, onerror=unreadable) if folder else ():
        for path in (Path(directory, name) for name in names):
            if not os.access(path, os.R_OK):
                raise PermissionError(errno.EACCES, "", str(path))


def _template_of(error: Exception) -> str | None:
    """The file of the theme, and the line in it, that an error comes from."""
    if (name := getattr(error, "filename", None)) and (line := getattr(error, "lineno", None)):
        return f"{name}:{line}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else None


def serve(
    site: Path,
    address: tuple[str, int],
    watch: list[Path],
    again: Callable[[], Path | None],
    opened: Callable[[], None],
) -> None:
    """Serve a built site until interrupted; ``opened`` is told once the port is ours.

    After every change ``again`` gives the folder of the new site, or ``None`` to stay with the one before.
    """
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        def server_activate(self) -> None:
            super().server_activate()
            opened()

        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that left in the middle is no trouble."""

    def renew() -> None:
        if made := again():
            server.root = str(made)

    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)  # its English about every request
    server = Server(renew, *address, root=str(site))
    server.error_handler = lambda code: _page_or_none(Path(server.root, f"{code}.html"))
    for path in watch:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        return
    finally:
        server.shutdown()


def _page_or_none(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


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
