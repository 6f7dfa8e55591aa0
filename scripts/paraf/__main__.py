"""``python -m paraf`` is the command ``paraf``; Ctrl+C while it still starts is an interruption like any other."""

import sys

try:
    from paraf.cli import main
except KeyboardInterrupt:
    sys.stderr.write("Dihentikan.\n")
    sys.exit(130)

main()
