"""What a built site may consist of: known before it is built, from what was staged and from what the theme brings.

The builder is not trusted with this: a hook, a plug-in or an extension may put anything into its folder (threats finding 10).
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from paraf.door.regex import regex

_LINK = regex(r"https?://[^\s\"'<>()\[\]\\`]+")
_SCRIPT = regex(r"<script>(.*?)</script>", re.DOTALL)
_FILLED = regex(r'"\{\{[^{}"]*\}\}"')
_SCOPE = regex(r'new URL\("[^"]*",location\)')
CHARSET = '<meta charset="utf-8">'
SCOPE = 'new URL("",location)'
"""The one inline script that differs from page to page holds the way to the top; it is compared without that."""


class Theme(Struct, frozen=True):
    """What the theme brings: the SHA-256 of every file it copies by path, and of every inline script of its templates."""

    files: Mapping[str, str]
    scripts: frozenset[str]


class Manifest(Struct, frozen=True, kw_only=True):
    """``pages`` are the files of pages with the addresses outside of the site that their source names; ``files`` every
    other file with its SHA-256; ``made`` what the builder computes from the pages.

    ``approved`` is the Markdown that a page must show word for word, by the page's file; ``top`` the site's own address with
    its slash, where it is known. ``guarded`` pages tell the browser their policy.
    """

    pages: Mapping[str, frozenset[str]]
    files: Mapping[str, str]
    made: frozenset[str]
    scripts: frozenset[str]
    approved: Mapping[str, str] = {}
    top: str = ""
    guarded: bool = False


def manifest(
    pages: Mapping[str, str],
    files: Mapping[str, bytes],
    theme: Theme,
    made: Iterable[str],
    approved: Mapping[str, str],
    top: str = "",
    *,
    guarded: bool = False,
) -> Manifest:
    """The manifest of a site: ``pages`` are staged pages as text, ``files`` other staged files, both by built path."""
    return Manifest(
        pages={path: frozenset(outward(text)) for path, text in pages.items()},
        files={**theme.files, **{path: hashlib.sha256(data).hexdigest() for path, data in files.items()}},
        made=frozenset(made),
        scripts=theme.scripts,
        approved=approved,
        top=top,
        guarded=guarded,
    )


def outward(text: str) -> Iterable[str]:
    """The addresses of other sites in a text."""
    return (found[0].rstrip(".,;:!?*_") for found in _LINK.finditer(text))


def inline_scripts(template: str) -> Iterable[str]:
    """The digests of the scripts that stand in a template or a page of the theme."""
    return (script_digest(_FILLED.sub('""', found[1])) for found in _SCRIPT.finditer(template))


def policy(page: str, own: Collection[str]) -> str:
    """The content security policy of a page: nothing from elsewhere, and of inline scripts only those of the theme.

    ``own`` are the digests of the theme's scripts. Styles are the theme's own business: it sets some from its script.
    """
    found = [said[1] for said in _SCRIPT.finditer(page) if script_digest(said[1]) in own]
    hashes = sorted({b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in found})
    scripts = " ".join(["'self'", *(f"'sha256-{value}'" for value in hashes)])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
        " object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def with_policy(page: str, own: Collection[str]) -> str:
    """A page that tells the browser its policy before anything else is read."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(page, own)}">'
    return page.replace(CHARSET, CHARSET + tag, 1)


def script_digest(script: str) -> str:
    """The SHA-256 of an inline script, apart from the way to the top."""
    return hashlib.sha256(_SCOPE.sub(SCOPE, script).encode()).hexdigest()
