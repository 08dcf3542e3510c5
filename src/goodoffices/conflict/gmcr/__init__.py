"""The `.gmcr` files of GMCR+ (gmcr-py): read and written, with what gets lost on the way said.

`docs/reference/gmcr-files.md` tells what maps to what. The format is read from files found in the wild,
not from that program's code.
"""

from goodoffices.conflict.gmcr.dump import Dumped, dump_gmcr
from goodoffices.conflict.gmcr.load import parse_gmcr

__all__ = ["Dumped", "dump_gmcr", "parse_gmcr"]
