"""``python -m paraf`` is the command ``paraf``."""

from paraf.cli import main

main()
