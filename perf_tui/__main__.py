"""`python -m perf_tui` is the same as `perf-tui`."""

import sys

from perf_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
