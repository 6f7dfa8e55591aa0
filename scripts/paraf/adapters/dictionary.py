"""The dictionary of Indonesian, where one is installed: the library ``chunspell`` and the files ``id_ID.dic``, ``id_ID.aff``."""

import os
from pathlib import Path

from paraf.rules.report_base import Known

LANGUAGE = "id_ID"
_FOLDERS = (
    *("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling"),
    r"C:\Program Files\LibreOffice\share\extensions\dict-id",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-id",
)


def load_dictionary() -> Known | None:
    """The dictionary as a question that may be asked again and again; ``None`` when library or files are missing.

    ``PARAF_KAMUS`` names the folder of the files where they lie elsewhere.
    """
    folders = [Path(folder) for folder in (os.environ.get("PARAF_KAMUS"), *_FOLDERS) if folder]
    folder = next((folder for folder in folders if (folder / f"{LANGUAGE}.dic").is_file()), None)
    if folder is None:
        return None
    try:
        from hunspell import Hunspell

        dictionary = Hunspell(LANGUAGE, hunspell_data_dir=str(folder))
    except (ImportError, OSError):
        return None
    answers: dict[str, bool] = {}

    def knows(word: str) -> bool:
        try:
            return bool(dictionary.spell(word))
        except UnicodeEncodeError:  # letters that the dictionary has none of: not for it to judge
            return True

    def known(words: frozenset[str]) -> frozenset[str]:
        answers.update((word, knows(word)) for word in words if word not in answers)
        return frozenset(word for word in words if answers[word])

    return known
