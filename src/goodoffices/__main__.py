"""Run the command line as ``python -m goodoffices``."""

import sys

from goodoffices.cli import main

if __name__ == "__main__":
    sys.exit(main())
